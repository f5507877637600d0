"""The language of instructions: what each phrasing is read as, and what is refused.

`language.txt` beside this file is the table: an instruction, and under it, indented, what is understood of it, or the
code of the finding after "!". After a change, `python -m tests.amendments.reading.test_language` writes the table anew; read the
difference before it is committed.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.reading.instructions import Reading, read_amendment
from amendments.reading.restating import named, restated, written
from rulebook.diagnostics import errors
from rulebook.source import Source

TABLE = Path(__file__).parent / "language.txt"


def read(text: str) -> Reading:
    return read_amendment(Source("draft.md", text), (0, len(text)))


def understood(text: str) -> list[str]:
    """A line for each edit and each check, and one for each finding."""
    reading = read(text)
    lines = []
    for instruction in reading.instructions:
        if not errors(instruction.diagnostics):
            lines += [restated(edit) for edit in instruction.edits]
            lines += [
                f"check that {named(one.place) or 'it'} reads “{one.quotation.text}”" for one in instruction.recitals
            ]
            lines += [
                f"check that {named(one.place) or 'it'} will read “{one.quotation.text}”" for one in instruction.results
            ]
            lines += ["renumber" for _ in instruction.renumbering]
        lines += [f"! {finding.code}" for finding in instruction.diagnostics]
    return lines + [f"! {finding.code}" for finding in reading.diagnostics]


def rows(table: str) -> list[tuple[str, list[str]]]:
    """The instructions of the table with what is to be understood; "#" begins a heading."""
    found: list[tuple[str, list[str]]] = []
    for line in table.splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line.strip() and not line.startswith("#"):
            found.append((line.replace("\\n", "\n"), []))
    return found


ROWS = rows(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "lines"), ROWS, ids=[text[:60] for text, _ in ROWS])
def test_an_instruction_is_read_as_the_table_says(text: str, lines: list[str]) -> None:
    assert understood(text) == lines


@pytest.mark.parametrize("text", [text for text, lines in ROWS if not any(line.startswith("!") for line in lines)])
def test_what_is_suggested_can_be_pasted(text: str) -> None:
    """The instruction that `written` gives for an edit of words is read as that edit again."""
    for instruction in read(text).instructions:
        for edit in instruction.edits:
            if (
                edit.unit != "words"
                or edit.op == "move"
                or (edit.old is None and edit.op != "insert")
                or (edit.anchor and edit.op != "insert")
            ):
                continue
            again = read(written(edit))
            found = [restated(one, "there") for part in again.instructions for one in part.edits]
            assert found == [restated(edit, "there")]


FRAGMENTS = [
    "In", "Chapter 5", ", ", "Clause IV", "5.IV.5", " sub-clause ", "5", "delete", "insert ", " replace ", " with ", "“", "”",
    "‘", "’", '"', "'", "“one third”", "‘two’", " after ", " before ", ".", ":", ";", "\n\n", "\n", "> ", "A. ", "(a)", "(", ")",
    " and ", " to ", " read", "renumber", " accordingly", " the ", " second ", "sentence", " of ", "so that it reads", "…", "*",
    "**", "\\", "\ufeff", "If ", "same as", " wherever it appears", "# ", "Amendment", "Supporting argument", "é", "\u00a0", "1. ",
    " reads as follows", "move ", "between ", "from ", " at the end", "new ", "paragraph", "word ", "—", "- ", "`", "```\n",
]  # fmt: skip


@settings(max_examples=400)
@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=12), max_size=40).map("".join))
def test_whatever_goes_in_every_character_belongs_to_something(text: str) -> None:
    """An instruction, a comment or a finding; never an exception, and nothing left over."""
    reading = read(text)
    covered = [instruction.span for instruction in reading.instructions] + [*reading.comments]
    covered += [finding.span for finding in reading.findings if finding.span]
    for place, mark in enumerate(text):
        if mark.isprintable() and not mark.isspace():
            assert any(start <= place < end for start, end in covered), (place, mark)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
def test_an_instruction_with_an_error_has_no_edits_to_rely_on(text: str) -> None:
    for instruction in read(text).instructions:
        for edit in instruction.edits:
            assert edit.op in ("insert", "delete", "replace", "renumber", "move")
            assert edit.new is not None or edit.op not in ("insert", "replace")


HOSTILE = {
    "a long text": "In 5.IV, insert: " + "lorem ipsum dolor " * 6000,
    "many opening marks": "“" * 10_000,
    "many straight marks": '"' * 10_000,
    "many apostrophes": "delete ‘" + "a’ " * 5_000,
    "nested brackets": "(" * 5_000 + "a" + ")" * 5_000,
    "a long reference": "Delete " + "paragraph B of " * 5_000,
    "a long list": "Delete sub-clauses 5" + ", 6" * 5_000,
    "many verbs": "delete " * 10_000,
    "many stars": "*" * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_ends_in_findings(text: str) -> None:
    start = time.perf_counter()
    read(text)
    assert time.perf_counter() - start < 30  # a bound against hanging; how fast it is, the bench says


def test_quotation_marks_of_every_kind_say_the_same() -> None:
    marks = ["“{}”", '"{}"', "‘{}’", "'{}'", "‘‘{}’’", '“{}"', "``{}''", "**“{}”**", "*‘{}’*"]
    expected = understood("In 4.1, replace “old words” with “new words”.")
    for mark in marks:
        assert understood(f"In 4.1, replace {mark.format('old words')} with {mark.format('new words')}.") == expected


def write() -> None:
    """Writes the table anew from what is understood now."""
    lines = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            continue
        lines.append(line)
        if line.strip() and not line.startswith("#"):
            lines += ["    " + re.sub(r"\s+", " ", one) for one in understood(line.replace("\\n", "\n"))]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()


def test_what_is_too_long_to_be_said_whole_is_cut_between_words() -> None:
    text = "After 5.IV.4, insert “4A. A member who is ill may ask the procedures secretary for a further 14 days.”"
    (said,) = understood(text)
    assert said.endswith("“4A. A member who is ill may ask the procedures secretary…”.")
