"""The whole job on the worked example that comes with the tool: open selection, against the newest model rules."""

from __future__ import annotations

import datetime
from importlib.resources import files
from pathlib import Path

from amendments.checks.draft_check import Asked, check
from amendments.checks.draft_outcome import outcome_of
from amendments.checks.formats import reported
from amendments.comparing.causes import causes
from amendments.comparing.formats import rendered
from amendments.drafts.draft import read_draft
from amendments.papers.consolidated import consolidated
from amendments.papers.formats import render_paper
from amendments.papers.paper import paper
from rulebook.comparing.comparison import compare
from rulebook.editions import newest, open_rulebook
from rulebook.looking.locating import find
from rulebook.reference import read_reference
from rulebook.source import Source

EXAMPLE = "open-selection.md"
CLAUSE = "5.IV"


def example() -> Source:
    """The draft of the example; in a checkout it stands in the folder of examples."""
    inside = files("amendments").joinpath("examples", EXAMPLE)
    if inside.is_file():
        return Source(EXAMPLE, inside.read_text(encoding="utf-8"))
    beside = Path(__file__).parents[3] / "examples" / EXAMPLE
    return Source(EXAMPLE, beside.read_text(encoding="utf-8"))


def papers() -> list[tuple[str, str | bytes, str]]:
    """What the job gives: for each file its name, what is in it and what it is for."""
    source = example()
    draft = read_draft(source)
    rulebook, _, _ = open_rulebook(newest())
    outcome = outcome_of(draft, rulebook)
    assert outcome.after is not None, "the example applies to the newest edition"
    comparison = compare(rulebook, outcome.after)
    why = causes(outcome, comparison, source)
    asked = Asked(now=datetime.datetime.fromisoformat(draft.agreed))  # it stays in time, whenever it is shown
    clause = find(outcome.after, read_reference(CLAUSE)[0].steps)
    printed = paper(draft, rulebook, comparison)
    return [
        ("draft.md", source.text, "the rule change as a local party writes it"),
        ("check.txt", reported(check(draft, rulebook, asked), "text"), "what the check has to say of it"),
        (
            "diff.html",
            rendered(comparison, "html", draft.title, causes=why),
            "what changes, to open in a browser and send round",
        ),
        ("clause.md", consolidated(outcome.after, "md", tuple(clause)), "the clause as it would read"),
        ("motion.docx", render_paper(printed, "docx"), "the document to send in, for Word"),
        ("motion.pdf", render_paper(printed, "pdf"), "the same, to print"),
    ]
