"""Thresholds are read exactly, and what a new one leaves open is named once; a complete one is left in peace."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.checks.draft_check import Asked, check
from amendments.checks.thresholds.threshold_rounding import table
from amendments.checks.thresholds.thresholds import BARE, LEAST, MOST, OVER, UNDER, Threshold, thresholds_in
from amendments.drafts.draft import read_draft
from rulebook.diagnostics import Diagnostic, Severity
from rulebook.editions import open_rulebook
from rulebook.source import Source

MODEL = open_rulebook("2026")[0]
HALF, ROUNDING, TIE, SILENT, OF_WHAT = (
    "threshold-half", "threshold-rounding", "threshold-tie", "threshold-silent", "threshold-of-what",
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "value", "bound", "of"),
    [
        ("if one third or more of the branches vote for it", (1, 3), LEAST, "the branches"),
        ("if more than half of the members present vote for it", (1, 2), OVER, "the members present"),
        ("if at least 50 per cent of the votes cast are for it", (1, 2), LEAST, "the votes cast"),
        ("by two thirds of those voting at an election meeting", (2, 3), BARE, "those voting at an election meeting"),
        ("if they are approved by a majority", (1, 2), OVER, ""),
        ("by a simple majority of those voting in the ballot", (1, 2), OVER, "those voting in the ballot"),
        ("if not less than a quarter of the members so request", (1, 4), LEAST, "the members"),
        ("if 33% of members vote in favour", (33, 100), BARE, "members"),
        ("if thirty-three per cent of members vote in favour", (33, 100), BARE, "members"),
        ("if 12.5 per cent of members vote in favour", (1, 8), BARE, "members"),
        ("if 1/3 of the members vote for it", (1, 3), BARE, "the members"),
        ("if fewer than ⅔ of the members vote for it", (2, 3), UNDER, "the members"),
        ("if no more than three quarters of those voting agree", (3, 4), MOST, "those voting"),
        ("by a two-thirds majority of the votes cast", (2, 3), LEAST, "the votes cast"),
        ("by a majority of two thirds of the votes cast", (2, 3), LEAST, "the votes cast"),
        ("if half the branches vote for it", (1, 2), BARE, "the branches"),
        ("if 50 per cent plus one of the branches vote for it", (1, 2), LEAST, "the branches"),
        ("of the votes cast, more than half must be for it", (1, 2), OVER, "the votes cast"),
        ("the quorum is one third of its voting members", (1, 3), BARE, "its voting members"),
    ],
)  # fmt: skip
def test_a_threshold_is_read(words: str, value: tuple[int, int], bound: str, of: str) -> None:
    (found,) = thresholds_in(words)
    assert (found.value, found.bound, found.of) == (Fraction(*value), bound, of)
    assert words[slice(*found.span)].split() == found.words.split()


@pytest.mark.parametrize(
    "words",
    [
        "nominations reach the secretary by noon on the third Friday in June, before the vote",
        "speakers have half an hour before the vote",
        "a third vote is taken on the second day",
        "the party branches hold 50 per cent of the vote",
        "one fifth of each subscription is paid to the branch that votes on it",
        "the leader of the majority group votes first",
        "the votes of each half are announced",
        "the accounts are approved in the first quarter of the year",
        "a member who is in the majority may vote again when the majority is known",
        "the ballot closes on 1/3/2027",
        "all 100 per cent of the members vote",
    ],
)
def test_what_is_no_threshold(words: str) -> None:
    assert not [found for found in thresholds_in(words) if found.value != Fraction(1, 2) or found.of]


@given(st.integers(1, 99), st.integers(2, 100), st.integers(1, 500))
def test_a_figure_is_reckoned_exactly(above: int, below: int, number: int) -> None:
    value = Fraction(above, below)
    over, least, most, under = (
        Threshold("", (0, 0), value, bound, False, "the branches", "vote").out_of(number)
        for bound in (OVER, LEAST, MOST, UNDER)
    )
    assert Fraction(least, number) >= value > Fraction(least - 1, number)
    assert Fraction(over, number) > value >= Fraction(over - 1, number)
    assert Fraction(most, number) <= value < Fraction(most + 1, number)
    assert Fraction(under, number) < value <= Fraction(under + 1, number)


@pytest.mark.parametrize(
    ("words", "comes_to"),
    [
        ("one third or more", "1 2 2 3 4"),
        ("more than one third", "2 2 3 4 4"),
        ("50 per cent", "2 2 3 5 5"),
        ("more than half", "2 3 4 5 6"),
        ("33%", "1 2 2 3 4"),
        ("two thirds", "2 3 4 6 7"),
        ("no more than a quarter", "0 1 1 2 2"),
        ("half plus one", "3 3 4 6 6"),
    ],
)
def test_the_worked_table(words: str, comes_to: str) -> None:
    (found,) = thresholds_in(f"if {words} of the branches vote for it")
    lines = table(found).splitlines()
    assert [line.split()[1] for line in lines] == ["3", "4", "6", "9", "10"]
    assert " ".join(line.split(": ")[1].split()[0] for line in lines) == comes_to


def findings(amendment: str, ignore: frozenset[str] = frozenset()) -> list[Diagnostic]:
    draft = read_draft(Source("draft.md", f"---\ntitle: Votes\n---\n\n## Amendment\n\n{amendment}\n"))
    found = check(draft, MODEL, Asked(ignore=ignore))
    return [one for one in found if one.severity is not Severity.ADVICE or one.code.startswith("threshold")]


def new_rule(words: str) -> str:
    return f"After Chapter 9, Clause I, sub-clause 2, insert:\n\n> 3. {words}"


CASES: list[tuple[str, list[str]]] = [
    # half
    ("A contest is held if half of the branches that vote are for it.", [HALF, ROUNDING]),
    ("A contest is held if 50 per cent of the votes cast are for it.", [HALF]),
    ("A contest is held if 50 per cent or more of the votes cast are for it.", []),
    ("A contest is held if more than 50 per cent of the votes cast are for it.", []),
    ("A contest is held if at least half of the votes cast are for it.", []),
    ("A contest is held if half of the votes cast are for it. Exactly half is enough.", []),
    ("A contest is held if half of the votes cast are for it. If the votes are equal, none is held.", []),
    ("If more than half of the votes cast are for a contest one is held, and if less than half of the votes cast are "
     "for it none is held.", [HALF]),
    ("If more than half of the votes cast are for a contest one is held, and if half or less of the votes cast are "
     "for it none is held.", []),
    ("If more than one third of the votes cast are for a contest one is held, and if less than one third of the votes "
     "cast are for it none is held.", [HALF]),
    # rounding
    ("A contest is held if one third or more of the branches that vote are for it.", [ROUNDING]),
    ("A contest is held if one third or more of the branches that vote are for it, rounded up.", []),
    ("A contest is held if more than one third of the branches that vote are for it.", []),
    ("A meeting is called if one fifth of the party branches ask for it.", [ROUNDING]),
    ("A meeting is called if one fifth of the members ask for it.", []),
    ("Two fifths of the committee shall retire each year.", [ROUNDING]),
    ("Half of the members of the panel shall be women.", [ROUNDING]),
    ("Half of the members of the panel shall be women, rounded up to a whole number.", []),
    ("A motion is carried if 50% + 1 of the members present vote for it.", [ROUNDING]),
    ("A motion needs the support of ten per cent of the members to be put to the vote.", []),
    ("A majority of the members may call a meeting to vote again.", []),
    # ties
    ("The group decides by a majority of those voting.", [TIE]),
    ("The group decides by a majority of those voting. The chair has a casting vote.", []),
    ("The group decides by a majority of those voting. Ties are rerun.", []),
    ("The group decides by a majority of those voting. If the votes are equal, the motion is lost.", []),
    ("The candidate with the most votes is elected.", [TIE]),
    ("The candidate with the most votes is elected. A tie is settled by lot.", []),
    ("The rule is changed by a two-thirds majority of those voting.", []),
    ("A majority of the panel shall be women.", []),
    ("The branches elect a committee, to which the unions may send up to one third of the members.", []),
    ("A meeting is called if one third of the branches or one third of the members ask for it.", [ROUNDING]),
    ("Where the Party has an overall majority on the council the group elects its leader.", []),
    ("A candidate who has a majority of the votes cast is elected.", [TIE]),
    # those who do not vote
    ("The rule is changed if two thirds of the members support it.", [SILENT]),
    ("The rule is changed if two thirds of the members present support it.", []),
    ("The rule is changed if two thirds of all the members support it.", []),
    ("The rule is changed if two thirds of the members support it. Abstentions are left out.", []),
    ("The rule is changed if two thirds of the members, whether or not they vote, support it.", []),
    ("A contest is held if more than half of the party branches vote for it.", [SILENT]),
    ("A contest is held if more than half of the party branches that vote are for it.", []),
    ("A contest is held if more than half of the party branches vote for it. A branch that does not vote counts "
     "against it.", []),
    ("A person who is nominated by more than half of the branches is shortlisted.", []),
    ("A ballot is valid only if more than half of the members vote.", []),
    # of what
    ("The rule is changed by a two-thirds majority.", [OF_WHAT]),
    ("The rule is changed by a two-thirds majority of the votes cast.", []),
    ("The motion is carried by a simple majority.", [OF_WHAT, TIE]),
    ("A contest is held if one third or more are for it.", [OF_WHAT]),
    ("A contest is held if one third or more of the votes cast are for it. Where one third is not reached in the vote, "
     "none is held.", []),
    ("Of the votes cast, more than half must be for the change.", []),
    # no votes at all
    ("The quorum is one third of the members.", []),
    ("One fifth of each subscription is paid to the branches.", []),
    ("The party branches hold 50 per cent of the whole vote.", []),
    ("A meeting lasts half an hour unless two vote to go on.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "codes"), CASES)
def test_what_a_new_rule_leaves_open(words: str, codes: list[str]) -> None:
    found = findings(new_rule(words))
    assert sorted(one.code for one in found) == sorted(codes)
    assert all(one.severity is Severity.ADVICE and one.span for one in found)


@pytest.mark.parametrize(("words", "codes"), [case for case in CASES if case[1]])
def test_it_is_silent_when_ignored_or_allowed(words: str, codes: list[str]) -> None:
    assert not findings(new_rule(words), ignore=frozenset(codes))
    comments = "".join(f"<!-- redraft: allow {code}: agreed with the office -->\n" for code in codes)
    assert not findings(f"{comments}\n{new_rule(words)}")


ONE_THIRD = "In Chapter 5, Clause IV, sub-clause 5, paragraph D, replace “more than half of the whole” with "


@pytest.mark.parametrize(
    ("amendment", "codes"),
    [
        # both sides of the argument about the trigger
        (ONE_THIRD + "“one third or more of the whole”.", []),
        (ONE_THIRD + "“two thirds or more of the whole”.", []),
        (ONE_THIRD + "“half of the whole”.", [HALF]),
        (ONE_THIRD + "“50 per cent”.", [HALF, OF_WHAT]),
        (ONE_THIRD + "“one third or more of the party branches, or one third or more of the affiliated branches,”.",
         [ROUNDING]),
        # only what is new is looked at
        ("In Chapter 7, Clause VI, sub-clause 4, replace “21 days” with “14 days”.", []),
        ("In Chapter 7, Clause VI, sub-clause 4, replace “one third of the party branches” with “one quarter of the "
         "party branches”.", [ROUNDING]),
        ("In Chapter 7, Clause VI, delete sub-clause 4 and replace with:\n\n> 4. A special meeting shall be called "
         "within 14 days if one fifth of the members entitled to attend, or one third of the party branches, ask for "
         "it in writing and state its business.", []),
        ("In Chapter 4, Clause II, delete sub-clause 3 and replace with:\n\n> 3. The ballot is of all members. It is "
         "counted by the elimination of the candidate with the fewest votes until one has more than half.", []),
        (new_rule("The group meets if one third of the members, or one third of the party branches, ask for it."),
         [ROUNDING]),
        # words in another sub-clause of the clause settle it, where that one is about no threshold of its own
        ("After Chapter 9, Clause I, sub-clause 2, insert:\n\n> 3. The group decides by a majority of those voting.\n>"
         "\n> 4. If the votes are equal, the leader decides.", []),
    ],
)  # fmt: skip
def test_what_a_change_leaves_open(amendment: str, codes: list[str]) -> None:
    assert sorted(one.code for one in findings(amendment)) == sorted(codes)


def test_the_finding_stands_at_the_words_and_says_what_to_write() -> None:
    amendment = new_rule("A contest is held if half of the votes cast are for it.")
    (found,) = findings(amendment)
    assert found.source and found.span and found.source.text[slice(*found.span)] == "half"
    assert [one.replacement for one in found.suggestions] == ["more than half", "half or more"]
    for one in found.suggestions:
        assert not findings(amendment.replace("half", one.replacement))


@given(st.lists(st.sampled_from("more than at least one a third two thirds half 50 % per cent majority of the members branches that vote voting , . 1/3 ½ plus or".split(), ), max_size=12).map(" ".join))  # fmt: skip
def test_any_words_can_be_read(words: str) -> None:
    for found in thresholds_in(words):
        assert 0 < found.value < 1
        assert words[slice(*found.span)].split() == found.words.split()
