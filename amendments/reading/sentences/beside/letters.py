"""The lines of a letter round an instruction, and the lines under it that say who moves it and why.

A line is told by how it begins. Whether it holds an instruction all the same is asked where it is set aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAME = (
    r"(?:[^\W\d_a-z][\w.’'&-]*|\([^()“”\"\n]{1,60}\)"
    r"|(?:and|of|the|for|on|behalf|pp|plot|no\.?|de|van|von)\b|[&,–/-]|\d{1,4})"
)
_NAMES = rf"{_NAME}(?:[ \t]+{_NAME}|,){{0,11}}[ \t]*\.?"
"""Words that may be names: with capitals, in brackets, and what joins them."""
NAMES = re.compile(_NAMES)

_CALLED = (
    r"(?:[^\W\d_a-z][\w.’'&-]*|all|both|everyone|everybody|there|and|of|the|fellow|members|friends|colleagues|team)"
)
GREETING = re.compile(
    rf"""(?:(?i:dear|hi|hiya|hello|hallo|hey|good\s(?:morning|afternoon|evening)|greetings)\b
          (?:[ \t]+{_CALLED}){{0,6}}[ \t]*(?:[,!:]?[ \t]*(?=\n|\Z)|[,!:][ \t]+|[ ][–—-][ ]+)
        |(?i:to\sthe|madam|sir|mister|mr|mrs|ms|brother|sister|comrades?|friends|colleagues|members)\b
          (?:[ \t]+{_CALLED}){{0,6}}[ \t]*[,!:][ \t]*(?=\n|\Z))""",
    re.VERBOSE,
)
"""How a letter begins: “Dear Helen,”, “Hi Priya - ”."""

CLOSING = re.compile(
    rf"""(?i:(?:with\s)?(?:(?:many|kind|kindest|best|warm|warmest|very|all)\s)*
        (?:thanks|thank\syou|regards|wishes|ta|cheers|sincerely|faithfully|respectfully
          |(?:all\s)?the\sbest|best(?=\s*,)
          |yours(?:\s(?:sincerely|faithfully|truly|ever|etc|aye|respectfully|in\s\w+))?|in\s(?:unity|solidarity|fellowship))
        (?:\s(?:again|in\sadvance|to\sall|all|everyone|for\s(?:your|the)\s(?:help|time|trouble|patience)))?)\b
        [ \t]*[,.!–—-]*[ \t]*(?:{_NAMES})?[ \t]*(?=\n|\Z)""",
    re.VERBOSE,
)
"""How a letter ends, to the end of its line: “Many thanks,”, “Regards, Colin (Tarn Valley)”."""

HEADER = re.compile(r"(?:subject|re|fao|attn|cc|sent|date|ref|our ref|your ref)[ \t]*:", re.IGNORECASE)
_SENDER = re.compile(rf"(?i:from|to)[ \t]*:[ \t]*{_NAMES}$")
SUBJECT = re.compile(r"(?:subject|re)[ \t]*:[ \t]*(?:re[ \t]*:[ \t]*)?(?P<words>\S[^\n]*)", re.IGNORECASE)
"""What a letter is about, which may be only a place."""

_MOVED = (
    r"(?:proposed|moved|seconded|submitted|supported|sponsored|proposer|mover|seconder|sponsor|sent[ ]in"
    r"|brought[ ]forward)"
)
MOVER = re.compile(
    rf"""[*_(]{{0,2}}{_MOVED}(?:[ \t]+by\b[*_]{{0,2}}|(?P<bare>[*_]{{0,2}}(?=[ \t]*[:–—-])))
        [ \t]*[:–—-]?[*_]{{0,2}}[ \t]*(?P<who>[^\n]*)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Who moves it: “Proposed: Harcombe Harriers   Seconded: Wendle Bridge A.C.”"""
_WHO = re.compile(rf"(?:{_NAME}|(?i:{_MOVED})(?:[ \t]+by)?|:|[ \t])+\.?[ \t)]*")

REASON = re.compile(
    r"""[*_]{0,2}(?:rationale|reasons?|reasoning|purpose|explanation|explanatory[ ]note|supporting[ ]argument|background
        |justification|notes?|effects?|comments?|intention|intent|why)[*_]{0,2}[ \t]*(?::|[–—-](?=\s))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Why: “Reason: clubs need more time.”"""

PLAINLY_BESIDE = re.compile(rf"(?:reasons?|rationale|supporting[ ]argument|{_MOVED})\b", re.IGNORECASE)
"""What begins a line that is hardly part of a rule; “Purpose:” or “Note:” may be."""


def line_beside(line: str, neighbours: Iterable[str] = (), *, first: bool = True) -> str:
    """What a line is that is part of no instruction: "letter", "closing", "mover", "reason" or "".

    Its `neighbours` are lines before and after it: “From: Ida Crake” is of a letter's head beside others of that.
    A greeting is the `first` line of a paragraph, and any other line beside an instruction begins with a capital.
    """
    if not first and line[:1].islower():
        return ""
    if first and (greeting := GREETING.match(line)) and greeting.end() == len(line):
        return "letter"
    if HEADER.match(line) or (_SENDER.match(line) and any(map(HEADER.match, neighbours))):
        return "letter"
    if (closing := CLOSING.match(line)) and closing.end() == len(line):
        return "closing"
    mover = MOVER.match(line)
    if mover and (mover["bare"] is None or _WHO.fullmatch(mover["who"])):
        return "mover"
    return "reason" if REASON.match(line) else ""


def are_names(words: str) -> bool:
    """Whether lines may be names alone: of a branch, in capitals, or of who wrote a letter."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    return 0 < len(lines) <= 4 and all(NAMES.fullmatch(line) and re.search(r"[^\W\d_]", line) for line in lines)
