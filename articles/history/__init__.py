"""What became of an article: corrections, earlier words, and changes at the source."""
