"""An outcome or a draft on paper: motion, briefing, columns, e-mail, consolidated rules.

What comes in is a draft, with its outcome where it changes rules; what goes out is a paper, in the format that is asked
for. It never says anything that is in neither.
"""
