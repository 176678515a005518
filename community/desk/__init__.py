"""The staff's import desk: articles and their old comments, stored together."""
