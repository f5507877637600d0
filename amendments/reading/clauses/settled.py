"""Tokens whose kind depends on those beside them: “are each amended”, “all before”, “the following words”."""

from __future__ import annotations

from itertools import pairwise

from lark import Token


def settled(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Tokens whose kind depends on those beside them: "are each amended", "all before", "the following words"."""
    known = [one for one in tokens if one.type != "LITTLE"]
    with_article = {id(b) for a, b in pairwise(tokens) if a.type == "LITTLE" and a.lower() in ("the", "a", "an")}
    reads = any(one.type == "READ" for one in known)
    found: list[Token] = []
    for number, one in enumerate(known):
        before = found[-1].type if found else ""
        after = known[number + 1] if number + 1 < len(known) else None
        if one.type == "BELOW" and before == "VERB" and found[-1].value[0] in ("insert", "substitute"):
            one = _retyped(one, "FOLLOWING")  # "insert the following sections"
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
    if kind == "VERB" and one.value[1] == "ed" and then in ("QUOTE", "NOUN") and before in ("REF", "COLON", ""):
        return _retyped(one, "WAS")  # "in 5.1 we changed “a” to “b”" says what was done
    if kind == "AS" and one.lower().endswith(("numbered", "lettered")) and not acts:
        return _retyped(one, "BECOMES")  # "5.4 to be numbered 5.5"
    if kind == "BE" and before in ("SHALL", "TO") and then == "NEW":
        return _verb(one, "insert", "base", "add")  # "there is to be a new paragraph"
    if kind == "BE" and before in ("SHALL", "WILL", "TO", "NOW") and then in ("REF", "NUMBER", "QUOTE"):
        return _retyped(one, "BECOMES")  # "it will then be 7.5"
    if kind == "SAME_CHANGE" and then in ("QUOTE", "NOUN") and before == "AND":
        return None  # "and likewise “A” by “B”"
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
