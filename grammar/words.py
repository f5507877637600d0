"""The words that instructions are made of, each with the terminal by which `instruction.lark` knows it.

The verbs are in `verbs.py`. Whatever can be composed (an ordinal and a noun, “wherever” and “it occurs”) is composed by
the grammar, not listed. A word that is not here belongs to somebody's text, or to nothing that we understand, and then
stops the reading.
"""

from __future__ import annotations

from typing import cast

from grammar import numbers
from grammar.verbs import NOUNS, VERBS, forms

# ------------------------------------------------------------------ what is put together with verbs

_WORDS = {
    # what goes with a verb
    "IS": "is, are, be and is, be and are, be and hereby is, be and hereby are",
    "BE": "be",
    "SHALL": "shall, should, must, ought to",
    "WILL": "will, would",
    "HEREBY": "hereby, further, thereby",
    "NOW": "then, as amended, as so amended, once amended",
    "READ": "read, reads",
    "SAYS": "says, states, state",
    "CURRENTLY": "currently, presently, now, at present, which, that currently, which currently, which now",
    "SO_THAT": "so that, so as, such that, so",
    "BECOMES": "becomes, become, becoming",
    "AS_FOLLOWS": "as follows, namely, viz, thus, as under, in the following terms, in these terms",
    # what goes before a place or before words
    "IN": (
        "in, under, within, inside, in respect of, proposed change to, proposed changes to, proposed amendment "
        "to, proposed amendments to, amendment to, amendments to"
    ),
    "AT": "at, on",
    "OF": "of",
    "FROM": "from, starting from, beginning from, starting at, out of",
    "TO": "to, into",
    "UP_TO": "up to, through, through to, until, down to, as far as",
    "NOT_INCLUDING": "but not including, but excluding, but without",
    "WITH": "with",
    "BY": "by",
    "FOR": (
        "for, where it says, where it reads, where it states, where it currently says, where the rule says, "
        "instead of, in place of, in lieu of, in substitution for"
    ),
    "AS": (
        "as, numbered, to be numbered, which shall be numbered, lettered, to be lettered, bearing the number, being "
        "number, to be known as, to be called, to stand as, there to stand as, standing as"
    ),
    "AND": "and, &, plus, as well as, and also",
    "THEN": "and then",
    "AFTER": (
        "after, immediately after, immediately following, directly following, directly after, straight after, "
        "right after, just after, to follow, following after"
    ),
    "BEFORE": (
        "before, immediately before, directly before, straight before, right before, just before, preceding, "
        "immediately preceding, in front of, ahead of, prior to"
    ),
    "BETWEEN": "between, in between",
    "THROUGHOUT": "throughout",
    "END": "end, very end, bottom, close, foot, tail",
    "START": "start, beginning, very beginning, very start, top, outset, head",
    "INSTEAD": (
        "in its place, in their place, in place thereof, in place of it, in place of them, instead, instead "
        "thereof, in lieu thereof, in their stead, in its stead, in that place, in lieu, therefor"
    ),
    # which, and how often
    "WHERE": "wherever, where, everywhere, whenever, anywhere, in which, on which",
    "OCCURS": (
        "occurs, occur, appears, appear, occurring, appearing, is used, are used, is found, are found, is "
        "mentioned, are mentioned, stands, stand, comes, is to be found"
    ),
    "TIME": "time, times, occasion, occasions, place, places, instances, occurrences",
    "TIMES_OF": (
        "occurrence of, occurrences of, instance of, instances of, use of, uses of, reference to, references to, "
        "mention of, mentions of, appearance of, appearances of, occurance of, occurences of, occurrence"
    ),
    "BOTH": "both, each of the two, the two",
    "ALL": "all, every, each, all the, any and all",
    "EACH_OF": "each of, all of, both of, every one of",
    "INCLUSIVE": "inclusive, both inclusive, both included",
    "RESPECTIVELY": "respectively, in that order",
    "EVERYTHING": "everything, anything",
    # things that are not quoted
    "PRONOUN": (
        "it, them, this, these words, those words, these, this wording, the above, this text, the same, that "
        "wording, the above wording, the above words, the existing wording, they, such words, this phrase, the "
        "current wording, the whole of it, the wording, the existing text, the current text, the existing words, "
        "those, the latter, such term, such word, such phrase, that word, that phrase, the said words"
    ),
    "NEW": "new, fresh, additional, another, extra, further new, the proposed, proposed new",
    "FOLLOWING": "following",
    "REST": (
        "subsequent, remaining, later, succeeding, other, rest, the others, others, remainder, numbering, all "
        "subsequent, the rest, all following, subsequently, that follow, which follow, that follows, which "
        "follows, that come after, what follows, what comes after, those that follow, "
        "those that come after, those after it, those after them, the ones after it"
    ),
    "ONWARDS": "onwards, onward, on to the end",
    "ACCORDINGLY": (
        "accordingly, consequential, consequent, as appropriate, as needed, as necessary, as required, "
        "consequentially, correspondingly, in consequence, from this point on, where necessary, in order, in "
        "sequence, consecutively, throughout accordingly, to suit, to match, to correspond, take each other's numbers"
    ),
    "BEGINNING": (
        "beginning, beginning with, starting, starting with, that begins, that begins with, which begins, which "
        "begins with, that starts, that starts with, which starts with, commencing, commencing with, that opens "
        "with, headed, entitled, titled"
    ),
    "ENDING": "ending, ending with, that ends, that ends with, which ends, which ends with, concluding",
    "DEFINITION_OF": "definition of, definitions of, entry for, meaning of, entry of",
    "ALPHABETICAL": (
        "in alphabetical order, in its alphabetical place, in the appropriate alphabetical place, in the "
        "appropriate place, alphabetically, in the proper alphabetical place, in the right alphabetical place, in "
        "its proper alphabetical place, at the appropriate place, in the appropriate places"
    ),
    "LIST_OF": "list, lists",
    "BELOW": (
        "listed below, set out below, that follow here, following provisions, following places, following rules, "
        "following clauses, following sections, provisions listed below, places listed below, provisions set out "
        "below, following provisions of these rules"
    ),
    "NO_CHANGE": (
        "make no changes to, make no change to, no change to, no changes to, do not renumber, do not re-number, "
        "without renumbering, with no renumbering, no renumbering, without re-lettering, without relettering, do "
        "not reletter, without re-numbering, renumber nothing, but renumber nothing, and do not renumber"
    ),
    "STAYS": (
        "is unchanged, are unchanged, keep theirs, keeps its own, standing as they are, remaining as they are, being "
        "left vacant, to be left vacant, is left vacant, is not to be used again, shall not be used again, not being "
        "used again, to remain as at present"
    ),
    "MAKE_CHANGES": "in the following way, in the following manner",
    "SAME_CHANGE": (
        "make the same change, make the same changes, make the same amendment, the same change, likewise, the same"
    ),
    "NUMBER_OF": "number of, numbers of, numbering of, lettering of, the numbering of, number, numbers",
    "WITH_ALL": (
        "and everything under it, and all under it, and everything in it, and all that is under it, and all that "
        "stands under it, with everything under it, with all that stands under it, together with everything under it"
    ),
    "NOTHING": "nothing, no words",
}

