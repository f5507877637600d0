"""New text whose numbers are spelled otherwise than in the book, written as the reader of rulebooks reads them.

“Section 3. Quorum. A quorum is ...”, “2.I.2 A member shall”, “.2 The head office” and “D.2The Executive” all begin with
a number. Whether it is the one that is due is for others to judge; here nothing but its spelling changes.
"""

from __future__ import annotations

import re

from amendments.applying.new_text.first_headings import headed
from amendments.applying.new_text.number_style import dressed, style_below
from amendments.applying.refused import Refused
from rulebook.numbering import BULLETS, common_style, segment, styles
from rulebook.provision import Path, Rulebook, below

_WORDS = (
    r"(?:sub[-\s]?){0,3}(?:chapter|clause|article|section|part|rule|paragraph|para|schedule|appendix|regulation"
    r"|bye?-?law|point|item)|standing\s+order"
)
_JOINER = r"(?:\)?\.\s?\(?|\)?\s?\()"
_SEPARATOR = r"(?P<sep>\s*[.:]+(?!\d)\s*|\s*[–—-]\s+|\s+)?"
BEGINS_A_RULE = frozenset(
    "The A An Any Each Every No All Where If When Such It This These In On At To By For Of Not Only One Two "
    "There".split()
)
"""What a rule begins with behind its number, and a name behind an initial does not."""
_ANY = re.compile(
    rf"(?P<word>(?i:{_WORDS})\s+)?(?P<number>\(?(?:[A-Z]{{0,2}}\.?\d{{1,3}}[A-Z]{{0,2}}|[IVXLC]{{1,6}}[A-Z]?|[A-Z])"
    rf"(?:{_JOINER}(?:\d{{1,3}}[A-Z]{{0,2}}|[IVXLC]{{1,6}}|[A-Za-z]{{1,2}}|[ivx]{{1,5}}))*\)?){_SEPARATOR}(?=\S)"
)
_GLUED = re.compile(r"(?P<number>(?:[A-Z]{0,2}\.)?\d{1,3}(?:\.\d{1,3})+|[A-Z]{1,2}\.\d{1,3})(?P<rest>[A-Za-z]\w+)")


def as_read(rulebook: Rulebook, parent: Path, text: str, wanted: str = "", heading: str = "") -> str:
    """New text for a place under a parent, with its numbers spelled as they are read.

    `wanted` is the label that the first provision is to have and `heading` what it is headed now, where those are
    known. Raises `Refused` where it is not certain whether it begins with a number.
    """
    paragraphs = re.split(r"(\n[ \t]*\n)", text)
    for place in range(0, len(paragraphs), 2):
        lines = paragraphs[place].split("\n")
        for number, line in enumerate(lines):
            first = place == 0 and number == 0
            lines[number] = _line(rulebook, parent, line, wanted if first else "", first)
        paragraphs[place] = "\n".join(lines)
    return headed(rulebook, parent, "".join(paragraphs), wanted, heading)


def _line(rulebook: Rulebook, parent: Path, line: str, wanted: str, first: bool) -> str:
    """One line, with the number that it begins with spelled as in the list that it goes to."""
    indent = line[: len(line) - len(line.lstrip())]
    words = line[len(indent) :]
    if first:
        _check_figure(rulebook, parent, words)
    if wanted and wanted not in BULLETS:
        rest = without_number(rulebook, below(rulebook.reference(parent), segment(wanted)), words)
        if rest is not None:
            return f"{indent}{_shown(rulebook, parent, wanted)} {rest}"
    inner = _below(rulebook, parent, words)
    if inner is not None:
        return f"{indent}{inner}"
    if not first:
        return line
    named = _ANY.match(words)
    if named and named["word"] and named["sep"] and _is_of(rulebook, parent, named["number"]):
        rest = words[named.end() :]
        if named["sep"].strip() or not rest[:1].islower():
            if _is_headed(rulebook, parent):
                return line
            return f"{indent}{_shown(rulebook, parent, named['number'])} {rest}"
    glued = _GLUED.match(words)
    if glued and styles(glued["number"]):
        if glued["rest"][:1].isupper() and _is_of(rulebook, parent, glued["number"]):
            return f"{indent}{glued['number']} {words[glued.start('rest') :]}"
        raise Refused(
            "new-text-uncertain",
            f"it is not certain whether “{glued['number']}” is a number",
            f"put a space after it, as in  {glued['number']} {glued['rest']}",
        )
    return line


def _check_figure(rulebook: Rulebook, parent: Path, words: str) -> None:
    """Raises `Refused` where a decimal may be a number or a figure: “2.4 per cent of the fees”, “2.5A tenant may”."""
    match = re.match(r"(?P<code>[A-Z]{0,2}\.?\d{1,3}(?:\.\d{1,3})+[A-Z]?)\s+(?P<next>[a-z]|%)", words)
    children = rulebook.children(parent)
    if match is None or not children or _begins_small(rulebook, parent):
        return
    if any("." in segment(one.label) for one in children):
        raise Refused(
            "new-text-uncertain",
            f"it is not certain whether “{match['code']}” is a number, for the words after it begin in lower case",
            "put a colon after it if it is a number, and else begin with another word",
        )


