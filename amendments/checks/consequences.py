"""What an amendment does to the rest of the book: references elsewhere that it leaves pointing at nothing, or at
something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from amendments.applying.account import Account
from amendments.applying.applied import Applied
from amendments.applying.operations import parents_touched
from amendments.applying.outcome import Outcome
from amendments.checks.corrected_references import Ends, correction, ends, spliced, words_of
from rulebook.diagnostics import Diagnostic, Severity, Suggestion
from rulebook.looking.citations import Citation, citations, citations_in, targets
from rulebook.numbering import roman_value, segment
from rulebook.provision import Path, Provision, Rulebook
from rulebook.source import Source, Span


def consequences(outcome: Outcome, source: Source, span: Span) -> list[Diagnostic]:
    """Findings of severity warning for references that an outcome breaks, in words of the rules as they stand.

    Each points at the instruction that breaks it; `span`, the amendment in its source, is for those of which that is
    not known.
    """
    if outcome.applied is None:
        return []
    account = Account(outcome)
    found = [
        Diagnostic(
            "reference-dangles",
            f"the new words of {place} refer to “{words}”, which is not there",
            "correct the reference",
            Severity.WARNING,
            source,
            cause or span,
        )
        for place, words, cause in _new_words(outcome, account)
    ]
    if outcome.is_structural:
        found += _broken(account, source, span)
    return found


def _new_words(outcome: Outcome, account: Account) -> Iterator[tuple[str, str, Span | None]]:
    """References to nothing in words that the amendment puts in: the place, the words, and the instruction."""
    after = account.applied.rulebook
    for path, part in outcome.new_words():
        text = after.part(path, part)
        before = outcome.before_words(path, part)
        for citation in citations_in(after, path, part):
            words = text[citation.span[0] : citation.span[1]]
            if not citation.targets and words not in before:
                writers = (span for span, new in account.words_put_into(path) if words in new)
                yield after.reference(path), words, next(writers, None)


def _broken(account: Account, source: Source, span: Span) -> Iterator[Diagnostic]:
    """Findings for references in words that stay as they were."""
    outcome, applied = account.outcome, account.applied
    before, after, lists = outcome.before, applied.rulebook, touched_lists(outcome)
    found = citations_into(before, lists)
    for _, group in groupby(found, lambda one: (one.path, one.part, one.span)):
        cited = list(group)
        here = applied.where(cited[0].path)
        if here is None or not any(_may_differ(one, lists) for one in cited) or _is_rewritten(outcome, cited[0]):
            continue
        meant = [ends(one.targets, one.reference) for one in cited]
        moved = [_moved(applied, one) for one in meant]
        leads = [ends(targets(after, one.reference, here), one.reference) for one in cited]
        astray = [n for n, one in enumerate(meant) if one and (moved[n] is None or moved[n] != leads[n])]
        for n in astray:
            if moved[n] is None and not _is_replaced(outcome, applied, meant[n], leads[n]):
                yield _gone(account, cited[n], here, source, span)
        pairs = [(old, new) for n in astray if (old := meant[n]) and (new := moved[n])]
        if pairs:
            yield _shifted(account, cited, pairs, source, span)


def _may_differ(citation: Citation, lists: set[Path]) -> bool:
    """Whether one of the lists is on the way to a reference or to what it leads to; a book has many that are not."""
    return any(path[:depth] in lists for path in (citation.path, *citation.targets) for depth in range(len(path) + 1))


def _is_rewritten(outcome: Outcome, citation: Citation) -> bool:
    """Whether the amendment changes the very words of a reference."""
    start, end = citation.span
    return any(one < end and other > start for one, other in spliced(outcome, citation))


def _is_replaced(outcome: Outcome, applied: Applied, meant: Ends | None, leads: Ends | None) -> bool:
    """Whether what a reference leads to is put in by the amendment, with the number of what it led to."""
    if meant is None or leads is None:
        return False
    before, after = outcome.before, applied.rulebook
    kept = {applied.where((*old[:-1], place)) for old in meant for place in range(len(before.children(old[:-1])))}
    return all(
        before.reference(old) == after.reference(new) and (new not in kept or applied.where(old) == new)
        for old, new in zip(meant, leads, strict=True)
    )


def _moved(applied: Applied, meant: Ends | None) -> Ends | None:
    first, last = (applied.where(path) for path in meant) if meant else (None, None)
    return (first, last) if first and last else None


def _gone(account: Account, citation: Citation, here: Path, source: Source, span: Span) -> Diagnostic:
    applied, before, after = account.applied, account.outcome.before, account.applied.rulebook
    words, place = words_of(before, citation), before.reference(citation.path)
    dangles = ends(targets(after, citation.reference, here), citation.reference) is None
    gone = next(path for path in citation.targets if applied.where(path) is None)
    return Diagnostic(
        "reference-dangles" if dangles else "reference-shifts",
        f"{place} would still refer to “{words}”, which is not there any more"
        if dangles
        else f"“{words}” in {place} refers to {before.reference(gone)}, which goes; it would refer to something else",
        f"add an instruction:  In {before.reference(citation.path)}, replace “{words}” with “...”",
        Severity.WARNING,
        source,
        account.cut_by(gone) or span,
    )


def _shifted(
    account: Account,
    cited: Sequence[Citation],
    pairs: Sequence[tuple[Ends, Ends]],
    source: Source,
    span: Span,
) -> Diagnostic:
    """The finding for a phrase of references, of which some (`pairs`) are to provisions that get another number."""
    before, after, path = account.outcome.before, account.applied.rulebook, cited[0].path
    words = words_of(before, cited[0])
    instruction = correction(account.outcome, account.applied, cited)
    olds, news = [old for old, _ in pairs], [new for _, new in pairs]
    becomes = "become" if len(pairs) > 1 or olds[0][0] != olds[0][1] else "becomes"
    cause = _renumberer(account, [path for old in olds for path in old])
    return Diagnostic(
        "reference-shifts",
        f"“{words}” in {before.reference(path)} would not refer to {_listed(before, olds)} any more, "
        f"which {becomes} {_listed(after, news)}",
        "add this instruction, so that it refers to the same rule as before"
        if instruction
        else f"add an instruction:  In {before.reference(path)}, replace “{words}” with “...”",
        Severity.WARNING,
        source,
        cause or _renumberer(account, [path]) or span,
        (Suggestion("add this instruction", instruction, added=True),) if instruction else (),
    )


def _listed(rulebook: Rulebook, places: Sequence[Ends]) -> str:
    names = [
        rulebook.reference(first) + (f" to {rulebook.reference(last)}" if last != first else "")
        for first, last in places
    ]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _renumberer(account: Account, paths: list[Path]) -> Span | None:
    """The first instruction that changes a list in which one of the provisions gets another place or number."""
    lists: set[Path] = set()
    for path in paths:
        moved = account.applied.where(path)
        for depth in range(len(path)):
            at = moved[: depth + 1] if moved and len(moved) == len(path) else ()
            old = account.outcome.before.at(path[: depth + 1])
            if not at or at[-1] != path[depth] or account.applied.rulebook.at(at).label != old.label:
                lists.add(path[:depth])
    return account.listed_by(lists)


def touched_lists(outcome: Outcome) -> set[Path]:
    """The provisions whose lists of children change; the empty path where the list of chapters does."""
    return parents_touched(outcome.all_operations)


_TOP = r"chapters?|ch|parts?|rules?|articles?|sections?|appendix|schedule"
_ANY = rf"{_TOP}|cl|points?|items?|(?:sub-?)*(?:clauses?|paragraphs?|paras?|sections?)"


def citations_into(rulebook: Rulebook, lists: set[Path]) -> Iterator[Citation]:
    """The references that may lead into some lists: those under the provisions that have them; those in the same
    chapters that give the number of one; and those elsewhere that give the number of the chapter.
    """
    owners = {rulebook.at(path) for path in lists if path}
    if () in lists or not all(segment(owner.label)[:1].isalnum() for owner in owners):
        yield from citations(rulebook)
        return
    chapters = {path[0] for path in lists}
    gives_chapter = _giving([rulebook.chapters[place] for place in chapters], _TOP)
    gives_owner = _giving(owners, _ANY)
    for path, provision in rulebook.walk():
        below = any(path[:depth] in lists for depth in range(1, len(path) + 1))
        gives = gives_owner if path[0] in chapters else gives_chapter
        for part, text in (("text", provision.text), ("tail", provision.tail)):
            if text and (below or gives(text)):
                yield from citations_in(rulebook, path, part)


def _giving(owners: Iterable[Provision], levels: str) -> Callable[[str], object]:
    """Tells whether a text may give the number of one of some provisions: "Chapter 5", "Clauses IV to VI", "5.IV.7",
    "2I4(b)". `levels` are the words for them. There are many texts, and this takes a hundredth of reading
    their references.
    """
    labels = {segment(owner.label) for owner in owners}
    labels |= {str(value) for label in labels if label.isupper() and (value := roman_value(label))}
    either = "|".join(re.escape(label) for label in labels)
    alone = re.compile(rf"(?<![A-Za-z])(?:{either})(?![A-Za-z0-9])|(?<![A-Za-z0-9])(?:{either})[IVXL]")
    numbered = re.compile(
        rf"\b(?:{levels})\.?\s+(?:[\w.]+(?:,| to| and|–|-)\s*)*(?:{either})\b"
        rf"|[\w)][.(](?:{either})\b|(?<![\w.])[CR]?(?:{either})[.(IVX]\S|\d(?:{either})\d",
        re.IGNORECASE | re.ASCII,
    )
    return lambda text: alone.search(text) and numbered.search(text)