_TURNS = {
    "EXCLUSIVE": "exclusive",
    "NOT": "not, never, neither, nor, no, don’t, don't, cannot, shan't",
    "MAY": "may, might, could, can, need, needs",
    "OR": "or, and/or, or else, alternatively, either",
    "EXCEPT": (
        "except, except for, except in, except where, other than, other than in, save, save for, save in, excluding, "
        "apart from, apart from in, but not, but not in, with the exception of, all but, but for, nowhere else, but"
    ),
    "ONLY": "only, solely, at most, at least",
    "IF": (
        "if, unless, subject to, dependent on, dependent upon, in the event that, provided that, should "
        "amendment, conditional on, failing that, in case, depending on, whether, otherwise"
    ),
    "SAME_AS": "same as, the same as, identical to",
    "WAS": "was, were, been, has been, have been, had been, has, have, had",
}
"""Words that turn the meaning round. The grammar takes them where it says so; anywhere else they stop the reading."""

_LITTLE = (
    "the, a, an, there, please, also, just, simply, pls, current, existing, present, newly, designated, said, thereof, "
    "itself, in its entirety, in their entirety, in full, altogether, entirely, completely, the whole of, whole, "
    "entire, the current wording of, the existing wording of, the wording of, the current text of, the existing "
    "text of, all of the, that, such, superseded, appropriate, respective, single, we, i, its, their, position, a "
    "position, very, own, including the headings, including headings, headings included, its heading included, "
    "including its heading, text and titles alike, what is now, what is currently, what is at present, for us, for me"
)
"""The closed list of words that mean nothing here."""

ORDINALS = numbers.ORDINALS | {"firstly": 1, "secondly": 2, "thirdly": 3, "fourthly": 4}
"""The ordinals in words; "21st" and the like are made of their figures."""

LAST_WORDS = frozenset("last lastly final closing".split())

THINGS = ("sentence", "line", "row", "heading", "definition", "provision", "word", "wording", "passage", "text")
"""What parts of a provision are called, which have no numbers of their own."""

