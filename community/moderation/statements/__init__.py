"""Statements of reasons: what the person concerned is told about a restriction."""
