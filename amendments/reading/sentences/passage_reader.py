"""The sentences of one passage, as tokens of the grammar: where each begins and ends, and what is set aside there."""

from __future__ import annotations

from dataclasses import replace

from lark import Token

from amendments.reading.edits import Target
from amendments.reading.sentences.awaited_words import awaits_words
from amendments.reading.sentences.beginning import begins, instructs, subject_of
from amendments.reading.sentences.beside.at_a_sentence import Beside, beside, sentence_end
from amendments.reading.sentences.beside.remarks import gives_reason, is_beside, opens_remark, reason_behind
from amendments.reading.sentences.beside.set_aside import BELIEF, LEGEND, RESOLVES, WRAPPER
from amendments.reading.sentences.ending import LINKS, ends_in_number, ends_with_quotation, is_short, without_links
from amendments.reading.sentences.lists import Lists
from amendments.reading.sentences.new_text import (
    cut_short,
    goes_on,
    has_instruction_behind,
    is_new_text,
    leads_to_quotation,
    line_of_a_verb,
    may_end_earlier,
    says_more,
    without_marks,
)
from amendments.reading.sentences.old_and_new.headings import WORDING, Wording, said_of
from amendments.reading.sentences.old_and_new.marked import Marked, marked_in
from amendments.reading.sentences.passages import MARK, Passage, Text
from amendments.reading.sentences.sentence import Sentence, Sentences
from amendments.reading.sentences.stretch import token
from amendments.reading.sentences.tokens import Tokens, kinds_of
from rulebook.reference import read_reference
from rulebook.source import Span


