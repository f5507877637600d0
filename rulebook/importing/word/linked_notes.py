"""Footnotes that are links, as in a web page that was saved as a Word document, made into notes of their own.

The mark becomes a call of a note; the paragraph that it leads to is emptied, and its words are those of the note.
"""

from __future__ import annotations

from rulebook.importing.file.archives import Element
from rulebook.importing.file.note_marks import Linked, linked_notes, without_mark
from rulebook.importing.file.paragraphs import squeezed
from rulebook.importing.word.markup import W
from rulebook.importing.word.words import Gathering

_LINK, _PARAGRAPH, _PLACE = f"{W}hyperlink", f"{W}p", f"{W}bookmarkStart"


def take_linked_notes(body: Element, gathering: Gathering) -> dict[str, str]:
    """The words of the notes by the keys that the calls, which stand in the body now, name."""
    if next(body.iter(_LINK), None) is None:
        return {}
    paragraphs = list(body.iter(_PARAGRAPH))
    places = _places(body)
    notes = linked_notes([Linked(frozenset(places.get(one, ())), _links(one)) for one in paragraphs])
    marks: dict[str, str] = {}
    for link in [link for link in body.iter(_LINK) if link.get(f"{W}anchor", "") in notes]:
        name = link.get(f"{W}anchor")
        marks.setdefault(name, _words(link))
        call = link.makeelement(f"{W}r")
        call.append(link.makeelement(f"{W}footnoteReference", {f"{W}id": _id(name)}))
        link.getparent().replace(link, call)
    found: dict[str, str] = {}
    for name, number in notes.items():
        note = paragraphs[number]
        for link in list(note.iter(_LINK)):
            if not link.get(f"{W}id"):  # one that leads out of the document is of the note's own words
                link.getparent().remove(link)
        found[f"footnote{_id(name)}"] = without_mark(squeezed(gathering.words(note, "").text), marks[name])
        for child in list(note):
            note.remove(child)
    return found


def _places(body: Element) -> dict[Element, list[str]]:
    """The names of the places in each paragraph; a name that stands between two is of the second."""
    found: dict[Element, list[str]] = {}
    waiting: list[str] = []
    for one in body.iter(_PARAGRAPH, _PLACE):
        if one.tag == _PARAGRAPH:
            found[one], waiting = waiting, []
        else:
            inside = next(one.iterancestors(_PARAGRAPH), None)
            (waiting if inside is None else found[inside]).append(one.get(f"{W}name", ""))
    return found


def _links(paragraph: Element) -> tuple[tuple[str, str], ...]:
    return tuple((link.get(f"{W}anchor", ""), _words(link)) for link in paragraph.iter(_LINK))


def _words(link: Element) -> str:
    return squeezed("".join(one.text or "" for one in link.iter(f"{W}t")))


def _id(name: str) -> str:
    return f" to {name}"  # no id of a true footnote has spaces
