"""PDFs set with typst from a few paragraphs, and what is read of them."""

from __future__ import annotations

from functools import cache

from rulebook.importing.file.paragraphs import Document
from rulebook.importing.pdf.document import read_pdf

LONG = (
    "The committee of the society shall keep a register of its members, shall lay it before each general meeting and "
    "shall let every member look at it on seven days’ notice, save where a member has asked that an address be kept back."
)
TAIL = (
    "Nothing in this rule limits what a member may do under the law of the land, or under a contract with the society."
)


@cache
def typeset(source: str) -> bytes:
    import typst

    made = typst.compile(source.encode(), format="pdf", ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def read(body: str, setting: str = "") -> Document:
    return read_pdf(
        typeset(f'#set page(width: 148mm, height: 210mm)\n#set text(lang: "en", region: "GB")\n{setting}\n{body}'),
        "rules.pdf",
    )


def item(label: str, text: str, depth: int = 0, step: float = 20) -> str:
    return f"#pad(left: {depth * step}pt, par(hanging-indent: {step}pt)[#box(width: {step}pt)[{label}]{text}])\n"


BOOK = (
    "#text(16pt, strong[Chapter 1 Members])\n\n"
    + item("1.", LONG)
    + item("2.", "A member may leave by:")
    + item("(a)", "giving notice in writing;", 1)
    + item("(b)", LONG, 1)
    + f"#pad(left: 20pt)[{TAIL}]\n"
    + item("3.", "The subscription is due in 2018. The treasurer collects it.")
) * 4
SAID = [
    ("", "Chapter 1 Members"), ("1.", LONG), ("2.", "A member may leave by:"), ("(a)", "giving notice in writing;"),
    ("(b)", LONG), ("", TAIL), ("3.", "The subscription is due in 2018. The treasurer collects it."),
]  # fmt: skip
