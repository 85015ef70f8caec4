"""``pscb run``: make the papers of a cycle, if all their returns can be used."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import chdir
from pathlib import Path

import click

from pscb_lib.board.settings import AUDIENCES, FORMATS, read_settings
from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.commands.options import outputs_of, project, returns
from pscb_lib.commands.targets import Target
from pscb_lib.reading.findings import InputError, nearest


def _split(context, parameter, value: str | None) -> tuple[str, ...]:
    allowed = AUDIENCES if parameter.name == "audience" else FORMATS
    chosen = tuple(part.strip() for part in (value or "").split(",") if part.strip())
    for part in chosen:
        if part not in allowed:
            raise InputError.at(parameter.opts[0], f"is unknown{nearest(part, allowed)}",
                                f"use {', '.join(allowed)}", value=part)
    return chosen


def _refuse(faults: Iterable[Exception]) -> None:
    """Say why no report can be made: each thing once, the first as the error of the command."""
    first, *others = {str(fault): fault for fault in faults}.values()
    for fault in others:
        click.echo(f"pscb: {fault}", err=True)
    raise first


def _refuse_beside_sample(given: dict[str, object]) -> None:
    """Raise InputError for an option that would mix invented figures with others, or publish them.
    """
    for option, value in given.items():
        if value:
            raise InputError.at(option, "cannot be given with --with-sample", "leave it out")


@click.command()
@click.argument("reports", nargs=-1)
@click.option("--cycle", help="The folder of params/ to run; by default the one in settings.yaml.")
@click.option("-f", "file", type=click.Path(path_type=Path),
              help="A YAML file of parameters that override the cycle's.")
@click.option("-p", "pairs", nargs=2, multiple=True, metavar="NAME VALUE",
              help="One parameter that overrides all others. May be repeated.")
@returns
@click.option("--out", type=Target(folder=True), help="The outputs' folder.")
@click.option("--audience", callback=_split, help="The sets to make, such as restricted,board.")
@click.option("--format", "formats", callback=_split,
              help="Some of html,pdf,word,tables,figures (each figure as SVG and PNG). Other "
                   "formats are removed from the set.")
@click.option("--with-sample", is_flag=True, help="Make papers on invented figures, of the Board's "
              "own agencies and indicators, in sample/. Every page is marked as invented.")
@project
def run(reports, cycle, file, pairs, returns, out, audience, formats, with_sample, project) -> None:
    """Make the papers of a cycle, or of the REPORTS named.

    Each report is made in the sets it declares. If it has several papers in the cycle, name it for
    all of them, or with the key of one: budget--2014-10. Exits 0 if all is good, 1 if something
    failed or an input cannot be used, 2 if what it needs is not there, 3 if somebody has to act:
    more rows were rejected than the settings allow, returns of a paper are awaited while others
    are made, or a statement without which only the restricted set is made. 4 if another run is at
    work on the cycle, 5 if that has been at work for longer than any may take.

    \b
    Example:
      pscb run
      pscb run quarterly_data_set --audience board --format pdf --returns returns
    """
    from pscb_lib.board.jobs import Batch, plan_jobs
    from pscb_lib.running.awaited import set_aside, without_returns
    from pscb_lib.running.batch import check_jobs, run_jobs
    from pscb_lib.running.console import say_outcome, say_outcomes, say_troubles
    from pscb_lib.running.meeting_papers import Project
    from pscb_lib.running.outcomes import SOME_FAILED, exit_code
    from pscb_lib.running.overdue import longest, not_overdue
    from pscb_lib.running.portal import try_portals
    from pscb_lib.running.processes.processes import warm_up
    from pscb_lib.running.progress import progress_here
    from pscb_lib.running.publishing.publish import private_until_end
    from pscb_lib.running.unchanged import with_restricted
    from pscb_lib.writing.locks import locked

    if with_sample:
        from pscb_lib.running.sampling import make_sample

        _refuse_beside_sample({"--cycle": cycle, "--returns": returns, "--out": out, "-f": file,
                               "-p": pairs, "--audience public": "public" in audience})

        project = make_sample(project)
    settings = read_settings(project / "params" / "settings.yaml")
    given = {**(read_yaml(file.resolve()) if file else {}), **dict(pairs), **returns}
    batch = Batch(project, outputs_of(project, out), cycle or settings.cycle,
                  formats or settings.formats, settings.limits)
    jobs = plan_jobs(project, batch.cycle, reports, audience or settings.sets, given,
                     is_asked=bool(audience))
    with chdir(project), private_until_end(batch.outputs, batch.cycle) as folder:
        warm_up()
        ready, awaited = set_aside(batch, jobs)
        jobs = with_restricted(batch, ready)
        checked = check_jobs(batch, jobs, folder)
        faults = [one for one in checked.values() if isinstance(one, Exception)]
        if checked and len(faults) == len(checked):
            _refuse(faults)
        jobs, missing = without_returns(batch, jobs, checked)
        awaited += missing
        progress = progress_here()
        with not_overdue(longest(batch.limits, len(jobs))), locked(batch.cycle_folder):
            made = run_jobs(batch, jobs, checked, progress)
            outcomes = [*progress.show(made, len(jobs), say_outcome)]
            troubles = [*try_portals(Project(project, batch.outputs, settings), batch.cycle)]
    outcomes.sort(key=lambda outcome: jobs.index(outcome.job))
    outcomes += awaited
    allowed = settings.rejected_rows_allowed
    for line in say_outcomes(outcomes):
        click.echo(line)
    for line in (*say_troubles(outcomes, allowed), *troubles):
        click.echo(line, err=True)
    sys.exit(SOME_FAILED if troubles else exit_code(outcomes, allowed))
