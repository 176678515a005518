"""Searching articles and comments: the page, and what it shows of what was found.

It stands above the threads and reads every comment once more before showing it, so that an index
that were wrong could not betray what readers must not see.
"""
