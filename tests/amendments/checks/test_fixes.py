"""Of what is offered to be put right, what can be written at once."""

from __future__ import annotations

from amendments.checks.fixes import fixed
from rulebook.diagnostics import Diagnostic, Suggestion
from rulebook.source import Source


def test_of_findings_about_the_same_words_only_the_first_is_written() -> None:
    source = Source("d.md", "one two three")
    findings = [
        Diagnostic("x", "x", source=source, span=span, suggestions=(Suggestion("x", words, safe=True),))
        for span, words in (((0, 7), "1 2"), ((4, 13), "2 3"), ((8, 13), "3"))
    ]
    done = fixed(source.text, findings)
    assert (done.text, len(done.settled)) == ("1 2 3", 2)
