"""The words of an instruction, read as edits.

What comes in is a text; what goes out are instructions: edits as plain values, and what could not be read. It may ask
a judge what edits come to, and never looks at a rulebook itself.
"""
