"""The parts of a provision that words name: "the last two sentences", "sentences 2 to 4", "the heading"."""

from __future__ import annotations

from grammar import places
from grammar.levels import level_word
from grammar.numbers import number_of
from rulebook.reference.values import LAST, Part

_MOST = 40  # of one list


def parts_of(words: str) -> tuple[Part, ...]:
    """The parts that words name, one after another; nothing where they cannot be counted: "the second two"."""
    match = places.PART.fullmatch(words)
    assert match is not None
    for name in ("heading", "opening", "closing", "table"):
        if match[name]:
            return (Part(name if name in ("heading", "table") else f"{name} words"),)
    unit = level_word(match["unit"] or match["unit2"])
    if unit == "paragraph" and (match["ordinals"] or "").lower() == "opening":
        return (Part("opening words"),)  # what a list stands under, and not the first of the list
    numbers = _numbers(match["ordinals"] or match["numbers"])
    if match["but"]:
        numbers = [LAST - 1] if numbers == [LAST] else []
    if match["count"]:
        many = min(number_of(match["count"]), _MOST)
        numbers = {1: list(range(1, many + 1)), LAST: list(range(-many, 0))}.get(numbers[0] if numbers else 0, [])
    return tuple(Part(unit.removesuffix("s"), number) for number in numbers)


def _numbers(words: str) -> list[int]:
    """The numbers of a list: "first and third", "2 to 4"; nothing where a range makes no sense."""
    found: list[int] = []
    ranged = False
    for match in places.ORDINAL_OR_TO.finditer(words):
        if match["to"]:
            ranged = True
            continue
        number = number_of(match["ordinal"] or match["number"])
        if ranged and not 0 < found[-1] < number <= found[-1] + _MOST:
            return []
        found += range(found[-1] + 1, number + 1) if ranged else [number]
        ranged = False
    return found
