"""What was understood of a draft, instruction by instruction, in plain English or as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from amendments.applying.places import spots
from amendments.applying.refused import Refused
from amendments.checks.draft_outcome import outcome_of
from amendments.checks.marked_words import LEGEND, parts_of, pointed
from amendments.drafts.draft import Draft
from amendments.reading.edits import Anchor, Edit, Instruction, Place, Role, Target, Words
from amendments.reading.instructions import Reading, read_amendment
from amendments.reading.restating import named, restated
from rulebook.diagnostics import Diagnostic, Severity, errors, with_carets, wrapped
from rulebook.provision import Rulebook
from rulebook.reference import LAST, Part
from rulebook.source import Source


@dataclass(frozen=True, slots=True)
class Listed:
    """An instruction, its findings, and the rulebook it is read against, if any. `ok` says it can be carried out."""

    source: Source
    instruction: Instruction
    diagnostics: tuple[Diagnostic, ...]
    rulebook: Rulebook | None

    @property
    def ok(self) -> bool:
        return not errors(self.diagnostics)


def read_instructions(draft: Draft, rulebook: Rulebook) -> list[Listed]:
    """The instructions of a draft, with the findings of carrying them out."""
    outcome = outcome_of(draft, rulebook)
    found = []
    left = [*outcome.diagnostics]
    for instruction in outcome.instructions:
        own = [
            d
            for d in left
            if d.span and instruction.span[0] <= d.span[0] < max(instruction.span[1], instruction.span[0] + 1)
        ]
        left = [d for d in left if d not in own]
        found.append(Listed(draft.source, instruction, tuple(own), rulebook))
    if left:
        found.append(Listed(draft.source, Instruction(draft.amendment), tuple(left), rulebook))
    return found


def as_lines(source: Source, rulebook: Rulebook | None) -> list[Listed]:
    """Every line of a source that is not blank, read as one instruction by itself."""
    found = []
    start = 0
    for line in source.text.split("\n"):
        if line.strip():
            span = (start, start + len(line))
            reading = read_amendment(source, span)
            found.append(Listed(source, _joined(reading, span), _findings(reading, source, span), rulebook))
        start += len(line) + 1
    return found


def _joined(reading: Reading, span: tuple[int, int]) -> Instruction:
    edits = tuple(
        replace(edit, place=replace(edit.place, inherited=-1))  # which instruction it was is lost when they are joined
        for instruction in reading.instructions
        for edit in instruction.edits
    )
    return Instruction(span, edits, roles=tuple(role for one in reading.instructions for role in one.roles))


def _findings(reading: Reading, source: Source, span: tuple[int, int]) -> tuple[Diagnostic, ...]:
    found = reading.findings
    if not found and not any(instruction.edits for instruction in reading.instructions):
        found = [
            Diagnostic(
                "amendment-empty",
                "there is no instruction in this line",
                "say what is to change",
                Severity.ERROR,
                source,
                span,
            )
        ]
    return tuple(found)


def as_text(listed: list[Listed]) -> str:
    """A numbered sentence for each edit, the user's words that it was read from, and the instruction's findings."""
    lines: list[str] = []
    number = 0
    shown: list[int] = []  # of each instruction, the number of its last edit; 0 where it has none
    for place, one in enumerate(listed):
        for edit in one.instruction.edits:
            number += 1
            label = f"{number}. "
            words = restated(edit, reference_of(edit, one.rulebook)) + _taken_from(edit, listed, place, shown)
            lines += wrapped(words, label, " " * len(label))
            lines += [*pointed(one.source, edit), ""]
        shown.append(number if one.instruction.edits else 0)
        if one.instruction.renumbering:
            lines += ["   The provisions beside it are renumbered.", ""]
        for diagnostic in one.diagnostics:
            if lines and lines[-1]:
                lines.append("")
            lines += [with_carets(diagnostic), ""]
    if number:
        lines = [LEGEND, "", *lines]
    return "\n".join(lines).rstrip("\n") + "\n" if lines else "There is no instruction here.\n"


def _taken_from(edit: Edit, listed: list[Listed], place: int, shown: list[int]) -> str:
    """Where an edit's place comes from, if it is another instruction: its number, or its words where it has none."""
    source = lender(edit, listed, place)
    if source < 0:
        return ""
    other = listed[source]
    words = " ".join(other.source.text[slice(*other.instruction.span)].split()).rstrip(":;,. ")
    words = words if len(words) <= 60 else words[:59].rstrip() + "…"
    said = f"number {shown[source]}" if shown[source] else f"“{words}”"
    same = edit.place.chain in _places(other)
    return f" (Its place is that of {said}.)" if same else f" (Its place was looked for from that of {said}.)"


def lender(edit: Edit, listed: list[Listed], place: int) -> int:
    """The instruction whose place an edit has or is looked for from, counted from 0; -1 where that is not certain.

    What the reader noted is the last instruction that may have given it. The one that did has a place that this one
    begins with; where none has, nothing is said.
    """
    chain = edit.place.chain
    if not chain or not 0 <= edit.place.inherited < place:
        return -1
    for other in range(edit.place.inherited, -1, -1):
        if any(lent and chain[: len(lent)] == lent for lent in _places(listed[other])):
            return other
        if not listed[other].instruction.edits:  # another line that says where: nothing reaches past it for certain
            return -1
    return -1


