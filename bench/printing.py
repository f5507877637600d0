"""Files made of files by programs that people have: LibreOffice, Chromium, pdftotext. Each is used where it is here."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PATIENCE = 300  # seconds for a batch of files


class Missing(Exception):
    """A program that is not on this machine."""


def program(*names: str) -> str:
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        raise Missing(f"{names[0]} is not here")
    return found


def converted(name: str, convert: Callable[[Mapping[Path, Path]], None], sources: Mapping[Path, Path]) -> list[str]:
    """What went amiss in making the files of a producer from those of another; nothing, where all is well."""
    try:
        convert(sources)
    except Missing as missing:
        return [f"{name}: passed over, {missing}"]
    except (subprocess.TimeoutExpired, OSError) as problem:
        return [f"{name}: {problem}"]
    return [f"{name}: {path.name} was not made" for path in sources.values() if not path.exists()]


@cache
def _profile() -> str:
    """A settings folder of our own: two LibreOffices that share one stop each other."""
    folder = tempfile.TemporaryDirectory(prefix="libreoffice-")
    atexit.register(folder.cleanup)
    return Path(folder.name).as_uri()


@dataclass(frozen=True)
class LibreOffice:
    """One call for all the files of a producer; `kind` is what `--convert-to` wants."""

    kind: str

    def __call__(self, sources: Mapping[Path, Path]) -> None:
        office = program("soffice", "libreoffice")
        suffix = self.kind.split(":")[0]
        with tempfile.TemporaryDirectory() as work:
            names = {}
            for number, source in enumerate(sources):
                copy = Path(work) / f"{number}{source.suffix}"
                shutil.copy(source, copy)
                names[source] = copy
            command = [office, f"-env:UserInstallation={_profile()}", "--headless"]
            if any(source.suffix == ".html" for source in sources) and suffix in ("odt", "docx"):
                command.append("--infilter=HTML (StarWriter)")  # else it is a document of the web kind, without pages
            command += ["--convert-to", self.kind, "--outdir", f"{work}/out", *map(str, names.values())]
            subprocess.run(command, capture_output=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)
            for source, path in sources.items():
                new = Path(work) / "out" / f"{names[source].stem}.{suffix}"
                if new.exists():
                    shutil.move(new, path)


class Chromium:
    """A page printed to PDF, as a browser does it."""

    def __call__(self, sources: Mapping[Path, Path]) -> None:
        browser = program("chromium", "google-chrome", "chromium-browser")
        for source, path in sources.items():
            with tempfile.TemporaryDirectory() as profile:
                flags = (
                    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
                    "--disable-background-networking --disable-component-update --disable-sync --no-pdf-header-footer"
                ).split()
                flags += [f"--user-data-dir={profile}", f"--print-to-pdf={path}"]
                command = [browser, *flags, source.resolve().as_uri()]
                subprocess.run(command, capture_output=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)


@dataclass(frozen=True)
class PdfToText:
    """The text of a PDF as pdftotext gives it; the option says in which layout."""

    option: str = ""

    def __call__(self, sources: Mapping[Path, Path]) -> None:
        reader = program("pdftotext")
        for source, path in sources.items():
            command = [reader, *([self.option] if self.option else []), "-enc", "UTF-8", str(source), str(path)]
            subprocess.run(command, capture_output=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)


@dataclass(frozen=True)
class Pasted:
    """What a viewer puts on the clipboard, page after page: lines as printed, without what stood before them.

    Where a word was broken, PDFium gives a sign that is no character; with `hyphen` it is the hyphen and the line's
    end, as most viewers have it.
    """

    hyphen: bool = False

    def __call__(self, sources: Mapping[Path, Path]) -> None:
        import pypdfium2

        for source, path in sources.items():
            document = pypdfium2.PdfDocument(source)
            pages = [page.get_textpage().get_text_range() for page in document]
            document.close()
            text = "\r\n".join(pages)
            if self.hyphen:
                text = text.replace("\ufffe", "-\r\n").replace("\x02", "-\r\n")
            path.write_bytes(text.encode("utf-8", "replace"))
