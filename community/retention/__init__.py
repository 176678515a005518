"""What is not kept."""
