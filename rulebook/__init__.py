"""A rulebook as a tree: its source text, references, numbering, provisions, reading, writing and comparing."""
