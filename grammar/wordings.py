"""What old wording and new are called, where one stands beside the other."""

from __future__ import annotations

OLD_WORDING = "existing current present old original previous former".split()
NEW_WORDING = "proposed new amended revised suggested replacement".split()
WORDING_NOUNS = "wording text rule clause version words paragraph section article provision form".split()
"""What wording is called: “existing text”, “proposed rule”."""
WORDINGS_IN_PAIRS = {
    "was": ("now", "is now", "to be", "becomes"),
    "from": ("to",),
    "out": ("in",),
    "before": ("after", "now"),
    "old": ("new",),
    "existing": ("proposed", "new", "amended", "revised", "suggested"),
    "current": ("proposed", "new", "amended", "revised", "suggested"),
    "currently": ("proposed", "new", "amended", "revised", "suggested", "in future"),
    "present": ("proposed", "new", "amended", "revised", "suggested"),
    "at present": ("proposed", "new", "amended", "in future", "to be"),
    "original": ("proposed", "new", "amended", "revised", "suggested"),
    "now": ("proposed", "to be", "in future", "should be", "then"),
    "reads": ("to read", "should read", "will read", "would read"),
    "now reads": ("to read", "should read", "will read", "would read", "amend to read"),
    "reads now": ("to read", "should read", "will read", "would read", "amend to read"),
    "currently reads": ("to read", "should read", "will read", "would read", "amend to read"),
    "at present reads": ("to read", "should read", "will read", "would read", "amend to read"),
}
"""Words on a line that say the old wording follows, each with those that then say the new one does."""

COLUMNS = {
    "old": "was from out before old existing current present original delete remove omit for strike+out leave+out "
    "take+out delete+words words+deleted deleted",
    "new": "now to in after new proposed amended revised insert add substitute replace+with put+in insert+words "
    "words+inserted inserted with",
    "place": "no. no number ref reference place where provision",
    "aside": "reason reasons rationale comment comments why explanation effect note notes proposer mover seconder",
}
"""What the columns of a table of changes may be called; "+" joins the words of one name."""
