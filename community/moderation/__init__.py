"""The queue, decisions and the moderation log."""
