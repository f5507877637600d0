"""Markdown of other shapes than ours: headings of any level or in bold, lists however they are numbered.

Marks of emphasis are taken off, and what they say is kept: a line in bold may be a heading.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace

from rulebook.importing.file.labels import typed
from rulebook.importing.file.paragraphs import Document, Form, LeftOut, Paragraph, pipe_table, squeezed
from rulebook.importing.outline.strain import step
from rulebook.importing.text.linked_contents import without_links
from rulebook.importing.text.markdown_lists import numbered_as_read
from rulebook.numbering import BULLET, letter_value, segment, styles
from rulebook.source import Source

COLUMN = 6.0  # points that one space of indentation counts for
_FRONT = re.compile(r"\A---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*\n")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_ATX = re.compile(r" {0,3}(?P<signs>#{1,6})\s+(?P<words>.*?)\s*#*\s*(?:\{[^}]*\})?")
_NOTE = re.compile(r"\[\^(?P<mark>[^\]]+)\]:\s*(?P<words>.*)")
_CALL = re.compile(r"\[\^(?P<mark>[^\]]+)\]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_STRONG = re.compile(r"(?P<mark>\*\*|__)(?=\S)(?P<words>.{1,2000}?)(?<=\S)(?P=mark)")
_EMPHASIS = re.compile(r"(?<![\w*])(?P<mark>[*_])(?=\S)(?P<words>[^*_]+?)(?<=\S)(?P=mark)(?![\w*])")
_BOLD_LINE = re.compile(r"\s*(?:\*\*|__)(?:[^*_]+(?:\*\*|__)[.:]?\s*\\?$|(?:[A-Z][a-z-]+ )?\(?[\dIVXLC]+\b)")
"""What stands in bold on a line of its own, or begins with a number in bold."""
_RULE = re.compile(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
_LAZY = re.compile(r"\s*\(?#[.)]\s+(?=\S)")
_MARKER = re.compile(r"\s*(?:[-*+•]|1[.)])\s")
_ENDED = re.compile(r"[.:;!?][)\]”’\"'*_]*$|[;,] (?:and|or)$|\\$")
LONGEST_TITLE = 8  # words
COUNTS = 0.2  # the strain of 5A after 5, which no careful reader would notice
_TAG = re.compile(r"</?(?:a|b|br|center|div|em|font|hr|i|p|small|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE)
_LINK = re.compile(r"!?\[(?P<words>[^\[\]]*)\]\((?:[^()]|\([^()]*\)){0,2000}\)|<(?P<plain>https?://[^<>]+)>")


def read_markdown(text: str, name: str) -> Document:
    """The paragraphs of a Markdown file."""
    front = _FRONT.match(text)
    title = ""
    if front:
        from rulebook.reading.reader import front_matter

        facts, _ = front_matter(Source(name, text))
        title = str(facts.get("title", ""))
        text = "\n" * front[0].count("\n") + text[front.end() :]
    left_out = [
        LeftOut("comment", squeezed(found[0]), line=text.count("\n", 0, found.start()) + 1)
        for found in _COMMENT.finditer(text)
    ]
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    lines, entries, contents = without_links(text.split("\n"))
    left_out += contents
    paragraphs: list[Paragraph] = []
    notes: dict[str, str] = {}
    block: list[tuple[int, str]] = []
    opens = True
    for number, line in enumerate([*lines, ""], 1):
        broken = line.endswith(("  ", "\\"))
        line = line.expandtabs(4).rstrip()
        line = "" if line and not _TAG.sub("", line).strip() else line
        if block and re.fullmatch(r" {0,3}(?:=+|-{2,})", line) and len(block) == 1 and not typed(block[0][1].strip()):
            paragraphs.append(_heading(block[0][1], 1 if "=" in line else 2, block[0][0]))
            block = []
        elif not line or _opens(line) or (block and _opens_table(line, block[-1][1])):
            paragraphs += _paragraph(block, notes, opens)
            opens = not (block and line) or bool(_ATX.fullmatch(line)) or _interrupts(line, block)
            block = []
            atx = _ATX.fullmatch(line)
            if atx:
                paragraphs.append(_heading(atx["words"], len(atx["signs"]), number))
            elif line and not _RULE.fullmatch(line):
                block = [(number, line)]
            if block and broken and _is_title(line):
                paragraphs += _paragraph(block, notes, opens)
                block = []
        else:
            block.append((number, line))
    found, called = _with_notes(numbered_as_read(paragraphs), notes)
    left_out += [LeftOut("footnote that nothing calls", words) for mark, words in notes.items() if mark not in called]
    return Document(tuple(found), title=title, contents=entries, left_out=tuple(left_out))


def _opens(line: str) -> bool:
    """Whether a line begins something, whatever stands over it."""
    if _ATX.fullmatch(line) or _RULE.fullmatch(line):
        return True
    words = _bare(line.strip())
    return typed(_quoted(words)) is not None or bool(_NOTE.match(words) or _BOLD_LINE.match(line) or _LAZY.match(line))


def _is_title(line: str) -> bool:
    """Whether a line that ends in a break of its own is a number with a few words: the title over what comes next."""
    found = typed(_bare(line.strip().removesuffix("\\")))
    return found is not None and found[0] != BULLET and 0 < len(found[1].split()) <= LONGEST_TITLE


def _interrupts(line: str, block: list[tuple[int, str]]) -> bool:
    """Whether a line that begins something certainly does so straight under the words of a block: bullets and “1.” do,
    and what follows a whole sentence or a number that it counts on from. Other words may only look like a label."""
    above = block[-1][1].strip()
    if _MARKER.match(line) or not typed(_quoted(_bare(line.strip()))) or _ENDED.search(_bare(above)):
        return True
    last, this = typed(_quoted(_bare(block[0][1].strip()))), typed(_quoted(_bare(line.strip())))
    return bool(last and this and any(step(last[0], this[0], style) <= COUNTS for style in styles(this[0])))


def _opens_table(line: str, above: str) -> bool:
    return line.lstrip().startswith("|") != above.lstrip().startswith("|")


def _quoted(words: str) -> str:
    return words.lstrip("> ")


def _heading(words: str, level: int, number: int) -> Paragraph:
    return Paragraph(squeezed(_bare(words.strip())), level=level, bold=True, line=number)


def _paragraph(block: list[tuple[int, str]], notes: dict[str, str], opens: bool) -> list[Paragraph]:
    if not block:
        return []
    number, first = block[0]
    indent = (len(first) - len(first.lstrip())) * COLUMN
    if first.lstrip().startswith("|"):
        rows = [[_bare(cell) for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))] for _, line in block]
        rows = [row for row in rows if not all(re.fullmatch(r"\s*:?-+:?\s*", cell) for cell in row)]
        return [Paragraph(pipe_table(rows), settled=True, form=Form.TABLE, indent=indent, inner=indent, line=number)]
    words = squeezed(" ".join(line.strip().removesuffix("\\") for _, line in block))
    note = _NOTE.fullmatch(words)
    if note:
        before = notes.get(note["mark"])
        notes[note["mark"]] = f"{before} {_bare(note['words'])}" if before else _bare(note["words"])
        return []
    words = _quoted(words)
    bold = bool(re.fullmatch(r"(\*\*|__).+\1[.:]?", words))
    escaped = bool(re.match(r"\w*\\[.)(\-*+]|\\", words))
    label = re.match(r"[-*+](?=\s)|\(?#?\w{1,8}[.)](?=\s)", words)
    plain = _bare(words)
    lazy = _LAZY.match(words)
    if lazy:
        return [
            Paragraph(plain[lazy.end() :], lazy[0].strip(), True, indent=indent, inner=indent + COLUMN, line=number)
        ]
    if label and opens and not bold and not escaped:
        found = typed(plain)
        if found:
            gap = re.match(r"\s*\S+\s+", first)
            inner = len(gap[0]) * COLUMN if gap else indent
            return [
                Paragraph(found[1], plain.split(" ", 1)[0], _is_sure(found[0]), indent=indent, inner=inner, line=number)
            ]
    return [Paragraph(plain, bold=bold, indent=indent, inner=indent, line=number, opens=opens)]


def _is_sure(label: str) -> bool:
    """Whether a label can be no word: “by” may be one, and is a label only where it counts."""
    word = segment(label)
    return not (len(word) == 2 and word.isalpha() and word.islower() and letter_value(word) is None)


def _bare(words: str) -> str:
    """Words without the marks of Markdown."""
    words = _TAG.sub(lambda tag: " " if tag[0][1:3].lower() == "br" else "", words)
    words = _LINK.sub(lambda found: found["words"] or found["plain"] or "", words)
    words = _STRONG.sub(lambda found: found["words"], words)
    words = _EMPHASIS.sub(lambda found: found["words"], words)
    return html.unescape(_ESCAPED.sub(r"\1", words))


def _with_notes(paragraphs: list[Paragraph], notes: dict[str, str]) -> tuple[list[Paragraph], set[str]]:
    """The paragraphs with the footnotes that they call, and without the calls; and the marks that are called."""
    found = []
    marks: set[str] = set()
    for one in paragraphs:
        calls = [mark["mark"] for mark in _CALL.finditer(one.text) if mark["mark"] in notes]
        called = tuple(notes[mark] for mark in dict.fromkeys(calls) if mark not in marks)
        if calls:
            marks.update(calls)
            text = _CALL.sub(lambda mark: "" if mark["mark"] in notes else mark[0], one.text)
            one = replace(one, text=text, notes=called)
        found.append(one)
    return found, marks
