"""The list of words that staff keep."""
