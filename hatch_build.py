"""Makes the tables of the grammars when the package is built, so that the first run need not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Tables(BuildHookInterface):
    """Puts `grammar/tables/` into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, self.root)
        import grammar

        folder = Path(self.root, "grammar", grammar.MADE)
        for old in folder.glob("*"):
            old.unlink()
        grammar.make_tables(folder)
        build_data["artifacts"].append(f"grammar/{grammar.MADE}/*.tables")
