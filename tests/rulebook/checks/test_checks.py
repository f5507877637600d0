"""The checks of a rulebook by itself: what each finds, and the twin beside it that is in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from amendments.checks.draft_check import Asked
from amendments.checks.many_files import check_rulebook
from bench.books import book
from rulebook.checks import check_book, every_check
from rulebook.diagnostics import Diagnostic, Severity
from rulebook.editions import names, source_of
from rulebook.looking.book import Book
from rulebook.provision import Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source
from rulebook.writing.markdown import to_markdown
from tests.shared.folders import ROOT
from tests.shared.trees import rulebooks

NOTHING, SKIPPED, UNDEFINED, UNUSED, FIRST, DUPLICATE, LOOKALIKE, COMMENT = (
    "reference-to-nothing", "level-skipped", "term-undefined", "term-unused", "term-used-first", "near-duplicate",
    "label-lookalike", "comment-in-words",
)  # fmt: skip
READING = {"numbering-gap", "level-uncertain", "paragraph-uncertain"}  # what the reader itself says of odd labels
HEAD = "# Chapter 1 Meetings\n\n## Clause I Summoning\n\n"
NEXT = "\n\n## Clause II Voting\n\n1. Voting is open:\n\n    A. at meetings; and\n\n    B. by post.\n\n2. Nobody votes twice."
MEANINGS = "1. “member” means a person.\n\n2. “branch” means ten members.\n\n3. “officer” means a member of a branch who was elected as an officer.\n\n"  # fmt: skip
SENTENCE = "The secretary shall send a summons to every member at least seven days before the meeting, with its date, place and business."  # fmt: skip
OTHER = (
    "The secretary shall keep a list of all who came to the meeting, with their names, the places where they live and "
    "their trades."
)


def found_in(text: str, ignore: frozenset[str] = frozenset()) -> list[Diagnostic]:
    return check_rulebook(Source("rules.md", text + "\n"), Asked(ignore=ignore))


CASES: dict[str, tuple[str, list[str]]] = {
    # references
    "a sub-clause that is there": (HEAD + "1. See sub-clause 2.\n\n2. Y.", []),
    "a sub-clause that is not": (HEAD + "1. See sub-clause 3.\n\n2. Y.", [NOTHING]),
    "a sub-clause of another clause only": (HEAD + "1. See sub-clause 2." + NEXT, [NOTHING]),
    "a clause that is there": (HEAD + "1. See Clause II." + NEXT, []),
    "a clause that is not": (HEAD + "1. See Clause IX." + NEXT, [NOTHING]),
    "a chapter that is not": (HEAD + "1. See Chapter 4, Clause II." + NEXT, [NOTHING]),
    "the end of a range that is not": (HEAD + "1. See sub-clauses 2 to 4.\n\n2. Y.\n\n3. Z.", [NOTHING]),
    "a range that is there": (HEAD + "1. See sub-clauses 2 to 3.\n\n2. Y.\n\n3. Z.", []),
    "two of a list that are not": (HEAD + "1. See 1.I.7 and 1.II.9." + NEXT, [NOTHING, NOTHING]),
    "a paragraph": (HEAD + "1. See Clause II.1.B." + NEXT, []),
    "a paragraph that is not": (HEAD + "1. See Clause II.1.C." + NEXT, [NOTHING]),
    "another law": (HEAD + "1. See section 5 of the Equality Act 2010.", []),
    "another law named first": (HEAD + "1. See the Equality Act 2010, section 5.", []),
    "an appendix that the file has not": (HEAD + "1. See Appendix 2.", [NOTHING]),
    "a law by its number": (HEAD + "1. The branch is exempt under section 501(c)(3).", []),
    "a grade": (HEAD + "1. An officer has an average of 2.75 or 3.25.", []),
    "an amendment of the past": (HEAD + "1. Adopted 4 May 2020; Clause IX was repealed in 2021.", []),
    "an amendment without a date": (HEAD + "1. Clause IX was repealed.", [NOTHING]),
    "items of any list": (HEAD + "1. Items (i) to (ii) are read together:\n\n    A. as follows:\n\n        i. one;\n\n        ii. two.", []),
    "items that are not there": (HEAD + "1. Items (i) to (iv) are read together:\n\n    A. as follows:\n\n        i. one;\n\n        ii. two.", [NOTHING]),
    "a measure": (HEAD + "1. A banner is not more than 2.4 metres high.", []),
    "a sum": (HEAD + "1. The fee is £2.50 a month.", []),
    "a note of what was repealed": (HEAD + "1. [Sub-clauses 1 to 3 were repealed.]\n\n4. Y.", []),
    "the end of a sentence": (HEAD + "1. It names the clause. A sub-clause follows. I agree.", []),
    # comments
    "a comment in the words": (HEAD + "1. X. <!-- ask the office -->\n\n2. Y.", [COMMENT]),
    "a comment in a heading": (HEAD.replace("Summoning", "Summoning <!-- ask -->") + "1. X.", [COMMENT]),
    "a comment on a line of its own": (HEAD + "<!-- ask the office -->\n\n1. X.", []),
    # levels
    "a level left out": (HEAD + "1. See 1.1.A." + NEXT, [SKIPPED]),
    "a level left out in words": (HEAD + "1. See Chapter 1, sub-clause 2." + NEXT, [SKIPPED]),
    "no level left out": (HEAD + "1. See 1.II.1.A." + NEXT, []),
    "no level left out, with an arabic clause": (HEAD + "1. See 1.2.1.A." + NEXT, []),
    # terms
    "terms that are used": (HEAD + MEANINGS + "4. A branch meets.", []),
    "a term that is not": (HEAD + MEANINGS + "4. “widget” means a thing.", [UNUSED]),
    "a term that is used in the plural": (HEAD + MEANINGS + "4. “party” means a union.\n\n5. Parties meet.", []),
    "a term that is used in another form": (HEAD + "1. To “affiliate” means to join.\n\n2. Affiliated bodies vote.", []),
    "two terms with one meaning": (HEAD + "1. “widget” and “gadget” mean things.\n\n2. A widget is dear.", [UNUSED]),
    "a term used outside of the clause that it is for": (
        HEAD + "1. In this clause, “ballot” means a vote on paper." + NEXT + "\n\n3. A ballot is secret.",
        [UNUSED],
    ),
    "a name that is nowhere introduced": (
        HEAD + MEANINGS + "4. A member may go to the Appeals Board.\n\n5. A branch obeys the Appeals Board.",
        [UNDEFINED],
    ),
    "a name that is introduced": (
        HEAD + MEANINGS + "4. There is an Appeals Board.\n\n5. A branch obeys the Appeals Board.",
        [],
    ),
    "a name that is defined": (
        HEAD + MEANINGS + "4. “Appeals Board” means five members.\n\n5. A branch obeys the Appeals Board. All may write "
        "to the Appeals Board.",
        [],
    ),
    "a name in a heading": (
        HEAD + MEANINGS + "4. A branch obeys the Appeals Board.\n\n5. All write to the Appeals Board.\n\n"
        "## Clause II The Appeals Board\n\n1. It has five members.",
        [],
    ),
    "a name in a book without definitions": (HEAD + "1. All obey the Appeals Board. All like the Appeals Board.", []),
    "said to be defined": (HEAD + "1. The “roll”, as defined in these rules, is open.", [UNDEFINED]),
    "said to be defined, and so it is": (
        HEAD + "1. “roll” means the list of members.\n\n2. The “roll”, as defined in these rules, is open.",
        [],
    ),
    "used in an earlier clause": (
        HEAD + "1. The panel meets." + NEXT + "\n\n3. “panel” means five members.",
        [FIRST],
    ),
    "used in a later clause": (HEAD + "1. “panel” means five members." + NEXT + "\n\n3. The panel meets.", []),
    "used before a clause of definitions": (
        HEAD + "1. The panel meets.\n\n## Clause II Definitions\n\n1. “panel” means five members.",
        [],
    ),
    # provisions that are alike
    "the same words twice": (HEAD + f"1. {SENTENCE}{NEXT}\n\n3. {SENTENCE}", [DUPLICATE]),
    "nearly the same words": (HEAD + f"1. {SENTENCE}{NEXT}\n\n3. {SENTENCE.replace('seven', 'eight')}", [DUPLICATE]),
    "other words": (
        HEAD + f"1. {SENTENCE}{NEXT}\n\n3. {OTHER}",
        [],
    ),
    "a clause that stands twice": (
        HEAD + "\n\n".join([f"1. {SENTENCE}", f"2. {OTHER}", "## Clause II Notices", f"1. {SENTENCE}", f"2. {OTHER}"]),
        [DUPLICATE],
    ),
    "items that are alike on purpose": (
        HEAD + f"1. In each case:\n\n    A. {SENTENCE}\n\n    B. {SENTENCE.replace('secretary', 'chair')}",
        [],
    ),
    "short ones": (HEAD + "1. It may not vote." + NEXT + "\n\n3. It may not vote.", []),
    # labels
    "l for 1": (HEAD + "l. X.\n\n2. Y.", [LOOKALIKE]),
    "l in its place": (HEAD + "1. X:\n\n    k. one;\n\n    l. two; and\n\n    m. three.", []),
    "O for 0": (HEAD + "9. X.\n\n1O. Y.\n\n11. Z.", [LOOKALIKE]),
    "l0 for 10": (HEAD + "9. X.\n\nl0. Y.\n\n11. Z.", [LOOKALIKE]),
    "l for I": (HEAD + "1. X:\n\n    H. one;\n\n    l. two; and\n\n    J. three.", [LOOKALIKE]),
    "a Cyrillic letter": (HEAD + "1. X:\n\n    A. one;\n\n    \u0412. two; and\n\n    C. three.", [LOOKALIKE]),
    "a Cyrillic letter at the end of a list": (HEAD + "1. X:\n\n    A. one; or\n\n    \u0412. two.", [LOOKALIKE]),
    "Latin letters": (HEAD + "1. X:\n\n    A. one;\n\n    B. two; and\n\n    C. three.", []),
    "words in Cyrillic": (HEAD + "1. X.\n\n    \u0412. \u0414\u0432\u0430.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), CASES.values(), ids=CASES)
def test_what_is_found(text: str, codes: list[str]) -> None:
    found = [one for one in found_in(text) if one.code not in READING]
    assert sorted(one.code for one in found) == sorted(codes)
    assert all(one.severity is not Severity.ERROR and one.span for one in found)


@pytest.mark.parametrize(("text", "codes"), [case for case in CASES.values() if case[1]])
def test_it_is_silent_when_ignored_or_allowed(text: str, codes: list[str]) -> None:
    assert not [one for one in found_in(text, frozenset(codes)) if one.code not in READING]
    places = {one.span[0] for one in found_in(text) if one.code in codes and one.span}
    for place in sorted(places, reverse=True):
        line = text.rfind("\n", 0, place) + 1
        text = f"{text[:line]}<!-- redraft: allow {codes[0]}: the office knows -->\n\n{text[line:]}"
    assert not [one for one in found_in(text) if one.code not in READING]


def test_an_allowed_finding_that_is_not_found_is_one() -> None:
    text = HEAD + "<!-- redraft: allow term-unused: we know -->\n\n1. A meeting."
    assert [one.code for one in found_in(text)] == ["allow-unused"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + "1. See sub-clause 2. Then see\nsub-clause 7 again.\n\n2. Y.", "sub-clause 7"),
        (HEAD + "1. X:\n\n    A. see Clause II.\n\n    See Clause IX; nothing else." + NEXT, "Clause IX"),
        (HEAD + "1. X (see Clause IX)." + NEXT, "Clause IX"),
        (HEAD + "1. X.\n\n2. “widget” means a “widget” or a widget as far as it goes.", None),
        (HEAD + "9. X.\n\n1O. Y.\n\n11. Z.", "1O"),
    ],
)
def test_a_finding_stands_at_its_words(text: str, words: str | None) -> None:
    found = [one for one in found_in(text) if one.code not in READING]
    shown = [one.source.text[slice(*one.span)] for one in found if one.source and one.span]
    assert shown == ([words] if words else [])


def test_an_old_number_is_known() -> None:
    head = '---\ntitle: X\nscheme: [Chapter 1, Clause I, "1", A, i, a]\ncrosswalk:\n  "5C": 1.I\n---\n\n'
    (found,) = found_in(head + HEAD + "1. See Rule 5C.2.\n\n2. Y.")
    assert "it is the old number of 1.I.2" in found.message
    assert [one.replacement for one in found.suggestions] == ["1.I.2"]


def test_what_a_reference_should_say_is_offered() -> None:
    (found,) = found_in(HEAD + "1. See 1.1.A." + NEXT)
    assert [one.replacement for one in found.suggestions] == ["1.II.1.A"]
    (found,) = [one for one in found_in(HEAD + "l. X.\n\n2. Y.") if one.code == LOOKALIKE]
    assert [one.replacement for one in found.suggestions] == ["1"]


@pytest.mark.parametrize("name", names())
def test_there_is_nothing_to_say_of_the_model_rules(name: str) -> None:
    assert not check_rulebook(source_of(name), Asked())


@pytest.mark.parametrize("file", sorted((ROOT / "bench" / "rulebooks").glob("*.md")), ids=str)
def test_there_is_nothing_to_say_of_other_rules(file: Path) -> None:
    assert not found_in(file.read_text(encoding="utf-8"))


def test_a_long_book_has_no_warnings() -> None:
    found = found_in(to_markdown(book(60_000)))
    assert not [one for one in found if one.severity is not Severity.ADVICE]


def test_every_check_has_a_case() -> None:
    assert set(every_check()) == {code for _, codes in CASES.values() for code in codes}


@given(rulebooks())
@settings(max_examples=60)
def test_any_book_can_be_checked_and_every_place_is_in_it(tree: Rulebook) -> None:
    source = Source("rules.md", to_markdown(tree))
    rulebook, _ = read_rulebook(source)
    for one in check_book(Book(rulebook, source)):
        assert one.span and 0 <= one.span[0] < one.span[1] <= len(source.text)
