"""Lists that a program has printed in its own way: numbers twice, labels in heaps, bullets lost, hyphens taken out."""

from __future__ import annotations

import pytest

from rulebook.importing.importer import Imported, import_rulebook


def imported(text: str) -> Imported:
    return import_rulebook(text.encode(), "rules.txt")


def texts(found: Imported) -> dict[str, str]:
    book = found.rulebook
    return {book.reference(path): one.text for path, one in book.walk() if one.text}


RULES = {
    "1.1": "A fee is paid:",
    "1.1.a": "in money; or",
    "1.1.b": "in kind.",
    "1.2": "A list is kept.",
    "1.3": "It is shown.",
}
PRINTED = {
    "each under its label": "1.\n\nA fee is paid:\n(a)\n\nin money; or\n\n(b)\n\nin kind.\n\n2.\n\nA list is kept.\n\n3.\n\nIt is shown.\n",
    "two in a heap": "1.\n\n2.\n\nA fee is paid:\n(a)\n\nin money; or\n\n(b)\n\nin kind.\n\nA list is kept.\n\n3.\n\nIt is shown.\n",
    "the next one before the list": "1.\n\nA fee is paid:\n\n2.\n\n(a)\n\nin money; or\n\n(b)\n\nin kind.\n\nA list is kept.\n\n3.\n\nIt is shown.\n",
    "an inner one in the heap": "1.\n\nA fee is paid:\n\n(a)\n\nin money; or\n\n2.\n\n(b)\n\nin kind.\n\nA list is kept.\n\n3.\n\nIt is shown.\n",
    "numbers of the program": "    1. 1. A fee is paid:\n        1. (a) in money; or\n        2. (b) in kind.\n    2. 2. A list is kept.\n    3. 3. It is shown.\n",
}  # fmt: skip


@pytest.mark.parametrize("printed", PRINTED.values(), ids=PRINTED.keys())
def test_labels_come_to_their_words(printed: str) -> None:
    assert texts(imported(f"Chapter 1 Members\n\n{printed}")) == RULES


def test_a_label_that_waited_for_its_words_is_reported_as_a_guess() -> None:
    found = imported(f"Chapter 1 Members\n\n{PRINTED['two in a heap']}")
    assert "“2.” was read as the number of “A list is kept.”" in [one.message for one in found.report.guesses]


def test_numbers_of_the_program_are_left_out_by_name() -> None:
    found = imported(f"Chapter 1 Members\n\n{PRINTED['numbers of the program']}")
    assert [one.text for one in found.report.left_out if one.what == "number before a number"] == [
        "1.",
        "1.",
        "2.",
        "2.",
        "3.",
    ]


def test_a_number_put_in_keeps_its_own_where_the_program_began_to_count_again() -> None:
    found = imported("Chapter 1 Members\n\n    1. One.\n    2. Two.\n    1. 2A. Two and a half.\n    3. Three.\n")
    assert texts(found) == {"1.1": "One.", "1.2": "Two.", "1.2A": "Two and a half.", "1.3": "Three."}


def test_a_provision_that_opens_with_its_first_paragraph_keeps_both_numbers() -> None:
    found = imported(
        "Chapter 1 Members\n\n1. A fee is paid.\n2. (a) A list is kept.\n(b) It is shown.\n3. Nobody joins twice.\n"
    )
    assert not [one for one in found.report.left_out if one.what == "number before a number"]


def test_the_last_word_of_a_sentence_is_no_label() -> None:
    lines = [
        "1. A member who is not content with what the committee has decided may",
        "ask to be heard by the general meeting, and under the terms of Chapter",
        "2.",
        "2. A list of all the members is kept by the secretary, who shows it to",
        "anybody who asks for it in writing.",
    ]
    assert texts(imported("Chapter 1 Members\n\n" + "\n".join(lines)))["1.1"].endswith("under the terms of Chapter 2.")


LONG = "1. The officers of the society, who are elected by the general meeting, are chosen in May.\n"


def test_a_list_without_its_bullets_is_a_list() -> None:
    found = imported(
        f"Chapter 1 Members\n\n{LONG}2. A fee is paid:\nin money;\nin kind; or\nin both.\n3. A list is kept.\n"
    )
    said = texts(found)
    assert [said[f"1.2.-{number}"] for number in (1, 2, 3)] == ["in money;", "in kind; or", "in both."]
    assert any("whose bullets the file does not have" in one.message for one in found.report.guesses)


@pytest.mark.parametrize(
    "words",
    [
        "A fee is paid:\nin money only.",  # one item is no list
        "A fee is paid:\nIn money; or\nin kind.",  # that begins like a sentence
        "A fee is paid in money, which the treasurer counts and the secretary notes down; either:\nin May; or\nin June.",
    ],
)
def test_words_after_a_colon_that_are_no_list(words: str) -> None:
    said = texts(imported(f"Chapter 1 Members\n\n{LONG}2. {words}\n3. A list is kept.\n"))
    assert "1.2.-1" not in said


def test_hyphens_that_the_program_took_out_are_put_back_by_what_the_rest_says() -> None:
    pages = [
        "Chapter 1 Members\n\n1. A sub-clause may be changed.\n2. Each sub-clause counts.\n\n1",
        "3. A subclause may go.\n4. A sub-clause stays.\n\n2",
    ]
    found = imported("\f".join(pages))
    assert texts(found)["1.3"] == "A sub-clause may go."
    assert "“subclause” was read as “sub-clause”, which the rest of the text has" in [
        one.message for one in found.report.guesses
    ]
