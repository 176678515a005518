"""The registry of personal data: for every field that can hold something about a person what, why, until when."""
