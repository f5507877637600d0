"""HTML pages of a rulebook: nested lists, flat paragraphs with margins, and a website with all that stands round it.

A list whose next label its own counting would not print has `value` on that item; a label that no list can print is
typed in an item without a marker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from bench.counting import counted
from bench.specimens import CALL, Line, Specimen, printed, rows_of
from rulebook.provision import Provision

PAGE = (
    "<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><title>{title}</title><style>{style}</style></head>"
    "<body>{body}</body></html>\n"
)
STYLE = (
    "body{font-family:'Liberation Serif',serif;font-size:11pt;margin:2cm} table{border-collapse:collapse}"
    " td,th{border:1px solid;padding:2px 6px} ol.typed{list-style:none} .footnotes{font-size:80%;border-top:1px solid}"
)


class Notes:
    """The footnotes of a page, numbered from 1 as they are called."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def text(self, text: str, notes: Sequence[str]) -> str:
        left = list(notes)

        def call(_: re.Match[str]) -> str:
            self.kept.append(left.pop(0))
            number = len(self.kept)
            return f'<sup id="fnref{number}"><a href="#fn{number}">{number}</a></sup>'

        return CALL.sub(call, escape(text, quote=False))

    def section(self) -> str:
        if not self.kept:
            return ""
        items = "".join(
            f'<li id="fn{number}"><p>{escape(note)} <a href="#fnref{number}">↩</a></p></li>'
            for number, note in enumerate(self.kept, 1)
        )
        return f'<section class="footnotes" role="doc-endnotes"><ol>{items}</ol></section>'


def table(rows: Sequence[Sequence[str]]) -> str:
    found = ""
    for number, cells in enumerate(rows):
        tag = "th" if number == 0 else "td"
        found += "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
    return f"<table>{found}</table>"


def paragraphs(text: str, notes: Notes, left: list[str], bare: bool = False) -> str:
    """The paragraphs of a text. The first one stands without a <p> where it is `bare`."""
    found = ""
    for number, part in enumerate(one for one in text.split("\n\n") if one):
        called = len(CALL.findall(part))
        inner = table(rows_of(part)) if part.startswith("|") else notes.text(part, left[:called])
        del left[:called]
        found += inner if part.startswith("|") or (bare and number == 0) else f"<p>{inner}</p>\n"
    return found


def nested(specimen: Specimen, bare: bool = False, value: bool = False) -> str:
    """Headings and nested lists, the paragraphs after a list in the item that it belongs to.

    With `value` every item says its number; else only the list says where it starts.
    """
    notes = Notes()
    title = specimen.rulebook.title
    body = f"<h1>{escape(title)}</h1>\n"
    body += f"<p>{escape(specimen.rulebook.organisation)}, {escape(specimen.rulebook.edition)}</p>\n"
    body += _headed(specimen, specimen.rulebook.chapters, 0, notes, bare, value) + notes.section()
    return PAGE.format(title=escape(title), style=STYLE, body=body)


def _headed(
    specimen: Specimen, siblings: Sequence[Provision], depth: int, notes: Notes, bare: bool, value: bool
) -> str:
    found = ""
    words = [level.word for level in specimen.rulebook.scheme.levels if level.word]
    for one in siblings:
        word = one.kind.capitalize() if one.kind == "appendix" else words[depth]
        left = list(one.notes)
        tag = f"h{depth + 2}"
        found += f"<{tag}>{escape(f'{word} {one.label} {one.heading}'.strip())}</{tag}>\n"
        found += paragraphs(one.text, notes, left)
        if depth + 1 < specimen.headed and one.kind != "appendix":
            found += _headed(specimen, one.children, depth + 1, notes, bare, value)
        else:
            found += _list(one.children, notes, bare, value)
        found += paragraphs(one.tail, notes, left)
    return found


