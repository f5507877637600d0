"""What is set aside in a text: comments, headings, beliefs, and what introduces an instruction.

It is no part of any instruction, and nobody asks what it means.
"""

from __future__ import annotations

import re

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
HEADING = re.compile(
    r"#{1,6}[ \t][^\n]*|[*_]{0,2}(?:proposed\s+)?amendments?(?:\s+\d+)?[ \t]*:?[*_]{0,2}[ \t]*$", re.IGNORECASE
)
_RESOLVES = r"(?:resolve[sd]?|agrees?|proposes?|moves?|instructs?|decides?|calls?\s+(?:for|on|upon))"
BELIEVED = re.compile(
    rf"""(?:
        (?:and\s+)?whereas\b(?:(?!.*\b{_RESOLVES}\b)|.*;\s*(?:and\s*)?\Z)
      | (?:this|the|our)?\s*(?:conference|congress|council|branch|meeting|agm|union|society|board|party|clp)\s+
        (?:further\s+|also\s+)*(?:notes?|believes?|welcomes?|recogni[sz]es?|considers?|affirms?|understands?)\b
        (?!.*\b{_RESOLVES}\b)
    )""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""A paragraph that says what is believed, and resolves nothing."""

BELIEF = re.compile(
    r"""(?:and\s+)?(?:
        whereas\b,?
      | (?:this|the|our)?\s*(?:conference|congress|council|branch|meeting|agm|union|society|board|party|clp)\s+
        (?:further\s+|also\s+)*(?:notes?|believes?|welcomes?|recogni[sz]es?|considers?|affirms?|understands?)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What begins a sentence that says what is believed, in a paragraph that also resolves something."""

RESOLVES = re.compile(rf"\b{_RESOLVES}\b", re.IGNORECASE)
"""What says that something is resolved."""

_NUMBERED = re.compile(
    r"(?:motion|proposition|amendment|resolution|proposal)\s+(?:no\.?\s*)?\d+[a-z]?[.:]?", re.IGNORECASE
)


def is_aside(words: str) -> bool:
    """Whether a paragraph is no instruction: a belief, or the number of a motion alone."""
    return BELIEVED.match(words) is not None or _NUMBERED.fullmatch(words.strip()) is not None


_BODY = (
    r"(?:(?:this|the|our|that)\s+(?:[\w’'-]+\s+){0,3}?)?(?:(?:annual|general|special|extraordinary|national|regional|local|autumn|spring)\s+){0,3}"
    r"(?:conference|congress|council|branch|clp|(?:working\s+|working-)?(?:party|group)|sub-?committee|officers|trustees|panel|meeting|agm|egm|union|society|board|committee|executive|delegates"
    r"|members|group|association|federation|assembly|membership)|we|they|i|it|be\s+it"
)
_SHORT = r"\b(?:Mr|Mrs|Ms|Dr|Rev|Revd|Cllr|Hon|Prof|[A-Z])\."
_AGREES = (
    r"(?:resolves?|resolved|agrees?|agreed|proposes?|proposed|moves?|moved|recommends?|recommended|requests?|calls?\s+(?:on|for)"
    r"|decides?|decided|enacts?|enacted|ordered|wish(?:es)?|would\s+like|votes?|asks?)"
)
_SOMEBODY = rf"(?-i:(?:[Tt]he\s+)?(?:{_SHORT}\s*)*[A-Z][\w’-]+(?:\s+(?:of\s+|the\s+)?[A-Z][\w’-]+){{0,4}})"
WRAPPER = re.compile(
    rf"""(?:
        (?:(?:motion|proposition|amendment|resolution|proposal|rule\s+change)(?:\s+(?:no\.?\s*)?\d+[a-z]?\s*[:.–-]|\s*:)\s*(?:that\b)?)
      | (?:further|furthermore|moreover|also|finally|next|then|in\s+addition|additionally|secondly|thirdly|lastly)\s*,
      | (?:(?:now,?\s+)?(?:therefore|accordingly|and|further|hereby)\b,?\s*)*
        (?:on\s+behalf\s+of\s+[^“”\"‘.:;,\d]{{1,60}}?,?\s+)?(?:{_BODY})\b(?P<between>(?:{_SHORT}|[^“”\"‘:.;]){{0,90}}?)\b(?:therefore\s+|accordingly\s+|hereby\s+|also\s+|further\s+)*{_AGREES}\b
        (?:\s+(?:nem\.?\s+con\.?|unanimously))?(?:\s+by\s+(?:{_SHORT}|[^“”\":.;,]){{1,80}}?(?=,|\s+that\b))?
        (?:\s*,?\s*(?:and\s+)?(?:duly\s+)?(?:seconded|resolved|carried|agreed)\b(?:\s+by\s+(?:{_SHORT}|[^“”\":.;,]){{1,80}}?(?=,|\s+(?:and|that)\b))?)*
        (?:\s*[,:]?\s*(?:that\b|to\b(?!\s+read)|as\s+follows\s*[:–—-]?|the\s+following\b[^:]{{0,40}}:|[:—–-](?=\s|$))|(?=\s+[a-z]+ing\b)|,)*
      | {_SOMEBODY}\s+(?:(?:also|therefore|now)\s+)?{_AGREES}\s+that\b
      | (?:amendments?|proposed\s+amendments?|rule\s+change)\s*:
      | if\s+(?:this|the)\s+(?:motion|amendment|proposal|resolution)\s+is\s+(?:carried|passed|adopted|agreed)\b\s*,?\s+
        (?=it\b)
      | resolved\b\s*(?:\([^()“”]*\)\s*)?(?:nem\.?\s+con\.?|unanimously)?\s*[,:]?\s*(?:further\b\s*,?\s*)?(?:that\b)?
      | that\b(?=\s)
      )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands round an instruction: “Motion 3: this conference resolves that ...”."""

LEGEND = re.compile(
    r"\((?=[^()]*\b(?:bold|italics?|underlined?|strike(?:out|through)|struck)\b)[^()]*\)", re.IGNORECASE
)
"""What says how cuts and insertions are shown."""
