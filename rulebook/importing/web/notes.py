"""The footnotes of a page: which mark calls which words.

A mark is a link, raised or called a note, to a place of the same page; its words are those of the block at that place,
without the link that leads back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from rulebook.importing.file.note_marks import is_mark, is_way_back, without_mark
from rulebook.importing.file.paragraphs import squeezed
from rulebook.importing.web.site_parts import words_of

NOTES_ROLES = frozenset(("doc-endnotes", "doc-footnotes", "endnotes", "footnotes"))

_BLOCKS = frozenset("li p div aside dd section tr blockquote".split())
_CALLED = re.compile(r"\b(footnote-?ref\w*|sdfootnoteanc|sdendnoteanc|fn-?ref|noteref|footnote-link)\b", re.IGNORECASE)
_SECTION = re.compile(r"\b(footnotes?|endnotes?|reflist|references|sdfootnote\d+|sdendnote\d+)\b", re.IGNORECASE)


@dataclass(slots=True)
class Notes:
    """The footnotes of a page by the link that calls them, and the elements that they are made of."""

    called: dict[etree._Element, etree._Element] = field(default_factory=dict)
    blocks: dict[etree._Element, list[etree._Element]] = field(default_factory=dict)
    sections: set[etree._Element] = field(default_factory=set)

    def words(self, link: etree._Element) -> str:
        """What the note says that a link calls."""
        block = self.called[link]
        return without_mark(words_of(block, self.blocks[block]), squeezed(words_of(link)))


def find_notes(root: etree._Element, ids: dict[str, etree._Element]) -> Notes:
    """All the footnotes that something on the page calls."""
    found = Notes()
    for link in root.iter("a"):
        target = (
            ids.get((link.get("href") or "").partition("#")[2]) if (link.get("href") or "").startswith("#") else None
        )
        if target is None or not _is_mark(link):
            continue
        block = _block(target)
        if block is None or _holds(block, link) or block in (one for one in link.iterancestors()):
            continue
        if _inside(link, found.blocks) or not (_in_section(block) or _leads_back(block, link, ids)):
            continue
        found.called[link] = block
        found.blocks.setdefault(block, []).append(link)
    for block in found.blocks:
        found.sections |= {above for above in block.iterancestors() if _is_section(above)}
    for block, links in found.blocks.items():
        found.blocks[block] = _ways_back(block, links, ids)
    return found


def _is_mark(link: etree._Element) -> bool:
    role = f"{link.get('role') or ''} {link.get('epub:type') or ''}"
    if "backlink" in role or "footnote-back" in (link.get("class") or ""):
        return False
    if "noteref" in role or _CALLED.search(link.get("class") or ""):
        return True
    words = words_of(link)
    raised = any(above.tag == "sup" for above in link.iterancestors()) or link.find(".//sup") is not None
    return is_mark(words) and (raised or words[:1] == "[" or "mso-footnote-id" in (link.get("style") or ""))


def _block(target: etree._Element) -> etree._Element | None:
    """The block that a note is made of; of a paragraph in a box of its own (LibreOffice, Word), the box."""
    block = target
    while block.tag not in _BLOCKS:
        above = block.getparent()
        if above is None or block.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "body", "ol", "ul", "table"):
            return None
        block = above
    above = block.getparent()
    if (
        block is not target
        and above is not None
        and above.tag in ("div", "li", "aside")
        and above.get("id")
        and len(above) < 9
    ):
        own = re.fullmatch(r"(?:sdfootnote|sdendnote|ftn|edn|fn)\d+", above.get("id") or "")
        return above if own else block
    return block


def _holds(block: etree._Element, link: etree._Element) -> bool:
    return any(above is block for above in link.iterancestors())


def _inside(link: etree._Element, blocks: dict[etree._Element, list[etree._Element]]) -> bool:
    return any(above in blocks for above in link.iterancestors())


def _is_section(element: etree._Element) -> bool:
    if element.tag in ("body", "main", "article", "html"):
        return False
    role = f"{element.get('role') or ''} {element.get('epub:type') or ''}".split()
    return bool(NOTES_ROLES & set(role) or _SECTION.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _in_section(block: etree._Element) -> bool:
    return _is_section(block) or any(_is_section(above) for above in block.iterancestors())


def _leads_back(block: etree._Element, link: etree._Element, ids: dict[str, etree._Element]) -> bool:
    return bool(_ways_back(block, [link], ids))


def _ways_back(
    block: etree._Element, links: list[etree._Element], ids: dict[str, etree._Element]
) -> list[etree._Element]:
    """The links in a note that lead back to what calls it."""
    callers = {one for link in links for one in (link, *list(link.iter()), *list(link.iterancestors())[:2])}
    found = []
    for back in block.iter("a"):
        target = ids.get((back.get("href") or "")[1:]) if (back.get("href") or "").startswith("#") else None
        if target is None:
            continue
        close = {target, *list(target.iter())[:4]} if target.tag in ("sup", "span", "a") else {target}
        if close & callers or is_way_back(words_of(back)) or "backlink" in (back.get("role") or ""):
            found.append(back)
    return found
