"""Footnotes, endnotes, headers, footers and comments of a Word document: words in parts of their own."""

from __future__ import annotations

from collections.abc import Iterator

from rulebook.importing.file.archives import Element
from rulebook.importing.file.paragraphs import LeftOut, squeezed
from rulebook.importing.word.markup import W, WordFile, one_form
from rulebook.importing.word.styles import Styles
from rulebook.importing.word.words import Gathering


def note_words(root: Element | None, kind: str, gathering: Gathering) -> dict[str, str]:
    """The notes of a part, as "footnote2" or "endnote2", with their words."""
    found: dict[str, str] = {}
    for note in one_form(root) if root is not None else ():
        if note.get(f"{W}type", "normal") == "normal":
            text = " ".join(gathering.words(one, "").text for one in note.iter(f"{W}p"))
            if squeezed(text):
                found[f"{kind}{note.get(f'{W}id')}"] = squeezed(text)
    return found


def beside_the_page(file: WordFile, styles: Styles, tracked: str) -> Iterator[LeftOut]:
    """What stands on every page or beside it: headers, footers and comments, the same words once."""
    for kind in ("header", "footer", "comments"):
        said: set[str] = set()
        for part in file.parts(kind):
            root = one_form(file.root(part))
            for one in root.iterchildren(f"{W}comment") if kind == "comments" else (root,):
                text = _all_words(one, styles, tracked)
                if any(letter.isalpha() for letter in text) and text not in said:
                    said.add(text)
                    yield LeftOut(kind.removesuffix("s"), text)


def _all_words(root: Element, styles: Styles, tracked: str) -> str:
    gathering = Gathering(styles, tracked, {}, False)
    texts = []
    for paragraph in root.iter(f"{W}p"):
        if next(paragraph.iterancestors(f"{W}txbxContent"), None) is None:
            words = gathering.words(paragraph, "")
            texts += [words.text, "".join(words.aside.get("text box", []))]
    return squeezed(" ".join(texts))
