"""Lines as a document of a word processor, docx or odt, written by pandoc.

Words reach pandoc as strings in its document tree, never as markup. Labels are typed, with a tab after them, so that
no program renumbers them. The styles are those of the reference documents in templates/.
"""

from __future__ import annotations

import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from rulebook.printed.lines import Line, Run

Element = dict[str, Any]  # of pandoc's document tree, {"t": type, "c": contents}

DEEPEST = 7  # steps of indentation that the reference documents have styles for
MARGINS = {"docx": r"word/(?:header|footer)\d*\.xml", "odt": r"styles\.xml"}  # where the head and foot of a page are
TAB = {"docx": ("openxml", "<w:r><w:tab/></w:r>"), "odt": ("opendocument", "<text:tab/>")}
NOTHING = {"docx": ("openxml", "<w:r/>"), "odt": ("opendocument", "<text:span/>")}
PAGE = {
    "docx": '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGEREF {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "odt": '<text:bookmark-ref text:reference-format="page" text:ref-name="{}"/>',
}
CHAPTER = {
    "docx": '</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> STYLEREF 1 </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    "<w:r><w:t>",
    "odt": '<text:chapter text:display="name" text:outline-level="1">{}</text:chapter>',
}
"""The chapter that a page is of, as a field. What stands in it is shown by programs that do not know such fields."""
_NO_ATTRIBUTES: list[Any] = ["", [], []]


@cache
def _tree_version() -> list[int]:
    import pypandoc

    version: list[int] = json.loads(pypandoc.convert_text("", "json", "markdown"))["pandoc-api-version"]
    return version


def words(text: str) -> list[Element]:
    """Text as pandoc's strings, white space made single spaces."""
    found: list[Element] = []
    for piece in re.split(r"([ \t\n]+)", text):
        if piece:
            found.append({"t": "Space"} if piece[0] in " \t\n" else {"t": "Str", "c": piece})
    return found


def strong(inlines: list[Element]) -> Element:
    """Words in bold."""
    return {"t": "Strong", "c": inlines}


def page_of(anchor: str, format: str) -> Element:
    """The number of the page that a heading is on. LibreOffice fills it in at once, Word when fields are updated."""
    return {"t": "RawInline", "c": [TAB[format][0], PAGE[format].format(anchor)]}


def tab(format: str) -> Element:
    """A tab, which pandoc has no element for."""
    return {"t": "RawInline", "c": list(TAB[format])}


def nothing(format: str) -> Element:
    """What keeps pandoc from leaving out a paragraph without words."""
    return {"t": "RawInline", "c": list(NOTHING[format])}


def paragraph(style: str, inlines: Iterable[Element]) -> Element:
    """A paragraph in a style of the reference documents; the empty style is that of ordinary text."""
    plain: Element = {"t": "Para", "c": list(inlines)}
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], [plain]]} if style else plain


def heading(level: int, inlines: list[Element], anchor: str = "") -> Element:
    """A heading, from level 1, that a link may lead to."""
    return {"t": "Header", "c": [level, [anchor, [], []], inlines]}


def link(inlines: list[Element], anchor: str) -> Element:
    """Words that lead to a heading of the same document."""
    return {"t": "Link", "c": [_NO_ATTRIBUTES, inlines, [f"#{anchor}", ""]]}


def table(rows: Sequence[Sequence[str]]) -> Element:
    """A table whose first row is its head, all columns as wide."""
    return table_of_blocks([[[{"t": "Plain", "c": words(cell)}] for cell in row] for row in rows])


def table_of_blocks(rows: Sequence[Sequence[list[Element]]]) -> Element:
    """The same of cells that hold blocks."""
    head, *body = rows
    columns = [[{"t": "AlignLeft"}, {"t": "ColWidth", "c": 1 / len(head)}] for _ in head]
    caption: list[Any] = [None, []]
    bodies = [[_NO_ATTRIBUTES, 0, [], [_row(row) for row in body]]]
    return {
        "t": "Table",
        "c": [_NO_ATTRIBUTES, caption, columns, [_NO_ATTRIBUTES, [_row(head)]], bodies, [_NO_ATTRIBUTES, []]],
    }


def _row(cells: Sequence[list[Element]]) -> list[Any]:
    return [_NO_ATTRIBUTES, [[_NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, blocks] for blocks in cells]]


