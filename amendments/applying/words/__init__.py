"""Quoted words, found in a rulebook.

What comes in are the words of a quotation and a place; what goes out are the places of the text that match, or the
nearest there is. It never takes near for equal.
"""
