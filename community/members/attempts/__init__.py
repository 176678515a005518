"""How often something may be tried, and from where."""
