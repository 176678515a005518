"""Pages about the house itself: guidelines, privacy, help lines, accessibility, comfort."""
