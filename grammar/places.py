"""The pieces that a reference is made of, as patterns: labels and codes, parts, what joins them, what stands beside them.

`rulebook.reference.scanning` puts them together. None of them crosses a full stop, a semicolon, a blank line or the mark
of an item in a list; `INWARDS` alone does, for a scan that knows that it may.
"""

from __future__ import annotations

import re

from grammar.levels import LEVEL_WORD
from grammar.numbers import CARDINAL, ORDINAL
from grammar.patterns import Pattern

_FLAGS = re.VERBOSE | re.IGNORECASE | re.ASCII

LIST_MARK = r"(?:[^\w\s(&]|\(?(?:\w\w?|[ivxIVX\d]{3,5})[.)])"
_INLINE = r"[^\S\n]"
GAP = rf"(?:{_INLINE}|\n(?!{_INLINE}*(?:\n|\Z|{LIST_MARK}\s)))"
"""White space inside a reference. A line may end in it, but no paragraph, nor a line before the mark of an item."""

# ------------------------------------------------------------------ labels, and codes made of them

LABEL = r"(?:\d{1,5}(?!(?-i:st|nd|rd|th)\b)(?:[A-Za-z]{1,2}|[ivxlc]{3,6})?|(?-i:[IVXLCDM]{1,8}[A-Z]?|[ivxlcdm]{1,8}|[A-Z]{1,2}|[a-z]))"
"""5, 5A, 5AA, 7viii, IV, IVA, xliii, BA, b. Two small letters (ba) are a label only in brackets or after a full stop."""

_VERBS = r"(?:replac|delet|insert|add|amend|chang|omit|remov|leav|mov|renumber|re-|substitut|str[iu]|tak|repeal|becom|mak)\w*"
FOLLOWS = rf"""(?: \s*(?: [\]:;,(\n"'«<] | (?![’”])[–-„] | \.(?:\s|\Z) | \)|\Z ) | [ ]?-(?=[ \d(])
    | \s+(?: &|(?:and|or|to|of|in|is|are|be|shall|should|must|will|may|below|above|after|before|at|with|as|from|for|so|reads?
          |says?|states?|currently|now|by|on|which|that|through|under|accordingly|respectively|hereby|beginning|ending|each
          |both|except|save|but|if|unless|instead|{LEVEL_WORD}|{_VERBS})\b ))"""
"""What stands after a label that is one, where "a", "I" or "5" might be a word of the sentence."""

_WORDS = r"(?:a[mnst]|be|by|do|eg|go|he|i[efnst]|m[ey]|no|o[fhknr]|pm|so|to|u[ps]|we)\b"
_BRACKETED = rf"\((?:{LABEL}|[a-z]{{2}})(?:-\d+)?\)"
_MORE = rf"""(?: (?:[.:,]|[ ](?!\({_WORDS}))?{_BRACKETED}       # (b), (ba), .(b); with a space before it, but not (as)
               | [.:\u2024](?:{LABEL}|[a-z]{{2}})\)?(?![\w’'])    # .IV, :24, .ba, .a)
               | [ ]{LABEL}\)(?!\w)                             # " 1)" of "9) 1) b)"
               | (?<=\))(?-i:[ivx]{{1,5}}|[a-h])(?!\w)          # v of "6)v"
               | (?<!\.\d)(?<!\.\d\d)-\d+(?=[.(])               # -2 of "4-2(b)"
               | (?:[ ](?-i:[A-Z]|[ivx]{{1,5}}|[b-h])){{1,3}}(?={FOLLOWS})  # " B i" of "10.2 B i"
             )"""
_ANY_MORE = rf"{_MORE}{{0,20}}"  # nobody writes more
_RUN = r"(?-i:\d{1,3}[IVXLC]{1,6}\d{1,3}[A-Za-z]?)"  # 2I4
_ONE = rf"(?!{_WORDS}|(?-i:a)\b){LABEL}(?![A-Za-z’'\d])\)?"

CODE = Pattern(
    rf"""(?: {_RUN} | {_BRACKETED}
           | (?-i:[A-Z]{{1,2}})\.?\d{{1,4}}[A-Za-z]?(?![\w%])                  # J5, J.5
           | (?P<doubtful> (?-i:[A-Z]{{1,2}})[ ]\d{{1,4}}[A-Za-z]?(?![\w%])    # J 5, a, and aa, where something shows it
                         | (?-i:a)(?![A-Za-z’'\d])\)? | (?!{_WORDS})(?-i:[a-z]{{2}})(?![\w’']) )
           | {_ONE}
         )(?(doubtful)(?:(?<=\))|(?=[.(]\w|{FOLLOWS}))){_ANY_MORE}""",
    _FLAGS,
)
"""A code where one is expected: after a level word, after "to", in a list."""

