"""Random rulebooks for Hypothesis: every tree made here is one that a native file can hold.

`rulebooks()` draws one. Its words are hostile on purpose: paragraphs that begin like a label, a heading, a comment.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from rulebook.numbering import numeral
from rulebook.provision import DEFAULT_SCHEME, KINDS, Provision, Rulebook, Scheme

HEADED = 2  # chapters and clauses have headings; what is under them has numbers only

LOOKALIKES = (
    "5. foo", "5A. the vote", "(a) x", "a) x", "A.", "i. one", "iv. four", "4.2 x", "4.2.1. x", "# x", "## Clause I X",
    "- x", "* x", "• x", "<!-- x -->", "<!-- x", "[^1]: x", "[^1] x", r"\. x", r"\\ x", r"5\. foo", "\\", "> x", "---",
    "Clause IV", "Chapter 2", "Clause II Members", "RULE 3", "Part A", "Appendix B Forms", "Yes. No.", "Members.", "AA. x",
    "mix. x", "e.g. this", "No.5 is open.", "1", "IV", "A", "-", "“A. x”", "’tis", "...", "__init__", "Section 5 of the Act",
)  # fmt: skip

_WORDS = (
    "the member branch Executive shall vote by ballot of half not more than 5% five-year (a) 5.IV.2 I A “Party” "
    "members’ co-operative and/or 2026, clause IV; sub-clause chapter: – a. £20 [^1] | * \\ # ."
).split()
_ODD = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=6
).filter(lambda word: not word.isspace())  # fmt: skip


def _unlike_a_table(words: str) -> bool:
    return not words.startswith("|")


sentences = st.lists(st.one_of(st.sampled_from(_WORDS), _ODD), min_size=1, max_size=8).map(" ".join)
tables = st.lists(
    st.lists(st.sampled_from(("fee", "£20", "Chapter 1", "5.", "")), min_size=1, max_size=3).map(
        lambda cells: "| " + " | ".join(cells) + " |"
    ),
    min_size=1,
    max_size=3,
).map("\n".join)
paragraphs = st.one_of(sentences.filter(_unlike_a_table), st.sampled_from(LOOKALIKES), tables)
texts = st.lists(paragraphs, max_size=3).map("\n\n".join)
headings = st.lists(st.sampled_from("Aims Members A of and the votes 5 (new) I’s Clause".split()), max_size=4).map(
    lambda words: " ".join(["The", *words]) if words else ""
)
notes = st.lists(sentences, max_size=2).map(tuple)
comments = st.lists(
    st.lists(st.sampled_from(("todo:", "5. x", "# x", "ask", "")), max_size=3).map(lambda lines: "\n".join(["<!--", *lines, "-->"])),
    max_size=1,
).map(tuple)  # fmt: skip


@st.composite
def labels(draw: st.DrawFn, style: str, size: int, dresses: tuple[str, ...]) -> list[str]:
    """The labels of one list: in order, with gaps and with insertions such as 5A."""
    dress = draw(st.sampled_from(dresses))
    found: list[str] = []
    number = 0
    for _ in range(size):
        if number and style in ("1", "I", "A") and draw(st.integers(0, 5)) == 0:
            found.append(dress.format(numeral(number, style) + "A"))
            continue
        number += draw(st.sampled_from((1, 1, 1, 1, 2)))
        found.append(dress.format(numeral(number, style)))
    return list(dict.fromkeys(found))


@st.composite
def provisions(draw: st.DrawFn, depth: int, most: int, scheme: Scheme = DEFAULT_SCHEME) -> tuple[Provision, ...]:
    """The provisions of one list, `depth` levels down from the top, and all under them."""
    size = draw(st.integers(1 if depth == 0 else 0, most))
    kind = scheme.kind(depth)
    bulleted = depth >= HEADED and (depth >= len(KINDS) or draw(st.integers(0, 4)) == 0)
    names = (
        ["-"] * size
        if bulleted
        else draw(labels(scheme.levels[depth].style, size, ("{}",) if depth < HEADED else ("{}", "{}", "({})", "{})")))
    )
    found = []
    for label in names:
        below = draw(provisions(depth + 1, 2, scheme)) if depth < 5 and not bulleted and draw(st.booleans()) else ()
        tailed = below and below[0].kind != "clause"
        found.append(
            Provision(
                kind,
                label,
                draw(headings) if depth < HEADED else "",
                draw(texts.filter(lambda text: text[:1] not in ("", "|")) if bulleted else texts),
                below,
                draw(texts) if tailed else "",
                draw(notes) if draw(st.integers(0, 4)) == 0 else (),
                draw(comments) if draw(st.integers(0, 4)) == 0 else (),
            )
        )
    return tuple(found)


@st.composite
def rulebooks(draw: st.DrawFn) -> Rulebook:
    """A rulebook under the default scheme, sometimes with an appendix and with words before the first chapter."""
    chapters = draw(provisions(0, 3))
    if draw(st.integers(0, 3)) == 0:
        forms = draw(provisions(2, 3))
        chapters += (Provision("appendix", draw(st.sampled_from("AB")), draw(headings), draw(texts), forms),)
    if draw(st.integers(0, 5)) == 0:
        chapters = (Provision("preamble", "", text=draw(texts.filter(bool))), *chapters)
    last = draw(comments) if draw(st.integers(0, 5)) == 0 else ()
    title = draw(headings.filter(lambda words: words.split()[-1:] not in (["of"], ["the"], ["and"])))  # goes on
    organisation = draw(st.sampled_from(("", "Barchester Party", "A: B", "---")))
    crosswalk = (("5C", "5.IV"),) if draw(st.booleans()) else ()
    return Rulebook(title, organisation, "2026", DEFAULT_SCHEME, chapters, crosswalk, comments=last)


def without_comments(rulebook: Rulebook) -> Rulebook:
    """The same book without the editor's comments, which plain text does not hold."""

    def bare(siblings: tuple[Provision, ...]) -> tuple[Provision, ...]:
        return tuple(replace(one, comments=(), children=bare(one.children)) for one in siblings)

    return replace(rulebook, chapters=bare(rulebook.chapters), comments=())
