"""A headless Chromium that pages are looked at with, over the pipe that it can be told what to do through.

No package is needed for it. Where there is no Chromium, or no axe-core, `missing()` says so, and the test skips.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
AXE = "REDRAFT_AXE"  # names axe.min.js; else it is looked for where npm puts it, in these folders and those above
CACHE = Path.home() / ".cache" / "redraft-tests"
WAIT = 60  # seconds
FIRST_PAINT = """
new Promise(done => new PerformanceObserver(seen => done(seen.getEntries()[0].startTime / 1000))
  .observe({type: 'paint', buffered: true}))
"""
"""What to `run` on a page to know after how many seconds something was seen of it."""


def chromium() -> str | None:
    """The program, if it is installed."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def axe() -> Path | None:
    """The file axe.min.js of the npm package axe-core, if it is there."""
    places = [Path(os.environ[AXE])] if os.environ.get(AXE) else []
    inside = Path("node_modules/axe-core/axe.min.js")
    places += [folder / inside for folder in (CACHE, *Path(__file__).resolve().parents)]
    return next((place for place in places if place.is_file()), None)


def missing(*, with_axe: bool = False) -> str:
    """Why pages cannot be looked at; empty where they can."""
    if chromium() is None:
        return "Chromium is not installed"
    if with_axe and axe() is None:
        return f"axe-core is not there: npm install --prefix {CACHE} axe-core, or name axe.min.js in {AXE}"
    return ""


class Browser:
    """One Chromium with one page, for a `with` statement."""

    def __enter__(self) -> Browser:
        self.profile = tempfile.mkdtemp(prefix="redraft-chromium-")
        commands, answers = os.pipe(), os.pipe()
        # Chromium reads from 3 and writes to 4; the ends that it gets are first moved out of the way of these
        theirs = [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 20) for fd in (commands[0], answers[1])]

        def connect() -> None:
            os.dup2(theirs[0], 3)
            os.dup2(theirs[1], 4)

        options = "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars --no-first-run"
        self.process = subprocess.Popen(
            [str(chromium()), *options.split(), "--remote-debugging-pipe", f"--user-data-dir={self.profile}"],
            preexec_fn=connect,
            pass_fds=(3, 4),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for fd in (commands[0], answers[1], *theirs):
            os.close(fd)
        self.to = os.fdopen(commands[1], "wb", buffering=0)
        self.back = os.fdopen(answers[0], "rb", buffering=0)
        self.left, self.number, self.session = b"", 0, ""
        self.happened: list[str] = []  # what Chromium told of its own accord since a page was last asked for
        target = self.say("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.say("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.say("Page.enable")
        self.say("Page.setBypassCSP", enabled=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.terminate()
        self.process.wait(WAIT)
        self.to.close()
        self.back.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    def say(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Has one thing done, and returns what came of it."""
        self.number += 1
        message: dict[str, Any] = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.to.write(json.dumps(message).encode() + b"\0")
        while True:
            heard = self.hear()
            if heard.get("id") == self.number:
                assert "error" not in heard, heard["error"]
                return dict(heard["result"])
            self.happened.append(str(heard.get("method")))

    def hear(self) -> dict[str, Any]:
        """The next thing that Chromium says."""
        while b"\0" not in self.left:
            ready, _, _ = select.select([self.back], [], [], WAIT)
            assert ready, f"Chromium has said nothing for {WAIT} seconds"
            more = os.read(self.back.fileno(), 1 << 20)
            assert more, "Chromium ended"
            self.left += more
        said, _, self.left = self.left.partition(b"\0")
        return dict(json.loads(said))

    def show(self, path: Path, width: int = 1280, scheme: str = "light", media: str = "screen") -> None:
        """Opens a page in a window of that width, in light or dark, on a screen or as printed."""
        self.look(width, scheme, media)
        self.happened.clear()
        self.say("Page.navigate", url=path.resolve().as_uri())
        while "Page.loadEventFired" not in self.happened:
            self.happened.append(str(self.hear().get("method")))

    def look(self, width: int, scheme: str, media: str = "screen") -> None:
        """The same page at another width, in other colours, or as printed."""
        self.say("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.say("Emulation.setEmulatedMedia", media=media, features=features)

    def run(self, script: str) -> Any:
        """What an expression of JavaScript comes to on the page, once that is known."""
        said = self.say("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in said, said["exceptionDetails"]
        return said["result"].get("value")

    def picture(self, *, whole: bool = False) -> bytes:
        """The page as a PNG, all of it or what the window shows."""
        return base64.b64decode(self.say("Page.captureScreenshot", captureBeyondViewport=whole)["data"])

    def printed(self) -> bytes:
        """The page as a PDF on A4."""
        said = self.say("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(said["data"])
