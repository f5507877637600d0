"""Reading a rulebook: the native Markdown file, or plain text in the usual printed layout, to the same tree.

Every word of the source is in the tree. What could not be placed with certainty is a finding with its line, and
stands in the tree all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from rulebook.diagnostics import Diagnostic, Severity
from rulebook.provision import DEFAULT_SCHEME, Provision, Rulebook, Scheme
from rulebook.reading.assembling import provisions, short
from rulebook.source import Source, Unreadable

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*\n", re.DOTALL | re.MULTILINE)


Fact: TypeAlias = "str | list[Fact] | dict[str, Fact]"
"""What stands beside a name in front matter. Words are as they were typed: `No` is no answer and 2026.10 no number."""
LONGEST = 200_000  # characters of front matter, which leaves room for the crosswalk of any rulebook
DEEPEST = 10  # lists in lists


def front_matter(source: Source) -> tuple[dict[str, Fact], int]:
    """The YAML at the head of a file, and the offset where it ends; nothing and 0 where there is none.

    Raises `Unreadable`, with the line, where it is not YAML, not a list of names and values, or says a name twice.
    """
    match = _FRONT_MATTER.match(source.text)
    if not match:
        return {}, 0
    if len(match["yaml"]) > LONGEST:
        raise Unreadable(
            f"{source.name}: the lines between the two --- are longer than {LONGEST:,} characters",
            "close them with --- after the last “name: value” line",
        )
    import yaml

    try:
        found = _read_facts(match["yaml"], source.name)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = f", line {mark.line + 2}" if mark else ""
        said = getattr(problem, "problem", None) or "it cannot be read"
        raise Unreadable(
            f"{source.name}{line}: the lines between the two --- are not “name: value” lines ({said})",
            'put quotation marks round a value that holds a colon, as in  title: "Motion 5: housing"',
        ) from None
    except ValueError:  # "\U00110000", which is no character
        raise Unreadable(
            f"{source.name}: the lines between the two --- hold a character that does not exist",
            "type the character itself in place of its number",
        ) from None
    if not isinstance(found, dict):
        raise Unreadable(
            f"{source.name}: the lines between the two --- must be of the form “name: value”",
            "as in  title: Rule Book",
        )
    return found, match.end()


def _read_facts(text: str, name: str) -> Fact:
    """The value of a YAML text, read without what YAML makes of words, and without what can grow as it is read."""
    import yaml

    events = yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))

    def refused(event: yaml.Event, message: str, help: str) -> Unreadable:
        assert event.start_mark is not None, "what was parsed has a place"
        return Unreadable(f"{name}, line {event.start_mark.line + 2}: {message}", help)

    def value(event: yaml.Event, depth: int) -> Fact:
        quoted = 'put quotation marks round a value that begins with & or * or !, as in  title: "*Now*"'
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise refused(event, "a name for a value (&a, *a) is not used here", quoted)
        if getattr(event, "tag", None):
            raise refused(event, "a kind of value (!a) is not used here", quoted)
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        if depth > DEEPEST:
            raise refused(event, f"there are lists in lists here, more than {DEEPEST} deep", "take brackets out")
        if isinstance(event, yaml.SequenceStartEvent):
            return [value(one, depth + 1) for one in until(yaml.SequenceEndEvent)]
        found: dict[str, Fact] = {}
        for one in until(yaml.MappingEndEvent):
            key = value(one, depth + 1)
            if not isinstance(key, str):
                raise refused(one, "a list stands where a name should", "as in  title: Rule Book")
            if key in found:
                raise refused(one, f"“{key}” is here a second time", "keep one of the two")
            found[key] = value(next(events), depth + 1)
        return found

    def until(end: type[yaml.Event]) -> Iterator[yaml.Event]:
        while not isinstance(event := next(events), end):
            yield event

    found: Fact | None = None
    for event in until(yaml.StreamEndEvent):
        if isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)):
            continue
        if found is not None:
            raise refused(event, "a line begins with --- here, and there is more on it", "take the --- out")
        found = value(event, 1)
    return {} if found is None else found


def read_rulebook(source: Source, *, flush: bool | None = None) -> tuple[Rulebook, list[Diagnostic]]:
    """A rulebook from its native file or from plain text, and what was found amiss in reading it.

    `flush` is whether the indentation of words means nothing; None where the text is to show that.
    Raises `Unreadable` where there is nothing to read or the front matter is broken.
    """
    facts, start = front_matter(source)
    text = source.text[start:]
    if not text.strip():
        raise Unreadable(f"{source.name} is empty", "it should hold chapters, as in  # Chapter 1 Name and aims")
    scheme = _scheme(facts, source)
    chapters, front, comments, findings = provisions(source, text, start, scheme, flush=flush)
    if not chapters:
        raise Unreadable(
            f"{source.name} does not look like a rulebook: there is no chapter and no numbered provision in it",
            "begin a chapter with a line such as  # Chapter 1 Name and aims",
        )
    title, organisation, edition = (_line(facts, name, source) for name in ("title", "organisation", "edition"))
    if not facts and front:
        title, organisation, edition, front = _title_page(front)
    if front:
        chapters = (Provision("preamble", "", "", "\n\n".join(front)), *chapters)
        findings.insert(
            0,
            Diagnostic(
                "words-unplaced", "words before the first chapter belong to no provision: " + short(front[0]),
                "they are kept; put them in a chapter, or in a comment <!-- like this -->",
                Severity.ADVICE if facts else Severity.WARNING, source, (start, start),
            ),
        )  # fmt: skip
    crosswalk = facts.get("crosswalk") or {}
    pairs = tuple((str(old), str(new)) for old, new in crosswalk.items()) if isinstance(crosswalk, dict) else ()
    written = source.text[:start]
    pages = tuple(_pages(facts.get("pages")))
    return Rulebook(title, organisation, edition, scheme, chapters, pairs, written, pages, tuple(comments)), findings


def _pages(given: Fact | None) -> Iterator[tuple[str, str, int]]:
    """Where provisions are printed: a page has the references of those that begin on it, each with its line."""
    for page, listed in given.items() if isinstance(given, dict) else ():
        for entry in str(listed).split(","):
            reference, _, line = entry.strip().partition(" ")
            if reference:
                yield reference, page, int(line) if line.isdigit() else 0


def _scheme(facts: dict[str, Fact], source: Source) -> Scheme:
    given = facts.get("scheme", "")
    if given == "":
        return DEFAULT_SCHEME
    if not isinstance(given, list) or not given or any(isinstance(level, (list, dict)) for level in given):
        raise Unreadable(
            f"{source.name}: the scheme must be a list of levels", 'as in  scheme: [Chapter 1, Clause I, "1", A, i, a]'
        )
    return Scheme(tuple(str(level) for level in given))


def _line(facts: dict[str, Fact], name: str, source: Source) -> str:
    value = facts.get(name, "")
    if not isinstance(value, str):
        raise Unreadable(
            f"{source.name}: “{name}” must be words, and is a list", f'put quotation marks round them:  {name}: "..."'
        )
    return value


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
