"""An instruction as a stream of references, quotations, keywords and plain words, sentence by sentence.

Every token has its place in the text. What the stream leaves out is white space, commas, emphasis marks and the
words listed as noise in the vocabulary; nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lark import Token

from amendments.reading.quotations import DOUBLE, SINGLE, Quotation, ends, opens, tidy
from amendments.reading.vocabulary import INTRODUCTIONS, PHRASES, VERBS
from rulebook.reference import Reference, level_word, meaning, read_reference, scan
from rulebook.source import Span

_SPACE = re.compile(r"[ \t\u00a0*_\\]+")
_BLANK = re.compile(r"[ \t]*\n(?:[ \t\\]*\n)+")
_WORD = re.compile(r"[£$€]?\d+(?:[.,]\d+)+%?(?!\w)|[£$€]\d+|[^\W_]+(?:[’'-][^\W_]+)*%?")
_QUOTED_BLOCK = re.compile(r"(?:[ \t]*>[^\n]*(?:\n|$)|[ \t]*\n(?=[ \t]*>))+")
_FENCED = re.compile(r"```[^\n]*\n(.*?)\n[ \t]*```[ \t]*(?:\n|$)", re.DOTALL)
_MARK = re.compile(r"(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)]|[-•–])\s+(?=[A-Za-z‘“\"'(])")
_PAYLOAD = re.compile(
    r"\(?(?:[A-Z]{0,2}\d{1,4}[A-Za-z]?(?:\.\w{1,4})*|[A-Za-z])[.)]?[ \t]+[A-Z][^“”\"\n]*(?=\n[ \t]*\n|\n?\Z)"
)
_HEADING_LINE = re.compile(
    r"#{1,6}[ \t][^\n]*|(?:proposed\s+)?amendments?(?:\s+\d+)?[ \t]*:?[ \t]*(?=\n|$)", re.IGNORECASE
)
_ASIDE = re.compile(r"\([^()“”\"\n]*(?:\([^()\n]{0,12}\)[^()“”\"\n]*)*\)")
_PLACE_IN_PRINT = re.compile(
    r"\(\s*(?:(?:on\s+)?(?:page|pg|p|lines?)\.?\s*\d+[^()\n]{0,20}|inclusive)\)", re.IGNORECASE
)
_BOOK = re.compile(
    r"(?:the\s+|these\s+|our\s+)?(?:(?:[A-Z]\w+\s+){0,3}[Rr]ule\s?[Bb]ook(?:\s+(?P<year>\d{4}))?|(?:whole\s+)?rules(?=\s*(?:[,;:.]|\Z)))"
)
# "Section 5 of the Standing Orders of Council, as amended in 2019, is amended by ...": another document is named.
_DOCUMENT = re.compile(
    r"\s+of\s+(?P<name>[^“”\"\n]{3,400}?)(?=,?\s+(?:is|are)\s+(?:hereby\s+)?(?:amended|repealed|deleted|replaced)\b)"
)
# "In the Standing Orders for Conference, clause 4, ..."
_DOCUMENT_FIRST = re.compile(
    r"(?:the\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+(?:for|of|on|and|the|to|[A-Z][\w’'-]*))*)(?=\s*,\s)"
)
_UNIT = re.compile(
    r"((?:sub-?\s?){0,3}(?:paragraph|clause|section)s?|chapters?|rules?|articles?|points?|items?|bullets?(?:\s+points?)?|sentences?|standing\s+orders?|appendix|schedule)(?![\w’'-])",
    re.IGNORECASE,
)
_MARKS_BY_NAME = {"full stop": ".", "period": ".", "comma": ",", "semicolon": ";", "colon": ":"}
_NAMED_MARK = re.compile(
    r"""(?:(?P<final>final|last)\s+)?(?P<name>full\ stop|period|comma|semi-?colon|colon)
        (?=\s*(?:[.,;]|\Z|\b(?:at|and|with|by|after|before|in|to|for|is|shall|should|from)\b))""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERS = re.compile(
    r"(?:\d{1,3}[A-Z]?|[A-Za-z]|[IVX]{1,5}|[ivx]{1,5})(?![\w’'])(?:(?:,\s*|\s+(?:to|and)\s+|\s*[-–]\s*)(?:\d{1,3}[A-Z]?|[A-Za-z]|[IVX]{1,5}|[ivx]{1,5})(?![\w’']))*"
)
_NUMBER_ALONE = re.compile(
    r"(?:\d{1,3}[A-Z]?|[A-Z]|[IVX]{1,5})(?:\([a-z0-9]{1,4}\))*(?:\s+(?:to|and)\s+(?:\d{1,3}[A-Z]?|[A-Z]))?"
    r"(?=\s*(?:[.;:,]|\Z|\n|\b(?:and|in|with|after)\b))"
)
_NUMBER_THEN_VERB = re.compile(r"(?:\d{1,3}[A-Z]?|[A-Z]|[ivx]{1,5})(?=,?\s+(?:insert|add)\b)")
_ALIKE = str.maketrans(
    "\u2010\u2011«»\u00a0\u202f", "--“”  "
)  # hyphens that do not break, as Word has them; quotation marks
_SUB = re.compile(r"\bsub[–—](?=[a-z])", re.IGNORECASE)
_BRACKETED = re.compile(r"\((?=(?:and\s+)?re-?(?:number|letter))", re.IGNORECASE)
_INVISIBLE = re.compile("[\ufeff\u200b-\u200d\u2060\u00ad]")
_MAY_REFER = frozenset("cCsSrRaApPiIbBhHlLoOtTfFnNvVxXeEmMdDgGjJkKqQuUwWyYzZ(0123456789")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence and where it stands; `paragraph` counts the paragraphs from 0.

    `joined` says that it begins with "and".
    """

    tokens: tuple[Token, ...]
    span: Span
    paragraph: int
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Stream:
    """A text's sentences, and what went wrong before there could be any: (place, what) pairs.

    `choices` gives, for each quotation whose end is not certain, how many ends it may have.
    """

    sentences: tuple[Sentence, ...]
    unclosed: tuple[Span, ...]
    comments: tuple[Span, ...]
    choices: tuple[tuple[int, int], ...]
    edition: str = ""


class _Reader:
    def __init__(self, text: str, chosen: Mapping[int, int]) -> None:
        self.text, self.chosen = text, chosen
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.unclosed: list[Span] = []
        self.comments: list[Span] = []
        self.choices: list[tuple[int, int]] = []
        self.paragraph = 0
        self.colon = False
        self.edition = ""
        self.since = 0  # where the sentence begins
        self.renumbers = False  # whether it has a verb for that

    def put(self, kind: str, start: int, end: int, value: object = None) -> None:
        token = Token(kind, self.text[start:end], start_pos=start, end_pos=end)
        if value is not None:
            token.value = value
        self.tokens.append(token)
        self.colon = False
        self.renumbers = self.renumbers or kind == "RENUMBER"

    def finish(self, end: int) -> None:
        """Ends a sentence. What holds no token of ours is a comment, so that every character belongs to something."""
        start = self.since + len(self.text[self.since : end]) - len(self.text[self.since : end].lstrip())
        self.since = max(self.since, end)
        tokens = _settled(self.tokens, self.text)
        if tokens:
            joined = self.tokens[0].type == "AND"
            self.sentences.append(Sentence(tuple(tokens), (start, end), self.paragraph, joined))
        elif start < end:
            self.comments.append((start, end))
        self.tokens, self.renumbers = [], False

    # -------------------------------------------------------------- from the start to the end

    def read(self) -> Stream:
        text, place, size = self.text, 0, len(self.text)
        fresh = True  # at the start of a line
        while place < size:
            blank = _BLANK.match(text, place)
            if blank:
                place, fresh = blank.end(), True
                place = self.after_blank(place)
                continue
            if text[place] == "\n":
                place, fresh = place + 1, True
                continue
            space = _SPACE.match(text, place)
            if space:
                place = space.end()
                continue
            if fresh:
                after = self.line_start(place)
                if after > place:
                    place = after
                    fresh = self.text[place - 1] == "\n"
                    continue
            fresh = False
            place = self.one(place)
        self.finish(size)
        return Stream(
            tuple(self.sentences), tuple(self.unclosed), tuple(self.comments), tuple(self.choices), self.edition
        )

    def after_blank(self, place: int) -> int:
        """What a blank line means: the end of a sentence, unless a colon says that more is to come."""
        if self.tokens and self.colon and self.is_text_awaited() and _PAYLOAD.match(self.text, place):
            return self.pasted(place)
        if self.tokens and self.colon and place < len(self.text):
            if not self.begins_instruction(place) and self.text[place] not in ">#`" and not self.opens(place):
                return self.pasted(place)
            if not self.begins_instruction(place) or self.is_text_awaited():
                return place
        if (
            self.tokens
            and place < len(self.text)
            and self.is_text_awaited()
            and (self.text[place] == ">" or self.opens(place))
        ):
            return place
        self.finish(place)
        self.paragraph += 1
        return place

    def is_text_awaited(self) -> bool:
        """Whether the sentence so far wants words to follow: it ends in "with", a verb or a new unit."""
        return bool(self.tokens) and self.tokens[-1].type in VERBS | {
            "WITH",
            "TO_READ",
            "SHALL_READ",
            "READS",
            "UNIT",
            "AS_FOLLOWS",
            "BY",
            "REF",
            "NEW",
        }

    def line_start(self, place: int) -> int:
        text = self.text
        if text[place] == ">":
            match = _QUOTED_BLOCK.match(text, place)
            if match:
                lines = [re.sub(r"^[ \t]*> ?", "", line) for line in match[0].rstrip().split("\n")]
                end = place + len(match[0].rstrip())
                self.put("BLOCK", place, end, Quotation("\n".join(lines).strip("\n"), (place, end), "block"))
                self.finish(end)
                self.paragraph += 1
                return match.end()
        if self.colon and self.is_text_awaited() and _PAYLOAD.match(text, place) and not self.opens(place):
            return self.pasted(place)
        fenced = _FENCED.match(text, place)
        if fenced:
            self.put("BLOCK", place, fenced.end(), Quotation(fenced[1], (place, fenced.end()), "block"))
            return fenced.end()
        heading = _HEADING_LINE.match(text, place)
        if heading:
            self.finish(place)
            self.comments.append((place, heading.end()))
            self.since = heading.end()
            return heading.end()
        mark = _MARK.match(text, place)
        if mark and not self.opens(place) and (text[place] in "-•–" or self.begins_instruction(mark.end())):
            if self.tokens and not self.colon and self.tokens[-1].type not in ("AND",):
                self.finish(place)
            return mark.end()
        return place

    def opens(self, place: int) -> bool:
        while place < len(self.text) and self.text[place] in "*_ ":
            place += 1
        return place < len(self.text) and self.text[place] in DOUBLE + SINGLE and opens(self.text, place)

    def begins_instruction(self, place: int) -> bool:
        """Whether a paragraph or a line begins as an instruction does: with a verb, a place or a position."""
        text = self.text
        while place < len(text) and text[place] in " \t*_":
            place += 1
        mark = _MARK.match(text, place)
        if mark:
            place = mark.end()
        found = _phrase(text, place)
        if found is None:
            return scan(text, place) is not None and text[place] != "("
        kind, end = found
        while kind in ("AND", "", "AUX", "THE") and (further := _phrase(text, _skip(text, end))):
            kind, end = further
        if kind in VERBS:
            return True
        if kind in ("IN", "AFTER", "BEFORE", "FOR", "END_OF", "START_OF", "THROUGHOUT", "FROM", "BETWEEN"):
            beyond = _skip(text, end)
            return scan(text, beyond) is not None or (beyond < len(text) and self.opens(beyond))
        if kind in ("IF", "SAME_AS", "SO_THAT"):
            return True
        return scan(text, place) is not None

    def begins_with_verb(self, place: int) -> bool:
        """The same, for a mark that could be the label of a provision: "(a) delete ..." but not "(a), line 2"."""
        found = _phrase(self.text, place)
        return found is not None and found[0] != "IN" and self.begins_instruction(place)

    def pasted(self, place: int) -> int:
        """Paragraphs without marks, from a blank line after a colon to the next instruction."""
        text, start = self.text, place
        while True:
            blank = _BLANK.search(text, place)
            end = blank.start() if blank else len(text)
            beyond = blank.end() if blank else len(text)
            if beyond >= len(text) or text[beyond] in "#>" or self.opens(beyond):
                break
            if self.begins_instruction(beyond) and not _PAYLOAD.match(text, beyond):
                break
            place = beyond
        self.put("BLOCK", start, end, Quotation(tidy(text[start:end]), (start, end), "pasted"))
        return end

    # -------------------------------------------------------------- one token

    def one(self, place: int) -> int:
        text = self.text
        mark = text[place]
        if mark in DOUBLE or mark in SINGLE:
            return self.quotation(place)
        listed = _MARK.match(text, place)
        begins = listed and (self.colon or all(token.type == "AND" for token in self.tokens))
        if listed and begins and self.begins_with_verb(listed.end()):
            return listed.end()  # "... as follows: (a) delete ...; (b) insert ..."
        payload = (
            _PAYLOAD.match(text, place)
            if self.colon and self.tokens[-1:] and self.tokens[-1].type == "INSERT"
            else None
        )
        if payload:  # "Add: 13.2 No member shall ..."
            self.put("BLOCK", place, payload.end(), Quotation(tidy(payload[0]), payload.span(), "pasted"))
            return payload.end()
        if mark in _MAY_REFER or mark.isalpha() or mark in "£$€":
            end = self.document(place) or self.reference(place) or self.word(place)
            if end:
                return end
        if mark == ":":
            self.colon = True
            return place + 1
        if mark in ".!?" and not text.startswith("...", place):
            self.finish(place + 1)
            return place + 1
        if mark == ";":
            self.finish(place + 1)
            return place + 1
        if mark in ",–—-":
            return place + 1
        if _BRACKETED.match(text, place):  # "(and renumber the rest)"
            return place + 1
        if mark == "(" and (end := self.aside(place)):
            return end
        if mark == ")" and self.tokens and self.tokens[-1].type in ("FOLLOWING", "ACCORDINGLY", "UNIT", "RENUMBER"):
            return place + 1
        self.put("WORD", place, place + 1)
        return place + 1

    def aside(self, place: int) -> int | None:
        """Brackets after a reference: a page, the same place again, its heading, or another document's number."""
        text = self.text
        printed = _PLACE_IN_PRINT.match(text, place)
        if printed:
            self.comments.append((place, printed.end()))
            return printed.end()
        match = _ASIDE.match(text, place) if self.tokens and self.tokens[-1].type == "REF" else None
        if match is None:
            return None
        inside = match[0][1:-1].strip()
        token = self.tokens[-1]
        said: tuple[Reference, ...] = token.value
        again = read_reference(inside)
        if len(again) == 1 and again[0].steps:
            token.value = tuple(replace(one, restated=again[0].steps) for one in said)
        elif re.fullmatch(r"[A-Z][A-Za-z’' ,&-]*", inside) and said[-1].steps and not said[-1].steps[-1].heading:
            token.value = tuple(
                replace(one, steps=(*one.steps[:-1], replace(one.steps[-1], heading=inside))) if one.steps else one
                for one in said
            )
        else:
            self.put("DOCUMENT", place + 1, match.end() - 1)
            self.comments.append((match.end() - 1, match.end()))
        return match.end()

    def quotation(self, place: int) -> int:
        text = self.text
        if not opens(text, place):
            self.put("WORD", place, place + 1)
            return place + 1
        found = ends(text, place, len(text))
        if not found:
            self.unclosed.append((place, place + 1))
            stop = _BLANK.search(text, place)
            end = stop.start() if stop else len(text)
            self.put("WORD", place, end)
            return end
        if len(found) > 1:
            self.choices.append((place, len(found)))
        end = found[min(self.chosen.get(place, 0), len(found) - 1)]
        while end + 1 < len(text) and text[place + 1] == text[place] and text[end + 1] in DOUBLE + SINGLE:
            end += 1  # doubled marks: ‘‘words’’
        words = tidy(
            text[place + 1 : end].strip("‘’“”`'\"") if text[place + 1] == text[place] else text[place + 1 : end]
        )
        self.put("QUOTE", place, end + 1, Quotation(words, (place, end + 1)))
        if words[-1:] in (".", "!", "?", ":") and re.match(r"[*_ \t]*\n?[ \t]*[A-Z]", text[end + 1 : end + 40]):
            self.finish(end + 1)  # the full stop is inside the marks
        return end + 1

    def document(self, place: int) -> int | None:
        """A document that is named first: "In the Standing Orders of Conference, ..."."""
        if len(self.tokens) != 1 or self.tokens[0].type != "IN":
            return None
        match = _DOCUMENT_FIRST.match(self.text, place)
        if match is None or _BOOK.match(self.text, place) or _group_begins(self.text, match.start("name"), match.end()):
            return None
        self.tokens.pop()
        self.put("IN_BOOK", match.start("name"), match.end())
        return match.end()

    def reference(self, place: int) -> int | None:
        text = self.text
        if place and text[place - 1].isalnum():
            return None
        found = scan(text, place)
        if found is None:
            return None
        said = meaning(found[0])
        if not said:
            return None
        self.put("REF", place, found[1], said)
        document = _DOCUMENT.match(text, found[1])
        if document:
            self.put("DOCUMENT", document.start("name"), document.end())
            return document.end()
        return found[1]

    def word(self, place: int) -> int | None:
        text = self.text
        book = _BOOK.match(text, place)
        if book and (not self.tokens or self.tokens[-1].type in ("IN", "THROUGHOUT")):
            self.edition = book["year"] or self.edition
            self.comments.append((place, book.end()))
            if self.tokens and self.tokens[-1].type == "IN":
                self.tokens.pop()  # "In the Rule Book 2026, ..."
            return book.end()
        word = _WORD.match(text, place)
        if word is None:
            return None
        small = word[0].lower()
        beyond = _skip(text, word.end(), ",:;–—-")
        if (
            small in INTRODUCTIONS
            and not (self.tokens and self.tokens[-1].type == "NEW")
            and (self.opens(beyond) or (text[beyond : beyond + 1] == ">" and beyond > word.end()))
        ):
            return word.end()
        if small == "following" and self.tokens_end_in("the", place):
            unit = _UNIT.match(text, _skip(text, word.end()))
            if unit is None:
                return word.end()
            beyond = _skip(text, unit.end(), ",:;")
            if self.opens(beyond) or text[unit.end() : unit.end() + 1] == ":":
                return unit.end()  # "with the following sub-clauses: ..."
        named = _NAMED_MARK.match(text, place)
        if named:  # "the final full stop", "a comma"
            if named["final"]:
                self.put("ORDINAL", named.start("final"), named.end("final"))
            mark = _MARKS_BY_NAME[named["name"].lower().replace("-", "")]
            self.put("QUOTE", named.start("name"), named.end(), Quotation(mark, named.span("name"), "named"))
            return named.end()
        found = _phrase(text, place)
        if small == "following" and found and not self.tokens_end_in("the", place):
            found = ("AFTER", word.end())
        if found and not (found[0] == "NEW" and small == "further" and not _UNIT.match(text, _skip(text, found[1]))):
            if found[0]:
                self.put(found[0], place, found[1])
            return found[1]
        unit = _UNIT.match(text, place)
        if unit:
            self.put("UNIT", place, unit.end(), level_word(unit[0]))
            return unit.end()
        number = self.bare_number(place)
        if number:
            return number
        self.put("WORD", place, word.end())
        return word.end()

    def bare_number(self, place: int) -> int | None:
        """A number without a level word, where only a number can stand: "renumber 5A as 6", "after C insert"."""
        last = self.tokens[-1].type if self.tokens else ""
        if self.renumbers and last in ("RENUMBER", "AS", "TO"):
            match = _NUMBERS.match(self.text, place)
        elif last in ("AFTER", "BEFORE"):
            match = _NUMBER_THEN_VERB.match(self.text, place)
        elif last in ("DELETE", "INSERT", "REPLACE"):
            match = _NUMBER_ALONE.match(self.text, place)
        else:
            return None
        said = read_reference(f"items {match[0]}") if match else ()
        if match is None or not said:
            return None
        self.put(
            "REF",
            place,
            match.end(),
            tuple(replace(one, steps=tuple(replace(step, level="") for step in one.steps)) for one in said),
        )
        return match.end()

    def tokens_end_in(self, word: str, place: int) -> bool:
        return re.search(rf"(?:^|\s){word}\s*$", self.text[max(0, place - 12) : place], re.IGNORECASE) is not None


