"""The words of a file, taken from it in the simplest way: each case is a file, its name, and the words."""

from __future__ import annotations

import time

import pytest

from rulebook.importing.grading.plain import plain_words
from tests.rulebook.importing.opendocument.test_document import flat
from tests.rulebook.importing.opendocument.test_document import p as odt_p
from tests.rulebook.importing.word.markup import docx, p, r

DELETED = r("old").replace("w:t>", "w:delText>").replace("w:t ", "w:delText ")
SAID = {
    "a page": (b"<html><head><title>No</title></head><body><p>One <b>tw</b>o</p><script>no</script><p>three</p></body></html>", "a.html", "One two three"),
    "a comment": (b"<html><body><p>One<!-- no <b> --> two</p></body></html>", "a.html", "One two"),
    "a word file": (docx(p("One") + p(r("tw") + r("o") + f"<w:del>{DELETED}</w:del>")), "a.docx", "One twoold"),
    "an OpenDocument file": (flat(odt_p("One <text:span>tw</text:span>o")), "a.fodt", "One two"),
    "a text": (b"One\n\n[two](#two)\n", "a.md", "One [two]"),
    "letters of older programs": ("One café".encode("cp1252"), "a.txt", "One café"),
    "a picture": (b"%PDF-1.7\n", "a.pdf", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", SAID)
def test_plain_words(case: str) -> None:
    data, name, words = SAID[case]
    assert " ".join(plain_words(data, name).split()) == words


@pytest.mark.parametrize("open", ["<script>", "<!--", "<dc:date>", "<p><style>"])
def test_tags_that_never_close_take_no_time(open: str) -> None:
    start = time.monotonic()
    plain_words(f"<html><body>{open * 200_000}".encode(), "a.html")
    assert time.monotonic() - start < 5  # ten times what it takes
