"""How far a text has been read: the provisions that are still open, each under the one before it, and the findings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from rulebook.diagnostics import Diagnostic, Severity
from rulebook.numbering import segment
from rulebook.provision import Level, Provision, Scheme
from rulebook.reading.lines import Block
from rulebook.source import Source, Span


@dataclass(slots=True)
class Open:
    """A provision that is still being read."""

    depth: int
    indent: int
    level: Level
    label: str
    span: Span
    heading: str = ""
    text: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    children: list[Provision] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    named: set[str] = field(default_factory=set)  # the same labels as references write them
    notes: list[str] = field(default_factory=list)
    comments: tuple[str, ...] = ()
    below: str = ""  # the style of its children's numerals, as far as it is known
    in_order: bool = False  # whether each of them counts more than the one before
    headed: bool = False  # whether a heading line opened it, under which indentation counts anew

    def closed(self) -> Provision:
        """The provision, now that all under it is read."""
        return Provision(
            self.level.kind,
            self.label,
            self.heading,
            "\n\n".join(self.text),
            tuple(self.children),
            "\n\n".join(self.tail),
            tuple(self.notes),
            self.comments,
            self.span,
        )


class Progress:
    """The row of open provisions, each under the one before it, and what was found amiss so far.

    The first of the row is the book itself, with the depth -1; a chapter has 0. Spans are those in the source, where
    the text stands at `offset`; `original` leads to them from the text that was made tidy.
    """

    def __init__(self, source: Source, scheme: Scheme, offset: int, original: Callable[[Span], Span]) -> None:
        self.source, self.scheme, self.levels, self.offset = source, scheme, scheme.levels, offset
        self.original = original
        self.headed = sum(1 for level in self.levels if level.word)  # the depth of what stands under the headings
        self.book = Open(-1, -1, Level("", "", "book"), "", (0, 0))
        self.row: list[Open] = [self.book]
        self.findings: list[Diagnostic] = []

    def level(self, depth: int) -> Level:
        """The level of a depth; below those of the scheme it has no numerals of its own."""
        if depth < len(self.levels):
            return self.levels[depth]
        return Level("", "", self.scheme.kind(depth))

    @property
    def floor(self) -> int:
        """The depth of what stands directly under the present heading, at the margin."""
        return max(self.headed, next((one.depth + 1 for one in reversed(self.row) if one.headed), 0))

    def close(self) -> None:
        """The last provision is read: it becomes a child of the one above it."""
        done = self.row.pop()
        self.row[-1].children.append(done.closed())

    def close_from(self, depth: int) -> None:
        """Close what is open at this depth and below it."""
        while self.row[-1].depth >= depth:
            self.close()

    def span(self, block: Block) -> Span:
        """Where a block stands in the source."""
        start, end = self.original(block.span)
        return start + self.offset, end + self.offset

    def say(self, code: str, message: str, block: Block, help: str = "", severity: Severity = Severity.WARNING) -> None:
        """Add a finding about a block."""
        self.findings.append(Diagnostic(code, message, help, severity, self.source, self.span(block)))

    def name(self, provision: Open) -> str:
        """Where a list is, as in “in 5.IV.2”."""
        labels = [one.label for one in self.row[1:] if one.depth <= provision.depth]
        return "in " + ".".join(segment(label) for label in labels) if labels else "among the chapters"