NAMED_MARKS = {
    "full stop": ".", "fullstop": ".", "period": ".", "comma": ",", "semicolon": ";", "semi-colon": ";", "colon": ":",
    "question mark": "?", "exclamation mark": "!", "hyphen": "-", "dash": "–", "full point": ".",
}  # fmt: skip
"""Marks that people name instead of quoting them."""

ABBREVIATED = frozenset(
    "del ins subst viz etc min mr mrs ms dr rev revd cllr hon prof esq messrs st nem con nos".split()
)
"""Words that are written short, whose stop ends no sentence."""

_GOING = {
    "so that it": ("s", "come stand go appear"), "so that they": ("base", "come stand go appear"),
    "so as to": ("base", "come stand go"), "to": ("base", "come stand go"), "": ("ing", "come stand"),
    "so that it is": ("ed", "place"), "to be": ("ed", "place"), "so as to be": ("ed", "place"),
}  # fmt: skip
"""How it is said where something comes to stand, with the form and the stems of the verbs then: "so that it comes"."""


def _to_stand(place: str, direct: str) -> list[str]:
    """ "So that it follows", "to come immediately after", "to be put after": other ways to say after or before."""
    found = []
    for lead, (form, stems) in _GOING.items():
        said = {stem: {how: word for word, how in forms(stem).items()}[form] for stem in (direct, *stems.split())}
        if form in ("s", "base"):
            found.append(f"{lead} {said[direct]}")
        found += [
            f"{lead} {said[stem]} {phrase.strip()}" for stem in stems.split() for phrase in _WORDS[place].split(",")
        ]
    return found


def _staying() -> list[str]:
    """ "Keeps its present number", "to remain unchanged": ways to say that something stays."""
    numbers_kept = [
        f"{verb} {whose}{own} {what}"
        for verb in ("keep", "keeps")
        for whose, things in (("its", ("number", "letter")), ("their", ("numbers", "letters")))
        for own in ("", " own", " present", " existing")
        for what in things
    ]
    verbs = ("remain", "remains", "to remain", "stay", "stays", "to stay")
    return numbers_kept + [f"{verb} {how}" for verb in verbs for how in ("unchanged", "as it is", "as they are")]


def _announcing() -> list[str]:
    """ "The following changes are proposed", "make these amendments": ways to say that changes follow."""
    found = []
    for which in ("the following", "these"):
        for thing, be in (("change", "is"), ("changes", "are"), ("amendment", "is"), ("amendments", "are")):
            found += [f"{which} {thing} {end}" for end in (f"{be} proposed", f"{be} made", f"{be} to be made")]
            found += [f"{which} {thing} shall be made", f"make {which} {thing}", f"with {which} {thing}"]
            found += [f"{which} {thing}"] if which == "the following" else []
    return found


Tree = dict[str, "Tree | tuple[str, str]"]


def _tree() -> Tree:
    """The phrases word by word: what may follow each word, and under "" what a phrase is that ends there."""
    tree: Tree = {}

    def put(phrase: str, terminal: str, value: str = "") -> None:
        at = tree
        for word in phrase.split():
            at = cast("Tree", at.setdefault(word, {}))
        at.setdefault("", (terminal, value))

    for terminal, listed in {**_WORDS, **_TURNS, "LITTLE": _LITTLE}.items():
        for phrase in listed.split(","):
            put(phrase.strip(), terminal)
    for lead in ("and", "with", "together with", "including"):
        for (
            what
        ) in "sub-clauses subclauses paragraphs sub-paragraphs items points sections sub-sections clauses".split():
            for how in ("its", "all its", "all of its"):
                put(f"{lead} {how} {what}", "WITH_ALL")
    for composed, terminal in ((_staying(), "STAYS"), (_announcing(), "MAKE_CHANGES")):
        for phrase in composed:
            put(phrase, terminal)
    for place, direct in (("AFTER", "follow"), ("BEFORE", "precede")):
        for phrase in _to_stand(place, direct):
            put(phrase, place)
    for does, stems in VERBS.items():
        for stem in stems.replace(",", " ").split():
            verb, _, particle = stem.replace("+", " ").partition(" ")
            for word, form in forms(verb).items():
                if (stem, form) == ("place+in", "s"):
                    continue  # "in both places in 4.1"
                put(f"{word} {particle}", "VERB", f"{does} {form} {verb}")
    for does, nouns in NOUNS.items():
        for noun in nouns.split():
            put(noun.replace("+", " ") + " of", "VERB", f"{does} noun {noun}")
            put(noun.replace("+", " "), "VERB", f"{does} noun {noun}")
    return tree


PHRASES = _tree()
TURNS = frozenset(_TURNS)
