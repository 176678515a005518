"""Finding addresses, birth dates and the numbers of registers and records in a folded text."""
