"""Tables of a Word file."""

from __future__ import annotations

import pytest

from rulebook.importing.file.paragraphs import Form, pipe_table
from tests.rulebook.importing.word.markup import (
    p,
    printed,
    read,
    row,
    table,
    tc,
)

TABLES = {
    "a table": (table(row("Fee", "Rate"), row("Full", "£20")), ["|" + pipe_table([["Fee", "Rate"], ["Full", "£20"]])]),
    "cells over columns and rows": (
        table(row(tc("Fees", '<w:gridSpan w:val="2"/>'), "x"), row(tc("", '<w:vMerge/>'), "a", "b")),
        ["|" + pipe_table([["Fees", "", "x"], ["", "a", "b"]])],
    ),
    "one column is layout": (table(row("One"), row("Two")), ["|One", "|Two"]),
    "labels beside words": (table(row("5.", "The members"), row("", "vote:"), row("6.", "Next")), ["5.|The members", "|vote:", "6.|Next"]),
    "two labels beside words": (table(row("5.", "(a)", "one"), row("", "(b)", "two")), ["5.|", "(a)|one", "(b)|two"]),
    "a heading over them": (table(row(tc("Clause I", '<w:gridSpan w:val="2"/>')), row("1.", "one")), ["|Clause I", "1.|one"]),
    "labels in a column for each list": (
        table(row("1.", tc("one:", '<w:gridSpan w:val="2"/>')), row("", "(a)", "two"), row("", "", "three")), ["1.|one:", "(a)|two", "|three"]
    ),
    "figures are no labels": (table(row("1", "£20"), row("2", "£40")), ["|" + pipe_table([["1", "£20"], ["2", "£40"]])]),
    "a table in a table": (
        table(row("a", tc(table(row("b", "c"), row("d", "e|f")))), row("g", "h")),
        ["|" + pipe_table([["a", "b c d e|f"], ["g", "h"]])],
    ),
    "no words": (table(row("", "")) + p("end"), ["|end"]),
    "a row taken out": (table(row("a", "b"), row("c", "d", more='<w:del w:id="1"/>')), ["|" + pipe_table([["a", "b"]])]),
    "spans without end": (table(row(tc("a", '<w:gridSpan w:val="999999999"/>'), "b")), ["|" + pipe_table([["a", *[""] * 62, "b"]])]),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLES)
def test_tables(case: str) -> None:
    body, wanted = TABLES[case]
    document = read(body)
    assert printed(document) == wanted
    assert all((one.form is Form.TABLE) == one.text.startswith("|") for one in document.paragraphs)
