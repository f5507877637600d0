"""References: their many spellings, and what each says.

A `Reference` is what somebody wrote, taken apart; it says nothing about whether there is such a provision.
Finding the provision is the business of `rulebook.looking.locating`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import cast

from lark import Lark, Token, Transformer
from lark.exceptions import LarkError

import grammar
from rulebook.cache import folder
from rulebook.numbering import segment, styles
from rulebook.source import Span

LAST = -1


@dataclass(frozen=True, slots=True)
class Step:
    """One label of a reference, with the level word before it ("sub-clause", or "") and the heading after it.

    `capital` says that the level word was written with one: "Clause 2" may be a Clause where "clause 2" is below it.
    """

    level: str
    label: str
    heading: str = ""
    capital: bool = field(default=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a provision: its nth sentence, paragraph, bullet or line (from 1; `LAST` is the last), its heading
    or its opening words."""

    unit: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class Reference:
    """One place that is named: labels from the top down, and the part of it that is meant.

    `to` is the last label of a range ("B to D": label B, to D). `relative` is "above", "below", "this" or "".
    `page` and `line` are what the writer said of the printed book, as typed; 0 where nothing was said. `restated` is
    the same place written a second time ("Rule 5.4.7, Chapter 5, Clause IV, 7"); `level` is
    the word in "the same sub-clause" and in "the paragraph beginning “...”", and `opening` the words quoted there.
    """

    steps: tuple[Step, ...] = ()
    parts: tuple[Part, ...] = ()
    to: str = ""
    relative: str = ""
    page: int = 0
    line: int = 0
    restated: tuple[Step, ...] = ()
    level: str = ""
    opening: str = ""

    def __str__(self) -> str:
        labels = ".".join(segment(step.label) for step in self.steps)
        return f"{labels} to {self.to}" if self.to else labels


# ------------------------------------------------------------------ the words and the marks

