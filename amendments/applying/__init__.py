"""Edits, carried out on the rules as they stand.

What comes in are edits and a rulebook; what goes out is the outcome: the rulebook after them, or why there is none. It
never changes a book, and never carries out a part of an amendment.
"""
