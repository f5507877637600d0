"""Two books as one document with the changes tracked.

What comes in is a comparison; what goes out are marked paragraphs, and the Word file that they make. With all changes
accepted it is the new book, with all rejected the old one; it never holds a word of neither.
"""