def _group_begins(text: str, start: int, end: int) -> bool:
    """Whether words are a reference, with its heading perhaps, rather than the name of a document."""
    found = scan(text, start)
    return found is not None and found[1] >= end


def _skip(text: str, place: int, marks: str = ",") -> int:
    while place < len(text) and (
        text[place] in " \t\u00a0*_"
        or text[place] in marks
        or (text[place] == "\n" and text[place + 1 : place + 2] != "\n")
    ):
        place += 1
    return place


def _phrase(text: str, place: int) -> tuple[str, int] | None:
    """The terminal of the longest phrase of the vocabulary that begins at a place, and where it ends."""
    found: tuple[str, int] | None = None
    at, end = PHRASES, place
    while True:
        word = _WORD.match(text, end if at is PHRASES else _skip(text, end, ""))
        if word is None:
            return found
        following = at.get(word[0].lower())
        if not isinstance(following, dict):
            return found
        at, end = following, word.end()
        terminal = at.get("")
        if isinstance(terminal, str):
            found = terminal, end


def _settled(tokens: list[Token], text: str) -> list[Token]:
    """The tokens of a sentence with the terminals that depend on their neighbours."""
    while tokens and tokens[0].type == "AND":
        tokens = tokens[1:]
    if len(tokens) > 1 and tokens[0].type in ("BY", "TO") and tokens[1].type in VERBS:
        tokens = tokens[1:]  # "by striking out ..."; "to delete ..."
    while tokens and tokens[-1].type == "AND":
        tokens = tokens[:-1]

    def gap(one: Token, other: Token) -> str:
        return text[one.end_pos or 0 : other.start_pos or 0]

    found: list[Token] = []
    for place, token in enumerate(tokens):
        after = tokens[place + 1].type if place + 1 < len(tokens) else ""
        before = found[-1].type if found else ""
        kind = token.type
        if kind == "AND" and before == "QUOTE" and after in ("QUOTE", "ALL_AFTER", "ALL_BEFORE"):
            kind = "ALSO"
        elif (
            kind == before == "QUOTE" and "," in gap(tokens[place - 1], token)
            and not {"AFTER", "BEFORE", "ALSO"} & {earlier.type for earlier in found[-3:-1]}
        ):  # fmt: skip
            found.append(Token("ALSO", ",", start_pos=token.start_pos, end_pos=token.start_pos))
        elif kind == "THROUGHOUT" and after in ("REF", "IN"):
            kind = "THROUGHOUT_IN"
        elif kind == "IN" and before == "THROUGHOUT_IN":
            continue
        elif (
            kind == "UNIT"
            and token.value != "standing order"
            and (after == "BEGINNING" or before in ("IN", "END_OF", "START_OF", "FROM", "THROUGHOUT_IN"))
        ):
            level = str(token.value)
            token = Token("REF", str(token), start_pos=token.start_pos, end_pos=token.end_pos)
            token.value = (Reference(relative="this", level=level),)
            kind = "REF"
        elif kind in ("END_OF", "START_OF") and after not in ("REF", "UNIT"):
            kind = kind.removesuffix("_OF")
        elif kind == "AND" and before == "AND":
            continue
        if kind != token.type:
            changed = Token(kind, str(token), start_pos=token.start_pos, end_pos=token.end_pos)
            changed.value = token.value
            token = changed
        found.append(token)
    return found


