"""What moderators decide about a conversation as a whole: pinned, for members, in which topic."""
