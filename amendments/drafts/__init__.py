"""What somebody sent in, before anything is understood of its instructions.

What comes in is a file; what goes out is a draft: its head, its sections and points, the names under it. It never
looks into a rulebook.
"""
