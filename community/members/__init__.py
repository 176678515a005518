"""The people: members, their pseudonyms and how they sign in."""
