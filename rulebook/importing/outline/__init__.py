"""Paragraphs, put under one another.

What comes in are the paragraphs of a document, whatever its format; what goes out is the tree that they make and
what had to be guessed. It never knows which format they came from.
"""
