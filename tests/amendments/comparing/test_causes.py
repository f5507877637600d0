"""Which instruction causes which change: worked cases, and what follows from the word “cause” itself."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings

from amendments.applying.applied import apply
from amendments.applying.carrying_out import carry_out
from amendments.applying.operations import Operation
from amendments.applying.outcome import Outcome
from amendments.applying.refused import Refused
from amendments.comparing.causes import Causes, causes
from amendments.reading.edits import Instruction
from rulebook.comparing.comparison import Comparison, compare
from rulebook.provision import Provision, Rulebook
from rulebook.source import Source
from tests.shared.books import book
from tests.shared.random_amendments import amendments

CASES = [
    (
        "words, each by its own instruction",
        "In 3.II.2, replace “five” with “six”. In 2.II.1, replace “£24” with “£30”.",
        {"2.II.1": "2", "3.II.2": "1"},
    ),
    (
        "two instructions for one provision",
        "In 2.II.2, replace “£6” with “£7”. In 2.II.2, replace “low income” with “small income” wherever it occurs.",
        {"2.II.2": "1 2"},
    ),
    (
        "what is deleted goes with all under it, and moves the numbers on",
        "Delete 2.I.2 and renumber accordingly.",
        {"2.I.2": "1", "2.I.2.A": "1", "2.I.2.B": "1", "2.I.2.B.i": "1", "2.I.2.B.ii": "1", "2.I.2.B.iii": "1",
         "2.I.3 → 2.I.2": "number 1"},
    ),
    (
        "the words about numbering are an instruction of their own",
        "Delete 2.II.1. Delete 3.I.6. Renumber accordingly.",
        {"2.II.1": "1", "2.II.2 → 2.II.1": "number 1 3", "2.II.3 → 2.II.2": "number 1 3", "2.II.4 → 2.II.3": "number 1 3",
         "3.I.6": "2", "3.I.7 → 3.I.6": "number 2 3"},
    ),
    (
        "only what stands before a provision moves its number",
        "Delete 2.II.1. Delete 2.II.3. Renumber accordingly.",
        {"2.II.1": "1", "2.II.3": "2", "2.II.2 → 2.II.1": "number 1 3", "2.II.4 → 2.II.2": "number 1 2 3"},
    ),
    (
        "what is moved, and what makes room for it",
        "Move paragraph C of 3.III.4 to before paragraph A and reletter accordingly.",
        {"3.III.4.C → 3.III.4.A": "1 number 1", "3.III.4.A → 3.III.4.B": "number 1", "3.III.4.B → 3.III.4.C": "number 1"},
    ),
    (
        "what one instruction takes out and another puts in elsewhere is of both",
        "Delete 2.II.3. At the end of 2.II.1, add “The treasurer may waive a fee. The treasurer shall report every fee that "
        "is waived.”",
        {"2.II.3 → 2.II.1": "1 2", "2.II.1": "2"},
    ),
    (
        "a place on a line of its own is no instruction",
        "Chapter 3, Clause II\n\nIn sub-clause 2, replace “five” with “six”.\n\nIn sub-clause 3, delete “panels and may give its powers to them, except”.",
        {"3.II.2": "1", "3.II.3": "2"},
    ),
]  # fmt: skip


def causes_of(text: str, rulebook: Rulebook) -> tuple[Comparison, Causes]:
    source = Source("draft.md", text)
    outcome = carry_out(rulebook, source, (0, len(text)))
    assert outcome.after is not None, outcome.diagnostics
    comparison = compare(rulebook, outcome.after)
    return comparison, causes(outcome, comparison, source)


def said(comparison: Comparison, found: Causes) -> dict[str, str]:
    """The cause of each change and each new number, by the references."""
    listed: dict[str, str] = {}
    for change in comparison.changes:
        old, new = change.old_reference, change.new_reference
        cause = found.of([change])
        name = f"{old} → {new}" if old and new and old != new else old or (f"{new} →" if new not in listed else new)
        numbers = [*map(str, cause.instructions)]
        numbers += ["number", *map(str, cause.numbering)] if cause.numbering else []
        listed[name] = " ".join(numbers)
    for (old, new), why in zip(comparison.renumbered, found.renumbered, strict=True):
        listed[f"{old} → {new}"] = " ".join(["number", *map(str, why)])
    return listed


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_causes(text: str, expected: dict[str, str]) -> None:
    assert said(*causes_of(text, book("barchester"))) == expected


def test_the_instructions_are_in_the_users_own_words() -> None:
    text = "Chapter 3, Clause II\n\nIn sub-clause 2, replace “five” with “six”.\n\nAfter 2.II.4 insert:\n\n> 5. A fee\n> is paid:\n>\n>     A. at once.\n\n"
    text += "Renumber accordingly.\n"
    _, found = causes_of(text, book("barchester"))
    assert [(one.number, one.line, one.text) for one in found.told] == [
        (0, 1, "Chapter 3, Clause II"),
        (1, 3, "In sub-clause 2, replace “five” with “six”."),
        (2, 5, "After 2.II.4 insert:\n\n5. A fee\nis paid:\n\n    A. at once."),
        (3, 12, "Renumber accordingly."),
    ]


def test_a_change_that_nothing_accounts_for_has_no_cause() -> None:
    """As where the comparison is of another book than the one the amendment gave."""
    rulebook = book("barchester")
    source = Source("draft.md", "In 3.II.2, replace “five” with “six”.")
    outcome = carry_out(rulebook, source, (0, len(source.text)))
    assert outcome.after is not None
    other, _ = causes_of("In 2.II.1, replace “£24” with “£30”.", rulebook)
    assert causes(outcome, other, source).of(other.changes).instructions == ()


# ------------------------------------------------------------------ what a cause is


def outcome_of(rulebook: Rulebook, chosen: list[Operation]) -> Outcome:
    """The outcome of operations each of which is an instruction by itself."""
    try:
        applied = apply(rulebook, chosen)
    except Refused:
        assume(False)
        raise
    instructions = tuple(Instruction((n, n + 1), (one.edit,)) for n, one in enumerate(chosen))
    return Outcome(rulebook, applied.rulebook, instructions, tuple((one,) for one in chosen), (), applied)


def own_words(provision: Provision) -> tuple[str, str, str]:
    return provision.heading, provision.text, provision.tail


@settings(max_examples=200)
@given(amendments())
def test_a_cause_is_enough_and_is_needed(amendment: tuple[Rulebook, list[Operation]]) -> None:
    """With the instructions named and no others a provision gets its new words; without them it keeps its old ones."""
    rulebook, chosen = amendment
    outcome = outcome_of(rulebook, chosen)
    assert outcome.applied is not None and outcome.after is not None
    comparison = compare(rulebook, outcome.after)
    found = causes(outcome, comparison, Source("draft.md", "x" * len(chosen)))
    for change in comparison.changes:
        numbers = found.of([change]).instructions
        with_them = [one for n, one in enumerate(chosen, 1) if n in numbers]
        without = [one for n, one in enumerate(chosen, 1) if n not in numbers]
        kept = change.before is not None and outcome.applied.where(change.before) == change.after
        left_alone = change.before is None or outcome.applied.where(change.before) is not None
        left_alone &= change.after is None or outcome.applied.put_in(change.after) is None
        assert numbers or left_alone  # it is only paired with another that says as much, as one without words is
        try:
            alone, rest = apply(rulebook, with_them), apply(rulebook, without)
        except Refused:
            continue  # such a number is free only together with another instruction
        if kept and change.before is not None and change.new is not None:
            there, not_there = alone.where(change.before), rest.where(change.before)
            assert there is not None and own_words(alone.rulebook.at(there)) == own_words(change.new)
            assert not_there is not None and own_words(rest.rulebook.at(not_there)) == own_words(
                rulebook.at(change.before)
            )
        elif change.kind == "deleted" and change.before is not None:
            assert rest.where(change.before) is not None
        elif change.kind == "inserted" and change.new is not None:
            assert own_words(change.new) in {own_words(one) for _, one in alone.rulebook.walk()}
