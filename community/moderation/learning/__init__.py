"""Learning from what moderators decided."""
