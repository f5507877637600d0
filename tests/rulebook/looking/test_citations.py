"""The references that provisions make to one another, and where they lead."""

from __future__ import annotations

import pytest

from rulebook.looking.citations import citations
from rulebook.provision import Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source

LABOUR = """\
# Chapter 1 Members

## Clause I Joining

1. A member joins under Clause II.

2. A person refused under sub-clause 1 may appeal under Chapter 2, Clause I.3.

3. This clause is subject to:

    A. sub-clauses 1 to 2; and

    B. paragraph A and 2.I.9.

    Nothing in paragraph A limits Chapter 2.

## Clause II Leaving

1. A member may leave, as in Clause I.2 and 3 above.

# Chapter 2 Appeals

## Clause I Hearings

1. A hearing is held at 7.30 p.m. and costs £2.50.

2. See sub-clause 3 or Clause III.

3. Appeals are final.
"""

DECIMAL = """\
---
scheme: [Rule 1, "1.1", "1.1.1"]
---

# Rule 1 Name

1.1 See rule 2.1 and 2.2.1.

1.2 See rule 2.

# Rule 2 Plots

2.1 A plot.

2.2 Rents:

    2.2.1 under 1.2 to 1.3; and

    2.2.2 as in 9.9.
"""

FOUND = [
    ("1.I.1", "text", "Clause II", "1.II"),
    ("1.I.2", "text", "sub-clause 1", "1.I.1"),
    ("1.I.2", "text", "Chapter 2, Clause I.3", "2.I.3"),
    ("1.I.3", "tail", "paragraph A", "1.I.3.A"),
    ("1.I.3", "tail", "Chapter 2", "2"),
    ("1.I.3.A", "text", "sub-clauses 1 to 2", "1.I.1 1.I.2"),
    ("1.I.3.B", "text", "paragraph A and 2.I.9", "1.I.3.A"),
    ("1.I.3.B", "text", "paragraph A and 2.I.9", ""),
    ("1.II.1", "text", "Clause I.2 and 3 above", "1.I.2"),
    ("1.II.1", "text", "Clause I.2 and 3 above", "1.I.3"),
    ("2.I.2", "text", "sub-clause 3", "2.I.3"),
    ("2.I.2", "text", "Clause III", ""),
]

FOUND_DECIMAL = [
    ("1.1", "text", "rule 2.1 and 2.2.1", "2.1"),
    ("1.1", "text", "rule 2.1 and 2.2.1", "2.2.1"),
    ("1.2", "text", "rule 2", "2"),
    ("2.2.1", "text", "1.2 to 1.3", ""),
    ("2.2.2", "text", "9.9", ""),
]


def listed(rulebook: Rulebook) -> list[tuple[str, str, str, str]]:
    """Every citation: in which provision, in which part, its words, and the references of what it leads to."""
    return [
        (
            rulebook.reference(one.path),
            one.part,
            getattr(rulebook.at(one.path), one.part)[slice(*one.span)],
            " ".join(rulebook.reference(path) for path in one.targets),
        )
        for one in citations(rulebook)
    ]


@pytest.mark.parametrize(("text", "expected"), [(LABOUR, FOUND), (DECIMAL, FOUND_DECIMAL)])
def test_citations(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    rulebook, _ = read_rulebook(Source("rules.md", text))
    assert sorted(listed(rulebook)) == sorted(expected)
