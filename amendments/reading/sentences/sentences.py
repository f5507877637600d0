"""The sentences of an amendment, one after another, as tokens of the grammar, and which of them a list stands under.

What follows a sentence that still wants words (“insert:”) is new text, up to what begins as an instruction does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from amendments.reading.sentences.awaited_words import awaits_words
from amendments.reading.sentences.beginning import begins, instructs, is_title, resumes, tells_of_a_result
from amendments.reading.sentences.beside.at_a_sentence import introduces
from amendments.reading.sentences.beside.remarks import asks_nothing, has_only_names, sets_conditions
from amendments.reading.sentences.new_text import (
    cut_short,
    goes_on_below,
    has_instruction_behind,
    is_long_text,
    is_without_marks,
    last_of_new_text,
    set_apart,
    without_marks,
)
from amendments.reading.sentences.old_and_new.marked import marked_in
from amendments.reading.sentences.old_and_new.tables import table_at
from amendments.reading.sentences.passage_reader import PassageReader
from amendments.reading.sentences.passages import Passage, passages_of
from amendments.reading.sentences.sentence import Sentences
from rulebook.source import Span


def sentences_of(text: str, chosen: Mapping[int, int] | None = None) -> Sentences:
    """The sentences of a text. `chosen` picks another end for quotations whose end is not certain."""
    taken = passages_of(text, chosen or {})
    found = _Reader(taken).read()
    found.choices = tuple((place, one.ends) for place, one in sorted(taken.quoted.items()) if one.ends > 1)
    return found


class _Reader(PassageReader):
    """Goes through the passages: what each is, and which of them is new text for the one before."""

    def read(self) -> Sentences:
        passages = self.taken.passages
        number = 0
        believing = False  # whether the items of a list say what “this branch notes:”
        while number < len(passages):
            passage = passages[number]
            number += 1
            believed = passage.kind == "words" and believing and bool(passage.mark)
            believing = believed or (passage.kind == "aside" and self.text[: passage.span[1]].endswith(":"))
            if passage.kind == "aside" and (line := resumes(self.taken, passage)) > 0:
                self.set_aside((passage.span[0], len(self.text[:line].rstrip())))
                passage = replace(passage, kind="words", span=(line, passage.span[1]))
            if passage.kind in ("heading", "aside") or believed:
                self.set_aside(passage.span)
                continue
            if passage.kind == "table":
                self.put_table(passage)
                continue
            following = passages[number : number + 1]
            if following and following[0].kind == "table" and self.introduces(passage):
                self.set_aside(passage.span)
                continue
            if passage.kind == "words" and self.ends_in_names(passage, passages[number:]):
                self.set_aside(passage.span)
                self.done.remarks.append(passage.span)
                continue
            if (
                passage.kind == "words"
                and not self.open
                and is_title(self.taken, passage, passages[number : number + 1])
            ):
                self.done.titles.append(passage.span)
                self.lists.close()
                continue
            if passage.kind == "block":
                self.put_block(passage)
                continue
            awaiting = bool(self.open) and awaits_words(self.open)
            if awaiting and not begins(self.taken, *passage.span, awaiting=True):
                if is_without_marks(self.taken, passage):
                    number = self.put_new_text(number - 1)
                    continue
            elif self.open:
                self.end(_line_of(self.text, passage.span[0]))
            self.words(passage)
        self.end(len(self.text))
        return self.done

    def set_aside(self, span: Span) -> None:
        """A passage, or part of one, is no instruction. Where it looks like one, that is said."""
        self.end(_line_of(self.text, span[0]))
        self.done.comments.append(span)
        if instructs(self.taken, *span):
            self.done.passed_over.append(span)
        elif tells_of_a_result(self.taken, *span):
            self.done.remarks.append(span)
        self.lists.close()

    def ends_in_names(self, passage: Passage, following: tuple[Passage, ...]) -> bool:
        """Whether a passage behind the instructions has only names: of a branch, or of who wrote."""
        if (self.open and awaits_words(self.open)) or not (self.open or self.done.sentences):
            return False
        return all(
            one.kind == "aside" or has_only_names(self.text, one.span, self.taken.quoted)
            for one in (passage, *following)
        )

    def introduces(self, passage: Passage) -> bool:
        """Whether a passage only says that a table follows."""
        return not self.open and introduces(self.text, passage.span, self.taken.quoted)

    def put_table(self, passage: Passage) -> None:
        """A sentence for each row of a table of changes. A row that is not understood is a question."""
        table = table_at(self.text, _line_of(self.text, passage.span[0]))
        awaited = bool(self.open) and awaits_words(self.open)  # it may be new text
        self.end(_line_of(self.text, passage.span[0]))
        self.lists.close()
        self.done.comments.append(passage.span)
        for row in table.rows if table else ():
            if awaited or not row.tokens:
                self.done.passed_over.append(row.span)
                continue
            for cell in row.beside:
                if instructs(self.taken, *cell) or sets_conditions(self.text, cell, self.taken.quoted):
                    self.done.passed_over.append(cell)
                elif not asks_nothing(self.text, cell, self.taken.quoted):
                    self.done.remarks.append(cell)
            self.passage, self.since = passage, row.span[0]
            self.number += 1
            self.open = [*row.tokens]
            self.end(row.span[1])

    def put_block(self, passage: Passage) -> None:
        new_text = set_apart(self.text, passage)
        if not self.open:
            self.passage, self.since = passage, passage.span[0]
        self.open.append(new_text)
        self.end(new_text.end_pos or 0)

    def put_new_text(self, first: int) -> int:
        """New text without marks, from a passage by its number. Says which passage comes after it."""
        passages = self.taken.passages
        last = last_of_new_text(self.taken, first)
        end = passages[last].span[1]
        begin = max(_line_of(self.text, passages[first].span[0]), self.words_from)
        new_text = without_marks(self.text, begin, end)
        self.open.append(new_text)
        if marked_in(self.text, (begin, end)):
            self.done.passed_over.append((begin, end))
        behind = any(has_instruction_behind(self.taken, *one.span) for one in passages[first : last + 1])
        more = goes_on_below(self.taken, begin, end)
        if behind or more or is_long_text(self.text, passages[first : last + 1]) or cut_short(self.taken, last):
            self.done.long_texts.append((new_text.start_pos or 0, end))
        self.end(end)
        return last + 1


def _line_of(text: str, place: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, place) + 1
