"""The guide to writing amendments: every example is run against the newest model rules."""

from __future__ import annotations

import pytest

from amendments.applying.carrying_out import carry_out
from amendments.cli.shared.guides import Example, examples, for_terminal
from amendments.drafts.draft import read_draft
from rulebook.diagnostics import errors
from rulebook.editions import newest, open_rulebook
from rulebook.source import Source

EXAMPLES = examples()


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.text[:60] for example in EXAMPLES])
def test_an_example_does_what_the_guide_says(example: Example) -> None:
    rulebook, _, _ = open_rulebook(newest())
    draft = read_draft(Source("draft.md", example.text))
    outcome = carry_out(rulebook, draft.source, draft.amendment)
    codes = [finding.code for finding in errors(outcome.diagnostics)]
    if example.finding:
        assert example.finding in codes
    else:
        assert codes == []
        assert outcome.after is not None and outcome.after.chapters != rulebook.chapters


def test_the_guide_has_examples_of_both_kinds() -> None:
    assert len([example for example in EXAMPLES if not example.finding]) > 40
    assert len([example for example in EXAMPLES if example.finding]) > 10


def test_the_guide_fits_a_terminal() -> None:
    assert max(map(len, for_terminal().splitlines())) <= 80
