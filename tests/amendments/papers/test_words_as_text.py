"""Words that look like markup, in any language that a paper is written in, are shown as the words they are.

In every form and every format they are read back, and the paper is built exactly as it is with harmless words.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from amendments.cli import run
from amendments.papers.formats import FORMATS
from amendments.setting_out.edition import render_rulebook
from rulebook.provision import DEFAULT_SCHEME, Provision, Rulebook
from tests.shared.printed_text import squeezed, tags_of, text_of

LOOKS_LIKE_MARKUP = {
    "html": ["<script>alert(1)</script>", "<b>bold</b>", "<img src=x onerror=y>", "&amp; &lt; &copy;", "]]>", "</p></main>"],
    "md": [
        "*stars* and _bars_", "**two** __bars__", "`ticks`", "~~struck~~", "[a](http://example.org)", "![i](j)", "[^1]",
        "[x]: /u", "a | b |", "a  b\\", "\\* \\_ \\\\", "<https://example.org/a_b>", "~sub~ ^sup^ ==mark==", "$x$ $$y$$",
        ":smile: :-)", "{.class #id}", "[span]{.c}", "a -- b --- c...", "'single' \"double\"", "\\(x\\) \\[y\\]",
    ],
    "typst": [
        "#set text(red)", "#import \"@preview/a:1.0.0\"", "@ref <label>", "= heading", "#[x] #(1 + 1)", "//x /*y*/", "*a* _b_ `c`",
        "/ term: x", "\\u{41} a\\ b", "+ one - two", "$ x^2 $", "a~b",
    ],
    "tex": ["\\input{x}", "\\textbf{a} %b", "\\begin{a}\\end{a}", "$x_1^2$ & # _"],
    "jinja": ["{{ 7*7 }}", "{% raw %}", "{# gone #}", "{{ paper.__class__ }}", "{%- include 'x' -%}"],
    "word": ["TOP-LEFT TOP-RIGHT BOTTOM-LEFT", "{ PAGE }", "<w:t>x</w:t>", "<text:tab/>"],
}  # fmt: skip
EVERY = [words for some in LOOKS_LIKE_MARKUP.values() for words in some]
NO_RULE = re.compile(r"\*|_\w|~~|</?b>|\.\.\.")
"""Mark-up and ellipses in the words of a rule are taken for what they mark, or refused."""
HARMLESS = [f"plain words of case {n}" for n in range(len(EVERY))]

FRAME = "---\nkind: {kind}\ntitle: {title}\nfrom: {name}\nconference: {name}\nagreed: {name}\nmover: {name}\nseconder: {name}\n"
RULE_CHANGE = (
    FRAME + "---\n\n## Amendment\n\n{inserted}\n\n## Supporting argument\n\n{body}\n\n## Argument against\n\n{body}\n"
)
POINTS = "---\n\n## This CLP notes\n\n{body}\n\n## Supporting argument\n\n{body}\n"
FORMS = {
    "rule change": (RULE_CHANGE, []),
    "rule change in two columns": (RULE_CHANGE, ["--form", "two-columns"]),
    "briefing": (RULE_CHANGE, ["--form", "briefing"]),
    "covering e-mail": (FRAME + POINTS, ["--form", "e-mail"]),
    "motion": (FRAME + POINTS, []),
    "emergency motion": (FRAME + POINTS, []),
    "motion of no confidence": (FRAME + POINTS, []),
    "motion of intent": (FRAME + POINTS, []),
    "amendment to motion": (FRAME + "motion: {name}\n" + POINTS, []),
    "composite": (FRAME + "brought by:\n{brought}\n" + POINTS, []),
    "open letter": (FRAME + "to: [{name}]\nsignatories:\n{signed}\n" + POINTS, []),
    "petition": (FRAME + "to: [{name}]\nsignatories: names.csv\n" + POINTS, []),
}
KINDS = {"rule change in two columns": "rule change", "briefing": "rule change", "covering e-mail": "motion"}


def said(words: list[str]) -> list[str]:
    """The sentences of a draft's body."""
    return [f"Because {one} says so." for one in words]


def written(form: str, words: list[str]) -> str:
    """A draft with some words in all its places."""
    quoted = [json.dumps(one) for one in words]
    signed = [f"  - {{name: {one}, branch: {one}, comment: {one}}}" for one in quoted]
    brought = [f"  - {{from: {one}, motion: {one}, part: {one}}}" for one in quoted]
    inserted = "After Chapter 7, Clause IV, sub-clause 1, insert:\n\n> 1A. New rule.\n" + "".join(
        f">\n> {one}\n" for one in said(["other words" if NO_RULE.search(one) else one for one in words])
    )
    return FORMS[form][0].format(
        kind=KINDS.get(form, form), title=json.dumps("T " + " ".join(words)), name=json.dumps("N " + " ".join(words)),
        body="\n\n".join([*said(words), *(f"{n}. {one}" for n, one in enumerate(said(words), 1))]),
        inserted=inserted, signed="\n".join(signed), brought="\n".join(brought),
    )  # fmt: skip


