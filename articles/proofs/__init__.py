"""Links that prove something, made from the keys of the site."""
