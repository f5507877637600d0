"""Operations are carried out all at once: in any order, with nothing lost, written twice or touched unasked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from amendments.applying.applied import Applied, apply
from amendments.applying.carrying_out import carry_out
from amendments.applying.conflicts import overlaps
from amendments.applying.operations import Cut, Graft, Operation, Relabel, Splice, Transfer, parents_touched
from amendments.applying.refused import Refused
from amendments.reading.edits import Edit, Place
from rulebook.numbering import BULLETS, numeral
from rulebook.provision import Path, Provision, Rulebook
from rulebook.source import Source
from tests.instruction_cases import book
from tests.trees import rulebooks

WORD = re.compile(r"\w+")


def edit(place: int = 0) -> Edit:
    """An edit for operations that are made by hand; its span says where in the amendment it stands."""
    return Edit("replace", "words", Place(), (place, place))


def words(rulebook: Rulebook) -> Counter[str]:
    """Every word of the headings, the texts and the tails, and how often it stands there."""
    return Counter(
        word for _, one in rulebook.walk() for part in (one.heading, one.text, one.tail) for word in WORD.findall(part)
    )


def words_of(provision: Provision) -> Counter[str]:
    return words(Rulebook(chapters=(provision,)))


def without_labels(provision: Provision) -> Provision:
    """The provision with every number, its own and those under it, left out."""
    return replace(provision, label="", children=tuple(without_labels(child) for child in provision.children))


# ------------------------------------------------------------------ random operations on random rulebooks

new_words = st.lists(st.sampled_from("zebra quagga okapi".split()), min_size=1, max_size=3).map(" ".join)


@st.composite
def splices(draw: st.DrawFn, rulebook: Rulebook, number: int) -> Splice | None:
    """Words of one part of a provision taken out, replaced, or put in between."""
    path = draw(st.sampled_from([path for path, _ in rulebook.walk()]))
    part = draw(st.sampled_from(("heading", "text", "tail")))
    text = getattr(rulebook.at(path), part)
    spans = [match.span() for match in WORD.finditer(text)]
    if not spans:
        return None
    first = draw(st.integers(0, len(spans) - 1))
    last = draw(st.integers(first, min(first + 3, len(spans) - 1)))
    start, end = spans[first][0], spans[last][1]
    if draw(st.booleans()):
        start = end
    new = draw(st.one_of(new_words, st.just("")) if end > start else new_words)
    return Splice(path, part, start, end, new, edit(number))


@st.composite
def operations(draw: st.DrawFn, rulebook: Rulebook, number: int) -> Operation | None:
    """One operation that could be carried out alone; None where the book has no place for it."""
    kind = draw(st.sampled_from(("splice", "splice", "cut", "graft", "relabel", "transfer")))
    if kind == "splice":
        return draw(splices(rulebook, number))
    path = draw(st.sampled_from([path for path, _ in rulebook.walk()]))
    if kind == "cut":
        return Cut(path, edit(number))
    siblings = rulebook.children(path[:-1])
    index = draw(st.integers(0, len(siblings)))
    label = f"{900 + number}"
    if kind == "relabel":
        return Relabel(path, label, edit(number))
    if kind == "graft":
        new = Provision(siblings[0].kind, label, "", draw(new_words), (Provision("item", "x", "", draw(new_words)),))
        return Graft(path[:-1], index, (new,), edit(number))
    return Transfer(path, path[:-1], index, label, edit(number))


@st.composite
def amendments(draw: st.DrawFn) -> tuple[Rulebook, list[Operation]]:
    """A rulebook and operations on it that do not overlap."""
    rulebook = draw(rulebooks())
    chosen: list[Operation] = []
    for number in range(draw(st.integers(1, 5))):
        one = draw(operations(rulebook, number))
        if one is not None and not overlaps([*chosen, one]):
            chosen.append(one)
    return rulebook, chosen


def applied(rulebook: Rulebook, chosen: list[Operation], renumbered: tuple[Path, ...] = ()) -> Applied:
    try:
        return apply(rulebook, chosen, renumbered)
    except Refused:
        assume(False)
        raise


@given(amendments(), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(amendment: tuple[Rulebook, list[Operation]], random: object) -> None:
    rulebook, chosen = amendment
    shuffled = [*chosen]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert applied(rulebook, chosen).rulebook == apply(rulebook, shuffled).rulebook


@given(amendments())
def test_no_word_is_lost_and_none_is_written_twice(amendment: tuple[Rulebook, list[Operation]]) -> None:
    rulebook, chosen = amendment
    expected = words(rulebook)
    cut = [one.path for one in chosen if isinstance(one, Cut)]
    for one in chosen:
        if isinstance(one, Cut) and not any(one.path != path and one.path[: len(path)] == path for path in cut):
            expected -= words_of(rulebook.at(one.path))
        elif isinstance(one, Splice):
            old = getattr(rulebook.at(one.path), one.part)[one.start : one.end]
            expected = expected - Counter(WORD.findall(old)) + Counter(WORD.findall(one.new))
        elif isinstance(one, Graft):
            for provision in one.provisions:
                expected += words_of(provision)
    assert words(applied(rulebook, chosen).rulebook) == expected


@given(amendments())
def test_what_is_not_touched_is_the_same(amendment: tuple[Rulebook, list[Operation]]) -> None:
    rulebook, chosen = amendment
    result = applied(rulebook, chosen)
    named = {one.path for one in chosen if not isinstance(one, Graft)} | parents_touched(tuple(chosen))
    for path, provision in rulebook.walk():
        new = result.where(path)
        if any(other[: len(path)] == path for other in named):
            continue  # it, or something under it, is changed
        if any(isinstance(one, Cut) and path[: len(one.path)] == one.path for one in chosen):
            assert new is None
        else:
            assert new is not None
            assert result.rulebook.at(new) is provision


@given(amendments())
def test_every_provision_is_where_it_is_said_to_have_gone(amendment: tuple[Rulebook, list[Operation]]) -> None:
    rulebook, chosen = amendment
    result = applied(rulebook, chosen)
    places = [new for path, _ in rulebook.walk() if (new := result.where(path)) is not None]
    assert len(places) == len(set(places))
    put_in = sum(2 for one in chosen if isinstance(one, Graft))
    assert len(places) + put_in == sum(1 for _ in result.rulebook.walk())


@given(amendments())
def test_renumbering_changes_labels_only(amendment: tuple[Rulebook, list[Operation]]) -> None:
    rulebook, chosen = amendment
    chosen = [one for one in chosen if isinstance(one, (Cut, Splice))]
    plain = applied(rulebook, chosen).rulebook
    numbered = applied(rulebook, chosen, tuple(parents_touched(tuple(chosen)))).rulebook
    assert [without_labels(one) for one in numbered.chapters] == [without_labels(one) for one in plain.chapters]


@given(amendments())
def test_nothing_to_do_changes_nothing(amendment: tuple[Rulebook, list[Operation]]) -> None:
    rulebook, _ = amendment
    result = apply(rulebook, [])
    assert result.rulebook == rulebook
    assert all(result.rulebook.at(path) is one for path, one in rulebook.walk())


# ------------------------------------------------------------------ there and back


@st.composite
def lists(draw: st.DrawFn) -> tuple[Rulebook, Path, str]:
    """A rulebook with a list that is numbered without gaps, its parent, and the style of its numbers."""
    rulebook = draw(rulebooks())
    parent = draw(st.sampled_from([path for path, _ in rulebook.walk()]))
    style = draw(st.sampled_from(("1", "A", "a", "I", "i")))
    size = draw(st.integers(2, 6))
    children = tuple(Provision("item", numeral(n, style), "", f"{draw(new_words)} {n}") for n in range(1, size + 1))
    return _with_children(rulebook, parent, children), parent, style


def _with_children(rulebook: Rulebook, path: Path, children: tuple[Provision, ...]) -> Rulebook:
    def changed(siblings: tuple[Provision, ...], rest: Path) -> tuple[Provision, ...]:
        own = siblings[rest[0]]
        own = replace(own, children=changed(own.children, rest[1:]) if rest[1:] else children)
        return (*siblings[: rest[0]], own, *siblings[rest[0] + 1 :])

    return replace(rulebook, chapters=changed(rulebook.chapters, path))


@given(lists(), st.data())
def test_an_insertion_and_its_deletion_with_renumbering(drawn: tuple[Rulebook, Path, str], data: st.DataObject) -> None:
    rulebook, parent, style = drawn
    index = data.draw(st.integers(0, len(rulebook.children(parent))))
    new = Provision("item", numeral(index + 1, style), "", "new")
    after = apply(rulebook, [Graft(parent, index, (new,), edit())], [parent]).rulebook
    labels = [child.label for child in after.children(parent)]
    assert labels == [numeral(n, style) for n in range(1, len(labels) + 1)]
    assert apply(after, [Cut((*parent, index), edit())], [parent]).rulebook == rulebook


@given(lists(), st.data())
def test_a_move_there_and_back_with_renumbering(drawn: tuple[Rulebook, Path, str], data: st.DataObject) -> None:
    rulebook, parent, _ = drawn
    size = len(rulebook.children(parent))
    start, to = data.draw(st.integers(0, size - 1)), data.draw(st.integers(0, size))
    result = apply(rulebook, [Transfer((*parent, start), parent, to, "", edit())], [parent])
    now = result.where((*parent, start))
    assert now is not None
    assert [child.label for child in result.rulebook.children(parent)] == [c.label for c in rulebook.children(parent)]
    back = start if now[-1] >= start else start + 1
    assert apply(result.rulebook, [Transfer(now, parent, back, "", edit())], [parent]).rulebook == rulebook


@given(st.data())
def test_a_replacement_and_its_inverse(data: st.DataObject) -> None:
    rulebook = data.draw(rulebooks())
    places = [(path, match) for path, each in rulebook.walk() for match in WORD.finditer(each.text)]
    if not places:
        return
    path, match = data.draw(st.sampled_from(places))
    one = Splice(path, "text", *match.span(), data.draw(new_words), edit())
    old = rulebook.at(path).text
    after = apply(rulebook, [one]).rulebook
    changed = getattr(after.at(one.path), one.part)
    assert changed[one.start : one.start + len(one.new)] == one.new
    inverse = replace(one, end=one.start + len(one.new), new=old[one.start : one.end])
    assert apply(after, [inverse]).rulebook == rulebook


@given(lists(), st.data())
def test_relabelling_there_and_back(drawn: tuple[Rulebook, Path, str], data: st.DataObject) -> None:
    rulebook, parent, _ = drawn
    place = data.draw(st.integers(0, len(rulebook.children(parent)) - 1))
    path = (*parent, place)
    after = apply(rulebook, [Relabel(path, "99", edit())]).rulebook
    assert after.at(path).label == "99"
    assert apply(after, [Relabel(path, rulebook.at(path).label, edit())]).rulebook == rulebook


# ------------------------------------------------------------------ what cannot stand together


def conflicts(rulebook: Rulebook) -> list[tuple[str, list[Operation]]]:
    text = rulebook.at((2, 0, 1)).text
    chair, comma = text.index("a chair"), text.index(",")
    return [
        (
            "the same words",
            [Splice((2, 0, 1), "text", 0, 3, "x", edit()), Splice((2, 0, 1), "text", 0, 3, "y", edit(1))],
        ),
        (
            "words in common",
            [Splice((2, 0, 1), "text", 0, comma, "x", edit()), Splice((2, 0, 1), "text", chair, comma, "", edit(1))],
        ),
        (
            "two insertions in one place",
            [Splice((2, 0, 1), "text", 3, 3, "x", edit()), Splice((2, 0, 1), "text", 3, 3, "y", edit(1))],
        ),
        (
            "an insertion inside what goes",
            [Splice((2, 0, 1), "text", 0, 9, "", edit()), Splice((2, 0, 1), "text", 3, 3, "y", edit(1))],
        ),
        ("words in what goes", [Cut((2, 0), edit()), Splice((2, 0, 1), "text", 0, 3, "x", edit(1))]),
        ("a parent and its child", [Cut((2, 0), edit()), Cut((2, 0, 1), edit(1))]),
        ("twice the same", [Cut((2, 0), edit()), Cut((2, 0), edit(1))]),
        ("a new number for what goes", [Cut((2, 0, 1), edit()), Relabel((2, 0, 1), "9", edit(1))]),
        ("new provisions in what goes", [Cut((2, 0), edit()), Graft((2, 0), 0, (), edit(1))]),
        ("moved out of what goes", [Cut((2, 0), edit()), Transfer((2, 0, 1), (2, 1), 0, "9", edit(1))]),
        ("moved into what goes", [Cut((2, 0), edit()), Transfer((2, 1, 1), (2, 0), 0, "9", edit(1))]),
        ("moved twice", [Transfer((2, 1, 1), (2, 0), 0, "8", edit()), Transfer((2, 1, 1), (2, 2), 0, "9", edit(1))]),
        (
            "words in what goes out of what is moved",
            [
                Cut((2, 0, 1), edit()),
                Transfer((2, 0), (2,), 2, "9", edit(1)),
                Splice((2, 0, 1), "text", 0, 3, "x", edit(2)),
            ],
        ),
        ("each into the other", [Transfer((2, 0), (2, 1), 0, "8", edit()), Transfer((2, 1), (2, 0), 0, "9", edit(1))]),
        ("moved and renumbered", [Transfer((2, 0, 1), (2, 0), 0, "8", edit()), Relabel((2, 0, 1), "9", edit(1))]),
        ("two numbers", [Relabel((2, 0, 1), "8", edit()), Relabel((2, 0, 1), "9", edit(1))]),
    ]


@pytest.mark.parametrize(("name", "chosen"), conflicts(book("barchester")))
def test_what_overlaps(name: str, chosen: list[Operation]) -> None:
    assert overlaps(chosen)
    assert overlaps(chosen[::-1])


def test_a_number_may_not_be_used_twice() -> None:
    rulebook = book("barchester")
    new = Provision("subclause", "2", "", "New.")
    with pytest.raises(Refused, match="numbered 2"):
        apply(rulebook, [Graft((2, 0), 2, (new,), edit())])


# ------------------------------------------------------------------ the same, in words


def after(rulebook: Rulebook, text: str) -> Rulebook:
    """The book after an amendment that must be carried out."""
    outcome = carry_out(rulebook, Source("draft.md", text), (0, len(text)))
    assert outcome.after is not None, [finding.message for finding in outcome.diagnostics]
    return outcome.after


def plain_words() -> list[tuple[str, str]]:
    """The words of the rules that stand once in their provision and are no part of a quotation."""
    rulebook = book("barchester")
    found = []
    for path, one in rulebook.walk():
        if one.label in BULLETS or one.children or "“" in one.text:
            continue
        counts = Counter(WORD.findall(one.text))
        listed = [
            word
            for word in re.findall(r"(?<![\w’£-])[A-Za-z]+(?![\w’-])", one.text)
            if counts[word] == 1 and len(one.text.split()) > 1
        ]
        found += [(rulebook.reference(path), word) for word in listed]
    return found


@pytest.mark.parametrize("quotes", ["“{}”", '"{}"', "‘{}’", "'{}'"])
@settings(max_examples=25)
@given(st.data())
def test_replaced_and_replaced_back_in_words(quotes: str, data: st.DataObject) -> None:
    rulebook = book("barchester")
    where, old = data.draw(st.sampled_from(plain_words()))
    new = data.draw(st.sampled_from(("zebra", "a quagga and an okapi", "half-okapi", "£40", "(zebra)", "zebra’s")))
    changed = after(rulebook, f"In {where}, replace {quotes.format(old)} with {quotes.format(new)}.")
    assert changed != rulebook
    assert (
        after(changed, f"In {where}, replace {quotes.format(new)} with {quotes.format(old)}.").chapters
        == rulebook.chapters
    )


@settings(max_examples=50)
@given(st.data())
def test_inserted_and_deleted_again_in_words(data: st.DataObject) -> None:
    rulebook = book("barchester")
    where, anchor = data.draw(st.sampled_from(plain_words()))
    side = data.draw(st.sampled_from(("after", "before")))
    changed = after(rulebook, f"In {where}, insert “zebra quagga” {side} “{anchor}”.")
    assert after(changed, f"In {where}, delete “zebra quagga”.").chapters == rulebook.chapters


INSTRUCTIONS = [
    "In 2.II.1, replace “£24” with “£30”.",
    "In 2.II.2, delete “with a low income”.",
    "After 2.II.3 insert “3A. A fee is never raised by more than £2.”",
    "In 2.II.4, after “1 January” insert “of each year”.",
    "In 2.II.4, delete the last sentence.",
    "Delete 3.I.6.",
    "Delete 3.II.1.B.",
    "In the heading of Chapter 3, replace “the board” with “the Board”.",
    "At the end of 3.III.4 add “E. that the sitting be closed.”",
    "Amend 4.II.1 to read “A sitting councillor stands again unless the ward objects.”",
    "Throughout Chapter 4, Clause I, replace “ward” with “branch”.",
    "Rename Chapter 1, Clause II “Aims and values”.",
]


@settings(max_examples=40)
@given(st.permutations(INSTRUCTIONS), st.integers(1, len(INSTRUCTIONS)))
def test_instructions_in_any_order_give_one_result(listed: list[str], size: int) -> None:
    rulebook = book("barchester")
    chosen = listed[:size]
    expected = after(rulebook, "\n\n".join(sorted(chosen)))
    assert after(rulebook, "\n\n".join(chosen)).chapters == expected.chapters


@pytest.mark.parametrize("text", INSTRUCTIONS)
def test_each_instruction_leaves_the_other_provisions_as_they_are(text: str) -> None:
    rulebook = book("barchester")
    changed = after(rulebook, text)
    old = {rulebook.reference(path): one for path, one in rulebook.walk() if not one.children}
    new = {changed.reference(path): one for path, one in changed.walk() if not one.children}
    differing = [reference for reference in old.keys() & new.keys() if old[reference] != new[reference]]
    assert len(differing) <= (2 if text.startswith("Throughout") else 1)
    assert len(old.keys() ^ new.keys()) <= 1


@pytest.mark.parametrize(
    ("text", "back"),
    [
        (
            "After 2.II.2 insert a new sub-clause and renumber accordingly: “New.”",
            "Delete 2.II.3 and renumber accordingly.",
        ),
        ("After 2.II.2 insert “2A. New.”", "Delete 2.II.2A."),
        ("At the end of 3.III.4 add “E. New.”", "Delete 3.III.4.E."),
        (
            "Move 2.II.1 to after 2.II.3 and renumber accordingly.",
            "Move 2.II.3 to before 2.II.1 and renumber accordingly.",
        ),
        (
            "Move 2.II.4 to the end of 3.II and renumber accordingly.",
            "Move 3.II.4 to the end of 2.II and renumber accordingly.",
        ),
        ("Renumber 3.II.3 as 3.II.9.", "Renumber 3.II.9 as 3.II.3."),
        ("Rename Chapter 2 “Friends”.", "Rename Chapter 2 “Members”."),
        ("At the end of 3.I.2 add “It meets.”", "In 3.I.2, delete the last sentence."),
    ],
)
def test_there_and_back_in_words(text: str, back: str) -> None:
    rulebook = book("barchester")
    changed = after(rulebook, text)
    assert changed.chapters != rulebook.chapters
    assert after(changed, back).chapters == rulebook.chapters
