"""What a reference that leads nowhere, or past its heading, may have meant."""

from __future__ import annotations

import pytest

from rulebook.looking.locating import find
from rulebook.looking.near_misses import as_far_as, headings_differ, nearest, through_crosswalk
from rulebook.reference import read_reference
from tests.shared.books import book


def test_labels_in_another_order() -> None:
    rulebook = book("barchester")
    assert [rulebook.reference(path) for path in nearest(rulebook, read_reference("I.4.2")[0].steps)] == ["4.I.2"]


def test_what_is_not_there_is_not_near_itself() -> None:
    rulebook = book("allotments")
    for path, _ in rulebook.walk():
        written = rulebook.reference(path)
        near = [rulebook.reference(one) for one in nearest(rulebook, read_reference(written)[0].steps)]
        assert written not in near


def test_how_far_a_reference_leads() -> None:
    rulebook = book("barchester")
    reached = as_far_as(rulebook, read_reference("4.I.9")[0].steps)
    assert reached and (rulebook.reference(reached[0]), reached[1].label) == ("4.I", "9")


def test_an_old_number() -> None:
    rulebook = book("barchester")
    new = through_crosswalk(rulebook, read_reference("3C.2")[0].steps)
    assert new and [rulebook.reference(path) for path in find(rulebook, new)] == ["3.II.2"]


HEADINGS = {
    "Section 2.1, Fees": True,
    "Section 2.1 FEES": True,
    "Section 2.1 Money": False,
    "Article 2 Money, Section 2.1 Fees": True,
    "3.1(b) – Vote of the chair": True,  # it has no heading, and speaks of the chair
    "3.1(b) – Chair": True,  # the heading of what it is in
    "3.1(b) – Books": False,
}


@pytest.mark.parametrize(("written", "agrees"), HEADINGS.items())
def test_a_heading_beside_a_number(written: str, agrees: bool) -> None:
    rulebook = book("ferns")
    (reference,) = read_reference(written.replace(", Fees", " Fees"))
    assert any(step.heading for step in reference.steps)
    (path,) = find(rulebook, reference.steps)
    assert (not headings_differ(rulebook, reference.steps, path)) is agrees
