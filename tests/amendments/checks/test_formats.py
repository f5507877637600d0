"""Findings as other programs read them: the annotations of GitHub, and SARIF."""

from __future__ import annotations

import json

from amendments.checks.formats import reported
from rulebook.diagnostics import Diagnostic, Severity, Suggestion
from rulebook.source import Source

FOUND = [
    Diagnostic(
        "word-doubled", "50% of “a, b”: twice", "leave one out\nor the other", Severity.WARNING,
        Source("my drafts/d.md", "one a a two\n"), (4, 7), (Suggestion("leave one out", "a", safe=True),),
    ),
    Diagnostic("title-missing", "the draft has no title", "", Severity.ADVICE, Source("e.md", "x")),
    Diagnostic("label-used", "5A is there", "", Severity.ERROR),
]  # fmt: skip


def test_the_annotations_of_github() -> None:
    assert reported(FOUND, "github").splitlines() == [
        "::warning file=my drafts/d.md,line=1,endLine=1,col=5,endColumn=8,title=word-doubled"
        "::50%25 of “a, b”: twice%0Aleave one out%0Aor the other",
        "::notice file=e.md,title=title-missing::the draft has no title",
        "::error title=label-used::5A is there",
    ]


def test_sarif_has_places_levels_rules_and_fixes() -> None:
    (ran,) = json.loads(reported(FOUND, "sarif"))["runs"]
    assert [rule["id"] for rule in ran["tool"]["driver"]["rules"]] == ["label-used", "title-missing", "word-doubled"]
    assert [one["level"] for one in ran["results"]] == ["warning", "note", "error"]
    place = ran["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20drafts/d.md"
    assert place["region"] == {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 8}
    (change,) = ran["results"][0]["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "a"}
    assert "locations" not in ran["results"][2]
