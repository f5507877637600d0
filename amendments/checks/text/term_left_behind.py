"""A term whose rules the amendment takes out is still used elsewhere.

The meeting believes that the thing is abolished, and half a dozen rules still speak of it. Whoever applies them next
year has to guess whether it exists.

Bad:

    Delete Chapter 5, Clause IV, sub-clause 5.

Good:

    Delete Chapter 7, Clause IV, sub-clause 2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from amendments.applying.operations import Cut
from amendments.checks.excerpts import first_few
from amendments.checks.submission import Submission
from rulebook.diagnostics import Found, Severity
from rulebook.looking.citations import citations_in
from rulebook.looking.definitions import using
from rulebook.provision import Path, Rulebook
from rulebook.source import Span

SEVERITY = Severity.WARNING
SINCE = "0.1.0"
ABOUT = "instruction"

OFTEN = 3  # times that a term stands in what is taken out, at the least
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_COMMON = frozenset(
    """a an the and or of to in on by for from at with as is are be been being was were has have had may must shall
    should will would can could not no nor any all each every other another such that this these those which who whom
    whose it its he she his her they their them there where when whether if unless until under over above below than
    then so but into out up down more most less least one two three first second last same own per between before
    after during within without""".split()
)


def find(submission: Submission) -> Iterator[Found]:
    """Each term at home in what is taken out, with the places where it stays."""
    outcome = submission.outcome
    if outcome is None or outcome.applied is None:
        return
    before, after = outcome.before, outcome.applied.rulebook
    new = "\n".join(changed.after for changed in submission.changed)
    told: set[str] = set()
    for instruction, operations in outcome.carried_out:
        for cut in (one.path for one in operations if isinstance(one, Cut)):
            for term in [*_defined_by(submission, cut), *_often(before, cut)]:
                if term in told or using(term).search(new):
                    continue
                told.add(term)
                left = list(dict.fromkeys(after.reference(where) for where in _places(after, term)))
                if left:
                    yield _found(term, left, instruction.span)


def _found(term: str, left: list[str], span: Span) -> Found:
    return Found(
        f"this takes out the rules on “{term}”, and the words remain at {first_few(left)}",
        "change those places in the same amendment, or say what it means now",
        span,
    )


def _texts(rulebook: Rulebook, path: Path) -> Iterator[str]:
    provision = rulebook.at(path)
    yield from (provision.heading, provision.text)
    for place in range(len(provision.children)):
        yield from _texts(rulebook, (*path, place))
    yield provision.tail


def _defined_by(submission: Submission, path: Path) -> Iterator[str]:
    """The terms whose definition refers to a provision, or to one under it."""
    for one in submission.definitions:
        citations = citations_in(submission.rulebook, one.path, one.part)
        cited = [target for citation in citations for target in citation.targets]
        if any(target[: len(path)] == path for target in cited) and one.path[: len(path)] != path:
            yield one.term


def _often(rulebook: Rulebook, path: Path) -> Iterator[str]:
    """Pairs of words, none of them common, that stand often in a provision and less often outside it."""
    counted: Counter[str] = Counter()
    for text in _texts(rulebook, path):
        words = [word.lower() for word in _WORD.findall(text)]
        counted.update(
            f"{one} {other}"
            for one, other in pairwise(words)
            if not {one, other} & _COMMON and len(one) > 2 and len(other) > 2
        )
    for term, number in counted.items():
        if number >= OFTEN and 2 * number > sum(len(using(term).findall(text)) for text in _all_texts(rulebook)):
            yield term


def _all_texts(rulebook: Rulebook) -> Iterator[str]:
    for place in range(len(rulebook.chapters)):
        yield from _texts(rulebook, (place,))


def _places(rulebook: Rulebook, term: str) -> list[Path]:
    pattern = using(term)
    return [
        path
        for path, provision in rulebook.walk()
        if pattern.search(f"{provision.heading}\n{provision.text}\n{provision.tail}")
    ]
