"""Text as paragraphs: pasted, printed to a file, or in any kind of Markdown.

What comes in is a text; what goes out is a `Document`, with what a program lost on the way put back where that is
certain. It never says what belongs under what.
"""
