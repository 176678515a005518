"""The page on which people ask the archive; what they ask belongs to nobody."""
