"""PDF by typst: the same data gives the same bytes on any machine, if the fonts in the wheel have its letters."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

SHARED = "lines.typ"

Compile = Callable[[list[Any], bool], tuple[bytes, list[Any]]]  # of the standards, and whether to use only our fonts


def pdf(template: str, data: dict[str, Any]) -> bytes:
    """The tagged PDF (PDF/UA-1) of a template under templates/ and its data.

    Letters that no font in the wheel has (Chinese, Arabic) are looked for among the fonts of the machine. Where none
    has them either, the PDF shows the usual empty box for each and does not claim to be PDF/UA-1.
    """
    folder = files("templates")
    # Files by name are in the package's documentation, but not in its types.
    sources: Any = {"main.typ": (folder / template).read_bytes(), SHARED: (folder / SHARED).read_bytes()}
    return _with_fonts(_compiler(sources, data))[0]


def set_in_folder(folder: str, template: str, data: dict[str, Any]) -> tuple[bytes, list[Any]]:
    """The same of a template in a folder, out of which nothing is read, with the fonts in it; and typst's warnings."""
    nowhere = f"{folder}/.none"
    settings = {"root": folder, "font_paths": [folder], "package_path": nowhere, "package_cache_path": nowhere}
    return _with_fonts(_compiler(f"{folder}/{template}", data, **settings))


def _with_fonts(compile: Compile) -> tuple[bytes, list[Any]]:
    """What is compiled with our own fonts if they will do, else with those of the machine too."""
    import typst

    for only_ours in (True, False):
        try:
            made, warnings = compile(["ua-1"], only_ours)
            if not only_ours or not any("unknown font family" in warning.message for warning in warnings):
                return made, warnings
        except typst.TypstError as problem:
            if "could not be displayed with" not in problem.message:
                raise
    return compile([], False)


def _compiler(sources: Any, data: dict[str, Any], **settings: Any) -> Compile:
    import typst

    inputs = {"data": json.dumps(data)}

    def compile(standards: list[Any], only_ours: bool) -> tuple[bytes, list[Any]]:
        written, warnings = typst.compile_with_warnings(
            sources, sys_inputs=inputs, pdf_standards=standards, ignore_system_fonts=only_ours, **settings
        )
        assert isinstance(written, bytes)
        return written, warnings

    return compile
