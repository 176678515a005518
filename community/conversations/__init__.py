"""Conversations that members begin in a topic: starting them, finding them, reading them."""
