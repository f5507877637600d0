"""What every finding means, why it matters at conference, and what to write instead.

The words are in findings.toml, one table a finding, by the code that the finding is printed with; those of a check are
the docstring of its file.
"""

from __future__ import annotations

import re
import textwrap
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import rulebook.checks as of_book
from amendments.checks.all_checks import every_check
from rulebook.diagnostics import wrapped

ABOUT = {
    "instruction": "Instructions of an amendment",
    "draft": "Drafts",
    "rules": "Rulebooks",
    "signatures": "Signatures",
    "template": "Templates for html, md and txt",
    "typst": "Templates for pdf",
    "command": "What is typed",
}
"""Where findings arise, and so what their examples are: the key in the data, and a heading for a list."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A finding explained. The examples are of what `about` names, and are printed line by line as they stand."""

    code: str
    about: str
    summary: str
    why: str
    bad: str
    good: str

    def __str__(self) -> str:
        return self.code


@lru_cache(maxsize=1)
def explanations() -> dict[str, Explanation]:
    """Every explanation by its code, in the order of the file, which is that of the drafter's work."""
    data = tomllib.loads(files("amendments.checks").joinpath("findings.toml").read_text(encoding="utf-8"))
    found = {code: Explanation(code=code, **entry) for code, entry in data.items()}
    return found | {name: _of_check(check) for name, check in (every_check() | of_book.every_check()).items()}


def codes() -> frozenset[str]:
    """The names of all findings."""
    return frozenset(explanations())


_DOCSTRING = re.compile(r"(?P<summary>.+?)\n\n(?P<why>.+?)\n\nBad:\n\n(?P<bad>.+?)\n\nGood:\n\n(?P<good>.+)", re.DOTALL)


def _of_check(check: of_book.Check) -> Explanation:
    said = _DOCSTRING.fullmatch(check.said.strip())
    assert said, f"{check.name} has no docstring of the form that checks have"
    summary, why = (" ".join(said[part].split()) for part in ("summary", "why"))
    bad, good = (textwrap.dedent(said[part]) + "\n" for part in ("bad", "good"))
    return Explanation(check.name, check.about, summary, why, bad, good)


def explained(code: str) -> str | None:
    """The explanation of a finding for a terminal; None where no finding has that code."""
    found = explanations().get(code)
    if found is None:
        return None
    sentences = ["\n".join(wrapped(words)) for words in (found.summary, f"Why it matters: {found.why}")]
    return "\n\n".join([code, *sentences, "Bad:", _example(found.bad), "Good:", _example(found.good)]) + "\n"


def _example(words: str) -> str:
    return textwrap.indent(words.strip("\n") or "(nothing)", "    ")


def listed() -> str:
    """Every finding's code and summary, under headings that say where they arise."""
    lines: list[str] = []
    for about, heading in ABOUT.items():
        lines += [heading, ""]
        for explanation in explanations().values():
            if explanation.about == about:
                lines += [f"  {explanation.code}", *wrapped(explanation.summary, " " * 6, " " * 6)]
        lines.append("")
    return "\n".join([*lines, "redraft explain CODE says why one matters and gives examples."]) + "\n"


def reference_page() -> str:
    """Every finding explained, as the Markdown page docs/findings.md."""
    known = every_check() | of_book.every_check()
    lines = [
        "# Findings",
        "",
        "What `redraft` may say of rules and drafts: each finding by its name, why it matters, an example that has it "
        "and one that has not. `redraft explain NAME` prints the same. This page is made by `redraft explain --page`.",
    ]
    for about, heading in ABOUT.items():
        lines += ["", f"## {heading}"]
        for one in explanations().values():
            if one.about != about:
                continue
            check = known.get(one.code)
            came = f" ({check.severity}, since {check.since})" if check else ""
            lines += ["", f"### {one.code}", "", f"{one.summary}{came}", "", one.why, "", "Bad:", "", *_fenced(one.bad)]
            lines += ["", "Good:", "", *_fenced(one.good)]
    return "\n".join(lines) + "\n"


def _fenced(example: str) -> list[str]:
    fence = "````" if "```" in example else "```"
    return [fence, example.strip("\n") or "(nothing)", fence]


def nearest(code: str) -> str | None:
    """The code that somebody most likely meant; None where none is like it."""
    import difflib

    wanted = "-".join(code.strip("[]").lower().replace("_", " ").split())
    close = difflib.get_close_matches(wanted, explanations(), 1)
    return close[0] if close else None
