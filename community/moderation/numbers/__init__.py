"""What is counted from the log: for everybody, and for the team about itself."""
