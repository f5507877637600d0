"""A rulebook as a tree: its source, references, numbering and provisions, and what is done with one.

What comes in are files; what goes out are trees, findings about them, comparisons of them, and files again. It never
knows that there are amendments.
"""

__version__ = "0.1.0"
