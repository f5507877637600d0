"""A document of LibreOffice and its kin as paragraphs: its styles, lists, tables, notes and tracked changes.

What comes in are bytes; what goes out is a `Document`, with the numbers that LibreOffice would print. Nothing in the
file is ever run.
"""
