"""Where words put in or taken out would run one sentence into the next, it is a question."""

from __future__ import annotations

import pytest

from amendments.applying.refused import Refused
from amendments.applying.words.seams import check_after_stop, check_seams

# the words with what is taken out between | and |, or a single | where words go in; what goes in; whether it may be
SEAMS = [
    ("Notice is given |before it.| The chair decides.", "before that day", False),
    ("Notice is given |before it.| The chair decides.", "before that day.", True),
    ("Notice is given |before it.| The chair decides.", "", False),
    ("Notice is given. |The chair decides.| Others may speak.", "", True),  # a whole sentence
    ("|Notice is given.| The chair decides.", "", True),
    ("Notice is given |before it|. The chair decides.", "", True),
    ("Notice is given before |it.|", "that day", True),  # the end of the provision, where one stop is kept
    ("The |Hon.| Secretary decides.", "General", True),  # no end of a sentence
    ("Meetings begin at |8 p.m.| Sharp.", "noon", True),
    ("Notice is given| to all. The chair decides.", "in writing", True),
    ("Is it |urgent?| The chair decides.", "a matter of urgency", False),
]


@pytest.mark.parametrize(("marked", "new", "allowed"), SEAMS)
def test_sentences_do_not_run_into_each_other(marked: str, new: str, allowed: bool) -> None:
    first, _, rest = marked.partition("|")
    old, bar, last = rest.partition("|")
    if not bar:
        old, last = "", rest
    try:
        check_seams(first + old + last, len(first), len(first) + len(old), new)
    except Refused as refused:
        assert not allowed and refused.code == "extent-uncertain"
    else:
        assert allowed


@pytest.mark.parametrize(
    ("quoted", "new", "allowed"),
    [
        ("before it.", "or earlier", False),
        ("before it.", "Or earlier.", True),
        ("before it", "or earlier", True),
        ("the Hon.", "or acting", True),
    ],
)
def test_words_in_lower_case_do_not_go_after_a_stop(quoted: str, new: str, allowed: bool) -> None:
    if allowed:
        check_after_stop(quoted, new)
    else:
        with pytest.raises(Refused, match="lower case"):
            check_after_stop(quoted, new)
