"""The blocks of a text put under one another, as provisions.

Every word of the blocks is in the provisions, before the first of them or in a comment.
"""

from __future__ import annotations

from dataclasses import replace

from grammar.levels import APART
from rulebook.diagnostics import Diagnostic, Severity
from rulebook.numbering import BULLET, BULLETS, segment
from rulebook.provision import Level, Provision, Scheme
from rulebook.reading.depths import Depths
from rulebook.reading.following import check_first, check_label, follows
from rulebook.reading.headings import UNNUMBERED, HeadingLine, numbered, unnumbered, with_word
from rulebook.reading.lines import Block, read_blocks, tidy, untidied
from rulebook.reading.progress import Open, Progress
from rulebook.source import Source

DEEPEST = 40  # levels; a deeper nesting is taken for a fault of the layout
_BESIDE = APART | {"part"}  # what stands beside the chapters, where a line with hashes says so


class _Assembly:
    """The work of `provisions`: one block after another."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.depths = Depths(progress)
        self.words = {level.word.lower(): depth for depth, level in enumerate(progress.levels) if level.word}
        self.words.pop(UNNUMBERED, None)
        self.comments: list[str] = []
        self.front: list[str] = []

    def look_ahead(self, blocks: list[Block], flush: bool | None) -> None:
        """Find out from the whole text what is needed to read it from the first block on."""
        native = any(block.form == "HEADING" and block.words.startswith("#") for block in blocks)
        headings = [
            place
            for place, block in enumerate(blocks)
            if block.form == "HEADING" and native <= block.words.startswith("#") and self.placed(block)
        ]
        self.depths.look_for_indentation(blocks, headings, native, flush)
        self.depths.look_ahead(blocks)

    def take(self, block: Block) -> None:
        if block.form == "COMMENT":
            self.comments.append(block.words)
            if block.title:
                self.paragraph(block, block.title)
        elif block.form == "HEADING":
            self.heading(block)
        elif block.form == "NOTE":
            self.progress.row[-1].notes.append(block.words.split("]:", 1)[1].strip())
        elif block.form in ("LABELLED", "BULLET"):
            self.labelled(block)
        else:
            self.paragraph(block, block.words)
            if block.form == "TABLE" and block.title:
                self.paragraph(block, block.title)

    def placed(self, block: Block) -> tuple[HeadingLine, int, str] | None:
        """What a heading says, how deep the scheme or its hashes put it, and its kind where that is not the level's
        own; None where the line is none."""
        line = with_word(block.words)
        if line and line.word in self.words:
            return line, self.words[line.word], ""
        if line and (line.word == "appendix" or (line.hashes and line.word in _BESIDE)):
            return line, 0, line.word
        bare = unnumbered(block.words)
        if bare is None:
            return None
        depth = bare.hashes - 1
        line = numbered(block.words, self.progress.level(depth).style)
        return (line, depth, "") if line else (bare, depth, UNNUMBERED)

    def heading(self, block: Block) -> None:
        placed = self.placed(block)
        native = block.words.startswith("#")
        if placed is None or (not native and not self.settles(placed[0], block)):
            self.paragraph(block, f"{block.words} {block.title}".strip())
            return
        line, depth, kind = placed
        title, further = line.title, block.title
        if not title and not further.startswith(("-", "–", "—")):
            title, further = further, ""
        if kind == UNNUMBERED:
            self.unnumbered(block, title)
        self.progress.close_from(depth)
        if line.word and depth > 0 and self.progress.row[-1].depth < depth - 1:
            above = self.progress.level(depth - 1).word
            self.progress.say(
                "heading-misplaced",
                f"{self.progress.level(depth).word} {line.label} stands outside any {above.lower()}",
                block, f"put a heading such as  {'#' * depth} {above} 1 Title  before it",
            )  # fmt: skip
        self.depths.enter(block)
        heading_block = Block("HEADING", depth - self.progress.headed, "", "", "", block.span)
        self.begin(depth, heading_block, line.label, title, kind)
        self.progress.row[-1].headed = True
        if further:
            self.progress.row[-1].text.append(further)

    def unnumbered(self, block: Block, title: str) -> None:
        """Say that a heading has no number, unless the scheme has levels of such: a word of the scheme in front shows
        that one is missing."""
        first = title.split(" ", 1)[0].lower()
        if UNNUMBERED in (level.kind for level in self.progress.levels) and first not in self.words:
            return
        self.progress.say(
            "heading-unnumbered",
            f"this heading has no number that fits the scheme ({', '.join(self.progress.scheme.written)})",
            block, "write it as  # Chapter 5 Title  or  ## Clause IV Title, or cite it by its words",
            Severity.WARNING if first in self.words else Severity.ADVICE,
        )  # fmt: skip

    def settles(self, said: HeadingLine, block: Block) -> bool:
        """Whether a plain line such as "Clause IV. Title" is a heading: not in the middle of a provision's words."""
        line, _ = self.progress.source.position(self.progress.span(block)[0])
        above = self.progress.source.line(line - 1).rstrip() if line > 1 else ""
        depth = self.words.get(said.word, 0)
        inside = [opened for opened in self.progress.row if opened.depth == depth]
        if not above or not inside or follows(inside[-1].label, said.label, self.progress.levels[depth].style):
            return True
        return bool(said.title or block.title) and above.endswith((".", ";", ":", "!", "?", ")", "”", "’"))

    def labelled(self, block: Block) -> None:
        label = block.label if block.form == "LABELLED" else "-"
        if block.form == "LABELLED" and label.endswith(".") and segment(label):
            label = label[:-1]
        if block.form == "LABELLED" and not self.depths.is_label(label):
            self.paragraph(block, f"{block.label} {block.words}".strip())
            return
        depth = self.depths.depth(block, label)
        if depth >= DEEPEST:
            self.progress.say(
                "nested-too-deep", f"this is nested more than {DEEPEST} levels deep", block, "take out the indentation"
            )
            depth = DEEPEST - 1
        self.progress.close_from(depth)
        check_first(self.progress, self.progress.row[-1], label, block)
        self.begin(depth, block, label)

    def begin(self, depth: int, block: Block, label: str, heading: str = "", kind: str = "") -> None:
        level = self.progress.level(depth)
        if label in BULLETS:
            level = Level("", BULLET, level.kind)
        elif kind:
            level = Level(kind.capitalize(), level.style, kind)
        parent = self.progress.row[-1]
        if parent.tail:
            self.give_back(parent, block)
        if label:
            check_label(self.progress, parent, label, block)
            parent.labels.append(label)
            parent.named.add(segment(label))
        span, comments = self.progress.span(block), tuple(self.comments)
        opened = Open(depth, block.indent, level, label, span, heading, comments=comments)
        self.comments = []
        if block.words and not heading and block.form != "HEADING":
            opened.text.append(block.words)
        self.progress.row.append(opened)

    def give_back(self, parent: Open, block: Block) -> None:
        """Words taken for the tail of a list that goes on after them belong to its last provision."""
        last, words = parent.children[-1], "\n\n".join(parent.tail)
        whole = (
            replace(last, tail=f"{last.tail}\n\n{words}".strip())
            if last.children
            else replace(last, text=f"{last.text}\n\n{words}".strip())
        )
        parent.children[-1], parent.tail = whole, []
        self.progress.say(
            "paragraph-uncertain",
            f"the words before this, “{short(words)}”, stand in the middle of a list; they are read as the rest of "
            f"“{segment(last.label)}”",
            block, "indent them as far as the words they belong to",
        )  # fmt: skip

    def paragraph(self, block: Block, words: str) -> None:
        if not words:
            return
        if self.depths.indented:
            row = self.progress.row
            while len(row) > 2 and row[-1].indent >= block.indent and row[-1].depth >= self.progress.floor:
                self.progress.close()
        owner = self.progress.row[-1]
        if owner.depth < 0:
            self.front.append(words)
            return
        if not self.depths.indented and owner.depth > self.progress.floor and block.indent <= owner.indent:
            self.progress.say(
                "paragraph-uncertain",
                "this paragraph has no number and no indentation; it is read as the rest of "
                f"{'.'.join(segment(opened.label) for opened in self.progress.row[1:])}",
                block, "indent it as far as the words it belongs to",
            )  # fmt: skip
        (owner.tail if owner.children else owner.text).append(words)


def provisions(
    source: Source, text: str, offset: int, scheme: Scheme, *, flush: bool | None = None
) -> tuple[tuple[Provision, ...], list[str], list[str], list[Diagnostic]]:
    """The provisions of a text, what stands before them, the comments after them, and the findings.

    `offset` is where the text stands in the source. `flush` says that indentation means nothing.
    """
    above = len(text) - len(text.lstrip("\n"))
    text, offset = text[above:], offset + above
    made = tidy(text)
    blocks = read_blocks(made)
    progress = Progress(source, scheme, offset, untidied(text, made))
    assembly = _Assembly(progress)
    assembly.look_ahead(blocks, flush)
    for block in blocks:
        assembly.take(block)
    progress.close_from(0)
    return tuple(progress.book.children), assembly.front, assembly.comments, progress.findings


def short(words: str) -> str:
    """Words as a finding quotes them: not more than sixty characters."""
    return words if len(words) <= 60 else words[:59] + "…"
