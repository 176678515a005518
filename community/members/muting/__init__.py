"""Muting: whose words a member does not want to meet."""
