"""The newsletter: who gets it, its issues, and sending each to each once."""
