"""Files as they are read and written: standard input and output, encodings, and nothing lost when a write fails."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from amendments.cli.shared import output as shared_module
from tests.amendments.cli.typed import DRAFT, FAULTY, PYTHON, Redraft, files_in, process
from tests.shared.folders import ROOT


@pytest.mark.parametrize("command", ["check", "edits", "apply", "diff", "motion"])
def test_a_dash_is_standard_input(redraft: Redraft, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode())))
    said = redraft(command, "-")
    assert said.status == 0 and said.out


def test_a_finding_in_standard_input(redraft: Redraft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FAULTY.encode())))
    assert redraft("check", "-").out.startswith("standard input:10:48: ")


def test_a_dash_is_standard_output(redraft: Redraft, folder: Path) -> None:
    before = files_in(folder)
    assert redraft("apply", "draft.md", "-o", "-").out.startswith("---\n")
    assert files_in(folder) == before


def test_a_document_on_standard_output(folder: Path) -> None:
    done = process("motion", "draft.md", "--to", "docx", folder=folder)
    assert done.returncode == 0 and done.stdout.startswith(b"PK")


def test_a_reader_who_has_seen_enough(folder: Path) -> None:
    """As in  redraft show | head -1."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    for arguments in (["show"], ["show", "--format", "json"], ["apply", "draft.md", "--to", "docx"]):
        with subprocess.Popen(
            [*PYTHON, *arguments], cwd=folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as writing:
            assert writing.stdout is not None and writing.stderr is not None
            writing.stdout.close()
            assert writing.stderr.read() == b""
            assert writing.wait() == 0


# ------------------------------------------------------------------ encodings that are read


@pytest.mark.parametrize(
    ("data", "options"),
    [
        (b"\xef\xbb\xbf" + DRAFT.encode(), []),
        (DRAFT.encode("utf-16"), []),
        (DRAFT.encode("cp1252"), ["--encoding", "cp1252"]),
        (DRAFT.replace("\n", "\r\n").encode(), []),
        (b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").encode(), []),
    ],
    ids=["utf-8 with a mark", "utf-16", "cp1252", "line ends of Windows", "Windows Notepad"],
)
def test_an_encoding_that_is_read(redraft: Redraft, folder: Path, data: bytes, options: list[str]) -> None:
    (folder / "d.md").write_bytes(data)
    said = redraft("edits", "d.md", *options)
    assert (said.status, said.err) == (0, "")
    assert "“six times”" in said.out and "“ten times”" in said.out


# ------------------------------------------------------------------ writing


def test_force_overwrites(redraft: Redraft, folder: Path) -> None:
    (folder / "out.md").write_text("mine")
    assert redraft("apply", "draft.md", "-o", "out.md", "--force").status == 0
    assert (folder / "out.md").read_text(encoding="utf-8").startswith("---\n")
    assert sorted(files_in(folder)) == ["draft.md", "faulty.md", "motion.md", "out.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="links want rights there")
def test_a_link_to_the_draft_is_the_draft(redraft: Redraft, folder: Path) -> None:
    (folder / "link.md").symlink_to("draft.md")
    assert redraft("apply", "draft.md", "-o", "link.md", "--force").status == 2
    assert (folder / "draft.md").read_text(encoding="utf-8") == DRAFT


def test_a_file_made_meanwhile_is_left(redraft: Redraft, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first_asked = shared_module.may_write

    def and_then_made(output: str | None, force: bool) -> None:
        first_asked(output, force)
        (folder / "out.md").write_text("somebody else’s", encoding="utf-8")
        monkeypatch.setattr(shared_module, "may_write", lambda output, force: None)

    monkeypatch.setattr(shared_module, "may_write", and_then_made)
    said = redraft("apply", "draft.md", "-o", "out.md")
    assert said.status == 2 and "out.md is there already" in said.err
    assert (folder / "out.md").read_text(encoding="utf-8") == "somebody else’s"
    assert sorted(files_in(folder)) == ["draft.md", "faulty.md", "motion.md", "out.md"]


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize("step", ["os.replace", "os.link", "os.chmod"])
def test_a_write_that_fails_leaves_nothing(
    redraft: Redraft, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, force: list[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    (folder / "out.md").write_text("mine") if force else None
    before = files_in(folder)
    redraft("check", "draft.md")  # so that the caches are filled
    monkeypatch.setattr(step, fail)
    said = redraft("apply", "draft.md", "-o", "out.md", *force)
    if step == "os.link":  # a file system without links is written to all the same
        assert said.status == 0
        before["out.md"] = (folder / "out.md").read_bytes()
        assert before["out.md"].startswith(b"---\n")
    else:
        # without --force nothing needs replacing
        failed = step == "os.chmod" or bool(force)
        assert said.status == (2 if failed else 0)
        assert ("out.md cannot be written: No space left on device" in said.err) is failed
        if not failed:
            before["out.md"] = (folder / "out.md").read_bytes()
    assert files_in(folder) == before


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such rights there")
def test_a_folder_that_may_not_be_written_to(redraft: Redraft, folder: Path) -> None:
    (folder / "inner").mkdir(mode=0o555)
    if os.access(folder / "inner", os.W_OK):
        pytest.skip("this user may write anywhere")
    said = redraft("apply", "draft.md", "-o", "inner/out.md")
    assert said.status == 2 and "inner/out.md cannot be written" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device there")
def test_a_device_stays_what_it_is(redraft: Redraft) -> None:
    assert redraft("apply", "draft.md", "--to", "md", "-o", os.devnull, "--force").status == 0
    assert Path(os.devnull).is_char_device()