_LABEL = r"(?:\d{1,5}[A-Za-z]{0,2}|[IVXLCDM]{1,7}[A-Z]?|[ivxlcdm]{1,6}|[A-Za-z])"
_MORE = rf"(?:[.:,]?\s?\({_LABEL}(?:-\d+)?\)|[.:\u2024]{_LABEL}(?![\w’'])|(?<!\.\d)(?<!\.\d\d)-\d+(?=[.(]))"
_RUN = r"\d{1,3}[IVXLC]{1,6}\d{1,3}[A-Za-z]?"
_LEVEL_WORD = (
    r"(?:sub[- ]?){0,3}(?:paragraph|clause|section|para)s?|chapters?|ch|cl|sec|rules?|articles?|art|schedules?"
    r"|appendix|appendices|annexe?|parts?|points?|items?|bullets?(?:[ ]points?)?|standing[ ]orders?|regulations?|title(?=\s+(?:[IVXLC]+|\d+)\b)"
)
_LEVEL = re.compile(
    rf"(?P<word>{_LEVEL_WORD})(?![A-Za-z’'-])(?:\.(?!\s+[AI]\s+[a-z]))?\s*|(?P<short>[CRs]|s\.\s?)(?=\d)",
    re.IGNORECASE | re.ASCII,
)
# What comes after the label A, where "A" is not the article.
_DRAFTING = (
    r"(?:and|or|to|of|in|is|are|be|shall|should|below|above|after|before|at|with|as|from|so|reads?|currently|by|on"
    r"|replace|delete|insert|add|amend|change|omit|remove|leave|move|renumber|substitute|strike)\b"
)
_AFTER_LEVEL = re.compile(
    rf"""(?: {_RUN}{_MORE}*
           | \({_LABEL}-\d+\){_MORE}*
           | \(?(?!a\b(?![).])){_LABEL}\)?(?![A-Za-z’'\d]){_MORE}*
           | \d{{1,4}}(?=[.(]){_MORE}+
         )""",
    re.VERBOSE,
)
_BARE = re.compile(
    rf"""(?<![\w£$.])
         (?: {_RUN}{_MORE}*                                   # 2I4(b)
           | (?:[A-Z]{{1,2}}[. ]?)?\d{{1,4}}[A-Za-z]?(?![A-Za-z\d%]){_MORE}+(?![\d%])   # 6.I.4, C5.IV.5.E, J 5.8
           | [A-Z]{{1,2}}\.\d{{1,3}}[A-Z]?(?!\w|\.\w|%)             # J.5
           | [IVXLC]{{1,7}}[A-Z]?{_MORE}+                     # IV.5
           | \({_LABEL}\)(?:\s?\({_LABEL}\))*                 # (b)(iii)
           | \d{{1,3}}(?=\s?[-–]\s?\d{{1,3}}\s+(?:above|below)\b)  # 2-11 below
         )(?![\w%])(?!\s?[ap]\.?m\b)""",
    re.VERBOSE,
)
_NEXT = re.compile(rf"{_LABEL}{_MORE}*(?=\s*(?:[:;(\n]|,|\.(?:\s|$)|(?:currently\s+)?reads?\b|is\b|$))")
_LISTED = re.compile(
    rf"\s*(?:,\s*(?:and|or)?|\b(?:and|or)\b|&)\s*(?=\(?{_LABEL}\)?(?:{_MORE})*(?:\s*(?:[:;,.)]|$|\n|of\b|in\b|and\b|to\b|above|below|accordingly|with\b|as\b|[“‘\"'])|\s+[a-z]))",
    re.IGNORECASE | re.ASCII,
)
_TO = re.compile(
    rf"\s*(?:\bthrough\s+to\b|\bthrough\b|\bto\b|–|-)\s*(?=\(?{_LABEL}\)?(?![\w’']))", re.IGNORECASE | re.ASCII
)
_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th",
         "ninth 9th", "tenth 10th"), 1)
    for word in words.split()
} | {"last": LAST, "final": LAST, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}  # fmt: skip
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|\d{1,2}(?:st|nd|rd|th))"
_PART = re.compile(
    rf"""(?:the\s+)?(?:
           (?P<ordinal>{_ORDINAL})(?:\s+and\s+(?P<also>{_ORDINAL}))?\s+
             (?P<unit>(?:sub-?)?(?:sentence|paragraph|bullet|line|point|item|clause)s?(?:[ ]points?)?)(?!\s+\d)
         | (?P<unit2>sentence|line)\s+(?P<number>\d{{1,2}}|one|two|three|four|five)
         | (?:(?:section|chapter|clause|rule)\s+)?(?P<heading>headings?|titles?(?!\s+(?:[IVXLC]+|\d+)\b))(?!\s+\w+\s+(?:and|or)\b)
         | (?P<opening>lead-?in(?:\s+(?:language|words|sentence))?|opening\s+words)
         )\b""",
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)
_THIS = re.compile(
    rf"(?:this|the\s+same|that|the\s+said|the\s+above)\s+(?=(?:{_LEVEL_WORD})\b(?!\s*\d))", re.IGNORECASE | re.ASCII
)
_DIRECTION = re.compile(r"\s*\b(above|below)\b", re.IGNORECASE | re.ASCII)
_SEPARATOR = re.compile(
    r"(?:\s*[,;][^\S\n]*\n?[^\S\n]*|[^\S\n]*\n[^\S\n]*|\s*[.:][^\S\n]+(?=[Cc]lause|[Cc]hapter|[Ss]ub|[Ss]ection|[Pp]ara)|[^\S\n]*[–-][^\S\n]+|[^\S\n]+)?(?:(?:of|in|under)\s+)?(?:the\s+(?!same\b|said\b))?(?:current\s+|existing\s+)?",
    re.IGNORECASE | re.ASCII,
)
_AND = re.compile(r"\s*,?\s*(?:\band\b|&)\s*(?:of\s+)?(?:the\s+)?", re.IGNORECASE | re.ASCII)
_NOTE = re.compile(
    r"[\s,]*(?:\(\s*(?:on\s+)?(?:page|pg|p|line)s?\.?\s*\d+[^()\n]{0,20}\)|\b(?:page|pg)\.?\s*\d+)",
    re.IGNORECASE | re.ASCII,
)
_HEADING = re.compile(
    r"""[.:]?\s*(?:[–-]\s*)?
        (?P<title>(?!(?:Delete|Insert|Add|Replace|Amend|Change|Omit|Remove|Leave|Renumber|Re-?letter|Move|After|Before|At|In|For
              |Substitute|Strike|Reads?|Rename|Where|Wherever|Throughout|Section|Sec|Sub|Clause|Cl|Chapter|Ch|Article|Art|Para|Rule|Insertion|The\ words?)(?![a-z]))
          [A-Z][a-z’'-]*(?:[ ,]+[A-Za-z’'&-]+){0,14}?)
        (?=\s*(?:,\s*(?:(?:sub|clause|section|para|part|rule|chapter|article|item|point|standing)|\(?(?:\d+|[A-Z]|[ivx]+)\b\)?\.?\s*(?:[:(,.\n]|$|currently|reads?))
             |[;:(\n]|\.(?:\s|$)|[–]\s|,\s*(?:delete|insert|add|replace|amend|change|omit|remove|leave|re-?number|move|after|before|at|in|for|substitute|strike)\b
             |\s(?:currently\s+|now\s+)?reads?\b|$))""",
    re.VERBOSE | re.IGNORECASE,
)


