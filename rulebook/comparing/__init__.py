"""Two trees compared, provision by provision and word by word.

What comes in are two rulebooks; what goes out is a comparison: what was put in, taken out, changed, moved and
renumbered. It never shows anything.
"""
