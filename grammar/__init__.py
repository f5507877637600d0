"""The grammars, and `load` to make a parser of one.

Making the tables of an LALR grammar costs five times what loading them does, so `load` keeps them in a folder
where it is given one. What is kept there only saves time: it is made anew where it is missing, damaged or of
another version of the grammar or of Lark.
"""

from __future__ import annotations

import hashlib
import io
import os
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

from lark import Lark, Transformer
from lark import __version__ as lark_version
from lark.lexer import Lexer, Token


class GivenTokens(Lexer):
    """A lexer for grammars that are parsed from tokens: what it is given to read is the list of them."""

    def __init__(self, lexer_conf: Any) -> None:
        pass

    def lex(self, data: Any) -> Any:
        return iter(data)


def text(name: str) -> str:
    """The grammar as it is written."""
    return files(__name__).joinpath(f"{name}.lark").read_text(encoding="utf-8")


def load(
    *names: str,
    start: str = "start",
    transformer: Transformer[Token, Any] | None = None,
    folder: Path | None = None,
    **options: Any,
) -> Lark:
    """A parser for the grammars of these names, taken together.

    An LALR parser calls the transformer as it goes, so that its result is a plain value. `folder` is where the
    tables may be kept between runs. `options` are Lark's own.
    """
    written = "\n".join(text(name) for name in names)
    options.setdefault("parser", "lalr")
    options["propagate_positions"] = False
    if options["parser"] != "lalr":
        return Lark(written, start=start, **options)
    if folder is None:
        return Lark(written, start=start, transformer=transformer, **options)
    known = repr((written, start, sorted(options.items(), key=str), lark_version, sys.version_info[:2]))
    place = folder / f"{names[0]}-{hashlib.sha256(known.encode()).hexdigest()[:24]}.tables"
    try:
        return Lark.load(io.BytesIO(place.read_bytes()), transformer=transformer) if transformer else Lark.load(io.BytesIO(place.read_bytes()))
    except Exception:  # whatever is wrong with what was kept, making it again is the cure
        parser = Lark(written, start=start, transformer=transformer, **options)
        _keep(parser, place)
        return parser


def _keep(parser: Lark, place: Path) -> None:
    tables = io.BytesIO()
    parser.save(tables)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as half:
            half.write(tables.getvalue())
        os.replace(half.name, place)
    except OSError:  # a folder that cannot be written costs time, nothing else
        pass
