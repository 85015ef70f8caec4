"""``pscb new-cycle``: write the parameter files of the reports of a quarter, or of a year."""

from __future__ import annotations

from pathlib import Path

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import project, returns

YEAR = 12  # months


@click.command("new-cycle", cls=Limited)
@click.argument("cycle")
@click.option("--use", is_flag=True,
              help="Also set it as the cycle that commands take when none is named, in "
                   "settings.yaml; if it is there already, do this alone.")
@returns
@project
def new_cycle(cycle, use, returns, project) -> None:
    """Write the parameter files of a new cycle, params/CYCLE/.

    CYCLE is named by its quarter. It gets the reports that the audit programme needs. Named by a
    year, it gets the reports that are made from the year's published papers, with last year's
    choice of blocks, each period a year later. Periods and days are derived from the programme, the
    planner and the meetings; a comment gives the source of each. An existing cycle is not changed.

    \b
    Example:
      pscb new-cycle 2014-15-q4 --use
      pscb new-cycle 2014-15
    """
    from pscb_lib.board.cycles import covered_by, quarter_of
    from pscb_lib.board.settings import read_settings
    from pscb_lib.running.new_cycle import use_cycle

    named = (quarter_of if use else covered_by)(cycle)
    if not (use and (project / "params" / cycle).exists()):
        _write(cycle, returns, project)
        if named.months == YEAR:
            click.echo(f"List what is missing for it: pscb year-end --year {cycle}")
        elif not use:
            usual = read_settings(project / "params" / "settings.yaml").cycle
            click.echo(f"Where no cycle is named, commands take {usual}: to change that, "
                       f"pscb new-cycle {cycle} --use")
    if use:
        use_cycle(project, cycle)
        click.echo(f"Commands now take {cycle} where no cycle is named")


def _write(cycle: str, returns, project: Path) -> None:
    from pscb_lib.running.cycle_plans import left_out, plan_cycle
    from pscb_lib.running.new_cycle import say_cycle, write_cycle
    from pscb_lib.running.open_planner import day_of_cycle, open_planner, read_log

    context = open_planner(project, day_of_cycle(project), returns)
    log, said = read_log(context)
    planned = plan_cycle(cycle, context, log)
    write_cycle(project, cycle, planned)
    for line in say_cycle(project, cycle, planned):
        click.echo(line)
    for name in left_out(project, cycle, context.settings.cycle, planned):
        click.echo(f"{name}  left out: nothing says when it is due again")
    for line in said:
        click.echo(f"pscb: {line}", err=True)
    click.echo(f"Wrote params/{cycle}. Make its papers: pscb run --cycle {cycle}")
