"""The motion seeks to change the rules.

A motion may not do that, and is ruled out; a rule change has its own form and its own deadline. It is certain where a
point of the motion can be read as an instruction on a provision, and advice where it only speaks of changing the
rules.

Bad:

    ---
    kind: motion
    title: Ten general meetings a year
    conference: Annual Conference 2027
    agreed: 2027-05-13
    ---

    ## This CLP resolves

    1. To replace “six times” in Chapter 7, Clause IV.1 with “ten times”.

Good:

    ---
    kind: motion
    title: Ten general meetings a year
    conference: Annual Conference 2027
    agreed: 2027-05-13
    ---

    ## This CLP resolves

    1. To call on every constituency party to meet ten times a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from amendments.submission import Submission
from rulebook.diagnostics import Found, Severity
from rulebook.provision import Rulebook
from rulebook.source import Source, Span

SEVERITY = Severity.ERROR
SINCE = "0.1.0"


def find(submission: Submission) -> Iterator[Found]:
    """Each point that is an instruction; else the first that speaks of changing the rules."""
    rule = submission.figure("no-rule-change-in-motion") if submission.is_motion else None
    if rule is None:
        return
    from amendments.points import asking_points

    source = submission.draft.source
    hinted: Span | None = None
    certain = False
    for point in asking_points(submission.draft):
        words = source.text[slice(*point)]
        if not _changes().search(words):
            continue
        if _is_instruction(submission.rulebook, source, point):
            certain = True
            yield Found(
                f"this point changes the rules, and a motion may not{rule.doubt}",
                f"make a rule change of it:  redraft new rule-change;  from {rule.source}",
                point,
                severity=submission.gravity(rule),
            )
        elif hinted is None and _speaks_of_rules(submission.rulebook, words):
            hinted = point
    if hinted and not certain:
        yield Found(
            f"this point seems to ask for a change of the rules, and a motion may not{rule.doubt}",
            f"if it does, make a rule change of it:  redraft new rule-change;  from {rule.source}",
            hinted,
            severity=Severity.ADVICE,
        )


@lru_cache(maxsize=1)
def _changes() -> re.Pattern[str]:
    return re.compile(
        r"""\b(?:amend|chang|alter|replac|delet|repeal|remov|insert|add(?!ress)|rewrit|revis|abolish|scrap|omit
             |substitut|renumber|strik(?:e|ing)\ out|tak(?:e|ing)\ out|leav(?:e|ing)\ out|read)\w*""",
        re.VERBOSE | re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _asks() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What makes a point one that asks for a change; a book of rules of ours; and another's, or words against it."""
    change = (
        r"(?:amend|chang|alter|replac|delet|repeal|remov|insert|rewrit|revis|abolish|scrap|omit)(?:e|es|ed|ing|s)?"
        r"|amendments?|deletion|removal|repeal"
    )
    book = (
        r"(?:the|our|these|this|party)\ rule[ -]?books?|rule[ -]?books?|(?:our|these|party|the\ party[’']s)\ rules"
        r"|the\ rules\ of\ (?:the|our|this)\ (?:party|union|society)|rule\ changes?"
        r"|(?:the\ party[’']s|our|party)\ constitution|constitution\ of\ (?:the|our)\ party"
    )
    asks = re.compile(rf"\b(?:{change})\b", re.IGNORECASE)
    ours = re.compile(rf"\b(?:{book})\b", re.IGNORECASE)
    against = re.compile(
        r"\b(?:not|no|never|nor|oppos\w+|reject\w*|resist\w*|against|without|keep|unchanged|defend\w*)\b", re.IGNORECASE
    )
    return asks, ours, against


@lru_cache(maxsize=1)
def _of_a_law() -> re.Pattern[str]:
    return re.compile(
        r"[\w.()’' ]{0,12}(?:\bof|\bin|\bto)?\s*(?:the\s+)?(?:[\w’'-]+\s+){0,6}"
        r"(?:Act|Bill|Regulations?|Order|Convention|Treaty|Agreement|Code|Directive|Charter|Law)\b"
    )


def _is_instruction(rulebook: Rulebook, source: Source, point: Span) -> bool:
    """Whether a point says what to do with a provision that there is, as an amendment does."""
    from amendments.language import read_amendment
    from amendments.outcome import judge_for
    from amendments.placing import Refused, spots
    from rulebook.diagnostics import errors

    reading = read_amendment(source, point, judge_for(rulebook))
    if errors(reading.findings):
        return False
    places = [edit.place for instruction in reading.instructions for edit in instruction.edits]
    try:
        return any(place.chain and any(place.chain) and bool(spots(rulebook, place)) for place in places)
    except Refused:
        return False


def _speaks_of_rules(rulebook: Rulebook, words: str) -> bool:
    asks, ours, against = _asks()
    return any(
        asks.search(sentence) and not against.search(sentence) and (ours.search(sentence) or _names(rulebook, sentence))
        for sentence in re.split(r"(?<=[.;!?])\s+", words)
    )


def _names(rulebook: Rulebook, sentence: str) -> bool:
    """Whether a sentence names a provision of the rules, and not a section of an Act."""
    from rulebook.locating import find as locate
    from rulebook.reference import references_in

    return any(
        not _of_a_law().match(sentence, span[1]) and any(locate(rulebook, one.steps) for one in references)
        for span, references in references_in(sentence)
    )
