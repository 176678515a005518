"""Reading threads: pages, kept ones too, lasting addresses, and what is new to a reader."""
