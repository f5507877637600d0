"""A paper set out by the user's own templates, in another process that is stopped where it takes too long or dies.

No template that sets a paper takes long; one that does goes on without end, by mistake or because somebody made it so.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import amendments
from amendments.setting_out.own.child import Task
from amendments.setting_out.own.faults import Fault, Faulty, finding
from amendments.setting_out.own.folder import OwnTemplates
from amendments.setting_out.templates import built_in, every_file
from rulebook.diagnostics import in_order

BEGINNING = 20.0  # seconds that the other process has to begin, on a slow and busy machine
PATIENCE = 4.0  # seconds for a paper; ours take a tenth of one
PER_LINE = 0.004  # seconds more for each line of a long book; ours take a tenth of it
GRACE = 1.0  # seconds more, so that what runs there can first say where it was stopped
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")
NO_NETWORK = {"NO_PROXY": "", "no_proxy": ""} | {
    name: "http://127.0.0.1:9" for one in _PROXIES for name in (one, one.upper())
}
"""Where typst would look for packages: a port on which nothing listens."""


def own_text(template: str, given: Mapping[str, Any], own: OwnTemplates, lines: int = 0) -> str:
    """What a Jinja template makes of a paper of so many lines. Raises `Faulty`."""
    return _set(Task(template, dict(given), own.files, PATIENCE + PER_LINE * lines), own).decode()


def own_pdf(template: str, data: dict[str, Any], own: OwnTemplates, lines: int = 0) -> bytes:
    """What a typst template makes. Raises `Faulty`."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for file in every_file():
            if file.endswith(".typ") and file not in own.files:
                Path(folder, file).write_bytes(built_in(file))
        for file, content in own.files.items():
            place = Path(folder, file)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return _set(Task(template, data, own.files, PATIENCE + PER_LINE * lines, folder), own)


def _set(task: Task, own: OwnTemplates) -> bytes:
    try:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "amendments.setting_out.own.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **NO_NETWORK, "PYTHONPATH": str(Path(amendments.__file__).parents[1])},
        )
    except OSError as problem:
        raise _faulty(own, Fault("template-failed", f"templates cannot be run here: {problem.strerror}")) from None
    with process:
        assert process.stdout is not None
        with _stopping(process, BEGINNING):
            process.stdout.readline()
        late: list[bool] = []
        with _stopping(process, task.seconds + GRACE, late):
            said, _ = process.communicate(pickle.dumps(task, pickle.HIGHEST_PROTOCOL))
    head, _, made = said.partition(b"\n")
    if not head:
        what = "had not come to its end in time" if late else "took far more memory than any paper does"
        raise _faulty(
            own,
            Fault("template-endless", f"the template {what}, and was stopped", "look for what goes on without end",
                  task.template),
        )  # fmt: skip
    faults = [Fault(**fault) for fault in json.loads(head)["faults"]]
    if faults:
        raise _faulty(own, *faults)
    return made


def _faulty(own: OwnTemplates, *faults: Fault) -> Faulty:
    return Faulty(in_order(finding(fault, own) for fault in faults))


@contextmanager
def _stopping(process: subprocess.Popen[bytes], seconds: float, late: list[bool] | None = None) -> Iterator[None]:
    """Ends another process where it has not done something after some time, and notes in `late` that it did not."""

    def stop() -> None:
        if late is not None:
            late.append(True)
        process.kill()

    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
