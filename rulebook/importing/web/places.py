"""Where on a page a paragraph stands: in which block and list, how far from the left, and how it looks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from rulebook.importing.file.paragraphs import Paragraph
from rulebook.importing.web.numbers import LISTS, List
from rulebook.importing.web.styles import BODY_SIZE, Declarations, font_size, is_bold, left_of, points

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p pre "
    "search section summary table tbody td tfoot th thead tr ul xmp".split()
)
BOLD = frozenset(("b", "strong", "th", "button", *HEADINGS))
INWARDS = {"ol": 30.0, "ul": 30.0, "menu": 30.0, "dir": 30.0, "dd": 30.0, "blockquote": 30.0}  # 40 px, as browsers do
FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}

_DEPTH = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Place:
    """What an element is given by those round it, and gives to those in it.

    `left` and `first` are the left margin and the indentation of the first line in points; `said` is whether the page
    itself said anything of them. `ours` is whether this program wrote the paragraph, and `note` whether it is a
    footnote that it set under its provision.
    """

    block: etree._Element | None = None
    line: int = 0
    depth: int | None = None
    list: List | None = None
    left: float = 0.0
    first: float = 0.0
    said: bool = False
    level: int = 0
    bold: bool = False
    centred: bool = False
    size: float = 0.0
    pre: bool = False
    ours: bool = False
    note: bool = False

    def paragraph(self, text: str, label: str, *, settled: bool) -> Paragraph:
        """A paragraph at this place."""
        return Paragraph(
            text,
            label,
            settled=settled,
            depth=self.depth,
            indent=round(self.left + self.first, 2) if self.said else None,
            inner=round(self.left, 2) if self.said else None,
            level=self.level,
            bold=self.bold,
            centred=self.centred,
            size=round(self.size, 2),
            line=self.line,
        )


def place_of(element: etree._Element, said: Declarations, above: Place) -> Place:
    """The place of an element, given that of the element round it."""
    tag = element.tag
    size = font_size(said, above.size) if said else above.size
    if tag == "font" and element.get("size") in FONT_SIZES:
        size = FONT_SIZES[element.get("size", "")]
    bold = is_bold(said, above.bold or tag in BOLD)
    display = said.get("display", "")
    if tag not in BLOCKS and display not in ("block", "list-item", "table", "flex", "grid"):
        if size == above.size and bold == above.bold:
            return above
        return replace(above, size=size, bold=bold)
    em = size or BODY_SIZE
    margins = [left_of(said, side, em) for side in ("margin", "padding")] if said else [None, None]
    left = sum(one for one in margins if one is not None)
    if all(one is None for one in margins):
        left = INWARDS.get(tag, 0.0)
    first = points(said.get("text-indent"), em) if said else None
    classes = (element.get("class") or "").split()
    own_line = "line" in classes and tag in ("p", "div")
    ours = above.ours or own_line or (tag in HEADINGS and is_ours(element))
    return replace(
        above,
        block=element,
        line=element.sourceline or above.line,
        left=above.left + left,
        first=above.first if first is None else first,
        said=above.said or first is not None or (tag not in LISTS and any(one is not None for one in margins)),
        level=HEADINGS.get(tag, 0) or above.level,
        bold=bold,
        size=size,
        centred=_centred(element, said, above.centred),
        pre=above.pre or tag in ("pre", "listing", "xmp"),
        ours=ours,
        note=above.note or (ours and "note" in classes),
        depth=_own_depth(said) if own_line and not above.ours else above.depth,
    )


def is_ours(element: etree._Element) -> bool:
    """Whether this program wrote the page that a block stands in."""
    above = element.getparent()
    body = above.getparent() if above is not None else None
    return body is not None and body.find("header[@class='page-top']") is not None


def _own_depth(said: Declarations) -> int | None:
    """The depth that this program writes into its own pages: 1 for a sub-clause, whose list is the outermost."""
    written = said.get("--depth", "0")
    return int(written) - 1 if _DEPTH.fullmatch(written) else None


def _centred(element: etree._Element, said: Declarations, centred: bool) -> bool:
    align = said.get("text-align", "").lower() or (element.get("align") or "").lower()
    if element.tag == "center":
        return True
    return align == "center" if align and element.tag != "table" else centred
