"""Lines in capitals over numbers that begin again: each case is a text, and the outline."""

from __future__ import annotations

import pytest

from tests.rulebook.importing.imported import imported, outline

RULES = "ARTICLE I. NAME\n\nSection 1. The society is called the Skiff.\n\nARTICLE II. SEAT\n\nSection 1. It sits in Orrin.\n\n"
READ = ["I: NAME", "I.1: The society is called the Skiff.", "II: SEAT", "II.1: It sits in Orrin."]
KEYS = "ARTICLE I. KEYS\n\nSection 1. Keys hang in the hall.\n"
CASES: dict[str, tuple[str, list[str]]] = {
    "the numbers begin again": (
        f"{RULES}HOUSE RULES\n\n{KEYS}",
        [*READ, "HOUSE RULES: HOUSE RULES", "I: KEYS", "I.1: Keys hang in the hall."],
    ),
    "and again": (
        f"{RULES}HOUSE RULES\n\n{KEYS}\nRULES OF RACING\n\n{KEYS.replace('hall', 'shed')}",
        [
            *READ,
            *("HOUSE RULES: HOUSE RULES", "I: KEYS", "I.1: Keys hang in the hall."),
            *("RULES OF RACING: RULES OF RACING", "I: KEYS", "I.1: Keys hang in the shed."),
        ],
    ),
    "right under a sentence": (
        f"{RULES.rstrip()}\nHOUSE RULES\n\n{KEYS}",
        [*READ, "HOUSE RULES: HOUSE RULES", "I: KEYS", "I.1: Keys hang in the hall."],
    ),
    "the numbers go on": (
        f"{RULES}HOUSE RULES\n\n{KEYS.replace(' I.', ' III.')}",
        [*READ[:3], "II.1: It sits in Orrin.\n\nHOUSE RULES", "III: KEYS", "III.1: Keys hang in the hall."],
    ),
    "the title": (f"HOUSE RULES\n\n{RULES}", READ),
}


@pytest.mark.parametrize("case", CASES)
def test_divisions(case: str) -> None:
    text, expected = CASES[case]
    assert [
        line.rpartition("RULES.")[2].rpartition("RACING.")[2] for line in outline(imported(text).rulebook)
    ] == expected
