"""Reading rulebooks: what belongs under what in every layout, what is said of it, and no word lost."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import assume, example, given

from rulebook.provision import Rulebook, Scheme
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source, Unreadable
from rulebook.writing.markdown import to_markdown
from tests.rulebook.reading.any_text import NATIVE, arbitrary_texts, outline, read


def findings(text: str) -> list[str]:
    """The code and the place of each finding."""
    return [
        f"{found.code} {found.place[0]}:{found.place[1]}" for found in read_rulebook(Source("", text))[1] if found.place
    ]


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


def all_words(rulebook: Rulebook) -> Counter[str]:
    found = [
        rulebook.title,
        rulebook.organisation,
        f"edition {rulebook.edition}",
        rulebook.front_matter,
        *rulebook.comments,
    ]
    for _, one in rulebook.walk():
        found += [one.kind, one.label, one.heading, one.text, one.tail, *one.notes, *one.comments]
    return words_of(" ".join(found))


@given(arbitrary_texts)
@example("# Chapter 1 Name\n\n1. one\n\nflush\n\n2. two\n")
@example("1. Name\n<!-- a --> words\n")
def test_every_word_is_in_the_tree(text: str) -> None:
    try:
        rulebook = read(text)
    except Unreadable:
        assume(False)
    assert not words_of(text) - all_words(rulebook)


# ---------------------------------------------------------------- cases: the layout

TREE = [
    "5: Selections", "5.IV: Candidates", "5.IV.1: One.", "5.IV.2: Two: | Nothing more.", "5.IV.2.A: first:",
    "5.IV.2.A.i: branches; and", "5.IV.2.A.ii: affiliates.", "5.IV.2.B: last.", "5.IV.5A: Five.",
]  # fmt: skip
LAYOUTS = {
    "as it is written": NATIVE,
    "indented by two": NATIVE.replace("    ", "  "),
    "indented by tabs": NATIVE.replace("    ", "\t"),
    "no blank lines": re.sub(r"\n\n(?! +Nothing)", "\n", NATIVE),
    "other labels' stops": NATIVE.replace("1. ", "1) ").replace("2. ", "2) ").replace("5A. ", "5A) "),
    "a stop after the number": NATIVE.replace("Chapter 5 ", "Chapter 5. ").replace("Clause IV ", "Clause IV: "),
    "a dash after the number": NATIVE.replace("Chapter 5 ", "Chapter 5 – ").replace("Clause IV ", "Clause IV - "),
    "windows line ends left in": NATIVE.replace("\n", " \n"),
    "no line end at the end": NATIVE.rstrip("\n"),
    "words over two lines": NATIVE.replace("i. branches; and", "i. branches;\n            and"),
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_one_tree_from_every_layout(text: str) -> None:
    assert [re.sub(r"\)", "", line) for line in outline(read(text))] == TREE


def test_plain_text_in_the_printed_layout() -> None:
    text = """\
Rule Book

Barchester Party

Edition: 2026

