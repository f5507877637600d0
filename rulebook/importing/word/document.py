"""Word documents (.docx, .docm) as paragraphs, with the numbers that Word makes itself as it would print them.

Every word of the file is in a paragraph, in a note, or in what was left out. Macros are never read.
"""

from __future__ import annotations

from rulebook.importing.file.bounds import check_marked
from rulebook.importing.file.own_styles import is_own
from rulebook.importing.file.paragraphs import Document, Guess, LeftOut, squeezed
from rulebook.importing.word.body import Body
from rulebook.importing.word.depths import with_depths
from rulebook.importing.word.linked_notes import take_linked_notes
from rulebook.importing.word.markup import W, WordFile, one_form, word_file
from rulebook.importing.word.notes import beside_the_page, note_words
from rulebook.importing.word.numbering import numbering
from rulebook.importing.word.paragraphs import Paragraphs
from rulebook.importing.word.styles import Styles
from rulebook.importing.word.words import ACCEPT, REJECT, Gathering
from rulebook.source import Unreadable

_DC = "{http://purl.org/dc/elements/1.1/}"
_NO_TITLE = ("microsoft word", "document", "untitled", "title")  # what programs write there themselves


def read_word(data: bytes, name: str, *, tracked: str = ACCEPT) -> Document:
    """The paragraphs of a Word file. `tracked` is how tracked changes are taken: "accept" or "reject".

    Raises `Unreadable` for a file that is none, is damaged or does harm.
    """
    try:
        return _read(word_file(data, name), tracked)
    except RecursionError:
        raise Unreadable(
            f"{name} is nested too deeply for a document that somebody wrote", "save it again from Word"
        ) from None


def _read(file: WordFile, tracked: str) -> Document:
    root = one_form(file.root(file.main))
    found = root.find(f"{W}body")
    if found is None:
        raise Unreadable(f"{file.archive.file} has no words in it", "open it in Word and save it again")
    check_marked(found.iter(f"{W}p"), file.archive.file)
    styles = Styles(file.tree("styles"))
    lists = numbering(file.tree("numbering"), styles)
    pages = next(found.iter(f"{W}lastRenderedPageBreak"), None) is not None
    notes: dict[str, str] = {}
    gathering = Gathering(styles, tracked, notes, pages)
    aside: list[LeftOut] = []
    for kind in ("footnote", "endnote"):
        notes.update(note_words(file.tree(f"{kind}s"), kind, gathering))
    notes.update(take_linked_notes(found, gathering))
    if pages:
        gathering.page = 1
    body = Body(gathering, Paragraphs(styles, lists, tracked), is_own(styles.names))
    read = body.read(found)
    changes = gathering.changes
    aside += (LeftOut("note that nothing calls", text) for key, text in notes.items() if key not in gathering.called)
    aside += beside_the_page(file, styles, tracked)
    if lists.unknown:
        formats = ", ".join(sorted(lists.unknown))
        body.guesses.append(Guess("label", f"numbers of a kind that is not known ({formats}) were read as 1, 2, 3"))
    if changes:
        body.guesses.insert(0, _of_changes(changes, tracked))
    title, organisation = _properties(file)
    return Document(
        tuple(with_depths(read)),
        body.front.title or title,
        body.front.organisation or organisation,
        body.front.edition,
        tuple(body.front.contents),
        (*body.left_out, *aside),
        tuple(body.guesses),
    )


def _of_changes(number: int, tracked: str) -> Guess:
    changes = "is 1 tracked change" if number == 1 else f"are {number} tracked changes"
    if tracked == REJECT:
        how = "the words were read without them; --tracked accept reads them as if all were accepted"
    else:
        how = "the words were read as if all were accepted; --tracked reject reads them without the changes"
    return Guess("change", f"there {changes} in the file: {how}")


def _properties(file: WordFile) -> tuple[str, str]:
    """The title and the organisation that the file's own properties name."""
    title = organisation = ""
    if "docProps/core.xml" in file.archive.names:
        title = squeezed(file.root("docProps/core.xml").findtext(f"{_DC}title") or "")
        if title.lower().startswith(_NO_TITLE[0]) or title.lower() in _NO_TITLE:
            title = ""
    if "docProps/app.xml" in file.archive.names:
        company = (one for one in file.root("docProps/app.xml") if str(one.tag).endswith("}Company"))
        organisation = squeezed(next((one.text or "" for one in company), ""))
    return title, organisation
