"""A reader points at a comment."""
