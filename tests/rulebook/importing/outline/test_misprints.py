"""Numbers that were misprinted: each case is lines, those after them as they are read, and how many of them are said."""

from __future__ import annotations

import pytest

from rulebook.importing.file.paragraphs import Paragraph
from rulebook.importing.outline.misprints import well_printed

CASES: dict[str, tuple[str, str]] = {  # lines with a stroke between; what of them is read otherwise
    "a small l in a numeral": ("Article I Name | Article Il Crew | Article III Oars", "Article II Crew"),
    "two of them": ("Article I Name | Article Il Crew | Article Ill Oars | Article IV Dues", "Article II Crew, Article III Oars"),
    "in capitals": ("ARTICLE VII – DUES | ARTICLE VIll – OARS", "ARTICLE VIII – OARS"),
    "a small l for a figure": ("Section l. Oars are red. | Section 2. Boats are old.", "Section 1. Oars are red."),
    "the first under a heading": (
        "Article I Name | Section 1. It is short. | Section 2. It is old. | Article II Oars | Section l. They are red.",
        "Section 1. They are red.",
    ),
    "the numbers leave two readings": ("Article Il Crew | Oars", ""),
    "it does not count": ("Article I Name | Article Ill Crew | Article V Oars", ""),
    "a sentence": ("Section 1 Name | Section will is no number", ""),
    "numerals in small letters": ("Section i Name | Section ii Crew", ""),
    "a word right after the number": ("1.The crew rows. | 2. The cox steers.", "1. The crew rows."),
    "the last of a list": ("1. The crew rows. | 2.The cox steers.", "2. The cox steers."),
    "in brackets": ("(1)The crew rows. | (2)The cox steers.", "(1) The crew rows., (2) The cox steers."),
    "no number goes on from it": ("1.The crew rows. | 4. The cox steers.", ""),
    "a time": ("10.30 is when the crew rows. | 11.The cox steers.", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_misprints(case: str) -> None:
    lines, expected = CASES[case]
    before = [Paragraph(line.strip()) for line in lines.split("|")]
    after, said = well_printed(before)
    changed = [new.text for old, new in zip(before, after, strict=True) if old.text != new.text]
    assert ", ".join(changed) == expected
    assert len(said) == len(changed)
