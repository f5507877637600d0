"""The process that sets out a paper by the user's own templates: `python -m amendments.setting_apart`.

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
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from html.parser import HTMLParser
from typing import Any

from amendments.jinja_faults import of_jinja, picture_outside
from amendments.template_faults import Fault, nearest
from amendments.typst_faults import of_typst
from templates import SETTINGS, is_markdown, is_page

MEMORY = 1024 * 1024 * 1024  # bytes that are taken for data; a book of 60,000 words takes a fifth of it
GLOBALS = ("loop", "range", "namespace", "picture")  # what every template has besides
PICTURES = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif", "svg": "svg+xml", "webp": "webp"}
MARKDOWN = ("escaped", "markdown", "pipe_table")  # the functions that make it
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
        given = {**task.given, **_made_safe(task)}
        for piece in _sandbox(task).get_template(task.template).generate(**given):
            pieces.append(piece)
            length += len(piece)
            if length > MOST:
                raise OverflowError
        made = "".join(pieces)
        if outside := _pictures_outside(made) if is_page(task.template) else []:
            raise Wrong(*(picture_outside(source, task.files) for source in outside))
        return made
    except Wrong:
        raise
    except Exception as problem:
        raise Wrong(of_jinja(problem, task.files)) from None
    finally:
        stop()


def _sandbox(task: Task) -> Any:
    """The environment of the user's templates: their files, and ours where they have none."""
    from jinja2 import (
        ChoiceLoader,
        FunctionLoader,
        PackageLoader,
        StrictUndefined,
        TemplateNotFound,
        UndefinedError,
    )
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from jinja2.utils import missing

    class Missing(StrictUndefined):
        """A name that nobody gave; whoever uses it is told which was meant."""

        def __init__(self, hint: Any = None, obj: Any = missing, name: Any = None, exc: Any = UndefinedError) -> None:
            known = [*task.given, *GLOBALS] if obj is missing else list(obj) if isinstance(obj, Mapping) else dir(obj)
            whose = "" if obj is missing else f" in a {type(obj).__name__.lower()}"

            def unknown(said: str) -> UndefinedError:
                problem = UndefinedError(said)
                problem.args = (f"there is no “{name}”{whose}", str(name), nearest(str(name), known))
                return problem

            raised: Any = exc if exc is not UndefinedError else unknown
            super().__init__(hint, obj, name, raised)

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        if name not in task.files:
            return None
        return task.files[name].decode("utf-8-sig"), name, lambda: True

    def picture(name: str) -> str:
        kind = PICTURES.get(name.rpartition(".")[2].lower())
        if name not in task.files or kind is None:
            raise TemplateNotFound(name)
        return f"data:image/{kind};base64,{b64encode(task.files[name]).decode()}"

    loaders = [FunctionLoader(load), PackageLoader("templates", ".")]
    # In a page all words are made safe, also those of files that it includes, whatever they are called.
    settings = {**SETTINGS, "autoescape": is_page(task.template) or is_markdown(task.template)}
    if is_markdown(task.template):
        settings["finalize"] = _safe_in_markdown
    sandbox = ImmutableSandboxedEnvironment(loader=ChoiceLoader(loaders), undefined=Missing, **settings)
    sandbox.globals["picture"] = picture
    return sandbox


def _safe_in_markdown(value: Any) -> Any:
    """Words as Markdown shows them as they are; what is Markdown already is left alone."""
    from markupsafe import Markup

    from amendments.plain_text import escaped

    words = isinstance(value, str) and not hasattr(value, "__html__") and value.strip()
    return Markup(escaped(value)) if words else value


def _made_safe(task: Task) -> dict[str, Callable[..., Any]]:
    """The functions that make Markdown, so that nothing makes it safe once more."""
    from markupsafe import Markup

    def marked(function: Callable[..., str]) -> Callable[..., Any]:
        return lambda *arguments, **named: Markup(function(*arguments, **named))

    return {name: marked(task.given[name]) for name in MARKDOWN if is_markdown(task.template) and name in task.given}


def _pictures_outside(page: str) -> list[str]:
    """The pictures that a page shows and does not hold."""
    found: list[str] = []

    class Pictures(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            source = dict(attrs).get("src") if tag == "img" else None
            if source and not source.startswith("data:"):
                found.append(source)

    Pictures().feed(page)
    return list(dict.fromkeys(found))


def pdf(task: Task) -> bytes:
    """What a typst template makes. Raises `Wrong`, also where a font is not there."""
    import typst

    from amendments.typesetting import set_in_folder

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
