"""New text, read as the provisions that it puts in, with the numbers that they get.

What comes in are the words of a quotation and the place that they go to; what goes out are provisions with labels and
children. It never makes up a number that the place does not tell.
"""
