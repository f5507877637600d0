"""Rulebooks as people have them, in Word, OpenDocument, HTML, PDF, text and other Markdown, made into the tree.

Each format has a folder that reads a file into a `Document`: its paragraphs, with what the file says of their places.
`levels` puts the paragraphs under one another, whatever the format was.
"""
