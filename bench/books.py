"""Made-up rulebooks and edited copies of them, the same for the same seed: nothing in them comes from any party's book.

`book` makes the tree of a book of about so many words, 24 of them to a provision (the bundled editions have 19);
`edited` makes a copy with so many edits, each of them in another list. A deletion or an insertion of a provision
renumbers what follows it there.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from rulebook.numbering import numeral
from rulebook.provision import DEFAULT_SCHEME, Path, Provision, Rulebook

_WHO = (
    "the Executive", "the conference", "a branch", "each constituency committee", "the procedures secretary",
    "an affiliated society", "the regional board", "a member in good standing", "the returning officer",
    "the scrutineers", "the treasurer", "the youth section", "any candidate", "the disputes panel", "a delegation",
    "the auditor", "every elected councillor", "the whips", "the policy forum", "the general secretary",
    "the women’s section", "an overseas group", "the standing orders committee", "the student wing",
)  # fmt: skip
_MUST = (
    "shall",
    "may",
    "must",
    "shall not",
    "may at any time",
    "shall without delay",
    "is entitled to",
    "has power to",
)
_DO = (
    "publish", "elect", "appoint", "consider", "record", "approve", "refer", "invite", "count", "confirm", "suspend",
    "amend", "report on", "withdraw", "shortlist", "nominate", "circulate", "adjourn", "certify", "challenge",
    "investigate", "delegate", "postpone", "ratify", "audit", "dissolve", "summon", "inspect", "renew", "transfer",
    "translate", "announce", "decline", "reopen", "sign", "verify", "levy", "waive", "reimburse", "arbitrate",
)  # fmt: skip
_WHAT = (
    "a timetable", "the ballot", "the minutes", "every nomination", "the accounts", "a shortlist", "a vacancy",
    "the procedural rules", "a motion", "the result", "a complaint", "the membership list", "an appeal", "the agenda",
    "the register of delegates", "the statement of each candidate", "the subscription", "the affiliation fee",
    "a hustings", "the hardship fund", "an emergency resolution", "the campaign levy", "a selection interview",
    "the code of conduct", "an election address", "the safeguarding policy", "a postal vote", "the quorum",
    "the boundary review", "a bank mandate", "the equality plan", "a written warning", "the donations ledger",
    "a twinning agreement", "the training programme", "an observer’s credentials", "the archive", "a by-election",
)  # fmt: skip
_WHEN = (
    "within {n} days", "not later than {n} weeks before the conference", "by a majority of those voting",
    "on the request of {n} branches", "in each year that ends in {d}", "by secret ballot", "in writing",
    "at a meeting of which {n} days’ notice was given", "where {n} per cent of the members so ask",
    "after the annual meeting", "before the close of nominations", "for a term of {d} years", "by electronic means",
    "at the expense of the party concerned", "without prejudice to any earlier decision", "during an adjournment",
    "up to a limit of {n} pounds", "in the presence of {d} witnesses", "unless the chair rules otherwise",
)  # fmt: skip
_JOIN = ("and", "or", "provided that", "unless", "after which", "in which case")
_TITLES = ("Membership", "Meetings", "Officers", "Selections", "Finance", "Appeals", "Elections", "Conduct", "Branches")


def _sentence(random: Random, places: list[str]) -> str:
    parts = []
    for _ in range(random.choice((1, 1, 1, 2))):
        when = random.choice(_WHEN).format(n=random.randint(2, 60), d=random.randint(0, 9))
        parts.append(f"{random.choice(_WHO)} {random.choice(_MUST)} {random.choice(_DO)} {random.choice(_WHAT)} {when}")
    words = parts[0]
    for part in parts[1:]:
        words += f", {random.choice(_JOIN)} {part}"
    if places and random.random() < 0.15:
        words += f", subject to Chapter {random.choice(places)} above"
    return words[0].upper() + words[1:] + "."


def _provisions(random: Random, depth: int, least: int, most: int, places: list[str]) -> tuple[Provision, ...]:
    level, found = DEFAULT_SCHEME.levels[depth], []
    for number in range(1, random.randint(least, most) + 1):
        deeper = depth < 4 and random.random() < (0.35, 0.25)[depth > 2]
        below = _provisions(random, depth + 1, 2, 5, places) if deeper else ()
        text = " ".join(_sentence(random, places) for _ in range(random.choice((1, 1, 1, 2))))
        text = text[:-1] + ":" if below else text
        tail = _sentence(random, places) if below and random.random() < 0.2 else ""
        found.append(Provision(level.kind, numeral(number, level.style), "", text, below, tail))
    return tuple(found)


def book(words: int, seed: int = 1) -> Rulebook:
    """A book of at least that many words, and at most a clause more."""
    random = Random(seed)
    chapters: list[Provision] = []
    places: list[str] = []
    left = words
    while left > 0:
        clauses: list[Provision] = []
        for number in range(1, random.randint(4, 12) + 1):
            if left > 0:
                label = numeral(number, "I")
                heading = f"{random.choice(_TITLES)} and {random.choice(_TITLES).lower()}"
                clauses.append(Provision("clause", label, heading, "", _provisions(random, 2, 3, 9, places)))
                left -= len(clauses[-1].words().split())
                places = [*places[-40:], f"{len(chapters) + 1}, Clause {label}, sub-clause 1"]
        chapters.append(Provision("chapter", str(len(chapters) + 1), random.choice(_TITLES), "", tuple(clauses)))
    return Rulebook("Rules of the Barchester Party", "Barchester Party", "2026", chapters=tuple(chapters))


def edited(rulebook: Rulebook, edits: int, seed: int = 2) -> Rulebook:
    """A copy with that many edits: half of them of words, the rest provisions put in and taken out."""
    random = Random(seed)
    lists = [path for path, one in rulebook.walk() if one.kind != "chapter" and len(one.children) > 2]
    chosen = dict.fromkeys(random.sample(lists, edits), 0)
    return replace(rulebook, chapters=_edited(random, rulebook.chapters, (), chosen))


def _edited(
    random: Random, siblings: tuple[Provision, ...], path: Path, chosen: dict[Path, int]
) -> tuple[Provision, ...]:
    found = [
        replace(one, children=_edited(random, one.children, (*path, place), chosen))
        for place, one in enumerate(siblings)
    ]
    if path not in chosen:
        return tuple(found)
    place = random.randrange(1, len(found))
    match random.randrange(4):
        case 0:
            del found[place]
        case 1:
            found.insert(place, Provision(found[0].kind, "", "", _sentence(random, [])))
        case _:
            found[place] = replace(found[place], text=_other_words(random, found[place].text))
    style = DEFAULT_SCHEME.levels[len(path)].style
    return tuple(replace(one, label=numeral(number, style)) for number, one in enumerate(found, 1))


def _other_words(random: Random, text: str) -> str:
    words = text.split(" ")
    place = random.randrange(1, len(words) - 1)
    if random.random() < 0.5:
        words[place : place + 2] = random.choice(_WHO).split()
    else:
        words.insert(place, random.choice(("in person", "as soon as may be", "if so directed")))
    return " ".join(words)
