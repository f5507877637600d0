"""The grammars, and `load` to make a parser of one.

Making the tables of an LALR grammar costs many times what loading them does, so they are made when the package is
built, and kept in the cache folder where it was not. What is kept only saves time: it is filed under the grammar and
the versions it was made with, and made anew where it is missing or damaged.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
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

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[Token]:
        return iter(lexer_state)


GRAMMARS: dict[str, dict[str, Any]] = {
    "lines": {"lexer": "basic"},
    "reference": {"lexer": GivenTokens},
    "instruction": {"lexer": GivenTokens},
}
"""The LALR grammars, with what Lark is to know of each."""

MADE = "tables"  # the folder beside the grammars for tables made when the package is built


def text(name: str) -> str:
    """The grammar as it is written."""
    return files(__name__).joinpath(f"{name}.lark").read_text(encoding="utf-8")


def load(name: str, transformer: Transformer[Token, Any] | None = None, folder: Path | None = None) -> Lark:
    """The LALR parser of a grammar. It calls the transformer as it goes, so that its result is a plain value.

    `folder` is where tables may be kept between runs.
    """
    written, options = text(name), GRAMMARS[name]
    filed = _filed(name, written)

    def made(tables: str) -> Lark:
        return Lark(written, parser="lalr", transformer=transformer, cache=tables, **options)

    for kept in (Path(__file__).parent / MADE / filed, folder / filed if folder else None):
        if kept is not None and kept.is_file():
            return made(str(kept))  # Lark makes them again where they are damaged
    if folder is not None:
        half = folder / f"{filed}.{os.getpid()}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            half.touch()
            try:
                parser = made(str(half))
                os.replace(half, folder / filed)
                return parser
            finally:  # a grammar that is at fault, or a stop at the keyboard, leaves nothing half made
                half.unlink(missing_ok=True)
        except OSError:  # a folder that cannot be written costs time, nothing else
            pass
    return Lark(written, parser="lalr", transformer=transformer, **options)


def make_tables(folder: Path) -> None:
    """Makes the tables of every LALR grammar in a folder, for a package that is being built."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in GRAMMARS:
        load(name, folder=folder)


def _filed(name: str, written: str) -> str:
    known = repr((written, sorted(GRAMMARS[name].items(), key=str), lark_version, sys.version_info[:2]))
    return f"{name}-{hashlib.sha256(known.encode()).hexdigest()[:24]}.tables"
