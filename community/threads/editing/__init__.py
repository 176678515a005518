"""What people do with what they wrote: see it, change it, take it back, take their name off."""
