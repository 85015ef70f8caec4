"""``pscb accept``: keep a return as it was received, and record who sent it and when."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pscb_lib.board.context import Context
from pscb_lib.commands.confirming import NOT_CONFIRMED, confirm, refuse_other
from pscb_lib.commands.limited import Limited, limits_of
from pscb_lib.commands.options import day_of, kind_of, period_of, project
from pscb_lib.commands.targets import Target
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.watched import end_of_reading

if TYPE_CHECKING:
    from pscb_lib.returns.checking import CheckedFile
    from pscb_lib.returns.checking.files import ContextOf
    from pscb_lib.returns.history.proposing import Proposal
    from pscb_lib.returns.kinds import Return

REFUSED = 1


class _Accept(Limited):
    """A command that reads in limits, and asks on the terminal that its process has."""

    def invoke(self, context: click.Context) -> None:
        """Propose the senders and ask, if none is named; then accept. Exits with the code."""
        given = context.params
        is_sure = given.pop("yes")
        if given["sender"] is None:
            from pscb_lib.running.processes.limited import value_limited

            asked = {name: given[name] for name in ("paths", "on", "kind", "period", "project")}
            proposals = value_limited(propose, asked, limits_of(given.get("project")))
            given["confirmed"] = confirm(proposals, is_sure)
            if given["confirmed"] is None:
                sys.exit(NOT_CONFIRMED)
        super().invoke(context)


@click.command(cls=_Accept)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...",
                type=click.Path(path_type=Path, exists=True))
@click.option("--from", "sender", metavar="SENDER",
              help="Who sent it: an agency, by any of its names in params/agencies.csv, or the "
                   "Board's office. Without it the senders are proposed.")
@click.option("--yes", is_flag=True, help="Accept from the proposed senders without asking.")
@click.option("--on", required=True, metavar="DATE", help="The day it was received.")
@click.option("--returns", type=Target(folder=True), default="returns",
              show_default=True, help="The returns folder to keep it in.")
@click.option("--as", "kind", metavar="RETURN", help="The kind of return, if its columns fit two.")
@click.option("--period", help="The period of the return; by default the one in the file's name, "
              "else the cycle's.")
@click.option("--receipts", type=Target(folder=True), metavar="DIR",
              help="Write a receipt for each sender there: what was read, used and not used.")
@project
def accept(paths, sender, on, returns, kind, period, receipts, project, confirmed=None) -> None:
    """Accept each file, and the files in each folder, as agencies' returns.

    Each file is checked as by pscb check and kept unchanged, read-only, in accepted/ of the
    returns folder. A report uses the latest return received by its day. The same file is not
    accepted twice. Without --from the sender of each file is proposed, from the sheet
    Instructions of a form or from the agency in its rows, never from its name, and you are asked
    to confirm. Exits 0 if every file was accepted, 1 if one was refused, 3 if nothing was
    confirmed: then nothing was accepted.

    \b
    Example:
      pscb accept post/january --on 2015-01-20 --receipts to-send-back
      pscb accept police.xlsx --from Police --on 2015-01-20
      pscb accept q2-again.csv --from CPFT --on 2015-01-28 --period "2014-15 Q2"
    """
    from pscb_lib.board.settings import read_settings
    from pscb_lib.commands.printing.history import say_accepted
    from pscb_lib.returns.feedback.receipt import Receipt, write_receipt
    from pscb_lib.returns.history.accepting import accept_files
    from pscb_lib.returns.senders import sender_called

    day = day_of("--on", on)
    name = sender_called(project / "params", sender, day, "--from") if sender else ""
    checked, others = _check(paths, day, kind, period, project, is_shown=confirmed is None)
    is_good = not others
    end_of_reading()
    board = read_settings(project / "params" / "settings.yaml").board

    def confirmed_of(one: CheckedFile) -> str:
        return name or refuse_other(one, confirmed)

    for one, by, outcome in accept_files(checked, confirmed_of, day, returns):
        is_good &= not isinstance(outcome, InputError)
        click.echo(say_accepted(outcome), err=isinstance(outcome, InputError))
        if receipts and by:
            click.echo(f"Wrote {write_receipt(Receipt(one, outcome, by, day, board), receipts)}")
    for other in others:
        click.echo(f"pscb: {other.name}: is not a return in a format that is read; it stays where "
                   "it is", err=True)
    sys.exit(0 if is_good else REFUSED)


def propose(paths, on, kind, period, project) -> list[Proposal]:
    """Return the sender that is proposed for each file."""
    from pscb_lib.returns.history.proposing import propose as propose_senders

    day = day_of("--on", on)
    checked, _ = _check(paths, day, kind, period, project, is_shown=True)
    return list(propose_senders(checked, project / "params", day))


def _check(paths, day, kind, period, project, is_shown) -> tuple[list[CheckedFile], list[Path]]:
    """Check all files; return them, and those in folders that are in no format that is read."""
    from pscb_lib.returns.checking import check_paths
    from pscb_lib.returns.checking.walk import walk
    from pscb_lib.returns.kinds import find_returns
    from pscb_lib.running.progress import progress_here

    span, kinds = period_of("--period", period) if period else None, find_returns()
    looked_for = {kind: kind_of("--as", kind, kinds)} if kind else kinds
    files, others = walk(paths)

    def show(files: Sequence[Path]) -> Iterator[Path]:
        return progress_here().show(files, len(files), lambda path: (path.name, "is read"))

    has_folder = any(path.is_dir() for path in paths)
    return check_paths(files, looked_for, _context_maker(project, day, span),
                       *([show] if has_folder and is_shown else [])), others


def _context_maker(project: Path, day: date, period: ReportingPeriod | None) -> ContextOf:
    """Return the contexts of ``pscb check``, with no ``as_of`` before the day of receipt."""
    from pscb_lib.returns.checking import find_runs, make_context, run_of

    runs = find_runs(project)

    def context_of(kind: Return, file: Path | None) -> Context:
        run = run_of(runs, kind)
        context = make_context(project, run, file, period if file else None)
        return replace(context, as_of=max(context.as_of, day)) if file else context

    return context_of
