"""Moving branches of a thread, and what keeps their old place."""
