"""The pages of a PDF, taken from it by another process, which is stopped where it takes too long or dies.

No page of a book that is printed to be read takes long; one that does was made to. See `extraction` for the other side.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import rulebook
from rulebook.importing.pdf.page.drawn import Drawn
from rulebook.importing.pdf.page.lines import Word
from rulebook.source import Unreadable

BEGINNING = 30.0  # seconds that the other process has to begin, on a slow and busy machine
PATIENCE = 1.5  # seconds for a page; one full of small type takes a hundredth of one
MOST_PAGES = 2_000
AGAIN = "open it in a PDF viewer, print or export it to a new PDF, and give that file"


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page in the order in which the file has them, what is drawn on it, and the text that pdfium makes
    of it, without a thought of what its words are."""

    words: list[Word]
    drawn: Drawn
    plain: str


class Pages:
    """An open PDF: how many pages it has, its title, and the pages, to be gone through once. A context manager."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises `Unreadable` where the file is protected, damaged, empty or too long."""
        self.name = name
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "rulebook.importing.pdf.page.extraction"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": str(Path(rulebook.__file__).parents[1])},
            )
        except OSError as problem:
            raise Unreadable(
                f"{name} cannot be read: the part of redraft that reads PDFs did not start ({problem.strerror})",
                "install redraft again, or save the PDF as a Word file or as text and give that",
            ) from None
        assert self.process.stdin is not None and self.process.stdout is not None
        self.said: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=_listen, args=(self.process.stdout, self.said), daemon=True).start()
        try:
            self._next(BEGINNING, 0)
            with contextlib.suppress(OSError):  # it is gone, which the next line says
                self.process.stdin.write(data)
                self.process.stdin.close()
            about = self._next(PATIENCE, 0)
            if "refused" in about:
                self._refuse(about["refused"])
            self.count: int = about["pages"]
            self.title: str = about["title"]
            if not self.count:
                raise Unreadable(f"{name} has no pages", AGAIN)
            if self.count > MOST_PAGES:
                raise Unreadable(
                    f"{name} has {self.count:,} pages; {MOST_PAGES:,} is the most that is read", "give only the rules"
                )
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the other process, whatever it is doing."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def __iter__(self) -> Iterator[Page]:
        for place in range(self.count):
            words, uprights, levels, discs, plain = self._next(PATIENCE, place + 1)
            lines = ([tuple(one) for one in drawn] for drawn in (uprights, levels, discs))
            yield Page([Word(*word) for word in words], Drawn(*lines), plain)

    def _next(self, patience: float, page: int) -> Any:
        """The next line that the other process says. Raises `Unreadable` where none comes."""
        where = f"page {page} of {self.name}" if page else self.name
        try:
            line = self.said.get(timeout=patience)
        except queue.Empty:
            raise Unreadable(f"{where} takes too long to read: no page of a rulebook does", AGAIN) from None
        if not line:
            raise Unreadable(f"{where} cannot be read: there is far too much on it, or it is damaged", AGAIN)
        return json.loads(line)

    def _refuse(self, why: str) -> None:
        if why == "password":
            raise Unreadable(
                f"{self.name} is protected by a password",
                "open it with the password, print it to a new PDF without one, and give that file",
            )
        raise Unreadable(f"{self.name} is damaged, or was not copied whole", f"get it once more, or {AGAIN}")


def _listen(stream: IO[bytes], said: queue.Queue[bytes]) -> None:
    """Hands on each line, and an empty one at the end."""
    try:
        for line in stream:
            said.put(line)
    except (OSError, ValueError):  # it was closed meanwhile
        pass
    said.put(b"")
