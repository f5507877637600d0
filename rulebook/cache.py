"""What was made once and may be kept: parsed rulebooks and the tables of grammars, in the user's cache folder.

Everything kept is filed under what it was made from and the code that made it, so it is never out of date. Losing it,
finding it damaged or having nowhere to keep it costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from rulebook import __version__

Kept = TypeVar("Kept")

_HERE = Path(__file__).parent
READERS = (_HERE, _HERE / "reading", _HERE.parent / "grammar")
"""The folders with the code and the grammars that what is kept depends on."""


@lru_cache(maxsize=1)
def folder() -> Path:
    """The folder: `REDRAFT_CACHE` where it is set, else the system's usual place."""
    named = os.environ.get("REDRAFT_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("redraft")


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """What tells one state of the code from another: the names, sizes and times of its files.

    A version alone would not do, for the code changes between two of them. Raises `OSError` where there are no files,
    as in an archive.
    """
    found = []
    for place in READERS:
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".lark")):
                    state = entry.stat()
                    found.append(f"{place.name}/{entry.name} {state.st_size} {state.st_mtime_ns}")
    return "\n".join(sorted(found))


def remembered(subject: str, made_from: str, make: Callable[[], Kept]) -> Kept:
    """What `make` returns, kept under the text it is made from. The value must be picklable."""
    try:
        place = _place(subject, made_from)
    except OSError:
        return make()
    try:
        kept: Kept = pickle.loads(place.read_bytes())
        return kept
    except Exception:  # damaged or not there: make it again
        made = make()
    _keep(place, made)
    return made


def _place(subject: str, made_from: str) -> Path:
    sign = f"{__version__} {sys.version_info[:2]} {subject}\n{fingerprint()}\n{made_from}"
    return folder() / f"{subject}-{hashlib.sha256(sign.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.kept"


def _keep(place: Path, made: object) -> None:
    """Writes it all at once, and leaves nothing half written."""
    half = place.with_suffix(f".{os.getpid()}")
    try:
        data = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            half.write_bytes(data)
            os.replace(half, place)
        finally:
            half.unlink(missing_ok=True)
    except Exception:  # a full disk, a folder that cannot be written, a value too deep to pickle
        pass
