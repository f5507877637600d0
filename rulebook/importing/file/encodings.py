"""The letters of a text that does not say how they are written: UTF-8, UTF-16, or what older Windows programs wrote.

UTF-8 is certain, since hardly another text looks like it. What is taken for the others is a guess, and said.
"""

from __future__ import annotations

from rulebook.importing.file.paragraphs import Guess
from rulebook.source import Unreadable, decode

MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
SHARE = 0.3  # of the bytes that are NUL, on one side of each pair, in UTF-16 of a western language
_LEFT_FREE = frozenset(b"\x81\x8d\x8f\x90\x9d")  # of Windows-1252
_NAMES = {"cp1252": "Windows-1252", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


def decoded(data: bytes, name: str, encoding: str | None) -> tuple[str, Guess | None]:
    """The text of a file, and the guess that its encoding is. Raises `Unreadable` where nothing fits."""
    guessed = None if encoding or data.startswith(MARKS) else guessed_encoding(data)
    text = decode(data, name, encoding or guessed)
    if guessed is None:
        return text, None
    said = f"the file is not in UTF-8, and was read as {_NAMES[guessed]}; --encoding says another"
    return text, Guess("letters", said)


def guessed_encoding(data: bytes) -> str | None:
    """What a text without a mark is written in, where that is not UTF-8 and can be told; else None."""
    sample = data[:100_000]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        pairs = sample[start::2]
        if len(pairs) > 20 and pairs.count(0) > 2 * SHARE * len(pairs) and not sample[1 - start :: 2].count(0):
            return encoding
    try:
        decode(data, "")
    except Unreadable:
        return "cp1252" if 0 not in data and _older_windows(data) else None
    return None


def _older_windows(data: bytes) -> bool:
    """Whether a text may be in Windows-1252: all its bytes are letters there, and none of it is UTF-8 with an error."""
    if _LEFT_FREE & set(data):
        return False
    read = data.decode("utf-8", "replace")
    wrong = read.count("\ufffd")
    return sum(ord(letter) > 0x7F for letter in read) - wrong <= wrong // 10
