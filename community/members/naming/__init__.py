"""The public names of members: which may be chosen, and when they may change."""
