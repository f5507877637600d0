"""A paper for conference as data: what it says and in which order, for any format to set out.

All the words of the draft are in it. The wording before and after a rule change is computed from the rulebook, never
copied from the draft.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from amendments.before_and_after import Wording, wording
from amendments.body import body_lines
from amendments.draft import ARGUMENTS, Draft, Section, Signatory
from amendments.printed import Line, plain, printable, words_in
from rulebook.comparison import Comparison
from rulebook.provision import Rulebook

KIND_NAMES = {
    "rule change": "Rule change",
    "motion": "Motion",
    "emergency motion": "Emergency motion",
    "amendment to motion": "Amendment to a motion",
    "open letter": "Open letter",
}

BESIDE_THE_MOTION = frozenset(ARGUMENTS) | {"synopsis", "background", "exceptional circumstances", "applicability"}
"""Headings under which a motion's own text does not stand, so that a limit on its length leaves them out."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the paper and the lines under it. The heading is empty for words that stand before any.

    `note` is for formats that mark new words, and says how.
    """

    heading: str
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A motion, a rule change or an open letter, ready to be set out.

    `agreed` is a date as it is printed, or the draft's own words. `where` names the clauses that a rule change
    touches, or the motion that is amended; `existing` and `amended` are the wording of the clauses, empty where no
    comparison was given. `instructions` are the amendment's own words and `argument` those in support. `sections` is
    all the rest of the draft, in its order. `words` counts the text: of a motion without its supporting argument and
    background, of anything else all of it.
    """

    kind: str
    title: str
    organisation: str = ""
    sender: str = ""
    conference: str = ""
    rulebook: str = ""
    edition: str = ""
    agreed: str = ""
    mover: str = ""
    seconder: str = ""
    recipients: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    where: tuple[str, ...] = ()
    existing: tuple[Line, ...] = ()
    instructions: tuple[Line, ...] = ()
    amended: tuple[Line, ...] = ()
    sections: tuple[Part, ...] = ()
    argument: Part | None = None
    words: int = 0

    @property
    def kind_name(self) -> str:
        """What the paper is, as it is printed above its title."""
        return KIND_NAMES.get(self.kind, self.kind.capitalize())

    @property
    def facts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What stands under the title: names and the lines beside them, without those that nobody filled in."""
        letter = self.kind == "open letter"
        found = (
            ("To", self.recipients),
            ("From" if letter else "Submitted by", (self.sender,)),
            ("For", (self.conference,)),
            ("Date" if letter else "Agreed", (self.agreed,)),
            ("Moved by", (self.mover,)),
            ("Seconded by", (self.seconder,)),
            ("Amends", self.where),
        )
        return tuple((name, tuple(filter(None, values))) for name, values in found if any(values))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The headings of the paper in the order in which they are printed."""
        marked = any(run.new for line in self.amended for run in line.runs)
        found = (
            Part("Existing wording", self.existing),
            Part("Amendment", self.instructions),
            Part("Wording as amended", self.amended, "New words are underlined." if marked else ""),
            *self.sections,
            *([self.argument] if self.argument else []),
        )
        return tuple(part for part in found if part.lines)

    @property
    def subtitle(self) -> str:
        """What the paper is and, for a rule change, of which rules."""
        if self.kind != "rule change" or not self.rulebook:
            return self.kind_name
        return f"{self.kind_name} to {self.rulebook}" + (f", {self.edition} edition" if self.edition else "")

    @property
    def signed(self) -> str:
        """The heading of the list of those who signed, with their number."""
        count = len(self.signatories)
        return f"Signed by {count:,} {'person' if count == 1 else 'people'}"

    @property
    def signatures(self) -> tuple[tuple[str, ...], ...]:
        """Those who signed as the rows of a table, below its head; a column that nobody filled in is left out."""
        signed = [(s.name, s.branch, s.date, s.comment) for s in self.signatories]
        rows = [("Name", "Branch", "Date", "Comment"), *signed]
        filled = [n for n in range(4) if any(row[n] for row in rows[1:])]
        return tuple(tuple(row[n] for n in filled) for row in rows) if filled else ()

    @property
    def footer(self) -> str:
        """The length of the text, and the edition that it was drafted on."""
        count = f"{self.words:,} word{'' if self.words == 1 else 's'}"
        return f"{count} · Drafted on the {self.edition} edition" if self.edition else count


def paper(draft: Draft, rulebook: Rulebook | None = None, comparison: Comparison | None = None) -> Paper:
    """The paper of a draft. A rule change shows the wording before and after it where a comparison is given."""
    start, end = draft.amendment
    instructions = body_lines(draft.source.text[start:end]) if end > start else ()
    rest = [section for section in draft.sections if not _holds_amendment(section, draft)]
    argued = next((section for section in rest if section.heading.casefold() in ARGUMENTS), None)
    argument = _part(argued) if argued else None
    sections = tuple(_part(section) for section in rest if section is not argued)
    shown = wording(comparison) if comparison is not None else Wording((), (), ())
    return Paper(
        kind=draft.kind,
        title=printable(draft.title),
        organisation=printable(rulebook.organisation) if rulebook else "",
        sender=printable(draft.sender),
        conference=printable(draft.conference),
        rulebook=printable(rulebook.title) if rulebook else "",
        edition=printable(draft.edition or (rulebook.edition if rulebook and draft.kind == "rule change" else "")),
        agreed=printed_date(printable(draft.agreed)),
        mover=printable(draft.mover),
        seconder=printable(draft.seconder),
        recipients=tuple(printable(recipient) for recipient in draft.recipients),
        signatories=tuple(_printed(signatory) for signatory in draft.signatories),
        where=shown.where or tuple(filter(None, [printable(draft.other.get("motion", ""))])),
        existing=shown.existing,
        instructions=instructions,
        amended=shown.amended,
        sections=sections,
        argument=argument,
        words=_words(draft.kind, instructions, sections, argument),
    )


def _holds_amendment(section: Section, draft: Draft) -> bool:
    start, end = draft.amendment
    return section.span[0] < end and start < section.span[1]


def _part(section: Section) -> Part:
    return Part(printable(section.heading), body_lines(section.body))


def _words(kind: str, instructions: Iterable[Line], sections: tuple[Part, ...], argument: Part | None) -> int:
    """The words of the text, with the headings that are part of its sentences ("This CLP notes")."""
    motion = kind in ("motion", "emergency motion")
    counted = [part for part in sections if not (motion and part.heading.casefold() in BESIDE_THE_MOTION)]
    if argument and not motion:
        counted.append(argument)
    headings = [Line(plain(part.heading)) for part in counted] if motion else []
    return words_in([*instructions, *headings, *(line for part in counted for line in part.lines)])


def _printed(signatory: Signatory) -> Signatory:
    return Signatory(
        printable(signatory.name),
        printable(signatory.branch),
        printed_date(printable(signatory.date)),
        printable(signatory.comment),
    )


def printed_date(written: str) -> str:
    """A date as it is printed, "13 May 2027"; what is not written as 2027-05-13 is left as it is."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    return f"{day.day} {day:%B} {day.year}"
