"""Footnotes that are links, as in a web page that was saved as an OpenDocument text, made into notes of their own.

The mark becomes a note with the words of the paragraph that it leads to, and that paragraph is emptied.
"""

from __future__ import annotations

from rulebook.importing.file.note_marks import Linked, linked_notes, without_mark
from rulebook.importing.file.paragraphs import squeezed
from rulebook.importing.opendocument.numbering import TEXT
from rulebook.importing.opendocument.styles import OFFICE, Element
from rulebook.importing.opendocument.words import Gathering, outermost

_LINK = f"{TEXT}a"
_PLACES = (f"{TEXT}bookmark", f"{TEXT}bookmark-start", _LINK)  # a link may itself have a name to be led to by
_HREF = "{http://www.w3.org/1999/xlink}href"


def take_linked_notes(body: Element, gathering: Gathering) -> None:
    """Make notes of the links in a body."""
    if next(body.iter(_LINK), None) is None:
        return
    paragraphs = list(outermost(body))
    notes = linked_notes([_facts(one) for one in paragraphs])
    calls = [link for link in body.iter(_LINK) if _target(link) in notes]
    words: dict[str, str] = {}
    for link in calls:
        name = _target(link)
        if name not in words:
            words[name] = without_mark(_emptied(paragraphs[notes[name]], gathering), _words(link))
    for link in calls:
        note = link.makeelement(f"{TEXT}note")
        said = link.makeelement(f"{TEXT}p")
        said.text = words[_target(link)]
        body_of_note = link.makeelement(f"{TEXT}note-body")
        body_of_note.append(said)
        note.append(body_of_note)
        note.tail = link.tail
        link.getparent().replace(link, note)


def _facts(paragraph: Element) -> Linked:
    named = (place.get(f"{OFFICE if place.tag == _LINK else TEXT}name") for place in paragraph.iter(*_PLACES))
    places = frozenset(name for name in named if name)
    return Linked(places, tuple((_target(link), _words(link)) for link in paragraph.iter(_LINK)))


def _target(link: Element) -> str:
    """The name of the place in the document that a link leads to, "" where it leads out of it."""
    href = link.get(_HREF, "")
    return href[1:] if href.startswith("#") else ""


def _words(link: Element) -> str:
    return squeezed("".join(link.itertext()))


def _emptied(paragraph: Element, gathering: Gathering) -> str:
    """The words of a note, whose paragraph is left without any: an item of a list that has none has no number."""
    for link in list(paragraph.iter(_LINK)):
        if _target(link):
            for inner in list(link):
                link.remove(inner)
            link.text = None
    above = paragraph.getparent()
    words = squeezed("".join(piece.text or " " for piece in gathering.pieces(paragraph, gathering.styles.look(None))))
    if above.tag == f"{TEXT}list-item":
        above.tag = f"{TEXT}list-header"
    for child in list(paragraph):
        paragraph.remove(child)
    paragraph.text = None
    return words
