"""The phrases of a sentence, as the grammar finds them. Nothing of Lark leaves this module."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

from lark import Lark, Token, Transformer, Tree
from lark.exceptions import LarkError, UnexpectedToken

import grammar
from amendments.reading.clauses.phrase import Phrase, Verb
from amendments.reading.quotations import Quotation
from rulebook.cache import folder
from rulebook.reference import Reference, Step
from rulebook.source import Span

_PREPOSITIONS = {
    "IN": "in", "AT": "at", "OF": "of", "FROM": "from", "TO": "to", "UP_TO": "to", "WITH": "with", "BY": "by",
    "FOR": "for", "AS": "as", "AFTER": "after", "BEFORE": "before", "BETWEEN": "between", "THROUGHOUT": "throughout",
    "NOT_INCLUDING": "without",
}  # fmt: skip


def _span(tokens: list[Token]) -> Span:
    return min(one.start_pos or 0 for one in tokens), max(one.end_pos or 0 for one in tokens)


class _Phrases(Transformer[Token, Any]):
    """The children of a rule, all tokens, made into a phrase."""

    def start(self, children: list[Any]) -> tuple[Phrase, ...]:
        return tuple(children)

    def _of(self, kind: str, tokens: list[Token], value: Any = None) -> Phrase:
        preps = tuple(_PREPOSITIONS[one.type] for one in tokens if one.type in _PREPOSITIONS)
        return Phrase(kind, _span(tokens), value, preps, _which(tokens))

    def verb(self, tokens: list[Token]) -> Phrase:
        does, form, stem = tokens[-1].value
        return Phrase("verb", _span(tokens), Verb(does, form, stem, tuple(one.type for one in tokens[:-1])))

    def reads(self, tokens: list[Token]) -> Phrase:
        return Phrase("reads", _span(tokens), tuple(one.type for one in tokens))

    def becomes(self, tokens: list[Token]) -> Phrase:
        return Phrase("becomes", _span(tokens), tuple(one.type for one in tokens))

    def words(self, tokens: list[Token]) -> Phrase:
        return self._of("words", tokens, tokens[-1].value)

    def wherever(self, tokens: list[Token]) -> Phrase:
        quoted = next(one for one in tokens if one.type == "QUOTE")
        return Phrase("words", _span(tokens), quoted.value, ("for",), _which(tokens) or "all")

    def text(self, tokens: list[Token]) -> Phrase:
        return self._of("text", tokens, tokens[-1].value)

    def place(self, tokens: list[Any]) -> Phrase:
        plain = [one for one in tokens if isinstance(one, Token)]
        at = next(number for number, one in enumerate(plain) if one.type == "REF")
        marks = _marks([one for one in tokens if not isinstance(one, Token)] + plain[at + 1 :])
        made = self._of("place", plain[: at + 1], _marked(plain[at].value, marks))
        ends = [_span(plain)[1], *(one.span[1] for one in tokens if isinstance(one, Phrase))]
        return replace(made, span=(made.span[0], max(ends)), marks=marks)

    def opening(self, tokens: list[Token]) -> Phrase:
        return Phrase("opening" if tokens[0].type == "BEGINNING" else "ending", _span(tokens), tokens[1].value)

    def excepting(self, tokens: list[Token]) -> Phrase:
        return Phrase("excepting", _span(tokens), tokens[-1].value)

    def number(self, tokens: list[Token]) -> Phrase:
        references = tuple(
            replace(one, steps=tuple(replace(step, level="") for step in one.steps)) for one in tokens[-1].value
        )
        return self._of("number", tokens, references)

    def definition(self, tokens: list[Token]) -> Phrase:
        quotation: Quotation = tokens[-1].value
        return self._of("place", tokens, (Reference(level="definition", opening=quotation.text),))

    def new(self, tokens: list[Any]) -> Phrase:
        plain = [one for one in tokens if isinstance(one, Token)]
        marks = _marks([one for one in tokens if not isinstance(one, Token)] + plain)
        kinds = [one.type for one in plain]
        value = next((one.value for one in plain if one.type in ("REF", "NUMBER", "UNIT")), "")
        made = self._of("new", plain, value)
        marks["said"] = "new" if "NEW" in kinds else "following" if "FOLLOWING" in kinds else "unit"
        ends = [made.span[1], *(one.span[1] for one in tokens if isinstance(one, Phrase))]
        return replace(made, marks=marks, span=(made.span[0], max(ends)))

    def rest(self, tokens: list[Token]) -> Phrase:
        return self._of("rest", tokens, next((one.value for one in tokens if one.type == "UNIT"), ""))

    def edge(self, tokens: list[Token]) -> Phrase:
        return self._of("edge", tokens, tokens[-1].type.lower())

    def times(self, tokens: list[Token]) -> Phrase:
        return Phrase("times", _span(tokens), None, (), _which(tokens) or "all")

    def book(self, tokens: list[Token]) -> Phrase:
        return self._of("book", tokens, tokens[-1].value)

    def named_document(self, tokens: list[Token]) -> Phrase:
        return self._of("named_document", tokens, str(tokens[-1]))

    def in_list(self, tokens: list[Token]) -> Phrase:
        return self._of("in_list", tokens[:1], None)

    def __default__(self, data: Token, children: list[Token], meta: Any) -> Any:
        if data.startswith("_"):
            return Tree(data, cast("list[Any]", children))  # its children become those of the rule that it stands in
        return self._of(str(data), children, None)


def _which(tokens: list[Token]) -> str:
    ordinals = [str(one.value) for one in tokens if one.type == "ORDINAL"]
    if ordinals:
        return ",".join(ordinals)
    kinds = {one.type for one in tokens}
    return "both" if "BOTH" in kinds else "all" if kinds & {"ALL", "EACH_OF"} else ""


def _marks(found: list[Any]) -> dict[str, Any]:
    """What is said beside a place, by what it is."""
    marks: dict[str, Any] = {}
    for one in found:
        if isinstance(one, Phrase):
            marks[one.kind] = one.value
        elif one.type in ("TITLE", "AGAIN", "DOCUMENT"):
            marks[one.type.lower()] = one.value if one.type != "DOCUMENT" else str(one)
    return marks


def _marked(references: tuple[Reference, ...], marks: dict[str, Any]) -> tuple[Reference, ...]:
    """References with the heading, the second spelling and the first words that were said beside them."""
    found = references
    if "again" in marks:
        again = marks["again"][0]
        if again.steps:
            found = tuple(replace(one, restated=again.steps) for one in found)
        else:  # "6.I.3 (first sentence)"
            found = tuple(replace(one, parts=(*one.parts, *again.parts)) for one in found)
    if "title" in marks:
        found = tuple(_headed(one, marks["title"]) for one in found)
    if "opening" in marks:
        found = tuple(replace(one, opening=marks["opening"].text) for one in found)
    return found


def _headed(reference: Reference, title: str) -> Reference:
    if not reference.steps or reference.steps[-1].heading:
        return reference
    last = reference.steps[-1]
    return replace(reference, steps=(*reference.steps[:-1], Step(last.level, last.label, title, last.capital)))


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return grammar.load("instruction", _Phrases(), folder())


def phrases_of(tokens: tuple[Token, ...]) -> tuple[Phrase, ...] | Token | None:
    """The phrases that tokens make; or the token at which they make no sense; None where that is their end."""
    given = [one for one in tokens if one.type != "LITTLE"]
    try:
        return cast("tuple[Phrase, ...]", _parser().parse(cast(Any, given)))
    except UnexpectedToken as stopped:
        return stopped.token if stopped.token.type != "$END" else None
    except LarkError:
        return None
