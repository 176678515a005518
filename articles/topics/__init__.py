"""Under which topics an article may belong: proposed from its words, confirmed by staff."""
