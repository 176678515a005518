"""Readers' comments in a page: found by how they are marked up, and taken out of the page.

Taken are only comments whose mark-up says that they are some, with a text of their own and
somebody or some time it is from. Notes from other sites (pingbacks) and forms never are.
"""
