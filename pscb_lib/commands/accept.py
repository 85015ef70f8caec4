"""``pscb accept``: keep a return as it was received, and record who sent it and when."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pscb_lib.board.context import Context
from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import day_of, kind_of, period_of, project
from pscb_lib.commands.targets import Target
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.watched import end_of_reading

if TYPE_CHECKING:
    from pscb_lib.returns.checking.files import ContextOf
    from pscb_lib.returns.kinds import Return

REFUSED = 1


@click.command(cls=Limited)
@click.argument("files", nargs=-1, required=True, metavar="FILE...",
                type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--from", "sender", required=True, metavar="SENDER",
              help="The agency that sent it, by any of its names in params/agencies.csv.")
@click.option("--on", required=True, metavar="DATE", help="The day it was received.")
@click.option("--returns", type=Target(folder=True), default="returns",
              show_default=True, help="The returns folder to keep it in.")
@click.option("--as", "kind", metavar="RETURN", help="The kind of return, if its columns fit two.")
@click.option("--period", help="The period of the return; by default the one in the file's name, "
              "else the cycle's.")
@project
def accept(files, sender, on, returns, kind, period, project) -> None:
    """Accept each FILE as an agency's return.

    Each file is checked as by pscb check and kept unchanged, read-only, in accepted/ of the
    returns folder. A report uses the latest return received by its day. The same file is not
    accepted twice. Exits 0 if every file was accepted, 1 if one was refused.

    \b
    Example:
      pscb accept police.xlsx --from Police --on 2015-01-20
      pscb accept q2-again.csv --from CPFT --on 2015-01-28 --period "2014-15 Q2"
    """
    from pscb_lib.commands.printing.history import say_accepted
    from pscb_lib.returns.checking import check_paths
    from pscb_lib.returns.history.accepting import accept_files, sender_of
    from pscb_lib.returns.kinds import find_returns

    day, span = day_of("--on", on), period_of("--period", period) if period else None
    name, kinds = sender_of(project / "params", sender, day), find_returns()
    looked_for = {kind: kind_of("--as", kind, kinds)} if kind else kinds
    checked = check_paths(files, looked_for, _context_maker(project, day, span))
    is_good = True
    end_of_reading()
    for outcome in accept_files(checked, name, day, returns):
        is_good &= not isinstance(outcome, InputError)
        click.echo(say_accepted(outcome), err=isinstance(outcome, InputError))
    sys.exit(0 if is_good else REFUSED)


def _context_maker(project: Path, day: date, period: ReportingPeriod | None) -> ContextOf:
    """Return the contexts of ``pscb check``, with no ``as_of`` before the day of receipt."""
    from pscb_lib.returns.checking import find_runs, make_context, run_of

    runs = find_runs(project)

    def context_of(kind: Return, file: Path | None) -> Context:
        run = run_of(runs, kind)
        context = make_context(project, run, file, period if file else None)
        return replace(context, as_of=max(context.as_of, day)) if file else context

    return context_of
