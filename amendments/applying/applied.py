"""Operations carried out all at once on a rulebook as it stands.

No operation sees what another did, so their order does not matter. What nothing touches is the same object in the
new book as in the old one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from amendments.applying.operations import Cut, Graft, Operation, Relabel, Splice, Transfer
from amendments.applying.places import kind_name
from amendments.applying.refused import Refused
from amendments.applying.words.splicing import spliced
from rulebook.numbering import BULLETS, DECIMAL, common_style, count, relabel, segment, sort_key, styles
from rulebook.provision import Path, Provision, Rulebook


@dataclass(frozen=True, slots=True)
class Applied:
    """The new rulebook, where each provision of the old one went, and which operation put in each that is new."""

    rulebook: Rulebook
    _moved: dict[Path, Path | None] = field(repr=False)
    _put_in: dict[Path, Graft] = field(default_factory=dict, repr=False)

    def where(self, path: Path) -> Path | None:
        """The path in the new book of a provision of the old one; None where it is gone."""
        for depth in range(len(path), 0, -1):
            if path[:depth] in self._moved:
                moved = self._moved[path[:depth]]
                return None if moved is None else (*moved, *path[depth:])
        return path

    def put_in(self, path: Path) -> Graft | None:
        """What put in a provision of the new book, alone or with what it stands in; None for one of the old book."""
        return next((self._put_in[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self._put_in), None)


@dataclass(slots=True)
class _Grown:
    """A provision of the new book and where it comes from: a path of the old book, or what put it in."""

    provision: Provision
    origin: Path | None
    graft: Graft | None = None


def _number(label: str) -> str:
    """What tells a number from another: 1.2A and 1.2a are one, the letters A and a are two."""
    return segment(label).upper() if DECIMAL in styles(label) else segment(label)


def _as_written(graft: Graft | Transfer) -> tuple[int, int, Path]:
    """The order in which the amendment names what is put in."""
    return *graft.edit.span, graft.path if isinstance(graft, Transfer) else ()


class _Application:
    def __init__(self, rulebook: Rulebook, operations: Iterable[Operation], renumbered: Iterable[Path]) -> None:
        self.rulebook = rulebook
        self.renumbered = set(renumbered)
        self.splices: dict[Path, list[Splice]] = defaultdict(list)
        self.cut: set[Path] = set()
        self.grafts: dict[Path, list[Graft | Transfer]] = defaultdict(list)
        self.labels: dict[Path, str] = {}
        self.taken: set[Path] = set()
        for operation in operations:
            if isinstance(operation, Splice):
                self.splices[operation.path].append(operation)
            elif isinstance(operation, Cut):
                self.cut.add(operation.path)
            elif isinstance(operation, Graft):
                self.grafts[operation.parent].append(operation)
            elif isinstance(operation, Relabel):
                self.labels[operation.path] = operation.label
            else:
                self.grafts[operation.parent].append(operation)
                self.taken.add(operation.path)
                if operation.label:
                    self.labels[operation.path] = operation.label
        touched = {*self.splices, *self.cut, *self.grafts, *self.labels, *self.taken, *self.renumbered}
        self.touched = {path[:depth] for path in touched for depth in range(len(path) + 1)}
        self.moved: dict[Path, Path | None] = {path: None for path in self.cut}
        self.new: dict[Path, Graft] = {}  # by the old path of what each is put in under, and its place there

    # -------------------------------------------------------------- the new tree

    def provision(self, path: Path, provision: Provision) -> Provision:
        if path not in self.touched:
            return self.with_label(path, provision)
        parts = {"heading": provision.heading, "text": provision.text, "tail": provision.tail}
        splices = sorted(self.splices.get(path, ()), key=lambda one: (one.part, one.start, one.end, one.new))
        for place in range(len(splices) - 1, -1, -1):  # from the end, so that the offsets before it stay what they are
            one, before = splices[place], splices[place - 1] if place else None
            floor = before.end if before is not None and before.part == one.part else 0
            parts[one.part] = spliced(parts[one.part], one.start, one.end, one.new, floor)
        if splices:
            self.check_words(path, provision, parts["text"], splices[-1])
        children = tuple(grown.provision for grown in self.children(path, provision.children))
        heading, text, tail = parts["heading"], parts["text"], parts["tail"]
        return self.with_label(path, replace(provision, heading=heading, text=text, children=children, tail=tail))

    def check_words(self, path: Path, provision: Provision, text: str, last: Splice) -> None:
        """Several instructions together must not take out all that a number stands for."""
        if any(mark.isalnum() for mark in text) or not any(mark.isalnum() for mark in provision.text):
            return
        if not (provision.heading and provision.children and not text.strip()):
            name = self.rulebook.reference(path)
            raise Refused(
                "extent-uncertain",
                f"nothing of the words of {name} would be left; does the provision go?",
                f"say  delete {name}  if it goes",
            ).about(last.edit.span)

    def with_label(self, path: Path, provision: Provision) -> Provision:
        return relabelled(provision, self.labels[path]) if path in self.labels else provision

    def children(self, parent: Path, old: tuple[Provision, ...]) -> list[_Grown]:
        found: list[_Grown] = []
        for index in range(len(old) + 1):
            found += self.put_in(parent, index)
            path = (*parent, index)
            if index < len(old) and path not in self.cut and path not in self.taken:
                found.append(_Grown(self.provision(path, old[index]), path))
        if parent in self.renumbered:
            self.renumber(parent, old, found)
        self.check(parent, old, found)
        self.found_at(parent, found)
        return found

    def put_in(self, parent: Path, index: int) -> list[_Grown]:
        new: list[_Grown] = []
        for graft in sorted(self.grafts.get(parent, ()), key=_as_written):
            if graft.index != index:
                continue
            if isinstance(graft, Graft):
                new += [_Grown(provision, None, graft) for provision in graft.provisions]
            else:
                new.append(_Grown(self.at_depth(len(parent), graft), graft.path))
        if len(new) > 1:
            style = common_style([grown.provision.label for grown in new if grown.provision.label not in BULLETS])
            if style:
                new.sort(key=lambda grown: sort_key(grown.provision.label, style))
        return new

    def at_depth(self, depth: int, transfer: Transfer) -> Provision:
        """What is moved, of the kind that stands that many levels down."""
        provision = self.provision(transfer.path, self.rulebook.at(transfer.path))
        if len(transfer.path) == depth + 1:
            return provision
        if provision.children:
            raise Refused(
                "level-uncertain",
                f"{kind_name(self.rulebook, transfer.path)} would stand at another level, and so would what is "
                "under it",
                "delete it, and insert it in its new place as it is to be numbered",
            )
        return replace(provision, kind=self.rulebook.scheme.kind(depth))

    def found_at(self, parent: Path, found: list[_Grown]) -> None:
        """Remembers where the children went. Their parent's own move is found by its prefix."""
        for place, grown in enumerate(found):
            if grown.graft is not None:
                self.new[(*parent, place)] = grown.graft
            elif grown.origin is not None and grown.origin != (*parent, place):
                self.moved[grown.origin] = (*parent, place)

    # -------------------------------------------------------------- numbers

    def renumber(self, parent: Path, old: tuple[Provision, ...], found: list[_Grown]) -> None:
        labels = [grown.provision.label for grown in found if grown.provision.label not in BULLETS]
        if not labels:
            return
        style = common_style([*(p.label for p in old if p.label not in BULLETS), *labels])
        if style is None:
            raise Refused(
                "label-style",
                f"the provisions of {kind_name(self.rulebook, parent)} are not numbered alike, so they cannot be "
                "renumbered",
                "give each its number",
            )
        start = next(
            (n for n, one in enumerate(found) if one.origin != (*parent, n) or one.origin in self.labels), len(found)
        )
        last = count(found[start - 1].provision.label, style) if start else (0, "")
        number = last[0] if last else 0
        for grown in found[start:]:
            own = count(grown.provision.label, style)
            if grown.provision.label in BULLETS or own is None:
                continue
            if grown.origin is None and own[1] and own[0] == number:
                continue  # a new 2A after 2
            if grown.origin in self.labels and grown.origin not in self.taken and own == (number + 1, ""):
                number += 1
                continue  # renumbered by name; the others follow it
            if grown.origin is not None and (own[1] or self.follows_gap(old, grown.origin, style, found)):
                reference = self.rulebook.reference(grown.origin)
                raise Refused(
                    "number-uncertain",
                    f"it is not certain what {reference} becomes when the rest is renumbered, for it does not "
                    "follow the one before it in the count",
                    f"say what its number is to be, as in  renumber {reference} as ...",
                )
            if grown.origin is None and own[0] != number + 1:
                due = segment(relabel(grown.provision.label, number + 1, style))
                raise Refused(
                    "label-order",
                    f"the new {segment(grown.provision.label)} would be {due} when the rest is renumbered",
                    f"number it {due}, or leave its number out",
                )
            number += 1
            label = relabel(grown.provision.label, number, style)
            if label != grown.provision.label:
                grown.provision = relabelled(grown.provision, label)

    @staticmethod
    def follows_gap(old: tuple[Provision, ...], origin: Path, style: str, found: list[_Grown]) -> bool:
        """Whether a number was left out before a provision, or before those just before it that are taken out."""
        staying = {grown.origin for grown in found}
        for place in range(origin[-1], -1, -1):
            if place >= len(old) or (place < origin[-1] and (*origin[:-1], place) in staying):
                return False
            before = count(old[place - 1].label, style) if place else (0, "")
            own = count(old[place].label, style)
            if before and own and own[0] != before[0] + (not own[1]):
                return True
        return False

    def check(self, parent: Path, old: tuple[Provision, ...], found: list[_Grown]) -> None:
        """No two neighbours may have one number, unless they had before."""
        seen: dict[str, int] = defaultdict(int)
        for grown in found:
            if grown.provision.label not in BULLETS and grown.provision.label:
                seen[_number(grown.provision.label)] += 1
        before: dict[str, int] = defaultdict(int)
        for provision in old:
            before[_number(provision.label)] += 1
        for label, times in seen.items():
            if times > 1 and times > before.get(label, 0):
                raise Refused(
                    "label-used",
                    f"there would be {times} provisions numbered {label} in {kind_name(self.rulebook, parent)}",
                    "give each a number of its own, or say “renumber accordingly”",
                )


