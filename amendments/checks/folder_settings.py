"""What a folder says of how its drafts are checked: `redraft.toml`, or the table `[tool.redraft]` of a pyproject.toml.

    select = ["title-too-long"]            # only these findings
    ignore = ["title-missing"]             # all but these
    standing-orders = "our-orders.toml"    # what conference asks
    decisions = "decisions.toml"           # what it decided before

Files are named from the folder of the settings. What stands under the usual names, `standing-orders.toml` and
`decisions.toml`, is used without being named: in the drafts' folder, in one of those above it, or beside the rulebook.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amendments.checks.standing_orders import DECISIONS, FILE
from rulebook.source import Unreadable, read_source

NAMES = ("select", "ignore", "standing-orders", "decisions")
_SETTINGS = "redraft.toml"
_USUAL = {"standing-orders": FILE, "decisions": DECISIONS}


@dataclass(frozen=True, slots=True)
class Settings:
    """Names of findings, and files. `source` is the file that says so, "" where there is none.

    Of several files of standing orders the first counts that is of the rulebook's organisation.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    standing_orders: tuple[Path, ...] = ()
    decisions: Path | None = None
    source: str = ""


def settings_for(folder: Path, beside: Path | None = None) -> Settings:
    """The settings of the nearest folder upwards that has any. `beside` is the folder of the rulebook.

    Raises `Unreadable` where they cannot be used.
    """
    try:
        folders = [folder.resolve(), *folder.resolve().parents]
    except OSError:
        return Settings()
    places = [*folders, *([beside.resolve()] if beside else [])]
    orders, decisions = (
        tuple(dict.fromkeys(one / name for one in places if (one / name).is_file())) for name in (FILE, DECISIONS)
    )
    for one in folders:
        for name in (_SETTINGS, "pyproject.toml"):
            if (one / name).is_file():
                found = _read(one / name)
                if found is not None:
                    named = _file(found, "standing-orders", one / name)
                    return Settings(
                        _names(found, "select", one / name),
                        _names(found, "ignore", one / name),
                        (named,) if named else orders,
                        _file(found, "decisions", one / name) or next(iter(decisions), None),
                        str(one / name),
                    )
    return Settings(standing_orders=orders, decisions=next(iter(decisions), None))


def known_names(names: Iterable[str], known: Iterable[str], where: str) -> frozenset[str]:
    """Names of findings, all of which there are. Raises `Unreadable` for the first that there is not."""
    wanted, there = frozenset(names), frozenset(known)
    for name in sorted(wanted - there):
        close = difflib.get_close_matches(name, there, 1)
        raise Unreadable(
            f"{where}: there is no finding called “{name}”",
            f"did you mean “{close[0]}”?" if close else "redraft explain lists them all",
        )
    return wanted


def _read(path: Path) -> dict[str, Any] | None:
    """The settings in a file; None for a pyproject.toml that has none."""
    from amendments.checks.standing_orders.reading import toml

    try:
        source = read_source(str(path))
    except Unreadable:
        if path.name != _SETTINGS:
            return None
        raise
    if path.name != _SETTINGS and "redraft" not in source.text:
        return None  # whatever else it says is for other programs
    data = toml(source, 'as in  ignore = ["title-missing"]')
    if path.name != _SETTINGS:
        tool = data.get("tool")
        ours = tool.get("redraft") if isinstance(tool, dict) else None
        if not isinstance(ours, dict):
            return None
        data = ours
    for name in data:
        if name not in NAMES:
            close = difflib.get_close_matches(name, NAMES, 1)
            raise Unreadable(
                f"{path}: “{name}” is no setting",
                f"did you mean “{close[0]}”?" if close else f"the settings are: {', '.join(NAMES)}",
            )
    return data


def _names(data: dict[str, Any], name: str, path: Path) -> frozenset[str]:
    said = data.get(name, [])
    if not isinstance(said, list) or not all(isinstance(one, str) for one in said):
        raise Unreadable(f"{path}: {name} must be a list of names", f'as in  {name} = ["title-missing"]')
    return frozenset(said)


def _file(data: dict[str, Any], name: str, path: Path) -> Path | None:
    said = data.get(name)
    if said is None:
        return None
    if not isinstance(said, str) or not (path.parent / said).is_file():
        raise Unreadable(f"{path}: {name} names no file that is there: {said}", f'as in  {name} = "{_USUAL[name]}"')
    return path.parent / said
