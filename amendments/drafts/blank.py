"""Drafts to begin with: front matter and headings, with what goes where."""

from __future__ import annotations

import re
from importlib.resources import files

from rulebook.looking.locating import find
from rulebook.numbering import BULLETS, segment
from rulebook.printed.lines import headings_to, indentation, kind_word
from rulebook.provision import Path, Rulebook
from rulebook.reference import read_reference

TEMPLATE = "new.md.j2"


def begun(kind: str, rulebook: Rulebook) -> str:
    """A draft of a kind, written on a rulebook's edition, with a provision of that rulebook in its example."""
    import json

    from templates import environment

    path = first_provision(rulebook)
    written = (
        environment()
        .get_template(TEMPLATE)
        .render(
            kind=kind.replace("-", " "),
            edition=json.dumps(rulebook.edition, ensure_ascii=False) if rulebook.edition else "",
            place=in_words(rulebook, path),
            label=segment(rulebook.at(path).label),
        )
    )
    return written + "\n"


def first_provision(rulebook: Rulebook) -> Path:
    """The first sub-clause, or what stands below the headings in its stead; the first heading where nothing does."""
    numbered = [path for path, provision in rulebook.walk() if provision.label and provision.label not in BULLETS]
    return next((path for path in numbered if indentation(rulebook, path) == 1), numbered[0] if numbered else (0,))


def in_words(rulebook: Rulebook, path: Path) -> str:
    """A reference as it is written, "Chapter 5, Clause IV, sub-clause 3"; a code, where words do not lead there."""
    names = []
    for depth in range(1, len(path) + 1):
        word = kind_word(rulebook, path[:depth])
        headed = headings_to(rulebook, path[:depth]) == depth
        word = word if headed else word.lower()
        label = segment(rulebook.at(path[:depth]).label)
        if "." in label and not headed:
            return rulebook.reference(path)  # "1.1" says all of it
        names.append(f"{word} ({label})" if label.isalpha() and label.islower() else f"{word} {label}")
    words = ", ".join(names)
    said = read_reference(words)
    return words if len(said) == 1 and find(rulebook, said[0].steps) == [path] else rulebook.reference(path)


def to_fill_in() -> tuple[frozenset[str], frozenset[str]]:
    """What the drafts begin with in the place of the drafter's words: in quotation marks, and as lines or fields."""
    written = files("templates").joinpath(TEMPLATE).read_text(encoding="utf-8")
    _, head, body = written.split("---\n", 2)
    fields = re.findall(r"^(?:title|motion): (.+)$", head, re.MULTILINE)
    body = re.sub(r"<!--.*?-->", "", body, flags=re.DOTALL)
    lines = re.findall(r"^(?!\{%|#)(?:1\. )?([^“\n]+)$", body, re.MULTILINE)
    return frozenset(re.findall(r"“([^”]+)”", body)), frozenset([*fields, *lines])
