"""What the standing orders ask, in tables: each fault has drafts that have it and, beside them, drafts that have not.

A row changes lines of a draft that is in order; of the findings only those about procedure are looked at.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest

from amendments.checking import Asked, check
from amendments.cli import run
from amendments.draft import read_draft
from amendments.standing_orders import read_decisions
from amendments.standing_orders.reading import read_orders
from rulebook.diagnostics import Diagnostic
from rulebook.editions import open_rulebook
from rulebook.source import Source

BEFORE_ALL = datetime.datetime(2027, 1, 15)
MODEL = open_rulebook("2026")[0]
MOTION = """---
kind: motion
title: Rural bus services
from: Barchester CLP
conference: Annual Conference 2027
agreed: 2027-09-02
---

## This CLP notes

1. On 29 August 2027 the council ended its support for eleven routes.

## This CLP resolves

1. To call for rural bus grants for four years.
"""
CHANGE = """---
kind: rule change
title: Ten general meetings a year
from: Barchester CLP
conference: Annual Conference 2028
agreed: 2027-05-13
---

## Amendment

In Chapter 7, Clause IV, sub-clause 1, replace “six times” with “ten times”.

## Supporting argument

Members should meet oftener.
"""
PROCEDURE = {
    "barred", "cannot-send", "heard-later", "limits-unknown", "meeting-missing", "motion-too-long", "mover-missing",
    "no-conference", "not-contemporary", "rule-change-in-motion", "rule-change-too-long", "sent-twice",
    "several-subjects", "title-too-long", "too-late",
}  # fmt: skip
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
FIVE = "In Chapter 5, Clause IV, sub-clause 5, paragraph D, replace “more than half” with “two thirds”."
TREASURER = (
    "In Chapter 4, Clause III, sub-clause 1, replace “ten constituency parties” with “eight constituency parties”."
)


def put(draft: str, *changes: str) -> str:
    """A draft with changes, each "a line as it is => what it becomes"; what is after ">>" is added at the end."""
    for change in changes:
        if change.startswith(">>"):
            draft += "\n" + change.removeprefix(">>").lstrip(" ") + "\n"
            continue
        old, new = change.split(" => ")
        assert old in draft, old
        draft = draft.replace(old, new, 1)
    return draft


def found(text: str, asked: Asked, *others: str) -> list[Diagnostic]:
    """The findings about procedure."""
    first, *rest = (read_draft(Source(f"{number}.md", one)) for number, one in enumerate((text, *others)))
    return [finding for finding in check(first, MODEL, asked, rest) if finding.code in PROCEDURE]


def shown(findings: list[Diagnostic]) -> list[str]:
    return [f"{finding.severity} {finding.code}" for finding in findings]


TODAY = Asked(now=BEFORE_ALL)


@pytest.mark.parametrize("draft", [MOTION, CHANGE], ids=["motion", "rule change"])
def test_nothing_is_said_of_a_draft_in_order(draft: str) -> None:
    assert not found(draft, TODAY)


WORDS_250 = ">> " + "word " * (250 - 27)  # with those that the motion has
RESOLVES = "1. To call for rural bus grants for four years. => 1. "

MOTIONS = [
    ("title-too-long", "error", ["Rural bus services => Rural bus services in every part of the county of Barsetshire now"]),
    ("title-too-long", "", ["Rural bus services => Rural bus services in every part of Barsetshire county now"]),
    ("title-too-long", "warning", ["Rural bus services => One two three four five six seven eight nine ten eleven", "Annual Conference 2027 => Annual Conference"]),
    ("title-too-long", "", ["Rural bus services => One two three four five six seven eight nine ten eleven", "conference: Annual Conference 2027\n => "]),
    ("motion-too-long", "error", [WORDS_250 + "more"]),
    ("motion-too-long", "", [WORDS_250]),
    ("motion-too-long", "", [WORDS_250, ">> ## Supporting argument\n\nMany more words, which are not counted."]),
    ("motion-too-long", "", [WORDS_250 + "more", "conference: Annual Conference 2027\n => "]),
    ("motion-too-long", "error", [WORDS_250 + "more", "kind: motion => kind: emergency motion"]),
    ("too-late", "error", ["2027-09-02 => 2027-09-10"]),
    ("too-late", "error", ["2027-09-02 => 10 September 2027"]),
    ("too-late", "advice", ["2027-09-02 => 2027-09-09"]),
    ("too-late", "", ["2027-09-02 => 2027-09-08"]),
    ("too-late", "", ["2027-09-02 => 2027-09-10", "kind: motion => kind: composite"]),
    ("too-late", "", ["2027-09-02 => some time in autumn"]),
    ("meeting-missing", "warning", ["agreed: 2027-09-02\n => "]),
    ("meeting-missing", "warning", ["2027-09-02 => "]),
    ("meeting-missing", "", ["2027-09-02 => at the last meeting"]),
    ("cannot-send", "warning", ["Barchester CLP => Barchester North branch"]),
    ("cannot-send", "warning", ["Barchester CLP => Union of Lamplighters, Framley Branch"]),
    ("cannot-send", "", ["Barchester CLP => Union of Lamplighters"]),
    ("cannot-send", "", ["Barchester CLP => Branchester CLP"]),
    ("cannot-send", "", ["Barchester CLP => Barchester CLP, on the motion of its North branch committee"]),
    ("not-contemporary", "advice", ["29 August 2027 => 3 March 2027"]),
    ("not-contemporary", "advice", ["29 August 2027 => 30 June"]),
    ("not-contemporary", "advice", ["On 29 August 2027 the => The"]),
    ("not-contemporary", "advice", ["On 29 August 2027 => It may be that on 1 December 2027"]),
    ("not-contemporary", "", ["29 August 2027 => July 29"]),
    ("not-contemporary", "", ["On 29 August 2027 => In August"]),
    ("not-contemporary", "", ["29 August 2027 => 3 March 2027, and again on 2027-08-30,"]),
    ("not-contemporary", "", ["29 August 2027 => 3 March 2027", "kind: motion => kind: emergency motion"]),
    ("not-contemporary", "", ["29 August 2027 => 3 March 2027", "conference: Annual Conference 2027\n => "]),
    # instructions that can be read, and points that only speak of the rules
    ("rule-change-in-motion", "error", [RESOLVES + "To replace “six times” in 7.IV.1 with “ten times”."]),
    ("rule-change-in-motion", "error", [RESOLVES + "That Chapter 5, Clause IV.5 be deleted."]),
    ("rule-change-in-motion", "error", [">> 2. In Chapter 7, Clause IV, after sub-clause 1 insert:\n\n> 1A. Half of the meetings are held online."]),
    ("rule-change-in-motion", "advice", [RESOLVES + "To ask the Executive to delete Chapter 5, Clause IV.5."]),
    ("rule-change-in-motion", "advice", [RESOLVES + "To seek an amendment of the rule book, so that members choose."]),
    ("rule-change-in-motion", "advice", [RESOLVES + "That our rules be changed so that every branch votes."]),
    ("rule-change-in-motion", "advice", [RESOLVES + "To ask conference to revise Chapter 5 of the rule book."]),
    ("rule-change-in-motion", "", [RESOLVES + "To change the venue of our meetings to the Corn Hall, as item 5 of the agenda says."]),
    ("rule-change-in-motion", "", [RESOLVES + "To call for Rule 5 of the parliamentary code to be amended."]),
    ("rule-change-in-motion", "", [RESOLVES + "To alter section 5 of our local plan."]),
    ("rule-change-in-motion", "", [RESOLVES + "To mandate the secretary to circulate the rule book to every new member."]),
    ("rule-change-in-motion", "", [RESOLVES + "To support an amendment to the Renters’ Rights Bill."]),
    ("rule-change-in-motion", "", [RESOLVES + "To oppose any proposal to delete Chapter 5, Clause IV.5."]),
    ("rule-change-in-motion", "", [RESOLVES + "To keep Chapter 5, Clause IV.5 as it is."]),
    ("rule-change-in-motion", "", [RESOLVES + "To call for section 21 of the Housing Act 1988 to be repealed."]),
    ("rule-change-in-motion", "", [RESOLVES + "To seek a change of the rules on universal credit."]),
    ("rule-change-in-motion", "", [RESOLVES + "To call for clause 5 of the Transport Bill to be deleted."]),
    ("rule-change-in-motion", "", [RESOLVES + "To hold an election under Chapter 7, Clause V.4."]),
    ("rule-change-in-motion", "", ["On 29 August 2027 the => On 29 August 2027 it was proposed to delete Chapter 5, Clause IV.5. The"]),
    ("rule-change-in-motion", "", [RESOLVES + "That Chapter 5, Clause IV.5 be deleted.", "conference: Annual Conference 2027\n => "]),
    ("several-subjects", "advice", [RESOLVES + "To hold every general meeting in public, as Chapter 7, Clause IV.1 allows.\n\n2. To welcome what Chapter 4, Clause III.1 says of the Treasurer."]),
    ("several-subjects", "", [RESOLVES + "To hold every meeting in public, as Chapter 7, Clause IV.1 allows.\n\n2. To tell members of it, as Chapter 7, Clause V.4 says."]),
    ("several-subjects", "", [RESOLVES + "To elect delegates under Chapter 7, Clause V.4.\n\n2. To send the names of the delegates, as Chapter 3, Clause I.4 says."]),
]  # fmt: skip

CHANGES = [
    ("heard-later", "advice", ["Conference 2028 => Conference 2027"]),
    ("heard-later", "advice", ["2027-05-13 => 2028-05-13"]),
    ("heard-later", "advice", ["2027-05-13 => 2027-11-11"]),
    ("heard-later", "", ["2027-05-13 => 2027-06-18"]),
    ("heard-later", "", ["Annual Conference 2028 => Annual Conference"]),
    ("too-late", "error", ["2027-05-13 => 2028-06-17"]),
    ("too-late", "error", ["2027-05-13 => 2027-06-19", "Conference 2028 => Conference 2027"]),
    ("too-late", "", ["2027-05-13 => 2028-06-15"]),
    ("too-late", "", ["2027-05-13 => 2028-06-17", "Annual Conference 2028 => Annual Conference"]),
    ("meeting-missing", "", ["agreed: 2027-05-13\n => "]),
    ("motion-too-long", "", [">> " + "word " * 300]),
    ("title-too-long", "", ["Ten general meetings a year => " + "Meetings " * 12]),
    ("several-subjects", "advice", [f"with “ten times”. => with “ten times”.\n\n{TREASURER}"]),
    ("several-subjects", "advice", [f"with “ten times”. => with “ten times”.\n\n{FIVE}"]),
    ("several-subjects", "", ["In Chapter 7, Clause IV, sub-clause 1, replace “six times” with “ten times”. => Throughout, replace “constituency party” with “local party”."]),
    ("several-subjects", "", ["with “ten times”. => with “ten times”.\n\nIn Chapter 7, Clause VI, sub-clause 1, at the end add “It meets oftener.”"]),
    ("several-subjects", "", ["with “ten times”. => with “ten times, in the manner of Chapter 11, Clause I”.\n\nIn Chapter 11, Clause I, sub-clause 1, at the end add “They are open.”"]),
    ("several-subjects", "", [f"with “ten times”. => with “ten times, save while a trigger ballot is held”.\n\n{FIVE}"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "severity", "changes"), MOTIONS)
def test_a_motion(code: str, severity: str, changes: list[str]) -> None:
    said = found(put(MOTION, *changes), TODAY)
    assert [one for one in shown(said) if code in one] == ([f"{severity} {code}"] if severity else [])


@pytest.mark.parametrize(("code", "severity", "changes"), CHANGES)
def test_a_rule_change(code: str, severity: str, changes: list[str]) -> None:
    said = found(put(CHANGE, *changes), TODAY)
    assert [one for one in shown(said) if code in one] == ([f"{severity} {code}"] if severity else [])


@pytest.mark.parametrize("code", sorted({code for code, severity, _ in MOTIONS if severity}))
def test_what_is_found_can_be_allowed_and_ignored(code: str) -> None:
    changes = next(changes for name, severity, changes in MOTIONS if name == code and severity)
    text = put(MOTION, *changes)
    assert code in {one.code for one in found(text, TODAY)}
    assert code not in {one.code for one in found(text, Asked(now=BEFORE_ALL, ignore=frozenset([code])))}
    finding = next(one for one in found(text, TODAY) if one.code == code)
    head_ends = text.index("---\n", 4)
    if finding.span is None or finding.span[0] < head_ends:
        allowed = text.replace("---\n", f"---\n# redraft: allow {code}: the office knows\n", 1)
    else:
        start = text.rindex("\n", 0, finding.span[0]) + 1
        allowed = f"{text[:start]}<!-- redraft: allow {code}: the office knows -->\n\n{text[start:]}"
    assert code not in {one.code for one in check(read_draft(Source("d.md", allowed)), MODEL, TODAY)}
    assert "allow-unused" not in {one.code for one in check(read_draft(Source("d.md", allowed)), MODEL, TODAY)}


# ------------------------------------------------------------------ the moment at which it is checked


@pytest.mark.parametrize(
    ("now", "named", "severity"),
    [
        ("2027-09-09T17:00", True, ""),
        ("2027-09-09T17:01", True, "error too-late"),
        ("2027-09-09T17:01", False, "warning too-late"),
    ],
)
def test_the_clock(now: str, named: bool, severity: str, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime.datetime.fromisoformat(now)
    if not named:

        class Clock(datetime.datetime):
            @classmethod
            def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:  # type: ignore[override]
                return moment

        monkeypatch.setattr("amendments.checking.datetime.datetime", Clock)
    said = found(MOTION, Asked(now=moment if named else None))
    assert shown(said) == ([severity] if severity else [])


def test_a_draft_without_a_date_waits_by_the_clock() -> None:
    text = put(CHANGE, "agreed: 2027-05-13\n => ")
    assert not found(text, Asked(now=datetime.datetime(2027, 6, 1)))
    (finding,) = found(text, Asked(now=datetime.datetime(2027, 7, 1)))
    assert finding.message == "a rule change that is sent for 2028 is considered at the conference of 2029"


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
        "not known for 2013: the deadline of motions, how much a body may send (the latest known is of 2012)"
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
