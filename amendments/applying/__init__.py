"""Edits, carried out on the rules as they stand.

What comes in are instructions and a rulebook; what goes out is the outcome: the rulebook after them, or why there is
none, and an account of which instruction did what. It never carries out a part of an amendment.
"""
