"""A rulebook as a tree: its source text, references, numbering, provisions, reading, writing and comparing."""

__version__ = "0.1.0"
