"""A phrase: words that go together in a sentence, and what is said of a verb."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rulebook.source import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that go together in a sentence.

    `kind` is the rule of the grammar: verb, words, place, new, edge, times, ... `preps` is what stands before it,
    `which` says which of several is meant ("" or "1,3", "both", "all", "last"), `value` what it says; `marks` is what
    was said beside it (a heading, a page, a document, the first words).
    """

    kind: str
    span: Span
    value: Any = None
    preps: tuple[str, ...] = ()
    which: str = ""
    marks: dict[str, Any] = field(default_factory=dict)

    @property
    def prep(self) -> str:
        """The last word before it that says how it belongs to the verb; "" for none."""
        return self.preps[-1] if self.preps else ""


@dataclass(frozen=True, slots=True)
class Verb:
    """What is done, with the stem that says so.

    `form` is base, s, ing, ed or noun; `aux` are the auxiliary words before it, by their terminals.
    """

    does: str
    form: str
    stem: str = ""
    aux: tuple[str, ...] = ()

    @property
    def is_passive(self) -> bool:
        """Whether its subject is what something is done to: "shall be deleted", "are to change places"."""
        return (
            self.form == "ed"
            or (self.does, self.stem) in (("renumber", "move"), ("exchange", "change"))
            or (self.form == "base" and bool({"IS", "BE"} & set(self.aux)))
        )


def wants_subject(act: Phrase) -> bool:
    """Whether a verb is said of something that stands before it and that it is done to."""
    return act.kind in ("reads", "becomes", "stays") or (act.kind == "verb" and act.value.is_passive)
