"""The words that instructions are made of, each with the terminal that the grammar knows it by.

A phrase is looked up word by word; the longest that fits wins. What is not here is a plain word, and plain
words belong to somebody's text or to nothing that we understand.
"""

from __future__ import annotations

from typing import cast

_NUMBERED = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

_FIGURED = "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split()

_WORDS = {
    # what is to be done
    "DELETE": "delete, deletes, deleted, deleting, deletion of, remove, removes, removed, removing, omit, omits, "
    "omitted, omitting, leave out, leaving out, left out, take out, taken out, cut, cut out, strike, strikes, "
    "striking, stricken, struck, strike out, striking out, struck out, scrap, scrapped, repeal, repealed, repealing",
    "INSERT": "insert, inserts, inserted, inserting, insertion of, add, adds, added, adding, add in, adding in, "
    "include, includes, append",
    "REPLACE": "replace, replaces, replaced, replacing",
    "SUBSTITUTE": "substitute, substitutes, substituted, substituting",
    "CHANGE": "change, changes, changed, changing, amend, amends, amended, amending, alter, altered, edit, edited, "
    "modify, modified, revise, revised",
    "RENUMBER": "renumber, renumbers, renumbered, renumbering, re-number, re-numbered, re-numbering, reletter, "
    "relettered, re-letter, re-lettered, re-lettering, redesignate, redesignated, redesignating",
    "MOVE": "move, moves, moved, moving, transfer, transferred, relocate",
    "RENAME": "rename, renamed, retitle, re-title, retitled",
    "NO_CHANGE": "make no changes to, make no change to, no change to, no changes to, do not renumber, "
    "do not re-number, without renumbering, with no renumbering, no renumbering",
    # how it is put together
    "AUX": "is, are, be, is to be, are to be, to be, shall be, should be, will be, must be, is hereby, are hereby, "
    "has been, have been, is further, are further, are each, is each, are each hereby, is further hereby",
    "IN": "in, under, within, at, proposed change to, proposed amendment to, proposed changes to, amendment to, "
    "amendments to",
    "FROM": "from, starting from, the words from, the text from, everything from, all from, words from, text from",
    "TO": "to, into",
    "WITH": "with",
    "BY": "by",
    "FOR": "for, where it says, where it reads, where it states, where the rule says, where it currently says, "
    "instead of, in place of",
    "AS": "as",
    "AND": "and, and then, then, and also",
    "AFTER": "after, immediately after, directly after, straight after",
    "BEFORE": "before, immediately before, directly before, preceding, immediately preceding, in front of",
    "BETWEEN": "between, in between, the words between, words between, the text between, everything between",
    "ALL_AFTER": "all after, all words after, all the words after, all text after, everything after, "
    "all of the words after, all that follows, everything that follows, all words following, everything following, "
    "all the words following",
    "ALL_BEFORE": "all before, all words before, all the words before, all text before, everything before",
    "END_OF": "at the end of, at end of, to the end of, at the bottom of, on the end of",
    "END": "at the end, at end, at the bottom, to the end",
    "START_OF": "at the start of, at the beginning of, to the start of, to the beginning of",
    "START": "at the start, at the beginning",
    "TO_READ": "to read, to read as follows, so as to read, so as to read as follows",
    "SHALL_READ": "shall read, shall read as follows, should read, should read as follows, shall now read, "
    "shall be amended to read, is amended to read, is amended to read as follows, are amended to read as follows",
    "READS": "reads, reads as follows, read as follows, currently reads, currently read, which reads, "
    "which currently reads, which read, that reads, now reads, presently reads, currently states, which states, "
    "read, reads currently, currently reads as follows, which reads as follows",
    "WILL_READ": "will read, would read, would then read, will then read, then reads, will now read, should now read, "
    "should then read, shall then read, will read as follows, would then read as follows, will then read as follows",
    "BECOMES": "becomes, become, shall become, to become, should become",
    "SO_THAT": "so that, so",
    "AS_FOLLOWS": "as follows",
    "IN_PLACE": "in its place, in their place, in place thereof, in place of it, in place of them, instead, "
    "instead thereof, in lieu thereof, in their stead, in its stead, in that place",
    # how many, and which
    "WHEREVER": "wherever, where, everywhere, each time, every time",
    "OCCURS": "occurs, occur, appears, appear, it occurs, it appears, they occur, they appear, it is used",
    "EVERYWHERE": "wherever it appears, wherever it occurs, wherever they appear, wherever they occur, "
    "where it appears, where it occurs, each time it appears, each time it occurs, every time it appears, "
    "every time it occurs, each place it appears, in each place it appears, in each place it occurs, "
    "each place it occurs, in every place it occurs, wherever appearing, wherever occurring, in all places, "
    + ", ".join(
        f"{where} {what} {verb}"
        for where in ("wherever", "each place", "each time", "in each place")
        for what in (
            "such term",
            "the term",
            "the phrase",
            "the word",
            "such phrase",
            "such word",
            "that term",
            "the words",
        )
        for verb in ("appears", "occurs", "appear", "occur")
    ),
    "BOTH_TIMES": "both times it appears, both times it occurs, both places it appears, in both places, both times, "
    "in both places it appears, in both places it occurs, both places it occurs, in both places where it occurs",
    "NTH_TIME": ", ".join(
        f"where it {word} occurs, where it {word} appears, the {word} time it occurs, the {word} time it appears, "
        f"where it occurs for the {word} time, where it appears for the {word} time, on its {word} occurrence, "
        f"where they {word} occur, where they {word} appear, the {word} time they occur, the {word} time they appear, "
        f"where they occur for the {word} time, where they appear for the {word} time"
        for word in _NUMBERED
    ),
    "BEGINNING": "beginning, beginning with, starting, starting with, that begins, that begins with, which begins, "
    "which begins with, that starts, that starts with, which starts with, commencing, commencing with",
    "THROUGHOUT": "throughout",
    "BOTH": "both, both references to, both occurrences of, both instances of, both mentions of, both uses of",
    "ALL": "all, every, each, all references to, all occurrences of, all instances of, all mentions of, "
    "every reference to, every occurrence of, every instance of, every mention of, each occurrence of, "
    "each reference to, each instance of, any reference to, all uses of, every use of",
    "ORDINAL": ", ".join(
        f"{word}, {word} occurrence of, {word} instance of, {word} use of, {word} reference to, {word} mention of, "
        f"{word} occurrence, {word} appearance of"
        for word in (*_NUMBERED, *_FIGURED, "last", "final", "only")
    ),
    # things that are not quoted
    "PRONOUN": "it, them, this, these words, those words, these, this wording, the above, this text, the same, "
    "this sentence, this paragraph, that wording, the above wording, the above words, the existing wording, "
    "the current wording, the whole of it, the wording, the existing text, the current text, the existing words",
    "NEW": "new, additional, further, another",
    "FOLLOWING": "following, subsequent, remaining, later, succeeding, other, rest of, rest, subsequently, numbering",
    "ACCORDINGLY": "accordingly, as appropriate, as needed, as necessary, as required, consequentially, "
    "in consequence, from this point on, where necessary, throughout",
    "INCLUSIVE": "inclusive, both inclusive",
    "IF": "if, subject to, dependent on, dependent upon, in the event that, provided that, should amendment, "
    "conditional on, unless amendment",
    "SAME_AS": "same as, the same as, identical to",
}

