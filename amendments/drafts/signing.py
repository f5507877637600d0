"""Those who signed a draft: whom its head names, and whom the table beside it names, each of them once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from amendments.drafts.draft import Draft
from amendments.drafts.signatories import once, read_table, sorted_by_surname
from rulebook.diagnostics import Diagnostic
from rulebook.source import Source


def table_beside(draft: Draft) -> str | None:
    """Where the table lies that a draft names: a path, from the draft's own folder; None where it names none."""
    named = draft.table_of_signatories
    return str(Path(draft.source.name).parent / named) if named else None


def signed(draft: Draft, table: Source | None) -> tuple[Draft, list[Diagnostic]]:
    """The draft with all who signed it, sorted where there is a table of them, and what there is to say of them."""
    if table is None:
        names, findings = once(draft.signatories, draft.source)
        return replace(draft, signatories=names), findings
    found, faults = read_table(table)
    names, findings = once((*draft.signatories, *found), table)
    return replace(draft, signatories=sorted_by_surname(names)), [*faults, *findings]
