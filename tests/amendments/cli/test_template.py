"""`redraft template`, and templates as they are named to other commands: which are used, and what is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from amendments.cli import run
from amendments.setting_out.templates import LIST, built_in, every_file

MOTION = """---
kind: motion
title: Buses
from: Barchester CLP
---

## This CLP notes

1. That buses are late.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a draft and an empty folder of templates."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text(MOTION, encoding="utf-8")
    (tmp_path / "templates").mkdir()
    return tmp_path


def test_every_template_of_the_list_is_there() -> None:
    assert all(built_in(file) for file in every_file())


def test_the_list_says_what_may_be_copied(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "list"]) == 0
    said = capsys.readouterr().out
    for template in LIST:
        assert template.name in said and template.purpose.split(",")[0] in said
        assert run(["template", "copy", template.name, "--to", "mine"]) == 0
        for format, file in template.files.items():
            assert format in said and file in said
            assert (folder / "mine" / file).read_bytes() == built_in(file)


def test_a_copy_overwrites_nothing_unless_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "templates" / "motion.typ").write_text("mine")
    assert run(["template", "copy", "motion"]) == 2
    assert "motion.typ is there already" in capsys.readouterr().err
    assert [path.name for path in (folder / "templates").iterdir()] == ["motion.typ"]
    assert run(["template", "copy", "motion.typ", "--force"]) == 0
    assert (folder / "templates" / "motion.typ").read_bytes() == built_in("motion.typ")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("template copy mtion", "did you mean “motion”?"),
        ("template copy zzz", "there are motion, rulebook"),
        ("template copy motion --to draft.md", "draft.md is a file"),
        ("motion draft.md --templates nowhere", "there is no folder nowhere"),
        ("motion draft.md --templates templates", "there is no template in the folder templates"),
        ("apply draft.md --to json --templates templates", "no template sets out the rules as json"),
        ("motion draft.md --reference-doc draft.md", "--reference-doc is for docx and odt, and this is md"),
        ("motion draft.md -o a.docx --reference-doc no.docx", "there is no file no.docx"),
        ("motion draft.md -o a.docx --reference-doc draft.md", "is not a document whose styles can be used"),
        ("motion draft.md -o a.odt --reference-doc word.docx", "word.docx is a Word document (.docx), and a paper as odt"),
        ("motion draft.md -o a.docx --reference-doc open.odt", "open.odt is an OpenDocument text (.odt), and a paper as"),
        ("motion draft.md -o a.docx --reference-doc half.docx", "half.docx is damaged, or was not copied whole"),
        ("motion draft.md -o a.docx --reference-doc other.zip", "other.zip is no document of a word processor"),
        ("motion draft.md -o word.docx --force --reference-doc word.docx", "word.docx is what this reads from"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said(folder: Path, capsys: pytest.CaptureFixture[str], typed: str, said: str) -> None:
    (folder / "word.docx").write_bytes(built_in("reference.docx"))
    (folder / "open.odt").write_bytes(built_in("reference.odt"))
    (folder / "half.docx").write_bytes(built_in("reference.docx")[:3000])
    with zipfile.ZipFile(folder / "other.zip", "w") as other:
        other.writestr("a", "b")
    assert run(typed.split()) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert not list(folder.glob("a.*"))


def test_templates_beside_the_draft_are_used_and_it_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "templates" / "motion.md.j2").write_text("Ours: {{ paper.title }}\n")
    assert run(["motion", "draft.md"]) == 0
    said = capsys.readouterr()
    assert said.out == "Ours: Buses\n"
    assert f"{Path('templates/motion.md.j2')} is used in place of" in said.err
    assert run(["motion", "draft.md", "--to", "txt"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("BUSES")
    assert "templates has no template for txt" in said.err


def test_templates_elsewhere_are_used_when_they_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "templates" / "motion.md.j2").write_text("Beside.\n")
    (folder / "mine").mkdir()
    (folder / "mine" / "motion.md.j2").write_text("Mine.\n")
    assert run(["motion", "draft.md", "--templates", "mine"]) == 0
    assert capsys.readouterr().out == "Mine.\n"


def test_the_rules_have_templates_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change = MOTION.replace("motion", "rule change").replace("This CLP notes", "Amendment").replace(
        "1. That buses are late.", "In Chapter 7, Clause IV, sub-clause 1, replace “six times” with “ten times”."
    )  # fmt: skip
    (folder / "draft.md").write_text(change, encoding="utf-8")
    (folder / "templates" / "rulebook.html.j2").write_text("{{ book.lines | length }} lines")
    assert run(["apply", "draft.md", "--to", "html"]) == 0
    assert capsys.readouterr().out.endswith(" lines")


def test_a_fault_is_printed_like_any_other_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "templates" / "motion.md.j2").write_text("one\n# {{ paper.titel }}\n")
    assert run(["motion", "draft.md", "-o", "out.md"]) == 1
    said = capsys.readouterr().err
    assert f"{Path('templates/motion.md.j2')}:2:12: there is no “titel” in a paper" in said
    assert "\n    # {{ paper.titel }}\n               ^^^^^\n" in said
    assert "did you mean “title”?" in said
    assert not (folder / "out.md").exists()


def test_no_link_leads_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "secret.txt").write_text("secret")
    try:
        (folder / "templates" / "letter").symlink_to(folder / "secret.txt")
        (folder / "templates" / "all").symlink_to(folder)
    except OSError:
        pytest.skip("this system makes no links")
    for name in ("letter", "all/secret.txt", "../secret.txt"):
        (folder / "templates" / "motion.md.j2").write_text(f"{{% include '{name}' %}}")
        assert run(["motion", "draft.md"]) == 1
        said = capsys.readouterr()
        assert "[template-file-missing]" in said.err and "secret\n" not in said.out
        (folder / "templates" / "motion.typ").write_text(f'#set document(title: "x")\n#read("{name}")')
        assert run(["motion", "draft.md", "-o", "a.pdf"]) == 1
        capsys.readouterr()
    (folder / "templates" / "motion.md.j2").unlink()
    (folder / "templates" / "motion.md.j2").symlink_to(folder / "secret.txt")
    assert run(["motion", "draft.md", "--templates", "templates"]) == 2
    assert "is a link that leads out of the folder" in " ".join(capsys.readouterr().err.split())
