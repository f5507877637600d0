"""Words put in and taken out leave one space and one stop where they belong."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from amendments.applying.words.splicing import place_at_end, spliced


def put(marked: str, new: str) -> str:
    """The text with new words in place of what stands between | and |, or at a single |."""
    first, _, rest = marked.partition("|")
    old, bar, last = rest.partition("|")
    if not bar:
        old, last = "", rest
    return spliced(first + old + last, len(first), len(first) + len(old), new)


SPLICES = [
    # put in
    ("one| three", "two", "one two three"),
    ("one |three", "two", "one two three"),
    ("one| three", " two ", "one two three"),
    ("one|, three", "two", "one two, three"),
    ("one|.", "two", "one two."),
    ("one| three", ", two,", "one, two, three"),
    ("one,| three", "two,", "one, two, three"),
    ("one,| three", ", two,", "one, two, three"),
    ("one|, three", ", two", "one, two, three"),
    ("one|, three", ", two,", "one, two, three"),
    ("one|.", "two.", "one two."),
    ("one.|", "Two.", "one. Two."),
    ("|Two.", "One.", "One. Two."),
    ("(|one)", "two", "(two one)"),
    ("(one|)", "two", "(one two)"),
    ("one| three", "(two)", "one (two) three"),
    ("co-|one", "two", "co-two one"),
    ("|one", "co-", "co-one"),
    ("“|one”", "two", "“two one”"),
    ("“one|”", "two", "“one two”"),
    ("one\n\n|three", "two", "one\n\ntwo three"),
    ("one|\n\nthree", "two", "one two\n\nthree"),
    ("one|\n\nthree", "\n\ntwo", "one\n\ntwo\n\nthree"),
    ("|one", "two\n\n", "two\n\none"),
    ("|", "one", "one"),
    # taken out
    ("one |two| three", "", "one three"),
    ("one| two| three", "", "one three"),
    ("one |two |three", "", "one three"),
    ("one |two|, three", "", "one, three"),
    ("one |two|.", "", "one."),
    ("|one| two", "", "two"),
    ("one |two|", "", "one"),
    ("(|one| two)", "", "(two)"),
    ("(one |two|)", "", "(one)"),
    ("one – |two| – three", "", "one – – three"),
    ("one |– two –| three", "", "one three"),
    ("One. |Two.| Three.", "", "One. Three."),
    ("One.\n\n|Two.|\n\nThree.", "", "One.\n\nThree."),
    ("|one|", "", ""),
    # replaced
    ("one |two| three", "four", "one four three"),
    ("one |two|, three", "four", "one four, three"),
    ("one |two|.", "four.", "one four."),
    ("one|, two|, three", ", four", "one, four, three"),
    ("one |two|, three", ", four", "one, four, three"),
    ("“|two|” means", "four", "“four” means"),
    ("(|two|)", "four", "(four)"),
    ("one - |two| three", "four", "one - four three"),
    ("one/|two| three", "four", "one/four three"),
    ("|one| two", "Three", "Three two"),
    ("a |ward|’s funds", "branch", "a branch’s funds"),
]


@pytest.mark.parametrize(("marked", "new", "expected"), SPLICES)
def test_splices(marked: str, new: str, expected: str) -> None:
    assert put(marked, new) == expected


ENDS = [
    ("The fee is due.", "and payable", "The fee is due and payable."),
    ("The fee is due.", ", and payable", "The fee is due, and payable."),
    ("The fee is due.", "and payable.", "The fee is due and payable."),
    ("The fee is due.", "It is payable.", "The fee is due. It is payable."),
    ("the fee;", "when due", "the fee when due;"),
    ("the fee;", "when due;", "the fee when due;"),
    ("the fee; and", "when due", "the fee when due; and"),
    ("the fee, or", "when due", "the fee when due, or"),
    ("the fee", "when due", "the fee when due"),
    ("“the fee.”", "It is payable.", "“the fee.” It is payable."),
    ("The fee is due.", "5% is payable.", "The fee is due. 5% is payable."),
    ("the fee;", "It is payable.", None),
    ("the fee", "It is payable.", None),
    ("The fee is due.", "It is payable", None),
]


@pytest.mark.parametrize(("text", "words", "expected"), ENDS)
def test_at_the_end(text: str, words: str, expected: str | None) -> None:
    place = place_at_end(text, words)
    assert (spliced(text, *place) if place else None) == expected


word = st.sampled_from("the member Branch 5% £24 vote half members’ five-year and/or".split())
marks = st.sampled_from(("", "", "", ",", ".", ";", ":"))
prose = st.lists(st.tuples(word, marks), min_size=1, max_size=10).map(lambda pairs: " ".join(a + b for a, b in pairs))
phrase = st.lists(word, min_size=1, max_size=3).map(" ".join)


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and the offsets of a run of its words, without the mark after them."""
    text = draw(prose)
    spans = [match.span() for match in re.finditer(r"[^\s,.;:]+", text)]
    first = draw(st.integers(0, len(spans) - 1))
    last = draw(st.integers(first, len(spans) - 1))
    return text, spans[first][0], spans[last][1]


@given(stretches(), phrase)
def test_a_replacement_and_its_inverse_give_the_text_back(stretch: tuple[str, int, int], new: str) -> None:
    text, start, end = stretch
    after = spliced(text, start, end, new)
    assert after[start : start + len(new)] == new
    assert spliced(after, start, start + len(new), text[start:end]) == text


@given(stretches(), phrase, st.booleans())
def test_an_insertion_and_the_deletion_of_it_give_the_text_back(
    stretch: tuple[str, int, int], new: str, before: bool
) -> None:
    text, start, end = stretch
    at = start if before else end
    after = spliced(text, at, at, new)
    place = at if before or after[at : at + 1] != " " else at + 1
    assert after[place : place + len(new)] == new
    assert spliced(after, place, place + len(new), "") == text


@given(stretches(), phrase)
def test_every_other_word_stays_and_spaces_are_single(stretch: tuple[str, int, int], new: str) -> None:
    text, start, end = stretch
    for words in (new, ""):
        after = spliced(text, start, end, words)
        assert "  " not in after
        assert re.findall(r"[^\s,.;:]+", after) == (
            text[:start].split() and re.findall(r"[^\s,.;:]+", text[:start])
        ) + words.split() + re.findall(r"[^\s,.;:]+", text[end:])


@given(st.text(max_size=20), st.data(), st.text(max_size=8))
def test_whatever_is_put_in_nothing_else_is_lost(text: str, data: st.DataObject, new: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(not {",", ".", ";", ":"} & {*new})  # one of two equal stops may go
    after = spliced(text, start, end, new)
    assert "".join(after.split()) == "".join((text[:start] + new + text[end:]).split())
