"""What to say of a sentence that could not be read, in its own words."""

from __future__ import annotations

from lark import Token

from amendments.reading.clauses.clause import Unreadable
from amendments.reading.edits import Fault
from amendments.reading.sentences.sentence import Sentence
from grammar.words import TURNS
from rulebook.source import Span


def unread(sentence: Sentence, text: str, stopped: Unreadable | Token | None) -> Fault:
    """Why a sentence has no reading, as far as can be told, and what to write instead."""
    kinds = [token.type for token in sentence.tokens if token.type != "LITTLE"]
    span = sentence.span
    short = shortened(text, span)
    if isinstance(stopped, Unreadable) and stopped.message:
        assert stopped.phrase is not None
        return Fault(stopped.code, stopped.message, stopped.phrase.span, stopped.help)
    turn = next((token for token in sentence.tokens if token.type in TURNS), None)
    if turn is not None:
        return _turned(turn, short, span)
    has_verb = any(kind in ("VERB", "READ", "BECOMES", "NO_CHANGE") for kind in kinds)
    if not has_verb and {"QUOTE", "BLOCK"} & set(kinds):
        return Fault(
            "verb-missing", "this gives words, but no verb to say what is to be done with them", span,
            "say which: insert, add, delete, or replace “...” with “...”",
        )  # fmt: skip
    if not has_verb:
        return vague(text, span)
    return _unread_from(sentence, text, short, stopped)


def vague(text: str, span: Span) -> Fault:
    """What to say of words that may want something, and do not say what."""
    return Fault(
        "instruction-vague", f"this does not say which words change: “{shortened(text, span)}”", span,
        "give the wording: delete “...”, insert “...” after “...”, or replace “...” with “...”",
    )  # fmt: skip


def shortened(text: str, span: Span) -> str:
    """Words of the draft as they are shown in a message."""
    words = " ".join(text[slice(*span)].split())
    return words if len(words) <= 70 else words[:69] + "…"


_TURNED = {
    "NOT": ("instruction-unread", "it is not certain what “{word}” does here: is this to be done or not? “{short}”",
            "leave the sentence out if nothing is to be done; if something is, say it without “{word}”"),
    "MAY": ("instruction-unread", "“{word}” says what might be done, not what is: “{short}”",
            "write it as an instruction, as in  delete ...,  or leave it out"),
    "OR": ("instruction-unread", "this says “{word}”, and one of the two must be chosen: “{short}”",
           "name the one that is meant, or say “and” if it is both"),
    "EXCEPT": ("instruction-unread", "it is not understood what “{word}” leaves out: “{short}”",
               "name each provision, or each of the words, that is to change"),
    "ONLY": ("instruction-unread", "it is not understood what “{word}” does here: “{short}”",
             "quote just the words that change"),
    "IF": ("condition", "this depends on a condition, and the rules as they stand cannot settle it: “{short}”",
           "leave the condition out, or send it as an amendment of its own, to be moved if the other is carried"),
    "SAME_AS": ("other-amendment-needed", "this refers to another amendment, which is not in this draft: “{short}”",
                "write the instruction out in full"),
    "WAS": ("instruction-unread", "this says what was done, which is no instruction: “{short}”",
            "leave it out, or write  delete,  insert  or  replace"),
    "EXCLUSIVE": ("instruction-unread", "it is not understood what “{word}” leaves out: “{short}”",
                  "quote the first and the last of the words that go"),
}  # fmt: skip


def _turned(turn: Token, short: str, span: Span) -> Fault:
    code, message, help = _TURNED[turn.type]
    word = " ".join(str(turn).split())
    place = span if turn.type in ("IF", "SAME_AS") else (turn.start_pos or 0, turn.end_pos or 0)
    return Fault(code, message.format(word=word, short=short), place, help.format(word=word, short=short))


def _unread_from(sentence: Sentence, text: str, short: str, stopped: Unreadable | Token | None) -> Fault:
    """A fault that points at the word beyond which an instruction makes no sense."""
    hint = "put the words themselves in quotation marks; redraft explain language  shows the ways of writing"
    span: Span | None = None
    if isinstance(stopped, Token) and stopped.end_pos is not None:
        span = (stopped.start_pos or 0, stopped.end_pos)
    elif isinstance(stopped, Unreadable) and stopped.phrase is not None:
        span = stopped.phrase.span
    if span is None:
        return Fault("instruction-unread", f"this instruction breaks off: “{short}”", sentence.span, hint)
    word = " ".join(text[slice(*span)].split())
    word = word if len(word) <= 30 else word[:29] + "…"
    start, end = sentence.span
    marked = " ".join(f"{text[start : span[0]]}[{text[slice(*span)]}]{text[span[1] : end]}".split())
    help = f"what does the part in brackets do? {marked}\n{hint}" if len(marked) <= 160 else hint
    return Fault("instruction-unread", f"this instruction could not be read from “{word}” on: “{short}”", span, help)