class PassageReader:
    """Takes the tokens of one passage after another, and ends a sentence where one ends."""

    def __init__(self, taken: Text) -> None:
        self.taken, self.text = taken, taken.text
        self.done = Sentences(comments=list(taken.comments), unclosed=taken.unclosed)
        self.lists = Lists()
        self.open: list[Token] = []  # tokens of a sentence that has not ended
        self.since = 0
        self.passage = Passage("words", (0, 0))
        self.legend = ""
        self.asks = False  # whether the sentence is a request: “could you ...?”
        self.numbered: Wording | None = None  # the old wording that the new is to follow
        self.words_from = 0  # where the words of a wording begin, behind their own number
        self.number = 0  # of the passage, or of the item of a list that runs on in the line

    def words(self, passage: Passage) -> None:
        """Takes a passage. Its last sentence stays open, for a block or new text may follow."""
        self.passage = passage
        self.number += 1
        place, end = passage.span
        if passage.mark:
            self.done.comments.append((self.text.rfind(passage.mark, 0, place), place))
        self.since = place
        quoted = any(place <= begin < end for begin in self.taken.quoted)
        if not self.open and not quoted and (marked := marked_in(self.text, passage.span)):
            self.marked(marked, passage.span)
            return
        if wording := self.taken.wordings.get(place):
            place = self.wording(wording, end)
        elif said := WORDING.match(self.text, place, end):
            self.open.append(token("EXISTING" if said["old"] else "PROPOSED", self.text, said.span()))
            place = said.end() if said["of"] is not None else self.words_of_wording(said.end(), end)
        tokens = Tokens(self.text, place, end, self.taken.quoted)
        tokens.found = self.open
        while True:
            tokens.skip()
            if tokens.place >= end:
                break
            place = tokens.place
            if self.begins_on_a_line(tokens, place, end):
                self.end(place)
                tokens.found = self.open
            if comment := next((one for one in self.taken.comments if one[0] == place), None):
                tokens.place = comment[1]
                continue
            if not tokens.found:
                if self.since < place and not self.text[self.since : place].strip():
                    self.since = place
                if BELIEF.match(self.text, place, end) and (past := self.past_belief(place, end)) > place:
                    tokens.place = self.since = past
                    continue
                if self.past_beside(tokens, place, end):
                    continue
                if (wrapper := WRAPPER.match(self.text, place, end)) and wrapper.end() > place:
                    self.done.comments.append((place, wrapper.end()))
                    tokens.place = self.since = wrapper.end()
                    continue
            if self.item(tokens, place, end) or self.inline(tokens, place, end) or self.stop(tokens, place, end):
                tokens.found = self.open
                continue
            if self.bracketed(tokens, place, end) or self.reason(tokens, place, end):
                continue
            legend = LEGEND.match(self.text, place, end)
            if legend:
                self.legend = legend[0]
                self.done.comments.append(legend.span())
                tokens.place = legend.end()
                continue
            tokens.take()
            if tokens.found[-1].type == "QUOTE" and ends_with_quotation(self.text, tokens.found[-1], end):
                self.end(tokens.place)
                tokens.found = self.open
        self.done.edition = tokens.edition or self.done.edition
        self.open = tokens.found
        if not self.open and self.text[self.since : end].strip():
            self.done.comments.append((self.since, end))  # marks that say nothing

    def wording(self, one: Wording, end: int) -> int:
        """The old wording, or the new, with its place and without its own number. Says where its words end."""
        self.open += said_of(one, self.text, self.named(), self.numbered)
        self.numbered = one if one.kind == "EXISTING" else None
        self.done.comments += [one.number] if one.number else []
        self.words_from = one.number[1] if one.number else one.span[1]
        return self.words_of_wording(min(self.words_from, end), end)

    def marked(self, marked: Marked, span: Span) -> None:
        """The old wording of a provision and the new, from the marks in it."""
        for kind, words in (("EXISTING", marked.old), ("PROPOSED", marked.new)):
            self.open.append(token(kind, self.text, (span[0], span[0])))
            if marked.place and kind == "EXISTING":
                self.open.append(token("REF", self.text, marked.place, read_reference(self.text[slice(*marked.place)])))
            self.open.append(token("BLOCK", self.text, words.span, words))
            self.end(span[1])

    def words_of_wording(self, place: int, end: int) -> int:
        """The words behind what says whose they are, where no quotation marks are round them. Says where they end."""
        while place < end and self.text[place].isspace():
            place += 1
        if not is_new_text(self.taken, place, end) and not goes_on(self.taken, place, end):
            return place
        if may_end_earlier(self.taken, place, end):
            self.done.long_texts.append((place, end))
        self.open.append(without_marks(self.text, place, end))
        return end

    def named(self) -> Target:
        """The place that the sentence before names last, or nothing."""
        before = self.done.sentences[-1].tokens if self.done.sentences else ()
        return next((one.value for one in reversed([*before, *self.open]) if one.type == "REF"), ())

    def begins_on_a_line(self, tokens: Tokens, place: int, end: int) -> bool:
        """Whether a further line of a paragraph begins with its place, and the one above has ended with a quotation."""
        if tokens.last() != "QUOTE" or "\n" not in self.text[tokens.found[-1].end_pos or 0 : place]:
            return False
        stop = self.text.find("\n", place, end)
        named = kinds_of(self.text, place, stop if stop >= 0 else end, self.taken.quoted)[:1] == ["REF"]
        return named and not awaits_words(tokens.found) and begins(self.taken, place, end, awaiting=False)

    def past_beside(self, tokens: Tokens, place: int, end: int) -> bool:
        """Sets aside what stands before a sentence, or is none."""
        found = beside(self.text, (place, end), self.taken.quoted, first=place == self.passage.span[0])
        if found is None and place == self.passage.span[0] and (stop := subject_of(self.taken, place, end)):
            found = Beside(stop, (place, stop))
        if found is None:
            return False
        self.done.comments.append((place, found.end))
        self.done.remarks += [found.remark] if found.remark else []
        self.asks = found.asks
        tokens.place = self.since = found.end
        return True

    def bracketed(self, tokens: Tokens, place: int, end: int) -> bool:
        """Sets aside a remark in brackets: “(the one about assistants)”."""
        stop = self.text.find(")", place, end) + 1
        if self.text[place] != "(" or not stop or not opens_remark(self.text, place):
            return False
        if not is_beside(self.text, (place, stop), self.taken.quoted):
            return False
        self.done.comments.append((place, stop))
        self.done.remarks.append((place, stop))
        tokens.place = stop
        return True

    def reason(self, tokens: Tokens, place: int, end: int) -> bool:
        """Sets aside what says why at the end of a sentence: “, which is out of date”."""
        behind = tokens.found[-1].end_pos if tokens.found else None
        if behind is None or not gives_reason(self.text, behind) or self.text[behind:place].strip():
            return False
        stop = sentence_end(self.text, (behind, end), self.taken.quoted)
        stop -= self.text[stop - 1 : stop] in (".", ";")
        if not reason_behind(self.text, (behind, stop), tokens.found, self.taken.quoted):
            return False
        self.done.comments.append((place, stop))
        self.done.remarks.append((place, stop))
        tokens.place = stop
        return True

    def past_belief(self, place: int, end: int) -> int:
        """Sets aside a sentence that says what is believed. Says where the next begins."""
        stop = sentence_end(self.text, (place, end), self.taken.quoted)
        if RESOLVES.search(self.text, place, stop) or instructs(self.taken, place, stop):
            return place  # it may hold an instruction, and then it is a sentence like any other
        self.done.comments.append((place, stop))
        return stop

    def item(self, tokens: Tokens, place: int, end: int) -> bool:
        """The mark of an item of a list that runs on in the line: "as follows: (a) delete ...; (b) insert ..."."""
        listed = MARK.match(self.text, place, end)
        if listed is None or place == self.passage.span[0] or listed[0][0] in "-–":
            return False
        if any(one.type not in LINKS for one in tokens.found) and tokens.last() != "COLON":
            return False
        if not begins(self.taken, listed.end(), end, awaiting=False):
            return False
        if tokens.last() == "COLON":
            self.end(place, opens=True)
        else:
            self.open.clear()
        self.done.comments.append((min(self.since, place), listed.end()))
        self.passage = replace(self.passage, mark=listed[0].strip())
        self.number += 1
        self.since = tokens.place = listed.end()
        return True

    def inline(self, tokens: Tokens, place: int, end: int) -> bool:
        """New text without marks behind a colon in the same paragraph."""
        if tokens.last() != "COLON" or not awaits_words(tokens.found):
            return False
        listed = MARK.match(self.text, place, end)
        if place in self.taken.quoted:
            new = self.text[place] in '“‘"' and goes_on(self.taken, place, end)
        elif self.text[place] == "<" or begins(self.taken, place, end, awaiting=True):
            new = False
        elif listed and listed.end() in self.taken.quoted:
            tokens.place = listed.end()
            return True
        else:
            new = is_new_text(self.taken, place, end) and not leads_to_quotation(self.taken, place, end)
        if new:
            end = line_of_a_verb(self.taken, place, end)
            number = self.taken.passages.index(self.passage) if self.passage in self.taken.passages else -1
            more = has_instruction_behind(self.taken, place, end) or says_more(self.taken, place, end)
            if more or cut_short(self.taken, number):
                self.done.long_texts.append((place, end))
            self.open.append(without_marks(self.text, place, end))
            tokens.place = end
        return new

    def stop(self, tokens: Tokens, place: int, end: int) -> bool:
        mark = self.text[place]
        if mark not in ".;?!" or self.text.startswith("...", place):
            return False
        if mark in "?!" and not (mark == "?" and self.asks):
            tokens.put("WORD", place + 1)
            return True
        if (
            mark == "."
            and tokens.found
            and not ends_in_number(tokens.found, self.text, place)
            and is_short(self.text, place)
        ):
            tokens.place = place + 1
            return True
        self.end(place + 1)
        tokens.place = place + 1
        return True

    def end(self, end: int, opens: bool = False) -> None:
        """Ends a sentence. What holds no token of ours is set aside."""
        tokens, self.open, self.asks = self.open, [], False
        joined, tokens = without_links(tokens)
        start = min([self.since, *(one.start_pos or 0 for one in tokens[:1])])
        span = (start, max(start, len(self.text[:end].rstrip())))
        self.since = max(self.since, end)
        opens = opens or (bool(tokens) and tokens[-1].type == "COLON")
        while tokens and tokens[-1].type == "COLON":
            if tokens[-1] in ("–", "-") and len(tokens) > 1 and tokens[-2].end_pos == tokens[-1].start_pos:
                tokens[-1] = token("WORD", self.text, (tokens[-1].start_pos or 0, tokens[-1].end_pos or 0))
                break  # "12–" has no end
            tokens.pop()
        if not any(one.type not in ("LITTLE", "OPEN", "CLOSE") for one in tokens):
            if span[1] > span[0]:
                self.done.comments.append(span)
            return
        under = self.lists.lead_of(self.passage)
        self.done.sentences.append(Sentence(tuple(tokens), span, self.number, under, opens, joined, self.legend))
        self.legend = ""
        if opens and not awaits_words(tokens):
            self.lists.begin(len(self.done.sentences) - 1, self.passage)
