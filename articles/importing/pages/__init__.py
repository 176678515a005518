"""From the HTML of a web page to an article: its text, what is said about it, its comments.

    bytes -> encodings.decode -> taming.tame -> trees.grow -> about, comments -> body -> rendering

The text is found by trafilatura; what it finds is written as HTML here.
"""
