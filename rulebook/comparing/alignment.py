"""Which provision of a new book is which of the old one, told by their words and not by their numbers.

Words that stand once in either book are anchors. Siblings are looked for under the same parent first, equal ones
before similar ones; what is left then is looked for across the book, where only longer texts count as moved. A
provision has at most one counterpart. The work grows with the size of the books, however long a list of siblings is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from itertools import chain, pairwise

from rulebook.comparing.flat_book import Sayings, Side, lay_out
from rulebook.provision import Rulebook
from rulebook.wording import likeness

ALIKE = 0.5  # the share of words in common from which a provision counts as reworded, and not as another
ALIKE_WITH_LABEL = 0.3  # the same, where it keeps its number
ALIKE_ELSEWHERE = 0.6  # the same, where it would have moved to another parent
NEARLY_ALL = 0.9  # the same, where it keeps its number and its own words: no other is likelier
SHORT = 8  # words below which a provision that keeps its place and number is the same one whatever it says
MOVABLE = 6  # words that a text must have to be followed to another parent: "Repealed." stands anywhere

_FEW = 16  # as many pairs of siblings are compared without looking for likely ones first
_CROWD = 24  # a mark shared by more provisions than this tells them apart no more
_BEST = 3  # how many likely counterparts are compared word by word


def align(before: Rulebook, after: Rulebook) -> tuple[Side, Side]:
    """The two books laid out, with every provision's counterpart."""
    sayings = Sayings()
    alignment = _Alignment(lay_out(before, sayings), lay_out(after, sayings), sayings.lengths)
    alignment.pair(0, 0)
    alignment.settle()
    alignment.follow_moves()
    return alignment.old, alignment.new


