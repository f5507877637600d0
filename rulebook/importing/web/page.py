"""A web page as its paragraphs, with the numbers that a browser prints before the items of lists.

Every word that a browser shows is in a paragraph, a note or what was left out. The page is walked without recursion,
however deep its elements are nested.
"""

from __future__ import annotations

from lxml import etree

from rulebook.importing.file.bounds import MOST_MARKED, check_marked, check_number, check_page
from rulebook.importing.file.paragraphs import Document, LeftOut, squeezed
from rulebook.importing.file.tracked_changes import ACCEPT, REJECT, of_changes
from rulebook.importing.web.notes import find_notes
from rulebook.importing.web.site_parts import Surroundings, anchors
from rulebook.importing.web.source import page_tree
from rulebook.importing.web.styles import StyleSheet
from rulebook.importing.web.walk import Reading


def read_web_page(data: bytes, name: str, encoding: str | None = None, *, tracked: str = ACCEPT) -> Document:
    """The paragraphs of a page. Words that are marked as deleted are left out, and with `tracked` "reject" those that
    are marked as inserted.

    Raises `Unreadable` where the bytes are no page.
    """
    check_page(data, name)
    root = page_tree(data, name, encoding)
    check_marked(root.iter("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "td", "th", "div"), name)
    check_number(sum(1 for _ in root.iter("br")), name, MOST_MARKED)
    sheet = StyleSheet()
    for style in root.iter("style"):
        sheet.add(style.text or "")
    ids = anchors(root)
    surroundings = Surroundings(ids)
    surroundings.counted(root)
    reading = Reading(sheet, surroundings, find_notes(root, ids), "ins" if tracked == REJECT else "del")
    reading.walk(root)
    organisation, edition = _own_properties(root)
    left_out = [*reading.gathered.left_out, *(LeftOut("footnote", words) for words in reading.notes_never_called())]
    return Document(
        tuple(reading.gathered.paragraphs),
        title=_title(root),
        organisation=organisation,
        edition=edition,
        contents=tuple(reading.contents),
        left_out=tuple(left_out),
        guesses=tuple(of_changes(reading.changes, tracked)),
    )


def _title(root: etree._Element) -> str:
    found = root.find("head/title")
    return squeezed("".join(found.itertext())) if found is not None else ""


def _own_properties(root: etree._Element) -> tuple[str, str]:
    """The organisation and the edition at the head of a page that this program wrote."""
    top = root.find("body/header[@class='page-top']")
    if top is None or len(top) != 2:
        return "", ""
    first, last = (squeezed("".join(one.itertext())) for one in top)
    return first, last.removesuffix(" edition")
