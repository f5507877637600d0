"""What somebody sent in, before anything is understood of its instructions.

What comes in is the text of a file; what goes out is a draft: its head, its sections and points, the names under it,
and where its instructions stand. It never carries one out.
"""
