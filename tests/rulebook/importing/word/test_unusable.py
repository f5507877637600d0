"""Word files that cannot be used are refused in plain words, and at once."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from rulebook.importing.word.document import read_word
from rulebook.source import Unreadable
from tests.rulebook.importing.word.markup import (
    ENDED,
    NAMES,
    design,
    docx,
    lvl,
    num,
    p,
    printed,
    r,
)


def with_part(name: str, content: bytes) -> bytes:
    made = io.BytesIO(docx(p("words")))
    with zipfile.ZipFile(made) as before:
        parts = {one: before.read(one) for one in before.namelist()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for one, old in {**parts, name: content}.items():
            zipped.writestr(one, old)
    return made.getvalue()


def main(xml: str) -> bytes:
    return with_part("word/document.xml", xml.encode())


def lying(size: int) -> bytes:
    """A file whose directory says that its main part is small."""
    whole = bytearray(with_part("word/document.xml", b"<a>" + b" " * 80_000_000))
    at = whole.rfind(b"PK\1\2", 0, whole.rfind(b"word/document.xml"))
    whole[at + 24 : at + 28] = size.to_bytes(4, "little")
    return bytes(whole)


def encrypted() -> bytes:
    whole = bytearray(docx(p("words")))
    for sign, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = -1
        while (at := whole.find(sign, at + 1)) >= 0:
            whole[at + place] |= 1
    return bytes(whole)


DEEP = "".join(f"<w:smartTag w:a='{n}'>" for n in range(5000)) + "</w:smartTag>" * 5000
UNUSABLE = {  # the file, and what the message or the help must say
    "empty": (lambda: b"", "not a Word document"),
    "text": (lambda: b"1. The rules", "not a Word document"),
    "a web page": (lambda: b"<html>", "a web page"),
    "an older Word": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "save it as .docx"),
    "a password": (lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a zip with a password": (encrypted, "password"),
    "cut short": (lambda: docx(p("words"))[:-300], "not copied whole"),
    "cut in the middle": (lambda: docx(p("words"))[:300], "not copied whole"),
    "only a head": (lambda: b"PK\3\4", "not copied whole"),
    "no words": (lambda: main(f"<w:document {NAMES}/>"), "no words"),
    "another zip": (lambda: with_part("word/document.xml", b"").replace(b"word/document.xml", b"word/ducument.xml"), "not a Word document"),
    "no XML": (lambda: main("1. The rules"), "damaged"),
    "broken XML": (lambda: main("<w:document>"), "damaged"),
    "a NUL byte": (lambda: main(f"<w:document {NAMES}><w:body>\0</w:body></w:document>"), "damaged"),
    "an entity of a file": (lambda: main('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'), "DOCTYPE"),
    "a DTD from elsewhere": (lambda: main('<!DOCTYPE a SYSTEM "http://barchester.example/a.dtd"><a/>'), "DOCTYPE"),
    "entities of entities": (
        lambda: main('<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n} "&a;&a;&a;">' for n in range(99)) + "]><a>&a;</a>"),
        "DOCTYPE",
    ),
    "a bomb": (lambda: with_part("word/document.xml", b"<a>" + b" " * 80_000_000), "too large"),
    "a bomb whose directory lies": (lambda: lying(400), "damaged"),
    "a bomb among the styles": (lambda: with_part("word/styles.xml", b"<a>" + b" " * 80_000_000), "too large"),
    "millions of empty elements": (lambda: main(f"<w:document {NAMES}><w:body>{'<w:p/>' * 2_000_000}</w:body></w:document>"), "too large"),
    "very many paragraphs": (lambda: docx(p("a") * 60_000), "60,000 paragraphs"),
    "two parts of one name": (lambda: with_part("word/document.xmm", b"<a/>").replace(b"document.xmm", b"document.xml"), "two parts of one name"),
    "thousands of levels": (lambda: docx(p(DEEP + r("x"))), "nested too deeply"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNUSABLE)
def test_a_file_that_cannot_be_used_is_refused_in_plain_words_at_once(case: str) -> None:
    make, says = UNUSABLE[case]
    data = make()
    began = time.process_time()
    with pytest.raises(Unreadable) as refused:
        read_word(data, "rules.docx")
    assert time.process_time() - began < 2
    assert says in refused.value.message + refused.value.help and "rules.docx" in refused.value.message
    assert refused.value.help


HEAVY = {
    "a paragraph of very many runs": p(r("a ") * 40_000),
    "very many fields that never end": p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 100_000) + p("end"),
    "very many paragraphs joined": p("a", more=ENDED.format("del")) * 20_000 + p("end"),
    "very many empty paragraphs": "<w:p/>" * 100_000 + p("end"),
    "tables in tables": "<w:tbl><w:tr><w:tc>" * 60 + p("end") + "</w:tc></w:tr></w:tbl>" * 60,
    "numbers of any size": p("end", 1),
    "very many lists": p("end", 30_000),
}


@pytest.mark.parametrize("case", HEAVY)
def test_a_file_that_is_made_to_take_long_does_not(case: str) -> None:
    lists = design(0, lvl(0, "lowerLetter", "%1" * 300, start=999_999_999)) + "".join(
        num(n, 0) for n in range(1, 30_001)
    )
    data = docx(HEAVY[case], lists=lists if "list" in case or "number" in case else "")
    began = time.process_time()
    document = read_word(data, "rules.docx")
    assert time.process_time() - began < 2
    assert document.paragraphs[-1].text.endswith(("end", "a"))


def test_macros_are_never_read() -> None:
    assert printed(read_word(with_part("word/vbaProject.bin", b"\0" * 80_000_000), "rules.docm")) == ["|words"]
