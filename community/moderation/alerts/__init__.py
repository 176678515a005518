"""Telling the team that somebody waits."""
