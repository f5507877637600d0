"""Reading a rulebook: the native Markdown file, or plain text in the usual printed layout, to the same tree.

Every word of the source is in the tree. What could not be placed with certainty is a finding with its line, and
stands in the tree all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

from rulebook.diagnostics import Diagnostic, Severity
from rulebook.lines import Block, read_blocks, tidy, untidied
from rulebook.numbering import ARABIC, BULLET, BULLETS, common_style, count, segment, styles
from rulebook.provision import DEFAULT_SCHEME, Level, Provision, Rulebook, Scheme
from rulebook.source import Source, Span, Unreadable

DEEPEST = 40  # levels; a deeper nesting is taken for a fault of the layout

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*\n", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(
    r"""(?P<hashes>\#{1,6}[ ]+)?
        (?:(?P<word>[A-Za-z][A-Za-z-]*)[ ]+)?
        (?P<label>\d+[A-Z]?(?:\.\d+)*|[IVXLCDM]+[A-Z]?|[A-Z])(?![\w’'-])[.:]?
        (?:[ ]*[–—-])*[ ]*
        (?P<title>.*)""",
    re.VERBOSE,
)


def front_matter(source: Source) -> tuple[dict[str, Any], int]:
    """The YAML at the head of a file, and the offset where it ends; nothing and 0 where there is none.

    Raises `Unreadable`, with the line, where it is not YAML or not a list of names and values.
    """
    match = _FRONT_MATTER.match(source.text)
    if not match:
        return {}, 0
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        found = yaml.load(match["yaml"], Loader=loader)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = f", line {mark.line + 2}" if mark else ""
        said = getattr(problem, "problem", None) or "it cannot be read"
        raise Unreadable(
            f"{source.name}{line}: the lines between the two --- are not “name: value” lines ({said})",
            'put quotation marks round a value that holds a colon, as in  title: "Motion 5: housing"',
        ) from None
    except (ValueError, RecursionError) as problem:
        raise Unreadable(f"{source.name}: the lines between the two --- cannot be read ({problem})") from None
    if found is None:
        return {}, match.end()
    if not isinstance(found, dict):
        raise Unreadable(
            f"{source.name}: the lines between the two --- must be of the form “name: value”",
            "as in  title: Rule Book",
        )
    return found, match.end()


@lru_cache(maxsize=4096)
def dress(label: str) -> str:
    """What stands round a label's number: "(n)", "n)", "n"."""
    return re.sub(r"\w+", "n", label)


@dataclass(slots=True)
class _Open:
    """A provision that is still being read."""

    depth: int
    indent: int
    level: Level
    label: str
    span: Span
    heading: str = ""
    text: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    children: list[Provision] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    comments: tuple[str, ...] = ()
    below: str = ""  # the style of its children's numerals, as far as it is known
    in_order: bool = False  # whether each of them counts more than the one before

    def closed(self) -> Provision:
        return Provision(
            self.level.kind,
            self.label,
            self.heading,
            "\n\n".join(self.text),
            tuple(self.children),
            "\n\n".join(self.tail),
            tuple(self.notes),
            self.comments,
            self.span,
        )


class _Assembly:
    """Blocks put under one another."""

    def __init__(self, source: Source, scheme: Scheme, offset: int, original: Callable[[Span], Span]) -> None:
        self.source, self.scheme, self.levels, self.offset = source, scheme, scheme.levels, offset
        self.original = original
        self.next_label: dict[int, str] = {}
        self.least = 0  # the indentation of what stands directly under the present heading
        self.indented, self.indented_under = True, dict[int, bool]()
        self.headed = sum(1 for level in self.levels if level.word)
        self.words = {level.word.lower(): depth for depth, level in enumerate(self.levels) if level.word}
        self.book = _Open(-1, -1, Level("", "", "book"), "", (0, 0))
        self.open: list[_Open] = [self.book]
        self.comments: list[str] = []
        self.front: list[str] = []
        self.findings: list[Diagnostic] = []

    def look_for_indentation(self, blocks: list[Block], flush: bool | None) -> None:
        """Settle for the words under each heading whether indentation says what belongs where."""
        native = any(block.form == "HEADING" and block.words.startswith("#") for block in blocks)
        cuts = [
            place
            for place, block in enumerate(blocks)
            if block.form == "HEADING" and native <= block.words.startswith("#") and self.placed(block)
        ]
        self.indented = self.is_indented(blocks[: cuts[0]] if cuts else blocks, False) if flush is None else not flush
        for place, end in pairwise([*cuts, len(blocks)]):
            told = self.is_indented(blocks[place + 1 : end], native) if flush is None else not flush
            self.indented_under[blocks[place].span[0]] = told

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

    # -------------------------------------------------------------- opening and closing

    def level(self, depth: int) -> Level:
        if depth < len(self.levels):
            return self.levels[depth]
        return Level("", "", self.scheme.kind(depth))

    def close_to(self, count_left: int) -> None:
        while len(self.open) > count_left:
            done = self.open.pop()
            self.open[-1].children.append(done.closed())

    def begin(self, depth: int, block: Block, label: str, heading: str = "", kind: str = "") -> None:
        level = self.level(depth)
        if label in BULLETS:
            level = Level("", BULLET, level.kind)
        elif kind:
            level = Level(kind.capitalize(), level.style, kind)
        parent = self.open[-1]
        if parent.tail:
            self.give_back(parent, block)
        self.check_label(parent, label, block)
        parent.labels.append(label)
        opened = _Open(depth, block.indent, level, label, self.span(block), heading, comments=tuple(self.comments))
        self.comments = []
        if block.words and not heading and block.form != "HEADING":
            opened.text.append(block.words)
        self.open.append(opened)

    def span(self, block: Block) -> Span:
        start, end = self.original(block.span)
        return start + self.offset, end + self.offset

    def say(self, code: str, message: str, block: Block, help: str = "", severity: Severity = Severity.WARNING) -> None:
        self.findings.append(Diagnostic(code, message, help, severity, self.source, self.span(block)))

    def give_back(self, parent: _Open, block: Block) -> None:
        """Words taken for the tail of a list that goes on after them belong to its last provision."""
        last, words = parent.children[-1], "\n\n".join(parent.tail)
        whole = (
            replace(last, tail=f"{last.tail}\n\n{words}".strip())
            if last.children
            else replace(last, text=f"{last.text}\n\n{words}".strip())
        )
        parent.children[-1], parent.tail = whole, []
        self.say(
            "paragraph-uncertain",
            f"the words before this, “{_short(words)}”, stand in the middle of a list; they are read as the rest of "
            f"“{segment(last.label)}”",
            block, "indent them as far as the words they belong to",
        )  # fmt: skip

    def check_label(self, parent: _Open, label: str, block: Block) -> None:
        """Say where a label is there already, or does not follow the one before it."""
        if label in BULLETS:
            return
        last = parent.labels[-1] if parent.labels else ""
        if last in BULLETS or not last:
            return
        if parent.below:
            before, this = count(last, parent.below), count(label, parent.below)
            if before and this and this[0] == before[0] + 1 and not this[1] and parent.in_order:
                return
        parent.in_order = False
        place, word = self.name(parent), segment(label)
        if word in {segment(other) for other in parent.labels}:
            self.say(
                "numbering-repeat", f"there is a second “{word}” {place}", block, "give one of them another number"
            )
            return
        style = common_style([*parent.labels, label])
        if style is None:
            return
        before, this = count(last, style), count(label, style)
        parent.below = style
        if before and this and (this[0] < before[0] or this[0] > before[0] + 1):
            self.say(
                "numbering-gap",
                f"“{word}” follows “{segment(last)}” {place}",
                block,
                "if provisions were repealed here, say so in a line in square brackets; else correct the number",
                Severity.ADVICE,
            )
        parent.in_order = all(
            earlier and later and earlier < later
            for earlier, later in pairwise(count(other, style) for other in [*parent.labels, label])
        )

    def check_first(self, parent: _Open, label: str, block: Block) -> None:
        """Say where a list under a numbered provision does not begin at its beginning."""
        found = styles(label)
        if parent.depth < self.headed or parent.labels or label in BULLETS:
            return
        if any((count(label, style) or (0, ""))[0] == 1 for style in found):
            return
        if dress(parent.label) == dress(label) and any(self.follows(parent.label, label, style) for style in found):
            self.say(
                "level-uncertain",
                f"“{segment(label)}” is indented under “{segment(parent.label)}”, but it counts on from it",
                block, "give both the same indentation, if they belong to one list",
            )  # fmt: skip
        else:
            self.say(
                "numbering-gap", f"“{segment(label)}” is the first {self.name(parent)}",
                block, "give a label that stands in other words a line of its own, or correct the number",
                Severity.ADVICE,
            )  # fmt: skip

    def name(self, provision: _Open) -> str:
        labels = [opened.label for opened in self.open[1:] if opened.depth <= provision.depth]
        return "in " + ".".join(segment(label) for label in labels) if labels else "among the chapters"

    # -------------------------------------------------------------- one block after another

    def take(self, block: Block) -> None:
        if block.form == "COMMENT":
            self.comments.append(block.words)
            if block.title:
                self.paragraph(block, block.title)
        elif block.form == "HEADING":
            self.heading(block)
        elif block.form == "NOTE":
            self.open[-1].notes.append(block.words.split("]:", 1)[1].strip())
        elif block.form in ("LABELLED", "BULLET"):
            self.labelled(block)
        else:
            self.paragraph(block, block.words)
            if block.form == "TABLE" and block.title:
                self.paragraph(block, block.title)

    def placed(self, block: Block) -> tuple[re.Match[str], int, str] | None:
        """What a heading says, how deep the scheme puts it and its kind, where that is not the level's own."""
        match = _HEADING.fullmatch(block.words)
        if match is None:
            return None
        word = (match["word"] or "").lower()
        if word in self.words:
            return match, self.words[word], ""
        if word == "appendix" or (match["hashes"] and word in ("schedule", "annex", "annexe", "part")):
            return match, 0, word
        if match["hashes"] and not word and len(match["hashes"].strip()) <= max(1, self.headed):
            return match, len(match["hashes"].strip()) - 1, ""
        return None

    def heading(self, block: Block) -> None:
        placed = self.placed(block)
        native = block.words.startswith("#")
        if placed is None or (not native and not self.settles(placed[0], block)):
            self.paragraph(block, block.words if native else f"{block.words} {block.title}".strip())
            if native:
                self.say(
                    "heading-unnumbered",
                    f"this heading has no number that fits the scheme ({', '.join(self.scheme.written)})",
                    block, "write it as  # Chapter 5 Title  or  ## Clause IV Title",
                )  # fmt: skip
                if block.title:
                    self.paragraph(block, block.title)
            return
        match, depth, kind = placed
        title = match["title"].strip()
        further = block.title
        if not title and not further.startswith(("-", "–", "—")):
            title, further = further, ""
        while len(self.open) > 1 and self.open[-1].depth >= depth:
            self.close_to(len(self.open) - 1)
        if depth > 0 and self.open[-1].depth < depth - 1:
            self.say(
                "heading-misplaced",
                f"{self.level(depth).word} {match['label']} stands outside any {self.level(depth - 1).word.lower()}",
                block, f"put a heading such as  {'#' * depth} {self.level(depth - 1).word} 1 Title  before it",
            )  # fmt: skip
        self.least = 0
        self.indented = self.indented_under.get(block.span[0], self.indented)
        heading_block = Block("HEADING", depth - self.headed, "", "", "", block.span)
        self.begin(depth, heading_block, match["label"], title, kind)
        if further:
            self.open[-1].text.append(further)

    def settles(self, match: re.Match[str], block: Block) -> bool:
        """Whether a plain line such as "Clause IV. Title" is a heading: not in the middle of a provision's words."""
        line, _ = self.source.position(self.span(block)[0])
        above = self.source.line(line - 1).rstrip() if line > 1 else ""
        depth = self.words.get((match["word"] or "").lower(), 0)
        inside = [opened for opened in self.open if opened.depth == depth]
        if not above or not inside or self.follows(inside[-1].label, match["label"], self.levels[depth].style):
            return True
        return bool(match["title"] or block.title) and above.endswith((".", ";", ":", "!", "?", ")", "”", "’"))

    @staticmethod
    def follows(last: str, label: str, style: str) -> bool:
        before, this = count(last, style), count(label, style)
        return bool(before and this and before < this and this[0] <= before[0] + 1)

    def labelled(self, block: Block) -> None:
        label = block.label if block.form == "LABELLED" else "-"
        if block.form == "LABELLED" and label.endswith(".") and segment(label):
            label = label[:-1]
        if block.form == "LABELLED" and not self.is_label(label):
            self.paragraph(block, f"{block.label} {block.words}".strip())
            return
        depth = self.depth_by_indent(block) if self.indented else self.depth_by_siblings(block, label)
        if depth >= DEEPEST:
            self.say(
                "nested-too-deep", f"this is nested more than {DEEPEST} levels deep", block, "take out the indentation"
            )
            depth = DEEPEST - 1
        while len(self.open) > 1 and self.open[-1].depth >= depth:
            self.close_to(len(self.open) - 1)
        self.check_first(self.open[-1], label, block)
        self.begin(depth, block, label)

    def is_label(self, label: str) -> bool:
        found = styles(label)
        if not found:
            return False
        word = segment(label)
        if len(word) > 1 and word.isalpha() and not any(style in ("I", "i") for style in found):
            # "aa" and "BA" are labels where they follow, and else the beginning of a sentence
            last = [opened.label for opened in self.open] + [c.label for c in self.open[-1].children[-1:]]
            return any(segment(other)[:1].lower() in (word[0].lower(), "z") for other in last if other)
        return True

    def depth_by_indent(self, block: Block) -> int:
        for opened in reversed(self.open):
            if opened.depth < self.headed:
                if not block.indent >= self.least:
                    self.say(
                        "level-uncertain", f"“{segment(block.label)}” is indented less than the provisions before it",
                        block, "indent what stands directly under a heading alike",
                    )  # fmt: skip
                self.least = block.indent
                return self.headed
            if opened.indent < block.indent:
                return opened.depth + 1
            if opened.indent == block.indent:
                return opened.depth
        return self.headed

    def depth_by_siblings(self, block: Block, label: str) -> int:
        """Without indentation: the level that this label continues, or else the one that it opens."""
        open_levels = [opened for opened in self.open if opened.depth >= self.headed]
        if label in BULLETS:
            return open_levels[-1].depth + (open_levels[-1].label not in BULLETS) if open_levels else self.headed
        found = styles(label)
        if found == ("1.1",):
            return self.depth_of_decimal(label, open_levels)
        continued = [
            (opened.depth, style)
            for opened in reversed(open_levels)
            for style in found
            if dress(opened.label) == dress(label)
            and style in styles(opened.label)
            and self.follows(opened.label, label, style)
        ]
        deepest = open_levels[-1].depth if open_levels else self.headed - 1
        opens = tuple(style for style in found if (count(label, style) or (0, ""))[0] == 1)
        expected = self.level(deepest + 1).style
        following = self.next_label.get(block.span[0], "")
        again = any(opened.label == label for opened in open_levels)  # no list stands inside one with the same label
        if opens and not again and (expected in opens or not expected or not continued):
            used = {dress(opened.label) for opened in open_levels if set(styles(opened.label)) & set(found)}
            counts_on = any(self.follows(label, following, style) for style in opens)
            if (dress(label) not in used or expected in opens) and (counts_on or not continued):
                return self.opened_depth(opens, open_levels, deepest)
        if continued:  # "v" may follow "u" or "iv": what comes next decides, else the deepest
            return next((depth for depth, style in continued if self.follows(label, following, style)), continued[0][0])
        alike = [o.depth for o in open_levels if set(styles(o.label)) & set(found) and dress(o.label) == dress(label)]
        if alike:
            return alike[-1]
        depth = self.opened_depth(found, open_levels, deepest)
        if open_levels and not opens:
            self.say(
                "level-uncertain",
                f"it is not certain how deep “{segment(label)}” belongs: nothing before it counts up to it",
                block, "indent it by four spaces for each level, or correct the number",
            )  # fmt: skip
        return depth

    def opened_depth(self, found: tuple[str, ...], open_levels: list[_Open], deepest: int) -> int:
        if not open_levels:
            return self.headed
        for depth in range(self.headed, len(self.levels)):
            if self.levels[depth].style in found and depth <= deepest + 1:
                return depth
        return deepest + 1

    def depth_of_decimal(self, label: str, open_levels: list[_Open]) -> int:
        word = segment(label)
        for opened in reversed(open_levels):
            if word.startswith(segment(opened.label) + "."):
                return opened.depth + 1
        parts = word.count(".")
        for opened in reversed(open_levels):
            if segment(opened.label).count(".") == parts:
                return opened.depth
        return self.headed

    def paragraph(self, block: Block, words: str) -> None:
        if not words:
            return
        if self.indented:
            while len(self.open) > 2 and self.open[-1].indent >= block.indent and self.open[-1].depth >= self.headed:
                self.close_to(len(self.open) - 1)
        owner = self.open[-1]
        if owner.depth < 0:
            self.front.append(words)
            return
        if not self.indented and owner.depth > self.headed and block.indent <= owner.indent:
            self.say(
                "paragraph-uncertain",
                "this paragraph has no number and no indentation; it is read as the rest of "
                f"{'.'.join(segment(opened.label) for opened in self.open[1:])}",
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
    original = untidied(text, made)
    assembly = _Assembly(source, scheme, offset, original)
    assembly.look_for_indentation(blocks, flush)
    assembly.look_ahead(blocks)
    for block in blocks:
        assembly.take(block)
    assembly.close_to(1)
    return tuple(assembly.book.children), assembly.front, assembly.comments, assembly.findings


def read_rulebook(source: Source) -> tuple[Rulebook, list[Diagnostic]]:
    """A rulebook from its native file or from plain text, and what was found amiss in reading it.

    Raises `Unreadable` where there is nothing to read or the front matter is broken.
    """
    facts, start = front_matter(source)
    text = source.text[start:]
    if not text.strip():
        raise Unreadable(f"{source.name} is empty", "it should hold chapters, as in  # Chapter 1 Name and aims")
    scheme = _scheme(facts, source)
    chapters, front, comments, findings = provisions(source, text, start, scheme)
    if not chapters:
        raise Unreadable(
            f"{source.name} does not look like a rulebook: there is no chapter and no numbered provision in it",
            "begin a chapter with a line such as  # Chapter 1 Name and aims",
        )
    title, organisation, edition = (str(facts.get(name) or "") for name in ("title", "organisation", "edition"))
    if not facts and front:
        title, organisation, edition, front = _title_page(front)
    if front:
        chapters = (Provision("preamble", "", "", "\n\n".join(front)), *chapters)
        findings.insert(
            0,
            Diagnostic(
                "words-unplaced", "words before the first chapter belong to no provision: " + _short(front[0]),
                "they are kept; put them in a chapter, or in a comment <!-- like this -->",
                Severity.WARNING, source, (start, start),
            ),
        )  # fmt: skip
    crosswalk = facts.get("crosswalk") or {}
    pairs = tuple((str(old), str(new)) for old, new in crosswalk.items()) if isinstance(crosswalk, dict) else ()
    written = source.text[:start]
    return Rulebook(title, organisation, edition, scheme, chapters, pairs, written, tuple(comments)), findings


def _scheme(facts: dict[str, Any], source: Source) -> Scheme:
    given = facts.get("scheme")
    if given is None:
        return DEFAULT_SCHEME
    if not isinstance(given, list) or not given or any(isinstance(level, (list, dict)) for level in given):
        raise Unreadable(
            f"{source.name}: the scheme must be a list of levels", 'as in  scheme: [Chapter 1, Clause I, "1", A, i, a]'
        )
    return Scheme(tuple(str(level) for level in given))


def _title_page(front: list[str]) -> tuple[str, str, str, list[str]]:
    """Title, organisation and edition from the lines before the first chapter, and the lines that are neither."""
    title, organisation, edition, rest = "", "", "", []
    for line in front:
        year = re.fullmatch(r"Edition:? +(.+)", line)
        if year and not edition:
            edition = year[1].strip('“”"')
        elif not title and len(line) < 100:
            title = line
        elif not organisation and len(line) < 100:
            organisation = line
        else:
            rest.append(line)
    return title, organisation, edition, rest


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"


__all__ = ["ARABIC", "front_matter", "provisions", "read_rulebook"]
