"""What a person may do with everything they left here: see it, and have it erased."""