def made(folder: Path, form: str, format: str, words: list[str]) -> str | bytes:
    """The paper of such a draft, as the command writes it."""
    (folder / "draft.md").write_text(written(form, words), encoding="utf-8")
    rows = "".join(f'"{one.replace(chr(34), chr(34) * 2)}",b,"{one.replace(chr(34), chr(34) * 2)}"\n' for one in words)
    (folder / "names.csv").write_text("name,branch,comment\n" + rows, encoding="utf-8")
    out = folder / f"out.{format}"
    assert run(["motion", str(folder / "draft.md"), "-o", str(out), "--force", *FORMS[form][1]]) == 0
    return out.read_text(encoding="utf-8") if format in ("md", "txt", "html") else out.read_bytes()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("form", FORMS)
def test_words_are_words_in_every_form(form: str, format: str, tmp_path: Path) -> None:
    document = made(tmp_path, form, format, EVERY)
    text = squeezed(text_of(document, format)).casefold()
    expected = [f"T {' '.join(EVERY)}", f"N {' '.join(EVERY)}"]
    expected += [] if form == "covering e-mail" else said(EVERY)
    expected += EVERY if form in ("composite", "open letter", "petition") else []
    missing = [words for words in expected if squeezed(words).casefold() not in text]
    assert not missing
    assert built(document, format) == built(made(tmp_path, form, format, HARMLESS), format)


def rules(words: list[str]) -> Rulebook:
    """Rules with some words in all their places."""
    chapters = []
    for n, one in enumerate(words, 1):
        listed = (Provision("paragraph", "A", text=f"Because {one} says so."), Provision("paragraph", "-", text=one))
        table = f"| head | {one.replace('|', chr(92) + '|')} |\n| --- | --- |\n| cell | Because |"
        clause = Provision(
            "clause", "I", f"U {one}", text=f"V {one}",
            children=(Provision("subclause", "1", f"W {one}", f"Because {one} is so.\n\n{table}", listed, f"X {one}",
                                notes=(f"Y {one}",)),),
        )  # fmt: skip
        chapters.append(Provision("chapter", str(n), f"T {one}", children=(clause,)))
    every = " ".join(words)
    return Rulebook(f"B {every}", f"O {every}", f"E {every}", DEFAULT_SCHEME, tuple(chapters))


@pytest.mark.parametrize("format", ["html", "docx", "odt", "pdf"])
def test_words_are_words_in_the_rules(format: str) -> None:
    document = render_rulebook(rules(EVERY), format)
    text = squeezed(text_of(document, format))
    expected = [f"{letter} {one}" for letter in "TUVWXY" for one in EVERY] + said(EVERY)
    assert not [words for words in expected if squeezed(words) not in text]
    assert built(document, format) == built(render_rulebook(rules(HARMLESS), format), format)


def built(document: str | bytes, format: str) -> list[str] | int:
    """What a document is made of, without its words; of a PDF, how many links and pictures it has."""
    if format == "txt":
        return []
    if format == "html":
        assert isinstance(document, str)
        return tags_of(document)
    if format == "md":
        return list(_blocks(document))
    if format == "pdf":
        return _links_and_pictures(document)
    with zipfile.ZipFile(BytesIO(document)) as parts:  # type: ignore[arg-type]
        root = ElementTree.fromstring(parts.read("word/document.xml" if format == "docx" else "content.xml"))
    tags = [element.tag.rpartition("}")[2] for element in root.iter()]
    return [tag for tag in tags if tag not in ("s", "bookmarkStart", "bookmarkEnd", "bookmark-start", "bookmark-end")]


def _blocks(markdown: Any) -> Iterator[str]:
    import pypandoc

    def walk(element: Any) -> Iterator[str]:
        if isinstance(element, dict) and element.get("t") in ("Str", "Space", "SoftBreak"):
            return
        if isinstance(element, dict):
            yield str(element.get("t"))
            yield from walk(element.get("c"))
        elif isinstance(element, list):
            for inner in element:
                yield from walk(inner)

    return walk(json.loads(pypandoc.convert_text(markdown, "json", "gfm", sandbox=True))["blocks"])


def _links_and_pictures(document: Any) -> int:
    import ctypes

    import pypdfium2
    from pypdfium2 import raw

    pdf = pypdfium2.PdfDocument(document)
    found = 0
    try:
        for page in pdf:
            found += sum(one.type == raw.FPDF_PAGEOBJ_IMAGE for one in page.get_objects())
            place, link = ctypes.c_int(0), raw.FPDF_LINK()
            while raw.FPDFLink_Enumerate(page, place, link):
                action = raw.FPDFLink_GetAction(link)
                found += bool(action) and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI
        return found
    finally:
        pdf.close()


def test_the_words_are_of_every_language() -> None:
    assert len(EVERY) == len(set(EVERY)) > 40
    assert all(re.search(r"[^\w\s]", words) for words in EVERY)
