"""The checks of the words of an amendment and of the book around them, one a file.

What comes in is a submission; what goes out are places and what is wrong there. They never ask for standing orders.
"""
