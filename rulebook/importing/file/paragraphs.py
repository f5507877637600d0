"""What a file of any format says: its paragraphs in reading order, and what was left out or guessed on the way.

Nothing is decided here about what belongs under what. Every word of a file stands in exactly one paragraph, in a note
of one, or in what was left out; a word that was put together from two halves is a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What a paragraph is made of."""

    WORDS = "words"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is printed.

    `label` is what is printed before the words ("5.", "(a)", "Clause IV.", "•" for a bullet), where the file keeps it
    apart from them: an automatic number, an item of a list, a number parted from the words by a tab. Where `settled`
    is true the file leaves no doubt about it, and an empty label means that there is none; where it is false the
    words may still begin with a label that was typed.

    `text` is the words, white space made single spaces; of a table it is the rows, as a pipe table.
    `depth` counts the lists that the paragraph stands in, from 0 for the outermost; of words without a label it is that
    of the item which they belong to, and -1 where the file says that they belong to none, but to the heading over them.
    None where the file says nothing of lists here.
    `indent` is where the label begins (the words, where there is none) and `inner` where the words begin, in points
    from the left edge of the column; None where the file does not say.
    `level` is a heading's, from 1, where the file itself calls the paragraph a heading, else 0.
    `bold` (all of the words), `centred` and `size` (points; 0 where unknown) are how it looks.
    `page` is the page as it is printed on it, or else counted from 1; `line` is counted from 1, on the page where there
    are pages, else in the file.
    `notes` are the footnotes that it calls, in their order.
    `opens` is whether a paragraph certainly begins here; false where it is a line of a text that was broken into
    lines, and may continue the one before.
    """

    text: str
    label: str = ""
    settled: bool = False
    form: Form = Form.WORDS
    depth: int | None = None
    indent: float | None = None
    inner: float | None = None
    level: int = 0
    bold: bool = False
    centred: bool = False
    size: float = 0
    notes: tuple[str, ...] = ()
    page: str = ""
    line: int = 0
    opens: bool = True


@dataclass(frozen=True, slots=True)
class Guess:
    """Something that the file does not say for certain, how it was read, and where. `about` is one of `ABOUT`.

    `usual` is one of many of its sort that are mostly right: it is listed only where something else speaks against it.
    """

    about: str
    message: str
    page: str = ""
    line: int = 0
    usual: bool = False


ABOUT = {
    "hyphen": "words that were broken at the end of a line",
    "line": "lines that were joined, or that begin a paragraph",
    "level": "how deep a provision belongs",
    "label": "numbers that may be words, and words that may be numbers",
    "heading": "what is a heading",
    "table": "what is a table",
    "change": "tracked changes",
    "program": "what another program made of the file",
    "letters": "how the letters are written",
    "place": "where words belong that have no number",
}
"""What guesses are about, in the words of the report."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the file that belong to no provision, and what they are: "running head", "contents page"."""

    what: str
    text: str
    page: str = ""
    line: int = 0


STRUCK = "words struck through"
"""What words are that have a line through them by hand: no rules that live, whoever meant to take them out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a contents page: its words, label and all, and the page that it names."""

    text: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read. Title, organisation and edition are what the file's own properties say, if anything.

    `counted_in` is what the `line` of a paragraph counts: lines, or paragraphs where a file has no lines. `plain` are
    the words of the file in another way, where they are taken from it together with the paragraphs.
    """

    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    organisation: str = ""
    edition: str = ""
    contents: tuple[Entry, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    guesses: tuple[Guess, ...] = ()
    counted_in: str = "line"
    plain: str = ""


def squeezed(text: str) -> str:
    """White space made single spaces, none at the ends; soft hyphens and other marks that nobody sees left out."""
    return " ".join(text.replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "").split())


def pipe_table(rows: list[list[str]]) -> str:
    """Rows of cells as the text of a table: a pipe table, the first row its head."""
    width = max((len(row) for row in rows), default=0)
    full = [[squeezed(cell).replace("|", "\\|") for cell in row] + [""] * (width - len(row)) for row in rows]
    lines = ["| " + " | ".join(row) + " |" for row in full]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]]) if lines else ""