def _heading(text: str, place: int) -> re.Match[str] | None:
    match = _HEADING.match(text, place)
    if match is None or not match["title"][0].isupper() or match.start("title") == place:
        return None
    return match


LONGEST = 120  # tokens in one reference; nobody writes more


def scan(text: str, place: int, end: int | None = None) -> tuple[list[Token], int] | None:
    """The tokens of a reference that begins exactly at `place`, and where it ends; None where none begins there."""
    end = len(text) if end is None else end
    tokens: list[Token] = []
    first = _group(text, place, end, tokens, True)
    if first is None:
        return None
    place = first
    while len(tokens) < LONGEST:
        joined = _joined(tokens, text, place, end)
        if joined is None:
            break
        tokens += joined[0]
        place = joined[1]
    match = _DIRECTION.match(text, place, end)
    if match:
        tokens.append(Token("DIRECTION", match[1].lower()))
        place = match.end()
    return tokens, place


def _alike(before: list[Token], after: list[Token]) -> bool:
    """Whether whole codes of one form are listed: "3.I.2, 3.I.4", "J 5.3, J 5.5"."""
    last = before[
        len(before) - next((n for n, token in enumerate(reversed(before)) if token.type == "AND"), len(before)) :
    ]
    codes = [token.value for token in last if token.type == "CODE"]
    if len(codes) != 1 or any(token.type == "SEPARATOR" for token in last) or after[0].type != "CODE":
        return False
    one, other = labels_of(codes[0]), labels_of(after[0].value)
    if len(one) < 2 or len(other) < 2:
        return False
    return (len(one) == len(other) and _formed(other, one)) or all(label.isdigit() for label in one + other)


def _of_one_level(before: list[Token], after: list[Token]) -> bool:
    """Whether a list goes on: "sub-clause 5, sub-clause 6". One sub-clause is not in another."""
    last = next((token for token in reversed(before) if token.type == "LEVEL"), None)
    if last is None or after[0].type != "LEVEL" or level_word(last.value) != level_word(after[0].value):
        return False
    code = next(token for token in reversed(before) if token.type == "CODE")
    return _formed(labels_of(code.value)[-1:], labels_of(after[1].value)[-1:])  # but "Clause I, clause 2" goes down


def _joined(tokens: list[Token], text: str, place: int, end: int) -> tuple[list[Token], int] | None:
    """One more group of a reference, with what joins it on."""
    for kind, pattern in (("SEPARATOR", _SEPARATOR), ("AND", _AND)):
        match = pattern.match(text, place, end)
        if match is None or match.end() >= end:
            continue
        more = [Token(kind, match[0].strip().lower())]
        after = _group(text, match.end(), end, more, kind == "AND", bool(match[0].strip(" ")))
        if after is not None:
            if match[0].strip() == "," and (_alike(tokens, more[1:]) or _of_one_level(tokens, more[1:])):
                more[0] = Token("AND", ",")
            return more, after
    return None


def _group(text: str, place: int, end: int, tokens: list[Token], strong: bool, joined: bool = True) -> int | None:
    """Reads one group into `tokens`. A bare label counts only where it is not `strong`ly needed to stand alone."""
    match = _PART.match(text, place, end)
    if match:
        tokens.append(Token("PART", match[0]))
        return match.end()
    match = _THIS.match(text, place, end)
    if match:
        level = _LEVEL.match(text, match.end(), end)
        if level:
            tokens += [Token("THIS", match[0].lower()), Token("LEVEL", level[0])]
            return level.start() + len(level[0].rstrip())
    level = _LEVEL.match(text, place, end)
    if level and not (place and text[place - 1].isalnum()):
        code = _AFTER_LEVEL.match(text, level.end(), end)
        if code and (level["short"] is None or not strong or re.search(r"[.(]", code[0])):
            tokens += [Token("LEVEL", level["word"] or level["short"]), Token("CODE", code[0])]
            return _after_code(text, code.end(), end, tokens)
    code = _BARE.match(text, place, end)
    if code is None and not strong and joined:
        code = _NEXT.match(text, place, end)
    if code:
        tokens.append(Token("CODE", code[0]))
        return _after_code(text, code.end(), end, tokens)
    return None


