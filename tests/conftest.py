"""How the tests run: Hypothesis without a deadline, and with nothing of the user's own in sight.

A deadline would fail a test by chance on a machine that does other things too.
"""

import os
import shutil
import tempfile

from hypothesis import settings

settings.register_profile("redraft", deadline=None)
if "CI" not in os.environ:  # there Hypothesis has a profile of its own, which draws the same cases every time
    settings.load_profile("redraft")

CACHE = tempfile.mkdtemp(prefix="redraft-tests-")
os.environ["REDRAFT_CACHE"] = CACHE  # before anything is read, and for the processes that tests start
os.environ.pop("REDRAFT_RULEBOOK", None)
os.environ.pop("NO_COLOR", None)


def pytest_unconfigure() -> None:
    """The cache folder goes at the end; each process has its own, where the tests run in several."""
    shutil.rmtree(CACHE, ignore_errors=True)
