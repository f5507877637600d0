"""Drafts as they arrive: a document of Word or LibreOffice, a PDF or a page, read as the text that somebody wrote.

The importers of rulebooks say what its paragraphs are; here they become Markdown, with their labels and tables, as a
person would have typed it. What is not in its words (tracked deletions, running heads) is not in the draft.
"""

from __future__ import annotations

from amendments.drafts.head import in_plain_words
from rulebook.importing.file.paragraphs import Form, Paragraph
from rulebook.importing.formats import Kind, kind_of, read_document
from rulebook.provision import Rulebook
from rulebook.source import Source, read_bytes, read_source

DOCUMENTS = (".docx", ".docm", ".odt", ".fodt", ".pdf", ".html", ".htm", ".rtf", ".doc")
"""The endings of files that are read so."""
INDENT = 4  # spaces for each list that a paragraph stands in


def read_arrived(path: str, encoding: str | None = None) -> Source:
    """The text of a draft, whatever kind of file it is in. Raises `Unreadable`."""
    if path == "-" or not path:
        return read_source(path, encoding)
    data = read_bytes(path)
    if not is_document(data, path):
        return read_source(path, encoding)
    read = read_document(data, path, tracked="accept", encoding=encoding, say=None)
    assert not isinstance(read, Rulebook)  # only a text can be one that this tool wrote
    return Source(path, "\n\n".join(filter(None, map(_written, read.paragraphs))) + "\n")


def is_document(data: bytes, path: str) -> bool:
    """Whether a file is no text that can be read as it is."""
    return kind_of(data, path) not in (Kind.TEXT, Kind.RST, Kind.ASCIIDOC)


def as_markdown(text: str) -> str:
    """The text of a draft with its head as front matter, where it has one in plain words."""
    facts, start = in_plain_words(text)
    if not facts:
        return text
    import yaml

    head = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=100_000)
    return f"---\n{head}---\n\n{text[start:]}"


def _written(one: Paragraph) -> str:
    """A paragraph as it is typed: a heading with its marks, an item of a list under what it belongs to."""
    words = f"{one.label} {one.text}".strip()
    if one.form is Form.TABLE:
        return one.text
    if one.level:
        return f"{'#' * min(one.level + 1, 6)} {words}"
    depth = one.depth if one.depth and one.depth > 0 and one.label else 0
    return f"{' ' * INDENT * depth}{words}"
