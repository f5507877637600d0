"""Each verb and what belongs to it, made into edits.

A module for each thing that is done; `verbs` has the table of them. What a sentence has given so far is its sketch.
"""
