"""Following: what somebody wants to hear of, members and guests with a confirmed address."""
