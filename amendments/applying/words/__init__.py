"""Quoted words, looked for in a text, whatever the shape of its quotation marks, dashes and spaces.

What comes in are the words of a quotation and a text; what goes out are the stretches that match, or the nearest there
are. It never takes near for equal, and never sees a rulebook.
"""
