"""New text, read as the provisions that it puts in.

What comes in is a quotation; what goes out are provisions with labels and children. It never makes up a number.
"""
