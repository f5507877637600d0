"""What came of an import, examined as a stranger would who knows only what rulebooks look like.

What comes in is the tree, its report and the words of the file, taken from it by another way; what goes out is a grade:
sound, doubtful or wrong, with the marks that it stands on and the places to look at first. Nothing is changed here.
"""
