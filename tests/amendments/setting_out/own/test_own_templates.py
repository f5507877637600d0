"""The user's own templates: what they are given, what they may not do, and what is said of mistakes."""

from __future__ import annotations

import dataclasses

import pytest

from amendments.papers.formats import FORMATS, functions, render_paper
from amendments.setting_out.own import process as own_setting
from amendments.setting_out.own.child import Task, Wrong, text
from amendments.setting_out.own.faults import Faulty, finding
from amendments.setting_out.own.folder import OwnTemplates
from amendments.setting_out.template_choice import Own
from amendments.setting_out.templates import built_in, every_file
from tests.amendments.setting_out.own.templates_by_name import DOT, PAPER, own, unpacked


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


@pytest.mark.parametrize("format", FORMATS)
def test_a_copy_that_was_not_changed_makes_the_same_paper(format: str) -> None:
    copies = Own(OwnTemplates("templates", {file: built_in(file) for file in every_file()}))
    ours, theirs = render_paper(PAPER, format), render_paper(PAPER, format, own=copies)
    if format in ("docx", "odt"):  # which hold the time they were made
        assert unpacked(ours)[BODY[format]] == unpacked(theirs)[BODY[format]]
    else:
        assert ours == theirs


BODY = {"docx": "word/document.xml", "odt": "content.xml"}


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
