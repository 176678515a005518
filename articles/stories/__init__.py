"""Articles that belong together: about the same study, or to be read next."""
