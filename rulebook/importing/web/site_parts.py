"""Which parts of a page belong to the web site and not to the rules: menus, banners, contents lists, hidden words.

Something is called a menu for what it says it is, or for a name like "sidebar" where most of its words are links.
A list whose words are all links to places on the same page is its contents.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from lxml import etree

from rulebook.importing.file.paragraphs import Entry, Paragraph, squeezed
from rulebook.importing.outline.headings import heading

SILENT = frozenset(("script", "style", "template", "noscript", "head", "title", "meta", "link", "base", "noframes"))
"""Elements whose text is no words of the page."""
NOT_SHOWN = {
    "noscript": "words for browsers without scripts",
    "noframes": "words for browsers without frames",
    "template": "hidden text",
}
"""Of these, those that hold words for readers all the same: they are left out by name."""
ROLES = {
    "navigation": "navigation", "banner": "page header", "contentinfo": "page footer", "complementary": "page margin",
    "search": "navigation", "menu": "navigation", "menubar": "navigation", "toolbar": "navigation",
    "alertdialog": "message of the web site", "dialog": "message of the web site",
}  # fmt: skip
LANDMARKS = {"nav": "navigation", "header": "page header", "footer": "page footer", "aside": "page margin"}
FORMS = frozenset(("select", "option", "button", "textarea", "datalist"))
PICTURES = frozenset(("svg", "object", "iframe", "canvas", "audio", "video", "applet", "embed"))
FEWEST = 3  # entries that make a contents list

_CONTENT = frozenset(("main", "article", "section", "li", "td", "th", "blockquote", "dd"))
_NAMED = re.compile(
    r"\b(cookies?|breadcrumbs?|\w*menu|sidebar|side-bar|navbar|nav|navigation|skip-?(link|to|nav)\w*|pagination|pager|"
    r"share|sharing|social|toolbar)\b"
)
_CONTENTS_TITLE = re.compile(r"(table of )?contents|(on|in) this page|index|jump to", re.IGNORECASE)
_BACK = re.compile(
    r"[↑^]?\s*((back|return|go) to (the )?)?(top|(?<=to |he )contents)( of (the )?page)?\s*[↑^]?|skip to .{1,40}",
    re.IGNORECASE,
)
_COUNTED = frozenset(
    ("nav", "ol", "ul", "menu", "div", "table", "section", "aside", "header", "footer", "dl", "p", "main")
)

_TITLES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "summary", "caption"))


@dataclass(slots=True)
class Surroundings:
    """What can be told of a page's parts once all of it was seen: how many of their letters are in links."""

    ids: dict[str, etree._Element]
    _letters: dict[etree._Element, tuple[int, int, int, int]] = field(default_factory=dict)

    def kind(self, element: etree._Element) -> str:
        """What an element is, where it belongs to the web site or is the contents: "navigation"; "" for the rules."""
        if element.tag in _COUNTED and self._all_local(element):
            return "contents page"
        role = ROLES.get((element.get("role") or "").lower(), "") or LANDMARKS.get(element.tag, "")
        if element.tag == "div" and element.get("title") in ("header", "footer"):  # so LibreOffice saves its pages
            return LANDMARKS[element.get("title", "")]
        if role == "navigation":
            return role
        if role and not _inside_content(element):
            return role
        if element.tag in ("div", "ul", "ol", "section", "p", "aside"):
            return self._named(element)
        return ""

    def _named(self, element: etree._Element) -> str:
        names = f"{element.get('id') or ''} {element.get('class') or ''}".lower().replace("_", "-")
        found = _NAMED.search(names) if names != " " else None
        if found is None:
            return ""
        letters, linked, _, _ = self._letters.get(element, (0, 0, 0, 0))
        if found[1].startswith("cookie"):
            return "message of the web site" if letters < 1500 else ""
        return "navigation" if letters and linked * 10 >= letters * 6 else ""

    def _all_local(self, element: etree._Element) -> bool:
        letters, _, local, entries = self._letters.get(element, (0, 0, 0, 0))
        return entries >= FEWEST and local == letters

    def counted(self, root: etree._Element) -> None:
        """Look at all the page once."""
        counts = [[0, 0, 0, 0, 0]]
        away = 0  # how many elements stand open whose words nobody sees, or that are headings of a contents list
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            tag = element.tag
            skipped = tag in SILENT
            if event == "start":
                away += skipped
                counts.append([0, 0, 0, 0, 0])
                if not away:
                    counts[-1][0] += _length(element.text)
                continue
            letters, linked, local, entries, titled = counts.pop()
            away -= skipped
            if tag in _COUNTED and letters:
                self._letters[element] = (letters - titled, linked, local, entries)
            if tag == "a" and element.get("href"):
                linked = letters
                if letters and self._leads_down(element):
                    local, entries = letters, 1
            titles = tag in _TITLES and letters < 40 and not linked and not titled
            if titles and is_contents_title(words_of(element)):
                titled = letters
            above = counts[-1]
            for place, count in enumerate((letters, linked, local, entries, titled)):
                above[place] += count
            if not away:
                above[0] += _length(element.tail)

    def _leads_down(self, link: etree._Element) -> bool:
        """Whether a link leads to a place of this page that is not within the list itself."""
        return link.get("href", "").startswith("#") and link.get("href", "")[1:] in self.ids


def _length(text: str | None) -> int:
    """How many letters there are, without dot leaders and figures that stand between links."""
    return sum(character.isalpha() for character in text) if text and not text.isspace() else 0


def _inside_content(element: etree._Element) -> bool:
    return any(above.tag in _CONTENT for above in element.iterancestors())


def anchors(root: etree._Element) -> dict[str, etree._Element]:
    """The places of a page that a link can lead to, by name."""
    found: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                found.setdefault(name, element)
    return found


def words_of(element: etree._Element, without: Collection[etree._Element] = ()) -> str:
    """All the words in an element, but for scripts and styles, and for what is asked to be left out."""
    said: list[str] = []
    away = 0
    for event, one in etree.iterwalk(element, events=("start", "end")):
        skipped = isinstance(one.tag, str) and (one.tag in SILENT or one in without)
        if event == "start":
            away += skipped
            if not away and isinstance(one.tag, str):
                said += [" " if one.tag not in _INLINE else "", one.text or ""]
            continue
        away -= skipped
        if one is not element and not away:
            said += [" " if one.tag not in _INLINE else "", one.tail or ""]
    return squeezed("".join(said))


_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time "
    "tt u var wbr".split()
)


def opens_part(button: etree._Element) -> bool:
    """Whether a button is the heading of a part that it folds away: it has the words of a heading with a number."""
    return heading(Paragraph(words_of(button), level=1)) is not None


def entries(element: etree._Element) -> list[Entry]:
    """The lines of a contents list: the words of its links."""
    said = (words_of(link) for link in element.iter("a"))
    return [Entry(words) for words in said if words]


def is_contents_title(text: str) -> bool:
    """Whether words are the title of a contents list."""
    return bool(_CONTENTS_TITLE.fullmatch(text.strip().rstrip(":")))


def leads_back(text: str) -> bool:
    """Whether words are those of a link to the top of the page."""
    return bool(_BACK.fullmatch(text.strip()))
