"""Who makes documents of a specimen, by name, and in what order: those that other producers start from come first.

A producer either writes a file from the specimen, or converts the file of another producer. One whose program is
missing on this machine is passed over with a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import pasting, saved_pages, webpages, word
from bench.marked import marked
from bench.opendocument import opendocument
from bench.pandocs import PANDOC
from bench.printing import Chromium, LibreOffice, Pasted, PdfToText, converted
from bench.specimens import Line, Specimen
from bench.typesetting import SETTINGS
from rulebook.writing.markdown import to_markdown

Maker = Callable[[Specimen], "bytes | str | None"]


@dataclass(frozen=True)
class Producer:
    """`make` writes the file; where there is a `source`, `convert` makes it of the files of that producer instead."""

    name: str
    suffix: str
    make: Maker | None = None
    source: str = ""
    convert: Callable[[Mapping[Path, Path]], None] | None = None
    but: tuple[str, ...] = ()  # specimens that it does not print as they are


Files = dict[tuple[str, str], Path]
"""Of a specimen and a producer: the document."""


def _two_lines(line: Line) -> list[str]:
    return [f"{line.label}.", line.title]


def _shouted(line: Line) -> list[str]:
    return [line.label.upper() if line.depth == 1 else f"{line.label}.", line.title]


WRITTEN = (
    Producer("docx-automatic", "docx", lambda one: word.automatic(one)),
    Producer("docx-lists", "docx", lambda one: word.automatic(one, False, True, kind=word.LISTS)),
    Producer("docx-tracked", "docx", lambda one: word.automatic(one, False, tracked=True)),
    Producer("docx-tracked-lists", "docx", lambda one: word.automatic(one, True, tracked=True, kind=word.LISTS)),
    Producer("docx-typed", "docx", lambda one: word.typed(one, contents=True)),
    Producer("docx-typed-spaces", "docx", lambda one: word.typed(one, tab=False, hanging=False)),
    Producer("docx-typed-bold", "docx", lambda one: word.typed(one, styled=False, heading=_two_lines)),
    Producer("docx-typed-flat", "docx", lambda one: word.typed(
        one, True, False, indented=False, styled=False, heading=_shouted
    )),
    Producer("html-nested", "html", lambda one: webpages.nested(one)),
    Producer("html-nested-bare", "html", lambda one: webpages.nested(one, bare=True)),
    Producer("html-nested-value", "html", lambda one: webpages.nested(one, value=True)),
    Producer("html-flat", "html", lambda one: webpages.flat(one)),
    Producer("html-flat-split", "html", lambda one: webpages.flat(one, "px", True)),
    Producer("html-website", "html", lambda one: webpages.website(one)),
    Producer("html-word", "html", lambda one: saved_pages.from_word(one)),
    Producer("html-google", "html", lambda one: saved_pages.from_google(one)),
    *(Producer(name, "pdf", setting) for name, setting in SETTINGS.items()),
    # pandoc has no list that counts "1.1", and its odt has one kind of numeral for each depth of a whole list.
    *(
        Producer(name, suffix, make, but=("society", "league") if suffix == "odt" else ("society",))
        for name, (suffix, make) in PANDOC.items()
    ),
    Producer("odt-lists", "odt", lambda one: opendocument(one)),
    Producer("odt-typed", "odt", lambda one: opendocument(one, lists=False)),
    Producer("md-native", "md", lambda one: to_markdown(one.rulebook)),
    Producer("md-hash", "md", lambda one: marked(one)),
    Producer("md-setext", "md", lambda one: marked(one, "setext", 4)),
    Producer("md-bold-flat", "md", lambda one: marked(one, "bold", 0)),
    Producer("txt-wrapped", "txt", lambda one: pasting.wrapped(one)),
    Producer("txt-wrapped-close", "txt", lambda one: pasting.wrapped(one, blank=False)),
    Producer("txt-wrapped-unpaged", "txt", lambda one: pasting.wrapped(one, paged=False, width=80)),
    Producer("txt-unwrapped", "txt", lambda one: pasting.unwrapped(one)),
)  # fmt: skip


def _office(suffix: str, source: str, *but: str) -> Producer:
    return Producer(f"{suffix}-libreoffice-{source}", suffix, None, source, LibreOffice(suffix), but)


PRINTED = ("docx-automatic", "docx-lists", "docx-typed", "docx-typed-spaces", "docx-typed-bold", "docx-typed-flat")
BROWSED = ("html-nested-value", "html-flat", "html-flat-split", "html-website", "html-word", "html-google")
VIEWED = (
    "pdf-libreoffice-docx-automatic", "pdf-libreoffice-docx-typed-bold", "pdf-libreoffice-docx-typed-flat",
    "pdf-typst-justified", "pdf-typst-columns", "pdf-typst-booklet", "pdf-typst-lines",
    "pdf-chromium-html-nested-value", "pdf-chromium-html-flat-split",
)  # fmt: skip
TOLD = ("docx-automatic", "docx-lists", "docx-typed", "html-nested-value")


def producers() -> list[Producer]:
    """All of them, each after the one that it starts from."""
    return [*WRITTEN, *CONVERTED]


# LibreOffice drops the numbers of a list that hangs on headings without words between ("1.1" under "Rule 1") in an odt,
# and the starts of lists in HTML: those pages do not show the labels any more.
CONVERTED = (
    _office("odt", "docx-automatic", "society"),
    _office("odt", "docx-tracked", "society"),
    *(_office("odt", name) for name in PRINTED[1:]),
    *(_office("odt", name) for name in ("html-nested-value", "html-flat")),
    _office("html", "docx-lists", "league", "model"),
    *(_office("html", name) for name in ("docx-typed", "docx-typed-spaces", "docx-typed-bold")),
    *(_office("pdf", name) for name in PRINTED),
    _office("pdf", "odt-lists"),
    _office("docx", "odt-lists"),
    _office("docx", "odt-libreoffice-docx-automatic", "society"),
    *(_office("docx", name) for name in ("odt-libreoffice-docx-lists", "html-nested-value", "html-flat")),
    *(Producer(f"pdf-chromium-{name}", "pdf", None, name, Chromium()) for name in BROWSED),
    *(Producer(f"txt-viewer-{name}", "txt", None, name, Pasted()) for name in VIEWED),
    *(Producer(f"txt-clipboard-{name}", "txt", None, name, Pasted(True)) for name in VIEWED if "typst" in name),
    *(
        Producer(f"txt-pdftotext{option}-{name}", "txt", None, name, PdfToText(option))
        for name in VIEWED for option in ("", "-layout", "-raw")
    ),
    *(Producer(f"txt-libreoffice-{name}", "txt", None, name, LibreOffice("txt:Text (encoded):UTF8")) for name in TOLD),
)  # fmt: skip


def made(specimens: Iterable[Specimen], chosen: Iterable[Producer], folder: Path) -> tuple[Files, list[str]]:
    """The files, by specimen and producer, and what could not be made. A file that is there is not made again."""
    folder.mkdir(parents=True, exist_ok=True)
    books, amiss = list(specimens), []
    found: Files = {}
    for producer in chosen:
        places = {
            book.name: folder / f"{book.name}.{producer.name}.{producer.suffix}"
            for book in books
            if book.name not in producer.but
        }
        lacking = {name: path for name, path in places.items() if not path.exists()}
        if producer.make:
            for book in (one for one in books if one.name in lacking):
                content = producer.make(book)
                if content is None:
                    amiss.append(f"{producer.name}: passed over, its program is not here")
                    break
                lacking[book.name].write_bytes(content if isinstance(content, bytes) else content.encode())
        elif producer.convert and lacking:
            at = {name: found.get((name, producer.source)) for name in lacking}
            sources = {source: lacking[name] for name, source in at.items() if source}
            if sources:
                amiss += converted(producer.name, producer.convert, sources)
        found.update({(name, producer.name): path for name, path in places.items() if path.exists()})
    return found, amiss


def with_sources(chosen: Iterable[str]) -> list[Producer]:
    """The producers of these names, and those that they start from."""
    wanted = set(chosen)
    kept: list[Producer] = []
    for one in reversed(producers()):
        if one.name in wanted:
            wanted.add(one.source)
            kept.append(one)
    return kept[::-1]
