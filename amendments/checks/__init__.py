"""The checks of a draft, one a file: its name is the fault, its docstring what `redraft explain` prints.

A check is as `rulebook.checks` has it; its `find` yields what it has found in a `Submission`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from amendments.submission import Submission
from rulebook.checks import Check, checks_in, run
from rulebook.diagnostics import Diagnostic


@lru_cache(maxsize=1)
def every_check() -> dict[str, Check]:
    """The checks of a draft."""
    import amendments.checks as here

    return checks_in(here, "draft")


def run_checks(submission: Submission, ignored: Collection[str] = ()) -> Iterator[Diagnostic]:
    """What all the checks find in a submission, but for those that are ignored."""
    return run(every_check().values(), submission, submission.draft.source, ignored)
