"""The tree, written as a native file, as plain text or as JSON, one module a format.

What comes in is a rulebook; what goes out is a text. `rulebook.reading` reads the first two to the same tree; no word
of it is ever left out.
"""
