"""What comes of an amendment: the new rulebook, or the findings that stand in its way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from amendments.applying.applied import Applied, apply
from amendments.applying.conflicts import check_order, overlaps
from amendments.applying.operations import Cut, Operation, Splice, parents_touched
from amendments.applying.places import Spot, kind_name, spots
from amendments.applying.recitals import check_recital, check_result
from amendments.applying.refused import Refused
from amendments.applying.resolving import resolve
from amendments.applying.words.matches import left_with_other_capitals
from amendments.reading.assembling import Judge
from amendments.reading.edits import Edit, Instruction, Place
from amendments.reading.instructions import Reading, read_amendment
from rulebook.diagnostics import Diagnostic, Severity, errors, in_order
from rulebook.provision import Path, Rulebook
from rulebook.source import Source, Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """The instructions as they were read, the operations they come to, the rulebook before and after, the findings.

    `after` is None where a finding of severity error stands in the way.
    """

    before: Rulebook
    after: Rulebook | None
    instructions: tuple[Instruction, ...]
    operations: tuple[tuple[Operation, ...], ...]
    diagnostics: tuple[Diagnostic, ...]
    applied: Applied | None = None

    @property
    def is_structural(self) -> bool:
        """Whether provisions are put in, taken out, moved or renumbered."""
        return any(_is_structural(operations) for operations in self.operations)

    @property
    def carried_out(self) -> Iterator[tuple[Instruction, tuple[Operation, ...]]]:
        """Each instruction with the operations that it comes to."""
        return zip(self.instructions, self.operations, strict=True)

    def cut_by(self, path: Path) -> Span | None:
        """Where the instruction stands that takes a provision out, or one above it."""
        for instruction, operations in self.carried_out:
            if any(isinstance(one, Cut) and path[: len(one.path)] == one.path for one in operations):
                return instruction.span
        return None

    def listed_by(self, lists: set[Path]) -> Span | None:
        """Where the first instruction stands that changes one of some lists, given by the provisions that have them."""
        for instruction, operations in self.carried_out:
            if parents_touched(operations) & lists:
                return instruction.span
        return None

    def new_words(self) -> list[tuple[Path, str]]:
        """The provisions of the new book, with the part of them, that have words which the amendment puts in."""
        if self.applied is None:
            return []
        found: list[tuple[Path, str]] = []
        for operation in (operation for operations in self.operations for operation in operations):
            if isinstance(operation, Splice) and operation.part != "heading":
                path = self.applied.where(operation.path)
                found += [(path, operation.part)] if path is not None else []
        known = {self.applied.where(path) for path, _ in self.before.walk()} if self.is_structural else set()
        if self.is_structural:
            found += [
                (path, part)
                for path, _ in self.applied.rulebook.walk()
                if path not in known
                for part in ("text", "tail")
            ]
        return list(dict.fromkeys(found))

    def before_words(self, path: Path, part: str) -> str:
        """What stood in a part of a provision of the new book before the amendment; "" for a new provision."""
        if self.applied is None:
            return ""
        for operation in (operation for operations in self.operations for operation in operations):
            if isinstance(operation, Splice) and operation.part == part and self.applied.where(operation.path) == path:
                return str(getattr(self.before.at(operation.path), part))
        return ""


def judge_for(rulebook: Rulebook) -> Judge:
    """Tells what edits come to in a rulebook, for choosing between readings."""

    def judge(edits: tuple[Edit, ...]) -> Hashable | None:
        try:
            operations = tuple(operation for edit in edits for operation in resolve(rulebook, edit, renumbers=True))
            if overlaps(operations):
                return None
            return apply(rulebook, operations).rulebook.chapters
        except Refused as refused:
            return None if refused.code not in ("label-used", "label-order") else repr(edits)

    return judge


def carry_out(rulebook: Rulebook, source: Source, span: Span) -> Outcome:
    """Reads the instructions in a part of a source and carries them out on the rulebook as it stands."""
    reading = read_amendment(source, span, judge_for(rulebook))
    return carry_out_reading(rulebook, source, reading, span)


def carry_out_reading(rulebook: Rulebook, source: Source, reading: Reading, span: Span) -> Outcome:
    """The same, where the instructions have been read before."""
    findings = [*reading.findings]
    if reading.edition and rulebook.edition and reading.edition != rulebook.edition:
        findings.append(
            Diagnostic(
                "edition-differs",
                f"the amendment names the rule book of {reading.edition}, and these rules are “{rulebook.edition}”",
                "give that edition with -r, or correct the year",
                Severity.WARNING,
                source,
                span,
            )
        )
    if not reading.instructions and not reading.diagnostics:
        findings.append(
            Diagnostic(
                "amendment-empty",
                "there is no instruction here",
                "write what is to change, as in: In Chapter 5, Clause IV, delete “...”",
                Severity.ERROR,
                source,
                span,
            )
        )
    resolved: list[tuple[Operation, ...]] = []
    renumbers = _renumbering(reading.instructions)
    for instruction, numbered in zip(reading.instructions, renumbers, strict=True):
        operations: list[Operation] = []
        if not errors(instruction.diagnostics):
            for edit in instruction.edits:
                try:
                    operations += resolve(rulebook, edit, renumbers=numbered)
                except Refused as refused:
                    findings.append(_found(refused, source, edit.span))
            for recital in instruction.recitals:
                try:
                    check_recital(rulebook, recital.place, recital.quotation)
                except Refused as refused:
                    if refused.code in ("recital-differs", "heading-differs") or not errors(findings):
                        findings.append(_found(refused, source, recital.quotation.span))
        resolved.append(tuple(operations))
    every = tuple(operation for operations in resolved for operation in operations)
    findings += _overlapping(rulebook, source, every)
    findings += _left(rulebook, source, every)
    after, applied = None, None
    if not errors(findings):
        parents: set[Path] = set()
        for operations_, numbered in zip(resolved, renumbers, strict=True):
            if numbered:
                parents |= parents_touched(operations_)
        try:
            applied = apply(rulebook, every, parents)
            check_order(rulebook, applied, every)
        except Refused as refused:
            spans = [operation.edit.span for operation in every if not isinstance(operation, Splice)]
            findings.append(_found(refused, source, spans[-1] if spans else span))
        if applied is not None:
            findings += _results(rulebook, applied, reading.instructions, source)
            if (
                any(
                    numbered and not _is_structural(operations_)
                    for operations_, numbered in zip(resolved, renumbers, strict=True)
                )
                and not parents
            ):
                findings.append(
                    Diagnostic(
                        "nothing-renumbered",
                        "nothing before this changes the numbering",
                        "take it out",
                        Severity.WARNING,
                        source,
                        reading.instructions[-1].span,
                    )
                )
            if not errors(findings):
                after = applied.rulebook
                if after.chapters == rulebook.chapters and reading.instructions:
                    findings.append(
                        Diagnostic(
                            "nothing-changes",
                            "the rules read the same after this as before",
                            "check the new words against the old",
                            Severity.WARNING,
                            source,
                            reading.instructions[0].span,
                        )
                    )
    return Outcome(
        rulebook,
        after,
        reading.instructions,
        tuple(resolved),
        tuple(in_order(findings)),
        applied if after is not None else None,
    )


def _renumbering(instructions: tuple[Instruction, ...]) -> list[bool]:
    """For each instruction, whether words about numbering go with it: its own, or a sentence of them after it."""
    found = [bool(instruction.renumbering) for instruction in instructions]
    for place, instruction in enumerate(instructions):
        if instruction.renumbering and not instruction.edits:
            for before in range(place - 1, -1, -1):
                found[before] = True
    return found


def _is_structural(operations: tuple[Operation, ...]) -> bool:
    return any(not isinstance(operation, Splice) for operation in operations)


def _found(refused: Refused, source: Source, span: Span) -> Diagnostic:
    place = refused.span or span
    return Diagnostic(refused.code, refused.message, refused.help, Severity.ERROR, source, place, refused.suggestions)


def _overlapping(rulebook: Rulebook, source: Source, operations: tuple[Operation, ...]) -> list[Diagnostic]:
    found = []
    for one, other in overlaps(operations):
        path = other.path if not hasattr(other, "parent") else other.parent
        name = kind_name(rulebook, path)
        both = ""
        if isinstance(one, Splice) and isinstance(other, Splice):
            words = getattr(rulebook.at(one.path), one.part)
            both = (
                f": “{words[one.start : one.end]}” and “{words[other.start : other.end]}”"
                if one.end > one.start or other.end > other.start
                else ": both put words in the same place"
            )
        found.append(
            Diagnostic(
                "edits-overlap", f"two instructions overlap in {name}{both}",
                "all instructions are carried out on the rules as they stand; make one instruction of the two",
                Severity.ERROR, source, other.edit.span,
            )
        )  # fmt: skip
    return found


def _left(rulebook: Rulebook, source: Source, operations: tuple[Operation, ...]) -> list[Diagnostic]:
    """What is left of words that are changed wherever they occur, because it has other capital letters."""
    changed: dict[tuple[Path, str], list[Span]] = defaultdict(list)
    for one in operations:
        if isinstance(one, Splice):
            changed[one.path, one.part].append((one.start, one.end))
    gone = {one.path for one in operations if isinstance(one, Cut)}
    found = []
    for edit in dict.fromkeys(one.edit for one in operations if isinstance(one, Splice)):
        left = [
            (path, getattr(rulebook.at(path), part)[start:end])
            for path, part, start, end in left_with_other_capitals(rulebook, edit)
            if not any(a < end and start < b for a, b in changed.get((path, part), ()))
            and not any(path[:depth] in gone for depth in range(1, len(path) + 1))
        ]
        if not left:
            continue
        words, more = left[0][1], len(left)
        places = ", ".join(dict.fromkeys(f"“{there}” in {rulebook.reference(path)}" for path, there in left[:5]))
        new = edit.new.text if edit.new else ""
        new = new[:1].upper() + new[1:] if words[:1].isupper() else new[:1].lower() + new[1:]
        change = f"replace “{words}” with “{new}” wherever it occurs" if new else f"delete “{words}” wherever it occurs"
        stay = "is left as it is" if more == 1 else "are left as they are"
        found.append(
            Diagnostic(
                "capitals-left",
                f"{more} more with other capital letters {stay}: {places}{' and others' if more > 5 else ''}",
                f"if they are to change too, add an instruction for the same place:  {change}",
                Severity.WARNING,
                source,
                edit.span,
            )
        )
    return found


def _results(
    rulebook: Rulebook, applied: Applied, instructions: tuple[Instruction, ...], source: Source
) -> list[Diagnostic]:
    found = []
    for instruction in instructions:
        for result in instruction.results:
            try:
                for spot in _afterwards(rulebook, applied, result.place):
                    check_result(applied.rulebook, spot, result.quotation)
            except Refused as refused:
                found.append(_found(refused, source, result.quotation.span))
    return found


def _afterwards(rulebook: Rulebook, applied: Applied, place: Place) -> list[Spot]:
    found = []
    for spot in spots(rulebook, place):
        paths = tuple(path for path in (applied.where(path) for path in spot.paths) if path is not None)
        if len(paths) == len(spot.paths):
            found.append(Spot(paths, spot.parts))
        else:
            raise Refused("result-differs", "what the result is given for is deleted", "take the result out")
    return found
