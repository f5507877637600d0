"""A paper for conference as data: what it says and in which order, for any format to set out.

All the words of the draft are in it. The wording before and after a rule change is computed from the rulebook, never
copied from the draft. A briefing and a covering e-mail are papers too, made in modules of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amendments.comparing.before_and_after import Wording, wording
from amendments.drafts.body_lines import body_lines
from amendments.drafts.draft import Draft
from amendments.drafts.head import Contribution
from amendments.drafts.length import holds_amendment, length
from amendments.drafts.sections import AGAINST, ARGUMENTS, Section
from amendments.drafts.signatories import Signatory
from amendments.setting_out.side_by_side import Pair
from rulebook.comparing.comparison import Comparison
from rulebook.printed.lines import Line, printable
from rulebook.provision import Rulebook

KIND_NAMES = {
    "rule change": "Rule change",
    "motion": "Motion",
    "emergency motion": "Emergency motion",
    "amendment to motion": "Amendment to a motion",
    "composite": "Composite motion",
    "motion of no confidence": "Motion of no confidence",
    "motion of intent": "Motion of intent",
    "open letter": "Open letter",
    "petition": "Petition",
    "briefing": "Delegates’ briefing",
    "covering e-mail": "Covering e-mail",
}
LETTERS = frozenset(("open letter", "petition", "covering e-mail"))


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the paper and the lines under it. The heading is empty for words that stand before any.

    `note` is for formats that mark new words, and says how. `columns` are rows of two columns, under `heads`, in place
    of lines.
    """

    heading: str
    lines: tuple[Line, ...] = ()
    note: str = ""
    columns: tuple[Pair, ...] = ()
    heads: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Paper:
    """A motion, a rule change or an open letter, ready to be set out.

    `agreed` is a date as it is printed, or the draft's own words. `where` names the clauses that a rule change
    touches, or the motion that is amended; `existing` and `amended` are the wording of the clauses, empty where no
    comparison was given. `instructions` are the amendment's own words, `argument` those in support and `against` those
    of the other side. `sections` is all the rest of the draft, in its order. `words` counts the text: of a motion
    without its supporting argument and background, of anything else all of it. With `columns`, the wording is shown in
    two columns.
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
    brought_by: tuple[Contribution, ...] = ()
    where: tuple[str, ...] = ()
    existing: tuple[Line, ...] = ()
    instructions: tuple[Line, ...] = ()
    amended: tuple[Line, ...] = ()
    sections: tuple[Part, ...] = ()
    argument: Part | None = None
    against: Part | None = None
    words: int = 0
    columns: tuple[Pair, ...] = ()

    @property
    def kind_name(self) -> str:
        """What the paper is, as it is printed above its title."""
        return KIND_NAMES.get(self.kind, self.kind.capitalize())

    @property
    def facts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What stands under the title: names and the lines beside them, without those that nobody filled in."""
        letter = self.kind in LETTERS
        found = (
            ("To", self.recipients),
            ("From" if letter else "Submitted by", (self.sender,)),
            ("Brought by", tuple(dict.fromkeys(one.sender for one in self.brought_by))),
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
        underlined = any(run.new for line in self.amended for run in line.runs)
        note = "New words are underlined." if underlined else ""
        existing, amended = Part("Existing wording", self.existing), Part("Wording as amended", self.amended, note)
        both = Part("Wording", note=note, columns=self.columns, heads=("Existing", "As amended"))
        amendment = Part("Amendment", self.instructions)
        found = (
            *((both, amendment) if self.columns else (existing, amendment, amended)),
            *self.sections,
            *(part for part in (self.argument, self.against) if part),
            _table("Who brought what", ("Brought by", "Motion", "What is taken from it"), self._contributions),
            _table(self.signed, ("Name", "Branch", "Date", "Comment"), self._signatures),
        )
        return tuple(part for part in found if part.lines or part.columns)

    @property
    def _contributions(self) -> list[tuple[str, ...]]:
        said = any(one.motion or one.part for one in self.brought_by)
        return [(one.sender, one.motion, one.part) for one in self.brought_by] if said else []

    @property
    def _signatures(self) -> list[tuple[str, ...]]:
        return [(one.name, one.branch, one.date, one.comment) for one in self.signatories]

    @property
    def subtitle(self) -> str:
        """What the paper is and, for a rule change, of which rules."""
        names = {"rule change": self.kind_name, "briefing": f"{self.kind_name} on a rule change"}
        if self.kind not in names or not self.rulebook:
            return self.kind_name
        return f"{names[self.kind]} to {self.rulebook}" + (f", {self.edition} edition" if self.edition else "")

    @property
    def signed(self) -> str:
        """The heading of the list of those who signed, with their number."""
        count = len(self.signatories)
        return f"Signed by {count:,} {'person' if count == 1 else 'people'}"

    @property
    def footer(self) -> str:
        """The length of the text, and the edition that it was drafted on."""
        count = f"{self.words:,} word{'' if self.words == 1 else 's'}" if self.words else ""
        edition = f"Drafted on the {self.edition} edition" if self.edition else ""
        return " · ".join(filter(None, (count, edition)))


def _table(heading: str, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> Part:
    """A part that is a table, without the columns that nobody filled in; without rows it is empty."""
    filled = [n for n in range(len(head)) if any(row[n] for row in rows)]
    cells = tuple(tuple(row[n] for n in filled) for row in (head, *rows))
    return Part(heading, (Line(kind="table", rows=cells),) if rows else ())


def paper(
    draft: Draft, rulebook: Rulebook | None = None, comparison: Comparison | None = None, *, columns: bool = False
) -> Paper:
    """The paper of a draft. A rule change shows the wording before and after it where a comparison is given, with
    `columns` side by side."""
    start, end = draft.amendment
    instructions = body_lines(draft.source.text[start:end]) if end > start else ()
    rest = [section for section in draft.sections if not holds_amendment(section, draft)]
    argued = next((section for section in rest if section.heading.casefold() in ARGUMENTS), None)
    denied = next((section for section in rest if section.heading.casefold() in AGAINST), None) if argued else None
    argument, against = (_part(section) if section else None for section in (argued, denied))
    sections = tuple(_part(section) for section in rest if section not in (argued, denied))
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
        brought_by=tuple(
            Contribution(printable(one.sender), printable(one.motion), printable(one.part)) for one in draft.brought_by
        ),
        where=shown.where or tuple(filter(None, [printable(draft.motion)])),
        existing=shown.existing,
        instructions=instructions,
        amended=shown.amended,
        sections=sections,
        argument=argument,
        against=against,
        words=length(draft),
        columns=shown.columns if columns else (),
    )


def _part(section: Section) -> Part:
    return Part(printable(section.heading), body_lines(section.body))


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
