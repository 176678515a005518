"""Where members are signed in: the sessions, what is known of each, and how they end."""
