"""How deep a labelled provision belongs: by its indentation, or where that says nothing by the labels before it."""

from __future__ import annotations

from itertools import pairwise

from rulebook.numbering import BULLET, BULLETS, common_style, count, front_and_last, segment, styles
from rulebook.reading.following import dress, follows
from rulebook.reading.lines import Block
from rulebook.reading.progress import Open, Progress


class Depths:
    """The depth of one labelled block after another, counted from 0 at the chapters.

    `indented` is whether indentation says, under the present heading, what belongs where.
    """

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.next_label: dict[int, str] = {}
        self.least = 0  # the indentation of what stands directly under the present heading
        self.indented, self.indented_under = True, dict[int, bool]()

    def look_for_indentation(self, blocks: list[Block], headings: list[int], native: bool, flush: bool | None) -> None:
        """Settle for the words under each heading whether indentation says what belongs where.

        `headings` are the places of the blocks that are headings. `flush` says that it does not, for all of them.
        """

        def told(some: list[Block], native: bool) -> bool:
            return self.is_indented(some, native) if flush is None else not flush

        self.indented = told(blocks[: headings[0]] if headings else blocks, False)
        for place, end in pairwise([*headings, len(blocks)]):
            self.indented_under[blocks[place].span[0]] = told(blocks[place + 1 : end], native)

    def is_indented(self, blocks: list[Block], native: bool) -> bool:
        """It says so where labels are indented by different amounts; and where all are of one level, so that they need
        no indentation, in a native file or where words are indented.
        """
        labelled = [block for block in blocks if block.form in ("LABELLED", "BULLET")]
        indents = {block.indent for block in labelled}
        if len(indents) > 1:
            return True
        floor = min(indents, default=0)
        meant = native or any(block.form in ("WORDS", "TABLE") and block.indent > floor for block in blocks)
        labels = [block.label if block.form == "LABELLED" else BULLET for block in labelled]
        return meant and self.one_level([label for label in labels if styles(label)])

    def one_level(self, labels: list[str]) -> bool:
        return not labels or (common_style(labels) is not None and len({dress(label) for label in labels}) == 1)

    def look_ahead(self, blocks: list[Block]) -> None:
        """Note for each labelled block the next label in the same dress, which tells the letter "i" from a numeral."""
        coming: dict[tuple[str, bool], str] = {}
        for block in reversed(blocks):
            if block.form == "HEADING":
                coming.clear()
            elif block.form == "LABELLED" and not any(character.isdigit() for character in block.label):
                alike = dress(block.label), block.label.isupper()
                self.next_label[block.span[0]] = coming.get(alike, "")
                coming[alike] = block.label

    def enter(self, heading: Block) -> None:
        """What comes now stands under this heading."""
        self.least = 0
        self.indented = self.indented_under.get(heading.span[0], self.indented)

    def depth(self, block: Block, label: str) -> int:
        """How deep a labelled block belongs."""
        return self.by_indent(block) if self.indented else self.by_siblings(block, label)

    def is_label(self, label: str) -> bool:
        """Whether what stands before the words of a block is a label here, and no word of theirs."""
        found = styles(label)
        if not found:
            return False
        word = segment(label)
        if len(word) > 1 and word.isalpha() and not any(style in ("I", "i") for style in found):
            # "aa" and "BA" are labels where they follow, and else the beginning of a sentence
            row = self.progress.row
            last = [opened.label for opened in row] + [child.label for child in row[-1].children[-1:]]
            return any(
                segment(other)[:1].lower() in (word[0].lower(), "z")
                or any(follows(other, label, style) for style in found)
                for other in last
                if other
            )
        return True

    def by_indent(self, block: Block) -> int:
        floor = self.progress.floor
        for opened in reversed(self.progress.row):
            if opened.depth < floor:
                if not block.indent >= self.least:
                    self.progress.say(
                        "level-uncertain", f"“{segment(block.label)}” is indented less than the provisions before it",
                        block, "indent what stands directly under a heading alike",
                    )  # fmt: skip
                self.least = block.indent
                return floor
            if opened.indent < block.indent:
                return opened.depth + 1
            if opened.indent == block.indent:
                return opened.depth
        return floor

    def by_siblings(self, block: Block, label: str) -> int:
        """Without indentation: the level that this label continues, or else the one that it opens."""
        open_levels = [opened for opened in self.progress.row if opened.depth >= self.progress.floor]
        if label in BULLETS:
            return (
                open_levels[-1].depth + (open_levels[-1].label not in BULLETS) if open_levels else self.progress.floor
            )
        found = styles(label)
        if found == ("1.1",):
            return self.depth_of_decimal(label, open_levels)
        continued = [
            (opened.depth, style)
            for opened in reversed(open_levels)
            for style in found
            if dress(opened.label) == dress(label)
            and style in styles(opened.label)
            and follows(opened.label, label, style)
        ]
        deepest = open_levels[-1].depth if open_levels else self.progress.floor - 1
        opens = tuple(style for style in found if (count(label, style) or (0, ""))[0] == 1)
        expected = self.progress.level(deepest + 1).style
        following = self.next_label.get(block.span[0], "")
        again = any(opened.label == label for opened in open_levels)  # no list stands inside one with the same label
        if opens and not again and (expected in opens or not expected or not continued):
            used = {dress(opened.label) for opened in open_levels if set(styles(opened.label)) & set(found)}
            counts_on = any(follows(label, following, style) for style in opens)
            if (dress(label) not in used or expected in opens) and (counts_on or not continued):
                return self.opened_depth(opens, open_levels, deepest)
        if continued:  # "v" may follow "u" or "iv": what comes next decides, else the deepest
            return next((depth for depth, style in continued if follows(label, following, style)), continued[0][0])
        alike = [o.depth for o in open_levels if set(styles(o.label)) & set(found) and dress(o.label) == dress(label)]
        if alike:
            return alike[-1]
        depth = self.opened_depth(found, open_levels, deepest)
        if open_levels and not opens:
            self.progress.say(
                "level-uncertain",
                f"it is not certain how deep “{segment(label)}” belongs: nothing before it counts up to it",
                block, "indent it by four spaces for each level, or correct the number",
            )  # fmt: skip
        return depth

    def opened_depth(self, found: tuple[str, ...], open_levels: list[Open], deepest: int) -> int:
        if not open_levels:
            return self.progress.floor
        for depth in range(self.progress.floor, len(self.progress.levels)):
            if self.progress.levels[depth].style in found and depth <= deepest + 1:
                return depth
        return deepest + 1

    def depth_of_decimal(self, label: str, open_levels: list[Open]) -> int:
        word, (front, _) = segment(label), front_and_last(label)
        for opened in reversed(open_levels):
            if front == segment(opened.label) or word.startswith(segment(opened.label) + "."):
                return opened.depth + 1
        parts = word.count(".")
        for opened in reversed(open_levels):
            if segment(opened.label).count(".") == parts:
                return opened.depth
        return self.progress.floor
