"""Old wording and new, side by side: under headings, in the rows of a table, or marked in the text itself.

What comes in is a text; what goes out is which of its words are the old ones and which the new, and of what place. The
old words are compared with the rules afterwards, like every quotation.
"""
