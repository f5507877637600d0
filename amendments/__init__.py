"""Amendments: drafts read, carried out on a rulebook, checked, compared and set out, one room a step.

What comes in are drafts and the rulebook that they are on; what goes out are findings, the rules after them,
comparisons and papers. It never changes a rulebook or a draft where it stands.
"""
