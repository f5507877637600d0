"""What is wrong with a draft, and what would put it right.

What comes in is a draft with the rules that it is on and the standing orders that it must pass; what goes out are
findings, and the text of the draft with what they suggest. It never writes a file.
"""
