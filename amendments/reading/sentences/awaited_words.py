"""Whether a sentence so far wants words to follow, as “insert:” does."""

from __future__ import annotations

from lark import Token

_NEW_WORDS = ("QUOTE", "BLOCK")


def awaits_words(tokens: list[Token]) -> bool:
    """Whether a sentence so far wants words to follow: new ones, or for “delete:” the old."""
    kinds = [one.type for one in tokens if one.type != "LITTLE"]
    verbs = [place for place, kind in enumerate(kinds) if kind in ("VERB", "READ", "BECOMES", "EXISTING", "PROPOSED")]
    if not verbs:
        return False
    values = [one for one in tokens if one.type != "LITTLE"]
    last = verbs[-1]
    after = kinds[last + 1 :]
    if kinds[last] == "BECOMES" and {"REF", "NUMBER"} & set(after) and kinds[-1] == "COLON" and verbs[:-1]:
        last = verbs[-2]  # "insert a new 8.4, the present 8.4 becoming 8.5:"
        after = kinds[last + 1 : verbs[-1]]
    if kinds[last] != "VERB":
        return (
            not set(_NEW_WORDS) & set(after)
            and "NUMBER" not in after
            and (kinds[last] != "BECOMES" or "REF" not in after)
        )
    does, form, _ = values[last].value
    numbers = ("renumber", "move", "rename")
    if does in numbers:
        earlier = [place for place in verbs[:-1] if kinds[place] == "VERB" and values[place].value[0] not in numbers]
        if does != "renumber" or not earlier or kinds[-1] not in ("COLON", "AS_FOLLOWS"):
            return False
        last = earlier[-1]
        does, form, _ = values[last].value
        after = kinds[last + 1 :]
    if does == "delete":
        return all(kind in ("COLON", "UNIT", "FOLLOWING", "NOUN") for kind in after) and "COLON" in after
    if does in ("replace", "change"):
        passed = [place for place, kind in enumerate(after) if kind in ("WITH", "BY", "TO", "AS_FOLLOWS")]
        if does == "change" and not passed:
            return False
        if passed:
            rest = after[passed[-1] :]
            if passed and after[passed[-1]] == "AS_FOLLOWS" and "BOOK" in kinds and "REF" not in kinds:
                return False
            named = {"REF", "NUMBER"} & set(rest) and not {"COLON", "NEW", "FOLLOWING"} & set(rest)
            return not set(_NEW_WORDS) & set(rest) and not named
        return form == "ed" and not set(_NEW_WORDS) & set(after) and "COLON" in after
    operands = [
        place for place, kind in enumerate(after)
        if kind in _NEW_WORDS and not {"AFTER", "BEFORE", "BETWEEN", "FOR"} & set(_since(after, place))
    ]  # fmt: skip
    if form == "ed":
        earlier_verb = max((place for place in verbs if place < last), default=-1)
        return not operands and not set(_NEW_WORDS) & set(_unclaimed(kinds[earlier_verb + 1 : last]))
    return not operands


def _since(kinds: list[str], place: int) -> list[str]:
    """What stands straight before an operand, back to the last mark or operand."""
    found: list[str] = []
    for kind in reversed(kinds[:place]):
        if kind in ("COMMA", "COLON", *_NEW_WORDS, "REF"):
            break
        found.append(kind)
    return found


def _unclaimed(kinds: list[str]) -> list[str]:
    """Of the kinds before a passive verb, the words that nothing stands before: its subject."""
    return [
        kind for place, kind in enumerate(kinds)
        if not (kind in _NEW_WORDS and {"AFTER", "BEFORE", "BETWEEN", "FOR", "AND"} & set(_since(kinds, place)))
    ]  # fmt: skip
