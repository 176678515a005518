"""Runs: what staff bring in at once, read first, looked at, and then stored."""
