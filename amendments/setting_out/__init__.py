"""What is to be printed, made into a file: Markdown, text, HTML, PDF, or a document of a word processor.

What comes in are lines of print, and the templates that the user brings; what goes out are the words or the bytes of a
file. It never decides what is said.
"""
