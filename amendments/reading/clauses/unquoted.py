"""The readings of a sentence: of its words as they stand, or with what should have been quoted taken as quoted.

Before words are taken as quoted, slips of the pen are put right. Every reading is given; none is preferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lark import Token

from amendments.reading.clauses.clause import Unreadable
from amendments.reading.clauses.phrase import Phrase
from amendments.reading.clauses.phrases import phrases_of
from amendments.reading.edits import Fault
from amendments.reading.quotations import Quotation
from amendments.reading.sentences.respelt import respelt
from amendments.reading.sentences.sentence import Sentence
from amendments.reading.sentences.stretch import token
from grammar.words import TURNS

LONGEST = 60  # tokens; beyond that the ways to part unquoted words are too many for anyone to follow
MOST = 24  # readings


@dataclass(slots=True)
class Readings:
    """The readings of a sentence, each with what is to be said of it, and where it stopped making sense."""

    phrases: list[tuple[tuple[Phrase, ...], list[Fault]]] = field(default_factory=list)
    stopped: Unreadable | Token | None = None


def readings_of(sentence: Sentence, text: str) -> Readings:
    """The readings of a sentence; none where it has none, or too many to tell apart."""
    tokens = settled(sentence.tokens)
    strict = phrases_of(tokens)
    if isinstance(strict, tuple):
        return Readings([(strict, [])])
    found = Readings(stopped=strict)
    mended = respelt(sentence.tokens, text)
    if mended is not None:
        phrases = phrases_of(settled(mended[0]))
        if isinstance(phrases, tuple):
            found.phrases.append((phrases, mended[1]))
            return found
    described = what_changes_described(tokens, text)
    if described is not None:
        phrases = phrases_of(described)
        if isinstance(phrases, tuple):
            found.phrases.append((phrases, []))
            return found
    seen = set()
    for quoted in _quoted(described or tokens, text):
        phrases = phrases_of(quoted)
        if isinstance(phrases, tuple) and (shown := repr(phrases)) not in seen:
            seen.add(shown)
            found.phrases.append((phrases, []))
        if len(found.phrases) > MOST:
            return Readings(stopped=strict)
    return found


_DESCRIBES = frozenset("WORD LITTLE NUMBER_OF UNIT OF ALL SHALL WILL IS BE FOR IN AT BY TO ON".split())


def what_changes_described(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...] | None:
    """A sentence that says in words of its own what it is that changes “from “four” to “three””: these words as one
    token. They describe what is quoted, which must stand in the rules. None where it says nothing of the kind."""
    verb = next((n for n, one in enumerate(tokens) if one.type == "VERB" and one.value[0] == "change"), None)
    start = next((n for n, one in enumerate(tokens) if one.type == "FROM"), None)
    if verb is None or start is None:
        return None
    first, last = (verb + 1, start) if verb < start and start - verb > 1 else (_subject(tokens, verb), verb)
    while last > first and tokens[last - 1].type in ("REF", "IN", "OF", "IS", "BE", "TO", "SHALL", "HEREBY", "AT"):
        last -= 1
    run = tokens[first:last]
    if not any(one.type == "WORD" for one in run) or any(one.type not in _DESCRIBES for one in run):
        return None
    span = (run[0].start_pos or 0, run[-1].end_pos or 0)
    return (*tokens[:first], token("DESCRIPTION", text, span), *tokens[last:])


def _subject(tokens: tuple[Token, ...], verb: int) -> int:
    """Where what stands before a verb begins: after the place, or the mark behind it."""
    places = [number for number, one in enumerate(tokens[:verb]) if one.type in ("COLON", "COMMA", "REF")]
    return places[-1] + 1 if places else 0


# ------------------------------------------------------------------ tokens that depend on their neighbours


def settled(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Tokens whose kind depends on those beside them: "are each amended", "all before", "the following words"."""
    known = [one for one in tokens if one.type != "LITTLE"]
    with_article = {id(b) for a, b in pairwise(tokens) if a.type == "LITTLE" and a.lower() in ("the", "a", "an")}
    reads = any(one.type == "READ" for one in known)
    found: list[Token] = []
    for number, one in enumerate(known):
        before = found[-1].type if found else ""
        after = known[number + 1] if number + 1 < len(known) else None
        if one.type == "QUOTE" and before == "UNIT" and found[-1].value == "row" and not one.value.text.startswith("|"):
            found.append(Token("BEGINNING", "", start_pos=one.start_pos, end_pos=one.start_pos))  # the row “...”
        if _parts_off_a_number(one, found, after):
            one = _retyped(one, "AS")
        acts = any(other.type == "VERB" for other in found)
        made = _settled(one, before, after, id(one) in with_article, reads, acts)
        if made is not None:
            found.append(made)
    return tuple(found)


