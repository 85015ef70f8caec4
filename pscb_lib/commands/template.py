"""``pscb template``: write a workbook in which an agency fills in its return."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import kind_of, period_of, project, returns
from pscb_lib.commands.targets import Target
from pscb_lib.reading.findings import InputError


@click.command(cls=Limited)
@click.argument("name", metavar="RETURN")
@click.option("--period", help="The period to report on; by default the cycle's.")
@returns
@click.option("--out", type=Target(file=True, folder=True),
              help="The workbook to write; by default RETURN-PERIOD.xlsx here. For commentary the "
                   "folder, by default commentary-PERIOD.")
@project
def template(name, period, returns, out, project) -> None:
    """Write a workbook in which to fill in a RETURN.

    RETURN is its name, such as data_set or missing_episodes. The workbook has instructions, lists
    of allowed words and an example; pscb check accepts what Excel accepts in it. For commentary
    there is one workbook for each lead, with the figures, ratings and questions of their
    indicators, made from the data set in the returns folder.

    \b
    Example:
      pscb template data_set --period "2014-15 Q4"
      pscb template missing_episodes --out "to fill in.xlsx"
      pscb template commentary --period "2014-15 Q3" --returns returns --out to-send
    """
    from pscb_lib.returns.forms import plan_forms, write_form

    kind, run, context = _asked(name, period, project, returns)
    planned = plan_forms(kind, run, context)
    if kind.prefill:
        folder = out or Path(f"{kind.name}-{'-'.join(context.period.label.lower().split())}")
        forms = {folder / one.file_name: one for one in planned}
    else:
        forms = {out or Path(one.file_name): one for one in planned}
    for path in forms:
        if path.exists():
            raise InputError.at("--out", f"{path.name} is there already", "name another "
                                f"{'folder' if kind.prefill else 'file'}, since this one may "
                                "be filled in")
    for path, one in forms.items():
        write_form(one, path)
        click.echo(f"Wrote {path}")


def _asked(name, period, project, returns):
    """Return the kind of return, its run and its context."""
    from pscb_lib.returns.checking import find_runs, make_context, run_of
    from pscb_lib.returns.kinds import find_returns

    kinds, runs = find_returns(), find_runs(project)
    kind = kind_of("RETURN", name, kinds)
    run = run_of(runs, kind)
    span = period_of("--period", period) if period else None
    if span and span.months != run.period.months:
        raise InputError.at("--period", f"is not as long as {run.period.label}, the period of "
                            f"{name}", "correct it", value=period)
    context = make_context(project, run, period=span)
    folder = project / returns.get("returns_folder", run.returns_folder)
    return kind, run, replace(context, returns=folder)