BARE = Pattern(
    rf"""(?<![\w£$.])(?-i:
           (?: {_RUN} | (?!\({_WORDS}){_BRACKETED}                                # 2I4, (b)
             | (?: (?:[A-Z]{{1,2}}[. ]?)?\d{{1,4}}[A-Za-z]{{0,2}}(?![A-Za-z\d%])\)?  # 6, C5, J 5, 9), and more
                 | [IVXLC]{{1,7}}[A-Z]? ){_MORE}                                  # IV, and more
           ){_ANY_MORE}
         | [A-Z]{{1,2}}\.\d{{1,3}}[A-Z]{{0,2}}(?!\w|\.\w|%)                    # J.5
         | [A-Z][ ]\d{{1,2}}[A-Z]?(?=(?i:{FOLLOWS}))                            # J 3
         | \d{{1,3}}(?=[ ]?[-–][ ]?\d{{1,3}}\s+(?:above|below)\b)               # 2-11 below
         )(?![\w%])(?!\s?[ap]\.?m\b)""",
    _FLAGS,
)
"""A code without a level word: it has to look like nothing else."""

AFTER = Pattern(FOLLOWS, _FLAGS)
NUMBER_WORD = Pattern(rf"{CARDINAL}(?={FOLLOWS}|\s+(?-i:[A-Z]))", _FLAGS)
"""A number in words after a level word: Chapter Five."""

ALONE = Pattern(rf"(?:(?-i:a)(?![A-Za-z’'\d])\)?|{_ONE}){_ANY_MORE}(?={FOLLOWS})", _FLAGS)
"""A label that only its place shows to be one: after "Chapter 5, Clause IV,", or where nothing but a number can stand."""

TO = Pattern(rf"{GAP}*(?:\bthrough{GAP}+to\b|\bthrough\b|\bto\b|–|-){GAP}*(?=[\w(])", _FLAGS)

# ------------------------------------------------------------------ level words

_NUMBERED = r"(?=\s+(?:[IVXLC]+|\d{1,2})\b)"  # Title IX and Book 2, but not "title" and the "Rule Book 2026"
LEVEL = Pattern(
    rf"(?!titles?\b(?!{_NUMBERED})|(?:(?<=rule[ ])|(?<!rule[ ])(?!books?{_NUMBERED}))books?\b)(?P<word>{LEVEL_WORD})(?![A-Za-z’'-]){GAP}*(?:(?:nos?\.|numbers?){GAP}+)?|(?P<short>[CRs]|s\.[ ]?|s[ ])(?=\d)",
    _FLAGS,
)
THIS = Pattern(
    rf"(?P<this>this|the{GAP}+same|that|the{GAP}+said|the{GAP}+above){GAP}+(?P<word>{LEVEL_WORD})(?![\w’'-])(?!\s*\d)",
    _FLAGS,
)

# ------------------------------------------------------------------ parts of a provision

_NEXT_TO_LAST = rf"(?:last|next){GAP}+(?:but{GAP}+one|to{GAP}+last)|second{GAP}+(?:to{GAP}+)?last|penultimate"
_ORDINAL = rf"(?:{_NEXT_TO_LAST}|{ORDINAL}|last|final|closing|opening|\d{{1,3}}(?:st|nd|rd|th))"
_NUMBERED_FROM = (
    r"(?:[a-z]+-)?(?:first|second|third|last|[a-z]+[fhnrx]th\b|[a-z]+tieth|\d{1,3}(?:st|nd|rd|th)"
    r"|final|closing|opening|penultimate|next\s)"
)
"""What "the first", "twenty-second", "last" or "opening" begin like; it is tried before the long pattern of them all."""
_COUNT = rf"(?:{CARDINAL}|\d{{1,2}})"
_JOINTS = rf"(?:{GAP}*(?:,|\band\b|,{GAP}*and\b|&|\bto\b|–|-){GAP}*)"


def _several(name: str, one: str) -> str:
    """A pattern of one and more that are joined: the first, second and third."""
    return rf"(?!{_JOINTS})(?P<{name}>(?:(?:{_JOINTS}|(?<!\w)){one})+)"


