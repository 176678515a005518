"""The discussions of a story on one page."""
