"""A native file, or plain text in the usual printed layout, read as the tree.

What comes in is a source; what goes out is a rulebook, and findings about it. It never drops a word.
"""
