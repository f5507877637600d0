"""Parts that are provisions of their own, and parts of which that is not certain."""

from __future__ import annotations

import pytest

from rulebook.looking.parts import inward, unclear
from rulebook.provision import Path, Rulebook
from rulebook.reference import LAST, Part
from tests.shared.books import book


def path_of(rulebook: Rulebook, reference: str) -> Path:
    return next(path for path, _ in rulebook.walk() if rulebook.reference(path) == reference)


LED = [
    # book, provision, part, and what it leads to: a provision, "words" (a part of the text) or "nothing"
    ("barchester", "1.III.2", Part("bullet", 2), "1.III.2.-2"),
    ("barchester", "1.III.2", Part("bullet", LAST), "1.III.2.-3"),
    ("barchester", "1.III.2", Part("bullet", 4), "nothing"),
    ("barchester", "3.I", Part("subclause", 5), "3.I.5"),
    ("barchester", "3.I", Part("subclause", LAST), "3.I.7"),
    ("barchester", "3.I", Part("subclause", -2), "3.I.6"),
    ("barchester", "3", Part("clause", 2), "3.II"),
    ("barchester", "3.II.1", Part("point", 2), "3.II.1.B"),
    ("barchester", "3.II.1", Part("paragraph", 2), "3.II.1.B"),
    ("barchester", "3.II.2", Part("paragraph", 2), "words"),
    ("barchester", "3.II.2", Part("sentence", 1), "words"),
    ("barchester", "3.I.1", Part("point", 1), "nothing"),
    ("ferns", "1.1", Part("paragraph", 2), "1.1.aa"),
    ("ferns", "3", Part("paragraph", 1), "words"),
    ("ferns", "3", Part("section", 2), "3.2"),
    ("ferns", "2.1", Part("row", 2), "words"),
]


@pytest.mark.parametrize(("name", "reference", "part", "led"), LED)
def test_where_a_part_leads(name: str, reference: str, part: Part, led: str) -> None:
    rulebook = book(name)
    path = path_of(rulebook, reference)
    assert not unclear(rulebook, path, (part,))
    found = inward(rulebook, path, (part,))
    if led == "nothing":
        assert found is None
    else:
        assert found == ((path, (part,)) if led == "words" else (path_of(rulebook, led), ()))


UNCLEAR = [
    ("barchester", "3", Part("paragraph", 2), "which clause is meant?"),
    ("barchester", "3", Part("subclause", 2), "which clause is meant?"),
    ("barchester", "3.I", Part("clause", 2), "which sub-clause is meant?"),
    ("barchester", "3.II.1", Part("subclause", 2), "which paragraph is meant?"),
    ("ferns", "2", Part("paragraph", 2), "which section is meant?"),
    ("ferns", "3", Part("point", 1), "which section is meant?"),
]


@pytest.mark.parametrize(("name", "reference", "part", "question"), UNCLEAR)
def test_a_part_is_of_its_level(name: str, reference: str, part: Part, question: str) -> None:
    rulebook = book(name)
    path = path_of(rulebook, reference)
    assert unclear(rulebook, path, (part,)).endswith(question)
    assert inward(rulebook, path, (part,)) is None


def test_a_part_of_a_part() -> None:
    rulebook = book("barchester")
    path = path_of(rulebook, "3.I")
    assert inward(rulebook, path, (Part("subclause", 2), Part("sentence", 1))) == ((*path, 1), (Part("sentence", 1),))
