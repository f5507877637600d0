"""A PDF as paragraphs, told by where its words stand on the pages."""
