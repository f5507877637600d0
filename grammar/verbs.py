"""The verbs of instructions, each listed once, by its stem; its other forms are made by rule."""

from __future__ import annotations

VERBS = {
    "delete": "delete remove omit scrap repeal revoke rescind drop excise expunge erase cut strike abolish, "
    "leave+out take+out cut+out strike+out cross+out strike+down del",
    "insert": "insert add include append put create write+in put+in add+in place+in ins, "
    "put+in+its+place put+in+their+place put+instead",
    "replace": "replace",
    "substitute": "substitute use subst",
    "change": "change amend alter edit modify revise restate adjust update increase raise reduce lower extend shorten",
    "renumber": "renumber re-number reletter re-letter redesignate re-designate relabel, "
    "move+up+one move+up+by+one close+up",
    "move": "move transfer relocate",
    "exchange": "exchange swap interchange transpose change+places change+their+places",
    "rename": "rename retitle re-title give",
}
"""What an instruction can do, and the stems of verbs that say so; "+" joins a verb and the word that goes with it."""

OF_FIGURES = frozenset("increase raise reduce lower extend shorten cut".split())
"""Verbs that are said of a figure: what stands after them without quotation marks only describes it."""

NOUNS = {
    "delete": "deletion removal omission repeal striking+out",
    "insert": "insertion addition inclusion",
    "replace": "replacement",
    "substitute": "substitution",
    "change": "alteration modification revision",
    "renumber": "renumbering re-numbering relettering redesignation",
    "move": "transfer",
}

_IRREGULAR = {
    "strike": ("strikes", "striking", "struck", "stricken"),
    "leave": ("leaves", "leaving", "left"),
    "take": ("takes", "taking", "taken"),
    "cut": ("cuts", "cutting", "cut"),
    "put": ("puts", "putting", "put"),
}
_DOUBLED = frozenset("omit scrap drop transfer".split())  # omitted, omitting


def forms(stem: str) -> dict[str, str]:
    """The forms of a verb, by the word: "base", "s", "ing", "ed"."""
    if stem in _IRREGULAR:
        third, ing, *past = _IRREGULAR[stem]
        found = {third: "s", ing: "ing"} | {word: "ed" for word in past}
    elif stem.endswith("y"):
        found = {f"{stem[:-1]}ies": "s", f"{stem}ing": "ing", f"{stem[:-1]}ied": "ed"}
    else:
        root = stem + stem[-1] if stem in _DOUBLED else stem.removesuffix("e")
        found = {f"{stem}s": "s", f"{root}ing": "ing", f"{root}ed": "ed"}
    return found | {stem: "base"}
