"""What stands at a spot, in the ways that a drafter may quote it."""

from __future__ import annotations

from amendments.applying.places.parts import part_region
from amendments.applying.places.spot import Spot
from rulebook.provision import Provision, Rulebook, shown_label


def wordings(rulebook: Rulebook, spot: Spot) -> list[str]:
    """What a spot reads, each way that a drafter may quote it: with numbers and without, children and tail included."""
    if spot.parts:
        path, part, start, end = part_region(rulebook, spot)
        return [rulebook.part(path, part)[start:end]]
    provisions = [rulebook.at(path) for path in spot.paths if path]
    if not provisions:
        return []
    numbered = " ".join(_numbered(provision) for provision in provisions)
    bare = " ".join(provision.words() for provision in provisions)
    inner = " ".join([provisions[0].text, *(_numbered(child) for child in provisions[0].children), provisions[0].tail])
    coded = f"{rulebook.reference(spot.path)} {inner}"
    return [coded, numbered, bare, inner, f"{provisions[0].heading} {inner}"]


def _numbered(provision: Provision) -> str:
    inner = [
        shown_label(provision),
        provision.heading,
        provision.text,
        *(_numbered(child) for child in provision.children),
        provision.tail,
    ]
    return " ".join(words for words in inner if words)
