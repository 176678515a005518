"""Where people talk: members, threads, screening, moderation, notifications and the desk."""
