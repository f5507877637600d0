"""The words of a file, taken from it in the simplest way there is, to be counted against those that were read.

Of the importers only what opens a file is used, so that a fault of theirs is not made twice. What cannot be taken so
gives no words; those of a PDF come with its pages, from a process that may be stopped, and those of Rich Text and of
old documents are not counted.
"""

from __future__ import annotations

import html
import re

from rulebook.importing.file.archives import opened
from rulebook.importing.file.encodings import decoded
from rulebook.importing.formats import Kind, kind_of
from rulebook.source import Unreadable, decode

LARGEST = 20_000_000  # bytes of a part; more would take more memory than counting its words is worth
_WORD_PARTS = re.compile(r"word/(?:document|footnotes|endnotes)\d*\.xml")
_WORD_TEXT = re.compile(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<|<(/w:p>|w:tab/|w:br|w:cr/)|<w:(noBreakHyphen)/>")
_TWICE = re.compile(r"<mc:Fallback\b.*?</mc:Fallback>", re.DOTALL)
_NOT_SAID = frozenset(
    "office:change-info dc:creator dc:date office:meta office:styles office:automatic-styles office:master-styles "
    "office:settings office:scripts office:font-face-decls script style head svg:title".split()
)
_INLINE = frozenset(
    "text:span text:a text:change text:bookmark a b i u em strong span font sup sub code".split()
)  # fmt: skip
_TOKEN = re.compile(r"<!--|-->|<(?P<end>/?)(?P<tag>[?!A-Za-z][\w:-]*)[^<>]*>")
_TARGET = re.compile(r"\]\([^()\s]*\)")  # of a link in Markdown


def plain_words(data: bytes, name: str, encoding: str | None = None) -> str:
    """The words of a file in their order, without a thought of what they are."""
    kind = kind_of(data, name)
    try:
        match kind:
            case Kind.ZIPPED:
                return _of_archive(data, name)
            case Kind.FLAT | Kind.PAGE:
                return _without_tags(decode(data, name, encoding))
            case Kind.TEXT | Kind.RST | Kind.ASCIIDOC:
                return _TARGET.sub("]", decoded(data, name, encoding)[0])
    except Unreadable:
        pass
    return ""


def _of_archive(data: bytes, name: str) -> str:
    archive = opened(data, name)
    if "content.xml" in archive.names:
        data = archive.read("content.xml")
        return _without_tags(data.decode("utf-8", "replace")) if len(data) <= LARGEST else ""
    found = []
    for part in sorted(archive.names):
        if _WORD_PARTS.fullmatch(part):
            data = archive.read(part)
            if len(data) > LARGEST:
                return ""
            text = _TWICE.sub("", data.decode("utf-8", "replace"))
            found += [
                "-" if hyphen else "\n" if end else html.unescape(words)
                for words, end, hyphen in _WORD_TEXT.findall(text)
            ]
    return "".join(found)


def _without_tags(text: str) -> str:
    """The words between the tags of a page or of XML, in one pass, however the tags are nested or left open."""
    found: list[str] = []
    place, until = 0, ""
    for match in _TOKEN.finditer(text):
        tag = (match["tag"] or match[0]).lower()
        if until:
            if tag == until and match["end"] != "":
                until, place = "", match.end()
            continue
        found.append(text[place : match.start()])
        place = match.end()
        if tag == "<!--":
            until = "-->"
        elif tag in _NOT_SAID and not match["end"] and not match[0].endswith("/>"):
            until = tag
        elif tag not in _INLINE:
            found.append(" ")
    return html.unescape("".join([*found, "" if until else text[place:]]))
