"""What waits, one case at a time, with everything that helps to decide."""
