"""What goes out to feed readers: Atom and RSS."""
