"""A whole rulebook, or some provisions of it, as a page or a document to print.

Every provision stands under its headings with its label as typed. Markdown, plain text and JSON are written by
`rulebook.writing`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from amendments.setting_out.notes import NO_NOTES, Notes, with_notes
from amendments.setting_out.template_choice import OURS, Own, set_pdf, set_text
from rulebook.numbering import segment
from rulebook.printed.lines import (
    Line,
    headed,
    headings_to,
    own_lines,
    printable,
    printed_label,
    provision_lines,
    unmarked,
)
from rulebook.provision import Path, Rulebook

BOOK = "rulebook"  # the template's name
FORMATS = ("html", "docx", "odt", "pdf")


@dataclass(frozen=True, slots=True)
class Edition:
    """A rulebook as it is printed. `contents` says whether it gets a table of them, of its headings."""

    title: str
    organisation: str
    edition: str
    headed: int
    contents: bool
    lines: tuple[Line, ...]

    @property
    def headings(self) -> list[Line]:
        """The entries of its table of contents."""
        return [line for line in self.lines if line.kind == "heading"]

    @property
    def subtitle(self) -> str:
        """The organisation and the edition, as far as they are known."""
        edition = f"{self.edition} edition" if self.edition else ""
        return ", ".join(part for part in (self.organisation, edition) if part)

    @property
    def margins(self) -> dict[str, str]:
        """What stands at the head and the foot of every page. With contents, the chapter comes in place of what stands
        on the right."""
        edition = f"{self.edition} edition" if self.edition else ""
        left, right = (self.title, self.organisation) if self.contents else (self.organisation, self.title)
        return {"TOP-LEFT": left, "TOP-RIGHT": right, "BOTTOM-LEFT": edition}


def render_rulebook(
    rulebook: Rulebook, format: str, only: tuple[Path, ...] = (), *, own: Own = OURS, notes: Notes = NO_NOTES
) -> str | bytes:
    """The book in one of `FORMATS`, or the provisions at the paths in `only`, each under its headings; with notes.

    Text for html, else the bytes of the file. What the user brings to set it out with is `own`; raises `Faulty` where
    that cannot be used.
    """
    edition = _edition(rulebook, only, notes)
    if format == "html":
        return set_text(BOOK, format, {"book": edition}, own, len(edition.lines))
    if format in ("docx", "odt"):
        return _document(edition, format, own)
    data = {**asdict(edition), "subtitle": edition.subtitle, "margins": edition.margins}
    return set_pdf(BOOK, data, own, len(edition.lines))


def printed_edition(rulebook: Rulebook, lines: tuple[Line, ...] = (), contents: bool = False) -> Edition:
    """What stands on the pages of a book that are to have these lines."""
    title, organisation = printable(rulebook.title) or "Rules", printable(rulebook.organisation)
    return Edition(title, organisation, printable(rulebook.edition), headed(rulebook), contents, lines)


def _edition(rulebook: Rulebook, only: tuple[Path, ...], notes: Notes = NO_NOTES) -> Edition:
    words = unmarked(rulebook)
    if only:
        lines = tuple(_extract(rulebook, only))
    else:
        lines = tuple(
            line for place in range(len(rulebook.chapters)) for line in provision_lines(rulebook, (place,), words)
        )
    lines = tuple(with_notes(lines, notes))
    contents = not only and sum(line.kind == "heading" for line in lines) > 1
    return printed_edition(rulebook, lines, contents)


def _extract(rulebook: Rulebook, only: tuple[Path, ...]) -> Iterator[Line]:
    """Some provisions in the order of the book, each heading once; from further down, with the whole label ("5.A.")."""
    words = unmarked(rulebook)
    chosen = [path for path in sorted(set(only)) if not any(path[:n] in only for n in range(1, len(path)))]
    shown: Path = ()
    for path in chosen:
        above = headings_to(rulebook, path)
        for n in range(1, min(len(path) - 1, above) + 1):
            if path[:n] != shown[:n]:
                yield next(own_lines(rulebook, path[:n], words))
        shown = path
        parents = [segment(printed_label(rulebook.at(path[:n]))) for n in range(above + 1, len(path))]
        for n, line in enumerate(provision_lines(rulebook, path, words)):
            missing = [parent for parent in parents if n == 0 and not line.label.startswith(f"{parent}.")]
            label = "".join(f"{parent}." for parent in missing) + line.label
            yield replace(line, label=label, depth=max(0, line.depth - len(parents)))


def _document(edition: Edition, format: str, own: Own) -> bytes:
    from amendments.setting_out.pandoc_document import document, line_blocks, link, page_of, paragraph, tab, words

    blocks = [paragraph("Subtitle", words(edition.subtitle))] if edition.subtitle else []
    if edition.contents:
        blocks.append(paragraph("ContentsTitle", words("Contents")))
        for n, line in enumerate(edition.headings, 1):
            entry = link(words(f"{line.label} {line.text}".strip()), f"heading{n}")
            page = page_of(f"heading{n}", format)
            blocks.append(paragraph(f"Contents{min(line.level, 2)}", [entry, tab(format), page]))
    blocks += line_blocks(edition.lines, format, anchors=True)
    reference = own.reference_for(format)
    return document(blocks, format, edition.title, edition.margins, reference=reference, chapters=edition.contents)
