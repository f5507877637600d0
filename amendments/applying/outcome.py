"""What comes of an amendment: the new rulebook, or the findings that stand in its way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amendments.applying.applied import Applied
from amendments.applying.operations import Lists, Operation, Splice, is_structural
from amendments.reading.edits import Instruction
from rulebook.diagnostics import Diagnostic
from rulebook.provision import Path, Rulebook


@dataclass(frozen=True, slots=True)
class Outcome:
    """The instructions as they were read, the operations they come to, the rulebook before and after, the findings.

    `after` is None where a finding of severity error stands in the way; `lists` are, for each instruction, those whose
    numbers follow it.
    """

    before: Rulebook
    after: Rulebook | None
    instructions: tuple[Instruction, ...]
    operations: tuple[tuple[Operation, ...], ...]
    diagnostics: tuple[Diagnostic, ...]
    applied: Applied | None = None
    lists: tuple[Lists, ...] = ()

    @property
    def carried_out(self) -> Iterator[tuple[Instruction, tuple[Operation, ...]]]:
        """Each instruction with the operations that it comes to."""
        return zip(self.instructions, self.operations, strict=True)

    @property
    def all_operations(self) -> tuple[Operation, ...]:
        """The operations of all the instructions, in their order."""
        return tuple(operation for operations in self.operations for operation in operations)

    @property
    def is_structural(self) -> bool:
        """Whether provisions are put in, taken out, moved or renumbered."""
        return is_structural(self.all_operations)

    def new_words(self) -> list[tuple[Path, str]]:
        """The provisions of the new book, with the part of them, that have words which the amendment puts in."""
        if self.applied is None:
            return []
        found: list[tuple[Path, str]] = []
        for operation in self.all_operations:
            if isinstance(operation, Splice) and operation.part != "heading":
                path = self.applied.where(operation.path)
                found += [(path, operation.part)] if path is not None else []
        if self.is_structural:
            known = {self.applied.where(path) for path, _ in self.before.walk()}
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
        for operation in self.all_operations:
            if isinstance(operation, Splice) and operation.part == part and self.applied.where(operation.path) == path:
                return self.before.part(operation.path, part)
        return ""
