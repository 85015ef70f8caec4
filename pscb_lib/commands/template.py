"""``pscb template``: a workbook in which an agency fills in its return."""

from __future__ import annotations

from pathlib import Path

import click

from pscb_lib.commands.options import kind_of, period_of, project
from pscb_lib.findings import InputError


@click.command()
@click.argument("name", metavar="RETURN")
@click.option("--period", help="The period to report on; by default the cycle's.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False),
              help="The workbook to write; by default RETURN-PERIOD.xlsx here.")
@project
def template(name, period, out, project) -> None:
    """Write a workbook to fill in for a RETURN, such as data_set or missing_episodes.

    It has instructions, the lists of allowed words and an example; what Excel accepts in it,
    pscb check accepts too.

    \b
    Example:
      pscb template data_set --period "2014-15 Q4"
      pscb template missing_episodes --out "to fill in.xlsx"
    """
    from pscb_lib.checking import find_runs, make_context
    from pscb_lib.forms import plan_form, write_form
    from pscb_lib.returns.kinds import find_returns

    kinds, runs = find_returns(), find_runs(project)
    kind = kind_of("RETURN", name, kinds)
    run = runs.get(name, runs[""])
    span = period_of("--period", period) if period else None
    if span and span.months != run.period.months:
        raise InputError.at("--period", f"is not as long as {run.period.label}, the period of "
                            f"{name}", "correct it", value=period)
    form = plan_form(kind, run, make_context(project, run, period=span))
    path = out or Path(form.file_name)
    if path.exists():
        raise InputError.at("--out", f"{path.name} is there already", "name another file, since "
                            "this one may be filled in")
    write_form(form, path)
    click.echo(f"Wrote {path}")