_NOISE = (
    "the, a, an, there, please, also, hereby, just, simply, current, existing, present, newly, designated, said, "
    "conference agrees to, conference resolves to, conference agrees that, conference resolves that, we propose, "
    "we propose to, we propose that, i propose that, it is proposed to, it is proposed that, we move that, we wish to, "
    "we would like to, this clp proposes, this clp proposes that, that, thereof, the whole of, the current wording of, "
    "the existing wording of, the wording of, "
    "the text of, the current text of, the existing text of, all of, in its entirety, in their entirety, in full, "
    "altogether"
)

# Nouns for a quotation: "the words “x”", "the figure “5”". They count as noise only before one.
INTRODUCTIONS = frozenset(
    "word words phrase phrases figure figures number numbers date dates year years text sentence sentences acronym "
    "acronyms term terms expression wording punctuation lines name heading title provision provisions paragraph "
    "paragraphs sub-clause bullet clause amount percentage letter letters symbol reference fraction following".split()
)

Tree = dict[str, "Tree | str"]

PHRASES: Tree = {}
"""The phrases word by word: what may follow each word, and under "" the terminal of a phrase that ends there."""

for _terminal, _listed in {**_WORDS, "": _NOISE}.items():
    for _phrase in _listed.split(","):
        _at = PHRASES
        for _word in _phrase.split():
            _at = cast("Tree", _at.setdefault(_word, {}))
        _at.setdefault("", _terminal)

VERBS = frozenset("DELETE INSERT REPLACE SUBSTITUTE CHANGE RENUMBER MOVE RENAME NO_CHANGE".split())