class _Alignment:
    """The work of `align`: pairs found so far, and pairs whose children are still to be looked at."""

    def __init__(self, old: Side, new: Side, lengths: dict[int, int]) -> None:
        self.old = old
        self.new = new
        self.lengths = lengths
        self.waiting: list[tuple[int, int]] = []
        self.times_old, self.times_new = Counter(old.whole), Counter(new.whole)

    def pair(self, i: int, j: int) -> None:
        """Say that these two are one provision; where they are equal, so is all under them."""
        old, new = self.old, self.new
        end_i, end_j = old.ends[i], new.ends[j]
        equal = old.whole[i] == new.whole[j]
        if equal and max(old.partner[i:end_i]) < 0 and max(new.partner[j:end_j]) < 0:
            old.partner[i:end_i] = range(j, end_j)
            new.partner[j:end_j] = range(i, end_i)
            new.as_it_was.add(j)
        else:
            old.partner[i], new.partner[j] = j, i
            if old.children[i] and new.children[j]:
                self.waiting.append((i, j))

    def settle(self) -> None:
        """Look at the children of every pair, and so on down."""
        while self.waiting:
            i, j = self.waiting.pop()
            a, b = self._left(self.old.children[i], self.new.children[j])
            self._ends(a, b)
            a, b = self._left(a, b)
            if not a or not b:
                continue
            if len(a) > 1 or len(b) > 1:
                self._equal(a, b, self.old.whole, self.new.whole)
                self._beside(a, b)
                self._beside(a[::-1], b[::-1])
                a, b = self._left(a, b)
                self._in_turn(a, b)
            # What stands elsewhere word for word has moved there, and is not what now says something else here.
            a = [i for i in a if self.old.partner[i] < 0 and not self._elsewhere(self.old, i)]
            b = [j for j in b if self.new.partner[j] < 0 and not self._elsewhere(self.new, j)]
            self._equal(a, b, self.old.own, self.new.own)
            a, b = self._left(a, b)
            self._hardly_changed(a, b)
            self._similar(*self._left(a, b), self._siblings_alike)

    def follow_moves(self) -> None:
        """Pair across the book what found no counterpart under its own parent, as long as there are such pairs."""
        a, b = self._left(range(len(self.old.provisions)), range(len(self.new.provisions)))
        a = [i for i in a if self.old.length(i) >= MOVABLE]
        b = [j for j in b if self.new.length(j) >= MOVABLE]
        looked_for: set[int] = set()
        last = 0
        while a and b and len(a) != last:
            last = len(a)
            self._equal(a, b, self.old.whole, self.new.whole)
            a, b = self._left(a, b)
            # What has nothing under it is as likely as it was; the rest may share more, now that others are paired.
            again = [i for i in a if i not in looked_for or self.old.children[i]]
            self._similar(again, b, self._alike_elsewhere)
            looked_for.update(again)
            self.settle()
            a, b = self._left(a, b)

    def _left(self, a: Iterable[int], b: Iterable[int]) -> tuple[list[int], list[int]]:
        in_old, in_new = self.old.partner, self.new.partner
        return [i for i in a if in_old[i] < 0], [j for j in b if in_new[j] < 0]

    def _elsewhere(self, side: Side, number: int) -> bool:
        whole = side.whole[number]
        return self.times_old[whole] == 1 == self.times_new[whole] and side.length(number) >= MOVABLE

    def _ends(self, a: list[int], b: list[int]) -> None:
        """Pair the equal beginnings of two lists of siblings, and their equal ends."""
        in_old, in_new = self.old.whole, self.new.whole
        start, last, shorter = 0, 0, min(len(a), len(b))
        while start < shorter and in_old[a[start]] == in_new[b[start]]:
            start += 1
        while last < shorter - start and in_old[a[-1 - last]] == in_new[b[-1 - last]]:
            last += 1
        self._pair_row(a[:start], b[:start])
        self._pair_row(a[len(a) - last :], b[len(b) - last :])

    def _pair_row(self, a: list[int], b: list[int]) -> None:
        """Pair siblings with those that are equal to them one by one."""
        if not a:
            return
        old, new = self.old, self.new
        first_i, end_i, first_j, end_j = a[0], old.ends[a[-1]], b[0], new.ends[b[-1]]
        if max(old.partner[first_i:end_i]) < 0 and max(new.partner[first_j:end_j]) < 0:  # nobody is left out between
            old.partner[first_i:end_i] = range(first_j, end_j)
            new.partner[first_j:end_j] = range(first_i, end_i)
            new.as_it_was.update(b)
        else:
            for i, j in zip(a, b, strict=True):
                self.pair(i, j)

    def _equal(self, a: list[int], b: list[int], in_old: list[int], in_new: list[int]) -> None:
        """Pair those whose number is the same and stands once in either list; what says nothing has no say here."""
        alone_a = _alone(a, in_old)
        alone_b = _alone(b, in_new)
        for number, i in alone_a.items():
            j = alone_b.get(number, -1)
            if j >= 0 and self.old.partner[i] < 0 and self.new.partner[j] < 0 and self._says_something(i):
                self.pair(i, j)

    def _beside(self, a: list[int], b: list[int]) -> None:
        """Pair equal ones that follow a pair; texts that stand several times are told apart so."""
        after = dict(pairwise(b))
        for one, two in pairwise(a):
            follower = after.get(self.old.partner[one], -1)
            free = follower >= 0 and self.old.partner[two] < 0 and self.new.partner[follower] < 0
            if free and self.old.whole[two] == self.new.whole[follower]:
                self.pair(two, follower)

    def _in_turn(self, a: list[int], b: list[int]) -> None:
        """Pair equal ones that stand several times: the first with the first, and so on."""
        theirs: dict[int, list[int]] = defaultdict(list)
        for j in reversed(b):
            theirs[self.new.whole[j]].append(j)
        for i in a:
            if theirs.get(self.old.whole[i]):
                self.pair(i, theirs[self.old.whole[i]].pop())

    def _hardly_changed(self, a: list[int], b: list[int]) -> None:
        """Pair those that say the same under the same number, where nearly all under them says the same too."""
        there = {(self.new.own[j], self.new.labels[j]): j for j in b if self.new.children[j]}
        for i in a:
            j = there.get((self.old.own[i], self.old.labels[i]), -1)
            if j >= 0 and self.old.children[i] and self.new.partner[j] < 0:
                length, shared = self._below(i, j)
                if shared >= NEARLY_ALL * length:
                    self.pair(i, j)

    def _says_something(self, i: int) -> bool:
        return bool(self.old.children[i]) or self.old.length(i) > 0

    def _similar(self, a: list[int], b: list[int], alike: Callable[[int, int], float]) -> None:
        """Pair those that are alike, the likest first; `alike` is 0 for what is not alike enough.

        All pairs of two short lists are compared; of longer ones those that share the most marks, and further ones
        only where one of these has been found to be another's.
        """
        few = len(a) * len(b) <= _FEW
        likely = dict.fromkeys(a, b) if few else self._likely(a, b)
        while likely:
            best = likely if few else {i: row[:_BEST] for i, row in likely.items()}
            found = []
            for i, row in best.items():
                for j in row:
                    score = alike(i, j)
                    if score > 0:
                        found.append((-score, abs(self.old.place(i) - self.new.place(j)), i, j))
            for _, _, i, j in sorted(found):
                if self.old.partner[i] < 0 and self.new.partner[j] < 0:
                    self.pair(i, j)
            again = [i for i in likely if self.old.partner[i] < 0 and self._are_taken(best[i])] if not few else []
            likely = {i: [j for j in likely[i][_BEST:] if self.new.partner[j] < 0] for i in again}

    def _are_taken(self, numbers: list[int]) -> bool:
        return any(self.new.partner[j] >= 0 for j in numbers)

    def _likely(self, a: list[int], b: list[int]) -> dict[int, list[int]]:
        """For each of the first list those of the second that share a mark with it, the most marks first."""
        owners: dict[Hashable, list[int]] = defaultdict(list)
        for j in b:
            for mark in self.new.marks(j):
                owners[mark].append(j)
        telling = {mark: some for mark, some in owners.items() if len(some) <= _CROWD}
        likely = {}
        for i in a:
            votes = Counter(chain.from_iterable([telling[mark] for mark in self.old.marks(i) if mark in telling]))
            likely[i] = sorted(votes, key=votes.__getitem__, reverse=True)
        return likely

    def _siblings_alike(self, i: int, j: int) -> float:
        if self.old.labels[i] != self.new.labels[j]:
            return self._alike(i, j, ALIKE)
        if 0 < max(self.old.length(i), self.new.length(j)) <= SHORT:
            return self._alike(i, j, 0.0) + 0.1
        score = self._alike(i, j, ALIKE_WITH_LABEL)
        return score and score + 0.1

    def _alike_elsewhere(self, i: int, j: int) -> float:
        return self._alike(i, j, ALIKE_ELSEWHERE, alone=False)

    def _alike(self, i: int, j: int, least: float, *, alone: bool = True) -> float:
        """The share of words in common, with all under them or, if `alone`, of the two themselves where that is more.

        It is 0 where it would be less than `least`; what cannot reach that is not compared word by word.
        """
        old, new = self.old, self.new
        a, b = old.words(i), new.words(j)
        length = len(a) + len(b)
        below, shared = self._below(i, j) if old.children[i] or new.children[j] else (0, 0)
        whole = length + below
        if not whole:
            return 0.0

        def score(in_common: float) -> float:
            together = (in_common + shared) / whole
            return max(in_common / length, together) if alone and length else together

        if score(2 * min(len(a), len(b))) < least:
            return 0.0
        in_any_order = min(sum(map(old.vocabulary(i).__contains__, b)), sum(map(new.vocabulary(j).__contains__, a)))
        if score(2 * in_any_order) < least:
            return 0.0
        exact = score(likeness(a, b) * length)
        return exact if exact >= least else 0.0

    def _below(self, i: int, j: int) -> tuple[int, int]:
        """How many words stand under the two, both together, and how many of these in what says the same."""
        old, new = self.old, self.new
        length = old.starts[old.ends[i]] - old.starts[i + 1] + new.starts[new.ends[j]] - new.starts[j + 1]
        if not old.children[i] or not new.children[j]:
            return length, 0
        ours, theirs = range(i + 1, old.ends[i]), range(j + 1, new.ends[j])
        shared = 0
        unpaired = []
        for side, top, under, others in ((old, i, ours, theirs), (new, j, theirs, ours)):
            if max(side.partner[under.start : under.stop]) < 0:
                unpaired.append(side.under(top))
            else:
                shared += sum(self.lengths[side.own[number]] for number in under if side.partner[number] in others)
                unpaired.append(Counter([side.own[number] for number in under if side.partner[number] not in others]))
        counts, other_counts = unpaired
        for said in counts.keys() & other_counts.keys():
            shared += 2 * min(counts[said], other_counts[said]) * self.lengths[said]
        return length, shared


def _alone(members: list[int], numbers: list[int]) -> dict[int, int]:
    """The members whose number no other member has, by that number."""
    found: dict[int, int] = {}
    for member in members:
        found[numbers[member]] = -1 if numbers[member] in found else member
    return {number: member for number, member in found.items() if member >= 0}
