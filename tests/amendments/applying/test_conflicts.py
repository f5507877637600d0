"""Operations that cannot stand together are refused, in whichever order they come."""

from __future__ import annotations

import pytest

from amendments.applying.applied import apply
from amendments.applying.conflicts import overlaps
from amendments.applying.operations import Cut, Graft, Operation, Relabel, Splice, Transfer
from amendments.applying.refused import Refused
from rulebook.provision import Provision, Rulebook
from tests.shared.books import book
from tests.shared.random_amendments import edit


def conflicts(rulebook: Rulebook) -> list[tuple[str, list[Operation]]]:
    text = rulebook.at((2, 0, 1)).text
    chair, comma = text.index("a chair"), text.index(",")
    return [
        (
            "the same words",
            [Splice((2, 0, 1), "text", 0, 3, "x", edit()), Splice((2, 0, 1), "text", 0, 3, "y", edit(1))],
        ),
        (
            "words in common",
            [Splice((2, 0, 1), "text", 0, comma, "x", edit()), Splice((2, 0, 1), "text", chair, comma, "", edit(1))],
        ),
        (
            "two insertions in one place",
            [Splice((2, 0, 1), "text", 3, 3, "x", edit()), Splice((2, 0, 1), "text", 3, 3, "y", edit(1))],
        ),
        (
            "an insertion inside what goes",
            [Splice((2, 0, 1), "text", 0, 9, "", edit()), Splice((2, 0, 1), "text", 3, 3, "y", edit(1))],
        ),
        ("words in what goes", [Cut((2, 0), edit()), Splice((2, 0, 1), "text", 0, 3, "x", edit(1))]),
        ("a parent and its child", [Cut((2, 0), edit()), Cut((2, 0, 1), edit(1))]),
        ("twice the same", [Cut((2, 0), edit()), Cut((2, 0), edit(1))]),
        ("a new number for what goes", [Cut((2, 0, 1), edit()), Relabel((2, 0, 1), "9", edit(1))]),
        ("new provisions in what goes", [Cut((2, 0), edit()), Graft((2, 0), 0, (), edit(1))]),
        ("moved out of what goes", [Cut((2, 0), edit()), Transfer((2, 0, 1), (2, 1), 0, "9", edit(1))]),
        ("moved into what goes", [Cut((2, 0), edit()), Transfer((2, 1, 1), (2, 0), 0, "9", edit(1))]),
        ("moved twice", [Transfer((2, 1, 1), (2, 0), 0, "8", edit()), Transfer((2, 1, 1), (2, 2), 0, "9", edit(1))]),
        (
            "words in what goes out of what is moved",
            [
                Cut((2, 0, 1), edit()),
                Transfer((2, 0), (2,), 2, "9", edit(1)),
                Splice((2, 0, 1), "text", 0, 3, "x", edit(2)),
            ],
        ),
        ("each into the other", [Transfer((2, 0), (2, 1), 0, "8", edit()), Transfer((2, 1), (2, 0), 0, "9", edit(1))]),
        ("moved and renumbered", [Transfer((2, 0, 1), (2, 0), 0, "8", edit()), Relabel((2, 0, 1), "9", edit(1))]),
        ("two numbers", [Relabel((2, 0, 1), "8", edit()), Relabel((2, 0, 1), "9", edit(1))]),
    ]


@pytest.mark.parametrize(("name", "chosen"), conflicts(book("barchester")))
def test_what_overlaps(name: str, chosen: list[Operation]) -> None:
    assert overlaps(chosen)
    assert overlaps(chosen[::-1])


def test_a_number_may_not_be_used_twice() -> None:
    rulebook = book("barchester")
    new = Provision("subclause", "2", "", "New.")
    with pytest.raises(Refused, match="numbered 2"):
        apply(rulebook, [Graft((2, 0), 2, (new,), edit())])
