"""Drafts with what stands beside them: a case or an example may show several files, each under its name.

    decisions.toml:

        [[decision]]
        ...

    draft.md:

        ---
        ...

The first draft is the one that is checked; the others are checked together with it. Without names, it is one draft.
"""

from __future__ import annotations

import datetime
import re
import textwrap

from amendments.checks.draft_check import Asked, check
from amendments.checks.standing_orders import DECISIONS, FILE, read_decisions
from amendments.checks.standing_orders.reading import read_orders
from amendments.drafts.draft import read_draft
from rulebook.diagnostics import Diagnostic
from rulebook.provision import Rulebook
from rulebook.source import Source

Files = dict[str, str]


def files_of(text: str) -> Files:
    """The files that a case shows."""
    parts = re.split(r"^([\w-]+\.(?:md|toml)):$\n", text.strip("\n"), flags=re.MULTILINE)
    named = dict(zip(parts[1::2], map(textwrap.dedent, parts[2::2]), strict=True)) or {"draft.md": parts[0]}
    return {name: words.strip("\n") + "\n" for name, words in named.items()}


def draft_in(files: Files) -> str:
    """The name of the draft that is checked."""
    return next(name for name in files if name.endswith(".md"))


def found_in(
    files: Files, rulebook: Rulebook, now: datetime.datetime, ignore: frozenset[str] = frozenset()
) -> list[Diagnostic]:
    """What is found in the draft that is checked."""
    sources = {name: Source(name, text) for name, text in files.items()}
    orders, decisions = (sources.pop(name, None) for name in (FILE, DECISIONS))
    draft, *others = map(read_draft, sources.values())
    asked = Asked(
        (read_orders(orders),) if orders else (), read_decisions(decisions) if decisions else (), now, ignore=ignore
    )
    return check(draft, rulebook, asked, others)
