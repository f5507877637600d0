"""What standing orders can ask here, and what an entry of each kind must say."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from amendments.checks.standing_orders.deadlines import EXAMPLE, MONTHS


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an entry: of what kind it is, how it is written, and which words it may be where it is words."""

    kind: type | tuple[type, ...]
    example: str
    words: tuple[str, ...] = ()
    optional: bool = False

    def fits(self, said: object) -> bool:
        """Whether what a pack says is such a value."""
        if isinstance(said, bool) and self.kind is not bool:
            return False
        if not isinstance(said, self.kind):
            return False
        if isinstance(said, list):
            return bool(said) and all(isinstance(one, str) for one in said)
        if isinstance(said, int) and self.kind is int:
            return said > 0
        return not (self.words and isinstance(said, str)) or said in self.words


_MOST = Value(int, "as in  most = 250")
_MOMENT = Value((datetime.datetime, datetime.date, str), EXAMPLE)
_SINCE = tuple(f"{begin} {month}" for month in MONTHS for begin in ("the end of", "a date in"))

ASKS: dict[str, dict[str, Value]] = {
    "motion-words": {"most": _MOST},
    "title-words": {"most": _MOST},
    "rule-change-words": {"most": _MOST},
    "submissions": {
        "most": _MOST,
        "together": Value(bool, "as in  together = true  where a motion and a rule change share the number"),
    },
    "motion-deadline": {"moment": _MOMENT},
    "emergency-deadline": {"moment": _MOMENT},
    "rule-change-deadline": {"moment": _MOMENT},
    "one-subject": {},
    "no-rule-change-in-motion": {},
    "contemporary": {
        "after": Value(
            (datetime.date, str),
            'as in  after = 2024-07-05  or  after = "the end of July"  or  after = "a date in July"',
            _SINCE,
        )
    },
    "heard-later": {"conferences": Value(int, "as in  conferences = 1")},
    "bar": {
        "conferences": Value(int, "as in  conferences = 3", optional=True),
        "years-barred": Value(int, "as in  years-barred = 3", optional=True),
        "what": Value(
            str,
            'as in  what = "a similar objective"  or  what = "the same part"',
            ("a similar objective", "the same part"),
        ),
    },
    "no-conference": {},
    "mover": {"seconder": Value(bool, "as in  seconder = true  where a seconder is asked for too")},
    "meeting-date": {},
    "may-send": {
        "bodies": Value(list, 'as in  bodies = ["a constituency party", "an affiliated organisation"]'),
        "not-from": Value(list, 'as in  not-from = ["branch", "ward"], words in the names of bodies that may not'),
    },
}  # fmt: skip
"""The names of what may be asked, and what an entry says besides `COMMON`."""

COMMON = ("years", "source", "certain", "note", "none")

IN_WORDS = {
    "motion-words": "the length of motions",
    "title-words": "the length of titles",
    "rule-change-words": "the length of rule changes",
    "submissions": "how much a body may send",
    "motion-deadline": "the deadline for motions",
    "emergency-deadline": "the deadline for emergency motions",
    "rule-change-deadline": "the deadline for rule changes",
    "one-subject": "whether one subject is asked for",
    "no-rule-change-in-motion": "whether a motion may change the rules",
    "contemporary": "whether a motion must be on a recent matter",
    "heard-later": "whether rule changes wait for a later conference",
    "bar": "what earlier decisions bar",
    "mover": "whether a mover is named",
    "meeting-date": "whether the date of the meeting is given",
    "may-send": "who may send",
}
"""The same for a reader. That there was no conference in a year is nothing that is asked."""
