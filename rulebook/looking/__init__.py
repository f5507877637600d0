"""Questions to a tree: which provision is meant, who refers to whom, what a term means.

What comes in is a rulebook and a question; what goes out are paths and spans, all that there are. It never chooses
between them.
"""
