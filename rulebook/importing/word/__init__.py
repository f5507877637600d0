"""A document of Word as paragraphs: its styles, automatic numbers, tables, notes and tracked changes."""
