"""The moderation log, as the team reads it."""
