"""How the team stands, and who reads what."""
