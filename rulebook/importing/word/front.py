"""What stands before the rules of a Word document: its title, the line under that, and the contents page."""

from __future__ import annotations

from rulebook.importing.file.own_styles import STYLES, Use, organisation_and_edition
from rulebook.importing.file.paragraphs import Entry, Paragraph, squeezed
from rulebook.importing.outline.headings import heading
from rulebook.importing.word.paragraphs import Properties
from rulebook.importing.word.words import Words

_LONGEST_PAGE = 7  # characters of a page's number: "lxxxvii"
_UNDER_THE_TITLE = ("author", "date")  # pandoc's styles


class Front:
    """What was read of it. `own` is whether the document was written by this tool."""

    def __init__(self, own: bool) -> None:
        self.own = own
        self.title = self.organisation = self.edition = ""
        self.contents: list[Entry] = []

    def take(self, properties: Properties, words: Words, contents: bool, begun: bool) -> str:
        """What a paragraph is before the rules; "" where it is one of the rules, and nothing is taken.

        `contents` is whether Word calls it a part of the contents page, `begun` whether the rules have begun.
        """
        if not squeezed(words.text):
            return ""
        name = properties.name.lower()
        own = STYLES.get(properties.name) if self.own else None
        if own and own.use is Use.CONTENTS_TITLE:
            return "contents page"
        if contents or name.startswith("toc ") or (own and own.use is Use.CONTENTS) or _listed(properties, words):
            self._list(words, bool(own) or name[4:].isdigit())
            return "contents page"
        if begun or not self._in_title(name, squeezed(words.text)):
            return ""
        return "title" if name == "title" else "title page"

    def _list(self, words: Words, certain: bool) -> None:
        """A line of the contents page; what stands over it has neither a page nor a link."""
        before, _, page = words.text.rstrip(" ").rpartition("\t")
        if before.strip() and len(page.split()) < 2 and len(page.strip()) <= _LONGEST_PAGE:
            self.contents.append(Entry(squeezed(before), page.strip()))
        elif certain or words.linked or before:
            self.contents.append(Entry(squeezed(words.text)))

    def _in_title(self, name: str, text: str) -> bool:
        if name == "title" and (self.own or not heading(Paragraph(text, level=1))):
            self.title = f"{self.title} {text}".strip()
            return True
        if name == "subtitle" and self.own:
            self.organisation, self.edition = organisation_and_edition(text)
        return name == "subtitle" or (name in _UNDER_THE_TITLE and bool(self.title))


def _listed(properties: Properties, words: Words) -> bool:
    """Whether a paragraph is a line of a contents page that a field shows; others may stand in the field by mistake."""
    return words.contents and not properties.level and (words.linked or "\t" in words.text.strip())
