"""What begins as an instruction does, and what is only the title of one."""

from __future__ import annotations

import re

from lark import Token

from amendments.reading.sentences.beside.set_aside import WRAPPER
from amendments.reading.sentences.ending import is_short
from amendments.reading.sentences.old_and_new.headings import WORDING, is_wording
from amendments.reading.sentences.old_and_new.marked import marked_in
from amendments.reading.sentences.old_and_new.tables import table_at
from amendments.reading.sentences.passages import MARK, Passage, Text, passages_of
from amendments.reading.sentences.tokens import Tokens, kinds_of
from amendments.reading.slips import is_verb_misspelt
from grammar.levels import level_word, rank
from grammar.remarks import STANDING

_NUMBERED = re.compile(r"(?:motion|proposition|amendment|rule\s+change|proposal)\s+\d+\s*[:.–-]\s*", re.IGNORECASE)
_OPENS_OPERAND = frozenset(
    "REF QUOTE BLOCK UNIT NEW FOLLOWING ORDINAL ALL BOTH EACH_OF PRONOUN COLON FROM IN AT AFTER BEFORE BETWEEN FOR TO "
    "OF NOUN EVERYTHING NUMBER REST ACCORDINGLY TIMES_OF BOOK UP_TO THROUGHOUT DEFINITION_OF MAKE_CHANGES WITH BY "
    "INSTEAD COMMA AS_FOLLOWS OPEN LIST_OF ALPHABETICAL".split()
)
_PLACES = frozenset("REF QUOTE BOOK UNIT END START NUMBER DEFINITION_OF BOTH EACH_OF NOUN DOCUMENT IN FROM".split())


def begins_instruction(text: str, place: int) -> bool:
    """Whether the words at a place begin as an instruction does: with a verb, a place or a position."""
    end = text.find("\n\n", place)
    part = text[place : end if end >= 0 else len(text)]
    mark = MARK.match(part)
    if is_wording(part, 0) or table_at(part, 0) or marked_in(part, (0, len(part))):
        return True
    return begins(passages_of(part, {}), mark.end() if mark else 0, len(part), awaiting=False)


def begins(taken: Text, place: int, end: int, *, awaiting: bool) -> bool:
    """Whether a passage begins as an instruction does: with a verb, a place or a position, and goes on so."""
    text = taken.text
    line = -1 if place in taken.quoted else text.find("\n", place, end)
    tokens = Tokens(text, place, end if line < 0 else line, taken.quoted)
    if place in taken.wordings or WORDING.match(text, place, end):
        return True
    wrapper = WRAPPER.match(text, place, end)
    if wrapper and wrapper.end() > place:
        tokens.place = wrapper.end()
    listed = MARK.match(text, tokens.place, end)
    if listed and text[tokens.place] in "-•–*":
        tokens.place = listed.end()
    kinds: list[str] = []
    while len(kinds) < 24:
        tokens.skip()
        if tokens.place >= tokens.end or text[tokens.place] in ".;":
            break
        tokens.take()
        if tokens.found[-1].type == "LITTLE":
            continue
        slip = tokens.found[-1].type == "WORD" and not kinds and is_verb_misspelt(str(tokens.found[-1]))
        kinds.append("VERB" if slip else tokens.found[-1].type)
        if awaiting and kinds == ["VERB"] and _is_thing(tokens.found):
            return False  # “The transfer card shall be ...”
        if kinds == ["VERB"] and str(tokens.found[-1])[0].islower():
            return True  # "delete and renumber": new text hardly begins so
        if len(kinds) == 2 and _starts(kinds, awaiting) and kinds[0] != "REF":
            return True
    return _starts(kinds, awaiting) or (bool(wrapper) and len(kinds) == 0 and not awaiting)


def _is_thing(found: list[Token]) -> bool:
    """Whether what could be a verb of ours is the thing that a text is about: “The transfer”, but “the deletion of”."""
    article = len(found) > 1 and str(found[-2]).lower() in ("the", "a", "an")
    return article and found[-1].value[1] == "base" and " " not in str(found[-1])


def _starts(kinds: list[str], awaiting: bool) -> bool:
    if not kinds:
        return False
    first, second = kinds[0], kinds[1] if len(kinds) > 1 else ""
    known = kinds[: kinds.index("WORD")] if "WORD" in kinds else kinds
    if first != "VERB" and "WAS" in known:
        return False  # "Clause IV was inserted in 2019"
    if first == "VERB":
        return second in _OPENS_OPERAND or not second or (not awaiting and second in ("WORD", "IF") and "WITH" in kinds)
    if first in ("IN", "AT", "AFTER", "BEFORE", "BETWEEN", "FOR", "THROUGHOUT", "OF"):
        return second in _PLACES or (second == "ORDINAL" and "VERB" in known)
    if first in ("TO", "BY", "BE"):
        return second == "VERB" or "VERB" in known[:4]
    if first in ("REF", "UNIT", "NUMBER", "QUOTE", "NOUN", "BOTH", "ALL", "EACH_OF", "ORDINAL", "EVERYTHING"):
        verb = (
            "VERB" in known
            or ("READ" in known and bool({"TO", "SHALL", "WILL", "FOR"} & set(known)))
            or "BECOMES" in known
        )
        return verb or (
            first == "REF"
            and not awaiting
            and known == kinds
            and set(kinds) <= {"REF", "COLON", "COMMA", "PRINTED", "TITLE", "AGAIN"}
        )
    if first in ("NEW", "REST"):
        return "VERB" in known
    if first in ("MAKE_CHANGES", "NO_CHANGE", "SO_THAT", "SAME_CHANGE", "WHERE"):
        return True
    return first == "NOT" and "VERB" in known


