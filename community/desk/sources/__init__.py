"""Sources: their licence, how much of a text may stand here, and the feeds that are watched."""
