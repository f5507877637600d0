"""The text of every form, kept in the folder `texts`: Markdown and plain text letter by letter, other formats in words.

To write the kept texts anew, REDRAFT_WRITE_PAPERS=1 .venv/bin/python -m pytest tests/amendments/papers/test_texts.py,
and read what has changed before you keep it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.amendments.papers.kept import FOLDER, IN_WORDS, PAPERS, body, in_words, made
from tests.shared.tagged_pdf import tagged


@pytest.fixture(autouse=True)
def there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)


@pytest.mark.parametrize("format", ["md", "txt"])
@pytest.mark.parametrize("name", PAPERS)
def test_the_text_is_what_it_was(name: str, format: str, tmp_path: Path) -> None:
    if format == "md" and "--line-numbers" in PAPERS[name]:
        pytest.skip("lines of Markdown have no numbers")
    text = made(name, format, tmp_path)
    assert isinstance(text, str)
    kept = FOLDER / f"{name}.{format}"
    if os.environ.get("REDRAFT_WRITE_PAPERS"):
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


def kept_words(name: str) -> list[str]:
    """The same of the kept text, which has the organisation under the title and the words of the foot at its end."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return in_words(re.sub(r"\n-{72}\n.*", "", text, flags=re.DOTALL).replace("\nModel Labour-type Party\n", "\n", 1))


@pytest.mark.parametrize("format", ["html", "docx", "odt", "pdf"])
@pytest.mark.parametrize("name", IN_WORDS)
def test_every_format_says_the_same_in_the_same_order(name: str, format: str, tmp_path: Path) -> None:
    said, kept = body(made(name, format, tmp_path), format), kept_words(name)
    if name in ("rule-change-in-two-columns", "briefing"):  # the lines of text go across both columns
        assert sorted(said) == sorted(kept)
        assert said == body(made(name, "html", tmp_path), "html")
    else:
        assert said == kept


@pytest.mark.parametrize("name", PAPERS)
def test_a_pdf_is_for_everybody(name: str, tmp_path: Path) -> None:
    document = made(name, "pdf", tmp_path)
    assert isinstance(document, bytes) and document == made(name, "pdf", tmp_path)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in document and b"/StructTreeRoot" in document
    found = tagged(document)
    title = re.search(r"^title: (.+)$", (FOLDER / PAPERS[name].split()[0]).read_text(encoding="utf-8"), re.MULTILINE)
    assert title and found.title.endswith(title[1])
    assert found.language == "en-GB"
    assert not found.not_embedded
    tags = [tag for tag, _ in found.tags if tag]
    assert (tags[0] == "Document" and "H1" in tags) or name == "covering-e-mail"
    assert {"P", "Span"} <= set(tags) <= {
        "Document", "P", "Span", "H1", "H2", "Table", "THead", "TBody", "TR", "TH", "TD",
    }  # fmt: skip
    for words, tag in TAGGED.get(name, {}).items():
        assert tag in found.tags_of(words)


TAGGED = {
    "rule-change": {
        "Rule change to": "P", "Existing wording": "H1", "Chapter 7, Clause IV\u2002The": "H2", "1A.": "P", "Submitted by": "Span",
    },
    "motion": {"This CLP notes": "H1", "to town": "TD", "Motion": "P"},
    "petition": {"Signed by 3 people": "H1", "Harriet Oakshott": "TD", "The County Council": "Span"},
}  # fmt: skip
