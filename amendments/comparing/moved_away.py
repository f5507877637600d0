"""The sections of a comparison with a word, where each provision stood that was moved, about where it is now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from amendments.comparing.outline import Entry, Section, section_of, sections
from amendments.comparing.reading_order import Place, Places
from rulebook.comparing.comparison import DELETED, MOVED, Change
from rulebook.provision import Path


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry, its place and the provision it stands in. `away` is true where it only says where that was moved to."""

    entry: Entry
    place: Place
    above: Path
    away: bool = False

    @property
    def change(self) -> Change:
        """The change that the entry is about, the first of those in it."""
        return self.entry.changes[0]


def placed_sections(places: Places) -> list[tuple[Section, list[Placed]]]:
    """The sections in order, each with what stands in it, in order too."""
    comparison = places.comparison
    found: list[tuple[Section, list[Placed]]] = []
    for section in sections(comparison):
        placed = [Placed(one, places.of(one.changes[0]), places.above(one.changes[0])) for one in section.entries]
        found.append((section, sorted(placed, key=lambda one: one.place)))
    moved = [one for _, placed in found for one in placed if one.change.kind == MOVED]
    for one in moved:
        gone = _gone(places, one.change)
        entry = replace(one.entry, reference=gone.old_reference, happens="moved away", rows=())
        left = Placed(entry, places.left(gone.before or ()), gone.within, away=True)
        section = section_of(comparison, gone)
        beside = next((listed for other, listed in found if other.headings == section.headings), None)
        if beside is None:
            later = (n for n, (_, listed) in enumerate(found) if listed[0].place > left.place)
            found.insert(next(later, len(found)), (section, [left]))
        else:
            after = (n for n, other in enumerate(beside) if other.place > left.place)
            beside.insert(next(after, len(beside)), left)
    return found


def _gone(places: Places, change: Change) -> Change:
    """What was moved, as if it had been taken out: so it is found where it would stand then."""
    within = places.above_left(change.before or ())
    return replace(change, kind=DELETED, after=None, new=None, within=within)
