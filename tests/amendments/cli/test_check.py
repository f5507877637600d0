"""`redraft check` where people are: what is allowed, chosen and put right, for a folder, in the formats of programs."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from amendments.cli import run
from amendments.cli.shared.rewritten_file import put_back
from amendments.cli.shared.terminal import Failure
from amendments.drafts.allowed_findings import allowed_in

HEAD = "---\nkind: rule change\ntitle: Meetings\nfrom: Barchester CLP\nagreed: 2027-05-01\n---\n\n## Amendment\n\n"
DOUBLED = "In Chapter 7, Clause IV, sub-clause 1, replace “six times” with “ten times a”.\n"
FINE = "In Chapter 7, Clause IV, sub-clause 1, replace “six times” with “ten times”.\n"
RENUMBERS = "Delete Chapter 5, Clause IV, sub-clause 4, and renumber accordingly.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REDRAFT_RULEBOOK", raising=False)
    return tmp_path


def check(capsys: pytest.CaptureFixture[str], *typed: str) -> tuple[int, str, str]:
    status = run(["check", *typed])
    said = capsys.readouterr()
    return status, said.out, said.err


# what a draft has beside its words, and the names of what is found
ALLOWED = {
    "beside the words": (HEAD + f"<!-- redraft: allow word-doubled: meant --> {DOUBLED}", []),
    "alone, for the next paragraph": (HEAD + f"<!-- redraft: allow word-doubled: meant -->\n\n{DOUBLED}", []),
    "after the words": (HEAD + DOUBLED.strip() + " <!-- redraft: allow word-doubled: meant -->\n", []),
    "another paragraph": (
        HEAD + f"<!-- redraft: allow word-doubled: meant -->\n\n{FINE.replace('six times', 'May')}\n{DOUBLED}",
        ["allow-unused", "word-doubled"],
    ),
    "without a reason": (HEAD + f"<!-- redraft: allow word-doubled -->\n\n{DOUBLED}", ["allow-without-reason"]),
    "misspelt": (HEAD + f"<!-- redraft: allow word-dubbed: x -->\n\n{DOUBLED}", ["allow-unknown", "word-doubled"]),
    "what cannot be allowed": (
        HEAD + "<!-- redraft: allow quotation-not-found: x -->\n\n" + FINE.replace("six times", "six tims"),
        ["allow-unused", "quotation-not-found"],
    ),
    "in the head, of the head": (
        HEAD.replace("title: Meetings\n", "# redraft: allow title-missing: at the meeting\n") + FINE, [],
    ),
    "in the head, misspelt": (HEAD.replace("---\n\n", "# redraft: allow title-mising: x\n---\n\n") + FINE, ["allow-unknown"]),
    "with a reason on two lines, in capitals": (
        HEAD + f"<!-- Redraft: allow word-doubled: the motto\nis printed so -->\n\n{DOUBLED}", [],
    ),
    "two names in one": (HEAD + f"<!-- redraft: allow word-doubled, barred: x -->\n\n{DOUBLED}", ["allow-unknown", "word-doubled"]),
    "no name": (HEAD + f"<!-- redraft: allow -->\n\n{FINE}", ["allow-unknown"]),
    "no colon": (HEAD + f"<!-- redraft allow word-doubled -->\n\n{DOUBLED}", ["allow-unknown", "word-doubled"]),
    "misspelt itself": (HEAD + f"<!-- redraft: alow word-doubled: x -->\n\n{DOUBLED}", ["allow-unknown", "word-doubled"]),
    "a comment on something else": (HEAD + f"<!-- redraft this by May, and allow it -->\n\n{FINE}", []),
    "in new text it is a question": (
        HEAD + "After Chapter 7, Clause IV, sub-clause 1, insert:\n\n> 1A. <!-- redraft: allow word-doubled: x --> No.\n",
        ["allow-unused", "new-text-uncertain"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("draft", "names"), ALLOWED.values(), ids=ALLOWED)
def test_what_is_allowed(draft: str, names: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "d.md").write_text(draft, encoding="utf-8")
    _, out, _ = check(capsys, "d.md", "--format", "json")
    assert sorted({one["code"] for one in json.loads(out)}) == names


def test_a_text_without_the_word_is_not_searched() -> None:
    assert allowed_in("<!-- allow title-missing -->" * 1000) == ()


# ---------------------------------------------------------------- chosen


def test_select_and_ignore(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "d.md").write_text(HEAD.replace("title: Meetings\n", "") + DOUBLED, encoding="utf-8")

    def names(*typed: str) -> list[str]:
        return [one["code"] for one in json.loads(check(capsys, "d.md", "--format", "json", *typed)[1])]

    assert names() == ["word-doubled", "title-missing"]
    assert names("--ignore", "word-doubled") == ["title-missing"]
    assert names("--select", "word-doubled") == ["word-doubled"]
    (folder / "redraft.toml").write_text('ignore = ["title-missing"]\n', encoding="utf-8")
    assert names() == ["word-doubled"]
    (folder / "redraft.toml").unlink()
    (folder / "pyproject.toml").write_text('[tool.redraft]\nselect = ["title-missing"]\n', encoding="utf-8")
    assert names() == ["title-missing"]


BAD_SETTINGS = {
    "no TOML": ("redraft.toml", "ignore = [", "is not TOML that can be read"),
    "brackets without end": ("redraft.toml", "ignore = " + "[" * 3000, "too many brackets"),
    "a number without end": ("standing-orders.toml", "a = " + "9" * 5000, "too many digits"),
    "no TOML, for other programs and us": ("pyproject.toml", "[tool.redraft]\nignore = [", "is not TOML that can be read"),
    "a name that is none": ("redraft.toml", "ignored = []", "did you mean “ignore”?"),
    "no list": ("redraft.toml", 'ignore = "title-missing"', "must be a list of names"),
    "no finding": ("redraft.toml", 'ignore = ["title-mising"]', "did you mean “title-missing”?"),
    "no file": ("redraft.toml", 'decisions = "gone.toml"', "names no file that is there"),
    "orders that say nothing known": ("standing-orders.toml", '[[motion-word]]\nyears = "2027"', "did you mean “motion-words”?"),
    "orders without years": ("standing-orders.toml", "[[motion-words]]\nmost = 250", "must say for which conferences it holds"),
    "orders without a number": ("standing-orders.toml", '[[motion-words]]\nyears="2027"\nsource="x"', "must say most"),
    "a moment that is none": (
        "standing-orders.toml", '[[motion-deadline]]\nyears="2027"\nsource="x"\nmoment="soon"', "no moment",
    ),
    "decisions without a year": ("decisions.toml", '[[decision]]\nclause = "5.IV"', "must say its conference"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "said"), BAD_SETTINGS.values(), ids=BAD_SETTINGS)
def test_settings_that_cannot_be_used(
    name: str, text: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "d.md").write_text(HEAD + FINE, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    status, out, err = check(capsys, "d.md")
    assert (status, out) == (2, "")
    assert said in " ".join(err.split()) and "help:" in err


# ---------------------------------------------------------------- put right


def test_fix_writes_what_is_safe_and_nothing_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = (HEAD + FINE.replace("six times", "six tims")).replace("from:", "form:")
    (folder / "d.md").write_text(draft, encoding="utf-8")
    _, out, _ = check(capsys, "d.md", "--fix", "--diff")
    assert "-form: Barchester CLP\n+from: Barchester CLP\n" in out
    assert (folder / "d.md").read_text(encoding="utf-8") == draft
    check(capsys, "d.md", "--fix")
    assert (folder / "d.md").read_text(encoding="utf-8") == draft.replace("form:", "from:")
    _, _, err = check(capsys, "d.md", "--fix", "--unsafe-fixes")
    assert "put right in 1 place" in err
    assert check(capsys, "d.md")[0] == 0


WRITTEN = {  # the encoding that is said, and how a file begins, ends its lines and is written
    "as usual": (None, "", "\n", "utf-8"),
    "with the line ends of Windows": (None, "", "\r\n", "utf-8"),
    "with a byte-order mark": (None, "\ufeff", "\r\n", "utf-8"),
    "UTF-16": (None, "\ufeff", "\n", "utf-16-be"),
    "an older Windows": ("cp1252", "", "\r\n", "cp1252"),
}


@pytest.mark.parametrize(("said", "mark", "end", "written"), WRITTEN.values(), ids=WRITTEN)
def test_a_file_put_right_stays_otherwise_what_it_was(
    said: str | None, mark: str, end: str, written: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = HEAD + "<!-- redraft: allow word-dubled: six tims -->\n\n" + FINE.replace("six times", "six tims")
    right = draft.replace("“six tims", "“six times").replace("dubled", "doubled")
    real, linked = folder / "real.md", folder / "d.md"
    real.write_bytes((mark + draft.replace("\n", end)).encode(written))
    real.chmod(0o640)
    linked.symlink_to(real)
    typed = ["d.md", "--fix", "--unsafe-fixes", *(["--encoding", said] if said else [])]
    check(capsys, *typed)
    assert real.read_bytes() == (mark + right.replace("\n", end)).encode(written)
    assert linked.is_symlink() and real.stat().st_mode & 0o777 == 0o640


def test_a_file_is_not_put_right_against_its_will(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, draft = folder / "d.md", HEAD.replace("from:", "form:") + FINE
    file.write_text(draft, encoding="utf-8")
    file.chmod(0o444)
    status, _, err = check(capsys, "d.md", "--fix")
    assert status == 2 and "write-protected" in err
    file.chmod(0o644)
    with pytest.raises(Failure, match="changed meanwhile"):
        put_back("d.md", draft + "Old.", draft, None)
    with pytest.raises(Failure, match="left as it is"):
        put_back("d.md", file.read_bytes().decode("latin-1"), "“", "latin-1")
    assert file.read_text(encoding="utf-8") == draft


def test_consequential_instructions_are_added_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "d.md").write_text(HEAD + RENUMBERS + "\n## Supporting argument\n\nShorter.\n", encoding="utf-8")
    check(capsys, "d.md", "--consequential")
    text = (folder / "d.md").read_text(encoding="utf-8")
    assert text.count("In 5.IV.12, replace “sub-clause 10” with “sub-clause 9”.") == 1
    assert text.index("In 5.IV.12") < text.index("## Supporting argument")
    again = check(capsys, "d.md", "--consequential", "--diff")
    assert again[0] == 0 and "@@" not in again[1]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("--unsafe-fixes", "there is nothing to write"),
        ("--diff", "there is nothing to write"),
        ("--fix --format json", "is for programs"),
        ("--today tomorrow", "is no date"),
        ("--select tittle-missing", "did you mean “title-missing”?"),
        ("--standing-orders gone.toml", "there is no file gone.toml"),
    ],
)
def test_options_that_do_not_fit(typed: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "d.md").write_text(HEAD + FINE, encoding="utf-8")
    status, out, err = check(capsys, "d.md", *typed.split())
    assert (status, out) == (2, "") and said in " ".join(err.split())


# ---------------------------------------------------------------- many files, and programs


def test_a_folder_is_the_drafts_in_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "sent" / "inner").mkdir(parents=True)
    (folder / "sent" / "b.md").write_text(HEAD + DOUBLED, encoding="utf-8")
    (folder / "sent" / "inner" / "a.md").write_text(HEAD + FINE, encoding="utf-8")
    (folder / "sent" / "README.md").write_text("# Our drafts\n", encoding="utf-8")
    status, out, _ = check(capsys, "sent")
    assert status == 0 and "1 warning in 2 drafts" in out
    (folder / "sent" / "bad.md").write_bytes(b"## Amendment\n\n\xff\xfe")
    status, out, err = check(capsys, "sent")
    assert status == 2 and "1 warning in 3 drafts" in out and "bad.md" in err


def test_a_file_that_is_named_twice_is_checked_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "d.md").write_text(HEAD.replace("agreed", "conference: Conference 2028\nagreed") + FINE, encoding="utf-8")
    (folder / "again.md").symlink_to("d.md")
    _, out, _ = check(capsys, "d.md", "./d.md", ".", "again.md")
    assert "sent-twice" not in out and " in " not in out.splitlines()[-1]


LONG = {  # what a pattern that goes back and forth would take minutes over
    "comments": "<!-- redraft: allow barred: x -->\n" * 3000,
    "comments without end": "<!-- redraft: allow barred: " * 3000,
    "spaces in a comment": "<!-- redraft: allow barred:" + " " * 100_000,
    "and": "and " * 25_000,
    "empty lines": "One." + "\n" * 100_000,
    "more than half": f"At the end of 9.I, add “3. {'More than half of those, ' * 4000}.”",
}


@pytest.mark.parametrize("words", LONG.values(), ids=LONG)
def test_a_long_draft_is_soon_checked(words: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "d.md").write_text(HEAD + words + "\n\n" + FINE, encoding="utf-8")
    begun = time.process_time()
    check(capsys, "d.md")
    assert time.process_time() - begun < 8  # a second or two; minutes where it grows with the square


def test_a_rulebook_is_checked_by_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "rules.md").write_text("# Chapter 1 Name\n\n## Clause I Name\n\n1. One.\n\n3. Three.\n", encoding="utf-8")
    status, out, _ = check(capsys, "rules.md")
    assert status == 0 and "[numbering-gap]" in out


def test_the_order_is_the_same_each_time(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "d.md").write_text(HEAD + RENUMBERS, encoding="utf-8")
    assert check(capsys, "d.md") == check(capsys, "d.md")
