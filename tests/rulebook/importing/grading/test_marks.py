"""What speaks against a reading: each case is a tree, as its file is written, and the marks that a measure finds in it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

import pytest

from rulebook.importing.file.paragraphs import LeftOut
from rulebook.importing.grading import divisions, numbers, shape, words
from rulebook.importing.grading.grade import Verdict, grade
from rulebook.importing.grading.marks import Mark, Seen
from rulebook.importing.report import Report
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source


def seen(
    text: str, scheme: str = "Article I, Section 1, 1, a", plain: str = "", left_out: tuple[LeftOut, ...] = ()
) -> Seen:
    """A tree as it may come of an import."""
    levels = ", ".join(f'"{level.strip()}"' for level in scheme.split(","))
    book, _ = read_rulebook(Source("rules", f"---\ntitle: Rules\nscheme: [{levels}]\n---\n\n{textwrap.dedent(text)}"))
    return Seen(book, {}, Report("rules", 0, (), (), (), left_out), plain)


DECIMALS, BARE = "Article I, 1.1, 1.1.1", "1, 1.1, 1.1.1"
FOUND: dict[str, tuple[Callable[[Seen], Iterator[Mark]], str, str, list[str]]] = {
    # the measure, the tree, its levels, and the references of the marks
    "a decimal under its number": (numbers.misplaced_decimals, "1. Name\n\n    1.1 a\n\n    1.2 b\n", BARE, []),
    "a decimal under a numeral": (numbers.misplaced_decimals, "# Article II Name\n\n2.1 a\n\n2.2 b\n", DECIMALS, []),
    "a decimal under another numeral": (numbers.misplaced_decimals, "# Article II Name\n\n2.1 a\n\n3.1 b\n", DECIMALS, ["II.3.1"]),
    "numbers in their order": (numbers.begun_anew, "# Article I A\n\n1. a\n\n2. b\n\n# Article II B\n\n1. a\n", "Article I, 1", []),
    "a number twice": (numbers.begun_anew, "# Article I A\n\n1. a\n\n2. b\n\n2. c\n", "Article I, 1", ["I.2"]),
    "a gap": (numbers.numbers_elsewhere, "# Article I A\n\n1. a\n\n3. b\n", "Article I, 1", []),
    "a gap, and the number in the words": (numbers.numbers_elsewhere, "# Article I A\n\n1. a is so. 2. b is so.\n\n3. c\n", "Article I, 1", ["I.3"]),
    "a number that is spoken of": (numbers.swallowed_numbers, "# Article I A\n\n1. a\n\n2. as rule 3 says.\n", "Article I, 1", []),
    "the next number in the words": (numbers.swallowed_numbers, "# Article I A\n\n1. a\n\n2. it is so. 3. it is not.\n", "Article I, 1", ["I.2"]),
    "a section in the words": (numbers.unread_numbers, "# Article I A\n\nWords.\n\nSection 2: Quorum is ten.\n", "Article I, 1", ["I"]),
    "a section sign in the words": (numbers.unread_numbers, "# Article I A\n\n§1 The name is this.\n", "Article I, 1", ["I"]),
    "a section that is spoken of": (numbers.unread_numbers, "# Article I A\n\n1. Section 8 does not apply.\n", "Article I, 1", []),
    "a label in a bullet": (numbers.unread_numbers, "# Article I A\n\n- (a) one\n\n- two\n", "Article I, 1", ["I.-1"]),
    "an article in a bullet": (numbers.unread_numbers, "# Article I A\n\n- Article II: arranged anew\n", "Article I, 1", []),
    "numbers that are all 1": (numbers.ones_in_ones, "# Article I A\n\n1. a\n\n    1. b\n\n        1. c\n", "Article I, 1, 1, 1", ["I.1.1", "I.1.1.1"]),
    "a list of one": (numbers.ones_in_ones, "# Article I A\n\n1. a\n\n    (a) b\n", "Article I, 1, a", []),
    "a late beginning": (numbers.late_beginnings, "# Article I A\n\n3. a\n\n4. b\n", "Article I, 1", ["I.3"]),
    "a beginning that goes on": (numbers.late_beginnings, "# Article I A\n\n1. a\n\n# Article II B\n\n2. a\n", "Article I, 1", []),
    "headings without a place": (shape.stray_lines, "# Article I A\n\nWords of it.\n\nThe Board\n", "Article I, 1", ["I"]),
    "closing words": (shape.stray_lines, "# Article I A\n\nWords of it.\n\nThe board decides.\n", "Article I, 1", []),
    "a sentence cut": (shape.cut_sentences, "# Article I A\n\n1. It is kept by the\n\n2. board and it.\n", "Article I, 1", ["I.1"]),
    "words before a list": (shape.cut_sentences, "# Article I A\n\n1. It is kept by the\n\n    (a) board\n", "Article I, 1, a", []),
    "a long heading": (shape.long_headings, f"# Article I {'very ' * 20}long\n", "Article I, 1", ["I"]),
    "a division in the words": (divisions.in_words, "# Article I A\n\n1. Keys hang in the hall. HOUSE RULES\n", "Article I, 1", ["I.1"]),
    "a division under the words": (divisions.in_words, "# Article I A\n\n1. Keys hang.\n\n    HOUSE RULES\n", "Article I, 1", ["I.1"]),
    "a schedule alone": (divisions.in_words, "# Article I A\n\n1. Keys hang.\n\n    Schedule B\n", "Article I, 1", ["I.1"]),
    "a short form at the end": (divisions.in_words, "# Article I A\n\n1. Keys hang with the LOCAL BRANCH KEYS\n", "Article I, 1", []),
    "words all in capitals": (divisions.in_words, "# Article I A\n\n1. KEYS HANG. OARS LIE DOWN\n", "Article I, 1", []),
    "a list that begins again": (divisions.beginning_again, "# Article I A\n\n1. a\n\n2. b\n\n1. c\n", "Article I, 1", ["I.1"]),
    "chapters that begin again": (divisions.beginning_again, "# Article I A\n\n1. a\n\n# Article I B\n\n1. b\n", "Article I, 1", ["I"]),
    "chapters from nought": (divisions.beginning_again, "# Article 0 A\n\n1. a\n\n# Article 1 B\n\n1. b\n", "Article 1, 1", []),
    "a slip in the numbers": (divisions.beginning_again, "# Article I A\n\n1. a\n\n2. b\n\n2. c\n", "Article I, 1", []),
    "a chapter that is lacking": (divisions.lacking, "# Article I A\n\n1. a\n\n# Article III B\n\n1. b\n", "Article I, 1", ["III"]),
    "a rule that is lacking": (divisions.lacking, "# Article I A\n\n1. a\n\n3. b\n", "Article I, 1", []),
    "numbers under a bullet": (divisions.under_bullets, "# Article I A\n\n- Cox\n\n    (a) Steers.\n\n- Stroke\n", "Article I, 1, a", ["I.-1"]),
    "numbers that a bullet introduces": (divisions.under_bullets, "# Article I A\n\n- Cox:\n\n    (a) Steers.\n\n- Stroke\n", "Article I, 1, a", []),
    "bullets in the words": (divisions.bullets_in_words, "# Article I A\n\n1. The cox shall o steer o call.\n\n2. A b o c.\n", "Article I, 1", ["I.1"]),
    "a heading that is half a sentence": (divisions.cut_headings, "# Article I Members of the crew shall attend\n\nAll meetings.\n", "Article I, 1", ["I"]),
    "a heading with a verb": (divisions.cut_headings, "# Article I What the crew shall attend\n\nAll meetings.\n", "Article I, 1", []),
    "first lines like headings": (divisions.titles_in_words, "# Article I A\n\n1. Oars\n\n    They lie in the shed.\n", "Article I, 1", ["I.1"]),
    "first lines that are sentences": (divisions.titles_in_words, "# Article I A\n\n1. Oars are red.\n\n    They lie in the shed.\n", "Article I, 1", []),
    "the feet of pages": (divisions.page_lines, "# Article I A\n\nWords.\n\nMay, p1 of 3\n\nWords.\n\nMay, p2 of 3\n\nMay, p3 of 3\n", "Article I, 1", ["I"] * 3),
    "a line with figures": (divisions.page_lines, "# Article I A\n\nWords.\n\nMay 1\n\nJune 1\n\nJuly 1\n", "Article I, 1", []),
    "contents among the rules": (divisions.contents_kept, "# Article I Contents\n\nName\n", "Article I, 1", ["I"]),
    "words run together": (words.joined_words, "# Article I The members\n\n1. Who paid may vote. themembersofthesociety\n\n2. Of the society.\n", "Article I, 1", ["I.1"]),
    "one long word": (words.joined_words, "# Article I The members\n\n1. Notwithstanding the standing of not with.\n\n2. Mitgliederversammlungen.\n", "Article I, 1", []),
}  # fmt: skip


@pytest.mark.parametrize("case", FOUND)
def test_marks(case: str) -> None:
    measure, text, scheme, references = FOUND[case]
    assert [one.reference for one in measure(seen(text, scheme))] == references


LEFT_OUT: dict[str, tuple[str, str, bool]] = {  # what it was left out as, its words, and whether they may be a rule
    "a sentence of a contents page": ("contents page", "The office is in the boathouse.", True),
    "a line of a contents page": ("contents page", "2 Office of the society 4", False),
    "a sentence that comes again": ("contents page", "Every person may join the society.", False),
    "a sentence of a title page": ("title page", "The society owns no boat that it has not paid for.", True),
    "a number of a title page": ("title page", "Section 1.", True),
    "a number in a title": ("title page", "Article 5 Organization Rules", False),
    "a word to the readers": ("title page", "If you would like to know more of these rules, ask the keeper.", False),
    "when the rules were made": (
        "title page",
        "Adopted by the members at the general meeting in the boathouse.",
        False,
    ),
    "a running foot": ("foot", "The society owns no boat that it has not paid for.", False),
}


@pytest.mark.parametrize("case", LEFT_OUT)
def test_rules_left_out(case: str) -> None:
    what, text, found = LEFT_OUT[case]
    book = seen("1. Every person may join the society.\n", "1", left_out=(LeftOut(what, text),))
    assert bool(list(divisions.rules_left_out(book))) is found


LOST: dict[str, tuple[str, bool]] = {  # the words of the file, and whether some of them came out nowhere
    "all there": ("Article I Members. Every person may join the society. Page four", False),
    "broken at the end of a line": ("Members. Every per-\nson may join the soci\u00ad\nety.", False),
    "not parted": ("Members. Everyperson may join thesociety.", False),
    "with ligatures": ("Members. Every person may join the oﬃce.", True),
    "a sentence gone": ("Members. Every person may join the society. Nobody who owes money votes.", True),
}


@pytest.mark.parametrize("case", LOST)
def test_words_that_came_out_nowhere(case: str) -> None:
    plain, lost = LOST[case]
    book = seen(
        "# Article I Members\n\n1. Every person may join the society.\n",
        "Article I, 1",
        plain,
        (LeftOut("foot", "Page four"),),
    )
    assert (words.share_lost(book) > 0) == lost


SOUND = "# Article I Members\n\n1. Every person may join.\n\n2. A member may leave.\n"
GRADES: dict[str, tuple[str, Verdict]] = {
    "nothing against it": (SOUND, Verdict.SOUND),
    "one slip of the book": (SOUND + "\n2. A member may return.\n", Verdict.SOUND),
    "one sort of marks": (SOUND + "\nSection 3: Dues\n\nSection 4: Votes\n", Verdict.DOUBTFUL),
    "many marks of one sort": (
        SOUND + "".join(f"\nSection {number}: Dues\n" for number in range(3, 12)),
        Verdict.WRONG,
    ),
    "several sorts of marks": (
        SOUND + "\n2. Of a\n\n1. b. 2. Of the\n\n1. c. 2. Of an\n\nSection 3: Of\n\nSection 4: By\n",
        Verdict.WRONG,
    ),
}


@pytest.mark.parametrize("case", GRADES)
def test_grades(case: str) -> None:
    text, verdict = GRADES[case]
    assert grade(seen(text, "Article I, 1")).verdict is verdict
