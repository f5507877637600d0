"""Word documents, written as Word itself writes them, part by part: numbers automatic or typed, changes tracked or not.

Each maker prints exactly the labels of the specimen. Where automatic numbering cannot print one (3A, or 6.11 after 6.8)
it is typed before a tab, as a person would.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from random import Random
from xml.sax.saxutils import escape

from bench.numbers import AUTOMATIC, LISTS, Numbers
from bench.specimens import Line, Specimen
from bench.word_styles import STYLES

STEP = 567  # twentieths of a point that a level stands further in: a centimetre
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PARTS = ("styles", "numbering", "footnotes", "header", "footer")
AUTHOR = 'w:author="A. Clerk" w:date="2026-01-05T10:00:00Z"'


def run(text: str, look: str = "", tag: str = "w:t") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<{tag} xml:space="preserve">{escape(text)}</{tag}></w:r>' if text else ""


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def indent(depth: int, label: bool = False) -> str:
    left = (depth + 1) * STEP
    return f'<w:ind w:left="{left}" w:hanging="{STEP}"/>' if label else f'<w:ind w:left="{left}"/>'


class WordFile:
    """The body as it grows, and the parts that it refers to."""

    def __init__(self, specimen: Specimen, cut: bool = False, tracked: bool = False) -> None:
        self.specimen, self.body, self.footnotes = specimen, [], []  # type: Specimen, list[str], list[str]
        self.random, self.cut, self.tracked, self.changes = Random(7), cut, tracked, 100
        self.numbers = Numbers()

    def words(self, line: Line, look: str = "") -> str:
        """The text of a line in runs, with its footnotes; cut into several runs as Word leaves them after editing."""
        found = []
        for span in line.spans:
            if isinstance(span, int):
                self.footnotes.append(line.notes[span])
                mark = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                found.append(f'<w:r>{mark}<w:footnoteReference w:id="{len(self.footnotes) + 1}"/></w:r>')
            else:
                found.append(self.runs(span, look))
        return "".join(found)

    def runs(self, text: str, look: str = "") -> str:
        if self.tracked and self.random.random() < 0.3 and text.count(" ") > 4:
            return self.edited(text, look)
        if not self.cut or len(text) < 12:
            return run(text, look)
        first, second = sorted(self.random.sample(range(1, len(text)), 2))
        name = f'<w:bookmarkStart w:id="{first}" w:name="b{len(self.body)}"/><w:bookmarkEnd w:id="{first}"/>'
        spelling = '<w:proofErr w:type="spellStart"/>'
        return run(text[:first], look) + spelling + run(text[first:second], look) + name + run(text[second:], look)

    def edited(self, text: str, look: str) -> str:
        """The same words with a change in their midst: one of them inserted, others deleted."""
        words = text.split(" ")
        place = self.random.randrange(1, len(words) - 1)
        self.changes += 2
        return (
            run(" ".join(words[:place]) + " ", look)
            + f'<w:del w:id="{self.changes}" {AUTHOR}>{run("formerly otherwise ", look, "w:delText")}</w:del>'
            + f'<w:ins w:id="{self.changes + 1}" {AUTHOR}>{run(words[place], look)}</w:ins>'
            + run(" " + " ".join(words[place + 1 :]), look)
        )

    def add(self, inner: str, properties: str = "") -> None:
        """A paragraph. Where changes are tracked, some have one before them that was struck out, some are all new."""
        chance = self.random.random() if self.tracked else 1.0
        self.changes += 2
        if chance < 0.06:
            mark = f'<w:rPr><w:del w:id="{self.changes}" {AUTHOR}/></w:rPr>'
            gone = run("This paragraph was struck out by the conference.", tag="w:delText")
            gone = f'<w:del w:id="{self.changes + 1}" {AUTHOR}>{gone}</w:del>'
            self.body.append(paragraph(gone, properties + mark))
        elif chance < 0.14 and "<w:del" not in inner and "Reference" not in inner:
            properties += f'<w:rPr><w:ins w:id="{self.changes}" {AUTHOR}/></w:rPr>'
            inner = f'<w:ins w:id="{self.changes + 1}" {AUTHOR}>{inner}</w:ins>'
        self.body.append(paragraph(inner, properties))

    def table(self, line: Line) -> None:
        rows = ""
        for number, cells in enumerate(line.rows):
            look = "<w:b/>" if number == 0 else ""
            width = 8000 // len(cells)
            inner = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(run(cell, look))}</w:tc>'
                for cell in cells
            )
            rows += f"<w:tr>{inner}</w:tr>"
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        grid = f'<w:gridCol w:w="{8000 // len(line.rows[0])}"/>' * len(line.rows[0])
        place = f'<w:tblInd w:w="{(line.depth + 1) * STEP}" w:type="dxa"/>'
        self.body.append(
            f"<w:tbl><w:tblPr>{place}<w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def title_page(self, contents: bool) -> None:
        book = self.specimen.rulebook
        for style, text in (("Title", book.title), ("Subtitle", book.organisation), ("Subtitle", book.edition)):
            text = f"Edition {text}" if text == book.edition else text
            self.body.append(paragraph(run(text), f'<w:pStyle w:val="{style}"/>'))
        if contents:
            entries = [paragraph(run("Contents"), '<w:pStyle w:val="TOCHeading"/>')]
            for page, line in enumerate(one for one in self.specimen.lines if one.what == "heading"):
                inner = run(f"{line.label} {line.title}".strip()) + "<w:r><w:tab/></w:r>" + run(str(2 + page // 4))
                entries.append(paragraph(inner, f'<w:pStyle w:val="TOC{line.depth}"/>'))
            gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
            inner = "".join(entries)
            self.body.append(f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
        self.body.append(paragraph('<w:r><w:br w:type="page"/></w:r>'))

    def bytes(self) -> bytes:
        book = self.specimen.rulebook
        section = (
            '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
            '<w:footerReference w:type="default" r:id="rId5"/>'
            '<w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708"/>'
            "</w:sectPr>"
        )
        page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        page += '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        page += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        notes = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        notes += '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        notes += "</w:footnote>"
        for number, note in enumerate(self.footnotes, 2):
            mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            notes += f'<w:footnote w:id="{number}">{paragraph(mark + run(" " + note))}</w:footnote>'
        parts = {
            "document": f"<w:body>{''.join(self.body)}{section}</w:body>",
            "styles": STYLES,
            "numbering": self.numbers.xml(),
            "footnotes": notes,
            "header": paragraph(run(f"{book.organisation} – {book.title} {book.edition}")),
            "footer": paragraph(run("Page ") + page, '<w:jc w:val="center"/>'),
        }
        roots = {"document": "document", "styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        types = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        types += f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
        types += "".join(f'<Override PartName="/word/{part}.xml" ContentType="{kind}.{part}+xml"/>' for part in PARTS)
        links = "".join(
            f'<Relationship Id="rId{number}" Type="{RELATIONS}/{part}" Target="{part}.xml"/>'
            for number, part in enumerate(PARTS, 1)
        )
        package = "http://schemas.openxmlformats.org/package/2006"
        first = f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
        files = {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{package}/content-types">{types}</Types>',
            "_rels/.rels": f'{HEAD}<Relationships xmlns="{package}/relationships">{first}</Relationships>',
            "word/_rels/document.xml.rels": (
                f'{HEAD}<Relationships xmlns="{package}/relationships">{links}</Relationships>'
            ),
        }
        for name, inner in parts.items():
            root = roots.get(name, {"header": "hdr", "footer": "ftr"}.get(name, name))
            files[f"word/{name}.xml"] = f'{HEAD}<w:{root} {NAMES} xmlns:r="{RELATIONS}">{inner}</w:{root}>'
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, inner in files.items():
                archive.writestr(name, inner)
        return made.getvalue()


def automatic(
    specimen: Specimen, contents: bool = True, cut: bool = False, tracked: bool = False, kind: str = AUTOMATIC
) -> bytes:
    """Numbers that Word counts: one multilevel list with the headings in it, or a list for each list of the book."""
    made = WordFile(specimen, cut, tracked)
    made.title_page(contents)
    made.numbers.plan(specimen, kind)
    for line in specimen.lines:
        if line.what == "table":
            made.table(line)
            continue
        if line.what == "words":
            made.add(made.words(line), indent(line.depth))
            continue
        number = made.numbers.of(line)
        if line.what == "heading":
            style = f'<w:pStyle w:val="Heading{line.depth}"/>'
            if number:
                made.add(run(line.title), f"{style}{number}")
            else:
                off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' if kind == AUTOMATIC else ""
                made.add(run(f"{line.label} {line.title}".strip()), style + off)
        elif number:
            made.add(made.words(line), number + indent(line.depth, True))
        else:
            made.add(run(line.label) + "<w:r><w:tab/></w:r>" + made.words(line), indent(line.depth, True))
    return made.bytes()


def typed(
    specimen: Specimen, contents: bool = False, tab: bool = True, hanging: bool = True, indented: bool = True,
    styled: bool = True, heading: Callable[[Line], Sequence[str]] = lambda line: [f"{line.label} {line.title}".strip()],
) -> bytes:  # fmt: skip
    """Numbers that somebody typed. `heading` says in which lines a heading is set, bold ones where it has no style."""
    made = WordFile(specimen)
    made.title_page(contents)
    for line in specimen.lines:
        if line.what == "heading":
            for text in heading(line):
                if styled:
                    made.add(run(text), f'<w:pStyle w:val="Heading{line.depth}"/>')
                elif text:
                    made.add(run(text, "<w:b/>"))
        elif line.what == "table":
            made.table(line)
        elif line.what == "words":
            made.add(made.words(line), indent(line.depth) if indented else "")
        else:
            gap = "<w:r><w:tab/></w:r>" if tab else run(" ")
            place = (indent(line.depth, True) if hanging else indent(line.depth - 1)) if indented else ""
            made.add(run(line.label) + gap + made.words(line), place)
    return made.bytes()


__all__ = ["AUTOMATIC", "LISTS", "automatic", "typed"]
