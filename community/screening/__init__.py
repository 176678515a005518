"""Pure rules: a submission goes in, a verdict with its reasons comes out. No Django here."""
