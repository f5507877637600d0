"""Files that another program makes into a page or a document first: markup, Rich Text, and what only LibreOffice opens."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from rulebook.importing import converted
from rulebook.source import Unreadable
from tests.rulebook.importing.imported import imported, outline
from tests.rulebook.importing.word.markup import docx, p

BOOK = ["I: Members", "I.1: Any person may join.", "I.2: A member may:", "I.2.a: vote; or", "I.2.b: leave."]
MARKUP = {
    "rules.rst": "Article I Members\n=================\n\n1. Any person may join.\n\n2. A member may:\n\n   a. vote; or\n\n   b. leave.\n",
    "short.rst": "Article I Members\n=====\n\n1. Any person may join.\n\n2. A member may:\n\n   a. vote; or\n\n   b. leave.\n",
    "rules.adoc": "= Rules\n:toc!:\n\n== Article I Members\n\n. Any person may join.\n\n. A member may:\n\n.. vote; or\n\n.. leave.\n",
    "rules.rtf": r"{\rtf1\ansi\pard\b Article I Members\b0\par\pard 1. Any person may join.\par 2. A member may:\par a. vote; or\par b. leave.\par}",
}  # fmt: skip


@pytest.mark.parametrize("name", MARKUP)
def test_what_pandoc_reads(name: str) -> None:
    assert outline(imported(MARKUP[name], name).rulebook) == BOOK


HOSTILE = {
    "deep.rtf": "{\\rtf1 " + "{" * 2_000_000,
    "deep.rst": "* " * 100_000,
    "marks.adoc": "*_" * 100_000,
    "far.adoc": "include::/etc/passwd[]\n\n== Article I A\n\n. b\n",
    "large.rtf": "{\\rtf1 " + "a" * 4_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_does_harm_is_refused_soon(name: str) -> None:
    start = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        imported(HOSTILE[name].encode(), name)
    assert name in refused.value.message and refused.value.help
    assert time.monotonic() - start < 20  # ten times what it takes


def test_nothing_outside_the_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("1. A secret.\n", encoding="utf-8")
    text = f".. include:: {tmp_path / 'other.txt'}\n\nArticle I A\n===========\n\n1. b\n"
    assert "secret" not in " ".join(outline(imported(text, "rules.rst").rulebook))


@pytest.mark.parametrize("name", ["rules.doc", "rules.pages"])
def test_without_libreoffice_it_is_said_how_to_convert(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converted, "has_libreoffice", lambda: "")
    data = b"\xd0\xcf\x11\xe0" + bytes(600) if name.endswith("doc") else docx(p("a"))
    with pytest.raises(Unreadable) as refused:
        imported(data, name)
    assert ".docx" in refused.value.help


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_a_document_of_an_older_word_by_libreoffice(tmp_path: Path) -> None:
    given = tmp_path / "rules.txt"
    given.write_text("Article I Members\n1. Any person may join.\n2. A member may leave.\n", encoding="utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    made = ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", str(tmp_path), str(given)]
    subprocess.run(made, check=True, capture_output=True)
    found = imported((tmp_path / "rules.doc").read_bytes(), "rules.doc")
    assert outline(found.rulebook) == ["I: Members", "I.1: Any person may join.", "I.2: A member may leave."]
    assert [one.about for one in found.report.guesses if not one.usual] == ["program"]


LETTERS = {  # how the file is written, whether that is said as a guess
    "utf-8": False,
    "utf-8-sig": False,
    "utf-16": False,
    "utf-16-le": True,
    "utf-16-be": True,
    "cp1252": True,
}
TEXT = "Chapter 1\nName\n1. The “Café Society” may keep a café.\n2. The fee is £5 – or €6.\n"


@pytest.mark.parametrize("encoding", LETTERS)
def test_letters_of_other_programs(encoding: str) -> None:
    found = imported(TEXT.encode(encoding))
    assert outline(found.rulebook)[1:] == ["1.1: The “Café Society” may keep a café.", "1.2: The fee is £5 – or €6."]
    assert any(one.about == "letters" for one in found.report.guesses) == LETTERS[encoding]


def test_utf_8_with_an_error_is_nothing_else() -> None:
    with pytest.raises(Unreadable, match="not written in UTF-8"):
        imported(TEXT.encode() + b"3. A broken \xe2\x80 sign.\n")
