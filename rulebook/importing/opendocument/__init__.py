"""A document of LibreOffice and its kin as paragraphs: its styles, lists, tables, notes and tracked changes."""