def _after_code(text: str, place: int, end: int, tokens: list[Token]) -> int:
    any_code = re.compile(rf"\(?{_LABEL}\)?(?![A-Za-z’'\d]){_MORE}*")
    while True:
        to = _TO.match(text, place, end)
        code = any_code.match(text, to.end(), end) if to else None
        if code and not any(token.type == "TO" for token in tokens[-2:-1]):
            tokens += [Token("TO", "to"), Token("CODE", code[0])]
            place = code.end()
        match = _LISTED.match(text, place, end)
        code = any_code.match(text, match.end(), end) if match else None
        if (
            match is None
            or code is None
            or (code[0] in ("a", "A", "I", "s") and re.match(rf" (?!{_DRAFTING})", text[code.end() :]))
        ):
            break
        if "," in match[0] and "and" not in match[0] and not _plural(tokens):
            break  # "Clause IV, 5" goes down; "sub-clauses 4, 5 and 6" goes along
        tokens += [Token("LIST", ","), Token("CODE", code[0])]
        place = code.end()
    heading = _heading(text, place)
    if heading and heading.end() <= end:
        tokens.append(Token("HEADING", heading["title"]))
        place = heading.end()
    while True:
        match = _NOTE.match(text, place, end)
        if match is None:
            return place
        tokens.append(Token("NOTE", match[0].lower()))
        place = match.end()


def _plural(tokens: list[Token]) -> bool:
    level = next((token for token in reversed(tokens) if token.type in ("LEVEL", "SEPARATOR")), None)
    return bool(level and level.type == "LEVEL" and level.value.strip().lower().endswith("s"))


# ------------------------------------------------------------------ what the tokens say

_RANK = {
    "chapter": 0, "part": 0, "schedule": 0, "appendix": 0, "annex": 0,
    "clause": 1, "rule": 1, "article": 1, "standing order": 1, "regulation": 1, "section": 2,
    "subclause": 3, "subsection": 3, "paragraph": 4, "subparagraph": 5, "item": 6, "point": 6, "bullet": 6,
}  # fmt: skip
_ABBREVIATED = {"ch": "chapter", "c": "chapter", "cl": "clause", "sec": "section", "s": "section", "r": "rule",
                "art": "article", "para": "paragraph", "annexe": "annex", "appendices": "appendix", "bullet point": "bullet"}  # fmt: skip


def level_word(written: str) -> str:
    """A level word in its one form: "Sub-Clauses" is "subclause", "Ch." is "chapter"."""
    word = " ".join(written.lower().replace("-", "").split()).strip(". ")
    depth = 0
    while word.startswith("sub"):
        word, depth = word[3:].strip(), depth + 1
    word = _ABBREVIATED.get(word, word)
    if word.endswith("s") and word not in _RANK:
        word = _ABBREVIATED.get(word[:-1], word[:-1])
    return "sub" * depth + word


def rank(level: str) -> int | None:
    """How deep a level word usually stands, from 0; None for no word."""
    return _RANK.get(level, 5 if level.startswith("sub") else None)


def labels_of(code: str) -> list[str]:
    """The labels of a code: "5.IV.2(b)(iii)" is 5, IV, 2, b, iii; "2I4(b)" is 2, I, 4, b; "C5.IV" is C, 5, IV."""
    found: list[str] = []
    for piece in re.findall(r"(?<=\()[A-Za-z0-9]+-\d+(?=\))|[A-Za-z0-9]+", code):
        run = re.fullmatch(r"(\d{1,3})([IVXLC]{1,6})(\d{1,3}[A-Za-z]?)", piece) or re.fullmatch(
            r"([A-Z]{1,2})(\d+)", piece
        )
        found += run.groups() if run else [piece]
    return found


