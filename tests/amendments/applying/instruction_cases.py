"""The cases in the folder beside this: an instruction, and what must come of it, in one readable form.

    book: barchester                    which of `tests/shared/books` the instructions are about, until the next such line

    = what the case is about
    In 3.II.2, replace “five” with “six”.
    -> 3.II.2: The board shall meet six times a year. The quorum is six.

What follows an arrow is one of

    3.II.2: words               the words before its children, whole; ¶ parts the paragraphs
    3.II heading: words         its heading
    3.II.1 tail: words          the words after its children
    3.II.4 was 3.II.5           the provision, with all under it, had another number, and its words are the same
    gone: 3.II.4, 3.II.5        references that lead nowhere now; what was under them is gone too
    under 3.II: 1 2 3           the numbers of the provisions under it, in order, wherever they are others than before
    nothing changes
    refused: words-not-unique   it must not be carried out, and this code must be among the findings
    says: twice                 and this must be in the message or the help of one of them

All that is not named must be as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from amendments.applying.outcome import Outcome
from rulebook.diagnostics import errors
from rulebook.numbering import segment
from rulebook.provision import Rulebook
from tests.shared.books import book

CASES = Path(__file__).parent / "cases"

_CHANGED = re.compile(r"(?P<reference>\S+?)(?: (?P<part>heading|tail))?:(?: (?P<words>.*))?")
_WAS = re.compile(r"(?P<new>\S+) was (?P<old>\S+)")


@dataclass(slots=True)
class Case:
    """An instruction for a book, and the lines that say what must come of it."""

    file: str
    line: int
    book: str
    title: str
    instruction: str
    expected: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.title}"


@dataclass(slots=True)
class Words:
    """What a provision says, apart from its children, and the numbers of those in order."""

    heading: str = ""
    text: str = ""
    tail: str = ""
    below: tuple[str, ...] = ()


def read_cases(file: Path) -> Iterator[Case]:
    """The cases of a file, in order. Raises `ValueError`, with the line, where it is not of the form above."""
    name, case = "", None
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("= "):
            if case:
                yield case
            case = Case(file.stem, number, name, line[2:], "")
        elif line.startswith("book: "):
            name = line.removeprefix("book: ").strip()
        elif line.startswith("-> ") and case:
            case.expected.append(line[3:].strip())
        elif case and not case.expected:
            case.instruction += line + "\n"
        elif line.strip() and not line.startswith("#"):
            raise ValueError(
                f"{file.name}, line {number}: a case begins with =, and nothing but arrows ends it: {line}"
            )
    if case:
        yield case


def every_case() -> list[Case]:
    """The cases of all files."""
    return [case for file in sorted(CASES.glob("*.txt")) for case in read_cases(file)]


def said(words: str) -> str:
    """Words as a case writes them: on one line, paragraphs parted by ¶."""
    return " ¶ ".join(" ".join(paragraph.split()) for paragraph in words.split("\n\n") if paragraph.strip())


def outline(rulebook: Rulebook) -> dict[str, Words]:
    """What every provision says, by its reference; the book itself is under ""."""
    found = {"": Words(below=tuple(segment(chapter.label) for chapter in rulebook.chapters))}
    for path, one in rulebook.walk():
        reference = rulebook.reference(path)
        numbers = tuple(
            rulebook.reference((*path, place)).removeprefix(f"{reference}.") for place in range(len(one.children))
        )
        if reference in found:
            raise AssertionError(f"{reference} is in the book twice")
        found[reference] = Words(said(one.heading), said(one.text), said(one.tail), numbers)
    return found


def expected_outline(case: Case) -> dict[str, Words]:
    """What the book must say after the instruction."""
    before = outline(book(case.book))
    found = {reference: Words(w.heading, w.text, w.tail, w.below) for reference, w in before.items()}

    def under(reference: str) -> list[str]:
        return [other for other in before if other == reference or other.startswith(f"{reference}.")]

    moves = [match for line in case.expected if (match := _WAS.fullmatch(line))]
    for line in case.expected:
        for reference in line.removeprefix("gone:").split(",") if line.startswith("gone:") else ():
            assert reference.strip() in before, f"{reference} is not in the book before"
            for other in under(reference.strip()):
                found.pop(other, None)
    for match in moves:
        for other in under(match["old"]):
            found.pop(other, None)
    for match in moves:
        for other in under(match["old"]):
            words = before[other]
            # under 4.2 a decimal number holds its parent's, so it changes with it
            found[match["new"] + other.removeprefix(match["old"])] = Words(
                words.heading, words.text, words.tail, words.below
            )
    for line in case.expected:
        if line.startswith("gone:") or line == "nothing changes" or _WAS.fullmatch(line):
            continue
        if line.startswith("under "):
            reference, _, numbers = line.removeprefix("under ").partition(":")
            found.setdefault("" if reference == "the book" else reference, Words()).below = tuple(numbers.split())
            continue
        changed = _CHANGED.fullmatch(line)
        if changed is None:
            raise ValueError(f"{case}: this says nothing that is understood: {line}")
        setattr(found.setdefault(changed["reference"], Words()), changed["part"] or "text", changed["words"] or "")
    return found


def faults(case: Case, outcome: Outcome) -> list[str]:
    """How what came of an instruction differs from what must; empty where it does not."""
    findings = errors(outcome.diagnostics)
    wanted = [line.removeprefix("refused:").strip() for line in case.expected if line.startswith("refused:")]
    if wanted:
        if outcome.after is not None:
            return ["carried out, but must be refused", *differences(outline(outcome.before), outline(outcome.after))]
        codes = {finding.code for finding in findings}
        missing = [
            f"refused for {', '.join(sorted(codes))}, not for {code}"
            for code in wanted
            if not codes & set(code.split(" or "))
        ]
        said_ = " ".join(f"{finding.message} {finding.help}" for finding in findings)
        phrases = [line.removeprefix("says:").strip() for line in case.expected if line.startswith("says:")]
        return missing + [f"“{phrase}” is not said: {said_}" for phrase in phrases if phrase not in said_]
    if outcome.after is None:
        return [f"refused: {finding.message} [{finding.code}] ({finding.help})" for finding in findings]
    return differences(expected_outline(case), outline(outcome.after))


def differences(one: dict[str, Words], other: dict[str, Words]) -> list[str]:
    """Where two books differ: what the second has, as a case would write it, and what the first has instead."""
    found = [f"gone: {reference}" for reference in one if reference not in other]
    for reference, words in other.items():
        before = one.get(reference, Words())
        if before.below != words.below:
            found.append(f"under {reference or 'the book'}: {' '.join(words.below)}   not  {' '.join(before.below)}")
        if reference not in one:
            found.append(f"{reference} is new")
        for part in ("heading", "text", "tail"):
            there, here = getattr(before, part), getattr(words, part)
            if there != here:
                found.append(f"{reference}{'' if part == 'text' else ' ' + part}: {here}   not  {there}")
    return found
