"""The text that somebody gave us, and places in it.

A `Source` never changes. A span is a pair of offsets into its text, counted in characters from 0, the end
left out; lines and columns are counted from 1, as editors show them.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from dataclasses import dataclass, field

Span = tuple[int, int]


class Unreadable(Exception):
    """Input that cannot be used at all, or an output that cannot be written.

    `message` says what is wrong and `help` what to do next; the command line prints both and ends with status 2.
    """

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help


@dataclass(frozen=True, slots=True)
class Source:
    """A text and the name it goes by in messages (a path as the user typed it, or "standard input")."""

    name: str
    text: str = field(repr=False)
    _starts: list[int] = field(default_factory=list, compare=False, repr=False)

    def _line_starts(self) -> list[int]:
        if not self._starts:
            self._starts.append(0)
            offset = self.text.find("\n")
            while offset >= 0:
                self._starts.append(offset + 1)
                offset = self.text.find("\n", offset + 1)
        return self._starts

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        starts = self._line_starts()
        line = bisect_right(starts, max(0, min(offset, len(self.text)))) - 1
        return line + 1, offset - starts[line] + 1

    def line(self, number: int) -> str:
        """The text of a line, without its end."""
        starts = self._line_starts()
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text of a file, line ends made "\\n" and a byte-order mark left out.

    Raises `Unreadable`, naming the first byte that does not fit, where the encoding (UTF-8 unless one is given)
    is not the file's.
    """
    if encoding is None and data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-32" if data[:4] == b"\xff\xfe\0\0" else "utf-16"
    try:
        text = data.decode(encoding or "utf-8-sig")
    except LookupError:
        raise Unreadable(f"no encoding is called “{encoding}”", "try --encoding cp1252, or --encoding utf-8") from None
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        where = f"byte {problem.start + 1}, on line {line}, is 0x{data[problem.start]:02x}"
        raise Unreadable(
            f"{name} is not written in {encoding or 'UTF-8'}: {where}",
            "save it as UTF-8, or say what it is: --encoding cp1252 fits most older Windows files",
        ) from None
    except UnicodeError as problem:
        raise Unreadable(
            f"{name} is not written in {encoding}: {problem}", "try --encoding cp1252, or --encoding utf-8"
        ) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


_DOCUMENTS = {
    b"PK\3\4": "a document of a word processor, or another zipped file",  # docx, odt
    b"\xd0\xcf\x11\xe0": "a document of an older Word",  # doc
    b"{\\rtf": "a document of a word processor",
    b"%PDF": "a PDF",
}
"""What files that hold text in a form of their own begin with."""
_SAVE_AS_TEXT = (
    "if it is a rulebook:  redraft import FILE  makes one that can be used. If it is a draft, save it as plain text "
    "and give that file: in Word, File, Save As, Plain text (.txt), encoding UTF-8; in "
    "LibreOffice, File, Save As, Text - Choose Encoding (.txt), UTF-8; from a PDF, copy the words into such a file"
)


def read_bytes(path: str, most: int = -1) -> bytes:
    """What the file at `path` holds, or standard input where the path is "-"; no more than `most` bytes of it, where
    that is given. Raises `Unreadable`."""
    if path == "-":
        if sys.stdin is None:
            raise Unreadable("there is nothing on standard input", "name a file instead of -")
        return sys.stdin.buffer.read(most)
    if not path:
        raise Unreadable("the name of the file is empty", "give the name of the file that is to be read")
    try:
        with open(path, "rb") as file:
            return file.read(most)
    except FileNotFoundError:
        raise Unreadable(f"there is no file {path}", "check the spelling, and the folder you are in") from None
    except IsADirectoryError:
        raise Unreadable(f"{path} is a folder", "name a file in it") from None
    except (OSError, ValueError) as problem:
        raise Unreadable(f"{path} cannot be read: {getattr(problem, 'strerror', None) or problem}") from None


def read_source(path: str, encoding: str | None = None) -> Source:
    """The text of the file at `path`, or of standard input where the path is "-". Raises `Unreadable`."""
    data = read_bytes(path)
    if path == "-":
        return Source("standard input", decode(data, "standard input", encoding))
    document = next((name for first, name in _DOCUMENTS.items() if data.startswith(first)), None)
    if document:
        raise Unreadable(f"{path} is not a text file: it is {document}", _SAVE_AS_TEXT)
    if encoding is None and b"\0" in data and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable(
            f"{path} is not a text file (it holds a NUL byte)", "save it as plain text or Markdown, in UTF-8"
        )
    return Source(path, decode(data, path, encoding))
