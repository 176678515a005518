"""Another name or another role of a member, also where it stands on what they wrote."""
