"""The tree, written as a native file, as plain text or as JSON.

What comes in is a rulebook; what goes out is a text that `rulebook.reading` reads to the same tree.
"""
