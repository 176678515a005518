"""What happened, written in the same transaction as the change; told to people later."""
