"""Claims and notes: who reads what just now, and what moderators tell each other."""
