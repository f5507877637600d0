"""The lines of a text that belong to its body, without what is printed round each page.

What comes in is a text; what goes out are its lines, without heads, feet, page numbers and the numbers of lines. It
never makes paragraphs of them.
"""
