"""The files that `redraft check` is given, checked together. One that cannot be read does not stop the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from amendments.cli.shared.check_options import Asking, Options
from amendments.cli.shared.inputs import named, the_rulebook
from amendments.cli.shared.output import write
from amendments.cli.shared.terminal import echo, failed
from rulebook.source import Source, Unreadable, read_source

if TYPE_CHECKING:
    from amendments.drafts.draft import Draft
    from rulebook.diagnostics import Diagnostic


class CheckRun:
    """The files, the drafts and rules in them, and what was found."""

    def __init__(self, options: Options) -> None:
        from amendments.checks.many_files import Pile, Shelf, files_in

        self.options = options
        self.asking = Asking(
            options.selected,
            options.ignored,
            options.today,
            options.standing_orders,
            options.decisions,
            named(options.given),
        )
        self.shelf = Shelf(lambda draft: the_rulebook(options.given, options.encoding, draft))
        self.pile = Pile()
        self.files = list(files_in(options.drafts))
        self.sources: dict[str, tuple[Source, Draft | None]] = {}
        self.findings: dict[Diagnostic, None] = {}  # what is said of the rules stands here once
        self.unreadable: list[Unreadable] = []

    def read(self) -> None:
        """Reads all the files before one is checked, for what one body sends in several."""
        from amendments.checks.many_files import is_rulebook
        from amendments.drafts.arriving import read_arrived
        from amendments.drafts.draft import read_draft

        for path in self.files:
            with self._unless_unreadable():
                source = read_arrived(path, self.options.encoding)
                self.sources[path] = source, None if is_rulebook(source) else read_draft(source)
        for _, draft in self.sources.values():
            self.pile.add(draft)

    def check(self) -> None:
        """Checks the files, one after another."""
        for path, (source, draft) in self.sources.items():
            with self._unless_unreadable():
                if draft is None:
                    self._check_rulebook(path, source)
                else:
                    self._check_draft(path, source, draft)

    def report(self) -> None:
        """Prints what was found, and which files could not be read."""
        from amendments.checks.formats import reported

        form = self.options.form
        noun = "drafts" if all(draft for _, draft in self.sources.values()) else "files"
        text = reported(self.findings, form, len(self.files), noun)
        if form == "text":
            echo(text, nl=False)
        else:
            write(None, text, False)
        self._say_what_was_passed_over()
        for message, help in dict.fromkeys((failure.message, failure.help) for failure in self.unreadable):
            failed(message, help)

    def _say_what_was_passed_over(self) -> None:
        """Names the files of a folder that were not read, however many they are."""
        from amendments.checks.many_files import passed_over

        left = passed_over(self.options.drafts)
        if left:
            files = "1 file was" if len(left) == 1 else f"{len(left)} files were"
            echo(f"{files} not read, which may be drafts: {', '.join(left)}", err=True)

    @property
    def status(self) -> int:
        """2 where a file could not be read, 1 where there is an error in one."""
        from rulebook.diagnostics import errors

        return 2 if self.unreadable else 1 if errors(self.findings) else 0

    @contextmanager
    def _unless_unreadable(self) -> Iterator[None]:
        try:
            yield
        except Unreadable as problem:
            if len(self.files) == 1:
                raise
            self.unreadable.append(problem)

    def _check_rulebook(self, path: str, source: Source) -> None:
        from amendments.checks.many_files import check_rulebook

        self._found(check_rulebook(source, self.asking.for_draft(path)))

    def _check_draft(self, path: str, source: Source, draft: Draft) -> None:
        from amendments.checks.many_files import check_draft
        from amendments.cli.shared.rewritten_file import put_right
        from amendments.drafts.signatories import all_who_signed, path_of_table

        asked = self.asking.for_draft(path)
        checked = check_draft(draft, self.shelf, asked, self.pile)
        if self.options.writes:
            checked = put_right(path, source, checked, self.options)
        self._found(checked.findings)
        name = path_of_table(draft.source.name, draft.table_of_signatories)
        table = read_source(name, self.options.encoding) if name is not None else None
        _, said = all_who_signed(draft.signatories, draft.source, table)
        self._found(finding for finding in said if asked.wants(finding))

    def _found(self, findings: Iterable[Diagnostic]) -> None:
        self.findings.update(dict.fromkeys(findings))
