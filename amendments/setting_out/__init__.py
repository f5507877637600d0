"""What is to be printed, made into a file: Markdown, plain text, HTML, PDF, docx or odt.

What comes in are lines of print, and the templates that the user brings; what goes out are the words or the bytes of a
file. It never decides what is said.
"""
