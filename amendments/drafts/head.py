"""The head of a draft, its front matter, in the drafter's words: what each name means, and what is misspelt there."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from amendments.drafts import signatories
from amendments.drafts.signatories import Signatory
from rulebook.diagnostics import Diagnostic, Severity, Suggestion
from rulebook.reading.reader import Fact
from rulebook.source import Source, Unreadable

KINDS = (
    "rule change", "motion", "emergency motion", "amendment to motion", "composite", "motion of no confidence",
    "motion of intent", "open letter", "petition",
)  # fmt: skip
ALSO_CALLED = {
    "composite motion": "composite", "no confidence": "motion of no confidence",
    "no confidence motion": "motion of no confidence", "policy motion": "motion",
}  # fmt: skip
"""Other names of kinds, hyphens made spaces."""
FIELDS = (
    "kind", "title", "from", "conference", "rulebook", "agreed", "mover", "seconder", "to", "signatories", "motion",
    "brought by", "contact",
)  # fmt: skip
"""The names that front matter may have which mean something here."""
PRINTED = {
    "submitted by": "from", "sent by": "from", "for": "conference", "date": "agreed", "moved by": "mover",
    "proposer": "mover", "proposed by": "mover", "seconded by": "seconder",
}  # fmt: skip
"""What a paper prints for some of these names, and what else meetings call them: names that are not read here."""
IN_WORDS = {
    "kind": "kind", "title": "title", "subject": "title", "from": "from", "conference": "conference",
    "rulebook": "rulebook", "rule book": "rulebook", "rules": "rulebook", "agreed": "agreed", "mover": "mover",
    "seconder": "seconder", "to": "to", "contact": "contact",
    **{name: known for name, known in PRINTED.items() if name != "for"},
}  # fmt: skip
"""The names that a head may have which somebody typed in plain words: "From: Barchester", "Moved by: Ada Brook"."""
_IN_WORDS = re.compile(
    r"""[ \t]*[*_]{0,2}(?P<name>[A-Za-z][A-Za-z ]{1,20}?)[*_]{0,2}:[*_]{0,2}[ \t]+  # Moved by:
        (?P<said>\S[^\n]{0,200}?)[*_]{0,2}[ \t]*(?:\n|\Z)                       # Ada Brook
    """,
    re.VERBOSE,
)
BROUGHT = ("from", "motion", "part")
"""The names of what is said of each body that brought part of a composite."""
NEAR = 0.75  # the likeness, as difflib counts it, of two names of which one is the other misspelt: "form" and "from"

_CURLY = re.compile(r"\A(?:[“”„](?P<words>[^“”„]*)[“”])\Z")  # marks that YAML takes for part of the words
_TABLE = re.compile(r"[^\n]+\.(?:csv|tsv|txt)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Contribution:
    """Who brought what to a composite: a body, the number or title of its motion, and the part taken from it."""

    sender: str
    motion: str = ""
    part: str = ""


def in_plain_words(text: str) -> tuple[dict[str, Fact], int]:
    """What the first lines of a draft say of it, where it has no front matter, and where its words begin.

    They are lines such as "From: Barchester", one after another or with a line free between them; the first line that
    is none ends them, and so does a name that is there already. A line that says nothing known is no head.
    """
    found: dict[str, Fact] = {}
    place = 0
    while True:
        place += len(text[place:]) - len(text[place:].lstrip())
        match = _IN_WORDS.match(text, place)
        name = IN_WORDS.get(" ".join(match["name"].lower().split()), "") if match else ""
        if match is None or not name or name in found:
            return found, place if found else 0
        found[name] = match["said"].strip("*_")
        place = match.end()


def kind_of(written: str, source: Source) -> str:
    """The kind that a draft says it is. Raises `Unreadable` where there is none such."""
    words = " ".join((written or "rule change").lower().replace("-", " ").split())
    kind = ALSO_CALLED.get(words, words)
    if kind not in KINDS:
        raise Unreadable(
            f"{source.name}: there is no kind of draft called “{written}”", f"the kinds are: {', '.join(KINDS)}"
        )
    return kind


def said(value: Fact, name: str, source: Source) -> str:
    """What front matter says, in words. Raises `Unreadable` where it is names and values in turn."""
    if isinstance(value, dict) or (isinstance(value, list) and not all(isinstance(one, str) for one in value)):
        raise Unreadable(
            f"{source.name}: “{name}” must be words, or a list of them",
            f'put quotation marks round words that begin with a bracket, as in  {name}: "{{...}}"',
        )
    return in_words(value)


def in_words(value: Fact) -> str:
    """Any value of front matter as words."""
    if isinstance(value, list):
        return ", ".join(in_words(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {in_words(one)}" for name, one in value.items())
    return _CURLY.sub(r"\g<words>", value)


def date(words: str, source: Source) -> str:
    """A date in figures as 2027-05-13, whether or not its zeros were typed; any other words as they are."""
    match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words)
    if not match:
        return words
    try:
        return datetime.date(*map(int, match.groups())).isoformat()
    except ValueError as problem:
        raise Unreadable(
            f"{source.name}: the date {words} cannot be read ({problem})",
            "write the year, the month and the day, as in  2027-05-13, or the date in words",
        ) from None


def recipients(value: Fact) -> tuple[str, ...]:
    """To whom it goes: one, or a list."""
    return tuple(filter(None, map(in_words, value if isinstance(value, list) else [value])))


def table_of_signatories(value: Fact) -> str:
    """The name of the file that has the signatories, where the draft gives one; else ""."""
    return value if isinstance(value, str) and _TABLE.fullmatch(value) else ""


def signed_by(value: Fact, source: Source) -> tuple[Signatory, ...]:
    """The signatories that the draft itself lists."""
    if value == "" or table_of_signatories(value):
        return ()
    if not isinstance(value, list):
        raise Unreadable(
            f"{source.name}: the signatories must be a list, or a file that ends in .csv",
            "as in  signatories: [{name: Ada Brook, branch: North}]  or  signatories: names.csv",
        )
    found = []
    for one in value:
        if isinstance(one, dict) and one.get("name"):
            name, branch, day, comment = (said(one.get(name, ""), name, source) for name in signatories.FIELDS)
            found.append(Signatory(name, branch, date(day, source), comment))
        elif one and isinstance(one, str):
            found.append(Signatory(in_words(one)))
        else:
            raise Unreadable(
                f"{source.name}: a signatory has no name: {in_words(one)}".rstrip(": "),
                "as in  - {name: Ada Brook, branch: North}",
            )
    return tuple(found)


def brought_by(value: Fact, source: Source) -> tuple[Contribution, ...]:
    """Who brought what to a composite."""
    found = []
    for one in value if isinstance(value, list) else [value] if value else []:
        if isinstance(one, dict):
            sender, motion, part = (said(one.get(name, ""), name, source) for name in BROUGHT)
        else:
            sender, motion, part = in_words(one), "", ""
        if not sender:
            raise Unreadable(
                f"{source.name}: under “brought by”, somebody is not named: {in_words(one)}".rstrip(": "),
                "as in  - {from: Barchester CLP, motion: 9, part: notes 1 and 2}",
            )
        found.append(Contribution(sender, motion, part))
    return tuple(found)


def in_small_letters(facts: dict[str, Fact], source: Source) -> dict[str, Fact]:
    """The same with each name that is known here as it is known: "Title" is "title".

    Raises `Unreadable` where both are there.
    """
    found: dict[str, Fact] = {}
    for name, value in facts.items():
        known = str(name).lower() if str(name).lower() in FIELDS else name
        if known in found:
            raise Unreadable(f"{source.name}: “{known}” is here a second time, as “{name}”", "keep one of the two")
        found[known] = value
    return found


def misspelt(facts: dict[str, Fact], source: Source, end: int) -> Iterator[Diagnostic]:
    """Findings for names in the front matter that are nearly ones we know. Other names are the drafter's own."""
    given: list[tuple[str, tuple[str, ...]]] = [(name, FIELDS) for name in facts]
    lists: dict[str, tuple[str, ...]] = {"signatories": signatories.FIELDS, "brought by": BROUGHT}
    for field, inner in lists.items():
        value = facts.get(field)
        said_of = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
        given += [(name, inner) for name in dict.fromkeys(name for one in said_of for name in one)]
    for name, known in given:
        if name in known:
            continue
        written = " ".join(str(name).lower().split())
        meant = PRINTED.get(written, "") if known is FIELDS else ""
        close = [meant] if meant and not facts.get(meant) else difflib.get_close_matches(written, known, 1, NEAR)
        if not close:
            continue
        place = re.compile(rf"(?<![\w-]){re.escape(str(name))}(?=[\"']?\s*:)").search(source.text, 0, end)
        yield Diagnostic(
            "field-unknown",
            f"“{name}” is not a name that is known here; did you mean “{close[0]}”?",
            "what is written there is not used; correct the name",
            Severity.WARNING,
            source,
            place.span() if place else None,
            (Suggestion(f"write {close[0]}", close[0], safe=True),),
        )
