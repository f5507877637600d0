"""The user's own templates: read, run shut off from the machine, and what is wrong in them said.

What comes in is a folder of templates and what is to be printed; what goes out is what they make of it, or findings
with their lines. It never lets a template reach a file or a network.
"""
