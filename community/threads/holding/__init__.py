"""Words that wait for their writer: they are kept until somebody agreed to what was asked first."""