Chapter 5
Selections
Clause IV.
Candidates
1. One.
2. Two:
A. first:
i. branches; and
ii. affiliates.
B. last.
5A. Five.
"""
    rulebook = read(text)
    assert (rulebook.title, rulebook.organisation, rulebook.edition) == ("Rule Book", "Barchester Party", "2026")
    assert outline(rulebook) == [line.removesuffix(" | Nothing more.") for line in TREE]


def test_flush_lists_in_a_native_file() -> None:
    assert outline(read("\n".join(line.strip() for line in NATIVE.replace("    Nothing more.\n", "").split("\n")))) == [
        line.removesuffix(" | Nothing more.") for line in TREE
    ]


HEAD = "# Chapter 1 Name\n\n## Clause I Aims\n\n"
CASES: dict[str, tuple[str, list[str]]] = {
    "h, i and j are letters": (
        "1. X:\n" + "".join(f"{letter}. {letter}{letter}\n" for letter in "abcdefghij") + "2. Y\n",
        ["1: X:", *(f"1.{letter}: {letter}{letter}" for letter in "abcdefghij"), "2: Y"],
    ),
    "i to iii under h, then i": (
        "1. X:\n" + "".join(f"{letter}. x\n" for letter in "abcdefgh") + "i. one\nii. two\niii. three\ni. nine\nj. ten\n2. Y\n",
        [
            "1: X:", *(f"1.{letter}: x" for letter in "abcdefgh"), "1.h.i: one", "1.h.ii: two", "1.h.iii: three",
            "1.i: nine", "1.j: ten", "2: Y",
        ],
    ),
    "v after u, and v after iv": (
        "1. X:\n" + "".join(f"{letter}. x\n" for letter in "abcdefghijklmnopqrstu")
        + "i. x\nii. x\niii. x\niv. x\nv. deep\nvi. x\nv. letter\nw. x\n",
        [
            "1: X:", *(f"1.{letter}: x" for letter in "abcdefghijklmnopqrstu"),
            *(f"1.u.{numeral}: x" for numeral in ("i", "ii", "iii", "iv")), "1.u.v: deep", "1.u.vi: x", "1.v: letter", "1.w: x",
        ],
    ),
    "i under A is roman": (
        "1. X:\nA. a:\ni. one\nii. two\nB. b\n",
        ["1: X:", "1.A: a:", "1.A.i: one", "1.A.ii: two", "1.B: b"],
    ),
    "h and i are the last letters": (
        "1. X:\n" + "".join(f"{letter}. x\n" for letter in "abcdefgh") + "i. nine\n2. two\n",
        ["1: X:", *(f"1.{letter}: x" for letter in "abcdefgh"), "1.i: nine", "2: two"],
    ),
    "I under clause is a letter after H": (
        "1. X:\n" + "".join(f"{letter}. x\n" for letter in "ABCDEFGHIJ"),
        ["1: X:", *(f"1.{letter}: x" for letter in "ABCDEFGHIJ")],
    ),
    "lists in brackets": ("1. X:\n(a) a:\n(i) one\n(ii) two\n(b) b\n", ["1: X:", "1.a: a:", "1.a.i: one", "1.a.ii: two", "1.b: b"]),
    "the same label twice": ("1. X:\nA. a\nA. b\n2. Y\n", ["1: X:", "1.A: a", "1.A: b", "2: Y"]),
    "5A between 5 and 6": ("5. five\n5A. more\n6. six\n", ["5: five", "5A: more", "6: six"]),
    "bullets": ("1. X:\n    - one\n    - two\n2. Y\n", ["1: X:", "1.-1: one", "1.-2: two", "2: Y"]),
    "bullets, flush": ("1. X:\n- one\n• two\n2. Y\n", ["1: X:", "1.-1: one", "1.-2: two", "2: Y"]),
    "several paragraphs": ("1. One.\n\n    Two.\n\n    Three.\n\n2. Y\n", ["1: One.\n\nTwo.\n\nThree.", "2: Y"]),
    "words between two of a list": ("1. One.\n\nTwo.\n\n2. Y\n", ["1: One.\n\nTwo.", "2: Y"]),
    "a table": ("1. Fees:\n\n    | who | fee |\n    | --- | --- |\n    | all | £5 |\n\n2. Y\n", ["1: Fees:\n\n| who | fee |\n| --- | --- |\n| all | £5 |", "2: Y"]),
    "a sentence that begins with a short word": ("1. X\n\n    Yes. And no.\n", ["1: X\n\nYes. And no."]),
    "a form feed and a no-break space": ("1. X\n\x0c2. Y\n\u00a03. Z\n", ["1: X", "2: Y", "3: Z"]),
    "an escaped label": ("1. X\n\n    5\\. is no label\n", ["1: X\n\n5. is no label"]),
    "a clause in the middle of a sentence": ("1. It is under\n    Clause IV of these rules.\n", ["1: It is under Clause IV of these rules."]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_under_a_clause(text: str, expected: list[str]) -> None:
    rulebook = read(HEAD + text)
    assert outline(rulebook) == ["1: Name", "1.I: Aims", *(f"1.I.{line}" for line in expected)]
    assert read(to_markdown(rulebook)) == rulebook


WHOLE: dict[str, tuple[str, list[str]]] = {
    "a chapter and a clause with words of their own": (
        "# Chapter 1 Name\n\nOf the chapter.\n\n## Clause I Aims\n\nOf the clause.\n\n1. One.\n\nAfter it.\n",
        ["1: Name / Of the chapter.", "1.I: Aims / Of the clause. | After it.", "1.I.1: One."],
    ),
    "a chapter without clauses": ("# Chapter 1 Name\n\n1. One.\n\n    A. a\n", ["1: Name", "1.1: One.", "1.1.A: a"]),
    "an appendix": (
        "# Chapter 1 Name\n\n## Clause I Aims\n\n1. X\n\n# Appendix A Forms\n\n1. Y\n",
        ["1: Name", "1.I: Aims", "1.I.1: X", "A: Forms", "A.1: Y"],
    ),
    "no headings at all": ("1. One.\n2. Two.\n", ["1: One.", "2: Two."]),
    "words before the first chapter": ("---\ntitle: X\n---\n\nHow to read.\n\n# Chapter 1 Y\n", [": How to read.", "1: Y"]),
    "a decimal scheme": (
        '---\nscheme: [Rule 1, "1.1", "1.1.1"]\n---\n\n# Rule 4 Meetings\n\n4.1 One.\n4.1.1 Under it.\n4.1.2 And.\n4.2 Two.\n\n# Rule 5 X\n',
        ["4: Meetings", "4.1: One.", "4.1.1: Under it.", "4.1.2: And.", "4.2: Two.", "5: X"],
    ),
    "an appendix whose numbers begin with its letter": (
        '---\nscheme: [Rule 1, "1.1"]\n---\n\n# Rule 1 X\n\n1.1 One.\n\n# Appendix A Orders\n\nA.1 One, as\nJ.5 says.\n\nA.2. Two.\n',
        ["1: X", "1.1: One.", "A: Orders", "A.1: One, as J.5 says.", "A.2: Two."],
    ),
    "articles and sections": (
        '---\nscheme: [Article I, Section 1, "(a)", "(i)"]\n---\n\nArticle II\nName\n\nSection 3. Aims\n\n(a) One:\n(i) x\n(ii) y\n(b) Two.\n',
        ["II: Name", "II.3: Aims", "II.3.a: One:", "II.3.a.i: x", "II.3.a.ii: y", "II.3.b: Two."],
    ),
    "articles and sections without sample numbers": (
        '---\nscheme: [Article, Section, "(a)", "(i)"]\n---\n\n# Article 2 Name\n\n## Section 3 Aims\n\n(a) One:\n\n    (i) x\n',
        ["2: Name", "2.3: Aims", "2.3.a: One:", "2.3.a.i: x"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHOLE.values(), ids=WHOLE)
def test_a_whole_file(text: str, expected: list[str]) -> None:
    rulebook = read(text)
    assert outline(rulebook) == expected
    assert read(to_markdown(rulebook)) == rulebook


def test_kinds_and_labels() -> None:
    rulebook = read(
        '---\nscheme: [Article, Section, "(a)", "(i)"]\n---\n\n# Article 2 Name\n\n## Section 3 Aims\n\n(a) One.\n'
    )
    assert rulebook.scheme == Scheme(("Article", "Section", "(a)", "(i)"))
    assert [(one.kind, one.label) for _, one in rulebook.walk()] == [
        ("article", "2"),
        ("section", "3"),
        ("subclause", "(a)"),
    ]


# ---------------------------------------------------------------- cases: what is kept, and what is said

FINDINGS: dict[str, tuple[str, list[str]]] = {
    "nothing": (HEAD + "1. X\n\n2. Y\n", []),
    "a gap": (HEAD + "1. X\n\n4. Y\n", ["numbering-gap 7:1"]),
    "a gap that a note explains": (HEAD + "1. X\n\n2. [Sub-clauses 2 to 5 were repealed.]\n\n6. Y\n", []),
    "a gap that a note leaves": (HEAD + "1. X\n\n2. [Sub-clause 2 was repealed.]\n\n6. Y\n", ["numbering-gap 9:1"]),
    "a repeat": (HEAD + "1. X\n\n2. Y\n\n2. Z\n", ["numbering-repeat 9:1"]),
    "a step back": (HEAD + "1. X\n\n3. Y\n\n2. Z\n", ["numbering-gap 7:1", "numbering-gap 9:1"]),
    "a list that goes on deeper in": (HEAD + "1. X\n\n    2. Y\n", ["level-uncertain 7:5"]),
    "a list whose first label stands in its parent's words": (HEAD + "1. (a) X\n   (b) Y\n", ["numbering-gap 6:4"]),
    "a list that goes back out": (HEAD + "    1. X\n\n2. Y\n", ["level-uncertain 7:1"]),
    "5A is no gap": (HEAD + "5. X\n\n5A. Y\n\n6. Z\n", []),
    "white space at line ends does not shift the place": (HEAD.replace("\n", "  \n") + "1. X \t\n\n    A. Y\n", []),
    "the place under white space at line ends": (
        HEAD.replace("\n", "  \n") + "1. X \t\n\n  \n4. Y\n",
        ["numbering-gap 8:1"],
    ),
    "the place after a tab": (HEAD + "1. X\n\n\tA. Y\n\n\tC. Z\n", ["numbering-gap 9:2"]),
    "words before the first chapter": ("---\ntitle: X\n---\nHow to read.\n\n# Chapter 1 Y\n", ["words-unplaced 4:1"]),
    "a heading without a number": (HEAD + "### Forms\n", ["heading-unnumbered 5:1"]),
    "a clause outside any chapter": ("## Clause I Aims\n", ["heading-misplaced 1:1"]),
    "words in the middle of a list": (HEAD + "1. X\n\nY\n\n2. Z\n", ["paragraph-uncertain 9:1"]),
}


@pytest.mark.parametrize(("text", "expected"), FINDINGS.values(), ids=FINDINGS)
def test_findings(text: str, expected: list[str]) -> None:
    assert findings(text) == expected


def test_comments_are_kept_with_what_follows_them() -> None:
    text = "---\ntitle: X\n---\n\n<!-- of the chapter -->\n\n# Chapter 1 Name\n\n<!-- of 1,\n  on two lines -->\n\n1. X\n\n<!-- last -->\n"
    rulebook = read(text)
    assert rulebook.chapters[0].comments == ("<!-- of the chapter -->",)
    assert rulebook.at((0, 0)).comments == ("<!-- of 1,\n  on two lines -->",)
    assert rulebook.comments == ("<!-- last -->",)
    assert to_markdown(rulebook) == text


def test_footnotes_belong_to_the_provision_before_them_and_keep_their_marks() -> None:
    text = "---\ntitle: X\n---\n\n# Chapter 1 Name\n\n1. One.[^a]\n\n    [^a]: See 2.\n\n2. Two.\n"
    rulebook = read(text)
    assert rulebook.at((0, 0)).notes == ("See 2.",)
    assert to_markdown(rulebook) == text


def test_unknown_front_matter_is_kept_as_it_was_written() -> None:
    text = "---\nedition:   '2026'   # of conference\nrests_on: [a]\n---\n\n# Chapter 1 Name\n"
    assert read(text).edition == "2026"
    assert to_markdown(read(text)) == text


UNREADABLE = {
    "empty": ("", "empty"),
    "blank": (" \n\t\n", "empty"),
    "front matter alone": ("---\ntitle: X\n---\n", "empty"),
    "prose": ("Dear members,\n\nwe met.\n", "no chapter"),
    "broken front matter": ("---\ntitle: a: b\n---\n\n# Chapter 1 X\n", "line 2"),
    "front matter that is a list": ("---\n- a\n---\n\n# Chapter 1 X\n", "name: value"),
    "a scheme that is no list": ("---\nscheme: Chapter\n---\n\n# Chapter 1 X\n", "list of levels"),
    "a scheme of lists": ("---\nscheme: [[Chapter]]\n---\n\n# Chapter 1 X\n", "list of levels"),
}


@pytest.mark.parametrize(("text", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_says_why(text: str, said: str) -> None:
    with pytest.raises(Unreadable) as problem:
        read(text)
    assert said in problem.value.message
    assert problem.value.help
