"""A folder of the user's own templates, read once and whole. Nothing outside it is read, whatever a template asks for.

A link that leads out of the folder is not followed. What the folder holds is kept in memory: templates are run on that
and never on the folder itself.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from amendments.setting_out.templates import every_file, files_for
from rulebook.source import Source, Unreadable, decode

BESIDE = "templates"  # what the folder beside a draft is called
MOST_FILES, MOST_BYTES = 500, 64 * 1024 * 1024
TEXT = (".j2", ".typ", ".css")


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """The files of a folder by their path in it, with "/" between the parts; `links` are those that lead out of it."""

    folder: str
    files: dict[str, bytes] = field(repr=False)
    links: tuple[str, ...] = ()

    def used_for(self, paper: str, format: str) -> tuple[str, ...]:
        """Which of its files stand in place of ours when a paper, "motion" or "rulebook", is set out in a format."""
        return tuple(file for file in files_for(paper, format) if file in self.files)

    def shown(self, file: str) -> str:
        """A file's path as the user would type it."""
        return str(Path(self.folder, file))

    def source(self, file: str) -> Source:
        """A file's text, for pointing at a place in it."""
        return Source(self.shown(file), decode(self.files[file], self.shown(file)))


def beside(draft: str) -> Path | None:
    """The folder of templates beside a draft, if there is one that has any."""
    if draft == "-":
        return None
    folder = Path(draft).parent / BESIDE
    return folder if any((folder / file).is_file() for file in every_file()) else None


def read_folder(folder: str) -> OwnTemplates:
    """The user's own templates. Raises `Unreadable` where there are none, or far too much besides."""
    top = Path(folder)
    if not top.is_dir():
        raise Unreadable(f"there is no folder {folder}", f"make it with  redraft template copy motion --to {folder}")
    found: dict[str, bytes] = {}
    links: list[str] = []
    size = 0
    for path in _paths(top):
        file = path.relative_to(top).as_posix()
        if not path.resolve().is_relative_to(top.resolve()):
            links.append(file)
            continue
        if not path.is_file():
            continue
        size += path.stat().st_size
        if len(found) == MOST_FILES or size > MOST_BYTES:
            raise Unreadable(
                f"the folder of templates {folder} holds more than {MOST_FILES} files or {MOST_BYTES >> 20} MB",
                "keep in it only templates, and the pictures and fonts that they use",
            )
        try:
            found[file] = path.read_bytes()
        except OSError as problem:
            raise Unreadable(f"{path} cannot be read: {problem.strerror or problem}") from None
        if file.endswith(TEXT):
            decode(found[file], str(path))
    own = OwnTemplates(folder, found, tuple(links))
    _has_templates(own)
    return own


def _paths(top: Path) -> list[Path]:
    """Every file and link in a folder, in order; no folder is entered through a link, and none whose name has a dot
    before it."""
    found = []
    for folder, inner, names in os.walk(top):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        linked = [name for name in inner if Path(folder, name).is_symlink()]
        found += [Path(folder, name) for name in sorted([*names, *linked]) if not name.startswith(".")]
    return found


def _has_templates(own: OwnTemplates) -> None:
    for link in own.links:
        if link in every_file():
            raise Unreadable(
                f"{own.shown(link)} is a link that leads out of the folder, and is not followed",
                "put the file itself there",
            )
    if not any(file in own.files for file in every_file()):
        raise Unreadable(
            f"there is no template in the folder {own.folder}",
            "redraft template list  says what the files are called, and  redraft template copy  makes them",
        )
