"""A document of the user's own, docx or odt, whose styles, head and foot a paper is given.

It need not have every style that a paper uses: those that it lacks are taken from ours, and stand on its own ordinary
text, so that they have its typeface.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Any

from amendments.setting_out.templates import built_in
from rulebook.source import Unreadable, read_bytes

MOST_BYTES = 64 * 1024 * 1024  # unpacked; a letterhead with pictures has a tenth of it
STYLES = {"docx": "word/styles.xml", "odt": "styles.xml"}
BODY = {"docx": "word/document.xml", "odt": "content.xml"}
CALLED = {"docx": "a Word document (.docx)", "odt": "an OpenDocument text (.odt)"}
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID, _VALUE = f"{_WORD}styleId", f"{_WORD}val"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def read_document(path: str, format: str) -> bytes:
    """The document at a path, with every style that a paper uses. Raises `Unreadable` where it is of another kind."""
    return completed(read_bytes(path), path, format)


def completed(data: bytes, name: str, format: str) -> bytes:
    """A document with the styles added that it lacks. Raises `Unreadable` where it cannot be used for the format."""
    parts = _parts(data, name, format)
    if BODY[format] not in parts or STYLES[format] not in parts:
        other = next((kind for kind in BODY if BODY[kind] in parts and kind != format), None)
        is_what = f"is {CALLED[other]}" if other else "is no document of a word processor"
        raise Unreadable(
            f"{name} {is_what}, and a paper as {format} takes its styles from {CALLED[format]}",
            f"write the paper as {other}, or save the styles as {CALLED[format]} and give that" if other
            else f"give {CALLED[format]}",
        )  # fmt: skip
    theirs = _tree(parts[STYLES[format]], name)
    ours = _tree(_parts(built_in(f"reference.{format}"), "", format)[STYLES[format]], "")
    added = (_add_word if format == "docx" else _add_opendocument)(theirs, ours)
    if not added:
        return data
    from lxml import etree

    filled = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(filled, "w") as after:
        for entry in before.infolist():
            content = parts[entry.filename]
            if entry.filename == STYLES[format]:
                content = etree.tostring(theirs, xml_declaration=True, encoding="UTF-8", standalone=True)
            after.writestr(entry, content, compress_type=entry.compress_type)
    return filled.getvalue()


def _parts(data: bytes, name: str, format: str) -> dict[str, bytes]:
    """What is packed into a document."""
    again = "open it in your word processor, save it once more, and give that file"
    if not data.startswith(b"PK"):
        old = " (an older Word’s .doc has to be saved as .docx)" if data[:4] == b"\xd0\xcf\x11\xe0" else ""
        raise Unreadable(
            f"{name} is not a document whose styles can be used{old}", f"give {CALLED[format]}, as -o is one"
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_BYTES:
                raise Unreadable(
                    f"{name} holds more than {MOST_BYTES >> 20} MB", "take out its text and large pictures"
                )
            return {entry.filename: packed.read(entry) for entry in packed.infolist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise Unreadable(f"{name} is damaged, or was not copied whole", again) from None


def _tree(data: bytes, name: str) -> Any:
    from lxml import etree

    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise Unreadable(f"the styles of {name} are damaged", "save it once more in your word processor") from None


def _add_word(theirs: Any, ours: Any) -> int:
    """Adds the styles that a Word document lacks, by name; those that others rest on are called as they are there."""
    there, wanted = _by_name(theirs), _by_name(ours)
    called = {style.get(_ID): there[name].get(_ID) for name, style in wanted.items() if name in there}
    known = {style.get(_ID) for style in theirs.findall(f"{_WORD}style")}
    missing = [style for name, style in wanted.items() if name not in there and style.get(_ID) not in known]
    for style in missing:
        style.attrib.pop(f"{_WORD}default", None)
        for link in ("basedOn", "next", "link"):
            found = style.find(f"{_WORD}{link}")
            if found is not None:
                found.set(_VALUE, called.get(found.get(_VALUE), found.get(_VALUE)))
    theirs.extend(missing)
    return len(missing)


def _by_name(styles: Any) -> dict[str, Any]:
    """The styles of a Word document by the name that is shown, which no language of Word changes."""
    named = [(style.find(f"{_WORD}name"), style) for style in styles.findall(f"{_WORD}style")]
    return {name.get(_VALUE, "").casefold(): style for name, style in named if name is not None}


def _add_opendocument(theirs: Any, ours: Any) -> int:
    """The same of an OpenDocument text."""
    here = theirs.find(f"{_OFFICE}styles")
    if here is None:
        return 0
    key = (f"{_STYLE}name", f"{_STYLE}family")
    there = {tuple(style.get(one) for one in key) for style in here.findall(f"{_STYLE}style")}
    missing = [
        style
        for style in ours.find(f"{_OFFICE}styles").findall(f"{_STYLE}style")
        if tuple(style.get(one) for one in key) not in there
    ]
    here.extend(missing)
    return len(missing)
