"""Those who signed: what is read of a spreadsheet, who is counted once, and in which order they are printed."""

from __future__ import annotations

import pytest

from amendments.drafts.signatories import Signatory, once, read_table, sorted_by_surname
from rulebook.source import Source, Unreadable

ADA, SAM = Signatory("Ada Brook", "North"), Signatory("Sam Oduya", "South")


def table(text: str) -> Source:
    return Source("names.csv", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name,branch\nAda Brook,North\nSam Oduya,South\n", [ADA, SAM]),
        ("Name;Branch\r\nAda Brook;North\r\nSam Oduya;South\r\n", [ADA, SAM]),
        ("\ufeffFull name\tConstituency\nAda Brook\tNorth", [ADA]),
        ("First name,Surname,CLP\nAda,Brook,North", [ADA]),
        (
            'Timestamp,Your name,Comments\n2027-06-01,Ada Brook,"Yes, and ""soon"""',
            [Signatory("Ada Brook", "", "2027-06-01", 'Yes, and "soon"')],
        ),
        (
            'name,comment\nAda Brook,"two\nlines"\nSam Oduya,',
            [Signatory("Ada Brook", comment="two lines"), Signatory("Sam Oduya")],
        ),
        ("name\n\n  Ada   Brook  \n\n", [Signatory("Ada Brook")]),
        ("name,branch,\nAda Brook,North,\n", [ADA]),
        (
            "name\n<script>alert(1)</script>\n{{ 7*7 }}\n",
            [Signatory("<script>alert(1)</script>"), Signatory("{{ 7*7 }}")],
        ),
        ("name,branch\nAda Brook\n", [Signatory("Ada Brook")]),
    ],
)
def test_a_table(text: str, expected: list[Signatory]) -> None:
    found, findings = read_table(table(text))
    assert list(found) == expected
    assert not [finding for finding in findings if finding.code == "signatory-unread"]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("name,branch\nAda Brook,North\n,South\n", 3, "this row has no name"),
        ("name,branch\nAda Brook,North,more,cells\n", 2, "this row has 4 cells, and the first row 2"),
        ('name,comment\nAda,fine\nSam,"never closed\n', 3, "this row cannot be read"),
        ('name,comment\nAda,"two\nlines"\n,none\n', 4, "this row has no name"),
    ],
)
def test_a_row_that_is_broken(text: str, line: int, says: str) -> None:
    [finding] = read_table(table(text))[1]
    assert finding.code == "signatory-unread" and says in finding.message
    assert finding.place is not None and finding.place[0] == line


@pytest.mark.parametrize("text", ["", "\n\n", "branch,date\nNorth,2027-06-01\n", "Ada Brook\nSam Oduya\n"])
def test_a_table_without_a_column_of_names(text: str) -> None:
    with pytest.raises(Unreadable):
        read_table(table(text))


def test_what_is_not_printed_is_said() -> None:
    found, [finding] = read_table(table("name,E-mail,Phone\nAda Brook,ada@example.org,123\n"))
    assert found == (Signatory("Ada Brook"),)
    assert finding.message == "“E-mail”, “Phone” are not printed"


@pytest.mark.parametrize(
    ("signed", "kept", "codes"),
    [
        ([ADA, SAM], [ADA, SAM], []),
        ([ADA, ADA], [ADA], ["signatory-twice"]),
        ([ADA, Signatory("ADA  BROOK", "north")], [ADA], ["signatory-twice"]),
        ([Signatory("Zoë Ng"), Signatory("Zoe Ng", "North")], [Signatory("Zoë Ng", "North")], ["signatory-twice"]),
        (
            [Signatory("J. Ojo"), Signatory("J Ojo", comment="Yes")],
            [Signatory("J. Ojo", comment="Yes")],
            ["signatory-twice"],
        ),
        ([ADA, Signatory("Ada Brook", "South")], [ADA, Signatory("Ada Brook", "South")], ["signatory-alike"]),
    ],
)
def test_each_is_counted_once(signed: list[Signatory], kept: list[Signatory], codes: list[str]) -> None:
    found, findings = once(signed)
    assert list(found) == kept
    assert [finding.code for finding in findings] == codes


@pytest.mark.parametrize(
    "names",
    [
        ["Ada Brook", "Sam Oduya"],
        ["Bea Adams", "Ada Brook"],
        ["Ada Brook", "Bea Brook"],
        ["Åsa Ångström", "Ada Brook"],
        ["Zed Adair", "Pieter van den Berg", "Ann Vance"],
        ["Cher", "Ada Dunn"],
    ],
)
def test_they_are_sorted_by_surname(names: list[str]) -> None:
    found = sorted_by_surname([Signatory(name) for name in reversed(names)])
    assert [one.name for one in found] == names
