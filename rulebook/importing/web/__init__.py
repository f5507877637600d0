"""A page of HTML as paragraphs: its lists, tables and notes, without what stands around the text.

What comes in are bytes; what goes out is a `Document`, with the numbers that a browser would print. Nothing is ever
fetched.
"""
