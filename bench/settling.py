"""Tracked changes accepted or rejected by LibreOffice, in one process for as many documents as there are.

LibreOffice has no option for it, so a macro does it, in a settings folder of our own. It is its own commands that are
called, those of the menu: Edit, Track Changes, Accept All.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.printing import Missing, program

ACCEPT, REJECT = "AcceptAllTrackedChanges", "RejectAllTrackedChanges"
PATIENCE = 600  # seconds for all the documents

_MACRO = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(listed As String)
    Dim number As Integer, entry As String, said
    Dim opening(1) As New com.sun.star.beans.PropertyValue, saving(0) As New com.sun.star.beans.PropertyValue
    opening(0).Name = "Hidden" : opening(0).Value = True
    opening(1).Name = "FilterName" : opening(1).Value = "MS Word 2007 XML"
    saving(0).Name = "FilterName" : saving(0).Value = "MS Word 2007 XML"
    dispatcher = CreateUnoService("com.sun.star.frame.DispatchHelper")
    number = FreeFile
    Open listed For Input As #number
    Do While Not EOF(number)
        Line Input #number, entry
        said = Split(entry, Chr(9))
        If UBound(said) = 2 Then
            document = StarDesktop.loadComponentFromURL(said(0), "_blank", 0, opening())
            dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" + said(2), "", 0, Array())
            document.storeToURL(said(1), saving())
            document.close(True)
        End If
    Loop
    Close #number
    StarDesktop.terminate()
End Sub
</script:module>
"""


@dataclass(frozen=True)
class Settled:
    """A document as LibreOffice saves it again with all changes accepted, and with all rejected."""

    accepted: bytes
    rejected: bytes


def settled(documents: Sequence[bytes]) -> list[Settled]:
    """Each Word document with all changes accepted, and rejected. Raises `Missing` where there is no LibreOffice."""
    office = program("soffice", "libreoffice")
    with tempfile.TemporaryDirectory(prefix="redlines-") as name:
        folder = Path(name)
        profile = folder / "profile"
        command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        _run([*command, "--terminate_after_init"])  # makes the settings folder, and would write over a macro in it
        macro = profile / "user" / "basic" / "Standard" / "Module1.xba"
        if not macro.exists():
            raise Missing("LibreOffice made no settings folder")
        macro.write_text(_MACRO, encoding="utf-8")
        listed = folder / "list.txt"
        lines = []
        for number, document in enumerate(documents):
            path = folder / f"{number}.docx"
            path.write_bytes(document)
            lines += [f"{path.as_uri()}\t{_result(folder, number, how).as_uri()}\t{how}\n" for how in (ACCEPT, REJECT)]
        listed.write_text("".join(lines), encoding="utf-8")
        _run([*command, f"macro:///Standard.Module1.Settle({listed})"])
        return [
            Settled(*(_result(folder, number, how).read_bytes() for how in (ACCEPT, REJECT)))
            for number in range(len(documents))
        ]


def _result(folder: Path, number: int, how: str) -> Path:
    return folder / f"{number}.{how}.docx"


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, capture_output=True, timeout=PATIENCE, stdin=subprocess.DEVNULL, check=True)
