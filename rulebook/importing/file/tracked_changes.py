"""How tracked changes are taken, in the words of the report: as if all were accepted, or as if none had been made."""

from __future__ import annotations

from rulebook.importing.file.paragraphs import Guess

ACCEPT, REJECT = "accept", "reject"


def of_changes(number: int, tracked: str) -> list[Guess]:
    """What was made of a file's changes; nothing where there are none."""
    if not number:
        return []
    changes = "is 1 tracked change" if number == 1 else f"are {number} tracked changes"
    if tracked == REJECT:
        how = "the words were read without them; --tracked accept reads them as if all were accepted"
    else:
        how = "the words were read as if all were accepted; --tracked reject reads them without the changes"
    return [Guess("change", f"there {changes} in the file: {how}")]
