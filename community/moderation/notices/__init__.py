"""Notices of illegal content, by anyone."""
