"""Second keys: who needs one, setting one up, and showing again that it is you."""
