"""The terms that a rulebook defines, and where it uses them.

A definition is words in quotation marks with "means", "includes", "has the meaning" or "refers to" after them, or
"(“the League”)" and "in these rules “the League”" after what they stand for; and "Member means ..." at the beginning of
a provision. "In this clause, “the Board” means" holds for the clause only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rulebook.provision import Path, Rulebook
from rulebook.reference import level_word
from rulebook.source import Span

_QUOTED = r"(?:[“\"][^“”\"\n]{2,60}[”\"]|‘[^‘’\n]{2,60}’(?!\w))"
_NAMES = (
    r"(?:herein(?:after)?|hereafter|called|named|styled|known\s+as|referred\s+to(?:\s+below)?\s+as"
    r"|in\s+these\s+(?:rules|articles))"
)
_DEFINES = rf"""(?P<before>{_QUOTED}(?:,?\s*(?:(?:and|or|/)\s*)?{_QUOTED})*),?\s+
          (?:(?:shall\s+)?means?|(?:has|have)\s+the\s+(?:same\s+)?meaning|(?:shall\s+)?includes?|refers?\s+to
            |(?:is|are)\s+defined)\b
      | ^(?P<listed>{_QUOTED})\s*(?:[:=]|[–—-](?=\s))                # “member”: a person who ...
      | ^(?P<bare>[A-Z][a-z’]+(?:[ -][A-Za-z][a-z’]+){{0,3}})\s+(?:shall\s+mean|means)
          \s+(?=(?:an?|the|any|those|all)\b)
      | \(\s*(?:the\s+|a\s+|in\s+this\s+\w+,?\s+|{_NAMES},?\s+(?:the\s+)?)*(?P<bracketed>{_QUOTED})\s*\)
      | \b{_NAMES}[,:]?\s+(?P<after>{_QUOTED})"""  # made a pattern when it is wanted: most drafts touch no definition
_MARKS = ("“", '"', "‘", "mean")  # one of them is in every definition
_TERM = re.compile(r"[“\"‘]\s*(?:the\s+(?!.*\bthe\s))?(?P<term>[^“”\"‘\n]+?)\s*[,.;]?\s*[”\"’](?!\w)")
_IN_THIS = re.compile(r"\b(?:in|for\s+the\s+purposes?\s+of)\s+this\s+(?P<level>(?:sub-?)*[a-z]+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Definition:
    """A term that is defined, where: `part` is "text" or "tail", and `span` that of the term in it.

    `within` leads to the provision that it holds for; it is empty where it holds for all the rules.
    """

    term: str
    path: Path
    part: str
    span: Span
    within: Path = ()


def may_define(text: str) -> bool:
    """Whether a text may have a definition in it; most have none, and need not be searched."""
    return any(mark in text for mark in _MARKS)


@lru_cache(maxsize=1)
def _defines() -> re.Pattern[str]:
    return re.compile(_DEFINES, re.VERBOSE)


def definitions(rulebook: Rulebook) -> list[Definition]:
    """Every term that a rulebook defines, in its order."""
    found = []
    for path, provision in rulebook.walk():
        for part in ("text", "tail"):
            text = getattr(provision, part)
            for match in _defines().finditer(text) if may_define(text) else ():
                name = next(name for name, words in match.groupdict().items() if words)
                within = _within(rulebook, path, text[: match.start()])
                if name == "bare":
                    found.append(Definition(" ".join(match[name].split()), path, part, match.span(name), within))
                    continue
                for one in _TERM.finditer(text, *match.span(name)):
                    term = " ".join(one["term"].split())
                    found.append(Definition(term, path, part, one.span("term"), within))
    return found


def _within(rulebook: Rulebook, path: Path, before: str) -> Path:
    """What "in this clause" names, in the words before a term or in those that its list begins with."""
    for depth in range(len(path), 0, -1):
        words = before if depth == len(path) else rulebook.at(path[:depth]).text
        said = _IN_THIS.search(words)
        if said:
            level = level_word(said["level"])
            owner = [path[:up] for up in range(1, len(path) + 1) if rulebook.at(path[:up]).kind == level]
            return owner[-1] if owner else ()
    return ()


def uses(rulebook: Rulebook, term: str) -> Iterator[tuple[Path, str, Span]]:
    """Where the words of a term stand, in the singular or plural; also where it is defined."""
    pattern = using(term)
    for path, provision in rulebook.walk():
        for part in ("heading", "text", "tail"):
            for match in pattern.finditer(getattr(provision, part) or ""):
                yield path, part, match.span()


@lru_cache(maxsize=1024)
def using(term: str) -> re.Pattern[str]:
    """Finds a term: in the singular or plural, with any white space, and with a capital where a sentence begins."""
    words = [re.escape(word) for word in term.split()]
    first, last = words[0], words[-1]
    words[0] = f"[{first[0].upper()}{first[0].lower()}]{first[1:]}" if first[:1].isalpha() else first
    if last.endswith("y") and len(last) > 2 and last[-2] not in "aeiou":
        words[-1] = (words[-1][:-1]) + "(?:y|ies)"
    elif last[-1:].isalpha():
        words[-1] += "(?:s|es)?"
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)")