_STOPS = ("", "AND", "COMMA", "VERB", "WITH", "COLON", "BY", "TO", "CLOSE")


def _parts_off_a_number(one: Token, before: list[Token], after: Token | None) -> bool:
    """Whether a mark stands before the number of what is new: "a new clause, 3.4, in these words"."""
    mark = one.type == "COMMA" or (one.type == "COLON" and one != ":")
    new = [other.type for other in before[-2:]] == ["NEW", "UNIT"]
    return mark and new and after is not None and after.type in ("REF", "NUMBER") and after[0].isdigit()


def _settled(one: Token, before: str, after: Token | None, article: bool, reads: bool, acts: bool) -> Token | None:
    """A token beside others, with the kind that it has there; None where it means nothing there."""
    kind, then = one.type, after.type if after is not None else ""
    if kind == "AS" and one.lower().endswith(("numbered", "lettered")) and not acts:
        return _retyped(one, "BECOMES")  # "5.4 to be numbered 5.5"
    if kind == "BE" and before in ("SHALL", "WILL", "TO", "NOW") and then in ("REF", "NUMBER", "QUOTE"):
        return _retyped(one, "BECOMES")  # "it will then be 7.5"
    if kind == "PRONOUN" and then == "DOCUMENT":
        return None  # "these Standing Orders"
    if kind == "EXCEPT" and then == "REF" and one.lower() not in ("all but", "but for", "nowhere else"):
        return _retyped(one, "EXCEPTING")
    if kind == "ALL" and before in ("IS", "BE") and then in ("VERB", "HEREBY"):
        return _retyped(one, "IS_EACH")
    if kind == "ALL" and (then in ("AFTER", "BEFORE", "BETWEEN", "FROM") or (after is not None and _follows(after))):
        return _retyped(one, "ALL_WORDS")
    if kind == "COLON" and then == "OF":
        return _retyped(one, "WORD")  # "sub-clauses 12– of 5.IV" has no end
    if kind == "REST" and then in ("QUOTE", "NOUN") and "follow" in one.lower():
        return _retyped(one, "AFTER")
    if kind == "REST" and then == "REF":
        return None  # "the remaining sub-clauses 4 to 8"
    if kind == "FOLLOWING" and then in ("QUOTE", "NOUN", "REF") and not article:
        return _retyped(one, "AFTER")
    if kind == "THROUGHOUT" and then in _STOPS:
        return _retyped(one, "WHERE")
    if kind == "TIMES_OF" and then not in ("QUOTE", "NOUN"):
        return _retyped(one, "TIME")
    if kind == "TIME" and not before and then in ("REF", "UNIT", "NUMBER"):
        return _verb(one, "move", "base", "place")
    if kind == "START" and then in ("QUOTE", "NOUN") and before in ("UNIT", "REF", "NEW", "ORDINAL"):
        return _retyped(one, "BEGINNING")
    if kind == "BEGINNING" and before in ("BE", "IS", "SHALL") and then in ("QUOTE", "NOUN"):
        return _verb(one, "rename", "ed", "head")  # "shall be headed “...”"
    if kind == "HEREBY" and one.lower() == "further" and then in ("UNIT", "REF", "NOUN"):
        return _retyped(one, "NEW")
    if kind == "VERB" and not before and one.value[1] == "ed" and then in ("REF", "UNIT") and reads:
        return None  # "Amended Rule 3.6 will read ..."
    if kind in ("COMMA", "COLON") and (not before or _introduces(before, then)):
        return None
    return one


