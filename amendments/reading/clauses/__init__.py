"""The phrases of a sentence made into clauses: a verb, and what each of the other phrases does for it.

Where a sentence has no reading as its words stand, its slips are put right, or words taken as quoted; every reading
is given, and which is meant is for others to say.
"""
