"""Provisions named in words, as a paper for conference speaks of them: "sub-clauses 5 to 7", "Chapter 5, Clause IV"."""

from __future__ import annotations

from collections.abc import Iterator

from rulebook.comparing.comparison import Comparison
from rulebook.numbering import BULLETS, segment
from rulebook.printed.lines import heading_label, headings_to, kind_word, printable
from rulebook.provision import Path, Rulebook


def address(rulebook: Rulebook, path: Path) -> str:
    """The headings down to a path, or to the last of them above it: "Chapter 5, Clause IV"."""
    above = (path[:n] for n in range(1, headings_to(rulebook, path) + 1))
    return ", ".join(heading_label(rulebook, one) or f"“{rulebook.at(one).heading}”" for one in above)


def titled(rulebook: Rulebook, heading: Path) -> str:
    """The same with the title of the last heading: "Chapter 5, Clause IV (Selections)". Empty for the empty path."""
    title = printable(rulebook.at(heading).heading) if heading and rulebook.at(heading).label else ""
    return address(rulebook, heading) + (f" ({title})" if title else "")


def named(rulebook: Rulebook, paths: list[Path]) -> list[str]:
    """Provisions of one parent in one phrase: ["sub-clauses 5 to 7"]; none for none."""
    if not paths:
        return []
    neighbours = all(path == (*paths[0][:-1], paths[0][-1] + n) for n, path in enumerate(paths))
    word = "bullet" if rulebook.at(paths[0]).label in BULLETS else kind_word(rulebook, paths[0])
    word = word if headings_to(rulebook, paths[0]) == len(paths[0]) else word.lower()
    numbers = _listed([_number(rulebook, path) for path in paths], neighbours)
    return [f"{word}{'s' if len(paths) > 1 else ''} {numbers}".strip()]


def place_of(rulebook: Rulebook, path: Path) -> str:
    """One provision with its headings: "Chapter 5, Clause IV, sub-clause 5.A"."""
    above = headings_to(rulebook, path)
    if above == len(path):
        return address(rulebook, path)
    numbers = ".".join(_number(rulebook, path[:n]) for n in range(above + 1, len(path) + 1))
    word = (
        "bullet" if rulebook.at(path[: above + 1]).label in BULLETS else kind_word(rulebook, path[: above + 1]).lower()
    )
    return ", ".join(part for part in (address(rulebook, path), f"{word} {numbers}") if part)


def sentence(rulebook: Rulebook, paths: list[Path], verb: str, of: str = "") -> str:
    """What happens to provisions of one parent: "Sub-clause 6 is deleted."."""
    [names] = named(rulebook, paths)
    return f"{names[0].upper()}{names[1:]}{of} {verb}."


def _number(rulebook: Rulebook, path: Path) -> str:
    label = rulebook.at(path).label
    if not label and rulebook.at(path).heading:
        return f"“{rulebook.at(path).heading}”"
    return rulebook.reference(path).rpartition(".-")[2] if label in BULLETS else segment(label)


def _listed(numbers: list[str], neighbours: bool = True) -> str:
    if len(numbers) > 2 and neighbours:
        return f"{numbers[0]} to {numbers[-1]}"
    return " and ".join([", ".join(numbers[:-1]), numbers[-1]] if len(numbers) > 1 else numbers)


def renumbering(comparison: Comparison) -> Iterator[str]:
    """A sentence for each run of neighbours that get other numbers: "Sub-clauses 7 to 9 become 6 to 8.".

    It names their clause where the amendment changes more than one.
    """
    before, after = comparison.before, comparison.after
    runs = renumbered_runs(comparison)
    clauses = {address(before, old) for run in runs for old, _ in run}
    clauses |= {
        address(before, change.before) if change.before else address(after, change.after or ())
        for change in comparison.changes
    }
    for run in runs:
        old = run[0][0]
        above = headings_to(before, old)
        inside = named(before, [old[: above + 1]] if above + 1 < len(old) else [])
        if len(clauses) > 1 and above < len(old):
            inside.append(address(before, old))
        of = "".join(f" of {place}" for place in inside if place)
        yield renumbered(comparison, run, "becomes" if len(run) == 1 else "become", of)


Run = list[tuple[Path, Path]]
"""Neighbours with other numbers: where each stood, and where it stands."""


def renumbered_runs(comparison: Comparison) -> list[Run]:
    """The provisions that get other numbers, those of neighbours together."""
    before, after = comparison.before, comparison.after
    old_paths = {before.reference(path): path for path, _ in before.walk()}
    new_paths = {after.reference(path): path for path, _ in after.walk()}
    runs: list[Run] = []
    for old, new in comparison.renumbered:
        pair = old_paths[old], new_paths[new]
        if runs and pair == tuple((*last[:-1], last[-1] + 1) for last in runs[-1][-1]):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return runs


def renumbered(comparison: Comparison, run: Run, verb: str, of: str = "") -> str:
    """What becomes of the numbers of a run: "Sub-clauses 7 to 9 become 6 to 8."."""
    numbers = _listed([_number(comparison.after, new) for _, new in run])
    return sentence(comparison.before, [old for old, _ in run], f"{verb} {numbers}", of)
