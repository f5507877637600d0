"""Tracked changes of an OpenDocument file: how many there are, and the body as it was before they were made.

An insertion is marked where it begins and ends; a deletion has its words in a place of their own, and a mark where they
were. As the file stands, it reads as if all the changes had been accepted.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from rulebook.importing.file.paragraphs import squeezed
from rulebook.importing.opendocument.numbering import TEXT, XML_ID
from rulebook.importing.opendocument.styles import TABLE, Element, Styles

PARAGRAPHS = frozenset((f"{TEXT}p", f"{TEXT}h"))


@dataclass(frozen=True, slots=True)
class Change:
    """An insertion, or a deletion with the words that it took away."""

    name: str
    deletion: Element | None


def changes(body: Element) -> list[Change]:
    """The insertions and deletions of a body, in the order of the file; changes of looks are none."""
    found = []
    for region in body.iter(f"{TEXT}changed-region"):
        name = region.get(f"{TEXT}id") or region.get(XML_ID) or ""
        deletion = region.find(f"{TEXT}deletion")
        if deletion is not None or region.find(f"{TEXT}insertion") is not None:
            found.append(Change(name, deletion))
    return found


def deleted_words(deletion: Element) -> str:
    """The words that a deletion took away."""
    return squeezed(" ".join("".join(_words(block)) for block in deletion.iter(*PARAGRAPHS)))


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in (f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"):
            yield " "
        elif isinstance(child.tag, str) and child.tag not in PARAGRAPHS:
            yield from _words(child)
        yield child.tail or ""


def rejected(body: Element, made: list[Change]) -> list[str]:
    """Take the changes back in the body itself: the words that were inserted, which are no longer in it."""
    marks = _insertions(body)
    inserted = [marks[change.name] for change in made if change.deletion is None and change.name in marks]
    removed = [_without_insertion(start, end) for start, end in inserted]
    deletions = {change.name: change.deletion for change in made if change.deletion is not None}
    for mark in list(body.iter(f"{TEXT}change")):
        deletion = deletions.get(mark.get(f"{TEXT}change-id", ""))
        if deletion is not None and not any(above.tag == f"{TEXT}tracked-changes" for above in mark.iterancestors()):
            _put_back(mark, deletion)
    return [words for words in removed if words]


def _insertions(body: Element) -> dict[str, tuple[Element, Element]]:
    """The marks at the beginning and the end of each insertion, by its name."""
    begun: dict[str, Element] = {}
    found: dict[str, tuple[Element, Element]] = {}
    for mark in body.iter(f"{TEXT}change-start", f"{TEXT}change-end"):
        name = mark.get(f"{TEXT}change-id", "")
        if mark.tag == f"{TEXT}change-start":
            begun.setdefault(name, mark)
        elif name in begun:
            found.setdefault(name, (begun[name], mark))
    return found


def _after(one: Element) -> Iterator[Element]:
    """All elements after one, in the order of the file."""
    while True:
        if len(one):
            one = one[0]
        else:
            while one.getnext() is None:
                one = one.getparent()
                if one is None:
                    return
            one = one.getnext()
        yield one


def _without_insertion(start: Element, end: Element) -> str:
    """Take out what stands between two marks: its words. What is left of two paragraphs becomes one."""
    said = [_taken_tail(start)]
    first, last = _paragraph(start), _paragraph(end)
    round_the_end = set(end.iterancestors())
    gone: list[Element] = []
    for one in _after(start):
        if one is end:
            break
        if not isinstance(one.tag, str):
            continue
        said.append(one.text or "")
        one.text = None
        if one.tag in PARAGRAPHS:
            said.append(" ")
            if one is not last:
                gone.append(one)
        elif one not in round_the_end:
            said.append(_taken_tail(one))
    if first is not None and last is not None and first is not last:
        _joined(first, last)
        gone.append(last)
    for paragraph in gone:
        _drop(paragraph)
    return squeezed("".join(said))


def _taken_tail(one: Element) -> str:
    tail, one.tail = one.tail or "", None
    return tail


def _paragraph(mark: Element) -> Element | None:
    return next((above for above in mark.iterancestors() if above.tag in PARAGRAPHS), None)


def _joined(first: Element, last: Element) -> None:
    """Add the words of one paragraph to another."""
    _add_text(first, last.text or "")
    for child in list(last):
        first.append(child)


def _add_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _drop(paragraph: Element) -> None:
    """Take a paragraph away, and the item and list that nothing else is in."""
    above = paragraph.getparent()
    while above is not None:
        above.remove(paragraph)
        if len(above) or above.tag not in (f"{TEXT}list-item", f"{TEXT}list", f"{TEXT}list-header"):
            return
        paragraph, above = above, above.getparent()


def _put_back(mark: Element, deletion: Element) -> None:
    """Set the words of a deletion where its mark is. Further paragraphs follow as paragraphs of their own."""
    blocks = [one for one in deletion.iter(*PARAGRAPHS)]
    home = _paragraph(mark)
    if home is None:  # between paragraphs: whole paragraphs, or a table, were deleted
        for block in reversed(
            [one for one in deletion if isinstance(one.tag, str) and not one.tag.endswith("}change-info")]
        ):
            copy = deepcopy(block)
            copy.tail = None
            mark.addnext(copy)
        return
    if not blocks:
        return
    first = deepcopy(blocks[0])
    rest = _split_after(mark, home) if len(blocks) > 1 else None
    tail, mark.tail = mark.tail, None
    place = mark
    _put_text_after(mark, first.text or "")
    for child in list(first):
        place.addnext(child)
        place = child
    if rest is None:
        place.tail = (place.tail or "") + (tail or "")
        return
    after = home
    for before, block in pairwise(blocks):
        copy = deepcopy(block)
        copy.tail = None
        after = _follow(after, copy, _lists_round(block) - _lists_round(before))
    _joined(after, rest)


def _lists_round(block: Element) -> int:
    """How many lists a deleted paragraph stood in."""
    return sum(above.tag == f"{TEXT}list" for above in block.iterancestors())


def _put_text_after(mark: Element, text: str) -> None:
    mark.tail = text


def _split_after(mark: Element, home: Element) -> Element:
    """A paragraph of all that stands after a mark, which is taken out of the mark's own."""
    rest = home.makeelement(home.tag, dict(home.attrib))
    one, after = mark, ""
    while one.getparent() is not home:  # inside a span: what follows in it loses its looks
        after += one.tail or ""
        one.tail = None
        for sibling in list(one.itersiblings()):
            after += "".join(sibling.itertext()) + (sibling.tail or "")
            sibling.getparent().remove(sibling)
        one = one.getparent()
    rest.text, one.tail = after + (one.tail or ""), None
    for sibling in list(one.itersiblings()):
        rest.append(sibling)
    return rest


