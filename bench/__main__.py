"""`python -m bench`: a table of ratios, each with what it must reach and whether it does.

A ratio sets what redraft takes against what a well-known tool takes for the same work, both measured in this run and on
this machine. Each time is the least of several; for `redraft check` it is the median. "Not met" changes no exit status:
this is a table to read, not a test.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from timeit import timeit

from amendments.cli.shared.guides import examples
from amendments.reading.clauses.readings import readings_of
from amendments.reading.instructions import read_amendment
from amendments.reading.sentences.sentences import sentences_of
from bench.books import book, edited
from bench.drafts import drafts
from rulebook.comparing.comparison import compare
from rulebook.provision import Provision, Rulebook
from rulebook.reading.reader import read_rulebook
from rulebook.source import Source
from rulebook.writing.markdown import to_markdown

WORDS, EDITS, TIMES = 60_000, 100, 9
DRAFTS = 1_000  # that a committee receives
SIZES, GROWTH = (6_000, 60_000, 600_000), 12
HEAVY = ("jinja2", "pypandoc", "typst", "pypdfium2", "yaml", "rapidfuzz")
REDRAFT = Path(sys.executable).with_name("redraft")
PDF_WORDS, MOST_MEMORY = 45_000, 300  # about a hundred pages as we print them; megabytes
MOST_OF_A_PAGE = 2  # megabytes
DRAFT = """\
---
kind: rule change
title: A benchmark
from: Barchester CLP
---

## Amendment

In Chapter 1, Clause I, delete sub-clause 2. Renumber accordingly.
"""
WORDS_DRAFT = DRAFT.replace(
    "delete sub-clause 2. Renumber accordingly.", "sub-clause 1, at the end add “The chair may speak.”"
)


def row(what: str, measured: str, against: str, ratio: float, target: float | None) -> None:
    """One line of the table; without a target it is for information."""
    verdict = "" if target is None else f"{target:>6.0f}  {'met' if ratio <= target else 'NOT MET'}"
    print(f"{what:<46} {measured:>10} {against:>20} {ratio:>8.2f}  {verdict}".rstrip())


def shown(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def least(work: Callable[[], object]) -> float:
    """The least time the work took, in seconds, once it has been done before; without the garbage collector."""
    work()
    taken: list[float] = []
    while len(taken) < 7 or (sum(taken) < 0.5 and len(taken) < 40):
        taken.append(timeit(work, number=1))
    return min(taken)


def comparison(old: Rulebook, new: Rulebook) -> Callable[[], object]:
    """The comparison of two books as if for the first time: copies have none of the references worked out."""
    return lambda: compare(replace(old), replace(new))


def run(command: Sequence[str], cache: Path, allowed: Iterable[int] = (0,), limit: float | None = None) -> float:
    """How long a process takes, in seconds, and `limit` where it takes longer. Raises `RuntimeError` if it fails."""
    environment = {**os.environ, "REDRAFT_CACHE": str(cache), "NO_COLOR": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is not compiled again each time
    start = perf_counter()
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, stdin=subprocess.DEVNULL, text=True, timeout=limit
        )
    except subprocess.TimeoutExpired as stopped:
        return stopped.timeout
    taken = perf_counter() - start
    if done.returncode not in allowed:
        raise RuntimeError(f"{command[0]} ended with status {done.returncode}: {done.stderr.strip()[-400:]}")
    return taken


def as_xml(rulebook: Rulebook) -> bytes:
    """The same tree as XML, for lxml to read."""
    from lxml import etree

    root = etree.Element("rulebook", title=rulebook.title, edition=rulebook.edition)

    def add(parent: etree._Element, siblings: tuple[Provision, ...]) -> None:
        for one in siblings:
            here = etree.SubElement(parent, one.kind, label=one.label)
            for name, words in (("heading", one.heading), ("text", one.text)):
                if words:
                    etree.SubElement(here, name).text = words
            add(here, one.children)
            if one.tail:
                etree.SubElement(here, "tail").text = one.tail

    add(root, rulebook.chapters)
    return bytes(etree.tostring(root, encoding="utf-8"))


def reading(text: str, rulebook: Rulebook) -> None:
    from lxml import etree

    xml = as_xml(rulebook)
    ours = least(lambda: read_rulebook(Source("book.md", text)))
    theirs = least(lambda: etree.fromstring(xml))
    row(f"reading {WORDS:,} words", shown(ours), f"lxml {shown(theirs)}", ours / theirs, 40)


def comparing(before: str, after: str, folder: Path) -> None:
    old, new = (read_rulebook(Source("book.md", text))[0] for text in (before, after))
    ours = least(comparison(old, new))
    git = shutil.which("git")
    if git is None:
        print(f"word-level diff, {EDITS} edits: {shown(ours)}; not set against git, which is not here")
        return
    paths = [folder / "before.md", folder / "after.md"]
    for path, text in zip(paths, (before, after), strict=True):
        path.write_text(text, encoding="utf-8")
    command = [git, "diff", "--no-index", "--word-diff", *map(str, paths)]
    theirs = min(run(command, folder, (0, 1)) for _ in range(3 * TIMES))
    row(f"word-level diff, {EDITS} edits, books read", shown(ours), f"git {shown(theirs)}", ours / theirs, 4)
    whole = ours + 2 * least(lambda: read_rulebook(Source("book.md", before)))
    row("    with reading both", shown(whole), f"git {shown(theirs)}", whole / theirs, None)


def redlining(before: str, after: str, folder: Path) -> None:
    """Both books read and one Word document written with the changes tracked, against pandoc's of one of the books."""
    import pypandoc

    old, new = folder / "before.md", folder / "after.md"
    for path, text in ((old, before), (new, after)):
        path.write_text(text, encoding="utf-8")
    pandoc = [pypandoc.get_pandoc_path(), str(old), "-o", str(folder / "before.docx")]
    redraft = [str(REDRAFT), "diff", str(old), str(new), "--force", "-o", str(folder / "redline.docx")]
    ours, theirs = [], []
    for _ in range(TIMES):
        shutil.rmtree(folder / "cache", ignore_errors=True)
        ours.append(run(redraft, folder / "cache", (1,)))
        theirs.append(run(pandoc, folder / "cache"))
    row(f"redline in Word, {EDITS} edits", shown(min(ours)), f"pandoc {shown(min(theirs))}", min(ours) / min(theirs), 3)


