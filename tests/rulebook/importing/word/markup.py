"""Word files typed by hand: paragraphs, runs, lists, styles and tables as Word writes them, and what is read of them."""

from __future__ import annotations

import io
import zipfile

from rulebook.importing.file.paragraphs import Document
from rulebook.importing.word.document import read_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def docx(body: str, *, lists: str = "", styles: str = "", **others: str | bytes) -> bytes:
    """A small Word file. `others` are further parts: `footnotes="<w:footnote ...>"`."""
    made = io.BytesIO()
    parts = {
        "document": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "styles": f"<w:styles {NAMES}>{NORMAL}{styles}</w:styles>",
        "numbering": f"<w:numbering {NAMES}>{lists}</w:numbering>",
    }
    parts |= {name: f"<w:{name} {NAMES}>{part}</w:{name}>" for name, part in others.items()}
    related = "".join(
        f'<Relationship Id="{name}" Type="{R}/{name.rstrip("1")}" Target="{name}.xml"/>' for name in parts
    )
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(
            "_rels/.rels",
            RELATED.format(f'<Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/>'),
        )
        zipped.writestr("word/_rels/document.xml.rels", RELATED.format(related))
        for name, part in parts.items():
            zipped.writestr(f"word/{name}.xml", part)
    return made.getvalue()


RELATED = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'


def p(words: str, list: int | None = None, level: int = 0, style: str = "", more: str = "") -> str:
    """A paragraph; its words are text, or runs where they begin with "<"."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>' if list is not None else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}{more}</w:pPr>{words if words.startswith('<') else r(words)}</w:p>"


def r(words: str, more: str = "") -> str:
    """A run of words; a tab in them is Word's."""
    texts = "<w:tab/>".join(f'<w:t xml:space="preserve">{text}</w:t>' for text in words.split("\t"))
    return f"<w:r><w:rPr>{more}</w:rPr>{texts}</w:r>"


def lvl(level: int, format: str, text: str, more: str = "", start: int = 1) -> str:
    left = (level + 1) * 567
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="567"/></w:pPr></w:lvl>'
    )


def design(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def anew(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(key: str, name: str, more: str = "", on: str = "", run: str = "", type: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{on}"/>' if on else ""
    return f'<w:style w:type="{type}" w:styleId="{key}"><w:name w:val="{name}"/>{based}<w:pPr>{more}</w:pPr><w:rPr>{run}</w:rPr></w:style>'


def in_list(key: int, level: int | None = None) -> str:
    at = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    return f'<w:numPr>{at}<w:numId w:val="{key}"/></w:numPr>'


def table(*rows: str, widths: tuple[int, ...] = ()) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str, more: str = "") -> str:
    return f"<w:tr><w:trPr>{more}</w:trPr>{''.join(cell if cell.startswith('<w:tc>') else tc(cell) for cell in cells)}</w:tr>"


def tc(words: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{words if words.startswith(('<w:p>', '<w:tbl>')) else p(words)}</w:tc>"


def field(code: str, shown: str) -> str:
    def mark(place: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{place}"/></w:r>'

    return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}{shown}{mark('end')}"


OUTLINE = design(0, lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "(%2)"), lvl(2, "lowerRoman", "(%3)"))
ENDED = "<w:rPr><w:{} w:id='9'/></w:rPr>"


def printed(document: Document) -> list[str]:
    """The paragraphs as "label|words"."""
    return [f"{one.label}|{one.text}" for one in document.paragraphs]


def read(body: str, tracked: str = "accept", **parts: str) -> Document:
    return read_word(docx(body, **parts), "rules.docx", tracked=tracked)
