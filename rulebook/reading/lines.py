"""The lines of a rulebook as blocks: what each begins with, how far it is indented, and its words.

Nothing is decided about depth, and no word is left out: the words of all blocks are the words of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import cast

from lark import Lark, Token, Transformer

import grammar
from rulebook.cache import folder
from rulebook.numbering import styles
from rulebook.source import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a labelled provision, a bullet, a footnote, a table, a comment or a paragraph.

    `form` is the terminal's name in `lines.lark`; `label` and `words` are what the first line says; `title` are
    further lines where the form is HEADING. `indent` is counted in spaces.
    """

    form: str
    indent: int
    label: str
    words: str
    title: str
    span: Span


_OTHER_SPACE = re.compile(r"^ *[^\S \n]\s*?(?=\S)", re.MULTILINE)
_LABEL = re.compile(r" *(\([^)]*\)|[\w.]+\)|[\w.]*\w\.?|[-*•])(?: +|$)")
_HEADING_WORD = r"(?i:chapter|clause|article|section|part|rule|schedule|appendix)"
_ESCAPE = re.compile(rf"(\w*)\\(?=[!-/:-@\[-`{{-~•]|{_HEADING_WORD}[ ])")


def _block(tokens: list[Token]) -> Block:
    first = tokens[0]
    line = first.value.rstrip("\n")
    body = line.lstrip(" ")
    indent = len(line) - len(body)
    label = ""
    more = [" ".join(token.value.split()) for token in tokens[1:]]
    start = first.start_pos or 0
    end = (tokens[-1].start_pos or 0) + len(tokens[-1].value.rstrip("\n"))
    if first.type in ("LABELLED", "BULLET"):
        match = _LABEL.match(line)
        if match:
            label = match[1]
            body = line[match.end() :]
    if first.type == "TABLE":
        body = "\n".join(row.strip() for row in line.split("\n"))
    if first.type == "HEADING":
        return Block("HEADING", indent, "", body, " ".join(more), (start + indent, end))
    if first.type == "COMMENT":
        return Block("COMMENT", indent, "", body.strip(), " ".join(more), (start + indent, end))
    words = " ".join([*([body.strip()] if body.strip() else []), *more]) if first.type != "TABLE" else body.strip()
    if first.type in ("WORDS", "LABELLED", "BULLET"):
        escape = _ESCAPE.match(words)
        words = escape[1] + words[escape.end() :] if escape else words
    return Block(
        first.type, indent, label, words, " ".join(more) if first.type == "TABLE" else "", (start + indent, end)
    )


class _Blocks(Transformer[Token, list[Block]]):
    def block(self, tokens: list[Token]) -> Block:
        return _block(tokens)

    def start(self, blocks: list[Block]) -> list[Block]:
        return blocks


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return grammar.load("lines", _Blocks(), folder())


def tidy(text: str) -> str:
    """The text without white space at line ends, tabs made four spaces and one line end at its end.

    Other white space at the head of a line, such as a no-break space, is made spaces too. Lines keep their numbers;
    `untidied` leads from a place in it back to the text.
    """
    lines = [line.expandtabs(4).rstrip() if "\t" in line else line.rstrip() for line in text.split("\n")]
    return _OTHER_SPACE.sub(_as_spaces, "\n".join(lines).rstrip("\n") + "\n")


def _as_spaces(match: re.Match[str]) -> str:
    """A form feed or one no-break space at the head of a line is no indentation; several spaces of any width are."""
    spaces = sum(1 for character in match[0] if character.isprintable() or ord(character) > 0x9F)
    return " " * spaces if spaces > 1 else ""


def untidied(text: str, made: str) -> Callable[[Span], Span]:
    """From the span of a block in the tidy text to its span in the text that was made tidy."""
    if text.startswith(made.rstrip("\n")):
        return lambda span: span
    old, new = ([0, *accumulate(len(line) + 1 for line in whole.split("\n"))] for whole in (text, made))

    def original(span: Span) -> Span:
        first, last = (bisect_right(new, place) - 1 for place in span)
        start, end = text[old[first] : old[first + 1]], text[old[last] : old[last + 1]]
        return old[first] + len(start) - len(start.lstrip()), old[last] + len(end.rstrip())

    return original


def read_blocks(text: str) -> list[Block]:
    """The blocks of a text that has been made tidy."""
    start = len(text) - len(text.lstrip("\n"))
    if start == len(text):
        return []
    blocks = cast("list[Block]", _parser().parse(text[start:]))  # the transformer's, which Lark's types do not know
    if not start:
        return blocks
    return [Block(b.form, b.indent, b.label, b.words, b.title, (b.span[0] + start, b.span[1] + start)) for b in blocks]


def escaped(words: str) -> str:
    """A paragraph's words with a backslash where they would else be read as a label, a heading or a comment."""
    if _HEADING_OPENING.match(words):
        return f"\\{words}"
    opening = _OPENING.match(words)
    if opening and opening["word"] and not styles(opening["word"]) and not _ESCAPE.match(words, opening.end()):
        return words  # "Yes." looks like a label but counts nothing
    if opening or _ESCAPE.match(words):
        first = re.match(r"\w*", words)
        place = first.end() if first else 0
        return f"{words[:place]}\\{words[place:]}"
    return words


_HEADING_OPENING = re.compile(rf"{_HEADING_WORD} +(?:\d+|[A-Z]{{1,7}})[A-Z]?(?![\w’'-])")
_OPENING = re.compile(
    r"""\#{1,12}[ ]                         # a heading
      | <!--                               # a comment
      | \[\^\w+\]:                         # a footnote
      | \|                                 # a table
      | [-*•](?:[ ]|$)                     # a bullet
      | \(\w{1,8}\)(?:[ ]|$)               # (a)
      | (?:\d{1,3}[A-Za-z]{0,2}|(?P<word>[A-Za-z]{1,8}))[.)](?:[ ]|$)               # 5. A. a)
      | \d{1,3}(?:[a-z]\d{1,2})+[a-z]?[.)](?:[ ]|$)                       # 1b1)
      | [A-Z]{0,2}\.?\d{1,3}[A-Za-z]?(?:\.\d{1,3}[A-Za-z]?)+\.?(?:[ ]|$)  # 4.2 4.2.
      | [IVXLC]{2,6}(?:\.\d{1,3}[A-Za-z]?)+\.?(?:[ ]|$)                  # III.2
      | [A-Z]\.\d{1,3}[A-Za-z]?\.?(?:[ ]|$)                                # A.1, in Appendix A
    """,
    re.VERBOSE,
)
