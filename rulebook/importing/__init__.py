"""Rulebooks as people have them, in files of any kind, made into the tree.

What comes in are the bytes of a file. Word, OpenDocument, HTML, PDF and text have a folder each, which reads them into
a `Document`, its paragraphs with what the file says of their places; `outline` puts the paragraphs under one another,
whatever the format was. What goes out is a rulebook with a report of what was left out and guessed; nothing is ever
lost without a word there.
"""
