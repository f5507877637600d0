"""What all formats have in common: how large a file may be, its paragraphs, its marks and labels.

What comes in are bytes and pieces of text; what goes out are paragraphs. It never says what belongs under what.
"""
