"""What a deletion leaves: never a number, a heading or a mark with nothing beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amendments.applying.places import Region, kind_name
from amendments.applying.refused import Refused
from rulebook.numbering import segment
from rulebook.provision import Path, Rulebook

_ENDED = re.compile(r"(?:^|\n|[.!?][’”\"')\]]*)\s*$")
_MARK = re.compile(r"\s*(?P<mark>[,;:–—-])(?!\w)")


def check_what_stays(rulebook: Rulebook, gone: Iterable[Region]) -> None:
    """Raises `Refused` where a deletion would leave a number or a heading alone, or a mark without its words."""
    parts: dict[tuple[Path, str], list[tuple[int, int]]] = {}
    for path, part, start, end in gone:
        if end > start:
            parts.setdefault((path, part), []).append((start, end))
    for (path, part), spans in parts.items():
        words = rulebook.part(path, part)
        left = words
        for start, end in sorted(spans, reverse=True):
            left = left[:start] + left[end:]
        if not any(character.isalnum() for character in left):
            _check_empty(rulebook, path, part, left.strip())
            continue
        for start, end in spans:
            mark = _MARK.match(words, end)
            if mark and _ENDED.search(words[:start]) and not words[start:end].rstrip().endswith(("\n", ".", "!", "?")):
                raise Refused(
                    "extent-uncertain",
                    f"“{mark['mark']}” would be left at the beginning of a sentence in {kind_name(rulebook, path)}",
                    f"quote the “{mark['mark']}” too, if it goes",
                )


def _check_empty(rulebook: Rulebook, path: Path, part: str, marks: str) -> None:
    """Raises `Refused` where nothing or only marks are left of a part, unless that is as it should be."""
    provision, name = rulebook.at(path), rulebook.reference(path)
    if part == "tail":
        if marks:
            raise Refused(
                "extent-uncertain",
                f"of the closing words of {name} only “{marks}” would be left",
                f"quote the “{marks}” too, if it goes",
            )
        return
    if part == "heading":
        raise Refused(
            "extent-uncertain",
            f"these are all the words of the heading of {name}; does the heading go?",
            f"say  delete the heading of {name}  if it goes",
        )
    if provision.heading and provision.children and not marks:
        return
    has = f", with {segment(provision.children[0].label)} and so on under it" if provision.children else ""
    kept = "heading" if provision.heading else "number"
    only = f" and only “{marks}” would be left" if marks else ""
    raise Refused(
        "extent-uncertain",
        f"these are all the words of {name}{only}; is the {kept} to stay{has}, or does the provision go?",
        f"say  delete {name}  if it goes",
    )
