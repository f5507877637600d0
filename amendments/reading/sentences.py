"""The parts of a sentence: its leads and its clauses, as the grammar finds them.

Nothing of Lark leaves this module: what comes out are `Lead`, `Clause` and `Outcome` values, in the order written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, cast

from lark import Lark, Token, Transformer
from lark.exceptions import LarkError, UnexpectedToken

import grammar
from amendments.reading.edits import Anchor, Target, Words
from amendments.reading.quotations import Quotation
from amendments.reading.tokens import Sentence
from rulebook.cache import folder
from rulebook.source import Span


@dataclass(frozen=True, slots=True)
class Role:
    """What a phrase does in its clause: `name` is place, recital, words, new, anchor, ...; `value` is what it says."""

    name: str
    value: Any
    span: Span


@dataclass(frozen=True, slots=True)
class Lead:
    """What comes before the clauses: where, or in place of what."""

    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb and what belongs to it."""

    verb: str
    roles: tuple[Role, ...]
    span: Span

    def get(self, name: str) -> Any:
        """The value of the one role of that name; None where there is none, or more than one."""
        found = [role.value for role in self.roles if role.name == name]
        return found[0] if len(found) == 1 else None

    def all(self, name: str) -> list[Any]:
        """The values of all roles of that name."""
        return [role.value for role in self.roles if role.name == name]


@dataclass(frozen=True, slots=True)
class Outcome:
    """ "So that it reads ...": the wording that should come of the clauses before it."""

    target: Target
    quotation: Quotation


Phrase = Lead | Clause | Outcome

