"""Questions to the archive, answered with its own words: found, weighed, shown, never written."""
