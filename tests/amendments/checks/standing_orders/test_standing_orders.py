"""Standing orders as TOML: moments that can be counted, packs that are refused, those that come with the tool."""

from __future__ import annotations

import datetime
import re

import pytest

from amendments.checks.draft_check import Asked, check
from amendments.checks.standing_orders import bundled, orders_of, read_decisions
from amendments.checks.standing_orders.dates import dates_in
from amendments.checks.standing_orders.deadlines import moment_in
from amendments.checks.standing_orders.kinds_of_entry import ASKS, IN_WORDS
from amendments.checks.standing_orders.reading import read_orders
from amendments.drafts.draft import read_draft
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source, Unreadable
from tests.shared.folders import ROOT

GUIDE = ROOT / "docs" / "standing-orders.md"


@pytest.mark.parametrize(
    ("said", "year", "expected"),
    [
        ("noon on the third Friday in June", 2027, "noon on Friday 18 June 2027"),
        ("noon on the first Friday in July", 2017, "noon on Friday 7 July 2017"),
        ("noon on the last Friday in June", 2019, "noon on Friday 28 June 2019"),
        ("5 pm on the second Thursday in September", 2024, "5 pm on Thursday 12 September 2024"),
        ("17:30 on 12 September", 2024, "17:30 on Thursday 12 September 2024"),
        ("12 am on 12 September", 2024, "12 am on Thursday 12 September 2024"),
        ("midnight on the fourth Monday in May", 2027, "midnight on Monday 24 May 2027"),
        ("the last Sunday in February", 2028, "Sunday 27 February 2028 (the hour is not known)"),
        (datetime.datetime(2024, 9, 12, 17), 2024, "5 pm on Thursday 12 September 2024"),
        (datetime.date(2019, 6, 28), 2019, "Friday 28 June 2019 (the hour is not known)"),
        ("noon on the fifth Friday in June", 2027, None),
        ("noon on the third Fryday in June", 2027, None),
        ("noon on 31 June", 2027, None),
        ("13 pm on 12 June", 2027, None),
        ("25:00 on 12 June", 2027, None),
        ("some time in June", 2027, None),
        (12, 2027, None),
    ],
)
def test_moments(said: object, year: int, expected: str | None) -> None:
    found = moment_in(said, year)
    assert (str(found) if found else None) == expected


ENTRY = '[[title-words]]\nyears = "2027"\nmost = 10\nsource = "the guide"\n'
MOMENT = '[[motion-deadline]]\nyears = "2027"\nsource = "the guide"\nmoment = '