def _places(one: Listed) -> list[tuple[Target, ...]]:
    """The places that an instruction gives to those after it: that of its last edit, or what it names and no more."""
    instruction = one.instruction
    if instruction.edits:
        return [instruction.edits[-1].place.chain]
    if instruction.recitals:
        return [recital.place.chain for recital in instruction.recitals]
    if instruction.results or instruction.diagnostics:
        return []
    # a place alone has no edits: it is read again as the place of a deletion
    words = " ".join(one.source.text[slice(*instruction.span)].split()).rstrip(":;,. ")
    again = Source(one.source.name, f"In {words}, delete “x”.")
    read = read_amendment(again, (0, len(again.text))).instructions
    return [read[0].edits[0].place.chain] if len(read) == 1 and len(read[0].edits) == 1 and read[0].edits[0].old else []


def reference_of(edit: Edit, rulebook: Rulebook | None) -> str:
    """The canonical reference of an edit's place; "" where there is no rulebook or no one such place.

    The place of a new provision that goes beside another is what both stand in.
    """
    beside = edit.anchor.point if edit.op == "insert" and edit.unit == "provision" and edit.anchor else None
    place = Place((*edit.place.chain, beside)) if isinstance(beside, tuple) else edit.place
    if rulebook is None or not place.chain:
        return ""
    try:
        found = spots(rulebook, place)
    except Refused:
        return ""
    if isinstance(beside, tuple):
        return rulebook.reference(found[0].path[:-1]) if found[0].path[:-1] else ""
    names = [
        rulebook.reference(spot.path) + (f" to {rulebook.reference(spot.paths[-1])}" if len(spot.paths) > 1 else "")
        for spot in found
    ]
    parts = edit.place.innermost[0].parts if edit.place.innermost else ()
    return (f"{_parts(parts)} of " if parts and found[0].parts else "") + " and ".join(names)


def _parts(parts: tuple[Part, ...]) -> str:
    from amendments.reading.restating import said
    from rulebook.reference import Reference

    return said(Reference(parts=parts))


def as_json(listed: list[Listed], *, lines: bool) -> str:
    """One object an instruction, as docs/json.md has it: a list of them, or a line each."""
    found = [
        {
            "ok": one.ok,
            "edits": [edit_as_json(edit, one) for edit in one.instruction.edits] if one.ok else [],
            "diagnostics": [diagnostic_as_json(diagnostic) for diagnostic in one.diagnostics],
            "roles": [role_as_json(role, one.source) for role in one.instruction.roles] if one.ok else [],
            "inherited": _inherited(listed, place) if one.ok else None,
        }
        for place, one in enumerate(listed)
    ]
    if lines:
        return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found)
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _inherited(listed: list[Listed], place: int) -> int | None:
    lenders = [lender(edit, listed, place) for edit in listed[place].instruction.edits]
    return next((number + 1 for number in lenders if number >= 0), None)


def role_as_json(role: Role, source: Source) -> dict[str, Any]:
    """What some words do, the words, and where they stand."""
    start, end = role.span
    return {
        "name": role.name,
        "words": source.text[start:end],
        "span": [*source.position(start), *source.position(end)],
    }


def edit_as_json(edit: Edit, listed: Listed) -> dict[str, Any]:
    """An edit in the documented form. A span is line, column, end line and end column, from 1."""
    target = reference_of(edit, listed.rulebook)
    parts = edit.place.innermost[0].parts if edit.place.innermost else ()
    anchor = edit.anchor
    old: Any = edit.old.quotation.text if edit.old else None
    found: dict[str, Any] = {
        "op": edit.op,
        "target": target.split(" of ")[-1] if target else None,
        "target_text": " ".join(listed.source.text[slice(*edit.place.span)].split()) or named(edit.place),
        "unit": edit.unit,
        "within": {part.unit: "last" if part.number == LAST else part.number for part in parts} or None,
        "old": old,
        "new": edit.new.text if edit.new else None,
        "anchor": _anchor(anchor),
        "position": anchor.position if anchor else None,
        "occurrence": edit.old.occurrence
        if edit.old
        else (anchor.point.occurrence if anchor and isinstance(anchor.point, Words) else "only"),
    }
    if edit.extent and edit.extent != "to read":
        found["extent"] = edit.extent
        found["until"] = edit.until.quotation.text if edit.until else None
    if edit.label:
        found["label"] = str(edit.label)
    found["spans"] = {
        name: [*listed.source.position(start), *listed.source.position(end)]
        for name, (start, end) in parts_of(edit).items()
    }
    if edit.destination:
        found["destination"] = " and ".join(str(reference) for reference in edit.destination)
    return found


def _anchor(anchor: Anchor | None) -> Any:
    if anchor is None or anchor.point is None:
        return None

    def one(point: Any) -> str:
        return point.quotation.text if isinstance(point, Words) else " and ".join(str(reference) for reference in point)

    return [one(anchor.point), one(anchor.other)] if anchor.other else one(anchor.point)


def diagnostic_as_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """A finding in the documented form; line and column count from 1."""
    place = diagnostic.place or (None, None, None, None)
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "file": diagnostic.source.name if diagnostic.source else None,
        "line": place[0],
        "column": place[1],
        "end_line": place[2],
        "end_column": place[3],
        "help": diagnostic.help,
        "suggestions": [{"message": s.message, "replacement": s.replacement} for s in diagnostic.suggestions],
    }
