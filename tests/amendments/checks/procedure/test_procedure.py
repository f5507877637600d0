"""What the standing orders ask, in tables: each fault has drafts that have it and, beside them, drafts that have not.

A row changes lines of a draft that is in order; of the findings only those about procedure are looked at.
"""

from __future__ import annotations

import datetime

import pytest

from amendments.checks.draft_check import Asked
from tests.amendments.checks.procedure.drafts_in_order import (
    CHANGE,
    MOTION,
    TODAY,
    WORDS_250,
    found,
    put,
    shown,
)

FIVE = "In Chapter 5, Clause IV, sub-clause 5, paragraph D, replace “more than half” with “two thirds”."
TREASURER = (
    "In Chapter 4, Clause III, sub-clause 1, replace “ten constituency parties” with “eight constituency parties”."
)


@pytest.mark.parametrize("draft", [MOTION, CHANGE], ids=["motion", "rule change"])
def test_nothing_is_said_of_a_draft_in_order(draft: str) -> None:
    assert not found(draft, TODAY)


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
    ("too-late", "", ["2027-09-02 => 2027-09-10", "Annual Conference 2027 => Barsetshire Regional Conference 2027"]),
    ("too-late", "", ["2027-09-02 => 2027-09-10", "Annual Conference 2027 => Women’s Conference 2027"]),
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

        monkeypatch.setattr("amendments.checks.draft_check.datetime.datetime", Clock)
    said = found(MOTION, Asked(now=moment if named else None))
    assert shown(said) == ([severity] if severity else [])


def test_a_draft_without_a_date_waits_by_the_clock() -> None:
    text = put(CHANGE, "agreed: 2027-05-13\n => ")
    assert not found(text, Asked(now=datetime.datetime(2027, 6, 1)))
    (finding,) = found(text, Asked(now=datetime.datetime(2027, 7, 1)))
    assert finding.message == "a rule change that is sent for 2028 is considered at the conference of 2029"
