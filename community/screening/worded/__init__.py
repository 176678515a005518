"""What own-written phrases teach about wording that may mean danger: a weighted count of kinds of words."""
