"""What was made once and may be kept: parsed rulebooks and the tables of grammars, in the user's cache folder.

Everything kept is filed under what it was made from, so it is never out of date. Losing it, finding it damaged or
having nowhere to keep it costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from rulebook import __version__

Kept = TypeVar("Kept")

FORM = "1"  # raised whenever what is kept changes its shape


@lru_cache(maxsize=1)
def folder() -> Path:
    """The folder: `REDRAFT_CACHE` where it is set, else the system's usual place."""
    named = os.environ.get("REDRAFT_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("redraft")


def remembered(subject: str, made_from: str, make: Callable[[], Kept]) -> Kept:
    """What `make` returns, kept under the text it is made from. The value must be picklable."""
    sign = hashlib.sha256(f"{FORM} {__version__} {subject}\n{made_from}".encode("utf-8", "surrogatepass"))
    place = folder() / f"{subject}-{sign.hexdigest()[:32]}.kept"
    try:
        kept: Kept = pickle.loads(place.read_bytes())
        return kept
    except Exception:  # damaged, of another version or not there: make it again
        made = make()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_suffix(f".{os.getpid()}")
        half.write_bytes(pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        os.replace(half, place)
    except OSError:
        pass
    return made