def _follows(token: Token) -> bool:
    return token.type == "REST" and "follow" in token.lower()


def _verb(one: Token, does: str, form: str, stem: str) -> Token:
    made = _retyped(one, "VERB")
    made.value = (does, form, stem)
    return made


def _introduces(before: str, after: str) -> bool:
    """Whether a mark between two tokens parts nothing: "with: “...”", "the words, “...”"."""
    if before in ("WITH", "BY", "AS", "NOUN", "TO", "FOR", "AFTER", "BEFORE"):
        return after in ("QUOTE", "BLOCK", "NOUN")
    return False


def _retyped(one: Token, kind: str) -> Token:
    made = Token(kind, str(one), start_pos=one.start_pos, end_pos=one.end_pos)
    made.value = one.value
    return made


# ------------------------------------------------------------------ words that should have been quoted

_OPEN_AFTER = frozenset("VERB WITH BY TO FOR AFTER BEFORE BETWEEN FROM AND NOUN ORDINAL BOTH TIMES_OF".split())
_ENDS_BEFORE = frozenset("WITH BY TO AFTER BEFORE IN FROM AND COMMA AT FOR INSTEAD WHERE IS BE SHALL".split())
_WITHIN = frozenset("WORD UNIT IN FROM OF AND TO AT FOR AS NUMBER COMMA ALL BOTH ORDINAL REST TIME START END PRONOUN "
                    "NEW FOLLOWING BEFORE AFTER IS BE NOUN".split())  # fmt: skip
_RUNS_ON = re.compile(r",|\b(?:to|for|from|as|making|and)\b")
_REASONS = frozenset("because since so while whereas which who given see when owing due reason although".split())


def _quoted(tokens: tuple[Token, ...], text: str) -> Iterator[tuple[Token, ...]]:
    """The sentence with one or two or three runs of its words taken as quoted, so that no word of nobody's is left."""
    if (
        len(tokens) > LONGEST
        or not any(one.type == "VERB" for one in tokens)
        or any(one.type in TURNS for one in tokens)
    ):
        return
    if any(str(one).lower() in _REASONS for one in tokens if one.type == "WORD"):
        return
    yield from _with_runs(tokens, 0, (), 3, text)


def _with_runs(
    tokens: tuple[Token, ...], place: int, made: tuple[Token, ...], left: int, text: str
) -> Iterator[tuple[Token, ...]]:
    words = next((number for number in range(place, len(tokens)) if tokens[number].type == "WORD"), None)
    if words is None:
        yield (*made, *tokens[place:])
        if left == 3:
            return
    if not left:
        return
    for start in range(place, (words if words is not None else len(tokens) - 1) + 1):
        if not start or tokens[start - 1].type not in _OPEN_AFTER or tokens[start].type == "FROM":
            continue
        if words is None and tokens[start].type not in ("NUMBER", "UNIT"):
            continue
        for end in range(start + 1, len(tokens) + 1):
            if any(one.type not in _WITHIN for one in tokens[start:end]):
                break
            if tokens[end - 1].type not in ("WORD", "UNIT", "NUMBER", "REST", "PRONOUN", "TIME", "START", "END"):
                continue
            if words is not None and end <= words:
                continue
            if end < len(tokens) and tokens[end].type not in _ENDS_BEFORE:
                continue
            run = (tokens[start].start_pos or 0, tokens[end - 1].end_pos or 0)
            run = (_with_article(text, run[0], tokens[start - 1].end_pos or 0), run[1])
            quotation = Quotation(" ".join(text[slice(*run)].split()), run, "unquoted")
            put = tokens[start - 1].type == "VERB" and tokens[start - 1].value[0] == "substitute"
            if (left < 3 or put) and _RUNS_ON.search(quotation.text):
                continue  # "change 28 days to 42 days from 2028": where the new words end is anybody's guess
            yield from _with_runs(
                tokens, end, (*made, *tokens[place:start], token("QUOTE", text, run, quotation)), left - 1, text
            )


def _with_article(text: str, start: int, floor: int) -> int:
    """A run of words with the little words before it that the grammar has left out."""
    before = text[floor:start]
    return start - len(before.lstrip(" \t\n:,;–—-*_"))
