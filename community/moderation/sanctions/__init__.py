"""What is decided about people and threads while it lasts."""
