"""Drafts as they arrive: in a document, a PDF or a page, with a head in plain words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from amendments.drafts.draft import read_draft
from rulebook.source import Source
from tests.amendments.cli.typed import Redraft
from tests.rulebook.importing.opendocument.test_document import flat
from tests.rulebook.importing.opendocument.test_document import p as odt_p
from tests.rulebook.importing.pdf.typeset import typeset
from tests.rulebook.importing.word.markup import docx, p

HEAD = ["Title: Ten general meetings a year", "From: Barchester CLP", "Moved by: Ada Brook"]
WORDS = "In Chapter 7, Clause IV, sub-clause 1, replace “six times” with “ten times”."
LINES = [*HEAD, "Amendment", WORDS, "Supporting argument", "Members should meet oftener."]
ARRIVED: dict[str, Callable[[], bytes]] = {
    "draft.docx": lambda: docx("".join(map(p, LINES))),
    "draft.fodt": lambda: flat("".join(map(odt_p, LINES))),
    "draft.pdf": lambda: typeset("\n\n".join(LINES)),
    "draft.html": lambda: f"<html><body>{''.join(f'<p>{line}</p>' for line in LINES)}</body></html>".encode(),
    "draft.txt": lambda: "\n\n".join(LINES).encode(),
}


@pytest.mark.parametrize("name", ARRIVED)
def test_a_draft_in_any_file(redraft: Redraft, folder: Path, name: str) -> None:
    (folder / name).write_bytes(ARRIVED[name]())
    checked = redraft("check", name)
    assert checked.status == 0 and "Nothing to report" in checked.out
    assert "ten times" in redraft("edits", name).out
    assert "Barchester CLP" in redraft("motion", name, "--to", "md").out
    assert "{+ten+} times" in redraft("diff", name).out
    assert redraft("new", "--from", name, "-o", "new.md").status == 0
    written = (folder / "new.md").read_text(encoding="utf-8")
    assert written.startswith("---\ntitle: Ten general meetings a year\nfrom: Barchester CLP\nmover: Ada Brook\n---\n")
    assert redraft("edits", "new.md").out == redraft("edits", name).out


def test_a_document_is_not_put_right_in_its_own_file(redraft: Redraft, folder: Path) -> None:
    data = docx("".join(map(p, [*LINES[:-3], WORDS.replace("six times", "six  times and"), *LINES[-2:]])))
    (folder / "draft.docx").write_bytes(data)
    redraft("check", "draft.docx", "--fix", "--unsafe-fixes")
    assert (folder / "draft.docx").read_bytes() == data


def test_what_was_not_read_in_a_folder_is_named(redraft: Redraft, folder: Path) -> None:
    inside = folder / "sent"
    inside.mkdir()
    for name, made in ARRIVED.items():
        (inside / name).write_bytes(made())
    (inside / "notes.txt").write_text("Tea at four.\n", encoding="utf-8")
    (inside / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    checked = redraft("check", "sent")
    assert "5 drafts" in checked.out + checked.err
    assert "2 files were not read" in checked.err and "notes.txt" in checked.err and "scan.pdf" in checked.err


PLAIN: dict[str, tuple[str, dict[str, str]]] = {  # the beginning of a draft, and what it says of it
    "one line": ("From: Barchester\n\n", {"sender": "Barchester"}),
    "bold": ("**From:** Barchester\n**Moved by:** Ada Brook\n", {"sender": "Barchester", "mover": "Ada Brook"}),
    "as a letter": ("To: The Secretary\nSubject: Meetings\n", {"title": "Meetings"}),
    "a name twice": ("From: Barchester\nFrom: Plumstead\n", {"sender": "Barchester"}),
    "a heading that is none": ("Reason: members asked for it.\n", {"sender": "", "title": ""}),
    "after a title": ("Meetings online\n\nFrom: Barchester\n", {"title": "Meetings online", "sender": ""}),
}


@pytest.mark.parametrize("case", PLAIN)
def test_a_head_in_plain_words(case: str) -> None:
    beginning, said = PLAIN[case]
    draft = read_draft(Source("draft.txt", f"{beginning}\n{WORDS}\n"))
    assert {name: getattr(draft, name) for name in said} == said
    assert WORDS in draft.source.text[slice(*draft.amendment)]
