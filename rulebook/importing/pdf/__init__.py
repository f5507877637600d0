"""A PDF as paragraphs, told by where its words stand on the pages.

What comes in are bytes; what goes out is a `Document`, without what repeats round the pages. Nothing in the file is
ever run, followed or drawn.
"""
