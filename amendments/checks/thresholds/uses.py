"""What hangs on a threshold, as the sentence round it says: a vote, a request, a quorum, who takes part, who is chosen.

Those who do not vote, and ties, are a question in a vote only. Who does not ask for something has not asked for it.
"""

from __future__ import annotations

import re
from fractions import Fraction

VOTE, ASKING, QUORUM, TURNOUT, SHARE = "vote", "asking", "quorum", "turnout", "share"

_VOTING = re.compile(
    r"""\b(?:vot(?:e|es|ed|ing)|ballots?|poll|carr(?:y|ied)|decid\w+|decision|approv\w+|in\s+favour|against|cast|agree\w*
        |support\w*|elect(?:ed|s)?|resol(?:ve|ved|ution)|confirm\w*|remov\w+|consent\w*|pass(?:ed|es)?|contest|suspend\w*
        |majority|amend\w*|adopt\w*|reject\w*|overrul\w*|endorse\w*)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ASKED_BEFORE = re.compile(
    r"\b(?:request(?:ed)?|requisition|petition|nominat\w+|application|signed|demand(?:ed)?|asked\s+for|called\s+for"
    r"|proposed|seconded)\s+(?:\w+\s+){0,2}(?:by|of|from)\s+(?:[^.;]{0,60}\b(?:or|and)\s+)?(?:by\s+)?$",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(
    r"\s*,?\s*(?:so\s+|may\s+|each\s+)*(?:ask|request|nominat|sign|petition|demand|requisition|apply|call|propose)",
    re.IGNORECASE,
)
_BACKED_BEFORE = re.compile(r"\b(?:support|backing|signatures?|names?)\s+of\s+$", re.IGNORECASE)
_TURNOUT = re.compile(
    r"\s*(?:must\s+|shall\s+|have\s+|has\s+)*(?:vote[sd]?|take\s+part|took\s+part|taken\s+part)\b"
    r"(?!\s+(?:for|in\s+favour|in\s+support|against|to\b|yes|no\b|that))",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:holds?|holding|shares?|carr(?:y|ies)|counts?\s+for|worth|weigh\w*|pays?|paid)\s+$", re.IGNORECASE
)
_MADE_UP = re.compile(
    r"\b(?:women|woman|men|retires?|retiring|made\s+up|comprise[sd]?|consists?|renewed)\b", re.IGNORECASE
)


def use_of(before: str, sentence: str, follows: str, base: str, value: Fraction) -> str:
    """What hangs on a threshold; "" where nothing does, so that it is none.

    `before` and `follows` are what the sentence says before it and after what it is of, which is `base`.
    """
    if _HELD.search(before):
        return ""
    if re.search(r"\bquor(?:um|ate)\b", sentence, re.IGNORECASE):
        return QUORUM
    if _ASKED_BEFORE.search(before) or _ASKED_AFTER.match(follows):
        return ASKING
    if _BACKED_BEFORE.search(before) and value < Fraction(1, 2):  # too few to decide anything
        return ASKING
    if _MADE_UP.search(sentence) or re.match(r"(?:whom|which|them)\b", base):
        return SHARE
    if base and _TURNOUT.match(follows) and not re.search(r"\b(?:voting|votes|cast)\b", base):
        return TURNOUT
    return VOTE if _VOTING.search(sentence) else ""
