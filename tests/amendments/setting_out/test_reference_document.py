"""The user's own styles: those that a document lacks are added, and it is otherwise left as it is."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from amendments.setting_out.reference_document import completed
from amendments.setting_out.templates import built_in
from rulebook.source import Unreadable
from tests.amendments.setting_out.own.templates_by_name import unpacked


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
