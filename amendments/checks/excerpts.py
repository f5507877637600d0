"""What a finding shows of the book: a few words out of many, and a few places out of many."""

from __future__ import annotations

from collections.abc import Sequence


def excerpt(text: str, words: str, around: int = 24) -> str:
    """Some words of a text with what stands round them, cut at spaces."""
    place = text.find(words)
    start, end = max(0, place - around), min(len(text), place + len(words) + around)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", end) if end < len(text) and text.find(" ", end) >= 0 else len(text)
    return f"{'…' if start else ''}{' '.join(text[start:end].split())}{'…' if end < len(text) else ''}"


def first_few(places: Sequence[str], most: int = 5) -> str:
    """Places one after another, the first of them and how many more there are."""
    return ", ".join(places[:most]) + (f" and {len(places) - most} more" if len(places) > most else "")
