"""Operations are carried out all at once: in any order, with nothing lost, written twice or touched unasked."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from amendments.applying.applied import apply
from amendments.applying.operations import Cut, Graft, Operation, Relabel, Splice, Transfer, parents_touched
from rulebook.numbering import numeral
from rulebook.provision import Path, Provision, Rulebook
from tests.shared.random_amendments import WORD, amendments, applied, edit, new_words
from tests.shared.trees import rulebooks


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