_COUNTED = r"(?:sentences?|lines?|rows?|bullets?(?:[ ]points?)?)"  # parts that have no number of their own
PART = Pattern(
    rf"""(?:the{GAP}+)?(?:
           {_several("ordinals", _ORDINAL)}{GAP}+(?:(?P<count>{_COUNT}){GAP}+)?
             (?P<unit>{_COUNTED}|{LEVEL_WORD})(?P<but>{GAP}+but{GAP}+one)?(?!{GAP}+(?:\d|\([A-Za-z0-9]{{1,4}}\)|(?:[ivx]{{1,5}}|[b-z])\b))
         | (?P<unit2>{_COUNTED}){GAP}+{_several("numbers", _COUNT)}
         | (?:(?:section|chapter|clause|rule){GAP}+)?(?P<heading>headings?|name(?={GAP}+of{GAP}+{LEVEL_WORD}{GAP}+[\dA-Z])|titles?(?!{_NUMBERED}))(?!\s+\w+\s+(?:and|or)\b)
         | (?P<opening>lead-?in(?:{GAP}+(?:language|words?|sentence|text))?|(?:opening|introductory|intro){GAP}+(?:words|text|wording)|chapeau)
         | (?P<closing>closing{GAP}+(?:words|text|wording)|flush{GAP}+(?:words|text))
         | (?P<table>(?<=[Tt]he[ ])table)
         )(?![\w’'])(?:{GAP}+(?:of|in){GAP}+the{GAP}+table\b)?""",
    _FLAGS,
    rf"(?:the\s+)?(?:{_NUMBERED_FROM}|{_COUNTED}\s|(?:(?:section|chapter|clause|rule)\s+)?(?:heading|title|name)|lead-?in|intro|chapeau|flush\s|table\b)",
)
"""The last sentence, sentences 2 and 3, the first three paragraphs, the heading, the second row of the table."""

NTH = Pattern(
    rf"(?:the{GAP}+)?(?P<ordinal>{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)|last){GAP}+",
    _FLAGS,
    rf"(?:the\s+)?{_NUMBERED_FROM}",
)
"""Before a number that two provisions have: the second 1.2A."""

ORDINAL_OR_TO = Pattern(rf"(?P<ordinal>{_ORDINAL})|(?P<number>{_COUNT})|(?P<to>\bto\b|–|-)", _FLAGS)

# ------------------------------------------------------------------ what joins, and what stands beside

_AND = rf"(?:\band\b(?!/)|&|\bplus\b|\bas{GAP}+well{GAP}+as\b|\b(?:together|along){GAP}+with\b)"
_OF = rf"(?:(?P<of>of|in|under|within)\b{GAP}+(?:(?P<each>each|both|all)\b{GAP}+(?:of{GAP}+)?)?)?"
_WHICH = rf"(?:(?:the{GAP}+)?rule{GAP}?book,?{GAP}+)?(?:the{GAP}+(?!same\b|said\b))?(?:(?:current|existing){GAP}+)?"
SEPARATOR = Pattern(rf"(?:{GAP}*,{GAP}*|{_INLINE}*[–—-]{_INLINE}+(?!of\b)|{GAP}+)?{_OF}{_WHICH}", _FLAGS)
AND = Pattern(rf"{GAP}*,?{GAP}*{_AND}{GAP}*(?:also{GAP}+)?(?:of{GAP}+)?(?:the{GAP}+)?", _FLAGS)
OWN_CLAUSE = Pattern(rf"\s*:|[^.;:\n]*?(?<!and[ ])\b(?:is|are|shall|be|reads?|{_VERBS})\b", _FLAGS)
"""What makes a new clause of what stands behind a semicolon: "...; paragraph B is deleted"."""
INWARDS = Pattern(rf"{_INLINE}*(?P<mark>[.:;]){GAP}+{_WHICH}", _FLAGS)
"""A mark that ends most sentences and yet leads inwards at the beginning of an address: Chapter 7; Clause II. 2.B"""
LIST = Pattern(rf"{GAP}*(?:,{GAP}*(?:and\b(?!/))?|{_AND}){GAP}*(?=[\w(])", _FLAGS)
GOES_ON = Pattern(rf"(?:{GAP}*,{GAP}*\(?\w{{1,5}}\)?)*{GAP}*,?{GAP}*(?:\band\b(?!/)|&)", _FLAGS)
EITHER = Pattern(rf"{GAP}*(?:,{GAP}*)?\bor\b{GAP}*(?=[\w(])", _FLAGS)
OUTWARDS = Pattern(rf"{GAP}+(?:of|in){GAP}+(?:the{GAP}+)?(?:{LEVEL_WORD}\b|\d)", _FLAGS)
DIRECTION = Pattern(rf"{GAP}*\b(above|below)\b", _FLAGS)

