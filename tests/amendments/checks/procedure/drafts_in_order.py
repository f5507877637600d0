"""A motion and a rule change that are in order, the lines of them that a row changes, and what is then found."""

from __future__ import annotations

import datetime

from amendments.checks.draft_check import Asked, check
from amendments.drafts.draft import read_draft
from rulebook.diagnostics import Diagnostic
from rulebook.editions import open_rulebook
from rulebook.source import Source

BEFORE_ALL = datetime.datetime(2027, 1, 15)
MODEL = open_rulebook("2026")[0]
MOTION = """---
kind: motion
title: Rural bus services
from: Barchester CLP
conference: Annual Conference 2027
agreed: 2027-09-02
---

## This CLP notes

1. On 29 August 2027 the council ended its support for eleven routes.

## This CLP resolves

1. To call for rural bus grants for four years.
"""
CHANGE = """---
kind: rule change
title: Ten general meetings a year
from: Barchester CLP
conference: Annual Conference 2028
agreed: 2027-05-13
---

## Amendment

In Chapter 7, Clause IV, sub-clause 1, replace “six times” with “ten times”.

## Supporting argument

Members should meet oftener.
"""
PROCEDURE = {
    "barred", "cannot-send", "heard-later", "limits-unknown", "meeting-missing", "motion-too-long", "mover-missing",
    "no-conference", "not-contemporary", "rule-change-in-motion", "rule-change-too-long", "sent-twice",
    "several-subjects", "title-too-long", "too-late",
}  # fmt: skip


def put(draft: str, *changes: str) -> str:
    """A draft with changes, each "a line as it is => what it becomes"; what is after ">>" is added at the end."""
    for change in changes:
        if change.startswith(">>"):
            draft += "\n" + change.removeprefix(">>").lstrip(" ") + "\n"
            continue
        old, new = change.split(" => ")
        assert old in draft, old
        draft = draft.replace(old, new, 1)
    return draft


def found(text: str, asked: Asked, *others: str) -> list[Diagnostic]:
    """The findings about procedure."""
    first, *rest = (read_draft(Source(f"{number}.md", one)) for number, one in enumerate((text, *others)))
    return [finding for finding in check(first, MODEL, asked, rest) if finding.code in PROCEDURE]


def shown(findings: list[Diagnostic]) -> list[str]:
    return [f"{finding.severity} {finding.code}" for finding in findings]


TODAY = Asked(now=BEFORE_ALL)
WORDS_250 = ">> " + "word " * (250 - 27)  # with those that the motion has
