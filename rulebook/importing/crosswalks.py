"""Which provisions of an older edition became which of a new one, proposed by their words for somebody to confirm.

Nothing is written into a rulebook: the lines are there to be looked at and pasted into its front matter.
"""

from __future__ import annotations

from rulebook.provision import Rulebook

ALIKE = 60.0  # of 100, the least likeness of words that is worth proposing


def proposed(old: Rulebook, new: Rulebook) -> str:
    """The lines of a crosswalk: every chapter and clause whose number changed, with how much alike their words are."""
    from rapidfuzz import fuzz

    depth = max(1, sum(1 for level in old.scheme.levels if level.word))
    after = {path: one for path, one in new.walk() if len(path) <= depth and one.kind != "preamble"}
    words = {path: one.words() for path, one in after.items()}
    lines, gone = [], []
    for path, one in old.walk():
        if len(path) > depth or one.kind == "preamble":
            continue
        mine = one.words()
        alike = {place: fuzz.ratio(mine, words[place]) for place in after if len(place) == len(path)}
        best = max(alike, key=lambda place: alike[place], default=None)
        likeness = 0.0 if best is None else alike[best]
        before = old.reference(path)
        if best is None or likeness < ALIKE:
            gone.append(f"  # {before} {one.heading}: nothing in the new edition is like it")
        elif new.reference(best) != before:
            lines.append(f'  "{before}": {new.reference(best)}   # {one.heading} ({likeness:.0f} % alike)')
    if not lines and not gone:
        return "crosswalk: every chapter and clause has its old number"
    head = [
        "Which number became which, proposed by the words. Look at each line, and paste",
        "those that are right between the two lines --- at the head of the new rulebook:",
    ]
    return "\n".join([*head, "crosswalk:", *lines, *gone])