_PRINTED = rf"(?:(?:on|of|at|from|after|before){GAP}+)?\b(?:pages?|pg|pp?|lines?)\.?{GAP}*\d+(?:{GAP}*(?:to|-|–|and){GAP}*\d+)?"
NOTE = Pattern(
    rf"""{GAP}*,?{GAP}*(?: \({GAP}*{_PRINTED}(?:{GAP}*,?{GAP}*{_PRINTED})*[^()\n]{{0,20}}\)
           | \b(?:pages?|pg|pp?)\.?{GAP}*\d+(?![\w.]*\w)(?:{GAP}*,?{GAP}*{_PRINTED})*
           | \blines?{GAP}+\d+(?:{GAP}*(?:to|-|–|and){GAP}*\d+)?{GAP}+(?:on|of){GAP}+(?:page|pg|p)\.?{GAP}*\d+ )""",
    _FLAGS,
    r"[\s,]*\(?\s*(?:(?:on|of|at|from|after|before)\s+)?(?:pages?|pg|pp?|lines?)\b",
)
"""Where the words are printed, said beside the place: (page 14), page 4, line 7, (lines 26 to 27 on page 5)."""
PRINTED = Pattern(r"(?P<unit>page|pg|p|line)[a-z]*\.?\s*(?P<number>\d+)", _FLAGS)

HEADING = Pattern(
    rf"""(?P<stop>[.:])?{_INLINE}*(?:[–—-]{_INLINE}*)?
        (?P<title>(?!(?:Delete|Insert|Add|Replace|Amend|Change|Omit|Remove|Leave|Renumber|Re-?letter|Move|After|Before|At|In|For
              |Substitute|Strike|Reads?|Rename|Where|Wherever|Throughout|Section|Sec|Sub|Clause|Cl|Chapter|Ch|Article|Art|Para|Rule|Insertion
              |And|Or|To|As|The\ words?)(?![a-z]))
          [A-Z][a-z’'-]*(?:[ ,]+[A-Za-z’'&-]+){{0,14}}?)
        (?=\s*(?: ,\s*(?:{LEVEL_WORD}\b|\(?(?:\d+|[A-Z]|[ivx]+)\b\)?\.?\s*(?:[:(,.\n]|$|currently|reads?))
             | [;:(\n] | \.(?:\s|$) | [–—]\s
             | ,\s*(?:delete|insert|add|replace|amend|change|omit|remove|leave|re-?number|move|after|before|at|in|for|substitute|strike)\b
             | \s(?:currently\s+|now\s+)?reads?\b | $))""",
    re.VERBOSE | re.IGNORECASE,
)
"""A title after a number, with a capital: Chapter 5 Selections, Rule 5.1 – Money."""

SENTENCE = Pattern(r"\b(?:shall|may|must|will|is|are|has|have|should)\b")
"""What the text of a provision has, and hardly a title after a number alone: 12.1 The council shall publish a list."""

BRACKETED_TITLE = Pattern(
    rf"{_INLINE}*\((?P<title>(?-i:[A-Z])[a-z’'-]{{2,}}[A-Za-z’' ,&-]*|[a-z][a-z’'-]{{2,}}[A-Za-z’' ,&-]*(?=\),?{GAP}+{LEVEL_WORD}\b))\)",
    _FLAGS,
)
"""The same in brackets: Chapter 7 (Branches), Clause II (Officers), 3. One with a small letter only on the way further in."""

ADDRESS = Pattern(
    r"""(?:\A|[.;!?])[\s*_>#–—•-]* (?:(?:in|under|amend|to|that|the|of|at|on|end|bottom|beginning|start|after|before|from|for|throughout|within|heading|these|our|current|existing|rule\s?book|rules|book
        |bye?-?laws|constitution|standing\s+orders|\d{4}|\(?page\s\d+\)?\.?|[,(*_])[\s,]*)* \Z""",
    _FLAGS,
)
"""What stands before a reference that begins an address, in the same line."""

SPACED = Pattern(r"[ ](?=\(|\w+\))")
ITEM = Pattern(
    r"(?P<open>\(?)(?P<label>\d{1,3}|[A-Za-z]{1,2}|[ivx]{1,5})\)\s+(?!(?:and|or|to|of|in|is|are|above|below)\b)(?=[A-Za-z“‘\"])",
    re.ASCII,
)
ITEM_BEFORE = Pattern(r"(?:\A|[\n:;,.—–]|\band)\s*\Z")
"""The mark of an item in a list that runs on in the line, and what stands before it: "(a) delete 5.I.5, (b) delete 5.II.4"."""
