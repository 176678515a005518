"""Words that moderators need often."""
