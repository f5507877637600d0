"""What is refused, with one message and nothing written: bad input, findings, and faults of the tool itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from amendments.cli import run
from tests.amendments.cli.typed import DRAFT, HERE, MOTION, RULES, Redraft, files_in


def put(name: str, content: bytes | str) -> Callable[[Path], None]:
    """Puts a file in the folder."""
    data = content if isinstance(content, bytes) else content.encode()

    def prepare(folder: Path) -> None:
        (folder / name).write_bytes(data)

    return prepare


def nothing(folder: Path) -> None:
    """Leaves the folder as it is."""


def subfolder(folder: Path) -> None:
    (folder / "inner").mkdir()


def head(line: str) -> str:
    return DRAFT.replace("title: Ten general meetings a year", line)


BAD = {
    # files
    "missing draft": (nothing, "check none.md", "there is no file none.md"),
    "missing rulebook": (nothing, "show -r none.md", "there is no file none.md"),
    "missing second draft": (nothing, "apply draft.md none.md -o out.md", "there is no file none.md"),
    "a folder with no draft in it": (subfolder, "check inner", "there is no draft in the folder inner"),
    "a folder for a rulebook": (subfolder, "-r ./inner toc", "inner is a folder"),
    "an empty draft": (put("d.md", ""), "check d.md", "d.md is empty"),
    "a draft of blank lines": (put("d.md", "\n \n"), "apply d.md -o out.md", "d.md is empty"),
    "an empty rulebook": (put("r.md", ""), "show -r r.md", "r.md is empty"),
    "a rulebook with a head and no body": (put("r.md", "---\ntitle: R\n---\n"), "show -r r.md", "r.md is empty"),
    "a rulebook without a number": (put("r.md", "Dear all,\n"), "show -r r.md", "does not look like a rulebook"),
    "a document for a rulebook": (put("r.docx", b"PK\3\4\0\0"), "show -r r.docx", "r.docx is not a text file"),
    "a document for a draft": (
        put("d.docx", b"PK\3\4\0\0"), "check d.docx", "d.docx is damaged: its end is missing",
    ),
    "a PDF for a draft": (put("d.md", b"%PDF-1.7\n"), "check d.md", "d.md is damaged, or was not copied whole"),
    "a draft over itself": (nothing, "apply draft.md -o draft.md --force", "draft.md is what this reads from"),
    "a second draft over itself": (nothing, "apply motion.md draft.md -o ./draft.md --force", "is what this reads from"),
    "a paper over its draft": (nothing, "motion draft.md --to md -o draft.md --force", "draft.md is what this reads from"),
    "a comparison over its draft": (nothing, "diff draft.md --to md -o draft.md --force", "draft.md is what this reads from"),
    "rules over themselves": (put("r.md", RULES), "apply draft.md -r r.md -o r.md --force", "r.md is what this reads from"),
    "rules for all over themselves": (put("r.md", RULES), "-r r.md motion motion.md -o r.md --force", "r.md is what this reads from"),
    "the nearest rules": (put("rulebook.md", RULES), "apply draft.md -o rulebook.md --force", "rulebook.md is what this reads"),
    "a draft over the rules": (put("rulebook.md", RULES), "new motion -o rulebook.md --force", "rulebook.md is what this reads"),
    "a comparison over one of two": (put("r.md", RULES), "diff 2026 r.md --to md -o r.md --force", "r.md is what this reads from"),
    # encodings
    "a draft in cp1252": (
        put("d.md", DRAFT.encode("cp1252")), "check d.md", f"d.md is not written in UTF-8: byte {HERE}, on line 10, is 0x93",
    ),
    "a rulebook in cp1252": (put("r.md", RULES.encode("cp1252")), "show -r r.md", "on line 8, is 0x92"),
    "an unknown encoding": (nothing, "check draft.md --encoding klingon", "no encoding is called “klingon”"),
    "an encoding that does not fit": (nothing, "check draft.md --encoding ascii", f"draft.md is not written in ascii: byte {HERE}, on line 10"),
    # front matter
    "a colon in a title": (put("d.md", head("title: Motion 5: ten meetings")), "check d.md", "d.md, line 3: "),
    "a YAML error in a rulebook": (put("r.md", "---\ntitle: [\n---\n# Chapter 1 A\n"), "toc -r r.md", "r.md, line "),
    "front matter that is a list": (put("d.md", "---\n- a\n---\n"), "check d.md", "must be of the form “name: value”"),
    "a date that is none": (put("d.md", head("agreed: 2027-13-45")), "check d.md", "cannot be read (month must be in 1..12)"),
    "an unknown kind": (put("d.md", DRAFT.replace("rule change", "sonnet")), "check d.md", "no kind of draft called “sonnet”"),
    "a scheme that is no list": (
        put("r.md", RULES.replace("edition:", "scheme:")), "toc -r r.md", "the scheme must be a list of levels",
    ),
    "signatories that are no list": (
        put("d.md", MOTION.replace("kind: motion", "kind: open letter\nsignatories: Ada")), "motion d.md -o out.md",
        "the signatories must be a list, or a file that ends in .csv",
    ),
    # editions
    "an unknown edition": (nothing, "show -r 1066", "there is no file 1066, and no model edition is called that"),
    "a draft on an unknown edition": (put("d.md", DRAFT.replace("2026", "1066")), "check d.md", "written on the rules “1066”"),
    # outputs
    "an output that is there": (put("out.md", "mine"), "apply draft.md -o out.md", "out.md is there already"),
    "a paper that is there": (put("out.docx", "mine"), "motion draft.md -o out.docx", "out.docx is there already"),
    "a page that is there": (put("out.html", "mine"), "diff draft.md -o out.html", "out.html is there already"),
    "a draft that is there": (nothing, "new motion -o draft.md", "draft.md is there already"),
    "a folder that is missing": (nothing, "apply draft.md -o far/out.md", "there is no folder far"),
    "an extract as Akoma Ntoso": (nothing, "apply draft.md --only 5.IV --to xml", "is written of the whole rules"),
    "line numbers of a page": (nothing, "motion draft.md --line-numbers -o out.html", "the lines of html change with the window"),
    "another amendment, and no briefing": (nothing, "motion draft.md --beside draft.md -o out.md", "--beside is for a briefing"),
    "another amendment, of another edition": (
        put("o.md", DRAFT.replace("---\n", '---\nrulebook: "1999"\n', 1).replace('rulebook: "2026"\n', "")),
        "motion draft.md --form briefing --beside o.md -o out.md", "o.md is written on the edition “1999”",
    ),
    "two columns of a motion": (nothing, "motion motion.md --form two-columns -o out.md", "is for a rule change, and this is a motion"),
    "a redline of a motion": (nothing, "motion motion.md --redline -o out.docx", "--redline is for a rule change, and this is a motion"),
    "a redline in a page": (nothing, "motion draft.md --redline -o out.html", "--redline is an annex of a paper for Word"),
    "a redline in an e-mail": (nothing, "motion draft.md --redline --form e-mail -o out.docx", "--redline is an annex of a paper for Word"),
    "an author of no changes": (nothing, "motion draft.md --author Ada -o out.docx", "--author is for tracked changes"),
    "a day of no changes": (nothing, "diff draft.md --today 2027-05-13 -o out.html", "--today is for tracked changes"),
    "a day that is none": (nothing, "diff draft.md --today 2027-02-30 -o out.docx", "--today 2027-02-30 is no date"),
    "a redline that is there": (put("out.docx", "mine"), "diff draft.md -o out.docx", "out.docx is there already"),
    "signatories that are not there": (nothing, "motion motion.md --signatories no.csv -o out.md", "no.csv"),
    "signatories without a name": (
        put("names.csv", "branch\nNorth\n"), "motion motion.md --signatories names.csv -o out.md", "has no column of names",
    ),
    "a paper over its signatories": (
        put("names.csv", "name\nAda\n"), "motion motion.md --signatories names.csv --to md -o names.csv --force",
        "names.csv is what this reads from",
    ),
    "a folder for an output": (subfolder, "apply draft.md -o inner --to md", "inner is a folder"),
    "an ending that says nothing": (nothing, "apply draft.md -o out.xyz", "the ending of out.xyz does not say the format"),
    "no ending": (nothing, "motion draft.md -o out", "the ending of out does not say the format"),
    "a file for the folder of the demo": (nothing, "demo draft.md", "draft.md is a file"),
    # usage
    "no draft": (nothing, "check", "Missing argument 'DRAFT...'"),
    "an unknown command": (nothing, "chekc draft.md", "there is no command “chekc”; did you mean “check”?"),
    "a command like none": (nothing, "xyzzy", "there is no command “xyzzy”; redraft --help lists the commands"),
    "an unknown option": (nothing, "check draft.md --fast", "No such option"),
    "an unknown option for all": (nothing, "--fast check draft.md", "No such option"),
    "an unknown format": (nothing, "check draft.md --format pdf", "'pdf' is not one of"),
    "an unknown kind to begin": (nothing, "new sonnet", "no kind of draft called “sonnet”"),
    "three files to compare": (nothing, "diff draft.md draft.md draft.md", "diff takes one draft, or two rulebooks"),
    "a level below none": (nothing, "toc --depth 0", "there is no level below the first"),
    "no words to find": (put("d", ""), ("find", " "), "there are no words to look for"),
    "an unknown finding": (nothing, "explain words-not-uniqe", "did you mean “words-not-unique”?"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD.values(), ids=BAD)
def test_bad_input(
    redraft: Redraft, folder: Path, case: tuple[Callable[[Path], None], str | tuple[str, ...], str]
) -> None:
    prepare, typed, message = case
    prepare(folder)
    before = files_in(folder)
    said = redraft(*(typed.split() if isinstance(typed, str) else typed))
    assert said.status == 2
    assert said.out == ""
    assert message in " ".join(said.err.split())
    assert said.err.startswith("redraft: ") and said.err.count("redraft: ") == 1, "one message"
    assert not [line for line in said.err.splitlines() if len(line) > 80]
    assert files_in(folder) == before


REFUSED = {  # findings: status 1, and nothing written
    "a reference to nothing": (nothing, "show 5.IV.99", "[reference-not-found]"),
    "who refers to nothing": (nothing, "cites 5.IV.99", "[reference-not-found]"),
    "no reference": (nothing, "show trigger", "[reference-unread]"),
    "an extract that is not there": (nothing, "apply draft.md --only 99.I -o out.md", "[reference-not-found]"),
    "a draft with a fault": (nothing, "apply faulty.md -o out.md", "[quotation-not-found]"),
    "a fault in the second draft": (nothing, "apply draft.md faulty.md -o out.md", "[quotation-not-found]"),
    "a redline of a fault": (nothing, "diff faulty.md -o out.docx", "[quotation-not-found]"),
    "a comparison of a fault": (nothing, "diff faulty.md -o out.html", "[quotation-not-found]"),
    "a paper with a fault": (nothing, "motion faulty.md -o out.docx", "[quotation-not-found]"),
    "a motion to apply": (nothing, "apply motion.md -o out.md", "[no-rule-change]"),
    "a signatory that is broken": (
        put("names.csv", "name,branch\n,North\n"), "motion motion.md --signatories names.csv -o out.md", "[signatory-unread]",
    ),
    "a draft with no instruction": (
        put("d.md", DRAFT.replace("In Chapter 7, Clause IV, sub-clause 1, replace “six times” with “ten times”.", "")),
        "apply d.md -o out.md", "[amendment-empty]",
    ),
    "a draft with no amendment": (put("d.md", "---\nkind: rule change\n---\n"), "apply d.md -o out.md", "[amendment-empty]"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_refused(redraft: Redraft, folder: Path, case: tuple[Callable[[Path], None], str, str]) -> None:
    prepare, typed, code = case
    prepare(folder)
    before = files_in(folder)
    said = redraft(*typed.split())
    assert said.status == 1
    assert said.out == ""
    assert code in said.err
    assert files_in(folder) == before


# ------------------------------------------------------------------ faults of the tool itself


def test_a_fault_of_the_tool_is_one_message(redraft: Redraft, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("amendments.checks.many_files.check", fail)
    said = redraft("check", "draft.md")
    assert (said.status, said.out) == (2, "")
    assert "something went wrong in the tool itself (ZeroDivisionError: a fault)" in said.err
    with pytest.raises(ZeroDivisionError):
        run(["--debug", "check", "draft.md"])


def test_stopped_at_the_keyboard(redraft: Redraft, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("amendments.checks.many_files.check", stop)
    said = redraft("check", "draft.md")
    assert (said.status, said.err.strip()) == (2, "stopped")
