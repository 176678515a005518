"""Wording that may mean danger: how it is spelt, how it is said, and what only sounds like it."""