def line_blocks(lines: Iterable[Line], format: str, *, anchors: bool = False) -> list[Element]:
    """Lines as blocks. With `anchors`, headings can be linked to, the first as "heading1"."""
    found: list[Element] = []
    headings = 0
    before = Line()
    for line in lines:
        depth = min(line.depth + (1 if line.quoted and line.kind not in ("heading", "note") else 0), DEEPEST)
        inlines = _runs(line.runs)
        if line.kind == "heading":
            headings += 1
            shown = words(f"{line.label} ") + inlines if line.label else inlines
            found.append(heading(line.level, shown, f"heading{headings}" if anchors else ""))
        elif line.kind == "table":
            if line.path != before.path:  # a table has no style that says whose it is: an empty line before it does
                found.append(paragraph(f"ProvisionText{depth}" if depth else "", [nothing(format)]))
            marked = [[[{"t": "Plain", "c": _runs(cell)}] for cell in row] for row in line.cells]
            found.append(table_of_blocks(marked) if marked else table(line.rows))
        elif line.kind == "note":
            found.append(paragraph(f"Note{depth}" if depth else "Note", inlines))
        else:
            inlines = [strong(inlines)] if line.kind == "subheading" and inlines else inlines
            if line.label:
                found.append(paragraph(f"Provision{max(depth, 1)}", [*words(line.label), tab(format), *inlines]))
            else:
                found.append(paragraph(f"ProvisionText{depth}" if depth else "", inlines))
        before = line
    return found


def _runs(runs: Iterable[Run]) -> list[Element]:
    found: list[Element] = []
    for run in runs:
        found += [{"t": "Underline", "c": words(run.text)}] if run.new else words(run.text)
    return found


def document(
    blocks: list[Element],
    format: str,
    title: str,
    margins: dict[str, str],
    *,
    reference: bytes,
    line_numbers: bool = False,
    chapters: bool = False,
) -> bytes:
    """The docx or odt file of blocks, in the styles of the reference document.

    `margins` has the words for the placeholders in its head and foot. With `chapters`, the head of each page names its
    chapter on the right, and the first of them, which is called "heading1", begins a page.
    """
    import pypandoc

    meta = {"title": {"t": "MetaInlines", "c": words(title)}, "lang": {"t": "MetaString", "c": "en-GB"}}
    tree = {"pandoc-api-version": _tree_version(), "meta": meta, "blocks": blocks}
    with tempfile.TemporaryDirectory() as folder:
        written, styled = Path(folder) / f"paper.{format}", Path(folder) / f"reference.{format}"
        styled.write_bytes(reference)
        pypandoc.convert_text(
            json.dumps(tree),
            to=format,
            format="json",
            outputfile=str(written),
            extra_args=[f"--reference-doc={styled}"],
            sandbox=True,
        )
        filling = {name: escape(said) for name, said in margins.items()}
        if chapters:
            filling["TOP-RIGHT"] = CHAPTER[format].format(filling["TOP-RIGHT"])
        made = _finished(written.read_bytes(), format, filling)
        made = _changed(made, *CELLS) if format == "odt" else made
        made = _changed(made, *LINE_NUMBERS[format]) if line_numbers else made
        return _changed(made, *NEW_PAGE[format]) if chapters else made


LINE_NUMBERS = {
    "docx": (
        r"word/document\.xml", r"(<w:pgMar\b[^>]*/>)", r'\1<w:lnNumType w:countBy="1" w:restart="continuous"/>',
    ),
    "odt": (
        r"styles\.xml", r"(</office:styles>)",
        '<text:linenumbering-configuration text:number-lines="true" text:increment="1" text:number-position="left" '
        r'text:offset="0.4cm" style:num-format="1" text:count-empty-lines="false"/>\1',
    ),
}  # fmt: skip
"""Where each format says that lines are numbered, and what is written there, as a pattern and its replacement."""

CELLS = (
    r"content\.xml", r'(style:name="TableRowCell"[^>]*>\s*<style:table-cell-properties )fo:border="none"',
    r'\1fo:border="none" fo:border-bottom="0.5pt solid #b8c0c8" fo:padding="0.1cm" fo:padding-left="0cm"',
)  # fmt: skip
"""The same of the rules between the rows of a table, and the room round its words, in an OpenDocument text; a Word
document has them from its style."""

NEW_PAGE: dict[str, tuple[str, str, str]] = {
    "docx": (
        r"word/document\.xml", r'(w:name="heading1" ?/>.*?<w:pStyle [^>]*>)', r"\1<w:pageBreakBefore/>",
    ),
    "odt": (
        r"content\.xml",
        r'(<office:automatic-styles>)(.*)<text:h text:style-name="([^"]+)"'
        r'(?=[^>]*><text:bookmark-start text:name="heading1")',
        r'\1<style:style style:name="FirstChapter" style:family="paragraph" style:parent-style-name="\3">'
        r'<style:paragraph-properties fo:break-before="page"/></style:style>\2<text:h text:style-name="FirstChapter"',
    ),
}  # fmt: skip
"""The same of a new page for the first chapter."""


def _finished(document: bytes, format: str, filling: dict[str, str]) -> bytes:
    """The file with the placeholders in its page margins filled, which pandoc copies from the reference document."""
    return _changed(document, MARGINS[format], "|".join(filling), lambda found: filling[found[0]])


def _changed(document: bytes, part: str, pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> bytes:
    """The file with something replaced in those of its parts whose names match, which pandoc has no words for."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(document)) as before, zipfile.ZipFile(made, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if re.fullmatch(part, entry.filename):
                content = re.sub(pattern, replacement, content.decode(), flags=re.DOTALL).encode()
            after.writestr(entry, content, compress_type=entry.compress_type)
    return made.getvalue()
