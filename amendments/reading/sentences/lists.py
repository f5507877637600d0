"""The lists of a text, and the sentences that introduce them."""

from __future__ import annotations

from dataclasses import dataclass

from amendments.reading.sentences.passages import Passage


@dataclass(frozen=True, slots=True)
class _Lead:
    """A sentence that a list follows, by its number, and the passage that it stands in."""

    sentence: int
    indent: int
    kind: str
    paragraph: int


class Lists:
    """The lists that are open at a place, the innermost last."""

    def __init__(self) -> None:
        self._leads: list[_Lead] = []

    def begin(self, sentence: int, passage: Passage) -> None:
        """A sentence in a passage introduces a list."""
        self._leads.append(_Lead(sentence, passage.indent, _kind_of(passage.mark), passage.paragraph))

    def close(self) -> None:
        """No list goes on."""
        self._leads = []

    def lead_of(self, passage: Passage) -> int:
        """The sentence that introduces the list which a passage is an item of; -1 for none."""
        leads = self._leads
        if not passage.mark:
            if leads and passage.paragraph > leads[-1].paragraph + 1:
                self.close()
                return -1
            return leads[-1].sentence if leads and leads[-1].paragraph == passage.paragraph else -1
        kind = _kind_of(passage.mark)
        while leads and leads[-1].kind == kind and passage.indent <= leads[-1].indent:
            leads.pop()  # the next item of the list that the lead itself was in
        return leads[-1].sentence if leads else -1


def _kind_of(mark: str) -> str:
    """What sort of mark a list has: of bullets, of figures, of letters, in brackets or not."""
    core = mark.strip("().")
    sort = "bullet" if not core.isalnum() else "figure" if core.isdigit() else "capital" if core.isupper() else "letter"
    return sort + mark[:1] * mark.startswith("(") + mark[-1:]
