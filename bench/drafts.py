"""Made-up drafts that are valid on a made-up book: words replaced or put in, or a provision deleted, one to a draft."""

from __future__ import annotations

from random import Random

from rulebook.provision import Rulebook

HEAD = """\
---
kind: rule change
title: Draft {number}
from: Barchester CLP
agreed: 2027-05-01
---

## Amendment

"""


def drafts(rulebook: Rulebook, number: int, seed: int = 1) -> list[str]:
    """So many drafts, each of one instruction on a provision with nothing under it."""
    random = Random(seed)
    leaves = [
        (path, one) for path, one in rulebook.walk() if len(path) > 2 and not one.children and len(one.text.split()) > 8
    ]
    found = []
    for place in range(number):
        path, one = random.choice(leaves)
        where, words = rulebook.reference(path), one.text.split()
        old, new = " ".join(words[:5]), " ".join([*words[:4], "whole", words[4]])
        instruction = random.choice(
            (
                f"In {where}, replace “{old}” with “{new}”.",
                f"In {where}, insert at the end “This takes effect at once.”.",
                f"Delete {where}.",
            )
        )
        found.append(f"{HEAD.format(number=place + 1)}{instruction}\n")
    return found
