"""The process that sets out a paper by the user's own templates: `python -m amendments.setting_out.own.child`.

Templates may come with a draft from anybody. So they run in Jinja's sandbox or in typst, on files in memory or in a
folder made for the purpose, with no network, and in a process of their own, which `own_setting` stops where it takes
too long. The task comes on standard input, pickled; what goes out is a line of JSON and, after it, the paper.
"""

from __future__ import annotations

import contextlib
import json
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from amendments.setting_out.own.faults import Fault
from amendments.setting_out.own.jinja_faults import of_jinja, picture_outside
from amendments.setting_out.own.sandbox import made_safe, pictures_outside, sandbox
from amendments.setting_out.own.typst_faults import of_typst
from templates import is_page

MEMORY = 1024 * 1024 * 1024  # bytes that are taken for data; a book of 60,000 words takes a fifth of it
MOST = 64 * 1024 * 1024  # characters of a page; a book of 60,000 words makes half a million


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be set. `given` is what a Jinja template gets, or the data of a typst one, whose files are all in
    `folder`; `files` are the user's own, by which faults are placed, and `seconds` is the time it has."""

    template: str
    given: dict[str, Any]
    files: dict[str, bytes]
    seconds: float
    folder: str = ""


def main() -> None:
    """Sets one paper."""
    import jinja2.sandbox  # noqa: F401  # so that its loading is not counted
    import typst  # noqa: F401

    _limit_memory()
    sys.stdout.buffer.write(b"ready\n")
    sys.stdout.buffer.flush()
    task: Task = pickle.load(sys.stdin.buffer)
    try:
        made = pdf(task) if task.folder else text(task).encode()
        _say({"faults": []})
        sys.stdout.buffer.write(made)
    except Wrong as wrong:
        _say({"faults": [asdict(fault) for fault in wrong.faults]})
    sys.stdout.buffer.flush()


class Wrong(Exception):
    """A template cannot be used."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__()
        self.faults = faults


def text(task: Task) -> str:
    """What a Jinja template makes. Raises `Wrong`."""
    stop = _alarm(task.seconds)
    try:
        pieces: list[str] = []
        length = 0
        given = {**task.given, **made_safe(task.template, task.given)}
        for piece in sandbox(task.template, given, task.files).get_template(task.template).generate(**given):
            pieces.append(piece)
            length += len(piece)
            if length > MOST:
                raise OverflowError
        made = "".join(pieces)
        if outside := pictures_outside(made) if is_page(task.template) else []:
            raise Wrong(*(picture_outside(source, task.files) for source in outside))
        return made
    except Wrong:
        raise
    except Exception as problem:
        raise Wrong(of_jinja(problem, task.files)) from None
    finally:
        stop()


def pdf(task: Task) -> bytes:
    """What a typst template makes. Raises `Wrong`, also where a font is not there."""
    import typst

    from amendments.setting_out.typst_pdf import set_in_folder

    try:
        made, warnings = set_in_folder(task.folder, task.template, task.given)
    except typst.TypstError as problem:
        raise Wrong(of_typst(problem, task.files)) from None
    missing = [of_typst(warning, task.files) for warning in warnings if "unknown font family" in warning.message]
    if missing:
        raise Wrong(*dict.fromkeys(missing))
    return made


def _alarm(seconds: float) -> Callable[[], None]:
    """Stops what runs here after some time, where it can be told in which line; returns what calls that off."""
    import _thread

    def ring(*_: Any) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGINT, ring)
    timer = threading.Timer(seconds, _thread.interrupt_main)
    timer.daemon = True
    timer.start()

    def stop() -> None:
        timer.cancel()
        signal.signal(signal.SIGINT, before)

    return stop


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    with contextlib.suppress(OSError, ValueError):  # a lower limit holds already
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(what: Any) -> None:
    sys.stdout.buffer.write(json.dumps(what).encode() + b"\n")


if __name__ == "__main__":
    main()
