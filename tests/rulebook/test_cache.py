"""What is kept between runs is only ever used by the code that made it, and nothing is left half made."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import grammar
from rulebook import cache


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder, and a folder with code in it that it depends on."""
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "one.py").write_text("1")
    monkeypatch.setattr(cache, "READERS", (tmp_path / "code",))
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / "kept")
    cache.fingerprint.cache_clear()
    yield tmp_path
    cache.fingerprint.cache_clear()


def remembered(value: object) -> object:
    """What is kept under one name; `value`, where nothing is."""
    cache.fingerprint.cache_clear()  # each call is a run of its own
    return cache.remembered("subject", "text", lambda: value)


def test_what_is_kept_is_used(kept: Path) -> None:
    assert (remembered(1), remembered(2)) == (1, 1)
    assert len(list((kept / "kept").iterdir())) == 1


@pytest.mark.parametrize("change", ["size", "time", "new file", "gone"])
def test_other_code_makes_its_own(kept: Path, change: str) -> None:
    assert remembered(1) == 1
    code = kept / "code" / "one.py"
    if change == "size":
        code.write_text("12")
    elif change == "time":
        os.utime(code, (1, 1))
    elif change == "new file":
        (kept / "code" / "two.lark").write_text("")
    else:
        code.unlink()
    assert (remembered(2), remembered(3)) == (2, 2)


def test_what_is_not_code_does_not_matter(kept: Path) -> None:
    assert remembered(1) == 1
    (kept / "code" / "one.pyc").write_text("")
    assert remembered(2) == 1


def test_without_files_nothing_is_kept(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "READERS", (kept / "no",))
    assert (remembered(1), remembered(2)) == (1, 2)


@pytest.mark.parametrize("damage", [b"", b"not a pickle", b"\x80\x05cnowhere\nNothing\n."])
def test_damage_is_made_again(kept: Path, damage: bytes) -> None:
    remembered(1)
    (file,) = (kept / "kept").iterdir()
    file.write_bytes(damage)
    assert (remembered(2), remembered(3)) == (2, 2)


def test_what_cannot_be_kept_is_made_all_the_same(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    value = lambda: None  # noqa: E731  # cannot be pickled
    assert remembered(value) is value

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    assert remembered(1) == 1
    assert list((kept / "kept").iterdir()) == []


def test_a_grammar_at_fault_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar, "text", lambda name: "start: nothing")
    with pytest.raises(Exception, match="nothing"):
        grammar.load("lines", folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_telling_the_code_takes_no_time() -> None:
    took = []
    for _ in range(20):
        cache.fingerprint.cache_clear()
        start = time.perf_counter()
        assert cache.fingerprint()
        took.append(time.perf_counter() - start)
    assert min(took) < 0.001