def relabelled(provision: Provision, label: str) -> Provision:
    """The provision with another label; a decimal label is renamed in what is under it too."""
    old = segment(provision.label)
    children = provision.children
    if "." in old or any(segment(child.label).startswith(old + ".") for child in children):
        children = tuple(
            relabelled(child, child.label.replace(old, segment(label), 1))
            if segment(child.label).startswith(old + ".")
            else child
            for child in children
        )
    return replace(provision, label=label, children=children)


def apply(rulebook: Rulebook, operations: Iterable[Operation], renumbered: Iterable[Path] = ()) -> Applied:
    """The rulebook after the operations; `renumbered` are the provisions whose children's numbers follow.

    Raises `Refused` where the numbers cannot be settled.
    """
    work = _Application(rulebook, operations, renumbered)
    chapters = tuple(grown.provision for grown in work.children((), rulebook.chapters))
    moved = _composed(work.moved)
    applied = Applied(replace(rulebook.unprinted(), chapters=chapters), moved)
    put_in = {(*(applied.where(path[:-1]) or ()), path[-1]): graft for path, graft in work.new.items()}
    return replace(applied, _put_in=put_in)


def _composed(moved: dict[Path, Path | None]) -> dict[Path, Path | None]:
    """Each old path with its new one, the moves of what it stands in included."""
    found: dict[Path, Path | None] = {}
    for path in sorted(moved, key=len):
        new = moved[path]
        if new is not None:
            for depth in range(len(new) - 1, 0, -1):
                if new[:depth] in found:
                    outer = found[new[:depth]]
                    new = None if outer is None else (*outer, *new[depth:])
                    break
        found[path] = new
    return found
