"""How long posts wait, counted from the log and promised to writers."""
