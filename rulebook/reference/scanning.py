"""Finding where a reference begins and ends in a text, and its tokens on the way.

A reference ends where what follows is not certain to be of it: at a full stop, a semicolon, a blank line, the mark of
an item of a list, and before "or". Only at the beginning of an address does a mark lead in: "Chapter 7; Clause II".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lark import Token

from grammar import places
from grammar.levels import level_word, rank
from grammar.numbers import number_of
from rulebook.numbering import count, numeral, styles
from rulebook.reference.codes import alike, formed, labels_of

LONGEST = 120  # tokens in one reference; nobody writes more


def scan(
    text: str, place: int, end: int | None = None, *, either: bool = False, alone: bool = False
) -> tuple[list[Token], int] | None:
    """The tokens of a reference that begins exactly at `place`, and where it ends; None where none begins there.

    `end` is a wall. With `either`, the places on both sides of "or" are taken in, which no instruction may mean. With
    `alone`, a label that nothing shows to be one will do, as where only a number can stand: "renumber 5A as 6".
    """
    end = len(text) if end is None else end
    scanning = _Scan(text, end, either, alone, _begins_address(text, place))
    first = scanning.group(place, scanning.tokens, strong=not alone)
    if first is None:
        return None
    place = first
    while len(scanning.tokens) < LONGEST:
        joined = scanning.joined(place)
        if joined is None:
            break
        place = joined
    match = places.DIRECTION.match(text, place, end)
    if match:
        scanning.tokens.append(Token("DIRECTION", match[1].lower()))
        place = match.end()
    return scanning.tokens, place


def _begins_address(text: str, place: int) -> bool:
    """Whether nothing but "In", "Rule Book 2026," and the like stands before a place in its sentence."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return len(line) < 160 and places.ADDRESS.search(line) is not None


