"""Those who signed an open letter or a petition: from the draft's own head, or from a table as spreadsheets save it.

They are counted once each, and those of a table are sorted by surname. Of a table, only the columns that are to be
printed are read: e-mail addresses and telephone numbers never reach a paper.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rulebook.diagnostics import Diagnostic, Severity
from rulebook.source import Source, Span, Unreadable


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who signed. All but the name may be empty."""

    name: str
    branch: str = ""
    date: str = ""
    comment: str = ""


FIELDS = ("name", "branch", "date", "comment")
COLUMNS = {
    "name": "name", "full name": "name", "signatory": "name", "signed by": "name", "your name": "name",
    "branch": "branch", "party": "branch", "local party": "branch", "clp": "branch", "constituency": "branch",
    "organisation": "branch", "position": "branch", "role": "branch",
    "date": "date", "signed": "date", "signed on": "date", "timestamp": "date",
    "comment": "comment", "comments": "comment", "remark": "comment", "why": "comment", "reason": "comment",
}  # fmt: skip
"""What the columns of a table may be called, in small letters, and what each is."""
FIRST, LAST = (("first name", "forename", "given name"), ("surname", "last name", "family name"))
_PREFIXES = frozenset("de di da del della der van von den ter la le du".split())  # of surnames of several words


def path_of_table(draft: str, named: str) -> str | None:
    """Where the table lies that a draft, a file, names: a path, from its own folder; None where it names none."""
    return str(Path(draft).parent / named) if named else None


def all_who_signed(
    named: Iterable[Signatory], draft: Source, table: Source | None
) -> tuple[tuple[Signatory, ...], list[Diagnostic]]:
    """Whom the head of a draft names and whom the table beside it names, each once, and what there is to say of them.

    They are sorted where there is a table.
    """
    if table is None:
        return once(named, draft)
    found, faults = read_table(table)
    names, findings = once((*named, *found), table)
    return sorted_by_surname(names), [*faults, *findings]


def read_table(source: Source) -> tuple[tuple[Signatory, ...], list[Diagnostic]]:
    """The signatories of a table with commas, semicolons or tabs between its cells, and what there is to say of it.

    A row that cannot be read is a finding of severity error, with its line; a column that is not printed is named.
    Raises `Unreadable` where no column has the names.
    """
    text = source.text
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    found: list[Signatory] = []
    findings: list[Diagnostic] = []
    columns: list[str] = []
    begins = 1
    while True:
        try:
            row = next(rows, None)
        except csv.Error as problem:
            findings.append(_broken(source, begins, f"this row cannot be read ({problem}), nor any after it"))
            break
        if row is None:
            break
        line, begins = begins, rows.line_num + 1
        cells = [" ".join(cell.split()) for cell in row]
        if not any(cells):
            continue
        if not columns:
            columns, unknown = _columns(cells, source)
            findings += unknown
            continue
        if len(cells) > len(columns) and any(cells[len(columns) :]):
            findings.append(_broken(source, line, f"this row has {len(cells)} cells, and the first row {len(columns)}"))
            continue
        said = dict.fromkeys((*FIELDS, "first", "last"), "")
        for column, cell in zip(columns, cells, strict=False):
            said[column] = said.get(column, "") or cell
        name = said["name"] or f"{said['first']} {said['last']}".strip()
        if not name:
            findings.append(_broken(source, line, "this row has no name"))
            continue
        found.append(Signatory(name, said["branch"], said["date"], said["comment"]))
    if not columns:
        raise Unreadable(f"{source.name} is empty", "its first row must name the columns: name,branch,date,comment")
    return tuple(found), findings


def _columns(heads: Sequence[str], source: Source) -> tuple[list[str], list[Diagnostic]]:
    """What each column is, "" where it is not printed."""
    found = []
    for head in heads:
        name = head.removeprefix("\ufeff").strip().casefold()
        part = "first" if name in FIRST else "last" if name in LAST else COLUMNS.get(name, "")
        found.append(part if part not in found else "")
    if not {"name", "first", "last"} & set(found):
        raise Unreadable(
            f"{source.name} has no column of names in its first row: {', '.join(heads[:6])}",
            "call the column  name  and, where there are any, the others  branch, date, comment",
        )
    unread = [head for head, part in zip(heads, found, strict=True) if not part and head]
    if not unread:
        return found, []
    names = ", ".join(f"“{head}”" for head in unread)
    message = f"{names} {'is' if len(unread) == 1 else 'are'} not printed"
    advice = "the columns that are printed are  name, branch, date, comment"
    return found, [Diagnostic("signatory-column", message, advice, Severity.ADVICE, source, _line(source, 1))]


def _broken(source: Source, line: int, message: str) -> Diagnostic:
    return Diagnostic(
        "signatory-unread",
        message,
        "correct it in the spreadsheet and save that again; quotation marks in a cell are doubled",
        Severity.ERROR,
        source,
        _line(source, line),
    )


def _line(source: Source, number: int) -> Span:
    lines = source.text.split("\n")
    start = sum(len(line) + 1 for line in lines[: number - 1])
    return start, start + max(1, len(lines[number - 1]) if number <= len(lines) else 1)


def once(
    signatories: Iterable[Signatory], source: Source | None = None
) -> tuple[tuple[Signatory, ...], list[Diagnostic]]:
    """Each once, in their order, and a finding for whoever signed twice or may have.

    The same name from the same branch, or once without one, is one signature: the first, with what the others add. The
    same name from two branches may be two people, and is two.
    """
    people: dict[str, list[Signatory]] = {}
    findings = []
    for one in signatories:
        same = people.setdefault(_folded(one.name), [])
        place = next((n for n, other in enumerate(same) if _same_branch(one, other)), None)
        if place is None:
            same.append(one)
            continue
        findings.append(
            Diagnostic(
                "signatory-twice",
                f"{one.name} signed more than once, and is counted once",
                "if they are two people, write what tells them apart after the names",
                Severity.WARNING,
                source,
            )
        )
        first = same[place]
        same[place] = Signatory(
            first.name, first.branch or one.branch, first.date or one.date, first.comment or one.comment
        )
    for same in people.values():
        if len(same) > 1:
            branches = " and ".join(one.branch for one in same)
            findings.append(
                Diagnostic(
                    "signatory-alike",
                    f"{same[0].name} signed for {branches}: {len(same)} people, or one who signed more than once?",
                    "take out all but one if it is one person",
                    Severity.ADVICE,
                    source,
                )
            )
    return tuple(one for same in people.values() for one in same), findings


def sorted_by_surname(signatories: Iterable[Signatory]) -> tuple[Signatory, ...]:
    """In the order of a register: by surname, then by first names, then by branch."""
    return tuple(sorted(signatories, key=_by_surname))


def _same_branch(one: Signatory, other: Signatory) -> bool:
    return not one.branch or not other.branch or _folded(one.branch) == _folded(other.branch)


def _folded(words: str) -> str:
    """Words without accents, capitals, full stops and double spaces, so that "J. Ojo" is "j ojo"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join(plain.casefold().replace(".", " ").replace("’", "'").split())


def _by_surname(signatory: Signatory) -> tuple[str, str, str]:
    names = _folded(signatory.name).split()
    first = len(names) - 1
    while first > 1 and names[first - 1] in _PREFIXES:
        first -= 1
    return " ".join(names[first:]), " ".join(names[:first]), _folded(signatory.branch)
