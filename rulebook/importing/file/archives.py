"""Documents that are zipped folders of XML, docx and odt, opened so that a hostile one does no harm.

Nothing is unpacked to disk and nothing fetched: a part is inflated into memory, up to a cap, only when it is asked for.
XML is read without entities, and a document type, which no word processor writes, is refused.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from lxml import etree

from rulebook.source import Unreadable

LARGEST = 50_000_000  # bytes of one part; 60,000 words are 2 to 10 million
LARGEST_TOGETHER = 100_000_000  # bytes of all that are read
STEEPEST = 300  # times that a part may grow; what word processors write grows 10 to 50 times
SMALL = 5_000_000  # bytes up to which it may grow more steeply: a tiny part that says one thing often
MOST_PARTS = 20_000
HEAVIEST = 160_000_000  # bytes of memory that a tree may take: the process is to stay under 300 million
_PIECE = 1_000_000

AGAIN = "open it in the program that it was made with, save it again, and give the new file"
_TOO_LARGE = "save only the rules themselves, without pictures and tracked changes, as a document of their own"
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

Element = Any  # lxml has no type hints


@dataclass(slots=True)
class Archive:
    """A zipped document. `names` are those of its parts, as "word/document.xml"; `file` is how messages call it."""

    file: str
    names: frozenset[str]
    _zipped: zipfile.ZipFile = field(repr=False)
    _parts: dict[str, zipfile.ZipInfo] = field(repr=False)
    _left: int = LARGEST_TOGETHER

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises `Unreadable`, also where there is no such part."""
        part = self._parts.get(name)
        if part is None:
            raise Unreadable(f"{self.file} has no part {name}, so its words cannot be found", AGAIN)
        if part.flag_bits & 1:
            raise Unreadable(
                f"{self.file} is protected by a password", "open it, take the password off, save it and give that file"
            )
        if part.compress_type not in _READABLE:
            raise Unreadable(f"{self.file} is packed in a way that word processors do not use", AGAIN)
        most = min(LARGEST, self._left, max(SMALL, STEEPEST * part.compress_size))
        if part.file_size > most:
            raise self._too_large(name)
        found = bytearray()
        try:
            with self._zipped.open(part) as inflating:
                while piece := inflating.read(_PIECE):
                    found += piece
                    if len(found) > most:  # the directory of a zip can say anything
                        raise self._too_large(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
            raise Unreadable(f"{self.file} is damaged: its part {name} cannot be unpacked", AGAIN) from None
        self._left -= len(found)
        return bytes(found)

    def tree(self, name: str) -> Element:
        """The root of a part that is XML. Raises `Unreadable`."""
        return tree(self.read(name), f"{name} in {self.file}")

    def _too_large(self, name: str) -> Unreadable:
        return Unreadable(f"{self.file} is too large to be a rulebook: its part {name} has no end in sight", _TOO_LARGE)


def opened(data: bytes, name: str) -> Archive:
    """A zipped document, whose file goes by `name` in messages. Raises `Unreadable` where it is no whole zip."""
    if not data.startswith(b"PK"):
        raise Unreadable(f"{name} is not a document of a word processor", AGAIN)
    if data.count(b"PK\1\2") > MOST_PARTS:
        raise Unreadable(f"{name} has too many parts to be a rulebook", _TOO_LARGE)
    try:
        zipped = zipfile.ZipFile(BytesIO(data))
        listed = [part for part in zipped.infolist() if not part.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, OverflowError, NotImplementedError):
        raise Unreadable(
            f"{name} is damaged: its end is missing, or it was not copied whole", f"get it once more, or {AGAIN}"
        ) from None
    parts = {part.filename.replace("\\", "/").lstrip("/"): part for part in listed}
    if len(parts) < len(listed):  # programs differ in which of them they show
        raise Unreadable(f"{name} is damaged: it holds two parts of one name", AGAIN)
    return Archive(name, frozenset(parts), zipped, parts)


def tree(data: bytes, name: str) -> Element:
    """The root element of XML, comments left out. Raises `Unreadable`; `name` says in messages which file it is."""
    if any("<!DOCTYPE".encode(encoding) in data for encoding in ("ascii", "utf-16-le", "utf-16-be")):
        raise _with_a_type(name)
    if len(data) > LARGEST or 100 * data.count(b"<") + 220 * data.count(b"=") + len(data) > HEAVIEST:
        raise Unreadable(f"{name} is too large to be a rulebook", _TOO_LARGE)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,  # which also stops at 256 elements in one another
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        if "depth" in str(problem).lower():
            raise Unreadable(f"{name} is nested too deeply for a document that somebody wrote", AGAIN) from None
        raise Unreadable(f"{name} is damaged: {_plainly(problem)}", AGAIN) from None
    if root is None:
        raise Unreadable(f"{name} is damaged: there is nothing in it", AGAIN)
    if root.getroottree().docinfo.doctype:
        raise _with_a_type(name)
    return root


def _with_a_type(name: str) -> Unreadable:
    return Unreadable(
        f"{name} has a document type (DOCTYPE), which no word processor writes and which can do harm", AGAIN
    )


def _plainly(problem: Exception) -> str:
    line, _ = getattr(problem, "position", (0, 0)) or (0, 0)
    return f"it is not whole XML (line {line})" if line else "it is not whole XML"
