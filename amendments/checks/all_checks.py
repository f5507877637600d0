"""The checks of a draft, one a file: its name is the fault, its docstring what `redraft explain` prints.

A check is as `rulebook.checks` has it; its `find` yields what it has found in a `Submission`. Those in the folder
`text` are of the words; those in `procedure` are against standing orders, and find nothing where none are known; those
in `thresholds` are of amendments that may put one in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from amendments.checks.submission import Submission
from amendments.checks.thresholds import concerned
from rulebook.checks import Check, checks_in, run
from rulebook.diagnostics import Diagnostic


def every_check() -> dict[str, Check]:
    """The checks of a draft, in the order of the alphabet."""
    return dict(sorted({**_of_text(), **_of_thresholds(), **_of_procedure()}.items()))


@lru_cache(maxsize=1)
def _of_text() -> dict[str, Check]:
    from amendments.checks import text

    return checks_in(text, "draft")


@lru_cache(maxsize=1)
def _of_thresholds() -> dict[str, Check]:
    from amendments.checks import thresholds

    return checks_in(thresholds, "draft")


@lru_cache(maxsize=1)
def _of_procedure() -> dict[str, Check]:
    from amendments.checks import procedure

    return checks_in(procedure, "draft")


def run_checks(submission: Submission, ignored: Collection[str] = ()) -> Iterator[Diagnostic]:
    """What all the checks find in a submission, but for those that are ignored."""
    yield from run(_of_text().values(), submission, submission.draft.source, ignored)
    if concerned(submission):
        yield from run(_of_thresholds().values(), submission, submission.draft.source, ignored)
    if submission.orders is not None:
        yield from run(_of_procedure().values(), submission, submission.draft.source, ignored)
