"""Composing the newsletter, and following how it goes out."""
