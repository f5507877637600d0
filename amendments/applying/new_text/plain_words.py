"""New words as they are to be printed: without the marks of a word processor or of Markdown.

A whole pair of marks of emphasis is taken off. Words that are struck through, or in a comment, are not certainly new
words, so they are refused; unless the mark-up shows a change of just those words that are to be replaced.
"""

from __future__ import annotations

import re

from amendments.applying.refused import Refused
from amendments.applying.words.left_out import pieces_of
from amendments.applying.words.patterns import plain
from grammar.numbers import CARDINAL, number_of

_STRUCK = re.compile(r"~~(?=\S)(?P<a>.*?\S)~~|<(?P<tag>del|s|strike)>(?P<b>.*?)</(?P=tag)>", re.DOTALL)
_ADDED = re.compile(
    r"\*\*(?=\S)(?P<a>[^*]*?[^\s*])\*\*|__(?=\S)(?P<b>[^_]*?[^\s_])__|\+\+(?=\S)(?P<c>[^+]*?[^\s+])\+\+"
    r"|<(?P<tag>ins|u|b|strong)>(?P<d>.*?)</(?P=tag)>",
    re.DOTALL,
)
_PAIRS = (
    re.compile(r"(?<!\\)\*\*\*(?=[^\s*])(?P<words>[^*]*?[^\s*])(?<!\\)\*\*\*"),
    re.compile(r"(?<!\\)\*\*(?=\S)(?P<words>(?:[^*\n]|\*(?!\*)|\n(?!\n))*?[^\s*]\*?)(?<!\\)\*\*"),
    re.compile(r"(?<![\\*\w])\*(?=[^\s*])(?P<words>(?:[^*\n]|\n(?!\n))*?[^\s*])(?<!\\)\*(?![*\w])"),
    re.compile(r"(?<![\\_\w])__(?=[^\s_])(?P<words>(?:[^_\n]|_(?!_)|\n(?!\n))*?[^\s_])(?<!\\)__(?![_\w])"),
    re.compile(r"(?<![\\_\w])_(?=[^\s_])(?P<words>(?:[^_\n]|\n(?!\n))*?[^\s_])(?<!\\)_(?![_\w])"),
    re.compile(r"<(?P<tag>b|i|em|strong|u)>(?P<words>.*?)</(?P=tag)>", re.DOTALL),
)
_HALF = re.compile(
    r"(?<![\\*])\*\*+(?=\S)|(?<=[^\s*])(?<!\\)\*\*+(?!\*)|(?<![\\*\w])\*(?=\w)|(?<=\w)(?<!\\)\*(?![*\w])"
)
_HIDDEN = re.compile(r"<!--|-->")
_REMARK = re.compile(
    r"\[[^\[\]]*\b(?:unchanged|no change|as before|as now|deleted|remains?|stays?)\b[^\[\]]*\]", re.IGNORECASE
)
_MARKED = re.compile(r"~~|</?(?:del|s|strike|ins)>")
_ESCAPED = re.compile(r"\\([*_~])")
_LIST_MARK = re.compile(r"^[ \t]*\*[ \t]+", re.MULTILINE)


_TWICE = re.compile(rf"\b(?P<word>{CARDINAL})\s+\((?P<figure>\d{{1,2}})\)", re.IGNORECASE)
"""A number in words and again in figures: “twenty-eight (28) days”."""


def _check_figures(new: str) -> None:
    """Raises `Refused` where a number in words and the figure behind it are two numbers."""
    for said in _TWICE.finditer(new):
        if number_of(said["word"]) != int(said["figure"]):
            raise Refused(
                "new-text-uncertain",
                f"“{said[0]}” in the new words are two numbers",
                "make the words and the figure agree",
            )


_STANDS_FOR = re.compile(
    r"""[\W_]*(?:no\s+change|unchanged|stet|none|nil|nothing|n/?a|tb[acd]|to\s+be\s+(?:decided|confirmed|agreed|deleted|removed)
        |(?:delete|omit|remove|repeal|scrap)(?:d|ted)?(?:\s+(?:this|the)\s+(?:rule|clause|section|words?))?|lost
        |(?:as|see)\s+(?:existing|now|before|above|below|present|current|\d[\w.]*)\b[^.]*)?[\W_]*""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands where new words are awaited and says something about them: “no change”, “delete”, “N/A”."""


def check_are_words(new: str) -> None:
    """Raises `Refused` where words that nobody has quoted may say something about the new words, and be none."""
    if _STANDS_FOR.fullmatch(new.strip()):
        raise Refused(
            "new-text-uncertain",
            f"it is not certain whether “{new.strip()}” is to be printed",
            "put it in quotation marks if it is; if something goes, say  delete",
        )


def plain_words(new: str, old: str = "") -> str:
    """New words without mark-up; `old` are the words that they replace, where those are known. Raises `Refused`."""
    _check_figures(new)
    if _HIDDEN.search(new):
        raise Refused(
            "new-text-uncertain",
            "there is a comment among the new words; it is not certain what is to be printed",
            "take the comment out, or put it outside the quotation",
        )
    remark = _REMARK.search(new)
    if remark:
        raise Refused(
            "new-text-uncertain",
            f"“{remark[0]}” among the new words is about the text, and is not to be printed",
            "write all of the new words out, and what else is to be done in an instruction of its own",
        )
    if _MARKED.search(new):
        return _as_changed(new, old)
    if not any(mark in new for mark in "*_<\\"):
        return new
    words = new
    if not (old and any(mark in old for mark in ("*", "_"))):
        for pair in _PAIRS:
            words = pair.sub(lambda match: match["words"], words)
        half = _HALF.search(_LIST_MARK.sub("", words))
        if half:
            raise Refused(
                "new-text-uncertain",
                f"“{half[0]}” in the new words marks emphasis, but there is no pair of it",
                f"take it out; or write  {''.join(chr(92) + mark for mark in half[0])}  if it is to be printed",
            )
    return _ESCAPED.sub(r"\1", words)


def _as_changed(new: str, old: str) -> str:
    """What is left of marked-up words, where they read without the mark-up just as those that they replace."""
    before = _ADDED.sub("", _STRUCK.sub(lambda match: match["a"] or match["b"] or "", new))
    after = _ADDED.sub(lambda match: next(filter(None, match.group("a", "b", "c", "d")), ""), _STRUCK.sub("", new))
    if old and _bare(before) == _bare(old) and not _MARKED.search(after):
        return re.sub(r" +([,;:.!?)])", r"\1", re.sub(r"[ \t]{2,}", " ", after)).strip()
    raise Refused(
        "new-text-uncertain",
        "some of the new words are struck through or marked; it is not certain which are to be printed",
        "give the new words as they are to read, without the marks",
    )


def _bare(words: str) -> str:
    return re.sub(r"[^\w]+", " ", plain(words)).strip()


def check_nothing_left_out(new: str) -> None:
    """Raises `Refused` where an ellipsis stands in new words: what is to be printed there is not said."""
    if pieces_of(new).has_ellipsis:
        raise Refused(
            "new-text-uncertain",
            "there is an ellipsis in the new words; it is not certain what stands there, or whether it is printed",
            "give the new words in full",
        )
