"""A file of the user's with its words put right stays otherwise what it was: its encoding, line ends and permissions.

It is written only where it still says what was read.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from amendments.cli.shared.output import write
from amendments.cli.shared.terminal import Failure
from rulebook.source import decode, read_bytes

_MARKS = (  # the longer ones first: that of UTF-32 begins as that of UTF-16 does
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def put_back(path: str, read: str, text: str, encoding: str | None) -> None:
    """Writes a text into the file that `read` was read from. Raises `Failure` where that is not safe."""
    data = read_bytes(path)
    if decode(data, path, encoding) != read:
        raise Failure(f"{path} was changed meanwhile, and was left as it is", "run it again")
    file = Path(path).resolve()  # of a link, the file that it leads to
    if not file.stat().st_mode & 0o222:
        raise Failure(f"{path} is write-protected, and was left as it is", "take the protection off, or copy the file")
    mark, written = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", encoding or "utf-8"))
    ends = [end for end in ("\r\n", "\r") if end in data.decode(written)]
    try:
        put = mark + (text.replace("\n", ends[0]) if ends else text).encode(written)
    except UnicodeEncodeError as problem:
        raise Failure(
            f"{path} is written in {written}, which has no “{text[problem.start]}”, and was left as it is",
            "save it as UTF-8, and leave --encoding out",
        ) from None
    write(str(file), put, True)
