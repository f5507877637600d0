"""LibreOffice opens every form as Word and OpenDocument, and what it saves again says the same words in their order."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.amendments.papers.kept import FOLDER, IN_WORDS, body, made

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")

OTHER = {"docx": "odt", "odt": "docx"}


@pytest.mark.parametrize("format", OTHER)
def test_every_form_is_opened(format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    papers = {name: made(name, format, tmp_path) for name in IN_WORDS}
    for name, document in papers.items():
        assert isinstance(document, bytes)
        (tmp_path / f"{name}.{format}").write_bytes(document)
    saved = tmp_path / "saved"
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", OTHER[format],
         "--outdir", str(saved), *(str(tmp_path / f"{name}.{format}") for name in papers)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    for name, document in papers.items():
        again = (saved / f"{name}.{OTHER[format]}").read_bytes()
        assert body(again, OTHER[format]) == body(document, format), name
