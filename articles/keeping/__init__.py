"""How long things are kept here, and how what is over goes without holding anybody up."""
