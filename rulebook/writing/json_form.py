"""A rulebook, or a provision of it, as JSON: all that the tree says, with the reference of each provision."""

from __future__ import annotations

import json
from typing import Any

from rulebook.provision import Path, Rulebook


def as_json(rulebook: Rulebook, path: Path) -> dict[str, Any]:
    """One provision as the JSON form has it, its children included."""
    provision = rulebook.at(path)
    found: dict[str, Any] = {
        "reference": rulebook.reference(path),
        "kind": provision.kind,
        "label": provision.label,
        "heading": provision.heading,
        "text": provision.text,
        "tail": provision.tail,
        "children": [as_json(rulebook, (*path, place)) for place in range(len(provision.children))],
    }
    if provision.notes:
        found["notes"] = list(provision.notes)
    return found


def to_json(rulebook: Rulebook) -> str:
    """The whole book as JSON."""
    found = {
        "title": rulebook.title,
        "organisation": rulebook.organisation,
        "edition": rulebook.edition,
        "scheme": list(rulebook.scheme.written),
        "provisions": [as_json(rulebook, (place,)) for place in range(len(rulebook.chapters))],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
