"""Words whose hyphen a program has taken out at the end of a line, and with it the break.

Nothing in the word shows it. What does is the rest of the text, where the same word has its hyphen. Only a text in
which no line ends in a hyphen was treated so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rulebook.importing.file.hyphens import HYPHENS
from rulebook.importing.file.paragraphs import Guess
from rulebook.importing.text.page.lines import Line

OFTENER = 2  # times that the word has its hyphen, for each time that it has none
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)+")
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{5,}")


def with_lost_hyphens(lines: Sequence[Line]) -> tuple[list[Line], list[Guess]]:
    """The lines, with the hyphens that the rest of the text has, and each of them as a guess."""
    pages = {line.page for line in lines}
    if len(pages) < 2 or any(line.text.endswith(tuple(HYPHENS)) for line in lines):
        return list(lines), []
    words = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))
    compounds = Counter(word.lower() for line in lines for word in _COMPOUND.findall(line.text))
    forms: dict[str, str] = {}
    for compound, times in compounds.items():
        whole = re.sub(r"[-\u2010\u2011]", "", compound)
        for ending in ("", "s"):
            alike = times + (compounds[f"{compound}s"] if not ending else 0)
            if words[whole + ending] and alike >= OFTENER * words[whole + ending]:
                forms.setdefault(whole + ending, compound + ending)
    guesses: list[Guess] = []
    return [_mended(line, forms, guesses) for line in lines] if forms else list(lines), guesses


def _mended(line: Line, forms: dict[str, str], guesses: list[Guess]) -> Line:
    def hyphened(found: re.Match[str]) -> str:
        form = forms.get(found[0].lower())
        if form is None:
            return found[0]
        word = _as_it_was(found[0], form)
        said = f"“{found[0]}” was read as “{word}”, which the rest of the text has"
        guesses.append(Guess("hyphen", said, line.page, line.number))
        return word

    text = line.text if line.blank else _WORD.sub(hyphened, line.text)
    return replace(line, text=text) if text != line.text else line


def _as_it_was(word: str, form: str) -> str:
    """The hyphened form, with the capitals of the word as it stands."""
    signs = iter(word)
    return "".join(one if not one.isalpha() else next(signs) for one in form)