@dataclass(slots=True)
class _Chain:
    segments: list[list[tuple[str, object]]]  # groups parted by commas, in segments parted by "of" and "in"


class _Reading(Transformer[Token, tuple[Reference, ...]]):
    """Tokens to plain values."""

    def numbered(self, tokens: list[Token | None]) -> tuple[str, object]:
        level, first = tokens[0], tokens[1]
        word, capital = (level_word(level.value), level.value[:1].isupper()) if level else ("", False)
        codes, ends, heading, page, line = [str(first)], [""], "", 0, 0
        before = ""
        for token in tokens[2:]:
            if token is None:
                continue
            if token.type == "CODE" and before == "TO":
                ends[-1] = ".".join(labels_of(token.value))
            elif token.type == "CODE":
                codes.append(token.value)
                ends.append("")
            elif token.type == "HEADING":
                heading = token.value
            elif token.type == "NOTE":
                for unit, number in re.findall(r"(page|pg|p|line)s?\.?\s*(\d+)", token.value):
                    if unit == "line":
                        line = int(number)
                    else:
                        page = int(number)
            before = token.type
        return "numbered", (word, codes, ends, heading, page, line, capital)

    def this(self, tokens: list[Token]) -> tuple[str, object]:
        return "this", level_word(tokens[1].value)

    def part(self, tokens: list[Token]) -> tuple[str, object]:
        match = _PART.fullmatch(tokens[0].value)
        assert match is not None
        if match["heading"]:
            return "part", (Part("heading"),)
        if match["opening"]:
            return "part", (Part("opening words"),)
        unit = level_word(match["unit"] or match["unit2"])
        if match["number"]:
            word = match["number"].lower()
            return "part", (Part(unit, _ORDINALS.get(word) or int(word)),)
        ordinals = [match["ordinal"], match["also"]]
        return "part", tuple(Part(unit, _ORDINALS.get(word.lower()) or int(word[:-2])) for word in ordinals if word)

    def chain(self, tokens: list[object]) -> _Chain:
        segments: list[list[tuple[str, object]]] = [[]]
        for place, token in enumerate(tokens):
            if isinstance(token, tuple):
                segments[-1].append(token)
            elif re.search(r"\b(?:of|in|under)\b", str(token)) and not _goes_in(
                tokens[place - 1], str(token), tokens[place + 1]
            ):
                segments.append([])
        return _Chain(segments)

    def start(self, tokens: list[object]) -> tuple[Reference, ...]:
        direction = next((str(token) for token in tokens if isinstance(token, Token) and token.type == "DIRECTION"), "")
        found: list[Reference] = []
        for chain in tokens:
            if isinstance(chain, _Chain):
                more = _references(chain, direction)
                found += [_inside(found[-1], reference) for reference in more] if found else more
        return tuple(found)


def _inside(before: Reference, reference: Reference) -> Reference:
    """The second place of a list in what the first one is in: "Chapter 3, sub-clause 2 and sub-clause 4"."""
    level = reference.steps[0].level if reference.steps else ""
    if not level:
        return reference
    place = next((n for n, step in enumerate(before.steps) if step.level == level), 0)
    return replace(reference, steps=before.steps[:place] + reference.steps)


def _references(chain: _Chain, direction: str) -> list[Reference]:
    """The references of one chain of groups, written from the top down or from the leaf up."""
    groups = _from_the_top(chain.segments)
    upward = len(chain.segments) > 1
    parts: list[tuple[Part, ...]] = []
    steps: list[tuple[list[Step], str]] = [([], "")]  # each with the end of its range
    relative, page, line = direction, 0, 0
    this, restated = "", list[Step]()
    for kind, value in groups:
        if kind == "part" and isinstance(value, tuple):
            parts.append(value)
        elif kind == "this":
            this = str(value)
        elif isinstance(value, tuple):
            word, codes, ends, heading, its_page, its_line, capital = value
            page, line = its_page or page, its_line or line
            if any(end for _, end in steps):
                return []  # a place inside each of a range
            if word == "chapter" and not upward and steps[0][0]:
                restated, steps = steps[0][0], [([], "")]  # the place is given a second time, in full
            ways = _ways(word, codes, heading, capital)
            steps = [(before + way, end) for before, _ in steps for way, end in zip(ways, ends, strict=True)]
    parts.sort(key=lambda options: _FINENESS.get(options[0].unit, 0))
    choices: list[tuple[Part, ...]] = [()]
    for options in parts:
        choices = [(*chosen, option) for chosen in choices for option in options]
    return [
        Reference(
            tuple(way), chosen, end, "this" if this and not way else relative or ("this" if this else ""), page, line,
            tuple(restated), this,
        )
        for way, end in steps
        for chosen in choices
    ]  # fmt: skip


