"""Joining and signing in, by codes that travel by mail; another address."""
