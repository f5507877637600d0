"""OpenDocument text (.odt, .fodt) as its paragraphs, with the numbers that LibreOffice prints and does not write down.

Every word of the body is in a paragraph, a note or what was left out.
"""

from __future__ import annotations

from lxml import etree

from rulebook.importing.file.archives import Element, opened, tree
from rulebook.importing.file.bounds import check_marked
from rulebook.importing.file.own_styles import is_own
from rulebook.importing.file.paragraphs import Document, LeftOut, squeezed
from rulebook.importing.file.tracked_changes import ACCEPT, REJECT, of_changes
from rulebook.importing.opendocument.body import Reading
from rulebook.importing.opendocument.changes import changes, deleted_words, rejected, without_emptied_rows
from rulebook.importing.opendocument.found import Found
from rulebook.importing.opendocument.linked_notes import take_linked_notes
from rulebook.importing.opendocument.numbering import STYLE
from rulebook.importing.opendocument.styles import OFFICE, Styles
from rulebook.importing.opendocument.words import PARAGRAPHS, Gathering
from rulebook.source import Unreadable

DEEPEST = 120  # elements in elements; a list in ten lists, in a table, in a section, takes about thirty
_MARGINS = {"header": "header", "header-left": "header", "header-first": "header"}
_MARGINS |= {name.replace("header", "footer"): "footer" for name in _MARGINS}
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_opendocument(data: bytes, name: str, *, tracked: str = ACCEPT) -> Document:
    """The paragraphs of a file. `tracked` is how tracked changes are taken: "accept" or "reject".

    Raises `Unreadable` for a file that is none, is damaged or has a password.
    """
    content, others = _parts(data, name)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Unreadable(f"{name} has no text in it", "give a text document of LibreOffice Writer, saved as .odt")
    _check_depth(content, name)
    check_marked(body.iter(*PARAGRAPHS), name)
    styles = Styles()
    for root in (*others, content):
        styles.add(root)
    made = changes(body)
    if tracked == REJECT:
        gone = [("inserted words", words) for words in rejected(body, made)]
    else:
        gone = [("deleted words", deleted_words(one.deletion)) for one in made if one.deletion is not None]
    without_emptied_rows(body, styles)
    found = Found(is_own(styles.names()))
    gathering = Gathering(styles)
    take_linked_notes(body, gathering)
    Reading(styles, found, gathering).blocks(body)
    title = squeezed(
        "".join(next((one for root in others for one in root.iter(_TITLE)), etree.Element("t")).itertext())
    )
    left_out = [
        *found.left_out,
        *(LeftOut(what, words) for what, words in gone if words),
        *(LeftOut(what, words) for root in (*others, content) for what, words in _margins(root, styles)),
    ]
    return Document(
        tuple(found.paragraphs),
        title=found.title or title,
        organisation=found.organisation,
        edition=found.edition,
        contents=tuple(found.contents),
        left_out=tuple(dict.fromkeys(left_out)),
        guesses=tuple(of_changes(len(made), tracked)),
    )


def _parts(data: bytes, name: str) -> tuple[Element, list[Element]]:
    """The root that holds the text, and those with the styles and the properties."""
    if not data.strip():
        raise Unreadable(f"{name} is empty", "save the document again, or check that the download is complete")
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        root = tree(data, name)
        if root.tag != f"{OFFICE}document":
            raise Unreadable(f"{name} is XML, but no OpenDocument text", "save it as .odt from LibreOffice")
        return root, [root]
    archive = opened(data, name)
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Unreadable(
            f"{name} has a password", "open it in LibreOffice, take the password off, save it and give that file"
        )
    if "content.xml" not in archive.names:
        raise Unreadable(f"{name} is no OpenDocument text: it has no content.xml", "save it as .odt from LibreOffice")
    others = [archive.tree(part) for part in ("styles.xml", "meta.xml") if part in archive.names]
    return archive.tree("content.xml"), others


def _check_depth(root: Element, name: str) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise Unreadable(
                f"{name} is nested more than {DEEPEST} deep, as no program writes it",
                "open it in LibreOffice, save it again, and give the new file",
            )


def _margins(root: Element, styles: Styles) -> list[tuple[str, str]]:
    """What stands at the head and the foot of every page."""
    gathering = Gathering(styles)
    found = []
    for page in root.iter(f"{STYLE}master-page"):
        for part in page:
            what = _MARGINS.get(str(part.tag).removeprefix(STYLE))
            words = gathering.words(part) if what else ""
            if what and any(letter.isalpha() for letter in words):
                found.append((what, words))
    return found
