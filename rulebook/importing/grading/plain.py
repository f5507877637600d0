"""The words of a file, taken from it in the simplest way there is, to be counted against those that were read.

Nothing of the importers is used, so that a fault of theirs is not made twice. What cannot be taken so gives no words;
those of a PDF come with its pages, from a process that may be stopped.
"""

from __future__ import annotations

import html
import re

from rulebook.importing.file.archives import opened
from rulebook.importing.file.encodings import decoded
from rulebook.importing.formats import Kind, kind_of
from rulebook.source import Unreadable, decode

_WORD_PARTS = re.compile(r"word/(?:document|footnotes|endnotes)\d*\.xml")
_WORD_TEXT = re.compile(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<|<(/w:p>|w:tab/|w:br|w:cr/)|<w:(noBreakHyphen)/>")
_TWICE = re.compile(r"<mc:Fallback\b.*?</mc:Fallback>", re.DOTALL)
_NOT_SAID = re.compile(
    r"<(?P<tag>office:change-info|dc:creator|dc:date|meta:[\w-]+|office:(?:meta|styles|automatic-styles|master-styles|"
    r"settings|scripts|font-face-decls)|script|style|head|svg:title)\b[^>]*(?<!/)>.*?</(?P=tag)\s*>|<!--.*?-->",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = re.compile(
    r"</?(?:text:span|text:a|text:change|text:bookmark|a|b|i|u|em|strong|span|font|sup|sub|code)\b[^>]*>", re.I
)
_TARGET = re.compile(r"\]\([^()\s]*\)")  # of a link in Markdown
_TAG = re.compile(r"<[^>]*>")


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
        return _without_tags(archive.read("content.xml").decode("utf-8", "replace"))
    found = []
    for part in sorted(archive.names):
        if _WORD_PARTS.fullmatch(part):
            text = _TWICE.sub("", archive.read(part).decode("utf-8", "replace"))
            found += [
                "-" if hyphen else "\n" if end else html.unescape(words)
                for words, end, hyphen in _WORD_TEXT.findall(text)
            ]
    return "".join(found)


def _without_tags(text: str) -> str:
    return html.unescape(_TAG.sub(" ", _INLINE.sub("", _NOT_SAID.sub(" ", text))))
