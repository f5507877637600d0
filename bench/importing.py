"""`python -m bench.importing`: how much of a rulebook comes back when it is imported from what programs make of it.

Each specimen goes through each producer and is imported again. A provision is exact where its reference, heading, text
and tail are the same; words are lost or invented where the two books, taken as heaps of words, differ. "NOT MET"
changes no exit status: this is a table to read, not a test.

    python -m bench.importing [SPECIMEN...] [--keep FOLDER] [--only GLOB] [--verbose]

A specimen is one by name, or the path of a rulebook in Markdown. With --keep the documents stay in the folder, and a
second run does not make them again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from time import perf_counter

from bench.importing_score import Score, scored
from bench.producers import made, producers, with_sources
from bench.specimens import Specimen, specimen_of, specimens
from rulebook.writing.json_form import to_json

TARGETS = {"docx": 99.5, "odt": 99.5, "html": 99.5, "md": 99.5, "pdf": 98.0, "txt": 97.0}
"""Per cent of provisions that must be exact in a document of each format."""
WORDS = 10  # lost or invented in a document, at most, and each named in the report
SHOWN = 6  # provisions that differ, with --verbose


@dataclass(frozen=True)
class Measured:
    """A document, how it scored, and what stopped the import where something did."""

    specimen: str
    producer: str
    seconds: float
    score: Score | None = None
    problem: str = ""

    @property
    def format(self) -> str:
        return self.producer.split("-")[0]

    @property
    def met(self) -> bool:
        one = self.score
        return one is not None and one.exact >= TARGETS[self.format] and one.astray <= WORDS and not one.unnamed

    def line(self) -> str:
        name = f"{self.specimen:<10} {self.producer:<58}"
        if self.score is None:
            return f"{name} FAILED  {self.problem}"
        one = self.score
        return (
            f"{name} {one.exact:6.2f} %  lost {len(one.lost):>4}  invented {len(one.invented):>4}  "
            f"unnamed {len(one.unnamed):>4}  {self.seconds:5.2f} s  {'met' if self.met else 'NOT MET'}"
        )


def measured(specimen: Specimen, producer: str, path: Path) -> Measured:
    """The import of one document, set against the specimen. What goes wrong in it is a result as well."""
    from rulebook.importing.importer import import_rulebook

    start = perf_counter()
    try:
        found = import_rulebook(path.read_bytes(), path.name)
    except Exception as problem:
        said = f"{type(problem).__name__}: {problem}"
        return Measured(specimen.name, producer, perf_counter() - start, problem=said[:160])
    seconds = perf_counter() - start
    return Measured(specimen.name, producer, seconds, scored(specimen.truth, found.rulebook, found.report))


def differences(score: Score) -> None:
    for expected, came in score.differing[:SHOWN]:
        for what, one in (("expected", expected), ("found", came)):
            print(f"      {what:<9}" + (" | ".join(f"{part[:150]}" for part in one) if one else "nothing"))
    if score.lost or score.invented:
        print(f"      lost: {' '.join(score.lost[:40])}\n      invented: {' '.join(score.invented[:40])}")
    if score.unnamed:
        print(f"      not named in the report: {' '.join(score.unnamed[:40])}")


def table(results: Sequence[Measured]) -> None:
    """By format: the share of provisions over all documents, the worst document, and how many reach what they must."""
    formats: dict[str, list[Measured]] = defaultdict(list)
    for one in results:
        formats[one.format].append(one)
    heads = f"{'format':<8} {'documents':>9} {'exact':>9} {'worst':>9} {'target':>8} {'worst words':>12} {'unnamed':>8}"
    print(f"\n{heads}  documents that meet it")
    for name, group in sorted(formats.items(), key=lambda pair: list(TARGETS).index(pair[0])):
        scores = [one.score for one in group if one.score]
        total = sum(score.provisions for score in scores)
        exact = 100 * sum(score.same for score in scores) / total if total else 0.0
        worst = min((one.score.exact if one.score else 0.0 for one in group), default=0.0)
        astray = max((score.astray for score in scores), default=0)
        unnamed = sum(len(score.unnamed) for score in scores)
        met = sum(one.met for one in group)
        print(
            f"{name:<8} {len(group):>9} {exact:>7.2f} % {worst:>7.2f} % {TARGETS[name]:>6.1f} % {astray:>12} "
            f"{unnamed:>8}  {met} of {len(group)}  {'met' if met == len(group) else 'NOT MET'}"
        )


def index(found: dict[tuple[str, str], Path], books: dict[str, Specimen], folder: Path) -> None:
    """The list of the documents, each with the file of the tree that it was made from."""
    for book in books.values():
        (folder / f"{book.name}.truth.json").write_text(to_json(book.truth), encoding="utf-8")
    lines = (f"{path}\t{folder / name}.truth.json\n" for (name, _), path in found.items())
    (folder / "INDEX").write_text("".join(lines), encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.importing", description=__doc__.split("\n")[0])
    parser.add_argument("specimen", nargs="*", help="names of specimens or paths of rulebooks; all, if none is given")
    parser.add_argument("--keep", type=Path, help="the folder that the documents stay in")
    parser.add_argument("--only", default="*", help="producers, such as 'pdf-*'")
    parser.add_argument("--verbose", action="store_true", help="show the first provisions that differ")
    parser.add_argument("--make", action="store_true", help="make the documents and import nothing")
    given = parser.parse_args(arguments)
    known = specimens()
    chosen = given.specimen or list(known)
    unknown = [name for name in chosen if name not in known and not Path(name).is_file()]
    if unknown:
        parser.error(f"{unknown[0]} is neither a specimen ({', '.join(known)}) nor a file")
    books = {book.name: book for book in (known.get(name) or specimen_of(Path(name)) for name in chosen)}
    wanted = [one.name for one in producers() if fnmatch(one.name, given.only)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        found, amiss = made(books.values(), with_sources(wanted), folder)
        print(*amiss, sep="\n", end="\n" if amiss else "")
        if given.make:
            index(found, books, folder)
            return
        try:
            import rulebook.importing.importer  # noqa: F401 - whether it is there
        except ImportError as problem:
            print(f"nothing can be imported yet: {problem}")
            return
        results = []
        for (name, producer), path in found.items():
            if producer in wanted:
                results.append(measured(books[name], producer, path))
                print(results[-1].line(), flush=True)
                if given.verbose and results[-1].score:
                    differences(results[-1].score)
        table(results)


if __name__ == "__main__":
    main(sys.argv[1:])
