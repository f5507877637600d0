"""Templates that a test writes, and a paper for them."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

from amendments.papers.paper import Paper, Part
from amendments.setting_out.own.folder import OwnTemplates
from amendments.setting_out.template_choice import Own
from rulebook.printed.lines import Line, plain

PAPER = Paper(
    "motion", "Buses", organisation="Barchester Party", sender="Barchester CLP", words=4,
    sections=(Part("This CLP notes", (Line(plain("That buses are late."), "1.", 1),)),),
)  # fmt: skip


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


DOT = b"\x89PNG\r\n\x1a\n" + b"".join((  # a picture of one grey point
    chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), chunk(b"IDAT", zlib.compress(b"\0\x80")), chunk(b"IEND", b""),
))  # fmt: skip


def own(**files: str | bytes) -> Own:
    """Templates by name, where "__" stands for a dot."""
    named = {name.replace("__", "."): one.encode() if isinstance(one, str) else one for name, one in files.items()}
    return Own(OwnTemplates("templates", named))


def unpacked(document: str | bytes) -> dict[str, bytes]:
    assert isinstance(document, bytes)
    with zipfile.ZipFile(BytesIO(document)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
