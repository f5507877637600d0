"""The tests stand in the same folders as the code, so that whoever knows the one finds the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shared.folders import ROOT

TESTS = ROOT / "tests"
FOLDERS = [
    folder.relative_to(TESTS)
    for package in ("amendments", "rulebook")
    for folder in sorted({file.parent for file in (TESTS / package).rglob("*.py")})
]


@pytest.mark.parametrize("folder", FOLDERS, ids=str)
def test_each_folder_of_tests_is_one_of_the_code(folder: Path) -> None:
    assert (ROOT / folder / "__init__.py").is_file(), f"there is no package {folder}; move its tests to their room"
    assert (TESTS / folder / "__init__.py").is_file(), "two modules of one name need packages round them"


@pytest.mark.parametrize("package", ["amendments", "rulebook"])
def test_each_room_has_tests(package: str) -> None:
    rooms = {file.parent.name for file in (ROOT / package).glob("*/__init__.py")}
    assert not {room for room in rooms if not list((TESTS / package / room).rglob("test_*.py"))}