@dataclass(slots=True)
class _Scan:
    text: str
    end: int
    either: bool
    alone: bool
    address: bool
    tokens: list[Token] = field(default_factory=list)

    # ------------------------------------------------------------------ groups

    def group(self, place: int, tokens: list[Token], *, strong: bool, joined: bool = True) -> int | None:
        """Reads one group into `tokens`, and says where it ends. A label alone counts only where it is not `strong`ly
        needed to look like one, and where a mark or a word has `joined` it to what is before."""
        text, end = self.text, self.end
        if place and text[place - 1].isalnum():
            return None
        match = places.PART.match(text, place, end)
        if match:
            said = "the heading" if match["heading"] else "the table" if match["table"] else match[0]
            tokens.append(Token("PART", said))
            return match.end()
        match = places.THIS.match(text, place, end)
        if match:
            tokens += [Token("THIS", match["this"].lower()), Token("LEVEL", match["word"])]
            return match.end()
        match = places.NTH.match(text, place, end)
        if match:
            more = [Token("NTH", match["ordinal"].lower())]
            after = self._numbered(match.end(), more, True, False)
            if after is not None:
                tokens += more
            return after
        return self._numbered(place, tokens, strong, joined)

    def _numbered(self, place: int, tokens: list[Token], strong: bool, joined: bool) -> int | None:
        text, end = self.text, self.end
        level = places.LEVEL.match(text, place, end) if text[place - 1 : place] not in ("’", "'") else None
        code = places.CODE.match(text, level.end(), end) if level else None
        word = places.NUMBER_WORD.match(text, level.end(), end) if level and not code else None
        if level and word:
            tokens += [Token("LEVEL", level["word"]), Token("CODE", str(number_of(word[0])))]
            return self._after(word.end(), tokens)
        if level and code and (level["short"] is None or not strong or re.search(r"[.(]", code[0])):
            tokens.append(Token("LEVEL", level["word"] or level["short"]))
        else:
            code = places.BARE.match(text, place, end)
            if code is None and not strong and joined:
                code = places.ALONE.match(text, place, end)
            if code is None or is_list_mark(text, place, behind_code=bool(self.tokens)):
                return None
        return self._after(self._code(code, tokens), tokens)

    def _code(self, code: re.Match[str], tokens: list[Token]) -> int:
        """Takes a code, but not the mark of an item in a list behind it: "(a) delete 5.I.5 (b) delete 5.II.4"."""
        taken = code[0]
        for space in places.SPACED.finditer(taken):
            if is_list_mark(self.text, code.start() + space.end(), behind_code=True):
                taken = taken[: space.start()]
                break
        tokens.append(Token("CODE", taken))
        return code.start() + len(taken)

    # ------------------------------------------------------------------ what stands after a code

    def _after(self, place: int, tokens: list[Token]) -> int:
        """Reads the rest of a group whose first code is read: lists and ranges, the heading, the page."""
        ranged = False
        while True:
            to = None if ranged else places.TO.match(self.text, place, self.end)
            code = self._listed(to.end(), tokens) if to else None
            if to and code:
                tokens += [Token("TO", "to"), Token("CODE", code[0])]
                place, ranged = code.end(), True
                continue
            match = places.LIST.match(self.text, place, self.end)
            if match is None and self.either:
                match = places.EITHER.match(self.text, place, self.end)
            code = self._listed(match.end(), tokens) if match else None
            if match is None or code is None or (match[0].strip() == "," and not self._goes_along(tokens, code)):
                break
            tokens.append(Token("LIST", ","))
            place, ranged = self._code(code, tokens), False
        place = self._heading(place, tokens)
        while match := places.NOTE.match(self.text, place, self.end):
            tokens.append(Token("NOTE", match[0].lower()))
            place = match.end()
        return place

    def _listed(self, place: int, tokens: list[Token]) -> re.Match[str] | None:
        """A further code of a list; one label alone only where no word of the sentence can be meant."""
        if is_list_mark(self.text, place, behind_code=True):
            return None
        code = places.CODE.match(self.text, place, self.end)
        if code is None or len(labels_of(code[0])) > 1 or code[0].startswith("("):
            return code
        if places.AFTER.match(self.text, code.end(), self.end):
            return code
        named = (self.either or _is_plural(tokens)) and code[0] not in ("a", "I")
        return code if named and re.match(r"\s+[a-z]", self.text[code.end() : self.end]) else None

    def _goes_along(self, tokens: list[Token], code: re.Match[str]) -> bool:
        """ "Clause IV, 5" goes down; "sub-clauses 4, 5 and 6" goes along, and so does "4.2, 4.3"."""
        before = next((str(token) for token in reversed(tokens) if token.type == "CODE"), "")
        if _is_plural(tokens):
            return True
        own, further = labels_of(before), labels_of(code[0])
        if tokens[0].type == "CODE" and own and len(further) == 1 and places.GOES_ON.match(self.text, code.end()):
            alike_in_form = (self.alone or len(own) > 1) and set(styles(own[-1])) == set(styles(further[0]))
            if alike_in_form or further[0] in _beside(own[-1]):  # "5.IV.5.A, B and D", "(h), (i) and (j)"
                return True
        return alike(own, further)

    def _heading(self, place: int, tokens: list[Token]) -> int:
        match = places.BRACKETED_TITLE.match(self.text, place, self.end)
        if match and not self.either:  # in running text it says something else
            tokens.append(Token("HEADING", match["title"]))
            return match.end()
        match = places.HEADING.match(self.text, place)
        if match is None or match.end() > self.end or not match["title"][0].isupper() or match.start("title") == place:
            return place
        bare = not any(token.type == "LEVEL" for token in tokens)
        sentence = match["stop"] == ":" and self.text[match.end() :][:1] == "."
        sentence = sentence or (bare and places.SENTENCE.search(match["title"]) is not None)
        if sentence or (match["stop"] == "." and not self.address):
            return place
        tokens.append(Token("HEADING", match["title"]))
        return match.end()

    # ------------------------------------------------------------------ one more group

    def joined(self, place: int) -> int | None:
        """Reads one more group with what joins it on, and says where it ends; None where the reference ends."""
        for kind, pattern in (("SEPARATOR", places.SEPARATOR), ("AND", places.AND), ("SEPARATOR", places.INWARDS)):
            match = pattern.match(self.text, place, self.end)
            if match is None or not match[0] or match.end() >= self.end:
                continue
            more: list[Token] = []
            after = self.group(match.end(), more, strong=kind == "AND", joined=bool(match[0].strip(" ")))
            if after is None or not self._may_cross(match, more, after):
                continue
            along = match[0].strip() == "," and self._of_one_level(more)
            self.tokens += [Token("AND" if along else kind, match[0].strip().lower()), *more]
            return after
        return None

    def _may_cross(self, joint: re.Match[str], more: list[Token], after: int) -> bool:
        """Whether a joint with a stop or the end of a line in it leads on, which it does only inwards."""
        mark = joint[0].strip()[:1]
        if "\n" not in joint[0] and mark not in (".", ":", ";"):
            return True
        if mark == "," or joint[0].strip().lower().startswith(("of", "in", "under", "and")):
            return True
        if more[0].type == "PART" or places.OUTWARDS.match(self.text, after, self.end):
            return False
        last = next((level_word(token) for token in reversed(self.tokens) if token.type == "LEVEL"), "")
        if more[0].type == "LEVEL":
            outer, inner = rank(last), rank(level_word(more[0]))
            deeper = outer is not None and inner is not None and outer < inner
            again = mark not in (".", ":", ";") and self.address and level_word(more[0]) == "chapter"
            if mark == ";" and not self.address:
                return deeper and not places.OWN_CLAUSE.match(self.text, after, self.end)
            return again or (deeper and (mark != "." or self.address))
        labels = labels_of(next((str(token) for token in more if token.type == "CODE"), ""))
        own = labels_of(next((str(token) for token in reversed(self.tokens) if token.type == "CODE"), ""))
        return (
            bool(last)
            and self.address
            and mark not in (":", ";")
            and len(labels) > 1
            and not formed(labels[:1], own[-1:])
        )

    def _of_one_level(self, after: list[Token]) -> bool:
        """Whether a list goes on: "sub-clause 5, sub-clause 6". One sub-clause is not in another."""
        last = next((token for token in reversed(self.tokens) if token.type == "LEVEL"), None)
        if last is None or after[0].type != "LEVEL" or level_word(last) != level_word(after[0]):
            return False
        code = next((token for token in reversed(self.tokens) if token.type == "CODE"), "")
        return formed(labels_of(code)[-1:], labels_of(after[1])[-1:])  # but "Clause I, clause 2" goes down


