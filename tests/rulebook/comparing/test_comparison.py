"""A comparison accounts for every provision of both books and for every character of every wording."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rulebook.comparing.comparison import Change, Comparison, compare
from rulebook.numbering import numeral
from rulebook.provision import Path, Provision, Rulebook
from tests.shared.pieces import marked, new_of, old_of


def leaf(label: str, text: str, *children: Provision, heading: str = "", tail: str = "") -> Provision:
    return Provision("subclause", label, heading, text, children, tail)


def clause(label: str, heading: str, *children: Provision) -> Provision:
    return Provision("clause", label, heading, "", children)


def book(*clauses: Provision) -> Rulebook:
    return Rulebook(chapters=(Provision("chapter", "5", "Selections", "", clauses),))


TIMETABLE = "The Executive shall issue procedural rules and a timetable for every selection."
ORDER = "Candidates shall be selected in this order, unless the Executive decides otherwise:"
TRIGGER = "A sitting member who wishes to stand again shall be subject to a ballot of branches."
APPEAL = "An appeal against a decision lies to the national panel within fourteen days of it."
QUORUM = "The quorum of a meeting is one tenth of the members entitled to attend it."
WAYS = (leaf("A", "by nominations;"), leaf("B", "by ballot."))
BEFORE = book(
    clause("IV", "Candidates", leaf("1", TIMETABLE), leaf("2", ORDER, *WAYS), leaf("3", TRIGGER), leaf("4", APPEAL)),
    clause("V", "Meetings", leaf("1", QUORUM)),
)


def edited(path: Path, *instead: Provision, source: Rulebook = BEFORE, renumber: bool = False) -> Rulebook:
    """The book with the provision at `path` replaced by others."""

    def rebuilt(siblings: tuple[Provision, ...], rest: Path) -> tuple[Provision, ...]:
        place = rest[0]
        if len(rest) > 1:
            inner = replace(siblings[place], children=rebuilt(siblings[place].children, rest[1:]))
            return (*siblings[:place], inner, *siblings[place + 1 :])
        row = (*siblings[:place], *instead, *siblings[place + 1 :])
        return tuple(replace(p, label=str(n)) for n, p in enumerate(row, 1)) if renumber else row

    return replace(source, chapters=rebuilt(source.chapters, path))


def kinds(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(change.kind, change.old_reference, change.new_reference) for change in comparison.changes]


def test_a_book_is_equal_to_itself() -> None:
    assert compare(BEFORE, BEFORE) == Comparison(BEFORE, BEFORE, (), ())


def test_a_word_is_changed() -> None:
    new = edited((0, 0, 2), leaf("3", TRIGGER.replace("branches", "members")))
    comparison = compare(BEFORE, new)
    assert kinds(comparison) == [("changed", "5.IV.3", "5.IV.3")]
    assert marked(comparison.changes[0].text).endswith("ballot of[- branches-]{+ members+}.")


def test_a_deletion_renumbers_and_changes_nothing_else() -> None:
    comparison = compare(BEFORE, edited((0, 0, 1), renumber=True))
    assert kinds(comparison) == [("deleted", "5.IV.2", ""), ("deleted", "5.IV.2.A", ""), ("deleted", "5.IV.2.B", "")]
    assert comparison.renumbered == (("5.IV.3", "5.IV.2"), ("5.IV.4", "5.IV.3"))
    assert [change.within for change in comparison.changes] == [(0, 0)] * 3


def test_only_the_topmost_is_renumbered() -> None:
    new = edited((0, 0, 0), leaf("1", TIMETABLE), leaf("2", "A new duty."), renumber=True)
    comparison = compare(BEFORE, new)
    assert kinds(comparison) == [("inserted", "", "5.IV.2")]
    assert comparison.renumbered == (("5.IV.2", "5.IV.3"), ("5.IV.3", "5.IV.4"), ("5.IV.4", "5.IV.5"))


def test_decimal_labels_follow_their_parent() -> None:
    def rules(number: int) -> Rulebook:
        lowest = leaf(f"{number}.1.1", APPEAL)
        return Rulebook(chapters=(leaf(f"{number}", TIMETABLE, leaf(f"{number}.1", ORDER, lowest)),))

    comparison = compare(rules(4), rules(5))
    assert comparison.renumbered == (("4", "5"),)
    assert comparison.changes == ()


def test_what_is_replaced_by_something_else_is_deleted_and_inserted_there() -> None:
    new = edited((0, 0, 2), leaf("3", "Whoever wants to be chosen must put their name forward before May each year."))
    assert kinds(compare(BEFORE, new)) == [("deleted", "5.IV.3", ""), ("inserted", "", "5.IV.3")]


def test_a_short_text_that_keeps_its_number_is_changed() -> None:
    new = edited((0, 0, 1, 1), leaf("B", "as the panel says."))
    assert kinds(compare(BEFORE, new)) == [("changed", "5.IV.2.B", "5.IV.2.B")]


def test_a_clause_that_moves_is_one_change() -> None:
    four, five = BEFORE.chapters[0].children
    new = book(replace(five, label="IV"), replace(four, label="V"))
    comparison = compare(BEFORE, new)
    assert kinds(comparison) == [("moved", "5.V", "5.IV")]
    assert comparison.renumbered == (("5.IV", "5.V"),)
    assert marked(comparison.changes[0].heading) == "Meetings"


def test_a_text_is_followed_to_another_clause_even_reworded() -> None:
    longer = APPEAL.replace("fourteen", "twenty-one")
    new = edited((0, 1, 0), leaf("1", QUORUM), leaf("2", longer), source=edited((0, 0, 3)))
    comparison = compare(BEFORE, new)
    assert kinds(comparison) == [("moved", "5.IV.4", "5.V.2")]
    assert marked(comparison.changes[0].text).count("[- fourteen-]{+ twenty-one+}") == 1


def test_a_clause_that_moves_with_a_changed_sub_clause() -> None:
    four, five = BEFORE.chapters[0].children
    reworded = replace(five, label="I", children=(leaf("1", QUORUM.replace("tenth", "fifth")),))
    second = Provision("chapter", "6", "Other business", "", ())
    old = replace(BEFORE, chapters=(*BEFORE.chapters, second))
    new = Rulebook(chapters=(replace(BEFORE.chapters[0], children=(four,)), replace(second, children=(reworded,))))
    assert kinds(compare(old, new)) == [("moved", "5.V", "6.I"), ("changed", "5.V.1", "6.I.1")]


def test_equal_texts_are_told_apart_by_their_neighbours() -> None:
    repealed = [leaf(str(n), "[Repealed]") for n in (1, 3, 5)]
    old = book(clause("I", "Old rules", repealed[0], leaf("2", TIMETABLE), repealed[1], leaf("4", ORDER), repealed[2]))
    new = edited((0, 0, 2), source=old)
    assert kinds(compare(old, new)) == [("deleted", "5.I.3", "")]


def test_an_inserted_parent_around_old_provisions() -> None:
    inner = (leaf("A", TRIGGER), leaf("B", APPEAL))
    new = edited((0, 0, 3), source=edited((0, 0, 2), leaf("3", "In a year of an election:", *inner)))
    assert kinds(compare(BEFORE, new)) == [
        ("inserted", "", "5.IV.3"),
        ("moved", "5.IV.3", "5.IV.3.A"),
        ("moved", "5.IV.4", "5.IV.3.B"),
    ]


def test_headings_tails_and_footnotes_count() -> None:
    yearly = (leaf("1", "Yearly."),)
    old = book(Provision("clause", "I", "Fees", "A fee is due.", yearly, "It is not repaid.", ("See the table.",)))
    new = book(Provision("clause", "I", "Dues", "A fee is due.", yearly, "It is repaid.", ("See table 2.",)))
    (change,) = compare(old, new).changes
    assert marked(change.heading) == "[-Fees-]{+Dues+}"
    assert marked(change.text) == "A fee is due."
    assert marked(change.tail) == "It is[- not-] repaid."
    assert old_of(change.notes) == "See the table."


def test_the_dress_of_a_label_is_no_difference() -> None:
    assert compare(book(leaf("(b)", QUORUM)), book(leaf("b", QUORUM))).renumbered == ()


def test_hundreds_of_siblings_that_all_change() -> None:
    def duties(verb: str) -> Rulebook:
        words = "The officer for ward {0} {1} report to branch {2} by day {3}."
        return book(*(leaf(str(n), words.format(n, verb, n * 7, n * 13)) for n in range(400)))

    old, new = duties("shall"), duties("must")
    assert [change.kind for change in compare(old, new).changes] == ["changed"] * 400


FEW_WORDS = "the member branch shall vote elect panel half of by ; .".split()
texts = st.lists(st.sampled_from(FEW_WORDS), max_size=9).map(" ".join)


def provisions(children: st.SearchStrategy[list[Provision]]) -> st.SearchStrategy[Provision]:
    labels = st.integers(1, 6).flatmap(lambda n: st.sampled_from([str(n), numeral(n, "A"), "-"]))
    headings = st.sampled_from(["", "Fees", "Duties"])
    return st.builds(Provision, st.just("subclause"), labels, headings, texts, children.map(tuple), texts)


trees = st.recursive(provisions(st.just([])), lambda inner: provisions(st.lists(inner, max_size=4)), max_leaves=14)
books = st.lists(trees, max_size=4).map(lambda chapters: Rulebook(chapters=tuple(chapters)))


@st.composite
def two_books(draw: st.DrawFn) -> tuple[Rulebook, Rulebook]:
    """A book, and either another or the same with provisions taken out, doubled, swapped and put elsewhere."""
    old = draw(books)
    if draw(st.booleans()):
        return old, draw(books)
    shelf = [provision for _, provision in old.walk()]

    def altered(siblings: tuple[Provision, ...]) -> tuple[Provision, ...]:
        row: list[Provision] = []
        for provision in siblings:
            kept = replace(provision, children=altered(provision.children))
            what = draw(st.integers(0, 9))
            if what == 0:
                continue
            if what == 1:
                row.append(draw(st.sampled_from(shelf)))
            row.append(replace(kept, text=draw(texts)) if what == 2 else kept)
            if what == 3:
                row.reverse()
        return tuple(row)

    return old, Rulebook(chapters=altered(old.chapters))


@settings(max_examples=300, deadline=None)
@given(two_books())
def test_every_provision_is_accounted_for(pair: tuple[Rulebook, Rulebook]) -> None:
    before, after = pair
    comparison = compare(before, after)
    old_places = Counter(change.before for change in comparison.changes if change.before)
    new_places = Counter(change.after for change in comparison.changes if change.after)
    assert max([*old_places.values(), *new_places.values(), 1]) == 1
    for change in comparison.changes:
        _assert_true(change, before, after)

    def said(provision: Provision) -> tuple[str, str, str]:
        return provision.heading, provision.text, provision.tail

    untouched_old = Counter(said(provision) for path, provision in before.walk() if path not in old_places)
    untouched_new = Counter(said(provision) for path, provision in after.walk() if path not in new_places)
    assert untouched_old == untouched_new
    renumbered = Counter(old for old, _ in comparison.renumbered)
    assert not renumbered - Counter(before.reference(path) for path, _ in before.walk() if path not in old_places)
    in_order = [change.after for change in comparison.changes if change.after]
    assert in_order == sorted(in_order)


def _assert_true(change: Change, before: Rulebook, after: Rulebook) -> None:
    old = before.at(change.before) if change.before else Provision("", "")
    new = after.at(change.after) if change.after else Provision("", "")
    assert (change.old, change.new) == (old if change.before else None, new if change.after else None)
    assert (old_of(change.heading), old_of(change.text), old_of(change.tail)) == (old.heading, old.text, old.tail)
    assert (new_of(change.heading), new_of(change.text), new_of(change.tail)) == (new.heading, new.text, new.tail)
    assert change.old_reference == (before.reference(change.before) if change.before else "")
    assert change.new_reference == (after.reference(change.after) if change.after else "")
    assert (change.before is None) == (change.kind == "inserted")
    assert (change.after is None) == (change.kind == "deleted")
    if change.kind == "changed":
        assert (old.heading, old.text, old.tail) != (new.heading, new.text, new.tail)
    assert change.within == () or after.at(change.within)


@settings(deadline=None)
@given(books)
def test_a_copy_does_not_differ(book: Rulebook) -> None:
    def copy(siblings: tuple[Provision, ...]) -> tuple[Provision, ...]:
        return tuple(replace(each, children=copy(each.children), comments=("copied",)) for each in siblings)

    comparison = compare(book, Rulebook(chapters=copy(book.chapters)))
    assert (comparison.changes, comparison.renumbered) == ((), ())
