"""Support: what readers say about a comment with a button, counted and in words."""
