"""The text of every form, kept in the folder `texts`: Markdown and plain text letter by letter, other formats in words.

To write the kept texts anew, REDRAFT_WRITE_PAPERS=1 .venv/bin/python -m pytest tests/amendments/papers/test_texts.py,
and read what has changed before you keep it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from amendments.cli import run
from tests.shared.printed_text import text_of
from tests.shared.tagged_pdf import tagged

FOLDER = Path(__file__).parent / "texts"
PAPERS = {
    "rule-change": "rule-change.draft.md",
    "rule-change-in-two-columns": "rule-change.draft.md --form two-columns",
    "briefing": "rule-change.draft.md --form briefing --beside other-rule-change.draft.md",
    "covering-e-mail": "rule-change.draft.md --form e-mail",
    "motion": "motion.draft.md",
    "motion-with-numbered-lines": "motion.draft.md --line-numbers",
    "emergency-motion": "emergency-motion.draft.md",
    "amendment-to-motion": "amendment-to-motion.draft.md",
    "composite": "composite.draft.md",
    "motion-of-no-confidence": "motion-of-no-confidence.draft.md",
    "motion-of-intent": "motion-of-intent.draft.md",
    "open-letter": "open-letter.draft.md",
    "petition": "petition.draft.md",
}
"""What each kept text is made by, after `redraft motion`."""


@pytest.fixture(autouse=True)
def there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)


def made(name: str, format: str, folder: Path) -> str | bytes:
    """A paper, as the command writes it."""
    out = folder / f"paper.{format}"
    assert run(["motion", *PAPERS[name].split(), "-o", str(out), "--force"]) == 0
    return out.read_text(encoding="utf-8") if format in ("md", "txt", "html") else out.read_bytes()


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


# --- the other formats, in words


def in_words(text: str) -> list[str]:
    """Words as they are said, capitals or not, without the signs between them."""
    return re.findall(r"[^\W_]+(?:[’'./-][^\W_]+)*", text.casefold())


def body(document: str | bytes, format: str) -> list[str]:
    """The words of a paper from its title to its last part: no head or foot of a page, and no word of how new words
    are marked, which text does not do."""
    if format == "pdf":
        assert isinstance(document, bytes)
        text = tagged(document).text
    else:
        if format == "html":
            document = re.sub(
                r'<head>.*?</head>|<(header|footer) class="page.*?</\1>', "", str(document), flags=re.DOTALL
            )
            document = re.sub(r"(</(?:t[dh]|p|h\d)>)", r" \1", document)
        text = text_of(document, format)
    return in_words(text.replace("New words are underlined.", ""))


def kept_words(name: str) -> list[str]:
    """The same of the kept text, which has the organisation under the title and the words of the foot at its end."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return in_words(re.sub(r"\n-{72}\n.*", "", text, flags=re.DOTALL).replace("\nModel Labour-type Party\n", "\n", 1))


IN_WORDS = [name for name in PAPERS if "--line-numbers" not in PAPERS[name]]


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
"""What stands under which tag."""
