"""Reading a rulebook: the native Markdown file, or plain text in the usual printed layout, to the same tree.

Every word of the source is in the tree. What could not be placed with certainty is a finding with its line, and
stands in the tree all the same.
"""

from __future__ import annotations

import re
from typing import Any

from rulebook.assembling import provisions, short
from rulebook.diagnostics import Diagnostic, Severity
from rulebook.provision import DEFAULT_SCHEME, Provision, Rulebook, Scheme
from rulebook.source import Source, Unreadable

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*\n", re.DOTALL | re.MULTILINE)


def front_matter(source: Source) -> tuple[dict[str, Any], int]:
    """The YAML at the head of a file, and the offset where it ends; nothing and 0 where there is none.

    Raises `Unreadable`, with the line, where it is not YAML or not a list of names and values.
    """
    match = _FRONT_MATTER.match(source.text)
    if not match:
        return {}, 0
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        found = yaml.load(match["yaml"], Loader=loader)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = f", line {mark.line + 2}" if mark else ""
        said = getattr(problem, "problem", None) or "it cannot be read"
        raise Unreadable(
            f"{source.name}{line}: the lines between the two --- are not “name: value” lines ({said})",
            'put quotation marks round a value that holds a colon, as in  title: "Motion 5: housing"',
        ) from None
    except (ValueError, RecursionError) as problem:
        raise Unreadable(f"{source.name}: the lines between the two --- cannot be read ({problem})") from None
    if found is None:
        return {}, match.end()
    if not isinstance(found, dict):
        raise Unreadable(
            f"{source.name}: the lines between the two --- must be of the form “name: value”",
            "as in  title: Rule Book",
        )
    return found, match.end()


def read_rulebook(source: Source) -> tuple[Rulebook, list[Diagnostic]]:
    """A rulebook from its native file or from plain text, and what was found amiss in reading it.

    Raises `Unreadable` where there is nothing to read or the front matter is broken.
    """
    facts, start = front_matter(source)
    text = source.text[start:]
    if not text.strip():
        raise Unreadable(f"{source.name} is empty", "it should hold chapters, as in  # Chapter 1 Name and aims")
    scheme = _scheme(facts, source)
    chapters, front, comments, findings = provisions(source, text, start, scheme)
    if not chapters:
        raise Unreadable(
            f"{source.name} does not look like a rulebook: there is no chapter and no numbered provision in it",
            "begin a chapter with a line such as  # Chapter 1 Name and aims",
        )
    title, organisation, edition = (str(facts.get(name) or "") for name in ("title", "organisation", "edition"))
    if not facts and front:
        title, organisation, edition, front = _title_page(front)
    if front:
        chapters = (Provision("preamble", "", "", "\n\n".join(front)), *chapters)
        findings.insert(
            0,
            Diagnostic(
                "words-unplaced", "words before the first chapter belong to no provision: " + short(front[0]),
                "they are kept; put them in a chapter, or in a comment <!-- like this -->",
                Severity.WARNING, source, (start, start),
            ),
        )  # fmt: skip
    crosswalk = facts.get("crosswalk") or {}
    pairs = tuple((str(old), str(new)) for old, new in crosswalk.items()) if isinstance(crosswalk, dict) else ()
    written = source.text[:start]
    return Rulebook(title, organisation, edition, scheme, chapters, pairs, written, tuple(comments)), findings


def _scheme(facts: dict[str, Any], source: Source) -> Scheme:
    given = facts.get("scheme")
    if given is None:
        return DEFAULT_SCHEME
    if not isinstance(given, list) or not given or any(isinstance(level, (list, dict)) for level in given):
        raise Unreadable(
            f"{source.name}: the scheme must be a list of levels", 'as in  scheme: [Chapter 1, Clause I, "1", A, i, a]'
        )
    return Scheme(tuple(str(level) for level in given))


def _title_page(front: list[str]) -> tuple[str, str, str, list[str]]:
    """Title, organisation and edition from the lines before the first chapter, and the lines that are neither."""
    title, organisation, edition, rest = "", "", "", []
    for line in front:
        year = re.fullmatch(r"Edition:? +(.+)", line)
        if year and not edition:
            edition = year[1].strip('“”"')
        elif not title and len(line) < 100:
            title = line
        elif not organisation and len(line) < 100:
            organisation = line
        else:
            rest.append(line)
    return title, organisation, edition, rest


__all__ = ["front_matter", "provisions", "read_rulebook"]
