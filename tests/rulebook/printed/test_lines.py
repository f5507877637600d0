"""A rulebook as lines of print: every word, in order."""

from __future__ import annotations

from hypothesis import given, settings

from rulebook.printed.lines import printable, provision_lines, unmarked
from rulebook.provision import Rulebook
from tests.shared.printed_text import squeezed
from tests.shared.trees import rulebooks


@given(rulebooks())
@settings(max_examples=50, deadline=None)
def test_every_word_of_a_book_is_in_its_lines_in_order(rulebook: Rulebook) -> None:
    words = unmarked(rulebook)
    lines = [line for place in range(len(rulebook.chapters)) for line in provision_lines(rulebook, (place,), words)]
    said = squeezed("".join(f"{line.text}" for line in lines if line.kind != "note"))
    assert said == squeezed("".join(printable(provision.words()) for provision in rulebook.chapters))
    notes = [line.text for line in lines if line.kind == "note"]
    assert len(notes) == sum(len(provision.notes) for _, provision in rulebook.walk())
