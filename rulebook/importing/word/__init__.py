"""A document of Word as paragraphs: its styles, automatic numbers, tables, notes and tracked changes.

What comes in are bytes; what goes out is a `Document`, with the numbers that Word would print. Macros are never read.
"""
