"""Short pages on what to do when somebody may be in danger, or may need a doctor."""
