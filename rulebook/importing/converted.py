"""Files that another program makes into a page or a document before they are read: pandoc, or LibreOffice.

Pandoc comes with this program and reads reStructuredText, AsciiDoc and Rich Text Format, shut off from the machine.
LibreOffice, where it is installed, opens what only a word processor can: documents of an older Word, and of Pages. Both
work in a folder of their own, without a network, and are stopped when they take too long or too much.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rulebook.importing.file.paragraphs import Document, Guess
from rulebook.importing.opendocument.document import read_opendocument
from rulebook.importing.web.page import read_web_page
from rulebook.source import Unreadable

LARGEST = 3_000_000  # bytes; a rulebook of 60,000 words in Rich Text has fewer
MEMORY = "120M"  # of pandoc
WORK, PACE = 2, 250_000  # seconds that pandoc may work, and how many bytes it reads at least in each further one
PATIENCE = 120  # seconds for either program on a busy machine; LibreOffice starts slowly
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""  # noqa: E501
"""What LibreOffice is told: to run no macros, and to follow no links out of the document."""


def read_markup(text: str, name: str, form: str) -> Document:
    """The paragraphs of a text in a markup language that pandoc calls `form`. Raises `Unreadable`."""
    import pypandoc

    text = _TIDIED[form](text) if form in _TIDIED else text
    if len(text) > LARGEST:
        raise Unreadable(f"{name} is too large to be a rulebook", "give only the rules, as a file of their own")
    made = [f"--from={form}", "--to=html5", "--sandbox", "--wrap=none", "+RTS", f"-M{MEMORY}", "-RTS"]
    try:
        done = subprocess.run(
            [pypandoc.get_pandoc_path(), *made],
            input=text.encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=True,
            preexec_fn=_bounded(WORK + len(text) // PACE),
        )
    except (subprocess.SubprocessError, OSError) as problem:
        said = (getattr(problem, "stderr", None) or b"").decode("utf-8", "replace").strip().partition("\n")[0][:120]
        why = f"pandoc, which reads it, says “{said}”" if said else "it takes longer than a rulebook does"
        raise Unreadable(
            f"{name} cannot be read: {why}",
            "open it in the program that it was made with, and save it as .docx, .odt or .html",
        ) from None
    page = re.sub(r"</?blockquote>", "", done.stdout.decode("utf-8", "replace"))  # how rst sets a list further in
    if form == "asciidoc":
        page = _numerals(page)
    return read_web_page(f"<!DOCTYPE html><html><body>{page}</body></html>".encode(), name, "utf-8")


def _bounded(seconds: int) -> Callable[[], None] | None:
    """What the other process does first, so that it is stopped when it has worked for so long."""
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return None
    return lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


_TITLE = re.compile(r"^(?P<title>\S.*)\n(?P<line>([=\-~^\"'`#*+.:_])\3{3,})[ \t]*$", re.MULTILINE)
_TAKEN_BACK = re.compile(r"^:!?[\w-]+!?:[ \t]*$\n", re.MULTILINE)  # attributes of AsciiDoc that are unset
_APART = re.compile(r"^([.*]+[ \t].+)\n\n+(?=[.*]+[ \t])", re.MULTILINE)  # items of one list of AsciiDoc


def _underlined(text: str) -> str:
    """A text in reStructuredText whose titles are underlined in full: a shorter line does, but not for pandoc."""

    def whole(match: re.Match[str]) -> str:
        title, line = match["title"], match["line"]
        return f"{title}\n{line[0] * max(len(line), len(title.rstrip()))}"

    return _TITLE.sub(whole, text)


def _one_list(text: str) -> str:
    """A text in AsciiDoc without what pandoc takes for words, or for the end of a list."""
    return _APART.sub(r"\1\n", _TAKEN_BACK.sub("", text))


def _numerals(page: str) -> str:
    """A page of AsciiDoc with the numerals that its lists have, each by how many lists it stands in."""
    depth = 0

    def typed(match: re.Match[str]) -> str:
        nonlocal depth
        depth += -1 if match[0].startswith("</") else 1
        return f'<ol type="{_BY_DEPTH[min(depth, len(_BY_DEPTH)) - 1]}">' if match[0] == "<ol>" else match[0]

    return re.sub(r"</?ol\b[^>]*>", typed, page)


_BY_DEPTH = "1aiAI"  # AsciiDoc Language, "Ordered list numbering styles"
_TIDIED: dict[str, Callable[[str], str]] = {"rst": _underlined, "asciidoc": _one_list}


def has_libreoffice() -> str:
    """Where LibreOffice is; "" where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice") or ""


def read_by_libreoffice(data: bytes, name: str, what: str, *, tracked: str) -> Document:
    """The paragraphs of a document that only LibreOffice opens; `what` it is. Raises `Unreadable`."""
    program = has_libreoffice()
    if not program:
        raise Unreadable(
            f"{name} is {what}, which can only be read where LibreOffice is installed",
            "open it in the program that it was made with and save it as .docx or .odt; or install LibreOffice",
        )
    made = _opendocument_of(program, data, Path(name).suffix or ".doc")
    if made is None:
        raise Unreadable(
            f"{name} is {what}, and LibreOffice could not open it",
            "open it in the program that it was made with and save it as .docx or .odt",
        )
    read = read_opendocument(made, name, tracked=tracked)
    said = Guess("program", f"the file is {what}, and was read as LibreOffice shows it")
    return replace(read, guesses=(said, *read.guesses), counted_in="paragraph")


def _opendocument_of(program: str, data: bytes, ending: str) -> bytes | None:
    """A document as OpenDocument; None where LibreOffice cannot make it one."""
    with tempfile.TemporaryDirectory() as folder:
        given, profile = Path(folder) / f"given{ending}", Path(folder) / "profile" / "user"
        given.write_bytes(data)
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        told = [f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--norestore"]
        _run([program, *told, "--convert-to", "odt", "--outdir", folder, str(given)])
        made = Path(folder) / "given.odt"
        return made.read_bytes() if made.is_file() else None


def _run(command: list[str]) -> None:
    """Runs a program, and ends it with all that it has started where it takes too long."""
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        try:
            running.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            if hasattr(os, "killpg"):
                os.killpg(running.pid, signal.SIGKILL)
            running.kill()
