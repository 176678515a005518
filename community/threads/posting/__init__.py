"""Posting: the form, what screening and moderators say to it, and a new comment's row."""
