"""LibreOffice accepts and rejects the tracked changes of redlines, and the rules are the new ones, or the old ones."""

from __future__ import annotations

import shutil

import pytest

from amendments.redline_document import redline_document
from bench.amending import amendment
from bench.redlines import BY, difference
from bench.settling import settled
from rulebook.comparison import compare

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")

SEEDS = range(1000, 1024)  # others than those that bench.redlines begins with


def test_accepted_and_rejected() -> None:
    amendments = [amendment(seed) for seed in SEEDS]
    results = settled([redline_document(compare(one.before, one.after), BY) for one in amendments])
    amiss = []
    for seed, one, result in zip(SEEDS, amendments, results, strict=True):
        amiss += [(seed, "accepted", said) for said in [difference(result.accepted, one.after)] if said]
        amiss += [(seed, "rejected", said) for said in [difference(result.rejected, one.before)] if said]
    assert amiss == []
