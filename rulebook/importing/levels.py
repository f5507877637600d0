"""What belongs under what: of all the ways to put the paragraphs under one another, the one with the least strain.

Every paragraph is a heading, a provision with a label, or words of a provision that is open. Each way of taking it
strains something more or less: the count of its list, how far it stands in from the margin, what the file itself says
of lists, what the book does elsewhere. The best few ways are followed from the first paragraph to the last, so that
what comes later settles what was doubtful before: whether "i." is a numeral or a letter, or "2018." a label at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import inf

from rulebook.following import dress
from rulebook.importing.headings import APART, Heading, heading
from rulebook.importing.labels import tidied, typed
from rulebook.importing.paragraphs import Form, Paragraph
from rulebook.importing.standing import is_indented, with_telling_places
from rulebook.importing.strain import DOUBT, IMPOSSIBLE, aside, beginning, inwards, step
from rulebook.numbering import BULLET, BULLETS, DECIMAL, common_style, count, segment, styles

KEPT = 8  # ways that are followed side by side
WORDS_WITH_A_LABEL = 4.2  # that what looks like a label is none, where a paragraph begins
IN_MID_SENTENCE = 1.0  # the same, where a line may go on with the one before
FURTHER = 0.8  # one more paragraph after the list of a heading: many of them are of something else
GOING_ON = 0.6  # that words which go on with a sentence do so in a list's last provision, and not in what opened it
AFTER_A_LINK = 0.6  # that a new sentence belongs to "c. a treasurer; and" rather than to what opened the list
SAME_LIST = 3.9  # what a step may strain at most where the file has both numbers in one list
DEEPEST = 12  # lists in lists; what is nested deeper is a fault of the layout


@dataclass(frozen=True, slots=True)
class Open:
    """A provision that is open, with the last label of its list, where that stands, and what may come under it.

    `depth` counts from 0 for chapters; lists under headings begin at the number of heading levels.
    """

    depth: int
    label: str
    style: str
    dress: str = ""
    indent: float | None = None
    inner: float | None = None
    nested: int | None = None
    introduces: bool = True
    complete: bool = True  # a sentence of its own, to which another may be added, and no link of one
    ended: bool = False  # words after its list were read: nothing more can come under it
    closing: float | None = None  # where those words stand, if that is where such words would be looked for
    parent: bool = False  # a list has begun under it

    def __hash__(self) -> int:  # of what tells most of them apart: a long book asks for it a million times
        return hash((self.depth, self.label, self.style, self.nested, self.indent, self.ended))


@dataclass(frozen=True, slots=True)
class Taken:
    """How one paragraph was taken.

    `depth` is that of the new provision, or of the one that the words belong to (-1: none yet). `label` is empty for
    words; `joined` says that they go on with the sentence before. `words` are what is left when the label is gone.
    `strain` is above `DOUBT` where somebody should look.
    """

    depth: int
    label: str = ""
    words: str = ""
    heading: Heading | None = None
    joined: bool = False
    strain: float = 0.0
    doubt: str = ""


Stack = tuple[Open, ...]
_Opening = tuple[Paragraph, str, str, str, Stack, int, float]
"""A paragraph, its label and words, the style of its numeral, what is above it, its depth, and what that strains."""


@dataclass(slots=True)
class _Way:
    strain: float
    stack: Stack
    taken: Taken | None = None
    before: _Way | None = None


@dataclass(slots=True)
class Habits:
    """What the book does: the heading words from the top, and the numerals and dress usual at each depth below."""

    words: tuple[str, ...]
    usual: list[Counter[tuple[str, str]]] = field(default_factory=list)
    declared: tuple[str, ...] = ()
    indented: bool = True
    listed: bool = True  # whether the file counts words without a label among the lists that they belong to
    further: float | None = None  # how far in from its label a second paragraph of a provision stands, where known

    def unusual(self, depth: int, style: str, worn: str) -> float:
        """What it takes for a list to have these numerals at this depth below the headings."""
        if depth < len(self.declared) and style != BULLET:
            return 0.0 if self.declared[depth] == style else 2.5
        met = self.usual[depth] if depth < len(self.usual) else None
        if not met or style == BULLET:
            return 0.0
        most = max(met.values())
        here = met[style, worn]
        return 0.0 if 2 * here >= most else 0.4 if here * 8 >= most else 1.0


def put_under(
    paragraphs: Sequence[Paragraph],
    words: tuple[str, ...],
    declared: tuple[str, ...] = (),
    say: Callable[[int], None] | None = None,
) -> list[Taken]:
    """How each paragraph is taken, in order. `words` are those of the headings, `declared` the numerals that somebody
    said the levels under the headings have.

    It is done twice: the first time shows what the book's habits are.
    """
    habits = Habits(words, [], declared, is_indented(paragraphs))
    given, paragraphs = paragraphs, with_telling_places(paragraphs)
    habits.listed = given is paragraphs or any(one.depth is not None and not one.label for one in given)
    if habits.indented and given is paragraphs:  # what is indented by nothing stands at the margin
        paragraphs = [
            replace(one, indent=0.0, inner=0.0) if one.indent is None and one.depth is None else one
            for one in paragraphs
        ]
    taken = _Reading(paragraphs, habits).best()
    if not declared:
        habits.usual = usual_numerals(taken, len(words))
        habits.further = usual_place(paragraphs, taken)
        taken = _Reading(paragraphs, habits).best()
    return taken


def usual_numerals(taken: Sequence[Taken], headed: int) -> list[Counter[tuple[str, str]]]:
    """How often each numeral style was met at each depth below the headings, and in what dress."""
    lists: dict[int, list[str]] = {}
    found: list[Counter[tuple[str, str]]] = []

    def close(depth: int) -> None:
        for deeper in [one for one in lists if one >= depth]:
            labels = lists.pop(deeper)
            while len(found) <= deeper - headed:
                found.append(Counter())
            style = common_style(labels)
            if style:
                found[deeper - headed][style, dress(labels[0])] += len(labels)

    for one in taken:
        if one.heading or not one.label:
            if one.heading:
                close(headed)
            continue
        close(one.depth + 1)
        lists.setdefault(one.depth, []).append(one.label)
    close(headed)
    return found


def usual_place(paragraphs: Sequence[Paragraph], taken: Sequence[Taken]) -> float | None:
    """How far in from its label a second paragraph stands: of those that can belong to one provision only, because
    the list goes on after them."""
    met: Counter[int] = Counter()
    owner = -1
    words: list[int] = []
    for place, how in enumerate(taken):
        if not how.label:
            if not how.joined:
                words.append(place)
            continue
        if owner >= 0 and words and how.depth == taken[owner].depth and not how.heading:
            start = paragraphs[owner].indent
            met.update(
                round((indent - start) / 3)
                for one in words
                if (indent := paragraphs[one].indent) is not None
                and start is not None
                and indent > start - 3
                and paragraphs[one].form is Form.WORDS
            )
        owner, words = (place if how.heading is None else -1), []
    return 3.0 * met.most_common(1)[0][0] if met else _place_after_lists(paragraphs, taken)


def _place_after_lists(paragraphs: Sequence[Paragraph], taken: Sequence[Taken]) -> float | None:
    """The same, from words that stand where labels do, but after the last of a list only, never between two of it: they
    are no further paragraphs of what they follow, but of the provision that has the list."""
    beside = elsewhere = 0
    steps: Counter[int] = Counter()
    last = -1
    words: list[int] = []
    for place, how in enumerate([*taken, Taken(-1, "end")]):
        if not how.label:
            words += [place] if not how.joined and paragraphs[place].form is Form.WORDS else []
            continue
        start = paragraphs[last].indent if last >= 0 and not taken[last].heading else None
        if start is not None and words and (first := paragraphs[words[0]].indent) is not None:
            if abs(first - start) <= 5 and how.depth < taken[last].depth:
                beside += 1
            else:
                elsewhere += 1
        here = paragraphs[place].indent if place < len(taken) and not how.heading else None
        if start is not None and here is not None and how.depth == taken[last].depth + 1:
            steps[round((here - start) / 3)] += 1
        last, words = place, []
    return 3.0 * steps.most_common(1)[0][0] if beside > 2 and beside > 2 * elsewhere and steps else None


class _Reading:
    """The search: `best` follows the ways of least strain through all the paragraphs."""

    def __init__(self, paragraphs: Sequence[Paragraph], habits: Habits) -> None:
        self.paragraphs, self.habits, self.headed = paragraphs, habits, len(habits.words)
        self.titles = [heading(one) for one in paragraphs]
        self.labels = [self.label_of(one) for one in paragraphs]
        places = [
            (one.indent, one.level or title is not None)
            for one, title in zip(paragraphs, self.titles, strict=True)
            if one.indent is not None
        ]
        words = [indent for indent, heads in places if not heads]  # the number of a heading may hang out of the column
        self.margin = min(words or [indent for indent, _ in places], default=None)

    def best(self) -> list[Taken]:
        ways = [_Way(0.0, ())]
        for paragraph, title, (label, words) in zip(self.paragraphs, self.titles, self.labels, strict=True):
            further: dict[Stack, _Way] = {}
            most = inf  # what the last of the ways that are kept strains so far: more cannot be among them
            for way in ways:
                for taken, stack in self.takings(paragraph, title, label, words, way.stack, most - way.strain):
                    strain = way.strain + taken.strain
                    known = further.get(stack)
                    if known is None or strain < known.strain:
                        further[stack] = _Way(strain, stack, taken, way)
                if len(further) >= KEPT:
                    most = sorted(one.strain for one in further.values())[KEPT - 1]
            ways = sorted(further.values(), key=lambda way: way.strain)[:KEPT]
            limit = ways[0].strain + 12
            ways = [way for way in ways if way.strain <= limit]
        found: list[Taken] = []
        last: _Way | None = ways[0]
        while last is not None and last.taken is not None:
            found.append(last.taken)
            last = last.before
        return found[::-1]

    def takings(
        self, paragraph: Paragraph, title: Heading | None, label: str, words: str, stack: Stack, most: float
    ) -> list[tuple[Taken, Stack]]:
        """Every way to take a paragraph, with the provisions that are open after it; ways that strain more than `most`
        may be left out."""
        found: list[tuple[Taken, Stack]] = []
        provisions: list[_Opening] = []
        if title is not None:
            found += self.as_heading(title, stack, paragraph)
        if label:
            provisions = self.as_provision(paragraph, label, words, stack)
            found += [self.opened(*one) for one in provisions if one[-1] <= most]
            if not paragraph.settled:
                strain = WORDS_WITH_A_LABEL if paragraph.opens else IN_MID_SENTENCE
                found += self.as_words(paragraph, stack, strain, most)
            elif not found and not provisions:
                found += self.as_words(paragraph, stack, IMPOSSIBLE, most)
        else:
            certain = bool(found) and paragraph.settled and paragraph.level
            strain = IMPOSSIBLE if certain else 3.0 if title is not None else 0.0
            found += self.as_words(paragraph, stack, strain, most)
        return found

    def label_of(self, paragraph: Paragraph) -> tuple[str, str]:
        if paragraph.form is Form.TABLE:
            return "", paragraph.text
        if paragraph.label:
            label = tidied(paragraph.label)
            return (label, paragraph.text) if styles(label) else ("", f"{paragraph.label} {paragraph.text}".strip())
        found = None if paragraph.settled else typed(paragraph.text)
        return found if found else ("", paragraph.text)

    # ------------------------------------------------------------ headings

    def as_heading(self, title: Heading, stack: Stack, paragraph: Paragraph) -> list[tuple[Taken, Stack]]:
        words = self.habits.words
        apart = title.word in APART and title.word not in words
        if not apart and title.word not in words:
            return []
        depth = 0 if apart else words.index(title.word)
        kept = tuple(one for one in stack if one.depth < depth)
        strain = 0.0 if title.certain else 0.3
        last = next((one for one in stack if one.depth == depth), None)
        if apart:
            strain += 0.0 if title.certain or stack else 1.0
        elif last is not None:
            strain += min((step(last.label, title.label, style) for style in styles(title.label)), default=2.0) * 0.7
        elif kept or depth == 0:
            strain += min((beginning(title.label, style) for style in styles(title.label)), default=2.0) * 0.4
        if depth and len(kept) < depth:
            strain += 2.0
        if not paragraph.opens:
            strain += 1.5
        if last is not None and last.dress:  # an appendix came before
            strain += 2.0
        opened = Open(depth, title.label, "", title.word if apart else "", self.margin, self.margin, None, True, False)
        return [(Taken(depth, title.label, title.title, title, strain=strain), (*kept, opened))]

    # ------------------------------------------------------------ provisions

    def as_provision(self, one: Paragraph, label: str, words: str, stack: Stack) -> list[_Opening]:
        found: list[_Opening] = []
        worn = dress(label)
        bullet = label in BULLETS
        late = 0.0 if one.opens else 1.0
        alone = [self.alone(opened) for opened in stack]
        for place, opened in enumerate(stack):
            if opened.depth < self.headed or (opened.style == BULLET) != bullet:
                continue
            for style in styles(label):
                if style != opened.style and not (bullet and opened.style == BULLET):
                    continue
                strain = late + self.going_on(one, label, style, worn, opened)
                strain += 0.25 * sum(alone[place + 1 :])
                if strain < IMPOSSIBLE:
                    astray = not one.settled and aside(one.indent, opened.indent) > 1
                    where = replace(one, indent=opened.indent) if astray else one  # the list stands where it stood
                    found.append((where, label, words, style, stack[:place], opened.depth, strain))
        if not stack or not stack[-1].ended:
            depth = max(stack[-1].depth + 1 if stack else 0, self.headed)
            if depth - self.headed < DEEPEST and not (
                bullet and stack and stack[-1].style == BULLET and depth - self.headed > 4
            ):
                for style in styles(label):
                    strain = late + self.beginning_under(one, label, style, worn, stack, depth)
                    if strain < IMPOSSIBLE:
                        found.append((one, label, words, style, stack, depth, strain))
        return found

    @staticmethod
    def alone(opened: Open) -> bool:
        """Whether a list that is closed had only its first provision."""
        return opened.style not in ("", BULLET) and beginning(opened.label, opened.style) == 0.0

    def going_on(self, one: Paragraph, label: str, style: str, worn: str, last: Open) -> float:
        strain = step(last.label, label, style)
        if one.settled and one.depth is not None and one.depth == last.nested:
            strain = min(strain, SAME_LIST)  # the file itself puts both into lists as deep
        if worn != last.dress and style != BULLET:
            strain += 2.0
        if one.depth is not None and last.nested is not None:
            strain += 0.0 if one.depth == last.nested else 4.0 if one.settled else 0.5
        elif (one.depth is None) != (last.nested is None):  # one of them was typed by hand
            strain += 0.5
        elif self.habits.indented:
            typed_there = aside(one.indent, last.inner) + 0.4 if not one.settled else 9.0
            strain += min(aside(one.indent, last.indent), typed_there)  # a label may be typed where words begin
        return strain

    def beginning_under(self, one: Paragraph, label: str, style: str, worn: str, stack: Stack, depth: int) -> float:
        strain = beginning(label, style)
        above = stack[-1] if stack else None
        if style == DECIMAL:
            strain = self.decimal(label, above)
        if one.settled and style != DECIMAL:
            strain = min(strain, 4.0)
        apart = bool(stack) and bool(stack[0].dress) and stack[0].depth < max(1, self.headed)
        strain += (
            0.3 if apart else self.habits.unusual(depth - self.headed, style, worn)
        )  # an appendix has its own ways
        if above is None:
            return strain + (5.0 if self.headed else 0.0)
        if above.depth >= self.headed:
            if one.depth is not None and above.nested is not None:
                strain += 0.0 if one.depth > above.nested else 4.0 if one.settled else 0.5
            elif self.habits.indented:
                strain += inwards(one.indent, above.indent)
            if not above.introduces:
                strain += 0.8
            if style != DECIMAL and any(o.style == style and o.dress == worn for o in stack if o.depth >= self.headed):
                strain += 1.0 if style == BULLET else 2.5
        elif above.depth < self.headed - 1 and above.dress == "":
            strain += 1.0  # a chapter without clauses
        return strain

    @staticmethod
    def decimal(label: str, above: Open | None) -> float:
        """What it takes for "4.2" to open a list under 4, or for "4.3" to do so."""
        front, _, last = segment(label).rpartition(".")
        strain = 0.0 if last in ("1", "1A") else 2.0
        if above is None:
            return strain
        over = segment(above.label)
        if front == over or front.endswith(f".{over}"):
            return strain
        nearest = front.rpartition(".")[2]  # 4.2 may also stand under IV
        counted = (count(over, style) for style in styles(above.label) if style != DECIMAL)
        return strain if any(one and nearest == f"{one[0]}{one[1]}" for one in counted) else strain + 3.0

    def opened(
        self, one: Paragraph, label: str, words: str, style: str, above: Stack, depth: int, strain: float
    ) -> tuple[Taken, Stack]:
        if above and not above[-1].parent:
            above = (*above[:-1], _with_a_list(above[-1]))
        leads = len(words) < 60 or words.rstrip().endswith((":", "–", "—", ",", ";", "-", "and", "or"))
        whole = not words or sentence_begins(words)
        opened = Open(depth, label, style, dress(label), one.indent, one.inner, one.depth, leads, whole)
        doubt = "" if strain < DOUBT else "level"
        return Taken(depth, label, words, strain=strain, doubt=doubt), (*above, opened)

    # ------------------------------------------------------------ words without a label

    def as_words(self, one: Paragraph, stack: Stack, strain: float, most: float) -> list[tuple[Taken, Stack]]:
        """Words belong to the provision that is open last, or to one above it, after all that stands under it."""
        if not stack:
            return [(Taken(-1, words=_whole(one), strain=strain), stack)]
        if not one.opens:
            joined = Taken(stack[-1].depth, words=_whole(one), joined=True, strain=strain)
            return [(joined, stack)]
        found = []
        possible = False
        for place in range(len(stack) - 1, -1, -1):
            owner = stack[place]
            last = place == len(stack) - 1
            bare = last and owner.depth < self.headed and not owner.ended  # a heading with nothing under it yet
            if not last and owner.depth < self.headed - 1:
                break  # words after the clauses of a chapter are of the last clause
            here = strain + self.belonging(one, owner, stack, place)
            if last and not owner.parent and not owner.complete and sentence_begins(one.text):
                here += AFTER_A_LINK
            if last and not owner.parent and owner.depth >= self.headed and not sentence_begins(one.text):
                here += GOING_ON
            possible = possible or here < IMPOSSIBLE
            if here >= IMPOSSIBLE or here > most:
                continue
            after = stack[: place + 1]
            if owner.parent and not owner.ended:
                after = (
                    *stack[:place],
                    replace(owner, ended=True, closing=one.indent if here - strain < DOUBT else None),
                )
            open_question = not self.told(one) or (not last and _beside_another(owner, stack))
            doubt = "place" if here - strain >= DOUBT or (place and open_question and not bare) else ""
            found.append((Taken(owner.depth, words=_whole(one), strain=here, doubt=doubt), after))
        if not possible:  # words are never left without a place
            found.append((Taken(stack[-1].depth, words=_whole(one), strain=IMPOSSIBLE, doubt="place"), stack))
        return found

    def told(self, one: Paragraph) -> bool:
        """Whether the file says by its lists, or by where words stand, what they belong to."""
        if one.depth is not None:
            return True
        return one.indent is not None and self.habits.indented and not self.wide(one)

    def wide(self, one: Paragraph) -> bool:
        """Whether it is a table that begins at the margin, as tables do whatever they belong to."""
        return one.form is Form.TABLE and one.indent is not None and one.indent <= (self.margin or 0.0) + 5

    def belonging(self, one: Paragraph, owner: Open, stack: Stack, place: int) -> float:
        """What it takes for words to be of this provision."""
        above = len(stack) - 1 - place
        headed = owner.depth < self.headed
        if one.depth == -1:  # of the heading that was read last
            return 0.0 if headed and (not above or stack[place + 1].depth >= self.headed) else 5.0
        listed = one.depth is not None and any(opened.nested is not None for opened in stack)
        if listed and not one.label:  # what has a number that cannot be one ("-5.") belongs to no other
            if owner.nested is not None:
                return 0.0 if one.depth == owner.nested else 5.0
            return 4.0 if not headed else 6.0
        if (
            self.habits.listed and owner.nested is not None and one.indent is None
        ):  # the file says what is in lists, and this is not
            return 2.0 + (0.0 if not above else 0.3 * above)
        if headed and not above:
            return 0.0 if not owner.ended else FURTHER
        if self.habits.indented and self.wide(one):
            return 0.3 * above
        if self.habits.indented and one.indent is not None and owner.inner is not None:
            if owner.ended and owner.closing is not None:
                return 0.0 if aside(one.indent, owner.closing) == 0.0 else 2.0 + 0.35 * above
            below = stack[place + 1].indent if above and owner.parent and owner.introduces else None
            strain = _beside(one.indent, owner, headed, self.habits.further, below)
            return strain + 0.35 * above * (1 if not headed else 1.5)
        if self.habits.listed and owner.nested is not None and not headed:
            return 1.0
        if not above:
            return 1.0  # one more paragraph of the provision that was read last
        if headed:
            return 1.6
        return 0.7 + 0.2 * above if owner.introduces and owner.parent else 1.3 + 0.2 * above


@lru_cache(maxsize=1024)
def _with_a_list(owner: Open) -> Open:
    return replace(owner, introduces=True, ended=False, parent=True)


def _beside(indent: float, owner: Open, headed: bool, further: float | None, below: float | None) -> float:
    """What it takes for words to stand where they do and be of a provision whose words begin at `inner`.

    Where its label does not hang, `further` says where its later paragraphs stand. `below` is where its list stands: in
    such a layout the words after a list may stand as far in as its labels.
    """
    assert owner.inner is not None, "asked only where it is known"
    hanging = owner.indent is not None and owner.inner - owner.indent > 5
    inner = owner.inner
    if not hanging and not headed and further is not None and owner.indent is not None:
        inner = owner.indent + further
    usual = owner.indent + further if further is not None and owner.indent is not None else inner
    if abs(indent - inner) <= 5 or abs(indent - usual) <= 5:
        return 0.35 if not hanging and not headed and further is None and below is None and owner.label else 0.0
    if not hanging and not headed and below is not None and abs(indent - below) <= 5:
        return 0.0 if further is not None and abs(further) <= 5 else 0.0 - 0.1
    if hanging and not headed and below is not None and abs(indent - below) <= 5:
        return 0.3
    if owner.indent is not None and abs(indent - owner.indent) <= 5:
        return 0.9 if not headed else 0.0
    return 1.5 + min(abs(indent - inner) / 30, 2.0)


def _beside_another(owner: Open, stack: Stack) -> bool:
    """Whether another open provision with a list has its words at the same place, so that they do not tell the two
    apart."""
    if owner.inner is None or owner.nested is not None:
        return False
    others = [one.inner for one in stack if one.parent and one is not owner]
    return any(inner is not None and abs(inner - owner.inner) <= 5 for inner in others)


def sentence_begins(words: str) -> bool:
    """Whether the first letter or figure is one that a sentence may begin with."""
    first = next((letter for letter in words if letter.isalnum()), "")
    return not first.islower()


def _whole(one: Paragraph) -> str:
    if one.label and one.form is not Form.TABLE:
        return f"{one.label} {one.text}".strip()
    return one.text
