"""Finding articles and comments: what somebody typed, what it finds, and in which order."""