def page_of_changes(before: str, after: str) -> None:
    """How long the page of a comparison is, which people send round."""
    from amendments.comparing.page import to_html

    old, new = (read_rulebook(Source("book.md", text))[0] for text in (before, after))
    compared = compare(old, new)
    size = len(to_html(compared, "A benchmark").encode()) / 1_000_000
    row(
        f"diff page of {WORDS:,} words, {EDITS} edits",
        f"{size:.2f} MB",
        f"at most {MOST_OF_A_PAGE} MB",
        size / MOST_OF_A_PAGE,
        1,
    )
    _first_paint(to_html(compared, "A benchmark"))
    ours, theirs = least(lambda: to_html(compared, "A benchmark")), least(comparison(old, new))
    row("    making it of the comparison", shown(ours), f"comparing {shown(theirs)}", ours / theirs, None)


def _first_paint(page: str) -> None:
    """How soon Chromium shows the page: the least of three times, as other work of the machine falls on one of them."""
    from bench.chromium import FIRST_PAINT, Browser, missing

    if missing():
        print(f"the first paint of the diff page is not measured: {missing()}")
        return
    with tempfile.TemporaryDirectory() as name, Browser() as browser:
        file = Path(name) / "page.html"
        file.write_text(page, encoding="utf-8")
        taken = []
        for _ in range(3):
            browser.show(file)
            taken.append(browser.run(FIRST_PAINT))
    row("    its first paint in Chromium", shown(min(taken)), "at most 1 s", min(taken), 1)


def checking(text: str, folder: Path) -> None:
    """The whole process, for words added, and for a deletion, after which the references of the book are looked at."""
    rules, cache = folder / "rulebook.md", folder / "cache"
    rules.write_text(text, encoding="utf-8")
    for what, written in (("words added", WORDS_DRAFT), ("a deletion", DRAFT)):
        draft = folder / "draft.md"
        draft.write_text(written, encoding="utf-8")
        command = [str(REDRAFT), "-r", str(rules), "check", str(draft)]
        click, cold, warm = [], [], []
        run(command, cache)
        for _ in range(TIMES):  # in turn, so that what else the machine does falls on all three
            click.append(run([sys.executable, "-c", "import click"], cache))
            shutil.rmtree(cache, ignore_errors=True)
            cold.append(run(command, cache))
            warm.append(run(command, cache))
        theirs, first, later = (statistics.median(times) for times in (click, cold, warm))
        against = f"import click {shown(theirs)}"
        row(f"redraft check, {what}, book read before", shown(later), against, later / theirs, 4)
        row(f"redraft check, {what}, empty cache", shown(first), against, first / theirs, 6)


def checking_many(folder: Path) -> None:
    """A committee's pile of drafts in one call, against one of them: the book is read once."""
    made, cache = book(WORDS), folder / "cache"
    rules, pile = folder / "rulebook.md", folder / "pile"
    rules.write_text(to_markdown(made), encoding="utf-8")
    pile.mkdir()
    for number, draft in enumerate(drafts(made, DRAFTS)):
        (pile / f"{number:04}.md").write_text(draft, encoding="utf-8")
    check = [str(REDRAFT), "-r", str(rules), "check"]
    one = statistics.median(run([*check, str(pile / "0000.md")], cache) for _ in range(TIMES))
    every = run([*check, str(pile)], cache)
    row(f"redraft check, {DRAFTS:,} drafts", shown(every), f"one {shown(one)}", every / one, 100)


