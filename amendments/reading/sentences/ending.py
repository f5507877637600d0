"""Where a sentence ends, and the words that only link it to the one before or after: “, and”, “then”."""

from __future__ import annotations

import re

from lark import Token

from grammar.words import ABBREVIATED

LINKS = ("AND", "THEN", "COMMA")
"""What links sentences."""


_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_A_NAME = re.compile(r"[ \t]+[A-Z](?:[a-z]|\.)")


def is_short(text: str, stop: int) -> bool:
    """Whether a full stop belongs to the word before it and ends no sentence: “Mr.”, or an initial before a name."""
    word = _LAST_WORD.search(text, max(0, stop - 12), stop)
    if word is None:
        return False
    initial = len(word[0]) == 1
    within = initial and text[stop + 1 : stop + 2].isalpha()  # “p.m.”, “S.O.”
    named = initial and word[0].isupper() and _A_NAME.match(text, stop + 1) is not None
    return word[0].lower() in ABBREVIATED or within or named or text[stop - 3 : stop].lower() in ("a.m", "p.m")


_GIVES = ("AS", "TO", "BECOMES", "READ", "UNIT")
"""What a number is said behind: “as I.”, where the letter could be a word of its own."""


def ends_in_number(tokens: list[Token], text: str, stop: int) -> bool:
    """Whether what stands before a full stop is the number of a provision, which is no initial: “renumber D as F.”"""
    if tokens[-1].type == "REF":
        return True
    if not text[stop + 1 : stop + 2].isspace():
        return False  # “S.O.”
    said = tokens[-1].type == "LITTLE" and tokens[-2:-1] and tokens[-2].type in _GIVES
    return tokens[-1].type == "NUMBER" or bool(said)


def without_links(tokens: list[Token]) -> tuple[bool, list[Token]]:
    """Whether a sentence begins with a link, and its tokens without those at its ends."""
    begin, end = 0, len(tokens)
    if tokens and tokens[-1].type == "LITTLE" and str(tokens[-1]).lower() in ("the", "a", "an"):
        tokens = [
            *tokens[:-1],
            Token("WORD", str(tokens[-1]), start_pos=tokens[-1].start_pos, end_pos=tokens[-1].end_pos),
        ]
        return False, tokens  # cut short
    while begin < end and tokens[end - 1].type in (*LINKS, "LITTLE"):
        end -= 1
    while begin < end and tokens[begin].type in LINKS:
        begin += 1
    return begin > 0, tokens[begin:end]


def ends_with_quotation(text: str, quote: Token, end: int) -> bool:
    """Whether the full stop of a sentence is inside the quotation marks that it ends with."""
    words = quote.value.text
    after = text[quote.end_pos : min(end, (quote.end_pos or 0) + 40)]
    return words[-1:] in (".", "!", "?", ":") and re.match(r"[*_ \t]*\n?[ \t]*[A-Z]", after) is not None
