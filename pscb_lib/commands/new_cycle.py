"""``pscb new-cycle``: the parameter files of the next quarter's reports."""

from __future__ import annotations

import click

from pscb_lib.commands.options import project, returns


@click.command("new-cycle")
@click.argument("cycle")
@returns
@project
def new_cycle(cycle, returns, project) -> None:
    """Write params/CYCLE/: the files of the reports that the audit programme wants, no others.

    CYCLE is named by its quarter. Periods and days follow from the programme, the planner and
    the meetings; a comment says where each comes from. A cycle that is there is left alone.

    \b
    Example:
      pscb new-cycle 2014-15-q4
    """
    from pscb_lib.board.cycles import quarter_of
    from pscb_lib.returns.registers.programme_log import RETURN, make_log
    from pscb_lib.running.new_cycle import left_out, plan_cycle, say_cycle, write_cycle
    from pscb_lib.running.open_planner import day_of_cycle, open_planner

    quarter_of(cycle)
    context = open_planner(project, day_of_cycle(project), returns)
    logged = RETURN.read_for(context)
    planned = plan_cycle(cycle, context, make_log(logged))
    write_cycle(project, cycle, planned)
    for line in say_cycle(planned):
        click.echo(line)
    for name in left_out(project, context.settings.cycle, planned):
        click.echo(f"{name}  left out: nothing says when it is due again")
    for finding in logged.findings:
        click.echo(f"pscb: {finding}", err=True)
    click.echo(f"Wrote params/{cycle}. Make its papers: pscb run --cycle {cycle}")
