"""The words in the book nearest to a quotation that is not there, and where the two differ."""

from __future__ import annotations

import re

from amendments.applying.words.patterns import plain

_WORD = re.compile(r"\w+(?:[’'./\-]\w+)*%?")
ENOUGH = 60  # of 100, as rapidfuzz counts likeness; below that the words are another text
CLOSE = 85  # as near as a slip of the pen


def nearest_words(quoted: str, texts: list[str], enough: float = ENOUGH) -> tuple[int, str] | None:
    """The number of the text, from 0, that has the words nearest to a quotation, and those words, whole.

    None where nothing is near `enough` to be worth showing.
    """
    from rapidfuzz import fuzz

    wanted = plain(quoted)
    if len(wanted) < 3:
        return None
    best: tuple[float, int, int, int] | None = None
    for number, text in enumerate(texts):
        found = fuzz.partial_ratio_alignment(
            wanted.casefold(), text.casefold(), score_cutoff=max(enough, best[0] if best else 0)
        )
        if found is not None and found.score >= enough and (best is None or found.score > best[0]):
            best = (found.score, number, found.dest_start, found.dest_end)
    if best is None:
        return None
    _, number, start, end = best
    return number, _whole_words(wanted, texts[number], start, end)


def _whole_words(wanted: str, text: str, start: int, end: int) -> str:
    """The whole words at a stretch of a text, or a word or two more or less, that are most like those wanted."""
    from rapidfuzz import fuzz

    spans = [match.span() for match in _WORD.finditer(text)]
    inside = [place for place, (left, right) in enumerate(spans) if right > start and left < end]
    if not inside:
        return text[start:end].strip()
    firsts = range(max(0, inside[0] - 1), min(len(spans), inside[0] + 3))
    lasts = range(max(0, inside[-1] - 2), min(len(spans), inside[-1] + 2))
    stretches = [text[spans[i][0] : spans[j][1]] for i in firsts for j in lasts if i <= j]
    stretches += [text[left : right + 1] for left, right in [(spans[inside[0]][0], spans[inside[-1]][1])]]
    return max(stretches, key=lambda words: fuzz.ratio(wanted.casefold(), plain(words).casefold())).strip()


def differing(quoted: str, found: str) -> str:
    """Which words differ: "“inside” for “within”"."""
    import difflib

    a, b = _WORD.findall(quoted), _WORD.findall(found)
    said = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        theirs, ours = " ".join(a[i:j]), " ".join(b[k:m])
        if tag == "replace":
            said.append(f"“{theirs}” for “{ours}”")
        elif tag == "delete":
            said.append(f"“{theirs}” is not there")
        elif tag == "insert":
            said.append(f"“{ours}” is left out")
    return "; ".join(said[:3]) or "only the punctuation differs"
