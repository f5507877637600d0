"""What is to be printed, made into a file: Markdown, text, HTML, PDF, or a document of a word processor.

What comes in are lines of print; what goes out are the bytes of a file, set out by our templates or the user's own. It
never decides what is said.
"""
