"""The e-mail that a paper is sent in with: what it is, when it was agreed and by whom."""

from __future__ import annotations

from amendments.drafts.draft import Draft
from amendments.papers.paper import LETTERS, Paper, Part
from rulebook.printed.lines import Line, plain, printable


def covering_email(draft: Draft, made: Paper) -> Paper:
    """The e-mail to send a paper in with. What the draft does not say stands in square brackets, to be filled in."""
    kind = made.kind_name.lower()
    sender = made.sender or "[who sends it in]"
    to = made.conference or "[the conference]"
    agreed = f"agreed on {made.agreed}" if made.agreed else "agreed on [date]"
    moved = [f"moved by {made.mover}" if made.mover else "", f"seconded by {made.seconder}" if made.seconder else ""]
    by = " and ".join(filter(None, moved))
    letter = made.kind in LETTERS
    named = f"{a_or_an(kind)}, “{made.title or '[title]'}”"
    first = f"Please find attached {named}, from {sender} for {to}."
    if letter:
        first = f"Please find attached {named}" + (f", {made.signed.lower()}." if made.signatories else ".")
    second = "" if letter else f"It was {agreed}" + (f", {by}." if by else ".")
    about = [f"It amends {'; '.join(made.where)}." if made.where and made.kind == "rule change" else ""]
    about += [f"It was drafted on the {made.edition} edition of the rules." if made.edition else ""]
    about += [f"It has {made.words:,} words." if made.words else ""]
    third = " ".join(filter(None, about))
    last = "Please confirm that you have received it, and tell us at once if anything stands in its way."
    signed = printable(draft.contact) or sender
    paragraphs = ("Dear friends,", first, second, third, last, "With good wishes,", signed)
    return Paper(
        kind="covering e-mail",
        title=f"{made.kind_name}: {made.title or '[title]'}",
        organisation=made.organisation,
        sender=made.sender,
        recipients=made.recipients or ("[the secretary of the conference committee]",),
        sections=(Part("", tuple(Line(plain(words)) for words in paragraphs if words)),),
    )


def a_or_an(words: str) -> str:
    """Words with the article before them: "an emergency motion"."""
    return f"{'an' if words[:1] in 'aeiou' else 'a'} {words}"
