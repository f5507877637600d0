"""LibreOffice accepts and rejects the tracked changes of redlines, and the rules are the new ones, or the old ones."""

from __future__ import annotations

import shutil

import pytest

from amendments.comparing.redlines.document import redline_document
from bench.amending import amendment
from bench.redlines import BY, difference
from bench.settling import settled
from rulebook.comparing.comparison import compare
from tests.amendments.comparing.redlines.cases import CASES, book

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="LibreOffice is not installed"
)

SEEDS = range(1000, 1024)  # others than those that bench.redlines begins with


def test_accepted_and_rejected() -> None:
    pairs = {name: (book(old), book(new)) for name, (old, new, _) in CASES.items()}
    for seed in SEEDS:
        one = amendment(seed)
        pairs[f"seed {seed}"] = one.before, one.after
    results = settled([redline_document(compare(*pair), BY) for pair in pairs.values()])
    amiss = {}
    for (name, (before, after)), result in zip(pairs.items(), results, strict=True):
        amiss[f"{name}, accepted"] = difference(result.accepted, after)
        amiss[f"{name}, rejected"] = difference(result.rejected, before)
    assert {name: said for name, said in amiss.items() if said} == {}
