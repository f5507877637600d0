"""What the parts of a Word file are called, and the XML names and measures in them.

Word writes the same elements under two sets of names, "transitional" and "strict"; here both come out as the first.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from rulebook.importing.file.archives import Archive, Element, opened, tree
from rulebook.source import Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
EITHER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = f"{W}val"
LINE = "\v"  # a line break in the words of a paragraph; no file holds the sign itself, which XML forbids

_STRICT = (  # ISO/IEC 29500-1 and -4: the names of the two conformance classes
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
_NO_MATTER = re.compile(
    rb"<w:(?:lang|rFonts|szCs|bCs|i|iCs|u|color|kern|noProof|proofErr|spacing|contextualSpacing|shd|highlight"
    rb"|bookmarkEnd)(?: [^<>]*)?/>"
    rb"|(?<=<w:[pr])(?: w(?:14)?:(?:rsid[A-Za-z]*|paraId|textId)=\"[0-9A-F]{8}\")+"
)
"""What takes most of a large part's memory and is never asked for: fonts, colours, and marks of who saved it when."""
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0, "": 0.05}
_MEASURE = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm|pc|pi|)")
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_OTHERS = (
    (b"{\\rtf", "a document in Rich Text Format (.rtf)"),
    (b"%PDF", "a PDF"),
    (b"<", "a web page or another file of XML"),
)


@dataclass(slots=True)
class WordFile:
    """The parts of a Word file. `main` is the one that holds the words."""

    archive: Archive
    main: str
    _related: dict[str, list[str]] = field(default_factory=dict)

    def parts(self, kind: str) -> list[str]:
        """The names of the parts of a kind, as "styles" or "header", that the main part refers to."""
        return self._related.get(kind, [])

    def tree(self, kind: str) -> Element | None:
        """The root of the only part of a kind; None where there is none."""
        found = self.parts(kind)
        return self.root(found[0]) if found else None

    def root(self, name: str) -> Element:
        """The root of a part, in the transitional names. Raises `Unreadable`."""
        data = _transitional(self.archive.read(name))
        if b"<![CDATA[" not in data:
            data = _NO_MATTER.sub(b"", data)
        return tree(data, f"{name} in {self.archive.file}")


def word_file(data: bytes, name: str) -> WordFile:
    """The parts of a Word file. Raises `Unreadable`, saying what to do, for everything else."""
    if data.startswith(_OLD_WORD):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable(
                f"{name} is protected by a password",
                "open it in Word, take the password off (File, Info, Protect Document), save it and give that file",
            )
        raise Unreadable(
            f"{name} is a document of an older Word (.doc)", "open it in Word or LibreOffice and save it as .docx"
        )
    if not data.startswith(b"PK"):
        what = next((what for first, what in _OTHERS if data.lstrip()[:8].startswith(first)), "another kind of file")
        raise Unreadable(
            f"{name} is not a Word document: it is {what}",
            "give it the ending of what it is, or open it in Word and save it as .docx",
        )
    archive = opened(data, name)
    main = _targets(archive, "", "_rels/.rels").get("officeDocument", ["word/document.xml"])[0]
    if main not in archive.names:
        if "content.xml" in archive.names:
            raise Unreadable(f"{name} is an OpenDocument file", "give it the ending .odt")
        raise Unreadable(
            f"{name} is a zipped file, but not a Word document", "open the document itself in Word and save it as .docx"
        )
    folder, last = posixpath.split(main)
    related = _targets(archive, folder, f"{folder}/_rels/{last}.rels".lstrip("/"))
    for kind in ("styles", "numbering", "footnotes", "endnotes", "comments", "settings"):
        usual = f"{folder}/{kind}.xml".lstrip("/")
        if kind not in related and usual in archive.names:
            related[kind] = [usual]
    return WordFile(archive, main, related)


def _targets(archive: Archive, folder: str, name: str) -> dict[str, list[str]]:
    """The parts that a list of relationships names, by kind. What lies outside the file is never followed."""
    found: dict[str, list[str]] = {}
    if name not in archive.names:
        return found
    for one in archive.tree(name):
        if one.get("TargetMode") == "External" or not one.get("Target"):
            continue
        target = one.get("Target")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        kind = one.get("Type", "").rpartition("/")[2]
        if part in archive.names and part not in found.setdefault(kind, []):
            found[kind].append(part)
    return {kind: parts for kind, parts in found.items() if parts}


def _transitional(data: bytes) -> bytes:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", errors="replace")
        data = re.sub(r"^<\?xml[^>]*\?>", "", text.lstrip("\ufeff")).encode()
    for strict, transitional in _STRICT:
        data = data.replace(strict, transitional)
    return data


def one_form(root: Element) -> Element:
    """The same root, of everything that is there in two forms, for newer and for older programs, only the first."""
    for both in list(root.iter(f"{EITHER}AlternateContent")):
        for other in list(both)[1:]:
            both.remove(other)
    return root


def value(parent: Element | None, name: str) -> str | None:
    """What a property says: the `w:val` of the child of that name; None where there is no such child."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(VAL, "") if child is not None else None


def switched(parent: Element | None, name: str) -> bool | None:
    """Whether a property is switched on; None where nothing is said of it."""
    found = value(parent, name)
    return None if found is None else found.lower() not in ("0", "false", "off", "none")


def whole_number(text: str | None, otherwise: int = 0) -> int:
    """A whole number as Word writes it, within the bounds of what Word itself would count."""
    if text and re.fullmatch(r"-?\d{1,9}", text):
        return max(-1, min(int(text), 32767))
    return otherwise


def points(text: str | None) -> float | None:
    """A measure in points: twentieths of them where no unit is written."""
    match = _MEASURE.fullmatch(text) if text else None
    return float(match[1]) * _POINTS[match[2]] if match else None
