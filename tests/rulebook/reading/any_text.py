"""A rulebook read, its outline, and any text that might be one."""

from __future__ import annotations

from hypothesis import strategies as st

from rulebook.provision import Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source


def read(text: str) -> Rulebook:
    return read_rulebook(Source("rules.md", text))[0]


def outline(rulebook: Rulebook) -> list[str]:
    """A line for each provision: its reference, its words, and its tail after a bar."""
    return [
        f"{rulebook.reference(path)}: {' / '.join(filter(None, (one.heading, one.text)))}"
        + (f" | {one.tail}" if one.tail else "")
        for path, one in rulebook.walk()
    ]


NATIVE = """\
# Chapter 5 Selections

## Clause IV Candidates

1. One.

2. Two:

    A. first:

        i. branches; and

        ii. affiliates.

    B. last.

    Nothing more.

5A. Five.
"""
_OPENINGS = (
    "", "", "# ", "## ", "# Chapter 2 ", "## Clause I ", "Chapter 3\n", "Clause II.\n", "Appendix A ", "1. ", "2) ", "(a) ", "A. ", "i. ",
    "ii. ", "5A. ", "1.1 ", "- ", "• ", "> ", "| ", "<!-- ", "<!-- x -->", "\t", "\u00a0", "\x0c", "\\", "---\n", "Edition: ",
)  # fmt: skip
_lines = st.builds(
    lambda indent, opening, words, end: f"{indent}{opening}{words}{end}",
    st.sampled_from(("", "", "  ", "    ", "        ", "\t", " ")),
    st.sampled_from(_OPENINGS),
    st.one_of(st.text(max_size=12), st.sampled_from(("the vote is taken", "by members; and", "a -->", "I agree", ""))),
    st.sampled_from(("\n", "\n", "\n\n", "  \n", "\n\n\n")),
)
arbitrary_texts = st.builds(
    lambda head, lines: head + "".join(lines),
    st.sampled_from(
        ("", "# Chapter 1 Name\n\n", "Chapter 1\nName\nClause I.\nAims\n", "1. Name\n", "Our Rules\n\n1. Name\n")
    ),
    st.lists(_lines, max_size=12),
)