def _is_plural(tokens: list[Token]) -> bool:
    """Whether a list is announced: "sub-clauses 4, ..."."""
    level = next((str(token).lower().strip(" .") for token in tokens if token.type == "LEVEL"), "")
    return level == "§§" or (level.endswith("s") and level_word(level) != level) or level in ("appendices", "ss")


# ------------------------------------------------------------------ the marks of a list


def is_list_mark(text: str, place: int, *, behind_code: bool = False) -> bool:
    """Whether the label in brackets at a place is the mark of an item, and no place.

    It stands between a mark of the sentence, or a code that ends the item before it, and a word; and one before it or
    after it in the same paragraph stands likewise.
    """
    match = places.ITEM.match(text, place)
    if match is None or not (behind_code or _ends_item(text, place)):
        return False
    start, stop = text.rfind("\n\n", 0, place) + 1, text.find("\n\n", place)
    return any(
        places.ITEM.match(text, at.start()) and _ends_item(text, at.start())
        for beside in _beside(match["label"])
        for at in re.finditer(re.escape(f"{match['open']}{beside})"), text[: stop if stop >= 0 else None])
        if at.start() >= start
    )


def _ends_item(text: str, place: int) -> bool:
    return places.ITEM_BEFORE.search(text, max(0, place - 8), place) is not None


def _beside(label: str) -> list[str]:
    """The labels before and after one in its list, in each style that it may be of: "a" and "c" for "b"."""
    counted = [(style, count(label, style) or (0, "x")) for style in styles(label)]
    return [
        numeral(other, style)
        for style, (value, added) in counted
        if not added
        for other in (value - 1, value + 1)
        if other > 0
    ]