_ORDINALS = {
    word: str(number)
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_ORDINALS |= {f"{number}{end}": str(number) for number in range(1, 11) for end in ("st", "nd", "rd", "th")}
_ORDINALS |= {"last": "last", "final": "last", "only": "only"}


def _span(children: list[Any]) -> Span:
    spans = [child.span for child in children if isinstance(child, (Role, Clause))]
    spans += [(child.start_pos or 0, child.end_pos or 0) for child in children if isinstance(child, Token)]
    spans = [span for span in spans if span != (0, 0)]
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else (0, 0)


class Reading(Transformer[Token, Any]):
    """Phrases to roles, and clauses of them."""

    def _role(self, name: str, value: Any, children: list[Any]) -> Role:
        return Role(name, value, _span(children))

    # ---- words and texts

    def words(self, children: list[Any]) -> Role:
        quoted = children[-1]
        which = "only"
        if len(children) == 2:
            token = children[0]
            which = {"BOTH": "both", "ALL": "all"}.get(token.type) or _ORDINALS[token.lower().split()[0]]
        return self._role("words", Words(quoted.value, which), children)

    def new(self, children: list[Any]) -> Role:
        return self._role("new", children[0].value, children)

    def recited(self, children: list[Any]) -> Role:
        return self._role("recited", children[1].value, children)

    # ---- places

    def _place(self, name: str, children: list[Any]) -> Role:
        found = next(child for child in children if isinstance(child, Token) and child.type == "REF")
        return Role(name, self._opened(found, children), (found.start_pos or 0, found.end_pos or 0))

    @staticmethod
    def _opened(reference: Token, children: list[Any]) -> Target:
        """The target of a reference, with the words that it is said to begin with."""
        target: Target = reference.value
        words = next((child.value for child in children if isinstance(child, Role) and child.name == "opening"), "")
        return tuple(replace(one, opening=words) for one in target) if words else target

    def opening(self, children: list[Any]) -> Role:
        return self._role("opening", children[1].value.text, children)

    def place(self, children: list[Any]) -> list[Role]:
        others = [child for child in children if isinstance(child, Role) and child.name != "opening"]
        document = [
            self._role("document", str(child), [child])
            for child in children
            if isinstance(child, Token) and child.type in ("IN_BOOK", "DOCUMENT")
        ]
        inside = [self._role("inside", True, [c]) for c in children if isinstance(c, Token) and c.type == "IN"]
        return [self._place("place", children), *inside, *document, *others]

    def object(self, children: list[Any]) -> list[Role]:
        others = [child for child in children if isinstance(child, Role) and child.name != "opening"]
        return [self._place("object", children), *others]

    def in_place(self, children: list[Any]) -> Role:
        return self._place("place", children)

    from_place = in_place

    def to_place(self, children: list[Any]) -> Role:
        return self._place("to", children)

    def throughout(self, children: list[Any]) -> list[Role]:
        everywhere = self._role("occurrence", "all", children)
        return [everywhere, *([self._place("place", children)] if len(children) > 1 else [])]

    def everywhere(self, children: list[Any]) -> Role:
        return self._role("occurrence", "all", children)

    def both_times(self, children: list[Any]) -> Role:
        return self._role("occurrence", "both", children)

    def nth_time(self, children: list[Any]) -> Role:
        number = next(number for word, number in _ORDINALS.items() if word in children[0].lower().split())
        return self._role("occurrence", number, children)

    # ---- anchors

    def _anchor(self, position: str, children: list[Any]) -> Role:
        points: list[Words | Target] = []
        for child in children:
            if isinstance(child, Role) and child.name == "words":
                points.append(child.value)
            elif isinstance(child, Token) and child.type == "REF":
                points.append(self._opened(child, children))
        if position == "between" and len(points) == 1 and isinstance(points[0], tuple) and len(points[0]) == 2:
            points = [points[0][:1], points[0][1:]]  # "between paragraphs B and C"
        point, other = (*points, None, None)[:2]
        return self._role("anchor", Anchor(position, point, other, _span(children)), children)

    def after(self, children: list[Any]) -> Role:
        return self._anchor("after", children)

    def before(self, children: list[Any]) -> Role:
        return self._anchor("before", children)

    def between(self, children: list[Any]) -> Role:
        return self._anchor("between", children)

    def end(self, children: list[Any]) -> Role:
        return self._anchor("end", children)

    def start_of(self, children: list[Any]) -> Role:
        return self._anchor("start", children)

    # ---- extents

    def _extent(self, name: str, children: list[Any]) -> Role:
        return self._role("extent", (name, *(child.value for child in children if isinstance(child, Role))), children)

    def from_to(self, children: list[Any]) -> Role:
        return self._extent("from to", children)

    def what_is_between(self, children: list[Any]) -> Role:
        return self._extent("between", children)

    def all_after(self, children: list[Any]) -> Role:
        return self._extent("all after", children)

    def all_before(self, children: list[Any]) -> Role:
        return self._extent("all before", children)

    def new_unit(self, children: list[Any]) -> Role:
        last = children[-1]
        return self._role("unit", last.value, children)

    # ---- leads

    def lead(self, children: list[Any]) -> Lead:
        return Lead(tuple(_flat(children)))

    def instead_of(self, children: list[Any]) -> Lead:
        return Lead((self._role("instead of", children[1].value, children),))

    def instead_of_place(self, children: list[Any]) -> Lead:
        target = next(role for role in _flat(children) if role.name == "object")
        return Lead((Role("instead of place", target.value, target.span),))

    def wherever(self, children: list[Any]) -> Lead:
        return Lead((self._role("instead of", Words(children[1].value.quotation, "all"), children),))

    # ---- clauses

    def _clause(self, verb: str, children: list[Any]) -> Clause:
        roles: list[Role] = []
        for child in children:
            if isinstance(child, Token) and child.type in ("PRONOUN", "IN_PLACE", "ACCORDINGLY", "FOLLOWING", "ALL"):
                roles.append(self._role(child.type.lower(), str(child), [child]))
            elif isinstance(child, Token) and child.type == "REF":
                roles.append(self._role("reference", child.value, [child]))
            elif isinstance(child, Token) and child.type == "UNIT":
                roles.append(self._role("level", child.value, [child]))
            else:
                roles += _flat([child])
        return Clause(verb, tuple(roles), _span([*children, *roles]))

    def delete(self, children: list[Any]) -> Clause:
        return self._clause("delete", children)

    delete_it = delete

    def insert(self, children: list[Any]) -> Clause:
        return self._clause("insert", children)

    def add_to(self, children: list[Any]) -> Clause:
        return self._clause("insert", children)

    def replace(self, children: list[Any]) -> Clause:
        return self._clause("replace", children)

    def change(self, children: list[Any]) -> Clause:
        return self._clause("amend", children)

    def replace_each(self, children: list[Any]) -> Clause:
        clause = self._clause("replace", children)
        words = [role for role in clause.roles if role.name == "words"]
        new = [role for role in clause.roles if role.name == "new"]
        pairs = [Role("pair", (one.value, other.value), one.span) for one, other in zip(words, new, strict=True)]
        return Clause("replace", tuple(pairs), clause.span)

    def becomes(self, children: list[Any]) -> Clause:
        return self._clause("replace", children)

    def becomes_number(self, children: list[Any]) -> Clause:
        place = next(child for child in children if isinstance(child, list))
        new = next(child for child in children if isinstance(child, Token) and child.type == "REF")
        roles = (Role("reference", place[0].value, place[0].span), self._role("reference", new.value, [new]))
        return Clause("renumber", roles, _span([*roles]))

    def rename(self, children: list[Any]) -> Clause:
        return self._clause("rename", children)

    def renumber(self, children: list[Any]) -> Clause:
        return self._clause("renumber", children)

    def move(self, children: list[Any]) -> Clause:
        return self._clause("move", children)

    def no_change(self, children: list[Any]) -> Clause:
        return self._clause("leave", children)

    def scoped(self, children: list[Any]) -> Clause:
        first, *more = children
        roles = [*first.roles, *self._clause("", more).roles]
        return Clause(first.verb, tuple(roles), _span([first, *more, *roles]))

    def done(self, children: list[Any]) -> Clause:
        verb = {
            "DELETE": "delete",
            "REPLACE": "replace",
            "SUBSTITUTE": "substitute",
            "INSERT": "insert",
            "CHANGE": "amend",
            "RENUMBER": "renumber",
        }
        return self._clause(verb[children[0].type], children)

    def passive(self, children: list[Any]) -> Clause:
        done = next((child for child in children if isinstance(child, Clause)), None)
        roles = _flat([child for child in children if not isinstance(child, (Token, Clause))])
        if done is None:  # "shall read", "for A there shall be substituted B", "after A there shall be inserted B"
            if isinstance(children[0], Token):
                return Clause("replace", tuple(roles), _span([*children, *roles]))
            if isinstance(children[0], Role) and children[0].name == "anchor":
                return Clause("insert", tuple(roles), _span([*children, *roles]))
            roles = [Role("object", r.value, r.span) if r.name == "place" else r for r in roles]
            return Clause("amend", tuple(roles), _span([*children, *roles]))
        if done.verb == "substitute":  # its place says where; what is replaced was named before
            return Clause("replace", (*roles, *done.roles), _span([*children, *roles, done]))
        if not any(role.name == "words" for role in roles):
            roles = [Role("object", r.value, r.span) if r.name == "place" else r for r in roles]
        elif done.verb == "insert":
            roles = [Role("new", r.value.quotation, r.span) if r.name == "words" else r for r in roles]
        return Clause(done.verb, (*roles, *done.roles), _span([*children, *roles, done]))

    def result(self, children: list[Any]) -> Outcome:
        target = next((child.value for child in children if isinstance(child, Token) and child.type == "REF"), ())
        return Outcome(target, next(child.value for child in children if isinstance(child, Role)))

    def will_read(self, children: list[Any]) -> tuple[Phrase, ...]:
        leads = tuple(child for child in children if isinstance(child, Lead))
        return (*leads, Outcome((), next(child.value for child in children if isinstance(child, Role))))

    def start(self, children: list[Any]) -> tuple[Phrase, ...]:
        return tuple(child for child in children if isinstance(child, (Lead, Clause, Outcome)))


def _flat(children: list[Any]) -> list[Role]:
    found: list[Role] = []
    for child in children:
        if isinstance(child, list):
            found += _flat(child)
        elif isinstance(child, Role):
            found.append(child)
        elif isinstance(child, Clause):  # "and renumber" in the middle of an insertion
            found.append(Role("renumbering", child, child.span))
    return found


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return grammar.load("instruction", Reading(), folder())


def phrases_of(sentence: Sentence) -> tuple[Phrase, ...] | None:
    """The phrases of a sentence; None where the grammar has no reading of it."""
    parser = _parser()
    try:
        return cast("tuple[Phrase, ...]", parser.parse(cast(Any, list(sentence.tokens))))
    except LarkError:
        return None


def stopped_at(sentence: Sentence) -> Token | None:
    """The token at which the grammar can go no further in a sentence that it does not take; None at its end."""
    try:
        _parser().parse(cast(Any, list(sentence.tokens)))
    except UnexpectedToken as stopped:
        return stopped.token if stopped.token.type != "$END" else None
    except LarkError:
        pass
    return None
