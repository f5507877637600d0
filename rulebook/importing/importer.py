"""A file of any format as a rulebook, with the report of what was found, left out and guessed.

The format is told by what the file holds, not by its name. The tree is written and read back before anything is
returned: what the native file would not hold is a fault that is reported, and never lost in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from rulebook.importing.file.bounds import check_number, check_paragraph
from rulebook.importing.file.paragraphs import Document, Form, Guess, Paragraph
from rulebook.importing.formats import read_document
from rulebook.importing.grading.grade import SOUND, Grade, grade
from rulebook.importing.grading.marks import Seen
from rulebook.importing.grading.plain import plain_words
from rulebook.importing.outline.contents import without_contents
from rulebook.importing.outline.front import title_page_end, without_signatures
from rulebook.importing.outline.headings import Heading, heading, titled
from rulebook.importing.outline.levels import put_under
from rulebook.importing.outline.misprints import well_printed
from rulebook.importing.outline.numbered_twice import numbered_once
from rulebook.importing.outline.open_provisions import Taken
from rulebook.importing.outline.run_in_numbers import parted_numbers
from rulebook.importing.outline.schemes import heading_words, scheme_of
from rulebook.importing.outline.title_page import title_page
from rulebook.importing.outline.tree import Grown, grow
from rulebook.importing.outline.unmarked_headings import with_unmarked_headings
from rulebook.importing.report import Places, Report, contents_remarks, counted, numbering_remarks
from rulebook.numbering import segment, styles
from rulebook.provision import Rulebook, Scheme
from rulebook.reading.headings import UNNUMBERED
from rulebook.source import Unreadable


@dataclass(frozen=True, slots=True)
class Imported:
    """The rulebook, where each provision is printed (page and line by its reference), the report, and its grade."""

    rulebook: Rulebook
    places: Places
    report: Report
    grade: Grade = SOUND


def import_rulebook(
    data: bytes,
    name: str,
    *,
    scheme: Scheme | None = None,
    tracked: str = "accept",
    encoding: str | None = None,
    say: Callable[[int, int], None] | None = None,
) -> Imported:
    """The rulebook in a file. `scheme` names its levels, where they are not to be found out; `tracked` is "accept" or
    "reject"; `say` is told how many pages are read, of how many. Raises `Unreadable`."""
    known = read_document(data, name, tracked=tracked, encoding=encoding, say=say)
    if isinstance(known, Rulebook):
        report = Report(name, 0, counted(known), tuple(numbering_remarks(known, {})), (), ())
        return Imported(known, {}, report, grade(Seen(known, {}, report)))
    made = _understood(known, name, scheme)
    plain = known.plain or plain_words(data, name, encoding)
    return replace(made, grade=grade(Seen(made.rulebook, made.places, made.report, plain, len(known.contents))))


def _understood(read: Document, name: str, scheme: Scheme | None) -> Imported:
    check_number(len(read.paragraphs), name)
    for one in read.paragraphs:
        check_paragraph(one.text, name, f"{read.counted_in} {one.line}")
    document = numbered_once(without_contents(read))
    printed, misprints = well_printed(document.paragraphs)
    paragraphs, parted = parted_numbers(with_unmarked_headings(titled(printed)))
    end = title_page_end(paragraphs)
    first_page, (paragraphs, signatures) = paragraphs[:end], without_signatures(paragraphs[end:])
    headings = [said for one in paragraphs if (said := heading(one))]
    words = heading_words(paragraphs)
    declared: tuple[str, ...] = ()
    if scheme is not None:
        words = tuple(level.word.lower() for level in scheme.levels if level.word)
        declared = tuple(level.style for level in scheme.levels if not level.word)
        _check_words(words, headings, name)
    taken = put_under(paragraphs, words, declared)
    found = scheme or _scheme(taken, words)
    grown = grow(paragraphs, taken, found).with_preamble()
    if not grown.provisions:
        raise Unreadable(
            f"{name} does not look like a rulebook: there is no chapter and no numbered provision in it",
            "see that it is the right file; if its numbers are pictures, it must go through text recognition first",
        )
    front = title_page((*first_page, *grown.before), document)
    rulebook = Rulebook(front.title, front.organisation, front.edition, found, grown.provisions)
    places = _places(rulebook, grown)
    report = Report(
        name,
        len({one.page for one in document.paragraphs if one.page}),
        counted(rulebook),
        (*contents_remarks(rulebook, document.contents), *numbering_remarks(rulebook, places)),
        (*document.guesses, *misprints, *parted, *_doubts(paragraphs, taken)),
        (*front.left_out, *document.left_out, *signatures),
        document.counted_in,
    )
    return Imported(rulebook, places, report)


def _check_words(words: tuple[str, ...], headings: list[Heading], name: str) -> None:
    """Raises `Unreadable` where a level was named that no heading of the file has."""
    met = {one.word for one in headings}
    missing = [word for word in words if word not in met and word != UNNUMBERED]
    if missing:
        there = ", ".join(sorted(one.title() for one in met)) or "no word with a number"
        raise Unreadable(
            f"no heading in {name} begins with “{missing[0].title()}” and a number",
            f"the headings that were found begin with: {there}; or leave --scheme out, and the levels are found out",
        )


def _scheme(taken: list[Taken], words: tuple[str, ...]) -> Scheme:
    labels: list[list[str]] = [[] for _ in words]
    lists: list[Counter[str]] = []
    for one in taken:
        if one.heading is not None and one.heading.word in words:
            labels[words.index(one.heading.word)].append(one.label)
        elif one.label and one.heading is None:
            depth = one.depth - len(words)
            lists += [Counter() for _ in range(depth + 1 - len(lists))]
            for style in styles(one.label):
                lists[depth][style] += 1
    return scheme_of(words, labels, lists)


def _places(rulebook: Rulebook, grown: Grown) -> Places:
    found: Places = {}
    for (path, _), place in zip(rulebook.walk(), grown.places, strict=True):
        found.setdefault(rulebook.reference(path), place)
    return found


def _doubts(paragraphs: list[Paragraph], taken: list[Taken]) -> list[Guess]:
    found = []
    for one, how in zip(paragraphs, taken, strict=True):
        if how.doubt == "level":
            message = f"“{segment(how.label)}” may be a number of another list, or no number: {_short(how.words)}"
            found.append(Guess("level", message, one.page, one.line, usual=True))
        elif one.label and one.form is Form.WORDS and not (how.label or how.heading):
            message = f"“{one.label}” is no number that a provision can have, and is read as words: {_short(how.words)}"
            found.append(Guess("label", message, one.page, one.line, usual=True))
        elif how.doubt == "place":
            found.append(_unplaced(how.words, one))
    return found


def _unplaced(words: str, one: Paragraph) -> Guess:
    return Guess("place", f"these words have no number: {_short(words)}", one.page, one.line, usual=True)


def _short(words: str) -> str:
    return f"“{words if len(words) <= 60 else words[:59] + '…'}”"