def _below(rulebook: Rulebook, parent: Path, words: str) -> str | None:
    """Words that begin with the whole reference of what stands under a parent, with its last number only; None for
    others, and where the book itself numbers so."""
    above = rulebook.reference(parent)
    if not above or any("." in segment(one.label) for one in rulebook.children(parent)):
        return None
    match = re.match(
        rf"{_sequence(above.split('.'))}(?P<between>(?:{_JOINER}\w{{1,5}})*){_JOINER}(?P<label>\w{{1,5}})\)?{_SEPARATOR}(?=\S)",
        words,
    )
    if match is None or not match["sep"]:
        return None
    rest, depth = words[match.end() :], len(re.findall(r"\w+", match["between"]))
    if not match["sep"].strip() and rest[0].islower() and not depth and not _begins_small(rulebook, parent):
        return None  # "2.I.3 applies to": a sentence, or a number
    if depth:
        return f"{'    ' * depth}{match['label']}. {rest}"
    return f"{_shown(rulebook, parent, match['label'])} {rest}"


def without_number(rulebook: Rulebook, reference: str, words: str) -> str | None:
    """Words without the number of a provision that they begin with, however that is spelled; None where they do not."""
    parts = reference.split(".")
    spellings = "|".join(_sequence(parts[place:]) for place in range(len(parts)))
    match = re.match(
        rf"(?P<word>(?i:{_WORDS}|{_scheme_words(rulebook)})\s+)?(?P<lead>[.(]\s?)?(?P<number>{spellings})(?P<close>\)?)"
        rf"(?![.]?\d){_SEPARATOR}(?=\S)",
        words,
    )
    if match is None or not words[match.end() :]:
        return None
    rest, sep = words[match.end() :], match["sep"]
    compound = match["lead"] == "." or len(re.split(_JOINER, match["number"])) > 1
    if sep is None:
        if match["close"]:
            return rest
        if not compound or not rest[0].isalpha():
            return None
        if re.match(r"(?:[A-Z]{1,2}|[a-z])(?!\w)", rest):
            raise Refused(
                "new-text-uncertain",
                f"it is not certain whether “{match['number']}{rest[0]}” is a number",
                f"put a space after the number, as in  {match['number']} {rest[:12]}",
            )
        return rest
    if sep.strip() or match["close"]:
        return None if sep.strip() in ("–", "—", "-") and rest[0].isdigit() else rest
    if rest[0].islower():
        return None if match["word"] or not compound or "." not in parts[-1] else rest
    following = re.match(r"[A-Za-z]+", rest)
    if compound or match["word"] or (following is not None and following[0] in BEGINS_A_RULE):
        return None if len(match["number"]) == 1 and match["number"].isalpha() and not match["word"] else rest
    return None


def check_no_number(words: str) -> None:
    """Raises `Refused` where a paragraph of words that stand without a number seems to begin with one."""
    for paragraph in words.split("\n\n"):
        _check_paragraph(paragraph)


def _check_paragraph(words: str) -> None:
    match = _ANY.match(words)
    if match is None or match["sep"] is None:
        return
    number, rest = match["number"], words[match.end() :]
    marked = ":" in match["sep"] or "." in match["sep"] or bool(match["sep"].strip())
    compound = len(re.split(_JOINER, number)) > 1 or number.startswith(".")
    named = bool(match["word"]) and (marked or rest[:1].isupper())
    long = len(re.split(_JOINER, number)) > 2 or ":" in match["sep"] or rest[:1].isupper()
    coded = compound and long and any(mark.isdigit() for mark in number)
    if named or coded or (number.isdigit() and ":" in match["sep"]):
        raise Refused(
            "new-text-uncertain",
            f"it is not certain whether “{(match['word'] or '') + number}” is a number, or part of the words",
            "number the new text as the rules are numbered, or leave its number out",
        )


def _sequence(parts: list[str]) -> str:
    return _JOINER.join(re.escape(part) for part in parts)


def _scheme_words(rulebook: Rulebook) -> str:
    return "|".join(re.escape(level.word) for level in rulebook.scheme.levels if level.word) or "(?!)"


def _shown(rulebook: Rulebook, parent: Path, label: str) -> str:
    """A label as the list that it goes to prints it, so that it is read as one."""
    if _is_headed(rulebook, parent):
        return f"{rulebook.scheme.levels[rulebook.level_under(parent)].word} {segment(label)}."
    own = dressed(rulebook, parent, segment(label.rsplit("(", 1)[-1]) if "(" in label else segment(label))
    return own if own.endswith(")") or "." in own else f"{own}."


def _is_headed(rulebook: Rulebook, parent: Path) -> bool:
    levels = rulebook.scheme.levels
    depth = rulebook.level_under(parent)
    return depth < len(levels) and bool(levels[depth].word)


def _is_of(rulebook: Rulebook, parent: Path, number: str) -> bool:
    """Whether a number is of the kind that stands under a parent."""
    siblings = [one.label for one in rulebook.children(parent) if one.label not in BULLETS]
    label = segment(number)
    if siblings:
        return common_style([*siblings, label]) is not None
    return style_below(rulebook, parent) in styles(label)


def _begins_small(rulebook: Rulebook, parent: Path) -> bool:
    """Whether what stands under a parent begins in lower case, as the members of a list do."""
    children = rulebook.children(parent)
    return bool(children) and all(one.text[:1].islower() for one in children)
