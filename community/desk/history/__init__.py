"""What became of an article: corrections, earlier words, changes at the source."""
