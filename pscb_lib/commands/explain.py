"""``pscb explain``: say why each set of a paper is made again, or left."""

from __future__ import annotations

import json
from contextlib import chdir

import click

from pscb_lib.commands.options import day_of, outputs_of, project
from pscb_lib.commands.targets import Target


@click.command()
@click.argument("reports", nargs=-1)
@click.option("--as-of", metavar="DATE",
              help="The day of the batch; without it every set is taken as due.")
@click.option("--cycle", help="The folder of params/; by default the one in settings.yaml.")
@click.option("--out", type=Target(folder=True), help="The outputs' folder.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              show_default=True, help="How to print the reasons.")
@project
def explain(reports, as_of, cycle, out, form, project) -> None:
    """Say why each set of the REPORTS would be made again by a batch, or left.

    Its returns, decisions, notebook, code and packages are compared with those from which the set
    was published. All reports of the cycle are explained if none is named. Nothing is made.

    \b
    Example:
      pscb explain quarterly_data_set
      pscb explain --as-of 2015-01-31 --format json
    """
    from pscb_lib.board.cycle_files import check_files, choose_names
    from pscb_lib.board.jobs import Batch, plan_jobs
    from pscb_lib.board.settings import read_settings
    from pscb_lib.running.explaining import explain as explain_sets
    from pscb_lib.running.tonight import plan_tonight

    settings = read_settings(project / "params" / "settings.yaml")
    day = day_of("--as-of", as_of) if as_of else None
    batch = Batch(project, outputs_of(project, out), cycle or settings.cycle, settings.formats,
                  settings.limits)
    named = choose_names(batch.cycle, reports, check_files(project, batch.cycle))
    jobs = plan_jobs(project, batch.cycle, (), settings.sets, {})
    with chdir(project):
        found = [one for one in explain_sets(batch, plan_tonight(batch, jobs, day))
                 if one.job.name in named]
    if form == "json":
        click.echo(json.dumps([{"report": one.job.name, "audience": one.job.audience,
                                "state": one.state, "reasons": one.reasons} for one in found],
                              indent=1, ensure_ascii=False))
        return
    for one in found:
        click.echo(f"{one.job.label}: {one.state}")
        for reason in one.reasons:
            click.echo(f"  {reason}")