def begins_instruction(text: str, place: int) -> bool:
    """Whether the words at a place begin as an instruction does: with a verb, a place or a position."""
    return _Reader(text, {}).begins_instruction(place)


def read_tokens(text: str, chosen: Mapping[int, int] | None = None) -> Stream:
    """The sentences of a text. `chosen` picks another end for quotations whose end is not certain."""
    text = _SUB.sub(lambda match: match[0][:-1] + "-", text.translate(_ALIKE))
    if _INVISIBLE.search(text):
        kept = [place for place, mark in enumerate(text) if not _INVISIBLE.match(mark)]
        stream = _Reader("".join(text[place] for place in kept), chosen or {}).read()
        invisible = tuple(match.span() for match in _INVISIBLE.finditer(text))
        return _moved(stream, [*kept, len(text)], invisible)
    return _Reader(text, chosen or {}).read()


def _moved(stream: Stream, kept: list[int], invisible: tuple[Span, ...]) -> Stream:
    """The stream with its places moved to where they are in the text as it was typed."""

    def span(pair: Span) -> Span:
        return kept[pair[0]], kept[pair[1]]

    for sentence in stream.sentences:
        for token in sentence.tokens:
            token.start_pos, token.end_pos = span((token.start_pos or 0, token.end_pos or 0))
            if isinstance(token.value, Quotation):
                token.value = Quotation(token.value.text, span(token.value.span), token.value.form)
    return Stream(
        tuple(Sentence(s.tokens, span(s.span), s.paragraph, s.joined) for s in stream.sentences),
        tuple(span(pair) for pair in stream.unclosed),
        (*(span(pair) for pair in stream.comments), *invisible),
        stream.choices,
        stream.edition,
    )
