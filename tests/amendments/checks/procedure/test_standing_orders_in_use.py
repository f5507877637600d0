"""Drafts against standing orders and lists of decisions: of a real organisation, of one's own, and where they are found."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest

from amendments.checks.draft_check import Asked, check
from amendments.checks.standing_orders import read_decisions
from amendments.checks.standing_orders.reading import read_orders
from amendments.cli import run
from amendments.drafts.draft import read_draft
from rulebook.source import Source
from tests.amendments.checks.procedure.drafts_in_order import (
    BEFORE_ALL,
    CHANGE,
    MODEL,
    MOTION,
    PROCEDURE,
    TODAY,
    WORDS_250,
    found,
    put,
    shown,
)

PACK = """
[[mover]]
years = "2027"
seconder = true
source = "the guide"

[[rule-change-words]]
years = "2027-2028"
most = 16
source = "the guide"

[[no-conference]]
years = "2030"
source = "the guide"

[[motion-words]]
years = "2027"
certain = false
note = "two guides disagree"
most = 10
source = "the guide"
"""

# ------------------------------------------------------------------ what is known of a real organisation

LABOUR = replace(MODEL, organisation="Labour Party")
MOTION_WORDS = [WORDS_250 + "more"]


@pytest.mark.parametrize(
    ("draft", "year", "agreed", "changes", "expected"),
    [
        (MOTION, 2019, "2019-09-05", [], set()),
        (MOTION, 2019, "2019-09-13", [], {"error too-late"}),
        (MOTION, 2019, "2019-09-05", ["29 August 2019 => 3 March 2019"], set()),
        (MOTION, 2024, "2024-09-05", [], {"advice limits-unknown"}),
        (MOTION, 2024, "2024-09-05", ["29 August 2024 => 2 July 2024"], {"advice limits-unknown", "advice not-contemporary"}),
        (MOTION, 2024, "2024-09-13", [], {"error too-late", "advice limits-unknown"}),
        (MOTION, 2013, "2013-09-30", [], {"advice limits-unknown"}),
        (MOTION, 2026, "2026-09-30", MOTION_WORDS, {"advice limits-unknown"}),
        (MOTION, 2020, "2020-05-05", [], {"warning no-conference"}),
        (CHANGE, 2019, "2019-06-13", [], set()),
        (CHANGE, 2019, "2019-06-29", [], {"error too-late"}),
        (CHANGE, 2023, "2023-06-13", [], {"advice heard-later", "advice limits-unknown"}),
        (CHANGE, 2024, "2023-06-13", [], {"advice limits-unknown"}),
    ],
)  # fmt: skip
def test_what_is_known_of_a_real_organisation(
    draft: str, year: int, agreed: str, changes: list[str], expected: set[str]
) -> None:
    text = re.sub(r"(Conference|August) \d{4}", rf"\1 {year}", re.sub(r"agreed: .*", f"agreed: {agreed}", draft))
    asked = Asked(now=datetime.datetime(2011, 1, 1))
    said = check(read_draft(Source("d.md", put(text, *changes))), LABOUR, asked)
    assert set(shown([finding for finding in said if finding.code in PROCEDURE])) == expected


def test_what_is_uncertain_there_is_advice_and_says_so() -> None:
    text = put(MOTION, *MOTION_WORDS, "Conference 2027 => Conference 2019", "2027-09-02 => 2019-09-05")
    said = check(read_draft(Source("d.md", text)), LABOUR, Asked(now=datetime.datetime(2011, 1, 1)))
    finding = next(one for one in said if one.code == "motion-too-long")
    assert finding.severity == "advice"
    assert "(this is not certain: the year is not given; it is said of" in finding.message


def test_the_latest_year_that_is_known_is_named_once() -> None:
    text = put(MOTION, "Conference 2027 => Conference 2013", "2027-09-02 => 2013-09-30")
    said = check(read_draft(Source("d.md", text)), LABOUR, Asked(now=datetime.datetime(2011, 1, 1)))
    (finding,) = (one for one in said if one.code == "limits-unknown")
    assert finding.message == (
        "not known for 2013: the deadline for motions, how much a body may send (the latest known is of 2012)"
    )


# ------------------------------------------------------------------ a pack of one's own


@pytest.mark.parametrize(
    ("draft", "changes", "expected"),
    [
        (MOTION, [], {"advice motion-too-long", "warning mover-missing"}),
        (MOTION, ["agreed: => mover: Ada Brook\nagreed:"], {"advice motion-too-long", "warning mover-missing"}),
        (MOTION, ["agreed: => mover: Ada Brook\nseconder: Tom Reed\nagreed:"], {"advice motion-too-long"}),
        (MOTION, ["conference: Annual Conference 2027\n => "], set()),
        (MOTION, ["Conference 2027 => Conference 2030"], {"warning no-conference"}),
        (MOTION, ["Conference 2027 => Conference 2029"], {"advice limits-unknown"}),
        (CHANGE, [], {"advice limits-unknown"}),
        (CHANGE, ["“ten times” => “ten times, online and in person”"], {"error rule-change-too-long", "advice limits-unknown"}),
        (CHANGE, ["with “ten times”. => with “ten times”.\n\n<!-- a comment of many words that nobody counts -->"], {"advice limits-unknown"}),
    ],
)  # fmt: skip
def test_a_pack_of_ones_own(draft: str, changes: list[str], expected: set[str]) -> None:
    asked = Asked((read_orders(Source("standing-orders.toml", PACK)),), now=BEFORE_ALL)
    assert set(shown(found(put(draft, *changes), asked))) == expected


def test_what_is_not_certain_says_so() -> None:
    asked = Asked((read_orders(Source("standing-orders.toml", PACK)),), now=BEFORE_ALL)
    finding = next(one for one in found(MOTION, asked) if one.code == "motion-too-long")
    assert finding.message.endswith("and 10 are the most (this is not certain: two guides disagree)")


def test_what_is_not_known_is_said_once() -> None:
    asked = Asked((read_orders(Source("standing-orders.toml", PACK)),), now=BEFORE_ALL)
    (finding,) = found(put(MOTION, "Conference 2027 => Conference 2029"), asked)
    assert finding.message == (
        "not known for 2029: the length of motions, whether a mover is named (the latest known is of 2027)"
    )


def test_the_pack_of_another_organisation_is_not_used() -> None:
    orders = read_orders(Source("standing-orders.toml", 'organisations = ["Barchester Society"]\n' + PACK))
    assert not found(MOTION, Asked((orders,), now=BEFORE_ALL))


# ------------------------------------------------------------------ earlier decisions


@pytest.mark.parametrize(
    ("decision", "conference", "barred"),
    [
        ('2025 "7.IV" "ten general meetings a year" "lost"', 2028, True),
        ('2025 "7.IV" "ten general meetings a year" "carried"', 2028, True),
        ('2025 "7.IV" "ten general meetings a year" ""', 2028, True),
        ('2025 "Chapter 7, Clause IV, sub-clause 1" "more general meetings" "lost"', 2028, True),
        ('2025 "7" "more general meetings" "lost"', 2028, True),
        ('2025 "3B" "ten general meetings a year" "lost"', 2028, False),
        ('2025 "7.IV" "ten general meetings a year" "remitted"', 2028, False),
        ('2025 "7.IV" "ten general meetings a year" "withdrawn"', 2028, False),
        ('2025 "7.IV" "a smaller quorum" "lost"', 2028, False),
        ('2025 "5.IV" "ten general meetings a year" "lost"', 2028, False),
        ('2025 "7.IV" "ten general meetings a year" "lost"', 2029, False),
        ('2028 "7.IV" "ten general meetings a year" "lost"', 2028, False),
        ('2027 "7.IV" "ten general meetings a year" "lost"', 2030, True),
        ('2027 "7.IV" "ten general meetings a year" "lost"', 2031, False),
    ],
)
def test_what_was_decided_before(decision: str, conference: int, barred: bool) -> None:
    year, clause, objective, outcome = (
        part.strip() for part in decision.replace('" "', '"|"').replace(' "', '|"', 1).split("|")
    )
    toml = f"[[decision]]\nconference = {year}\nclause = {clause}\nobjective = {objective}\noutcome = {outcome}\n"
    asked = Asked(decisions=read_decisions(Source("decisions.toml", toml)), now=BEFORE_ALL)
    text = put(CHANGE, f"Conference 2028 => Conference {conference}", f"2027-05-13 => {conference - 1}-05-13")
    assert ("advice barred" in shown(found(text, asked))) is barred


def test_a_year_without_a_conference_does_not_count() -> None:
    orders = """
        [[bar]]
        years = "2019-"
        conferences = 3
        what = "a similar objective"
        source = "the guide"

        [[no-conference]]
        years = "2020"
        source = "the guide"
        """
    toml = '[[decision]]\nconference = 2018\nclause = "7.IV"\nobjective = "ten general meetings"\noutcome = "lost"\n'
    decisions = read_decisions(Source("decisions.toml", toml))
    asked = Asked((read_orders(Source("standing-orders.toml", orders)),), decisions, BEFORE_ALL)
    said = {
        year: "advice barred" in shown(found(put(CHANGE, f"2028 => {year}", f"2027-05-13 => {year}-05-13"), asked))
        for year in (2021, 2022, 2023)
    }
    assert said == {2021: True, 2022: True, 2023: False}


def test_the_older_bar_is_on_the_part_of_the_rules_whatever_the_objective() -> None:
    toml = '[[decision]]\nconference = 2015\nclause = "7.IV"\nobjective = "a smaller quorum"\noutcome = "lost"\n'
    asked = Asked(decisions=read_decisions(Source("decisions.toml", toml)), now=BEFORE_ALL)
    assert "advice barred" in shown(found(put(CHANGE, "2028 => 2017", "2027-05-13 => 2016-05-13"), asked))


# ------------------------------------------------------------------ several drafts of one body

OTHER = put(MOTION, "Rural bus services => Village post offices")


@pytest.mark.parametrize(
    ("others", "year", "expected"),
    [
        ([OTHER], 2027, ["error sent-twice"]),
        ([put(OTHER, "Barchester CLP => barchester  clp")], 2027, ["error sent-twice"]),
        ([put(OTHER, "Barchester CLP => Framley CLP")], 2027, []),
        ([put(OTHER, "Conference 2027 => Conference 2028")], 2027, []),
        ([put(OTHER, "kind: motion => kind: emergency motion")], 2027, []),
        ([put(OTHER, "kind: motion => kind: composite")], 2027, []),
        ([put(OTHER, "conference: Annual Conference 2027\n => ")], 2027, []),
        ([put(CHANGE, "2028 => 2027")], 2027, []),
        ([put(CHANGE, "2028 => 2019")], 2019, ["error sent-twice"]),
        ([], 2027, []),
    ],
)
def test_what_one_body_sends(others: list[str], year: int, expected: list[str]) -> None:
    text = put(MOTION, f"2027 => {year}")
    assert [one for one in shown(found(text, TODAY, *others)) if "sent-twice" in one] == expected


def test_drafts_that_are_checked_together(tmp_path, monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.md", MOTION), ("b.md", OTHER), ("c.md", CHANGE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    today = ["--today", "2027-05-01"]
    assert run(["check", "a.md", "b.md", "c.md", *today]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert said.count("[sent-twice]") == 2
    assert "Barchester CLP sends 2 motions to the conference of 2027, and may send 1; see b.md" in said
    assert run(["check", "a.md", *today]) == 0
    assert run(["check", "a.md", "a.md", *today]) == 0


# ------------------------------------------------------------------ standing orders beside the rules

RULES = """---
title: Rules of the Barchester Society
organisation: Barchester Society
---

