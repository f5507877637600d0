"""The rooms of the house: what CONTRIBUTING says of them is what they say of themselves, and none is too full.

The tests stand in the same folders as the code, so that whoever knows the one finds the other.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.shared.folders import ROOT

TESTS = ROOT / "tests"
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
HALLS = {
    "amendments": set[str](),
    "rulebook": {"cache", "diagnostics", "numbering", "provision", "source", "wording"},
}
"""The packages whose folders are rooms, and the modules that stand in none: those of the tree itself."""

MOST_MODULES, MOST_CHECKS, MOST_LINES, MOST_ON_THE_PAGE = 18, 20, 300, 125
FOLDERS = [
    folder.relative_to(TESTS) for package in HALLS for folder in sorted({f.parent for f in (TESTS / package).rglob("*.py")})
]  # fmt: skip
ROOMS = [file.parent for package in HALLS for file in sorted((ROOT / package).rglob("__init__.py"))]
MODULES = sorted(file for package in (*HALLS, "grammar", "templates") for file in (ROOT / package).rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def modules_in(room: Path) -> set[str]:
    return {file.stem for file in room.glob("*.py")} - {"__init__"}


def drawn() -> dict[str, str]:
    """The picture in CONTRIBUTING: each folder, and what is said of it."""
    (block,) = re.findall(r"^## The house\n+```\n(.*?)^```\n", PAGE, re.MULTILINE | re.DOTALL)
    found: dict[str, str] = {}
    above: list[str] = []
    for line in block.splitlines():
        match = re.fullmatch(r"((?:  )*)(\w+)/ +(\S.*)", line)
        assert match, f"this is no line of the picture: {line}"
        above = [*above[: len(match[1]) // 2], match[2]]
        found["/".join(above)] = match[3]
    return found


def first_sentence(folder: str) -> str:
    said = ast.get_docstring(ast.parse((ROOT / folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    match = re.match(r".+?\.(?=\s|$)", " ".join(said.split()))
    assert match, f"{folder}/__init__.py does not say what the room is for"
    return match[0]


# -------------------------------------------------------------- the page


def test_the_picture_is_what_the_rooms_say_of_themselves() -> None:
    picture = drawn()
    assert picture == {folder: first_sentence(folder) for folder in picture}


def test_every_room_is_in_the_picture() -> None:
    """All of those of amendments, and those of the rulebook but for the folders of formats in one of them."""
    rooms = {name(room) for room in ROOMS if not name(room).startswith("rulebook/importing/")}
    assert rooms == {folder for folder in drawn() if folder.split("/")[0] in HALLS}


def test_what_the_page_names_is_there() -> None:
    named = {path for path in re.findall(r"`([\w.-]+(?:/[\w.-]*)+)`", PAGE) if path[0] != "."}
    assert len(named) > 15
    assert not {path for path in named if not (ROOT / path).exists()}


def test_the_page_is_read_in_two_screens() -> None:
    assert len(PAGE.splitlines()) <= MOST_ON_THE_PAGE
    assert PAGE.index("make test") < PAGE.index("make check") < PAGE.index("make bench") < PAGE.index("## ")


# -------------------------------------------------------------- the rooms


@pytest.mark.parametrize("hall", HALLS)
def test_a_hall_holds_rooms_and_nothing_else(hall: str) -> None:
    others = {one.name for one in (ROOT / hall).iterdir() if not one.is_dir()} - {"__init__.py", "py.typed"}
    assert others == {f"{module}.py" for module in HALLS[hall]}


@pytest.mark.parametrize("room", ROOMS, ids=name)
def test_a_room_is_not_too_full(room: Path) -> None:
    of_checks = "checks" in room.relative_to(ROOT).parts  # one a file
    assert len(modules_in(room)) <= (MOST_CHECKS if of_checks else MOST_MODULES)


def test_no_module_is_too_long() -> None:
    assert not {name(file) for file in MODULES if len(file.read_text(encoding="utf-8").splitlines()) > MOST_LINES}


# -------------------------------------------------------------- the tests of each


@pytest.mark.parametrize("folder", FOLDERS, ids=str)
def test_each_folder_of_tests_is_one_of_the_code(folder: Path) -> None:
    assert (ROOT / folder / "__init__.py").is_file(), f"there is no package {folder}; move its tests to their room"
    assert (TESTS / folder / "__init__.py").is_file(), "two modules of one name need packages round them"


@pytest.mark.parametrize("package", HALLS)
def test_each_room_has_tests(package: str) -> None:
    rooms = {file.parent.name for file in (ROOT / package).glob("*/__init__.py")}
    assert not {room for room in rooms if not list((TESTS / package / room).rglob("test_*.py"))}
