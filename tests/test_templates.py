"""The user's own templates: which are used, what they are given, what they may not do, and what is said of mistakes."""

from __future__ import annotations

import dataclasses
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from amendments.cli import run
from amendments.cli.shared.guides import TEMPLATES, for_terminal, template_examples
from amendments.cli.shared.guides import text as page
from amendments.papers.formats import FORMATS, functions, render_paper
from amendments.papers.paper import Paper, Part
from amendments.setting_out.own import process as own_setting
from amendments.setting_out.own.child import Task, Wrong, text
from amendments.setting_out.own.faults import Faulty, finding
from amendments.setting_out.own.folder import OwnTemplates
from amendments.setting_out.own.sandbox import GLOBALS
from amendments.setting_out.reference_document import completed
from amendments.setting_out.template_choice import Own
from amendments.setting_out.templates import LIST, built_in, every_file
from rulebook.printed.lines import Line, plain
from rulebook.source import Unreadable

PAPER = Paper(
    "motion", "Buses", organisation="Barchester Party", sender="Barchester CLP", words=4,
    sections=(Part("This CLP notes", (Line(plain("That buses are late."), "1.", 1),)),),
)  # fmt: skip


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


DOT = b"\x89PNG\r\n\x1a\n" + b"".join((  # a picture of one grey point
    chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), chunk(b"IDAT", zlib.compress(b"\0\x80")), chunk(b"IEND", b""),
))  # fmt: skip
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


def own(**files: str | bytes) -> Own:
    """Templates by name, where "__" stands for a dot."""
    named = {name.replace("__", "."): one.encode() if isinstance(one, str) else one for name, one in files.items()}
    return Own(OwnTemplates("templates", named))


def faults(file: str, template: str, **others: str | bytes) -> list[tuple[str, int, str]]:
    """What is found in a template: the code, the line, and the words that are pointed at."""
    used = own(**{file.replace(".", "__"): template}, **others).templates
    assert used is not None
    given = {"paper": PAPER, **functions()}
    try:
        if file.endswith(".typ"):
            own_setting.own_pdf(file, {"title": "Buses"}, used)
        else:
            text(Task(file, given, used.files, seconds=0.5))
    except Wrong as wrong:
        found = [finding(fault, used) for fault in wrong.faults]
    except Faulty as faulty:
        found = list(faulty.findings)
    else:
        return []
    said = []
    for one in found:
        start, end = one.span or (0, 0)
        said.append((one.code, one.place[0] if one.place else 0, one.source.text[start:end] if one.source else ""))
        assert one.message
    return said


# --- the list, and copying from it


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


# --- which are used


@pytest.mark.parametrize("format", FORMATS)
def test_a_copy_that_was_not_changed_makes_the_same_paper(format: str) -> None:
    copies = Own(OwnTemplates("templates", {file: built_in(file) for file in every_file()}))
    ours, theirs = render_paper(PAPER, format), render_paper(PAPER, format, own=copies)
    if format in ("docx", "odt"):  # which hold the time they were made
        assert unpacked(ours)[BODY[format]] == unpacked(theirs)[BODY[format]]
    else:
        assert ours == theirs


BODY = {"docx": "word/document.xml", "odt": "content.xml"}


