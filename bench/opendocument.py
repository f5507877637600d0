"""OpenDocument text, written by hand: lists in lists with their own styles, or paragraphs with typed labels."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from bench.counting import counted
from bench.specimens import CALL, Specimen, printed, rows_of
from rulebook.provision import Provision

_SPACE = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(
    f'xmlns:{name}="{_SPACE}:{where}:1.0"'
    for name, where in (("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"),
                        ("fo", "xsl-fo-compatible"), ("manifest", "manifest"))
)  # fmt: skip
_KIND = "application/vnd.oasis.opendocument.text"
STEP = 1.0  # centimetres that a level stands further in


class _Text:
    """The paragraphs of a book, its footnotes numbered as they are called."""

    def __init__(self) -> None:
        self.called = 0

    def words(self, text: str, left: list[str]) -> str:
        found = []
        for place, piece in enumerate(CALL.split(text)):
            if place % 2 == 0:
                found.append(escape(piece))
                continue
            self.called += 1
            body = f"<text:note-body><text:p>{escape(left.pop(0))}</text:p></text:note-body>"
            citation = f"<text:note-citation>{self.called}</text:note-citation>"
            found.append(f'<text:note text:id="n{self.called}" text:note-class="footnote">{citation}{body}</text:note>')
        return "".join(found)

    def paragraph(self, text: str, left: list[str], style: str = "Standard") -> str:
        return f'<text:p text:style-name="{style}">{self.words(text, left)}</text:p>'


def _table(text: str) -> str:
    rows = rows_of(text)
    inner = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    return f"<table:table>{columns}{inner}</table:table>"


def _list(made: _Text, siblings: Sequence[Provision], depth: int, inside: int = 0) -> str:
    """Lists in lists. What a list cannot hold (a table) ends it, and it is begun again at its next number.

    `inside` counts the lists that are open round it: where that is fewer than its depth, items without words make up
    for it, as word processors do.
    """
    after = "</text:list-item></text:list>" * (depth - inside)
    found = ""
    for part in counted(siblings):
        style = {"-": "Bullets", "": ""}.get(part.style, f"N{part.style}{'b' if part.bracketed else ''}")
        begun = f'<text:list text:style-name="{style}">'
        before = f"{begun}<text:list-item>" * (depth - inside)
        number, opened = part.start, False
        for one in part.provisions:
            left = list(one.notes)
            first, *more = one.text.split("\n\n")
            if not style:
                found += made.paragraph(f"{printed(one.label)} {first}", left, f"Label{depth}")
                found += "".join(_words(made, text, left, depth) for text in more)
                found += _list(made, one.children, depth + 1)
                found += "".join(_words(made, text, left, depth) for text in one.tail.split("\n\n") if text)
                continue
            if not opened:
                found += before + begun
                start, opened = f' text:start-value="{number}"' if number > 1 else "", True
            found += f"<text:list-item{start}>{made.paragraph(first, left)}"
            start = ""
            if any(text.startswith("|") for text in more):
                found += "</text:list-item></text:list>" + after
                found += "".join(_words(made, text, left, depth) for text in more)
                found += _list(made, one.children, depth + 1)
                opened = False
            else:
                found += "".join(made.paragraph(text, left) for text in more) + _list(
                    made, one.children, depth + 1, depth + 1
                )
                found += "".join(made.paragraph(text, left) for text in one.tail.split("\n\n") if text)
                found += "</text:list-item>"
            number += 1
        if opened:
            found += "</text:list>" + after
    return found


def _words(made: _Text, text: str, left: list[str], depth: int) -> str:
    return _table(text) if text.startswith("|") else made.paragraph(text, left, f"Words{depth}")


def _headed(made: _Text, specimen: Specimen, siblings: Sequence[Provision], depth: int) -> str:
    words = [level.word for level in specimen.rulebook.scheme.levels if level.word]
    found = ""
    for one in siblings:
        word = one.kind.capitalize() if one.kind == "appendix" else words[depth]
        left = list(one.notes)
        title = escape(f"{word} {one.label} {one.heading}".strip())
        found += f'<text:h text:style-name="Heading{depth + 1}" text:outline-level="{depth + 1}">{title}</text:h>'
        found += "".join(_words(made, text, left, -1) for text in one.text.split("\n\n") if text)
        deeper = depth + 1 < specimen.headed and one.kind != "appendix"
        found += _headed(made, specimen, one.children, depth + 1) if deeper else _list(made, one.children, 0)
        found += "".join(_words(made, text, left, -1) for text in one.tail.split("\n\n") if text)
    return found


def _typed(made: _Text, specimen: Specimen) -> str:
    found = ""
    for line in specimen.lines:
        left = list(line.notes)
        if line.what == "heading":
            title = escape(f"{line.label} {line.title}".strip())
            found += f'<text:p text:style-name="Bold">{title}</text:p>'
        elif line.what == "table":
            found += _table("\n".join("| " + " | ".join(row) + " |" for row in line.rows))
        elif line.what == "words":
            found += made.paragraph(line.text, left, f"Words{line.depth}")
        else:
            inner = f"{line.label}<text:tab/>{made.words(line.text, left)}"
            found += f'<text:p text:style-name="Label{line.depth}">{inner}</text:p>'
    return found


def _styles() -> str:
    found = ""
    for depth in range(-1, 6):
        inside = STEP * (depth + 1)
        for name, left, first in ((f"Words{depth}", inside, 0.0), (f"Label{depth}", inside, -STEP)):
            place = f'fo:margin-left="{left}cm" fo:text-indent="{first}cm"'
            found += _style(name, f"<style:paragraph-properties {place}/>")
    for level in (1, 2, 3):
        size = f'<style:text-properties fo:font-weight="bold" fo:font-size="{20 - 3 * level}pt"/>'
        found += _style(f"Heading{level}", size, f' style:parent-style-name="Heading_20_{level}"')
    found += _style("Bold", '<style:text-properties fo:font-weight="bold"/>')
    for style in "1IiAa":
        for name, before, after in ((f"N{style}", "", "."), (f"N{style}b", "(", ")")):
            look = f'style:num-format="{style}" style:num-prefix="{before}" style:num-suffix="{after}"'
            levels = "".join(_level("number", level, look) for level in range(1, 7))
            found += f'<text:list-style style:name="{name}">{levels}</text:list-style>'
    bullets = "".join(_level("bullet", level, 'text:bullet-char="•"') for level in range(1, 7))
    return f'{found}<text:list-style style:name="Bullets">{bullets}</text:list-style>'


def _style(name: str, inner: str, more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="paragraph"{more}>{inner}</style:style>'


def _level(kind: str, level: int, look: str) -> str:
    place = f'fo:margin-left="{level * STEP}cm" fo:text-indent="-{STEP}cm" text:label-followed-by="listtab"'
    inner = (
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f"<style:list-level-label-alignment {place}/></style:list-level-properties>"
    )
    return f'<text:list-level-style-{kind} text:level="{level}" {look}>{inner}</text:list-level-style-{kind}>'


def opendocument(specimen: Specimen, lists: bool = True) -> bytes:
    """A whole file, with lists or with typed labels."""
    made, book = _Text(), specimen.rulebook
    body = "".join(
        f"<text:p>{escape(text)}</text:p>" for text in (book.title, book.organisation, f"Edition {book.edition}")
    )
    body += _headed(made, specimen, book.chapters, 0) if lists else _typed(made, specimen)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    content = (
        f'{head}<office:document-content {_NAMES} office:version="1.3"><office:automatic-styles>{_styles()}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    entries = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>'
    entries += '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    manifest = f'{head}<manifest:manifest {_NAMES} manifest:version="1.3">{entries}</manifest:manifest>'
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("mimetype", _KIND)
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        archive.writestr("META-INF/manifest.xml", manifest, zipfile.ZIP_DEFLATED)
    return written.getvalue()