# Chapter 1 Meetings

## Clause I Members’ meetings

1. The members meet six times in the year.
"""
LIMIT = '[[motion-words]]\nyears = "2027-"\nmost = 10\nsource = "the office"\n'


@pytest.mark.parametrize(
    ("where", "given", "used"),
    [
        ("drafts/standing-orders.toml", "", True),
        ("standing-orders.toml", "", True),
        ("rules/standing-orders.toml", "", True),
        ("drafts/standing-orders.toml of another", "", False),
        ("elsewhere/standing-orders.toml", "", False),
        ("elsewhere/standing-orders.toml", "elsewhere/standing-orders.toml", True),
    ],
)
def test_where_standing_orders_are_looked_for(
    where: str,
    given: str,
    used: bool,
    tmp_path,
    monkeypatch,
    capsys,  # type: ignore[no-untyped-def]
) -> None:
    monkeypatch.chdir(tmp_path)
    where, _, another = where.partition(" of ")
    limit = f'organisations = ["The {another} society"]\n' * bool(another) + LIMIT
    for name, text in (("drafts/d.md", MOTION), ("rules/rulebook.md", RULES), (where, limit)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = ["check", "drafts/d.md", "-r", "rules/rulebook.md", "--today", "2027-05-01"]
    assert run([*command, *(["--standing-orders", given] if given else [])]) == int(used)
    assert ("[motion-too-long]" in capsys.readouterr().out) is used


def test_a_pack_that_cannot_be_read_is_said_once(tmp_path, monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.md", MOTION), ("b.md", OTHER), ("standing-orders.toml", LIMIT.replace("10", "ten"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run(["check", "a.md", "b.md"]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert said.count("redraft: standing-orders.toml is not TOML that can be read") == 1 and "Traceback" not in said
