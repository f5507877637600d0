"""Provisions as they are printed: as lines, and named in words.

What comes in are provisions; what goes out are lines of print, and names such as “sub-clauses 5 to 7”. It never
knows what they are printed on.
"""
