"""``pscb batch``: the command that a scheduler calls, which nobody watches."""

from __future__ import annotations

import sys
from contextlib import chdir
from pathlib import Path

import click

from pscb_lib.commands.options import day_of, project
from pscb_lib.findings import InputError
from pscb_lib.settings import read_settings


@click.command()
@click.option("--as-of", required=True, metavar="DATE",
              help="The day: every report whose own day is not later is due.")
@click.option("--cycle", help="The folder of params/ to run; by default the one in settings.yaml.")
@click.option("--out", type=click.Path(path_type=Path), help="The outputs' folder.")
@click.option("--force", is_flag=True, help="Make also what is unchanged.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N",
              help="How many sets to make at once; by default one on each processor.")
@project
def batch(as_of, cycle, out, force, workers, project) -> None:
    """Make every paper that is due and not yet published, or no longer as its inputs are.

    One that cannot be made stops no other. summary.json and index.html, in the cycle's outputs,
    say what stands. It exits 0 when all is good, 1 when some failed, 2 when nothing could run,
    3 when more rows were rejected than the settings allow, 4 when another run is at work.

    \b
    Example:
      pscb batch --as-of 2015-01-31
      pscb batch --as-of 2015-01-31 --cycle 2014-15-q3 --workers 4 --force
    """
    try:
        sys.exit(_run(as_of, cycle, out, force, workers, project))
    except InputError as fault:
        click.echo(f"pscb: {fault}", err=True)
        sys.exit(2)


def _run(as_of, cycle, out, force, workers, project) -> int:
    from pscb_lib.batch import (
        SOME_FAILED,
        Batch,
        as_they_stand,
        exit_code,
        is_due,
        make_due,
        unchanged,
    )
    from pscb_lib.console import say_troubles, show_progress
    from pscb_lib.jobs import plan_jobs
    from pscb_lib.locks import locked
    from pscb_lib.overview import clear_summary, list_sets, write_overview

    day, settings = day_of("--as-of", as_of), read_settings(project / "params" / "settings.yaml")
    batch = Batch(project, (out or project / "outputs").resolve(), cycle or settings.cycle,
                  settings.formats, settings.limits, **({"workers": workers} if workers else {}))
    jobs = plan_jobs(project, batch.cycle, (), settings.sets, {})
    due = [job for job in jobs if is_due(job, day)]
    with chdir(project), locked(batch.cycle_folder):
        clear_summary(batch.cycle_folder)
        same = [] if force else unchanged(batch, due)
        wanted = [job for job in due if job not in same]
        outcomes = [*show_progress(make_due(batch, wanted), len(wanted))]
        code = exit_code([*outcomes, *as_they_stand(batch, same)], settings.rejected_rows_allowed)
        lines = list_sets(batch, jobs, same, outcomes)
        try:
            write_overview(batch.cycle_folder, batch.cycle, day.isoformat(), settings.board,
                           lines, code)
        except (OSError, InputError) as fault:
            from pscb_lib.sets import failure_of

            click.echo(f"FAILED  {batch.cycle}: {failure_of(fault).shown}", err=True)
            code = SOME_FAILED
    for line in say_troubles(outcomes, settings.rejected_rows_allowed):
        click.echo(line, err=True)
    made = sum(1 for outcome in outcomes if not outcome.failure)
    click.echo(f"{made} made, {len(outcomes) - made} failed, {len(same)} unchanged, "
               f"{len(jobs) - len(due)} not due; see {batch.cycle}/index.html")
    return code
