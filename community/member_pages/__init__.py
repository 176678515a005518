"""Member pages: what a member says of themself, and what they wrote, as far as they want it seen."""
