"""What is on a page of changes, as its reader meets it: a line for each heading, paragraph, cell and so on.

Words for screen readers only are among them, in round brackets. Words taken out of the text stand between [- and -],
words put in between {+ and +}; what only the view in one column shows is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from amendments.checks.draft_outcome import outcome_of
from amendments.comparing.causes import causes
from amendments.comparing.page import to_html
from amendments.drafts.draft import read_draft
from rulebook.comparing.comparison import compare
from rulebook.editions import open_rulebook
from rulebook.source import Source, read_source

WITH_TEXT = ("h1", "h2", "h3", "p", "li", "summary", "th", "td", "label", "legend", "blockquote", "title")
INLINE = ("span", "a", "ins", "del")
VOID = ("meta", "input", "br")
MARKS = {"del": ("[-", "-]"), "ins": ("{+", "+}")}


@dataclass
class Element:
    """An element: its tag and attributes, and what is in it in order."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()

    def all(self, tag: str) -> list[Element]:
        """Those of a tag, in this one and below."""
        found = [self] if self.tag == tag else []
        return found + [one for part in self.inside if isinstance(part, Element) for one in part.all(tag)]

    def text(self, without: tuple[str, ...] = (), *, marks: bool = False) -> str:
        """The words in it, but for elements of these tags or classes."""
        found = ""
        for part in self.inside:
            if isinstance(part, str):
                found += part
            elif part.tag not in without and not set(part.classes) & set(without):
                words = part.text(without, marks=marks)
                if marks and "hidden" in part.classes:
                    words = f"({words.strip()}) "
                start, end = MARKS.get(part.tag, ("", "")) if marks else ("", "")
                apart = "" if part.tag in INLINE else " "
                found += f"{start}{words}{end}{apart}"
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        one = Element(tag, dict(attrs))
        self.open[-1].inside.append(one)
        if tag not in VOID:
            self.open.append(one)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def page_of(draft: str, rules: str = "2026") -> str:
    """The page of a draft, made on a model edition or another rulebook."""
    source = read_source(draft) if draft.endswith(".md") else Source("draft.md", draft)
    read = read_draft(source)
    rulebook, _, _ = open_rulebook(rules)
    outcome = outcome_of(read, rulebook)
    assert outcome.after is not None, outcome.diagnostics
    comparison = compare(rulebook, outcome.after)
    return to_html(comparison, read.title, causes(outcome, comparison, read.source))


def read_page(page: str) -> Element:
    """A page as elements. Each that is opened must be closed, in its turn."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0]


def page_text(page: str, *, folded: bool = False) -> str:
    """The page as lines of text, those inside others indented; of what is folded the number of lines, or the lines."""
    return "\n".join(_lines(read_page(page), 0, folded)) + "\n"


def _lines(element: Element, depth: int, folded: bool) -> list[str]:
    if element.tag == "style":
        return []
    if element.tag == "details" and "open" not in element.attributes and not folded:
        [summary] = element.all("summary")
        under = len(_lines(element, 0, True)) - 2
        return [f"{'  ' * depth}folded: {summary.text()} ({under} line{'' if under == 1 else 's'})"]
    parts = [part for part in element.inside if isinstance(part, Element)]
    holds = any(one.tag in WITH_TEXT or "line" in one.classes for part in parts for one in _below(part))
    if (element.tag in WITH_TEXT or "line" in element.classes) and not holds:
        name = element.tag if element.tag != "div" else "line"
        words = " ".join(element.text(("out",), marks=True).split())
        target = f" #{element.attributes['id']}" if "id" in element.attributes else ""
        return [f"{'  ' * depth}{name}{target}: {words}"] if words else []
    named = element.tag in ("header", "nav", "main", "section", "table", "details", "tr")
    lines = [line for part in parts for line in _lines(part, depth + named, folded)]
    return [f"{'  ' * depth}{element.tag}", *lines] if named and lines else lines


def _below(element: Element) -> list[Element]:
    return [element, *(one for part in element.inside if isinstance(part, Element) for one in _below(part))]