def _follow(home: Element, block: Element, deeper: int) -> Element:
    """Set a paragraph after another: where that is in an item, in one of its own, as many lists deeper as it was."""
    above = home.getparent()
    if above is None or above.tag != f"{TEXT}list-item":
        home.addnext(block)
        return block
    item = above.makeelement(f"{TEXT}list-item")
    item.append(block)
    if deeper > 0:
        for _ in range(deeper):
            inner = above.makeelement(f"{TEXT}list")
            inner.append(item)
            item = above.makeelement(f"{TEXT}list-item")
            item.append(inner)
        home.addnext(inner)
        return block
    for further in list(home.itersiblings()):
        item.append(further)
    outer = [one for one in home.iterancestors() if one.tag == f"{TEXT}list-item"]
    outer[min(-deeper, len(outer) - 1)].addnext(item)
    return block


def without_emptied_rows(body: Element, styles: Styles) -> None:
    """Take out the rows of tables that tracked changes have left without a word: they were put in, or taken out, whole.

    A program that tracks only the words of a row says so in the style of the row.
    """
    for row in list(body.iter(f"{TABLE}table-row")):
        changed = next(row.iter(f"{TEXT}change", f"{TEXT}change-start", f"{TEXT}change-end"), None) is not None
        if changed and not "".join(row.itertext()).strip() and not styles.only_words_tracked(row):
            row.getparent().remove(row)
