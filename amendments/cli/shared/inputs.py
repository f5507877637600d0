"""What a command works on: the rulebook that is meant, the drafts, and what comes of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from amendments.cli.shared.terminal import Failure, echo, report
from amendments.drafts.arriving import read_arrived
from amendments.drafts.draft import Draft, read_draft
from rulebook.diagnostics import Diagnostic, Severity
from rulebook.editions import names, newest, open_rulebook
from rulebook.provision import Rulebook
from rulebook.source import Source

if TYPE_CHECKING:
    from amendments.applying.outcome import Outcome


def the_rulebook(
    given: str | None, encoding: str | None = None, draft: Draft | None = None
) -> tuple[Rulebook, list[Diagnostic]]:
    """The rulebook that is meant, and what there is to say of reading it.

    What `named` says; else the model rules, in the edition that the draft names.
    """
    given = named(given)
    findings: list[Diagnostic] = []
    if given is None:
        wanted = draft.edition if draft and draft.kind == "rule change" else ""
        if draft and wanted and wanted not in names():
            raise Failure(
                f"{draft.source.name} is written on the rules “{wanted}”, which do not come with the tool",
                f"give the file of those rules with -r, or write one of the model editions: {', '.join(names())}",
            )
        given = wanted or newest()
    rulebook, found, _ = open_rulebook(given, encoding)
    findings += [finding for finding in found if finding.severity is not Severity.ADVICE]
    if draft is not None and draft.edition and rulebook.edition and draft.edition != rulebook.edition:
        findings.append(
            Diagnostic(
                "edition-differs",
                f"the draft is written on the edition “{draft.edition}”, and these rules are “{rulebook.edition}”",
                "give the other edition with -r, or correct the line “rulebook:”",
                Severity.WARNING,
                draft.source,
            )
        )
    return rulebook, findings


def named(given: str | None) -> str | None:
    """The rulebook that is given; else REDRAFT_RULEBOOK; else the nearest rulebook.md upwards; else None."""
    context = click.get_current_context(silent=True)
    return given or (context.find_root().obj if context else None) or os.environ.get("REDRAFT_RULEBOOK") or _nearest()


def _nearest() -> str | None:
    try:
        here = Path.cwd()
        for folder in (here, *here.parents):
            found = folder / "rulebook.md"
            if found.is_file():
                return found.name if folder == here else str(found)
    except OSError:  # a folder that is gone, or may not be read
        pass
    return None


def the_draft(path: str, encoding: str | None = None) -> Draft:
    """The draft in a file, or on standard input for "-"."""
    return read_draft(read_arrived(path, encoding))


def the_source(path: str, encoding: str | None = None) -> Source:
    """A file, or standard input for "-"."""
    return read_arrived(path, encoding)


def the_outcome(draft: Draft, rulebook: Rulebook, without: str) -> Outcome | None:
    """What comes of the instructions of a draft, its findings printed.

    None where they cannot be carried out, which is said with what is done `without` them.
    """
    from amendments.checks.draft_outcome import outcome_of

    outcome = outcome_of(draft, rulebook)
    report(outcome.diagnostics)
    if outcome.after is None:
        echo(f"{draft.source.name} {without}", err=True)
        return None
    return outcome