def instructs(taken: Text, place: int, end: int) -> bool:
    """Whether what is set aside says what to do, and to what: “Note: delete 5.IV.9”."""
    kinds = kinds_of(taken.text, place, end, taken.quoted)
    for number, kind in enumerate(kinds):
        if kind == "VERB":
            beyond = next((one for one in kinds[number + 1 :] if one in ("REF", "QUOTE", "WORD")), "WORD")
            passive = bool({"IS", "BE"} & set(kinds[max(0, number - 2) : number])) and "REF" in kinds[:number]
            if beyond != "WORD" or passive:
                return True
    return False


def resumes(taken: Text, passage: Passage) -> int:
    """Where in a passage that is set aside a line begins an instruction, behind one that has ended; 0 if nowhere."""
    at = taken.text.find("\n", *passage.span)
    while at >= 0:
        line = at + 1 + len(taken.text[at + 1 :]) - len(taken.text[at + 1 :].lstrip(" \t"))
        if taken.text[:at].rstrip()[-1:] in ".!?)”" and begins(taken, line, passage.span[1], awaiting=False):
            return line
        at = taken.text.find("\n", line, passage.span[1])
    return 0


def tells_of_a_result(taken: Text, place: int, end: int) -> bool:
    """Whether what is set aside says what a place will be like: “Effect: 4.5 will gain a sentence”."""
    kinds = set(kinds_of(taken.text, place, end, taken.quoted))
    return "REF" in kinds and bool({"SHALL", "WILL", "READ", "BECOMES", "AS_FOLLOWS", "SAME_CHANGE"} & kinds)


_SUBJECT = re.compile(
    r"""(?P<words>[A-Z\d](?:\b(?:[Nn]o|Mr|Mrs|Ms|Dr|Min|Ref)\.(?=[ ])|[\w ,()/&’'-])*[\w)])
        (?:(?:[.:]|[ ][–—-])[ \t\n]+|\n[ \t]*)(?=\S)""",
    re.VERBOSE,
)
_OF_A_SUBJECT = frozenset("WORD LITTLE AND OF FOR IN AT BY COMMA OPEN CLOSE NOUN UNIT TIME DOCUMENT COLON".split())
_MOST_OF_A_SUBJECT = 10  # words


def subject_of(taken: Text, place: int, end: int) -> int:
    """Where the subject ends that stands before an instruction in its paragraph: “Dogs. In Rule 9, ...”; 0 for none."""
    match = _SUBJECT.match(taken.text, place, end)
    if match is None or len(match["words"].split()) > _MOST_OF_A_SUBJECT or is_short(taken.text, match.end("words")):
        return 0
    if rank(level_word(match["words"].split()[-1])) is not None:
        return 0  # “Art. 2, s. 2(a): ...”
    first, *further = (word.strip("(),") for word in match["words"].split())
    said = {first.lower(), *(word for word in further if word.islower())}
    kinds = set(kinds_of(taken.text, place, match.end("words"), taken.quoted))
    if re.search(r"\bno\. \d", match["words"], re.IGNORECASE):
        kinds -= {"NOT"}  # “point no. 3” denies nothing
    if "WORD" not in kinds or not kinds <= _OF_A_SUBJECT or not STANDING.isdisjoint(said):
        return 0
    orders = further and further[0].lower() in (
        "the",
        "a",
        "an",
        "all",
        "every",
        "our",
        "each",
    )  # “Charge the members.”
    return 0 if orders and not begins(taken, match.end(), end, awaiting=False) else match.end()


def is_title(taken: Text, passage: Passage, following: tuple[Passage, ...]) -> bool:
    """Whether a passage is the title of what follows: a few words without a stop, a verb of ours or a place."""
    text = taken.text
    words = text[slice(*passage.span)].removesuffix(".")
    if len(words.split()) > 15 or words.rstrip("*_ ")[-1:] in ".:;,—–?!" or "\n" in words or not following:
        return False
    if (
        passage.span[0] in taken.wordings
        or following[0].kind not in ("words", "aside", "table")
        or following[0].paragraph == passage.paragraph
    ):
        return False
    if not STANDING.isdisjoint(word.strip("(),.:").lower() for word in words.split()):
        return False  # “Motion 8 (WITHDRAWN)”
    begin, end = passage.span
    lead = _NUMBERED.match(text, begin, end)
    in_order = kinds_of(text, lead.end() if lead else begin, end, taken.quoted)
    kinds = set(in_order)
    if lead and in_order[-1:] == ["VERB"]:
        kinds.discard("VERB")  # "Rule change 3: ... and a rule change"
    if text[passage.span[1] - 1] == "." and not kinds <= _OF_A_SUBJECT:
        return False  # a sentence
    if kinds & {"VERB", "QUOTE", "REF", "READ", "BECOMES", "NO_CHANGE", "NUMBER", "BOOK"} or "WORD" not in kinds:
        return False
    return (
        begins(taken, *following[0].span, awaiting=False)
        or bool(lead)
        or words.isupper()
        or following[0].kind == "table"
    )
