"""The terms that a rulebook defines, and where it uses them.

A definition is words in quotation marks with "means", "includes", "has the meaning" or "refers to" after them, or
"(“the League”)" and "in these rules “the League”" after what they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rulebook.provision import Path, Provision, Rulebook
from rulebook.source import Span

_DEFINES = re.compile(
    r"""[“"](?P<before>[^“”"\n]{2,60})[”"],?\s+(?:(?:and|or)\s+[“"][^“”"\n]{2,60}[”"]\s+)?
          (?:(?:shall\s+)?means?|has\s+the\s+meaning|have\s+the\s+meaning|(?:shall\s+)?includes?|refers?\s+to|is\s+defined)\b
      | \(\s*(?:the\s+|in\s+these\s+rules,?\s+|hereafter\s+|called\s+)*
          [“"](?:the\s+)?(?P<bracketed>[^“”"\n]{2,60})[”"]\s*\)
      | \b(?:in\s+these\s+(?:rules|articles)|hereafter|called)[,:]?\s+[“"](?:the\s+)?(?P<after>[^“”"\n]{2,60})[”"]""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Definition:
    """A term that is defined, where: `part` is "text" or "tail", and `span` that of the term in it."""

    term: str
    path: Path
    part: str
    span: Span


def definitions(rulebook: Rulebook) -> list[Definition]:
    """Every term that a rulebook defines, in its order."""
    return [one for path, provision in rulebook.walk() for one in defined_in(path, provision)]


def defined_in(path: Path, provision: Provision) -> Iterator[Definition]:
    """The terms that one provision at a path defines, without those under it."""
    for part, text in (("text", provision.text), ("tail", provision.tail)):
        if "“" not in text and '"' not in text:  # most have none, and are not searched
            continue
        for match in _DEFINES.finditer(text):
            name = next(name for name, words in match.groupdict().items() if words)
            term = " ".join(match[name].split()).strip(" ,.;")
            if term:
                yield Definition(term, path, part, match.span(name))


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
