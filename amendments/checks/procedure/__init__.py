"""The checks of a draft against standing orders, one a file, and what they stand on.

What comes in is a submission with its standing orders; what goes out are places and what is wrong there. Where no
standing orders are known, they are never imported.
"""
