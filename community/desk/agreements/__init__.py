"""The desk where staff write the next version of what members agree to."""
