"""Threads of comments: reading them, posting, editing, withdrawing."""
