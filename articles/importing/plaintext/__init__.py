"""The steps of reading a saved page from plain text; `formats.text` puts them together.

bytes -> decoding -> lines -> units (joined where text was wrapped) -> opening (title and facts)
-> ending (where the article stops) -> body, and what follows -> comments.
"""
