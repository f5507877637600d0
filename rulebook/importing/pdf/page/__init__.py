"""What stands on a page of a PDF: letters, words, lines, columns, tables, drawings.

What comes in is a file, taken apart in another process; what goes out are the lines of each page in reading order. It
never makes paragraphs of them.
"""
