"""What pandoc makes of a rulebook: its own tree of the document, with ordered lists, in the formats it knows."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.counting import counted
from bench.specimens import CALL, Specimen, printed, rows_of
from rulebook.provision import Provision

_STYLES = {"1": "Decimal", "I": "UpperRoman", "i": "LowerRoman", "A": "UpperAlpha", "a": "LowerAlpha"}
Block = dict[str, Any]


def inlines(text: str, left: list[str]) -> list[Block]:
    found: list[Block] = []
    for place, piece in enumerate(CALL.split(text)):
        if place % 2:
            found.append({"t": "Note", "c": [{"t": "Para", "c": inlines(left.pop(0), [])}]})
            continue
        for number, word in enumerate(piece.split(" ")):
            found += ([{"t": "Space"}] if number else []) + ([{"t": "Str", "c": word}] if word else [])
    return found


def _table(rows: Sequence[Sequence[str]]) -> Block:
    plain = ["", [], []]

    def row(cells: Sequence[str]) -> list[Any]:
        return [
            plain,
            [[plain, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": inlines(cell, [])}]] for cell in cells],
        ]

    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * len(rows[0])
    bodies = [[plain, 0, [], [row(cells) for cells in rows[1:]]]]
    return {"t": "Table", "c": [plain, [None, []], columns, [plain, [row(rows[0])]], bodies, [plain, []]]}


def _blocks(text: str, left: list[str]) -> list[Block]:
    return [
        _table(rows_of(part)) if part.startswith("|") else {"t": "Para", "c": inlines(part, left)}
        for part in text.split("\n\n")
        if part
    ]


def _list(siblings: Sequence[Provision]) -> list[Block]:
    found: list[Block] = []
    for part in counted(siblings):
        items = []
        for one in part.provisions:
            left = list(one.notes)
            text = one.text if part.style else f"{printed(one.label)} {one.text}"
            items.append([*_blocks(text, left), *_list(one.children), *_blocks(one.tail, left)])
        if part.style == "-":
            found.append({"t": "BulletList", "c": items})
        elif not part.style:
            found += [block for item in items for block in item]
        else:
            dress = "TwoParens" if part.bracketed else "Period"
            found.append({"t": "OrderedList", "c": [[part.start, {"t": _STYLES[part.style]}, {"t": dress}], items]})
    return found


def _headed(specimen: Specimen, siblings: Sequence[Provision], depth: int) -> list[Block]:
    words = [level.word for level in specimen.rulebook.scheme.levels if level.word]
    found: list[Block] = []
    for one in siblings:
        word = one.kind.capitalize() if one.kind == "appendix" else words[depth]
        left = list(one.notes)
        title = f"{word} {one.label} {one.heading}".strip()
        found.append({"t": "Header", "c": [depth + 1, ["", [], []], inlines(title, [])]})
        found += _blocks(one.text, left)
        deeper = depth + 1 < specimen.headed and one.kind != "appendix"
        found += _headed(specimen, one.children, depth + 1) if deeper else _list(one.children)
        found += _blocks(one.tail, left)
    return found


@dataclass(frozen=True)
class Pandoc:
    """A format, as pandoc calls it, and the options that go with it."""

    to: str
    options: tuple[str, ...] = ("--standalone",)
    bare: bool = False  # without the indentation, as text is pasted

    def __call__(self, specimen: Specimen) -> bytes | str | None:
        try:
            import pypandoc
        except ImportError:
            return None
        book = specimen.rulebook
        meta = {
            name: {"t": "MetaInlines", "c": inlines(text, [])}
            for name, text in (("title", book.title), ("author", book.organisation), ("date", book.edition))
        }
        tree = {"pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": _headed(specimen, book.chapters, 0)}
        with tempfile.TemporaryDirectory() as work:
            path = Path(work) / "made"
            pypandoc.convert_text(
                json.dumps(tree), self.to, "json", outputfile=str(path), sandbox=True, extra_args=[*self.options]
            )
            made = path.read_bytes()
        if self.bare:
            return "".join(f"{line.strip()}\n" for line in made.decode().splitlines())
        return made


PANDOC = {
    "docx-pandoc": ("docx", Pandoc("docx")),
    "odt-pandoc": ("odt", Pandoc("odt")),
    "html-pandoc": ("html", Pandoc("html", ("--standalone", "--toc"))),
    "html-pandoc-fragment": ("html", Pandoc("html", ())),
    "md-pandoc": ("md", Pandoc("markdown", ("--standalone", "--wrap=none"))),
    "md-pandoc-wrapped": ("md", Pandoc("markdown", ("--standalone", "--columns=72"))),
    "txt-pandoc": ("txt", Pandoc("plain", ("--columns=72",), bare=True)),
}
