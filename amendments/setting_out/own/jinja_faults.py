"""What is wrong in a template for html, md or txt, told by what Jinja raises, with the line of the template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import TracebackType

from amendments.setting_out.own.faults import NAMES, Fault


def of_jinja(problem: Exception, files: Iterable[str]) -> Fault:
    """What an exception says that came out of reading or running a Jinja template."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError, TemplateRuntimeError

    file, line = _where(problem.__traceback__, frozenset(files))
    if isinstance(problem, TemplateNotFound):
        name = str(problem.name or problem)
        return Fault(
            "template-file-missing", f"there is no file “{name}” among the templates",
            "put it into the folder of templates itself: nothing outside it is read", file, line, name,
        )  # fmt: skip
    if isinstance(problem, TemplateSyntaxError):
        said = (problem.message or "it cannot be read").rstrip(".")
        quoted = re.search(r"(?:named|tag|got|unexpected|variable) '([^']+)'|unexpected char '(.)'", said)
        words = (quoted[1] or quoted[2] or "") if quoted else ""
        message = f"the template cannot be read: {said[:1].lower()}{said[1:]}"
        return Fault(
            "template-unread", message, "correct it: a tag is {% … %}, a value {{ … }}, and each block has its end",
            problem.filename or problem.name or file, problem.lineno, words,
        )  # fmt: skip
    if isinstance(problem, SecurityError):
        named = re.search(r"attribute '([^']+)'", str(problem))
        words = named[1] if named else ""
        what = f"“{words}”" if words else str(problem)
        return Fault(
            "template-barred", f"a template may not use {what}",
            f"templates read what they are given and change nothing; {NAMES}", file, line, words,
        )  # fmt: skip
    if isinstance(problem, UndefinedError):
        name, hint = (*problem.args[1:], "", "")[:2]
        return Fault(
            "template-name-unknown", str(problem.args[0]), "\n".join(filter(None, [hint, NAMES])), file, line, name,
        )  # fmt: skip
    if isinstance(problem, TimeoutError):
        return Fault(
            "template-endless", "the template had not come to its end in time, and was stopped",
            "look for a loop that goes on and on", file, line,
        )  # fmt: skip
    if isinstance(problem, (MemoryError, OverflowError)):
        return Fault(
            "template-endless", "the template made more than any paper holds, and was stopped",
            "look for words that are repeated without end, or a loop inside another", file, line,
        )  # fmt: skip
    if isinstance(problem, RecursionError):
        return Fault(
            "template-endless", "the template goes round in a circle, and was stopped",
            "look for a file that includes itself, or a macro that calls itself", file, line,
        )  # fmt: skip
    said = str(problem) if isinstance(problem, TemplateRuntimeError) else f"{type(problem).__name__}: {problem}"
    named = re.search(r"No (?:filter|test) named '([^']+)'", said)
    if named:
        return Fault("template-unread", f"the template cannot be read: {said.rstrip('.')}", "", file, line, named[1])
    return Fault("template-failed", f"the template failed here: {said}", NAMES, file, line)


def picture_outside(source: str, files: Mapping[str, bytes]) -> Fault:
    """A page shows a picture that is not inside it."""
    file, line = next(
        (
            (file, number)
            for file, content in files.items()
            if file.endswith(".j2")
            for number, words in enumerate(content.decode("utf-8", "replace").splitlines(), 1)
            if source in words
        ),
        ("", 0),
    )
    return Fault(
        "picture-outside", f"the page shows “{source}”, which would not go with it when it is sent",
        f'put the picture into the folder of templates, and write  src="{{{{ picture(\'{source}\') }}}}"',
        file, line, source,
    )  # fmt: skip


def _where(trace: TracebackType | None, files: frozenset[str]) -> tuple[str, int]:
    """The innermost line of a template that an exception came through."""
    found = ("", 0)
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file in files:
            found = (file, trace.tb_lineno)
        trace = trace.tb_next
    return found
