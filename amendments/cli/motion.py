"""`redraft motion`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from amendments.cli.shared.inputs import named, the_draft, the_outcome, the_rulebook, the_source
from amendments.cli.shared.options import encoding_option, output_options, rulebook_option
from amendments.cli.shared.output import check_output, format_of, write
from amendments.cli.shared.own_templates import not_set, own_of, own_options
from amendments.cli.shared.terminal import Failure, echo, report
from amendments.cli.shared.tracking_options import tracked_by, tracking_options, without_tracking

if TYPE_CHECKING:
    from amendments.drafts.draft import Draft
    from amendments.papers.paper import Paper
    from rulebook.comparing.comparison import Comparison
    from rulebook.provision import Rulebook

FORMATS = ("docx", "odt", "pdf", "html", "md", "txt")
FORMS = ("paper", "two-columns", "briefing", "e-mail")


@click.command("motion")
@click.argument("draft", metavar="DRAFT")
@rulebook_option
@output_options(FORMATS, "md")
@click.option(
    "--form",
    type=click.Choice(FORMS),
    default="paper",
    show_default=True,
    help="The paper, the same in two columns, a briefing for delegates, or the e-mail to send it in with.",
)
@click.option("--line-numbers", is_flag=True, help="Number the lines: docx, odt, pdf, txt.")
@click.option("--signatories", metavar="FILE.csv", help="Those who signed, from a spreadsheet saved as CSV.")
@click.option(
    "--beside", "others", metavar="DRAFT", multiple=True, help="In a briefing: another amendment, which may fall."
)
@own_options
@click.option("--redline", is_flag=True, help="Add an annex: the clauses amended, the changes tracked for Word (docx).")
@tracking_options
@encoding_option
def command(**typed: Any) -> int:
    """Write the document for conference: a rule change with the existing and the new wording, a motion, a letter."""
    from amendments.papers.formats import PAPER, render_paper
    from amendments.papers.paper import paper
    from amendments.setting_out.own.faults import Faulty

    options = Options(**typed)
    format = format_of(options.output, options.to, FORMATS, "md")
    options.must_fit(format)
    read = (options.draft, named(options.given), options.signatories, options.reference, *options.others)
    check_output(options.output, options.force, *read)
    own = own_of(options.templates, options.reference, options.draft, PAPER, format)
    draft = _with_signatories(the_draft(options.draft, options.encoding), options.signatories, options.encoding)
    if draft is None:
        return 1
    rulebook, findings = the_rulebook(options.given, options.encoding, draft)
    report(draft.findings)
    comparison = None
    if draft.kind != "rule change":
        options.must_fit_kind(draft.kind)
        made = paper(draft, rulebook)
    else:
        report(findings)
        both = _of_rule_change(draft, rulebook, options)
        if both is None:
            return 1
        made, comparison = both
    if options.form == "e-mail":
        from amendments.papers.covering_email import covering_email

        made = covering_email(draft, made)
    try:
        content = render_paper(made, format, line_numbers=options.line_numbers, own=own)
    except Faulty as faulty:
        return not_set(faulty)
    if options.redline and comparison is not None and isinstance(content, bytes):
        from amendments.comparing.redlines.document import with_annex

        content = with_annex(content, comparison, tracked_by(options.author, options.today, draft))
    write(options.output, content, options.force)
    return 0


@dataclass(frozen=True, slots=True)
class Options:
    """What was typed."""

    draft: str
    given: str | None
    output: str | None
    to: str | None
    force: bool
    form: str
    line_numbers: bool
    signatories: str | None
    others: tuple[str, ...]
    templates: str | None
    reference: str | None
    redline: bool
    author: str | None
    today: str | None
    encoding: str | None

    def must_fit(self, format: str) -> None:
        """Raises `Failure` where the options make no sense together, or with a format."""
        from amendments.papers.formats import NUMBERED

        if self.line_numbers and format not in NUMBERED:
            raise Failure(
                f"the lines of {format} change with the window, so they have no numbers", f"give {', '.join(NUMBERED)}"
            )
        if self.others and self.form != "briefing":
            raise Failure("--beside is for a briefing", "add  --form briefing")
        if not self.redline:
            without_tracking(self.author, self.today, "add  --redline")
        elif format != "docx" or self.form == "e-mail":
            raise Failure(
                "--redline is an annex of a paper for Word", "give a file that ends in .docx, and no --form e-mail"
            )
        else:
            tracked_by(self.author, self.today)  # so that a fault in them is found before any work is done

    def must_fit_kind(self, kind: str) -> None:
        """Raises `Failure` where what is asked for is of a rule change, and a draft is of a kind that is none."""
        form = f"--form {self.form}" if self.form in ("two-columns", "briefing") else ""
        option = form or ("--redline" if self.redline else "")
        if option:
            from amendments.papers.covering_email import a_or_an

            raise Failure(f"{option} is for a rule change, and this is {a_or_an(kind)}", f"leave {option} out")


def _of_rule_change(draft: Draft, rulebook: Rulebook, options: Options) -> tuple[Paper, Comparison] | None:
    """The paper of a rule change, or a briefing on it, with what changes; None where it cannot be carried out."""
    from rulebook.comparing.comparison import compare

    outcome = the_outcome(draft, rulebook, "cannot be applied, so the paper was not written")
    if outcome is None or outcome.after is None:
        return None
    comparison = compare(rulebook, outcome.after)
    if options.form != "briefing":
        from amendments.papers.paper import paper

        return paper(draft, rulebook, comparison, columns=options.form == "two-columns"), comparison
    from amendments.checks.draft_outcome import outcome_of
    from amendments.papers.briefing import briefing

    others = [_of_the_same_rules(the_draft(other, options.encoding), rulebook) for other in options.others]
    beside = [(other, outcome_of(other, rulebook)) for other in others]
    return briefing(draft, outcome, rulebook, comparison, beside), comparison


def _of_the_same_rules(draft: Draft, rulebook: Rulebook) -> Draft:
    """Another amendment; what becomes of it cannot be told from an edition that it was not written on."""
    if draft.edition and rulebook.edition and draft.edition != rulebook.edition:
        raise Failure(
            f"{draft.source.name} is written on the edition “{draft.edition}”, "
            f"and these rules are “{rulebook.edition}”",
            "leave it out of the briefing, or correct its line “rulebook:”",
        )
    report(draft.findings)
    return draft


def _with_signatories(draft: Draft, given: str | None, encoding: str | None) -> Draft | None:
    """The draft with those who signed, sorted where they come from a table; None where the table has a row that
    cannot be read."""
    from dataclasses import replace

    from amendments.drafts.signatories import all_who_signed, path_of_table
    from rulebook.diagnostics import errors

    name = given if given is not None else path_of_table(draft.source.name, draft.table_of_signatories)
    table = the_source(name, encoding) if name is not None else None
    signatories, findings = all_who_signed(draft.signatories, draft.source, table)
    report(findings)
    if errors(findings):
        echo(f"{name} has a row that cannot be read, so the paper was not written", err=True)
        return None
    return replace(draft, signatories=signatories)
