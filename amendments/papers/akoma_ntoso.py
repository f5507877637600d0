"""A rulebook as Akoma Ntoso 3.0, the XML of parliaments, for programs that keep or compare legal texts.

Every provision is an element with its number, heading and words; every element has an eId made of the labels down to
it, so that it stays the same when another part of the rules changes. A reference that leads to one provision, or to a
run of them, is a link. The standard is OASIS LegalDocML; the eIds follow its Naming Convention 1.0.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rulebook.looking.citations import Citation, citations_in
from rulebook.numbering import BULLETS, segment
from rulebook.printed.lines import heading_label, headings_to, kind_word, printable, printed_label, table_rows
from rulebook.provision import Path, Rulebook

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
HIERARCHY = frozenset(
    "alinea article book chapter clause division indent level list paragraph part point proviso rule section "
    "subchapter subclause subdivision sublist subparagraph subpart subrule subsection subtitle title tome "
    "transitional".split()
)
"""The kinds of provision that the standard has elements for; any other is an `hcontainer` with its name."""
SHORT = {
    "alinea": "al", "article": "art", "chapter": "chp", "clause": "cl", "division": "dvs", "paragraph": "para",
    "section": "sec", "subchapter": "subchp", "subclause": "subcl", "subdivision": "subdvs", "subparagraph": "subpara",
    "subsection": "subsec", "wrapUp": "wrapup",
}  # fmt: skip
"""How the Naming Convention (section 5.3) shortens the names of elements in an eId."""
UNKNOWN_DATE = "0001-01-01"  # the schema wants a date, and an edition need not be a year


def akoma_ntoso(rulebook: Rulebook) -> str:
    """The whole book as an XML document, valid against the standard's schema."""
    from lxml import etree

    document = _Writer(rulebook).document()
    written: bytes = etree.tostring(document, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written.decode("utf-8")


def eids(rulebook: Rulebook) -> dict[Path, str]:
    """The eId of each provision: "chp_5__cl_IV__subcl_5A". Bullets are counted; a label met twice is counted on."""
    found: dict[Path, str] = {}
    used: set[str] = set()
    bullets: dict[Path, int] = defaultdict(int)
    for path, provision in rulebook.walk():
        above = path[:-1]
        name = SHORT.get(_element(rulebook, path), _name(rulebook, path))
        if provision.label in BULLETS:
            bullets[above] += 1
            number = str(bullets[above])
        else:
            number = re.sub(r"[^\w]+", "-", segment(provision.label)).strip("-")
        own = f"{name}_{number}" if number else name
        eid = f"{found[above]}__{own}" if above else own
        again = 2
        while eid in used:
            eid, again = f"{found[above] + '__' if above else ''}{own}-{again}", again + 1
        used.add(eid)
        found[path] = eid
    return found


def _name(rulebook: Rulebook, path: Path) -> str:
    """What an element is called that the standard has no name for: "standing-order"."""
    provision = rulebook.at(path)
    return "point" if provision.label in BULLETS else _slug(kind_word(rulebook, path)) or "provision"


def _element(rulebook: Rulebook, path: Path) -> str:
    name = _name(rulebook, path).replace("-", "")
    return name if name in HIERARCHY else "hcontainer"


def _slug(words: str) -> str:
    """Words as part of an address: small letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


class _Writer:
    """One book on its way to XML."""

    def __init__(self, rulebook: Rulebook) -> None:
        from lxml.builder import ElementMaker

        self.rulebook, self.eids = rulebook, eids(rulebook)
        self.make = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})

    def element(self, tag: str, /, *parts: Element | str, **attributes: str) -> Element:
        made: Element = self.make(tag, *parts, **attributes)
        return made

    def document(self) -> Element:
        title = printable(self.rulebook.title) or "Rules"
        preface = self.element("preface", self.element("p", self.element("docTitle", title)))
        chapters = [self.provision((place,)) for place in range(len(self.rulebook.chapters))]
        body = self.element("body", *chapters)
        act = self.element("act", self.meta(title), preface, body, name="rulebook")
        return self.element("akomaNtoso", act)

    def meta(self, title: str) -> Element:
        """What the book is, as work, as this edition of it, and as this file."""
        organisation, edition = printable(self.rulebook.organisation), printable(self.rulebook.edition)
        year = re.search(r"\b(?:1[89]|2\d)\d\d\b", edition)
        date = {"date": f"{year[0]}-01-01", "name": "edition"} if year else {"date": UNKNOWN_DATE, "name": "unknown"}
        address = "/".join(
            part for part in ("/akn/gb/act/rulebook", _slug(organisation), _slug(edition), _slug(title)) if part
        )
        version = f"{address}/eng@{year[0] if year else ''}"

        def level(name: str, this: str, uri: str, *more: Element) -> Element:
            return self.element(
                name,
                self.element("FRBRthis", value=this),
                self.element("FRBRuri", value=uri),
                self.element("FRBRdate", **date),
                self.element("FRBRauthor", href="#organisation"),
                *more,
            )

        return self.element(
            "meta",
            self.element(
                "identification",
                level("FRBRWork", f"{address}/!main", address, self.element("FRBRcountry", value="gb")),
                level("FRBRExpression", f"{version}/!main", version, self.element("FRBRlanguage", language="eng")),
                level("FRBRManifestation", f"{version}/!main.xml", f"{version}.xml"),
                source="#redraft",
            ),
            self.element(
                "references",
                self.element(
                    "TLCOrganization",
                    eId="organisation",
                    href=f"/ontology/organization/{_slug(organisation) or 'unknown'}",
                    showAs=organisation or "unknown",
                ),
                self.element("TLCObject", eId="redraft", href="/ontology/object/redraft", showAs="redraft"),
                source="#redraft",
            ),
        )

    def provision(self, path: Path) -> Element:
        """A provision and all that is under it."""
        provision, eid = self.rulebook.at(path), self.eids[path]
        name = _element(self.rulebook, path)
        attributes = {"name": _name(self.rulebook, path)} if name == "hcontainer" else {}
        made = self.element(name, eId=eid, **attributes)
        if provision.label:
            titled = headings_to(self.rulebook, path) == len(path)
            number = heading_label(self.rulebook, path) if titled else printed_label(provision)
            made.append(self.element("num", printable(number), eId=f"{eid}__num"))
        if provision.heading:
            made.append(self.element("heading", printable(provision.heading), eId=f"{eid}__heading"))
        text = list(self.blocks(path, "text"))
        self.add_notes(path, text)
        if provision.children:
            children = [self.provision((*path, place)) for place in range(len(provision.children))]
            made.extend([*self.container("intro", eid, text), *children])
            made.extend(self.container("wrapUp", eid, list(self.blocks(path, "tail"))))
        else:
            text += self.blocks(path, "tail")
            made.extend(self.container("content", eid, text or [self.element("p")]))
        return made

    def container(self, name: str, eid: str, blocks: Sequence[Element]) -> list[Element]:
        """The element that holds blocks, with the eIds of all of them; none where there are no blocks."""
        if not blocks:
            return []
        whole = f"{eid}__{SHORT.get(name, name)}"
        counts: dict[str, int] = defaultdict(int)
        for block in blocks:
            kind = block.tag.rpartition("}")[2]
            counts[kind] += 1
            block.set("eId", f"{whole}__{kind}_{counts[kind]}")
            for place, note in enumerate(block.iter(f"{{{NAMESPACE}}}authorialNote"), 1):
                note.set("eId", f"{block.get('eId')}__authorialNote_{place}")
        return [self.element(name, *blocks, eId=whole)]

    def blocks(self, path: Path, part: str) -> Iterator[Element]:
        """The paragraphs and tables of a provision's "text" or "tail"."""
        words = self.rulebook.part(path, part)
        links = self.links(path, part, words) if words else []
        start = 0
        for paragraph in words.split("\n\n"):
            end = start + len(paragraph)
            if paragraph.startswith("|"):
                yield self.table(paragraph)
            elif paragraph.strip():
                yield self.element("p", *self.linked(words, start, end, links))
            start = end + 2

    def links(self, path: Path, part: str, words: str) -> list[tuple[int, int, Element]]:
        """Where words lead to one provision or to a run of them, and the empty element for them."""
        by_place: dict[tuple[int, int], list[Citation]] = defaultdict(list)
        for citation in citations_in(self.rulebook, path, part):
            by_place[citation.span].append(citation)
        found: list[tuple[int, int, Element]] = []
        for (start, end), cited in sorted(by_place.items(), key=lambda one: one[0]):
            first = cited[0]
            title = first.reference.steps[-1].heading  # which may as well be the next sentence, so it is no link
            end = start + len(words[start:end].removesuffix(title).rstrip(" \n.:–-"))
            if len(cited) > 1 or not first.targets or (found and start < found[-1][1]):
                continue
            goals = [f"#{self.eids[goal]}" for goal in first.targets]
            if len(goals) == 1:
                found.append((start, end, self.element("ref", href=goals[0])))
            elif first.reference.to:
                found.append((start, end, self.element("rref", **{"from": goals[0], "upTo": goals[-1]})))
        return found

    def linked(
        self, words: str, start: int, end: int, links: Sequence[tuple[int, int, Element]]
    ) -> Iterator[Element | str]:
        """The words between two places, those that are links in their elements."""
        for begin, stop, link in links:
            if start <= begin and stop <= end:
                yield printable(words[start:begin])
                link.text = printable(words[begin:stop])
                yield link
                start = stop
        yield printable(words[start:end])

    def table(self, words: str) -> Element:
        head, *rows = table_rows(words) or (("",),)
        return self.element("table", self.row("th", head), *(self.row("td", row) for row in rows))

    def row(self, name: str, cells: Sequence[str]) -> Element:
        return self.element("tr", *(self.element(name, self.element("p", printable(cell))) for cell in cells))

    def add_notes(self, path: Path, blocks: list[Element]) -> None:
        """Footnotes, at the end of the last paragraph before them."""
        notes = self.rulebook.at(path).notes
        if not notes:
            return
        if not blocks or blocks[-1].tag.endswith("table"):
            blocks.append(self.element("p"))
        for place, note in enumerate(notes, 1):
            words = self.element("p", printable(note))
            blocks[-1].append(self.element("authorialNote", words, marker=str(place), placement="bottom"))
