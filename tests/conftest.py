"""How Hypothesis runs: no deadline, since a machine that does other things too would fail it by chance."""

import os

from hypothesis import settings

settings.register_profile("redraft", deadline=None)
if "CI" not in os.environ:  # there Hypothesis has a profile of its own, which draws the same cases every time
    settings.load_profile("redraft")
