"""`python -m bench.redlines`: what comes of tracked changes that are all accepted, and all rejected.

Random amendments of the model rules are written as Word documents with tracked changes. LibreOffice accepts and rejects
them, and so does the tool's own reader; each time the rules must be the new ones, or the old ones, in every provision:
its reference, label, heading, words, tail and notes.

    python -m bench.redlines [NUMBER] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from amendments.comparing.redlines.document import redline_document
from amendments.comparing.redlines.tracked_changes import By
from bench.amending import Amendment, amendment
from bench.printing import Missing
from bench.settling import settled
from rulebook.comparing.comparison import compare
from rulebook.importing.importer import import_rulebook
from rulebook.provision import Provision, Rulebook
from rulebook.source import Unreadable

NUMBER = 300
BY = By("Barchester CLP", "2027-05-13")
SHOWN = 5  # differences, of each way

Parts = tuple[str, str, str, str, str, tuple[str, ...]]


def provisions(rulebook: Rulebook) -> list[Parts]:
    """Every provision with its reference and all its words."""

    def parts(reference: str, one: Provision) -> Parts:
        return reference, one.label, one.heading, one.text, one.tail, one.notes

    return [parts(rulebook.reference(path), one) for path, one in rulebook.walk()]


def difference(data: bytes, expected: Rulebook, tracked: str = "accept") -> str:
    """In which provision what is read from a document is not what was expected; "" where all are."""
    try:
        came = provisions(import_rulebook(data, "redline.docx", tracked=tracked).rulebook)
    except Unreadable as problem:
        return problem.message
    wanted = provisions(expected)
    if came == wanted:
        return ""
    place = next((n for n, pair in enumerate(zip(wanted, came, strict=False)) if pair[0] != pair[1]), len(wanted))
    return f"wanted {wanted[place : place + 1]}, found {came[place : place + 1]}"


def document(one: Amendment) -> bytes:
    return redline_document(compare(one.before, one.after), BY)


def said(who: str, how: str, results: Sequence[str]) -> None:
    """One line of the table, and the first differences."""
    right = results.count("")
    print(f"{who:<16} {how:<9} {right} of {len(results)}  {'met' if right == len(results) else 'NOT MET'}")
    for seed, result in [(seed, result) for seed, result in enumerate(results) if result][:SHOWN]:
        print(f"    seed {seed}: {result[:300]}")


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.redlines", description=__doc__.split("\n")[0])
    parser.add_argument("number", nargs="?", type=int, default=NUMBER, help="of amendments")
    parser.add_argument("--keep", type=Path, help="a folder that the documents stay in")
    given = parser.parse_args(arguments)
    amendments = [amendment(seed) for seed in range(given.number)]
    documents = [document(one) for one in amendments]
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
        for seed, data in enumerate(documents):
            (given.keep / f"{seed}.docx").write_bytes(data)
    pairs = list(zip(amendments, documents, strict=True))
    said("our own reader", "accepted", [difference(data, one.after) for one, data in pairs])
    said("our own reader", "rejected", [difference(data, one.before, "reject") for one, data in pairs])
    try:
        results = settled(documents)
    except Missing as missing:
        print(f"LibreOffice: passed over, {missing}")
        return
    both = list(zip(amendments, results, strict=True))
    said("LibreOffice", "accepted", [difference(result.accepted, one.after) for one, result in both])
    said("LibreOffice", "rejected", [difference(result.rejected, one.before) for one, result in both])


if __name__ == "__main__":
    main(sys.argv[1:])
