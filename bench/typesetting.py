"""PDF pages set by typst: one column or two, justified and hyphenated, with running heads, line numbers, contents."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bench.specimens import Specimen

_TEMPLATE = r"""
#let d = json(bytes(sys.inputs.data))
#let o = d.options
#set document(title: d.title)
#set text(lang: "en", region: "GB", size: o.size * 1pt, hyphenate: o.justify, font: o.font)
#set par(justify: o.justify, leading: 0.6em, spacing: 0.9em)
#set footnote(numbering: "1")
#set page(
  width: o.width * 1mm, height: o.height * 1mm, columns: o.columns,
  margin: (x: o.margin * 1mm, top: 22mm, bottom: 20mm),
  header: if o.heads { context if here().page() > 1 or not o.contents {
    set text(8pt)
    show linebreak: [ ]
    let before = query(heading.where(level: 1)).filter(one => one.location().page() <= here().page())
    let name = if before.len() > 0 { before.last().body } else { d.title }
    if calc.odd(here().page()) [#d.organisation #h(1fr) #name] else [#name #h(1fr) #d.title #d.edition]
  } },
  footer: context align(center, text(9pt, if o.heads [#here().page()]
    else [Page #here().page() of #counter(page).final().first()])),
)
#set par.line(numbering: if o.lines { n => if calc.rem(n, 5) == 0 { text(7pt, str(n)) } }, numbering-scope: "page")
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): it => block(above: 1.6em, below: 0.9em, sticky: true, text(1.25em, it.body))
#show heading.where(level: 2): it => block(above: 1.3em, below: 0.8em, sticky: true, text(1.1em, it.body))
#let step = o.step * 1em
#let pieces(spans, notes) = for one in spans {
  if type(one) == int { footnote(text(notes.at(one))) } else { text(one) }
}
#let table-of(rows) = table(columns: rows.first().len(), stroke: 0.4pt,
  ..rows.first().map(cell => strong(text(cell))), ..rows.slice(1).flatten().map(cell => text(cell)))
#place(top + center, scope: "parent", float: true, block(below: 2em, {
  text(20pt, strong(d.title)); linebreak(); text(13pt, d.organisation); linebreak(); text(11pt)[Edition #d.edition]
}))
#if o.contents { outline(title: [Contents], depth: 2); pagebreak() }
#for line in d.lines {
  if line.what == "heading" {
    if o.split and line.title != "" { heading(level: line.depth, [#line.label #linebreak() #line.title]) }
    else { heading(level: line.depth, (line.label + " " + line.title).trim()) }
  } else if line.what == "table" {
    pad(left: step * (line.depth + 1), table-of(line.rows))
  } else if line.what == "words" {
    let left = if o.hanging { line.depth + 1 } else { calc.max(line.depth, 0) }
    pad(left: step * left, par(pieces(line.spans, line.notes)))
  } else if o.hanging {
    pad(left: step * line.depth, par(hanging-indent: step, {
      context { let w = measure(line.label).width; line.label; h(calc.max(step.to-absolute() - w, 3pt)) }
      pieces(line.spans, line.notes)
    }))
  } else {
    pad(left: step * line.depth, par([#line.label ] + pieces(line.spans, line.notes)))
  }
}
"""


@dataclass(frozen=True)
class Setting:
    """How a book is set. `step` is how far a level stands in, in ems; 0 sets everything at the margin."""

    columns: int = 1
    width: float = 210
    height: float = 297
    margin: float = 25
    size: float = 11
    step: float = 2.2
    justify: bool = False
    hanging: bool = True
    heads: bool = True
    lines: bool = False
    contents: bool = False
    split: bool = False
    font: str = "Libertinus Serif"

    def __call__(self, specimen: Specimen) -> bytes:
        import typst

        book = specimen.rulebook
        lines = [
            {
                "what": one.what, "depth": one.depth, "label": one.label, "title": one.title, "spans": one.spans,
                "rows": one.rows, "notes": one.notes,
            }
            for one in specimen.lines
        ]  # fmt: skip
        options = {name: getattr(self, name) for name in self.__dataclass_fields__}
        data = {
            "title": book.title, "organisation": book.organisation, "edition": book.edition, "lines": lines,
            "options": options,
        }  # fmt: skip
        made = typst.compile(
            _TEMPLATE.encode(), format="pdf", sys_inputs={"data": json.dumps(data)}, ignore_system_fonts=True
        )
        assert isinstance(made, bytes)
        return made


SETTINGS = {
    "pdf-typst": Setting(),
    "pdf-typst-justified": Setting(justify=True, contents=True, split=True),
    "pdf-typst-columns": Setting(columns=2, margin=15, size=9.5, justify=True, step=1.8),
    "pdf-typst-columns-ragged": Setting(
        columns=2, margin=18, size=10, hanging=False, step=1.2, heads=False, contents=True
    ),
    "pdf-typst-lines": Setting(lines=True, margin=30, split=True),
    "pdf-typst-booklet": Setting(
        width=148, height=210, margin=16, size=9, justify=True, font="New Computer Modern", contents=True
    ),
    "pdf-typst-flat": Setting(hanging=False, step=0, split=True),
}  # fmt: skip
