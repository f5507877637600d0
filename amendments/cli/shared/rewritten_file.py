"""A draft is put right in its own file, which stays otherwise what it was: its encoding, line ends and permissions.

It is written only where it still says what was read.
"""

from __future__ import annotations

import codecs
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from amendments.cli.shared.output import write
from amendments.cli.shared.terminal import Failure, echo
from rulebook.source import Source, decode, read_bytes

if TYPE_CHECKING:
    from amendments.checks.many_files import Checked
    from amendments.cli.shared.check_options import Options
    from rulebook.diagnostics import Diagnostic

_MARKS = (  # the longer ones first: that of UTF-32 begins as that of UTF-16 does
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def put_right(path: str, source: Source, checked: Checked, options: Options) -> Checked:
    """Writes what the findings suggest into the draft, or shows it; and what is found after that."""
    from dataclasses import replace

    from amendments.drafts.arriving import is_document

    text, settled = _corrected(source.text, checked, options)
    if text == source.text:
        return checked
    if options.diff:
        _show_difference(path, source.text, text)
        return checked
    if path == "-":
        raise Failure("what comes from standard input cannot be put right in its place", "give a file")
    if is_document(read_bytes(path), path):
        raise Failure(
            f"{path} is no text, and was left as it is: only a text can be put right in its own file",
            f"make it one with  redraft new --from {shlex.quote(path)} -o draft.md  and put that right",
        )
    put_back(path, source.text, text, options.encoding)
    number = len(settled)
    echo(f"{path} is put right in {number} place{'' if number == 1 else 's'}", err=True)
    return replace(checked, findings=tuple(one for one in checked.findings if one not in settled))


def _corrected(text: str, checked: Checked, options: Options) -> tuple[str, list[Diagnostic]]:
    """The draft as it is to be, and the findings that are settled by it."""
    from amendments.checks.fixes import fixed, with_consequences

    settled: list[Diagnostic] = []
    if options.consequential:
        done = with_consequences(text, checked.draft.amendment, checked.findings)
        text, settled = done.text, [*done.settled]
    if options.fix:
        own = [one for one in checked.findings if one.source == checked.draft.source]
        done = fixed(text, own, unsafe=options.unsafe_fixes)
        text, settled = done.text, [*settled, *done.settled]
    return text, settled


def _show_difference(path: str, before: str, after: str) -> None:
    from difflib import unified_diff

    lines = unified_diff(before.splitlines(True), after.splitlines(True), path, f"{path}, put right")
    echo("".join(line if line.endswith("\n") else line + "\n" for line in lines))


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
