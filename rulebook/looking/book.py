"""A rulebook together with the file that it was read from, for what is said of the places in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from rulebook.looking.reference_targets import Leading
from rulebook.looking.running_text import RunningText
from rulebook.provision import Path, Rulebook
from rulebook.source import Source, Span


@dataclass(frozen=True)
class Book:
    """A rulebook and the file that it was read from."""

    rulebook: Rulebook
    source: Source

    @cached_property
    def running(self) -> RunningText:
        """All the words of the book in one text."""
        return RunningText(self.rulebook)

    @cached_property
    def leading(self) -> Leading:
        """Where the references of the book lead."""
        return Leading(self.rulebook)

    def name(self, path: Path) -> str:
        """A provision as a message names it: “5.IV.5”; but “Chapter 5”, since a number alone says little."""
        provision = self.rulebook.at(path)
        if not provision.label and provision.heading:
            return f"“{provision.heading}”"
        if not provision.label:
            return "what stands before the first chapter" if len(path) == 1 else self.rulebook.reference(path)
        return self.rulebook.reference(path) if len(path) > 1 else f"{provision.kind.capitalize()} {provision.label}"

    def label(self, path: Path) -> Span:
        """Where the label of a provision stands in the file; else where the provision begins."""
        provision = self.rulebook.at(path)
        start, end = provision.span or self._before_the_first
        place = self.source.text.find(provision.label, start, end) if provision.label else -1
        return (place, place + len(provision.label)) if place >= 0 else (start, start + 1)

    @property
    def _before_the_first(self) -> Span:
        """Where the text begins, after the front matter."""
        start = len(self.rulebook.front_matter)
        start += len(self.source.text[start:]) - len(self.source.text[start:].lstrip())
        return start, len(self.source.text)

    def words(self, path: Path, part: str, span: Span) -> Span:
        """Where words of a provision stand in the file: a span of its "text" or "tail"; else where it begins."""
        provision = self.rulebook.at(path)
        text = getattr(provision, part)
        pattern = re.compile(r"\s+".join(map(re.escape, text[slice(*span)].split())))
        before = sum(1 for _ in pattern.finditer(text, 0, span[0]))
        begin = (provision.span or self._before_the_first)[0]
        if part == "tail" and provision.children:
            begin = max(one.span[0] for _, one in self.rulebook.under(path) if one.span)
        for number, match in enumerate(pattern.finditer(self.source.text, begin)):
            if number == before:
                return match.span()
        return self.label(path)
