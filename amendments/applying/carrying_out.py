"""The instructions of an amendment carried out on the rules as they stand: all of them, or none.

Each step adds what it finds. Where one of the findings is an error, the rules stay as they were.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from amendments.applying.applied import Applied, apply
from amendments.applying.capitals import capitals_left
from amendments.applying.conflicts import check_order, overlapping, overlaps
from amendments.applying.following_numbers import following_numbers, lists_that_follow
from amendments.applying.operations import Lists, Operation, Splice, is_structural
from amendments.applying.outcome import Outcome
from amendments.applying.recitals import check_recital, results_differ
from amendments.applying.refused import Refused
from amendments.applying.resolving import freed_by, resolve
from amendments.reading.choosing import Judge
from amendments.reading.edits import Edit, Instruction
from amendments.reading.instructions import Reading, read_amendment
from rulebook.diagnostics import Diagnostic, Severity, errors, in_order
from rulebook.provision import Path, Rulebook
from rulebook.source import Source, Span


def judge_for(rulebook: Rulebook) -> Judge:
    """Tells what edits come to in a rulebook, for choosing between readings."""

    def judge(edits: tuple[Edit, ...]) -> Hashable | None:
        try:
            operations = tuple(operation for edit in edits for operation in resolve(rulebook, edit, renumbers=True))
            if overlaps(operations):
                return None
            return apply(rulebook, operations).rulebook.chapters
        except Refused as refused:
            if refused.code == "new-text-uncertain":
                return refused.code  # it may be what is meant, and is then asked about
            return None if refused.code not in ("label-used", "label-order") else repr(edits)

    return judge


def carry_out(rulebook: Rulebook, source: Source, span: Span) -> Outcome:
    """Reads the instructions in a part of a source and carries them out on the rulebook as it stands."""
    reading = read_amendment(source, span, judge_for(rulebook))
    return carry_out_reading(rulebook, source, reading, span)


def carry_out_reading(rulebook: Rulebook, source: Source, reading: Reading, span: Span) -> Outcome:
    """The same, where the instructions have been read before."""
    work = _Work(rulebook, source, reading, span, [*reading.findings])
    work.check_edition()
    work.check_that_there_are_instructions()
    work.resolve()
    work.check_together()
    if not errors(work.findings):
        work.apply()
    if work.applied is not None:
        work.check_results(work.applied)
        work.check_renumbering()
    if work.applied is not None and not errors(work.findings):
        work.check_that_anything_changes(work.applied)
    return work.outcome()


@dataclass(slots=True)
class _Work:
    """An amendment on its way to its outcome: what is known so far, and the steps that find out more."""

    rulebook: Rulebook
    source: Source
    reading: Reading
    span: Span
    findings: list[Diagnostic]
    operations: list[tuple[Operation, ...]] = field(default_factory=list)  # of each instruction
    applied: Applied | None = None
    renumbers: list[Lists] = field(init=False)  # for each instruction, the lists whose numbers follow it

    def __post_init__(self) -> None:
        self.renumbers = following_numbers(self.rulebook, self.source, self.reading.instructions)

    @property
    def all_operations(self) -> tuple[Operation, ...]:
        return tuple(operation for operations in self.operations for operation in operations)

    @property
    def renumbered(self) -> set[Path]:
        """The provisions whose children's numbers follow."""
        found: set[Path] = set()
        for operations, numbered in zip(self.operations, self.renumbers, strict=True):
            found |= lists_that_follow(numbered, operations)
        return found

    def check_edition(self) -> None:
        named, own = self.reading.edition, self.rulebook.edition
        if named and own and named != own:
            self.say(
                "edition-differs",
                f"the amendment names the rule book of {named}, and these rules are “{own}”",
                "give that edition with -r, or correct the year",
                self.span,
            )

    def check_that_there_are_instructions(self) -> None:
        if not self.reading.instructions and not self.reading.diagnostics:
            self.say(
                "amendment-empty",
                "there is no instruction here",
                "write what is to change, as in: In Chapter 5, Clause IV, delete “...”",
                self.span,
                Severity.ERROR,
            )

    def resolve(self) -> None:
        """What each instruction comes to, and whether the rules read as it quotes them."""
        instructions = self.reading.instructions
        freed = freed_by(self.rulebook, (edit for one in instructions for edit in one.edits))
        for instruction, numbered in zip(instructions, self.renumbers, strict=True):
            operations: list[Operation] = []
            if not errors(instruction.diagnostics):
                for edit in instruction.edits:
                    try:
                        operations += resolve(self.rulebook, edit, renumbers=bool(numbered), freed=freed)
                    except Refused as refused:
                        self.refuse(refused, edit.span)
                self.check_recitals(instruction)
            self.operations.append(tuple(operations))

    def check_recitals(self, instruction: Instruction) -> None:
        for recital in instruction.recitals:
            try:
                check_recital(self.rulebook, recital.place, recital.quotation)
            except Refused as refused:
                if refused.code in ("recital-differs", "heading-differs") or not errors(self.findings):
                    self.refuse(refused, recital.quotation.span)

    def check_together(self) -> None:
        """Whether the operations are in one another's way, and whether they leave words that they seem to mean."""
        self.findings += overlapping(self.rulebook, self.source, overlaps(self.all_operations))
        self.findings += capitals_left(self.rulebook, self.source, self.all_operations)

    def apply(self) -> None:
        """The new rulebook; there is one to look at even where its numbers come to stand out of order."""
        operations = self.all_operations
        try:
            self.applied = apply(self.rulebook, operations, self.renumbered)
            check_order(self.rulebook, self.applied, operations)
        except Refused as refused:
            spans = [operation.edit.span for operation in operations if not isinstance(operation, Splice)]
            self.refuse(refused, spans[-1] if spans else self.span)

    def check_results(self, applied: Applied) -> None:
        self.findings += results_differ(self.rulebook, applied, self.reading.instructions, self.source)

    def check_renumbering(self) -> None:
        idle = any(
            numbered and not is_structural(operations)
            for operations, numbered in zip(self.operations, self.renumbers, strict=True)
        )
        if idle and not self.renumbered:
            span = self.reading.instructions[-1].span
            self.say("nothing-renumbered", "nothing before this changes the numbering", "take it out", span)

    def check_that_anything_changes(self, applied: Applied) -> None:
        if applied.rulebook.chapters == self.rulebook.chapters and self.reading.instructions:
            self.say(
                "nothing-changes",
                "the rules read the same after this as before",
                "check the new words against the old",
                self.reading.instructions[0].span,
            )

    def outcome(self) -> Outcome:
        stands = self.applied if not errors(self.findings) else None
        return Outcome(
            self.rulebook,
            stands.rulebook if stands is not None else None,
            self.reading.instructions,
            tuple(self.operations),
            tuple(in_order(self.findings)),
            stands,
            tuple(self.renumbers),
        )

    def refuse(self, refused: Refused, span: Span) -> None:
        self.findings.append(refused.finding(self.source, span))

    def say(self, code: str, message: str, help: str, span: Span, severity: Severity = Severity.WARNING) -> None:
        self.findings.append(Diagnostic(code, message, help, severity, self.source, span))
