"""What is decided about comments, people and threads."""
