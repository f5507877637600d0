"""New text that begins with a number and a heading on one line, written with the heading on a line of its own.

“Section 3. Quorum. A quorum is fifteen members.” has a heading, where that is what the section is headed now, or where
the others are headed and the first words are no sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace

from amendments.applying.refused import Refused
from amendments.applying.words.patterns import plain
from rulebook.numbering import BULLETS, segment, styles
from rulebook.provision import Level, Path, Provision, Rulebook

LONGEST = 8  # words of a heading that has to be told from a sentence
_VERBS = frozenset(
    """is are was were be been shall may must can cannot will would should could has have had do does did not
    meet meets hold holds serve serves elect elects vote votes pay pays apply applies consist consists include includes
    exist exists act acts keep keeps""".split()
)
_PARTED = re.compile(r"(?P<heading>[^.:;–—\n]{1,80}?)(?:[.:]\s+|\s*[–—]\s+|\s+-\s+)(?P<body>\S.*)", re.DOTALL)


def headed(rulebook: Rulebook, parent: Path, text: str, wanted: str, heading: str) -> str:
    """New text with every heading on a line of its own that begins with #. Raises `Refused`."""
    levels = rulebook.scheme.levels[rulebook.level_under(parent) :]
    words = [level for level in levels if level.word]
    if not words:
        return text
    named = "|".join(re.escape(level.word) for level in words)
    line = re.compile(
        rf"(?P<hashes>#{{0,6}}[ \t]*)(?P<word>(?i:{named}))\s+"
        r"(?P<number>\d{1,3}[A-Z]{0,2}|[IVXLC]{1,7}[A-Z]?|[A-Z])"
        r"(?![\w’'-])(?!\.\d)(?P<sep>[.:]?[ \t]*(?:[–—-][ \t]+)?)(?P<rest>.*)",
        re.DOTALL,
    )
    made: list[str] = []
    for number, paragraph in enumerate(re.split(r"\n[ \t]*\n", text)):
        match = line.match(paragraph.lstrip()) or (_bare(paragraph, words[0], wanted) if number == 0 else None)
        made.append(paragraph if match is None else _apart(rulebook, match, words, number == 0, heading))
    return "\n\n".join(made)


def with_headings(beside: tuple[Provision, ...], new: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """New provisions whose first paragraph is their heading, where most of those beside them have one: “5.7. Paths”."""
    numbered = [one for one in beside if one.label not in BULLETS]
    if not numbered or 2 * sum(bool(one.heading) for one in numbered) <= len(numbered):
        return new
    return tuple(_with_heading(one) for one in new)


def _with_heading(one: Provision) -> Provision:
    title, _, rest = one.text.partition("\n\n")
    if one.heading or not one.label or not (rest or one.children) or not _is_title(title) or _looks_whole(title):
        return one
    return replace(one, heading=title.strip(), text=rest.strip())


def _bare(paragraph: str, level: Level, wanted: str) -> re.Match[str] | None:
    """A number without its word that begins the text: “7. Dissolution”, “5A Rubbish”."""
    match = re.match(
        r"(?P<hashes>)(?P<word>)(?P<number>\d{1,3}[A-Z]{0,2}|[IVXLC]{1,7}[A-Z]?|[A-Z])(?!\.\d)"
        r"(?P<sep>[.:]?[ \t]+(?:[–—-][ \t]+)?)"
        r"(?P<rest>.*)",
        paragraph.lstrip(),
        re.DOTALL,
    )
    if match is None or level.style not in styles(match["number"]):
        return None
    own = not wanted or segment(wanted).casefold() == match["number"].casefold()
    title = _is_title(match["rest"])
    return match if own and (title or (match["sep"].strip() and (wanted or match["number"].isdigit()))) else None


def _apart(rulebook: Rulebook, match: re.Match[str], words: list[Level], first: bool, known: str) -> str:
    """A paragraph that begins with the number of a heading: the heading, a blank line, and the words."""
    word = match["word"] or words[0].word
    level = next(level for level in words if level.word.lower() == word.lower())
    rest = match["rest"].strip()
    line, _, more = rest.partition("\n")
    _check_run_together(rest, words)
    marked = bool(match["sep"].strip()) or bool(match["hashes"].strip())
    if not marked and rest[:1].islower():
        return match[0]  # "Section 3 applies to members": a sentence
    whole = marked and not match["hashes"].strip() and not more and _looks_whole(line)
    if not rest or match["hashes"].strip() or (_is_title(line) and not whole):
        title, body = line, more
    else:
        title, body = _parted(rulebook, level, rest, known if first else "")
        if not title and not marked:
            return match[0]
    head = f"# {level.word} {match['number']} {title}".rstrip()
    return f"{head}\n\n{body.strip()}" if body.strip() else head


def _parted(rulebook: Rulebook, level: Level, rest: str, known: str) -> tuple[str, str]:
    """The heading and the words after it, on one line; no heading, where the words begin with a sentence."""
    match = _PARTED.match(rest)
    bare = without_heading(rest, known)
    if bare != rest:
        return rest[: len(known)], bare
    if match is None:
        return "", rest
    heading, body = match["heading"].strip(), match["body"]
    several = heading.split()
    sentence = any(word.casefold() in _VERBS for word in several)
    if sentence or len(several) > LONGEST or not (body[0].isupper() or body[0] in "“‘\"'(0123456789"):
        return "", rest
    if known or _are_headed(rulebook, level):
        return heading, body
    raise Refused(
        "new-text-uncertain",
        f"it is not certain whether “{heading}” is a heading",
        "put the heading on a line of its own, with a blank line after it",
    )


def without_heading(words: str, heading: str) -> str:
    """Words without the heading that they begin with, if it is this one."""
    if not heading or not plain(words).casefold().startswith(plain(heading).casefold()):
        return words
    after = re.match(r"\s*[.:–—-]\s*(?=\S)|[ \t]*\n\s*", words[len(heading) :])
    return words[len(heading) + after.end() :] if after else words


def _are_headed(rulebook: Rulebook, level: Level) -> bool:
    """Whether what stands at a level of the book has headings."""
    found = [one for _, one in rulebook.walk() if one.kind == level.kind]
    return bool(found) and sum(bool(one.heading) for one in found) * 2 > len(found)


def _is_title(line: str) -> bool:
    """Whether a line may be a title: it has no stop at its end, is short, and begins with a capital letter."""
    line = line.strip()
    return (
        bool(line) and "\n" not in line and line[-1] not in ".;,:!?" and len(line.split()) <= 2 * LONGEST
        and not line[0].islower() and re.search(r"[.:;]\s", line) is None
    )  # fmt: skip


def _looks_whole(line: str) -> bool:
    """Whether a line without a stop may be a sentence all the same."""
    return any(word.casefold() in _VERBS for word in line.split()) and len(line.split()) > 3


def _check_run_together(rest: str, words: list[Level]) -> None:
    """Raises `Refused` where another heading stands in the same line: “Songs. Clause I Choir. 1. There shall be”."""
    for level in words:
        found = re.search(rf"[.:;]\s+{re.escape(level.word)}\s+(?:\d+|[IVXLC]+)[A-Z]?(?![\w’'-])[.:]?\s+[A-Z]", rest)
        if found:
            raise Refused(
                "new-text-uncertain",
                f"“{found[0][2:].strip()}…” stands in the middle of a line; is it a heading?",
                "put each heading and each numbered provision on a line of its own, with a blank line between them",
            )
