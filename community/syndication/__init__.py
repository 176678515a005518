"""Discussions as programs outside read them."""
