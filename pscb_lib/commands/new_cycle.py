"""``pscb new-cycle``: write the parameter files of a quarter's reports."""

from __future__ import annotations

from pathlib import Path

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import project, returns


@click.command("new-cycle", cls=Limited)
@click.argument("cycle")
@click.option("--use", is_flag=True,
              help="Also set it as the cycle that commands take when none is named, in "
                   "settings.yaml; if it is there already, do this alone.")
@returns
@project
def new_cycle(cycle, use, returns, project) -> None:
    """Write the parameter files of a new cycle, params/CYCLE/.

    CYCLE is named by its quarter. It gets the reports that the audit programme needs. Periods and
    days are derived from the programme, the planner and the meetings; a comment gives the source of
    each. An existing cycle is not changed.

    \b
    Example:
      pscb new-cycle 2014-15-q4 --use
    """
    from pscb_lib.board.cycles import quarter_of
    from pscb_lib.running.new_cycle import use_cycle

    quarter_of(cycle)
    if not (use and (project / "params" / cycle).exists()):
        _write(cycle, returns, project, use)
    if use:
        use_cycle(project, cycle)
        click.echo(f"Commands now take {cycle} where no cycle is named")


def _write(cycle: str, returns, project: Path, is_used: bool) -> None:
    from pscb_lib.running.new_cycle import left_out, plan_cycle, say_cycle, write_cycle
    from pscb_lib.running.open_planner import day_of_cycle, open_planner, read_log

    context = open_planner(project, day_of_cycle(project), returns)
    log, said = read_log(context)
    planned = plan_cycle(cycle, context, log)
    write_cycle(project, cycle, planned)
    for line in say_cycle(project, cycle, planned):
        click.echo(line)
    for name in left_out(project, context.settings.cycle, planned):
        click.echo(f"{name}  left out: nothing says when it is due again")
    for line in said:
        click.echo(f"pscb: {line}", err=True)
    click.echo(f"Wrote params/{cycle}. Make its papers: pscb run --cycle {cycle}")
    if not is_used:
        click.echo(f"Where no cycle is named, commands take {context.settings.cycle}: to change "
                   f"that, pscb new-cycle {cycle} --use")
