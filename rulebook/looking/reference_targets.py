"""Where the references of a rulebook lead, and which of them lead nowhere, or past a level.

What is named in another document (“section 5 of the Equality Act”), in a note in square brackets or as a measure (“2.4
metres”) is no reference to these rules.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from rulebook.looking.citations import Citation, citations
from rulebook.looking.locating import same_label
from rulebook.numbering import BULLETS, segment
from rulebook.provision import Path, Rulebook
from rulebook.reference import labels_of
from rulebook.source import Span

_OUR_OWN = (
    r"(?:(?:present|same|said|model)\s+)*(?:rules?|rule\s*book|constitution|(?:sub-?)*(?:clause|section|paragraph)|chapter"
    r"|article|part|appendix|schedule|list)\b"
)
_ELSEWHERE = re.compile(
    rf"\s*(?:,\s*)?(?:of|to|in)\s+(?:(?:the|its|their|an?|our|that|any)\s+(?!{_OUR_OWN})|[A-Z](?!hapter|lause))|\s+[A-Z]\w+\s+Act\b"
)
_LAW_BEFORE = re.compile(
    r"\b(?:Act|Order|Regulations?|Treaty|Convention|Code|standing\s+orders)(?:\s+(?:19|20)\d\d)?\s*[,(]\s*$"
)
_HISTORY = re.compile(
    r"\b(?:added|adopted|amended|changed|deleted|inserted|moved|ratified|removed|renamed|renumbered|repealed|replaced|revised)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
"""What tells of an amendment of the past, with its date: the numbers are those of then."""
_QUANTITY = re.compile(r"\d+\.\d+(?:\D{1,5}\d+\.\d+)*")
_NAMED = re.compile(r"\b(?:rules?|under|see|in)\s+$", re.IGNORECASE)
LAWS = 100  # from here on a number may be that of a law, in a book whose own numbers are small
_LED = re.compile(r"\b(?:rules?|in|under|by|see|with|to|from|and|or|per|of)\s+$|[(\[]\s*$", re.IGNORECASE)
_ENDS = re.compile(
    r"\s*(?:[.,;:)\]]|$|\b(?:above|below|and|or|is|are|shall|may|must|applies|apply|provides?|does|do|has|have|if|when)\b)"
)


class Leading:
    """The references of one rulebook that can be checked."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._words = {level.kind for level in rulebook.scheme.levels} | {one.kind for _, one in rulebook.walk()}

    @cached_property
    def citations(self) -> list[Citation]:
        """Every reference that is meant to lead to a provision of these rules, with the targets that it can mean."""
        found = []
        for one in citations(self.rulebook):
            if self._is_ours(one):
                near = tuple(path for path in one.targets if self._is_near(one, path))
                found.append(replace(one, targets=near, span=self._without_bracket(one)))
        return found

    def _without_bracket(self, citation: Citation) -> Span:
        """Where a reference stands, without the end of brackets that it stands in: “(see Clause II)”."""
        start, end = citation.span
        words = self.rulebook.part(citation.path, citation.part)[start:end]
        return start, end - (words.endswith(")") and words.count(")") > words.count("("))

    @cached_property
    def _numbered_through(self) -> frozenset[str]:
        """The kinds of provisions of which no two have one label, so that a label alone names one anywhere."""
        labels: dict[str, list[str]] = defaultdict(list)
        for _, one in self.rulebook.walk():
            if one.label not in BULLETS:
                labels[one.kind].append(segment(one.label).casefold())
        return frozenset(kind for kind, every in labels.items() if len(every) == len(set(every)))

    def _is_near(self, citation: Citation, target: Path) -> bool:
        """Whether what a reference names stands where it would be looked for: “sub-clause 2.B” in its own clause."""
        above = len(target) - sum(len(labels_of(step.label)) for step in citation.reference.steps)
        if above <= 0 or self.rulebook.decimals or target[:above] == citation.path[:above]:
            return True
        return self.rulebook.at(target[: above + 1]).kind in self._numbered_through

    def names_a_level(self, citation: Citation) -> bool:
        """Whether the first word of a reference is one for the provisions of this book: not “Appendix 2” in most."""
        level = citation.reference.steps[0].level
        return not level or level in self._words or level.startswith("sub") or level in ("paragraph", "rule", "clause")

    def _is_ours(self, citation: Citation) -> bool:
        text = self.rulebook.part(citation.path, citation.part)
        if text.startswith("[") and text.endswith("]"):
            return False
        start, end = citation.span
        if _ELSEWHERE.match(text, end) or _LAW_BEFORE.search(text[:start]):
            return False
        if not citation.targets and (self._is_of_a_law(citation) or _is_of_the_past(text, start, end)):
            return False
        if not citation.targets and self._is_an_item(citation):
            return False
        if not citation.targets and _QUANTITY.fullmatch(text[start:end]) and not _NAMED.search(text[:start]):
            return False  # an average of 2.75
        if any(step.level for step in citation.reference.steps) or citation.targets:
            return True
        return bool(_LED.search(text[:start]) and _ENDS.match(text, end))

    def _is_of_a_law(self, citation: Citation) -> bool:
        """Whether the first number is far beyond those of this book: “section 501(c)(3)”."""
        first = labels_of(citation.reference.steps[0].label)[:1]
        return bool(first) and first[0].isdigit() and int(first[0]) >= LAWS > 2 * self._largest

    def _is_an_item(self, citation: Citation) -> bool:
        """Whether “items (i) to (iii)” are there, in any list of the chapter that says so: it is a word for all."""
        steps, to = citation.reference.steps, citation.reference.to
        if len(steps) != 1 or steps[0].level not in ("item", "point"):
            return False
        here = {segment(one.label).casefold() for _, one in self.rulebook.under(citation.path[:1])}
        return segment(steps[0].label).casefold() in here and (not to or segment(to).casefold() in here)

    @cached_property
    def _largest(self) -> int:
        numbers = (labels_of(one.label) for _, one in self.rulebook.walk() if one.label not in BULLETS)
        return max((int(label) for labels in numbers for label in labels if label.isdigit()), default=0)

    @cached_property
    def _by_last(self) -> dict[str, list[Path]]:
        found: dict[str, list[Path]] = defaultdict(list)
        for path, provision in self.rulebook.walk():
            if provision.label not in BULLETS:
                found[segment(provision.label).casefold()].append(path)
        return found

    def past_a_level(self, citation: Citation) -> list[Path]:
        """The provisions that a reference would name if it left out one level: “5.5.A” for 5.IV.5.A.

        Each label is one of the levels from the top of the book, or from the top of its chapter, down.
        """
        rulebook, steps = self.rulebook, citation.reference.steps
        labels = [segment(step.label) for step in steps]
        if len(labels) < 2 or rulebook.decimals or citation.reference.relative:
            return []
        found = []
        for path in self._by_last[labels[-1].casefold()]:
            for top in (0, 1):
                if len(path) != top + len(labels) + 1 or path[:top] != citation.path[:top]:
                    continue
                chain = [rulebook.at(path[:depth]) for depth in range(top + 1, len(path) + 1)]
                if any(
                    all(
                        same_label(label, one) and step.level in ("", one.kind)
                        for label, step, one in zip(labels, steps, chain[:out] + chain[out + 1 :], strict=True)
                    )
                    for out in range(1, len(chain) - 1)
                ):
                    found.append(path)
        return list(dict.fromkeys(found))


def _is_of_the_past(text: str, start: int, end: int) -> bool:
    """Whether a reference stands in a line that tells of an amendment with its date."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[first : last if last >= 0 else None]
    return bool(_HISTORY.search(line) and _DATED.search(line))


def listed(rulebook: Rulebook, paths: list[Path], most: int = 4) -> str:
    """Some references in words: “2.I.4, 3.I.4 and 5 more”."""
    names: Iterator[str] = (rulebook.reference(path) for path in paths[:most])
    more = f" and {len(paths) - most} more" if len(paths) > most else ""
    return ", ".join(names) + more
