"""What the moderators' own decisions teach about advertising: a count of words."""