_FINENESS = {"sentence": 1, "line": 2}  # they are in a paragraph or a bullet, whichever is named first


def _formed(labels: list[str], like: list[str]) -> bool:
    """Whether labels are of the same styles, one by one, as others."""
    return all(set(styles(one)) & set(styles(other)) for one, other in zip(labels, like, strict=False))


def _ways(word: str, codes: list[str], heading: str, capital: bool) -> list[list[Step]]:
    """The steps of each code of a list. In "IV.2.B(ii) and (iii)" what follows "and" is the last label only."""
    first = labels_of(codes[0])
    found: list[list[Step]] = []
    for code in codes:
        labels = labels_of(code)
        whole = len(labels) >= len(first) or (
            len(labels) > 1 and not (_formed(labels, first[-len(labels) :]) and not _formed(labels, first))
        )
        way = [Step(word if whole and not place else "", label, "", capital) for place, label in enumerate(labels)]
        if heading:
            way[-1] = replace(way[-1], heading=heading)
        found.append(way if whole else found[0][: len(first) - len(labels)] + way)
    return found


def _goes_in(outer: object, joint: str, inner: object) -> bool:
    """Whether a joint such as ", in" leads inwards: "Chapter 5, in Clause IV"."""
    if not joint.lstrip().startswith(",") or "of" in joint:
        return False
    groups = [group[1][0] for group in (outer, inner) if isinstance(group, tuple) and group[0] == "numbered"]
    ranks = [number for number in map(rank, groups) if number is not None]
    return len(ranks) == 2 and ranks[0] < ranks[1]


def _from_the_top(segments: list[list[tuple[str, object]]]) -> list[tuple[str, object]]:
    """The groups from the outermost in. What follows "of" is outside; a list by commas may go either way."""
    found: list[tuple[str, object]] = []
    for segment_ in reversed(segments):
        ranks = [
            rank(group[1][0]) if group[0] == "numbered" and isinstance(group[1], tuple) else None for group in segment_
        ]
        known = [number for number in ranks if number is not None]
        inward = len(known) < 2 or known[0] <= known[-1]
        found += segment_ if inward else reversed(segment_)
    return found


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return grammar.load("reference", _Reading(), folder())


def meaning(tokens: list[Token]) -> tuple[Reference, ...]:
    """What the tokens that `scan` found refer to; nothing, where they make no sense together."""
    return _meaning(tuple((token.type, str(token)) for token in tokens))


@lru_cache(maxsize=4096)
def _meaning(tokens: tuple[tuple[str, str], ...]) -> tuple[Reference, ...]:
    try:
        given = [Token(kind, value) for kind, value in tokens]  # the transformer gives a value, and takes tokens
        return cast("tuple[Reference, ...]", _parser().parse(cast("str", given)))
    except LarkError:
        return ()


@lru_cache(maxsize=4096)
def read_reference(text: str) -> tuple[Reference, ...]:
    """The references that a text consists of, nothing else standing in it; an empty tuple where it is not one."""
    text = text.strip()
    found = scan(text, 0)
    if found and found[1] == len(text):
        return meaning(found[0])
    whole = _AFTER_LEVEL.fullmatch(text)  # "5" or "IV" or "B" alone
    return (Reference(tuple(Step("", label) for label in labels_of(text))),) if whole else ()


_POSSIBLE = re.compile(rf"\b(?:{_LEVEL_WORD})\s*\(?[\dA-Za-z]|\b\d+[.IVX(]|\bC\d", re.IGNORECASE | re.ASCII)


def references_in(text: str) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
    """The references that stand in running words, with their spans."""
    place = 0
    while True:
        match = _POSSIBLE.search(text, place)
        if match is None:
            return
        found = scan(text, match.start())
        said = meaning(found[0]) if found else ()
        if found and said and any(reference.steps for reference in said):
            yield (match.start(), found[1]), said
            place = max(found[1], match.start() + 1)
        else:
            place = match.start() + 1
