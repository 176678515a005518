"""Bringing documents in: foreign formats become records, records become articles."""
