"""A page of HTML as paragraphs: its lists, tables and notes, without what stands around the text."""