def unpacked(document: str | bytes) -> dict[str, bytes]:
    assert isinstance(document, bytes)
    with zipfile.ZipFile(BytesIO(document)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


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


# --- mistakes


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ paper.title }}", []),
        ("{{ paper.title | upper }}", []),
        ("one\n{{ papr.title }}", [("template-name-unknown", 2, "papr")]),
        ("one\n\n{{ paper.titel }}", [("template-name-unknown", 3, "titel")]),
        ("{{ paper.parts[0].lines[0].word }}", [("template-name-unknown", 1, "word")]),
        ("{% if paper.nothing %}x{% endif %}", [("template-name-unknown", 1, "nothing")]),
        ("{{ paper.title | shout }}", [("template-unread", 1, "shout")]),
        ("{{ paper.title is loud }}", [("template-unread", 1, "loud")]),
        ("a\n{% fro x in y %}", [("template-unread", 2, "fro")]),
        ("a\n{{ paper.title }\n", [("template-unread", 2, "}")]),
        ("{% if paper.title %}\nno end", [("template-unread", 2, "no end")]),
        ("{{ paper.__class__ }}", [("template-barred", 1, "__class__")]),
        ("{{ ''.__class__.__mro__ }}", [("template-barred", 1, "__class__")]),
        ("{{ escaped.__globals__ }}", [("template-barred", 1, "__globals__")]),
        ("{{ wrapped.__code__ }}", [("template-barred", 1, "__code__")]),
        ("{% set _ = paper.facts %}{{ [].append(1) }}", [("template-barred", 1, "append")]),
        ("{% include 'motion.md.j2' %}", [("template-endless", 1, "{% include 'motion.md.j2' %}")]),
        ("{% include '/etc/passwd' %}", [("template-file-missing", 1, "/etc/passwd")]),
        ("{% import 'none.j2' as n %}", [("template-file-missing", 1, "none.j2")]),
        ("a\n{{ 1 / 0 }}", [("template-failed", 2, "{{ 1 / 0 }}")]),
        ("{{ paper.title + 1 }}", [("template-failed", 1, "{{ paper.title + 1 }}")]),
        ("{% for a in range(99999) %}\n{% for b in range(99999) %}{% endfor %}\n{% endfor %}", [
            ("template-endless", 2, "{% for b in range(99999) %}{% endfor %}")]),
        ("{{ range(10 ** 9) }}", [("template-endless", 1, "{{ range(10 ** 9) }}")]),
        ("{% for a in range(9999) %}{{ 'x' * 99999 }}{% endfor %}", [("template-endless", 0, "")]),
    ],
)  # fmt: skip
def test_mistakes_in_a_jinja_template(template: str, expected: list[tuple[str, int, str]]) -> None:
    assert faults("motion.md.j2", template) == expected


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<img src='{{ picture('logo.png') }}' alt=''>", []),
        ("<p>\n<img src='logo.png' alt=''>", [("picture-outside", 2, "logo.png")]),
        ("<img src='https://example.org/a.png'>", [("picture-outside", 1, "https://example.org/a.png")]),
        ("<img src='{{ picture('lgo.png') }}'>", [("template-file-missing", 1, "lgo.png")]),
        ("<img src='{{ picture('../logo.png') }}'>", [("template-file-missing", 1, "../logo.png")]),
        ("{{ picture('motion.html.j2') }}", [("template-failed", 1, "{{ picture('motion.html.j2') }}")]),
        ("<p>{{ '<img src=x>' }}", []),
    ],
)
def test_pictures_of_a_page(template: str, expected: list[tuple[str, int, str]]) -> None:
    assert faults("motion.html.j2", template, logo__png=DOT) == expected


@pytest.mark.parametrize(
    ("format", "template", "expected"),
    [
        ("html", "{{ paper.title }} {% include 'head.txt' %}", "&lt;b&gt; *Now* &lt;b&gt; *Now*"),
        ("html", "{{ paper.title | safe }}", "<b> *Now*"),
        ("md", "# {{ paper.title }}", "# \\<b\\> \\*Now\\*"),
        ("md", "# {{ escaped(paper.title) }}", "# \\<b\\> \\*Now\\*"),
        ("md", "{% include 'head.txt' %}", "\\<b\\> \\*Now\\*"),
        ("md", "{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m(paper.title) }}", "**\\<b\\> \\*Now\\***"),
        ("md", "{{ markdown(paper.parts[0].lines) }}", "1. That buses are late."),
        ("md", "{{ paper.title | safe }}", "<b> *Now*"),
        ("md", "{{ paper.words }}{{ '\n' }}x", "4\nx"),
        ("txt", "{{ paper.title }}", "<b> *Now*"),
    ],
)
def test_words_are_shown_as_they_are_by_any_template(format: str, template: str, expected: str) -> None:
    named = dataclasses.replace(PAPER, title="<b> *Now*")
    used = own(**{f"motion__{format}__j2": template}, head__txt="{{ paper.title }}")
    assert render_paper(named, format, own=used) == expected


TITLED = '#set document(title: "x")\n'


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        (TITLED + "words", []),
        (TITLED + '#image("logo.png", alt: "a point")', []),
        (TITLED + '#import "lines.typ": *\n#words(())', []),
        (TITLED + "#nobody", [("template-name-unknown", 2, "nobody")]),
        (TITLED + "#let a = (", [("template-failed", 2, "(")]),
        (TITLED + '#import "lines.typ": *\n#words(3)', [("template-failed", 3, "words(3)")]),
        (TITLED + '#image("lgo.png", alt: "x")', [("template-file-missing", 2, '"lgo.png"')]),
        (TITLED + '#image("logo.png")', [("template-failed", 2, 'image("logo.png")')]),
        (TITLED + '#read("/etc/passwd")', [("template-file-missing", 2, '"/etc/passwd"')]),
        (TITLED + '#read("../../etc/passwd")', [("template-barred", 2, '"../../etc/passwd"')]),
        (TITLED + '#import "@preview/cetz:0.2.0"', [("template-barred", 2, '"@preview/cetz:0.2.0"')]),
        (TITLED + '#import ("@local" + "/a:0.2.0")', [("template-barred", 2, '("@local" + "/a:0.2.0")')]),
        (TITLED + 'é #text(font: "Barchester")[x]', [("font-missing", 2, '"Barchester"')]),
        (TITLED + '#image(\n "a" +\n "b")', [("template-file-missing", 3, '"a" +')]),
        (TITLED + "#while true {}", [("template-endless", 2, "true")]),
        (TITLED + "#let f(x) = f(x)\n#f(1)", [("template-endless", 2, "f(x)")]),
        ("words", [("template-failed", 0, "")]),
    ],
)  # fmt: skip
def test_mistakes_in_a_typst_template(template: str, expected: list[tuple[str, int, str]]) -> None:
    assert faults("motion.typ", template, logo__png=DOT) == expected


