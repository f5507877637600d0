"""Word documents with tracked changes: two books as one, and the annex of a paper.

The document itself, with its styles and its margins, is pandoc's; here the marked paragraphs are put into it. The same
paragraphs give the same bytes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

from lxml import etree

from amendments.comparing.redlines.annexed import touched
from amendments.comparing.redlines.marked_paragraphs import Paragraph
from amendments.comparing.redlines.redline import redline
from amendments.comparing.redlines.tracked_changes import NAMESPACE, By, TrackedChanges, W
from amendments.setting_out.edition import printed_edition
from amendments.setting_out.pandoc_document import document
from amendments.setting_out.template_choice import OURS
from rulebook.comparing.comparison import Comparison
from rulebook.wording import SAME, Piece

ANNEX = "Annex: the rules with the changes marked"
_SETTLING = "The changes are tracked. Accepted, they leave the wording as amended; rejected, the existing wording."
_NOTHING = "No words of the rules change."
_WORDS, _SETTINGS, _PROPERTIES = "word/document.xml", "word/settings.xml", "docProps/core.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_STARTED = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can name


def redline_document(comparison: Comparison, by: By) -> bytes:
    """The docx of both books: with all changes accepted the new one, with all rejected the old one.

    No changes can be tracked at the head and the foot of the pages, so nothing stands there that is not in both.
    """
    old, page = printed_edition(comparison.before), printed_edition(comparison.after)
    margins = {place: words if old.margins[place] == words else "" for place, words in page.margins.items()}
    empty = document([], "docx", "", margins, reference=OURS.reference_for("docx"))
    return _with(empty, redline(comparison), by, page.title)


def with_annex(paper: bytes, comparison: Comparison, by: By) -> bytes:
    """The docx of a paper with the clauses that a comparison touches after it, on a page of their own."""
    paragraphs = touched(redline(comparison))
    said = Paragraph(SAME, "note", (), (Piece(SAME, _SETTLING if paragraphs else _NOTHING),))
    return _with(paper, (said, *paragraphs), by)


def _with(file: bytes, paragraphs: Iterable[Paragraph], by: By, title: str = "") -> bytes:
    """The file with the paragraphs at its end; with a title it is a book, else the paragraphs are an annex."""
    finished = BytesIO()
    with zipfile.ZipFile(BytesIO(file)) as before, zipfile.ZipFile(finished, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == _WORDS:
                content = _words(content, paragraphs, by, annex=not title)
            elif entry.filename == _SETTINGS:
                content = _settings(content)
            elif entry.filename == _PROPERTIES:
                content = _properties(content, by, title)
            named = zipfile.ZipInfo(entry.filename, _STARTED)
            after.writestr(named, content, compress_type=entry.compress_type)
    return finished.getvalue()


def _words(content: bytes, paragraphs: Iterable[Paragraph], by: By, annex: bool) -> bytes:
    root = etree.fromstring(content)
    body = root.find(f"{W}body")
    last = body[-1]  # the section's properties stand after all words
    numbers = [int(one.get(f"{W}id")) for one in body.iter() if (one.get(f"{W}id") or "").isdigit()]
    if annex:
        last.addprevious(_annex_heading())
    for block in TrackedChanges(by, max(numbers, default=0) + 1).blocks(paragraphs):
        last.addprevious(block)
    last.addprevious(_end())
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _end() -> etree._Element:
    """The last paragraph of a document cannot go: so it is never a changed one.

    It is not quite empty, or LibreOffice gives it the style of a paragraph that goes before it.
    """
    end = etree.Element(f"{W}p", nsmap={"w": NAMESPACE})
    etree.SubElement(etree.SubElement(end, f"{W}r"), f"{W}t").text = "\u00a0"
    return end


def _annex_heading() -> etree._Element:
    heading = etree.Element(f"{W}p", nsmap={"w": NAMESPACE})
    properties = etree.SubElement(heading, f"{W}pPr")
    etree.SubElement(properties, f"{W}pStyle", {f"{W}val": "Heading1"})
    etree.SubElement(properties, f"{W}pageBreakBefore")
    etree.SubElement(etree.SubElement(heading, f"{W}r"), f"{W}t").text = ANNEX
    return heading


def _settings(content: bytes) -> bytes:
    """The settings without the one by which Word would not show moves as moves."""
    root = etree.fromstring(content)
    for one in root.findall(f"{W}doNotTrackMoves"):
        root.remove(one)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _properties(content: bytes, by: By, title: str) -> bytes:
    """The file's own properties: a book's title, and as its day that of the changes."""
    root = etree.fromstring(content)
    if title:
        root.find(f"{_DC}title").text = title
    for name in ("created", "modified"):
        root.find(f"{_TERMS}{name}").text = f"{by.date}T12:00:00Z"
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