BAD = {
    "no TOML": ("[[title-words]\n", "is not TOML that can be read", "name = value"),
    "a year without marks, twice": ("years = 2019-\n", "is not TOML that can be read", 'years = "2019-2024"'),
    "a name that is none": (ENTRY.replace("title-words", "titel-words"), "line 1: “titel-words” is nothing", "did you mean “title-words”?"),
    "a name like no other": (ENTRY.replace("title-words", "zzz"), "line 1: “zzz” is nothing", "the names are: motion-words, title-words"),
    "one table": (ENTRY.replace("[[", "[").replace("]]", "]"), "line 1: “title-words” must be a list of tables", "begin each with  [[title-words]]"),
    "a value alone": ("title-words = 10\n", "line 1: “title-words” must be a list of tables", "begin each with  [[title-words]]"),
    "a value that means nothing": (ENTRY + "mots = 3\n", "line 1: “mots” means nothing under title-words", "did you mean “most”?"),
    "no years": (ENTRY.replace('years = "2027"\n', ""), "line 1: an entry of title-words must say for which conferences", 'years = "2019-2024"'),
    "years that go back": (ENTRY.replace("2027", "2027-2024"), "must say for which conferences", 'years = "2019-2024"'),
    "years in words": (ENTRY.replace("2027", "from 2027 on"), "must say for which conferences", 'years = "2019-2024"'),
    "no source": (ENTRY.replace('source = "the guide"\n', ""), "must say where it is known from", "source = "),
    "an empty source": (ENTRY.replace("the guide", " "), "must say where it is known from", "source = "),
    "no value": (ENTRY.replace("most = 10\n", ""), "title-words must say most", "most = 250"),
    "a number in words": (ENTRY.replace("10", '"ten"'), "most = “ten” is nothing that title-words can say", "most = 250"),
    "a number that is true": (ENTRY.replace("10", "true"), "most = true is nothing", "most = 250"),
    "nothing allowed": (ENTRY.replace("10", "0"), "most = 0 is nothing", "most = 250"),
    "certain in words": (ENTRY + 'certain = "no"\n', "certain is true or false", "certain = true"),
    "a note that is a number": (ENTRY + "note = 3\n", "the note must be words", "note = "),
    "the second entry": (ENTRY + ENTRY.replace("2027", "soon"), "line 5: an entry", "years = "),
    "years that meet": (ENTRY + ENTRY.replace("2027", "2020-"), "two entries of title-words hold for 2027", "let the years"),
    "organisations in words": ('organisations = "Barchester Party"\n', "organisations must be a list of names", "organisations = ["),
    "other conferences in words": ('other-conferences = "regional"\n', "other-conferences must be a list of names", 'other-conferences = ["regional"'),
    "an empty name": ('organisations = [""]\n', "organisations must be a list of names", "organisations = ["),
    "a moment that is none": (MOMENT + '"noon on the fifth Friday in June"\n', "is no moment that can be worked out", "third Friday in June"),
    "a moment with a zone": (MOMENT + "2027-06-18T12:00:00Z\n", "has a time zone", "leave it out"),
    "a moment of another year": (MOMENT + "2024-06-18T12:00:00\n", "is of one conference, and the years are others", 'years = "2024"'),
    "one moment for many years": (MOMENT.replace('"2027"', '"2027-"') + "2027-06-18T12:00:00\n", "is of one conference", 'years = "2027"'),
    "no conference ever again": ('[[no-conference]]\nyears = "2030-"\nsource = "s"\n', "every year without a conference must be named", 'years = "2020"'),
    "a bar that counts nothing": ('[[bar]]\nyears = "2027"\nsource = "s"\nwhat = "the same part"\n', "for so many conferences, or for so many years", "conferences = 3"),
    "a bar that counts both": ('[[bar]]\nyears = "2027"\nsource = "s"\nwhat = "the same part"\nconferences = 3\nyears-barred = 3\n', "for so many conferences, or", "conferences = 3"),
    "a bar on something else": ('[[bar]]\nyears = "2027"\nsource = "s"\nwhat = "everything"\nconferences = 3\n', "what = “everything” is nothing", "a similar objective"),
    "contemporary in other words": ('[[contemporary]]\nyears = "2027"\nsource = "s"\nafter = "summer"\n', "after = “summer” is nothing", "the end of July"),
    "bodies in words": ('[[may-send]]\nyears = "2027"\nsource = "s"\nbodies = "a branch"\nnot-from = ["x"]\n', "bodies = “a branch” is nothing", "bodies = ["),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message", "help"), BAD.values(), ids=BAD)
def test_a_pack_that_cannot_be_used(text: str, message: str, help: str) -> None:
    with pytest.raises(Unreadable) as problem:
        read_orders(Source("standing-orders.toml", text))
    assert problem.value.message.startswith("standing-orders.toml")
    assert message in problem.value.message and help in problem.value.help


def test_the_same_pack_put_right() -> None:
    assert read_orders(Source("standing-orders.toml", ENTRY)).figure("title-words", 2027)


DECISION = '[[decision]]\nconference = 2025\nclause = "5.IV"\nobjective = "open selection"\noutcome = "lost"\n'
BAD_DECISIONS = {
    "a name that is none": (DECISION.replace("[[decision]]", "[[decisions]]"), "“decisions” is nothing"),
    "one table": (DECISION.replace("[[decision]]", "[decision]"), "must be a list of tables"),
    "no year": (DECISION.replace("2025", '"last year"'), "line 1: a decision must say its conference"),
    "no clause": (DECISION.replace('"5.IV"', '""'), "must say its clause and its objective"),
    "a clause without marks": (DECISION.replace('"5.IV"', "5.4"), "must say its clause and its objective"),
    "another outcome": (DECISION.replace("lost", "defeated"), "the outcome “defeated” is not known"),
    "a name misspelt": (DECISION.replace("outcome", "outcom"), "“outcom” means nothing in a decision"),
}


@pytest.mark.parametrize(("text", "message"), BAD_DECISIONS.values(), ids=BAD_DECISIONS)
def test_decisions_that_cannot_be_used(text: str, message: str) -> None:
    with pytest.raises(Unreadable) as problem:
        read_decisions(Source("decisions.toml", text))
    assert message in problem.value.message and problem.value.help


# ------------------------------------------------------------------ those that come with the tool


@pytest.mark.parametrize("source", bundled(), ids=lambda source: source.name)
def test_what_comes_with_the_tool_can_be_read(source: Source) -> None:
    orders = read_orders(source)
    assert orders.organisations, "or it would be taken for any rulebook"
    for figure in orders.figures:
        assert figure.source and (figure.certain or figure.note), figure


def test_each_organisation_has_one_pack() -> None:
    names = [name for source in bundled() for name in read_orders(source).organisations]
    assert len(names) == len(set(names))
    assert orders_of("") is None and orders_of("Barchester Society") is None


@pytest.mark.parametrize(
    ("organisation", "figure", "year", "moment"),
    [
        ("Labour Party", "rule-change-deadline", 2017, "Friday 7 July 2017 (the hour is not known)"),
        ("Labour Party", "rule-change-deadline", 2019, "Friday 28 June 2019 (the hour is not known)"),
        ("Labour Party", "rule-change-deadline", 2023, "noon on Friday 23 June 2023"),
        ("Labour Party", "rule-change-deadline", 2024, "noon on Wednesday 31 July 2024"),
        ("Labour Party", "motion-deadline", 2011, "noon on Friday 16 September 2011"),
        ("Labour Party", "motion-deadline", 2012, "noon on Friday 21 September 2012"),
        ("Labour Party", "motion-deadline", 2018, "noon on Thursday 13 September 2018"),
        ("Labour Party", "motion-deadline", 2019, "noon on Thursday 12 September 2019"),
        ("Labour Party", "motion-deadline", 2024, "5 pm on Thursday 12 September 2024"),
        ("Labour Party", "motion-deadline", 2013, None),
        ("Labour Party", "emergency-deadline", 2024, "noon on Friday 20 September 2024"),
        ("Model Labour-type Party", "rule-change-deadline", 2027, "noon on Friday 18 June 2027"),
        ("Model Labour-type Party", "rule-change-deadline", 2022, None),
        ("Model Labour-type Party", "motion-deadline", 2026, "5 pm on Thursday 10 September 2026"),
    ],
)
def test_deadlines_that_are_known(organisation: str, figure: str, year: int, moment: str | None) -> None:
    orders = orders_of(organisation)
    assert orders
    found = orders.figure(figure, year)
    assert (str(found.moment(year)) if found else None) == moment


# ------------------------------------------------------------------ the guide


def blocks() -> list[str]:
    return re.findall(r"^```toml\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


SOCIETY = """---
title: Rules of the Barchester Society
organisation: Barchester Society
---

# Chapter 1 Meetings

## Clause I Members’ meetings

1. The members meet six times in the year.
"""
CHANGE = """---
title: Eight meetings of the members a year
from: Barchester North branch
conference: Annual Conference 2027
agreed: 2027-06-19
mover: Ada Brook
---

## Amendment

In Chapter 1, Clause I, sub-clause 1, replace “six times” with “eight times”.
"""


def test_the_guide_has_every_name_and_its_example_can_be_used() -> None:
    orders, decisions = (Source("guide", block) for block in blocks())
    read = read_orders(orders)
    assert {figure.name for figure in read.figures} == set(ASKS)
    assert set(IN_WORDS) == set(ASKS) - {"no-conference"}
    rulebook = read_rulebook(Source("rulebook.md", SOCIETY))[0]
    asked = Asked((read,), read_decisions(decisions), datetime.datetime(2027, 5, 1))
    found = {finding.code for finding in check(read_draft(Source("d.md", CHANGE)), rulebook, asked)}
    assert found == {"too-late", "cannot-send", "mover-missing", "barred"}


# ------------------------------------------------------------------ dates in running words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 29 July 2027", "2027-07-29"),
        ("on 29th July", "2027-07-29"),
        ("on the 3rd of August", "2027-08-03"),
        ("July 29, 2026", "2026-07-29"),
        ("Sept. 5", "2027-09-05"),
        ("2027-8-3", "2027-08-03"),
        ("03/08/2027", "2027-08-03"),
        ("March 2026", "2026-03-01 to 2026-03-31"),
        ("in February", "2027-02-01 to 2027-02-28"),
        ("In early May", "2027-05-01 to 2027-05-31"),
        ("the council may decide", ""),
        ("May we decide", ""),
        ("a march through the town", ""),
        ("31 June 2027", ""),
        ("Chapter 5, Clause IV.5", ""),
        ("between 3 March and 4 April 2027", "2027-03-03, 2027-04-04"),
    ],
)
def test_dates(text: str, expected: str) -> None:
    found = dates_in(text, 2027)
    assert ", ".join(str(d.first) if d.is_a_day else f"{d.first} to {d.last}" for d in found) == expected
