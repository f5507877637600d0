"""PDF by typst: the same data gives the same bytes on any machine, if the fonts in the wheel have its letters."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

SHARED = "lines.typ"


def pdf(template: str, data: dict[str, Any]) -> bytes:
    """The tagged PDF (PDF/UA-1) of a template under templates/ and its data.

    Letters that no font in the wheel has (Chinese, Arabic) are looked for among the fonts of the machine. Where none
    has them either, the PDF shows the usual empty box for each and does not claim to be PDF/UA-1.
    """
    import typst

    folder = files("templates")
    # Files by name are in the package's documentation, but not in its types.
    sources: Any = {"main.typ": (folder / template).read_bytes(), SHARED: (folder / SHARED).read_bytes()}
    inputs = {"data": json.dumps(data)}
    for ignore_system_fonts in (True, False):
        try:
            return _compiled(sources, inputs, ["ua-1"], ignore_system_fonts)
        except typst.TypstError as problem:
            if "could not be displayed with" not in problem.message:
                raise
    return _compiled(sources, inputs, [], False)


def _compiled(sources: Any, inputs: dict[str, str], standards: list[Any], ignore_system_fonts: bool) -> bytes:
    import typst

    written, _ = typst.compile_with_warnings(
        sources,
        sys_inputs=inputs,
        pdf_standards=standards,
        ignore_system_fonts=ignore_system_fonts,
    )
    assert isinstance(written, bytes)
    return written