def growing(folder: Path) -> None:
    """Ten times the words, at most twelve times the time. Applying is the whole process, from an empty cache."""
    draft, cache = folder / "draft.md", folder / "cache"
    draft.write_text(DRAFT, encoding="utf-8")
    last: dict[str, float] = {}
    for words in SIZES:
        made = book(words)
        before, after = to_markdown(made), to_markdown(edited(made, EDITS * words // WORDS))
        source = Source("book.md", before)
        old, new = read_rulebook(source)[0], read_rulebook(Source("book.md", after))[0]
        rules = folder / "rulebook.md"
        rules.write_text(before, encoding="utf-8")
        found = {
            "read": least(lambda source=source: read_rulebook(source)),  # type: ignore[misc]
            "compare": least(comparison(old, new)),
        }
        limits = {task: (GROWTH + 1) * taken for task, taken in last.items()}  # what takes longer does not meet it
        for task in ("check", "apply") if REDRAFT.exists() else ():
            command = [str(REDRAFT), "-r", str(rules), task, str(draft)]
            times: list[float] = []
            while len(times) < (2 if words > WORDS else 3) and limits.get(task) not in times:
                shutil.rmtree(cache, ignore_errors=True)
                times.append(run(command, cache, limit=limits.get(task)))
            found[task] = min(times)
        for task, taken in found.items():
            if task in last:
                measured = f"> {shown(taken)}" if taken == limits[task] else shown(taken)
                against = f"a tenth {shown(last[task])}"
                row(f"{task}, {words:,} words", measured, against, taken / last[task], GROWTH)
        last = found


def understanding() -> None:
    """What reading an instruction costs, over the guide's examples that are quoted in full; and many of them."""
    texts = [
        example.text
        for example in examples()
        if all(readings_of(one, example.text).phrases for one in sentences_of(example.text).sentences)
    ]
    sources = [Source("draft.md", text) for text in texts]
    ours = least(lambda: [read_amendment(source, (0, len(source.text))) for source in sources])
    words = re.compile(r"\w+|\W")
    theirs = least(lambda: [words.findall(text) for text in texts])
    row(f"reading {len(texts)} instructions", shown(ours), f"findall {shown(theirs)}", ours / theirs, 100)

    def many(number: int) -> float:
        lines = (f"In Chapter 5, Clause IV, sub-clause {n % 9 + 1}, replace “a{n}” with “b”." for n in range(number))
        source = Source("draft.md", "\n\n".join(lines))
        return least(lambda: read_amendment(source, (0, len(source.text))))

    few, more = many(100), many(1_000)
    row("reading 1,000 instructions in one draft", shown(more), f"a tenth {shown(few)}", more / few, GROWTH)


def pdf_of_a_book(folder: Path) -> None:
    """Importing a PDF of about a hundred pages against the plain text that pypdfium2 gives of it, and the memory."""
    import pypdfium2

    from amendments.papers.consolidated import consolidated
    from rulebook.importing.importer import import_rulebook

    data = bytes(consolidated(book(PDF_WORDS), "pdf"))  # type: ignore[arg-type]
    file = pypdfium2.PdfDocument(data)
    pages = len(file)
    theirs = least(lambda: [page.get_textpage().get_text_range() for page in file])
    file.close()
    taken = [perf_counter()]
    for _ in range(3):
        import_rulebook(data, "book.pdf")
        taken.append(perf_counter())
    ours = min(after - before for before, after in pairwise(taken))
    row(f"importing a PDF of {pages} pages", shown(ours), f"pypdfium2 {shown(theirs)}", ours / theirs, 25)
    path = folder / "book.pdf"
    path.write_bytes(data)
    code = (  # on Linux a process's own peak: ru_maxrss would begin with what this one has taken
        "import re, resource, sys; from pathlib import Path\n"
        "from rulebook.importing.importer import import_rulebook\n"
        "import_rulebook(Path(sys.argv[1]).read_bytes(), 'book.pdf')\n"
        "status = Path('/proc/self/status')\n"
        "peak = re.search(r'VmHWM:\\s+(\\d+)', status.read_text()) if status.exists() else None\n"
        "children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
        "own = int(peak[1]) if peak else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(max(own, children) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    used = int(done.stdout)
    print(f"importing it takes {used} MB of memory: {'met' if used < MOST_MEMORY else 'NOT MET'} ({MOST_MEMORY})")


def loading() -> None:
    code = (
        "import sys; from amendments.cli import main; sys.argv = ['redraft', '--help']\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print('loaded:', *[name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    if done.returncode:
        print(f"redraft --help does not run: {done.stderr.strip().splitlines()[-1]}")
        return
    loaded = done.stdout.split("loaded:")[-1].split()
    verdict = "NOT MET" if loaded else "met"
    print(f"redraft --help imports {', '.join(loaded) or 'none'} of {', '.join(HEAVY)}: {verdict}")


def main() -> None:
    made = book(WORDS)
    before, after = to_markdown(made), to_markdown(edited(made, EDITS))
    print(f"{'what':<46} {'takes':>10} {'set against':>20} {'ratio':>8}  {'target':>6}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reading(before, made)
        comparing(before, after, folder)
        page_of_changes(before, after)
        if REDRAFT.exists():
            redlining(before, after, folder)
            checking(before, folder)
            checking_many(folder)
        else:
            print("redraft diff and check are not measured: the command is not installed beside this Python")
        understanding()
        growing(folder)
        pdf_of_a_book(folder)
    loading()


if __name__ == "__main__":
    main()