@pytest.mark.parametrize(
    ("format", "template"),
    [
        ("md", "{{ 10 ** (10 ** 10) }}"),
        ("md", "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"),
        ("pdf", "#let n = 0\n#for a in range(10000) { for b in range(10000) { n += a } }\n#n"),
        ("pdf", "#range(100000000)"),
    ],
)
def test_what_goes_on_without_end_is_stopped(format: str, template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_setting, "PATIENCE", 0.3)
    monkeypatch.setattr(own_setting, "GRACE", 0.2)
    file = "motion__typ" if format == "pdf" else "motion__md__j2"
    with pytest.raises(Faulty) as found:
        render_paper(PAPER, format, own=own(**{file: template}))
    assert [one.code for one in found.value.findings] == ["template-endless"]


# --- the user's own styles


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_styles_that_a_document_lacks_are_added(format: str) -> None:
    lacking = without(built_in(f"reference.{format}"), format, "Provision1", "Fact")
    made = unpacked(completed(lacking, "letterhead", format))
    ours = unpacked(built_in(f"reference.{format}"))
    part = {"docx": "word/styles.xml", "odt": "styles.xml"}[format]
    for style in ("Provision1", "Fact"):
        mark = f'="{style}"'.encode()
        assert mark not in unpacked(lacking)[part]
        assert made[part].count(mark) == ours[part].count(mark) > 0
    assert {name: content for name, content in made.items() if name != part} == {
        name: content for name, content in unpacked(lacking).items() if name != part
    }


def without(document: bytes, format: str, *styles: str) -> bytes:
    """A document with some of its styles called otherwise."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, content in unpacked(document).items():
            for style in styles if name.endswith("styles.xml") else ():
                content = content.replace(f'="{style}"'.encode(), f'="Other{style}"'.encode())
            packed.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_a_complete_document_is_left_as_it_is(format: str) -> None:
    assert completed(built_in(f"reference.{format}"), "ours", format) == built_in(f"reference.{format}")


def test_a_document_that_unpacks_to_far_too_much_is_refused() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * (70 * 1024 * 1024))
    with pytest.raises(Unreadable):
        completed(made.getvalue(), "bomb.docx", "docx")


# --- the page about them


@pytest.mark.parametrize(("file", "template"), template_examples(), ids=lambda value: value[:30])
def test_an_example_of_the_page_sets_a_paper(file: str, template: str) -> None:
    from amendments.setting_out.edition import render_rulebook
    from rulebook.editions import open_rulebook

    used = own(**{file.replace(".", "__"): template}, logo__png=DOT)
    format = "pdf" if file.endswith(".typ") else file.split(".")[1]
    if file.startswith("motion"):
        made: str | bytes = render_paper(PAPER, format, own=used)
    else:
        made = render_rulebook(open_rulebook("2019")[0], format, ((0,),), own=used)
    words = {"pdf": b"%PDF", "txt": "BUSES"}.get(format, "Buses" if file.startswith("motion") else "Model Rules")
    assert words in made  # type: ignore[operator]


def listed(before: str) -> set[str]:
    """The names in the table that follows some words of the page."""
    table = page(TEMPLATES).split(before, 1)[1].split("\n\n")[1]
    return {row.split("|")[1].strip(" `").split("(")[0] for row in table.splitlines()[2:]}


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("What a paper has", lambda: public(Paper)),
        ("What a part has", lambda: public(Part)),
        ("What a line has", lambda: public(Line)),
        ("What a template may call", lambda: {*functions(), "picture"}),
    ],
)
def test_the_page_lists_all_that_a_template_is_given(before: str, names: Callable[[], set[str]]) -> None:
    assert listed(before) == names()
    assert "picture" in GLOBALS


def public(of: type) -> set[str]:
    names = {field.name for field in dataclasses.fields(of)}  # type: ignore[arg-type]
    return names | {name for name, value in vars(of).items() if isinstance(value, property) and name[0] != "_"}


def test_the_page_fits_a_terminal() -> None:
    assert max(map(len, for_terminal(TEMPLATES).splitlines())) <= 80
