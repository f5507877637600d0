"""Two provisions say the same in nearly the same words.

One of them is changed some day and the other is forgotten; from then on the rules contradict themselves.

Bad:

    # Chapter 1 Meetings

    ## Clause I Summoning

    1. The secretary shall send a summons to every member at least
    seven days before the meeting, with its date, place and business.

    ## Clause II Notices

    1. The secretary shall send a summons to all members at least
    seven days before the meeting, with its date, place and business.

Good:

    # Chapter 1 Meetings

    ## Clause I Summoning

    1. The secretary shall send a summons to every member at least
    seven days before the meeting, with its date, place and business.

    ## Clause II Notices

    1. A meeting is summoned in the manner of Clause I.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from zlib import crc32

from rulebook.diagnostics import Found, Severity
from rulebook.looking.book import Book
from rulebook.provision import Path
from rulebook.wording import likeness, words_of

SEVERITY = Severity.ADVICE
SINCE = "0.1.0"

SHORTEST = 12  # words; shorter ones are alike by chance
ALIKE = 0.9  # of their words in common and in the same order
RUN = 3  # words that are looked up together
SAMPLE = 8  # such runs kept of each provision, the same whatever it is compared with
SHARED = 2  # of these in common, at the least, before two provisions are compared
CROWD = 40  # provisions with one run in common, beyond which it is a set phrase


def find(book: Book) -> Iterator[Found]:
    """Each provision that is like an earlier one, with the one that it is most like; a run of them is one finding."""
    rulebook = book.rulebook
    words = {path: _words(one.text, one.tail) for path, one in rulebook.walk() if one.label}
    words = {path: said for path, said in words.items() if len(said) >= SHORTEST}
    order = {path: number for number, path in enumerate(words)}
    like = _most_like(words)
    for run in _runs(like, order):
        path, (share, earlier) = run[0], like[run[0]]
        one, other = book.name(path), book.name(earlier)
        same = "the same" if share == 1 else "nearly the same"
        if len(run) == 1:
            said = f"{one} says {same} as {other}"
        else:
            last = [book.name(run[-1]), book.name(like[run[-1]][1])]
            said = f"what stands from {one} to {last[0]} is {same} as from {other} to {last[1]}"
        yield Found(
            said + ("" if share == 1 or len(run) > 1 else f": {_per_cent(share)} per cent of the words"),
            f"keep one of them, and refer to it from the other: “... in the manner of {other}”",
            book.label(path),
        )


def _most_like(words: dict[Path, list[str]]) -> dict[Path, tuple[float, Path]]:
    """Of each provision that is like earlier ones, how much it is, and like which."""
    same: dict[tuple[str, ...], list[Path]] = defaultdict(list)
    for path, said in words.items():
        same[tuple(said)].append(path)
    found = {path: (1.0, paths[0]) for paths in same.values() for path in paths[1:]}
    for one, other in _candidates({paths[0]: words[paths[0]] for paths in same.values()}):
        if one[:-1] == other[:-1]:
            continue  # a list whose items are alike on purpose
        share = likeness(words[one], words[other])
        if share >= ALIKE and share > found.get(other, (0.0, ()))[0]:
            found[other] = (share, one)
    return found


def _runs(like: dict[Path, tuple[float, Path]], order: dict[Path, int]) -> Iterator[list[Path]]:
    """Provisions that stand one after another and are like others that do."""
    run: list[Path] = []
    for path in sorted(like):
        if run and not (order[path] == order[run[-1]] + 1 and order[like[path][1]] == order[like[run[-1]][1]] + 1):
            yield run
            run = []
        run.append(path)
    if run:
        yield run


def _per_cent(share: float) -> int:
    return min(99, round(100 * share))


def _words(*parts: str) -> list[str]:
    return [word.casefold() for part in parts for word in words_of(part) if word[0].isalnum()]


def _candidates(words: dict[Path, list[str]]) -> Iterator[tuple[Path, Path]]:
    """Pairs that have some of their sampled runs of words in common, the earlier one first.

    Of each provision the runs with the lowest check sums are kept, so that two that are alike keep the same ones
    (Broder 1997, by one hash function).
    """
    having: dict[int, list[Path]] = defaultdict(list)
    for path, said in words.items():
        sums = {crc32(" ".join(said[place : place + RUN]).encode()) for place in range(len(said) - RUN + 1)}
        for one in sorted(sums)[:SAMPLE]:
            having[one].append(path)
    shared: Counter[tuple[Path, Path]] = Counter()
    for paths in having.values():
        if 1 < len(paths) <= CROWD:
            shared.update(combinations(paths, 2))
    yield from sorted(pair for pair, number in shared.items() if number >= SHARED)