def _list(siblings: Sequence[Provision], notes: Notes, bare: bool, value: bool) -> str:
    """One list after the other, a new one where the labels are counted otherwise or cannot be counted."""
    found, opened = "", ""
    for part in counted(siblings):
        kind = "ul" if part.style == "-" else "typed" if part.bracketed or not part.style else "ol"
        if opened and not (kind == opened and (value or kind == "typed")):
            found, opened = found + f"</{'ul' if opened == 'ul' else 'ol'}>\n", ""
        if not opened:
            start = f' start="{part.start}"' if part.start > 1 and not value else ""
            found += {"ul": "<ul>\n", "typed": '<ol class="typed">\n'}.get(kind, f'<ol type="{part.style}"{start}>\n')
            opened = kind
        for number, one in enumerate(part.provisions, part.start):
            left = list(one.notes)
            typed = f"{printed(one.label)} " if kind == "typed" else ""
            said = f' value="{number}"' if value and kind == "ol" else ""
            inner = paragraphs(one.text, notes, left, bare or bool(typed))
            inner += _list(one.children, notes, bare, value) + paragraphs(one.tail, notes, left)
            found += f"<li{said}>{typed}{inner}</li>\n"
    return found + (f"</{'ul' if opened == 'ul' else 'ol'}>\n" if opened else "")


def flat(specimen: Specimen, unit: str = "em", split: bool = False) -> str:
    """Paragraphs with typed labels, each as far in as its margin says; a heading in two lines where it is `split`."""
    notes = Notes()
    title = specimen.rulebook.title
    body = f"<p style='text-align:center'><b>{escape(title)}</b></p>\n<p>{escape(specimen.rulebook.organisation)}</p>\n"
    for line in specimen.lines:
        body += _flat_line(line, notes, unit, split)
    return PAGE.format(title=escape(title), style=STYLE, body=body + notes.section())


def _flat_line(line: Line, notes: Notes, unit: str, split: bool) -> str:
    step = {"em": 2, "px": 36, "pt": 24}[unit]
    if line.what == "heading":
        if split:
            heads = [f"<p><strong>{escape(text)}</strong></p>\n" for text in (f"{line.label}.", line.title) if text]
            return "".join(heads)
        return f"<h{line.depth}>{escape(f'{line.label}: {line.title}' if line.title else line.label)}</h{line.depth}>\n"
    margin = f"margin-left:{step * (line.depth + (line.what != 'provision'))}{unit}"
    if line.what == "table":
        return f"<div style='{margin}'>{table(line.rows)}</div>\n"
    label = f"{line.label}&nbsp;&nbsp;" if line.label else ""
    return f"<p style='{margin}'>{label}{notes.text(line.text, line.notes)}</p>\n"


def website(specimen: Specimen) -> str:
    """The nested lists in the page of a website: banner, breadcrumbs, navigation, contents, share links, footer."""
    page = nested(specimen, bare=True, value=True)
    body = page[page.index("<body>") + 6 : page.index("</body>")]
    number = 0

    def anchored(match: re.Match[str]) -> str:
        nonlocal number
        number += 1
        link = f'<a class="anchor" href="#s{number}" aria-hidden="true">#</a>'
        return f'<h{match[1]} id="s{number}">{match[2]}{link}</h{match[1]}>'

    heads = re.findall(r"<h([23])>(.*?)</h\1>", body)
    body = re.sub(r"<h([23])>(.*?)</h\1>", anchored, body)
    links = "".join(f'<li><a href="#s{place}">{text}</a></li>' for place, (_, text) in enumerate(heads, 1))
    name = escape(specimen.rulebook.organisation)
    around = f"""
<div id="cookie-banner" role="dialog" aria-label="Cookies">
<p>We use cookies to count visits.</p><button>Accept</button></div>
<header class="site-header"><a href="/">{name}</a><nav aria-label="Main"><ul><li><a href="/news">News</a></li>
<li><a href="/join">Join us</a></li><li><a href="/rules">Rules</a></li></ul></nav></header>
<nav class="breadcrumb" aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li>
<li><a href="/about">About us</a></li><li>Rules</li></ol></nav>
<aside class="toc"><h2>On this page</h2><ul>{links}</ul></aside>
<main><article>{body}</article></main>
<footer><p>© 2026 {name}. All rights reserved.</p><ul><li><a href="/privacy">Privacy</a></li></ul></footer>
<script>console.log("1. not a rule");</script>"""
    title = escape(specimen.rulebook.title)
    style = f"{STYLE} @media print{{nav,header,footer,aside,.anchor,#cookie-banner{{display:none}}}}"
    return PAGE.format(title=f"{title} | {name}", style=style, body=around)
