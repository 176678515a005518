"""What members agree to: the guidelines, and that their words about health are stored and shown."""
