"""The papers whose texts are kept in the folder `texts`: what is typed for each, and its words in any format."""

from __future__ import annotations

import re
from pathlib import Path

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


def made(name: str, format: str, folder: Path) -> str | bytes:
    """A paper, as the command writes it."""
    out = folder / f"paper.{format}"
    assert run(["motion", *PAPERS[name].split(), "-o", str(out), "--force"]) == 0
    return out.read_text(encoding="utf-8") if format in ("md", "txt", "html") else out.read_bytes()


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


IN_WORDS = [name for name in PAPERS if "--line-numbers" not in PAPERS[name]]
