"""What is left of words that are changed wherever they occur, because it has other capital letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from amendments.applying.operations import Cut, Operation, Splice
from amendments.applying.words.matches import left_with_other_capitals
from rulebook.diagnostics import Diagnostic, Severity
from rulebook.provision import Path, Rulebook
from rulebook.source import Source, Span


def capitals_left(rulebook: Rulebook, source: Source, operations: Sequence[Operation]) -> list[Diagnostic]:
    """A finding for each edit that changes words wherever they occur, and leaves some."""
    changed: dict[tuple[Path, str], list[Span]] = defaultdict(list)
    for one in operations:
        if isinstance(one, Splice):
            changed[one.path, one.part].append((one.start, one.end))
    gone = {one.path for one in operations if isinstance(one, Cut)}
    found = []
    for edit in dict.fromkeys(one.edit for one in operations if isinstance(one, Splice)):
        left = [
            (path, rulebook.part(path, part)[start:end])
            for path, part, start, end in left_with_other_capitals(rulebook, edit)
            if not any(a < end and start < b for a, b in changed.get((path, part), ()))
            and not any(path[:depth] in gone for depth in range(1, len(path) + 1))
        ]
        if not left:
            continue
        words, more = left[0][1], len(left)
        places = ", ".join(dict.fromkeys(f"“{there}” in {rulebook.reference(path)}" for path, there in left[:5]))
        new = edit.new.text if edit.new else ""
        new = new[:1].upper() + new[1:] if words[:1].isupper() else new[:1].lower() + new[1:]
        change = f"replace “{words}” with “{new}” wherever it occurs" if new else f"delete “{words}” wherever it occurs"
        stay = "is left as it is" if more == 1 else "are left as they are"
        found.append(
            Diagnostic(
                "capitals-left",
                f"{more} more with other capital letters {stay}: {places}{' and others' if more > 5 else ''}",
                f"if they are to change too, add an instruction for the same place:  {change}",
                Severity.WARNING,
                source,
                edit.span,
            )
        )
    return found
