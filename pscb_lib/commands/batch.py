"""``pscb batch``: make the papers that are due, for a scheduler."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from pscb_lib.board.context import find_here, find_project
from pscb_lib.board.jobs import usual_workers
from pscb_lib.commands.options import day_of, outputs_of, period_of
from pscb_lib.commands.targets import Target, is_page, refuse_others
from pscb_lib.reading.findings import InputError
from pscb_lib.running.outcomes import (
    ALL_GOOD,
    NOTHING_RAN,
    OVERDUE,
    SOME_FAILED,
    TO_ACT_ON,
)
from pscb_lib.running.overdue import Overdue, not_overdue


class _Batch(click.Command):
    """A command that ends with 2 if an option cannot be used: nothing could run."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except InputError as fault:
            click.echo(f"pscb: {fault}", err=True)
            sys.exit(NOTHING_RAN)


@click.command(cls=_Batch)
@click.option("--as-of", metavar="DATE",
              help="The day of the run: reports with this as_of or an earlier one are due. Needed "
                   "without --year, which makes all papers of the year.")
@click.option("--cycle", help="The folder of params/ to run; by default the one in settings.yaml.")
@click.option("--year", metavar="YEAR",
              help="A financial year: run each cycle of it, the earliest first, and make the pack "
                   "of each meeting.")
@click.option("--out", type=Target(folder=True),
              help="The outputs' folder; with --boards each board has its own folder in it.")
@click.option("--force", is_flag=True, help="Make unchanged sets too.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N",
              help="How many sets to make at once; by default three for two processors, on a "
                   "cluster one for each board.")
@click.option("--project", type=click.Path(path_type=Path),
              help="The project's folder; by default the first from here upwards that holds "
                   "params/indicators.csv.")
@click.option("--boards", type=click.Path(path_type=Path, exists=True, file_okay=False),
              help="A folder with a folder for each board, instead of a project.")
@click.option("--cluster", metavar="ADDRESS",
              help="A Dask scheduler, such as tls://host:8786, whose workers run the boards.")
def batch(as_of, cycle, year, out, force, workers, project, boards, cluster) -> None:
    """Make the papers that are due and missing or out of date.

    A paper is out of date if its inputs have changed. One that fails does not stop the others.
    summary.json and index.html, in the cycle's outputs, give the state of every set. With --boards
    it does so for each board and writes both files for all boards into that folder. Exits 0 if all
    is good, 1 if some failed, 2 if nothing could run, 3 if somebody has to act: more rows were
    rejected than the settings allow, or a statement is awaited. 4 if another run is at work, 5 if
    that has been at work for longer than any run may take.

    \b
    Example:
      pscb batch --as-of 2015-01-31
      pscb batch --as-of 2015-01-31 --cycle 2014-15-q3 --workers 4 --force
      pscb batch --year 2014-15
      pscb batch --as-of 2015-01-31 --boards /srv/boards --cluster tls://scheduler:8786
    """
    wanted = {"cycle": cycle, "force": force}
    try:
        _refuse_both(project, boards, cluster, year, cycle)
        day = _day(as_of, year)
        if year:
            code = _run_year(_root(project), out, period_of("--year", year), day, workers, force)
        elif boards:
            code = _run_boards(boards.resolve(), out, day, workers, cluster, wanted)
        else:
            code = _run_one(_root(project), out, day, workers, wanted)
    except InputError as fault:
        click.echo(f"pscb: {fault}", err=True)
        code = OVERDUE if isinstance(fault, Overdue) else NOTHING_RAN
    sys.exit(code)


def _root(project: Path | None) -> Path:
    return find_project(project.resolve()) if project else find_here()


def _day(as_of: str | None, year: str | None) -> date | None:
    if as_of is None and year is None:
        raise InputError.at("--as-of", "is needed", "give the day of the run, or --year")
    return day_of("--as-of", as_of) if as_of else None


def _refuse_both(project, boards, cluster, year, cycle) -> None:
    for option, other in (("--boards", boards), ("--cycle", cycle)):
        if year and other:
            raise InputError.at("--year", f"cannot be used with {option}", "use one of them")
    if project and boards:
        raise InputError.at("--boards", "cannot be used with --project", "use one of them")
    if cluster and not boards:
        raise InputError.at("--cluster", "is only for many boards", "name their folder by --boards")


def _run_one(root, out, day, workers, wanted) -> int:
    from pscb_lib.running.board import Order, run_board, say_counts
    from pscb_lib.running.progress import progress_here

    outputs = outputs_of(root, out)
    order = Order(root, outputs, day, workers=workers or usual_workers(), **wanted)
    result = run_board(order, progress_here())
    _say_troubles(result.troubles)
    click.echo(f"{say_counts(result.counts)}; see {result.cycle}/index.html")
    return result.code


def _run_year(root, out, year, day, workers, force) -> int:
    from pscb_lib.running.board import say_counts
    from pscb_lib.running.boards import exit_code_of
    from pscb_lib.running.progress import progress_here
    from pscb_lib.running.years import order_year, run_year

    orders = order_year(root, outputs_of(root, out), year, day, force=force,
                        workers=workers or usual_workers())
    results = []
    for result in run_year(orders, progress_here()):
        _say_troubles([f"FAILED  {result.order.cycle}: {result.failure}"] if result.failure
                      else result.troubles)
        said = "could not run" if result.failure else (
            f"{say_counts(result.counts)}; see {result.cycle}/index.html")
        click.echo(f"{result.order.cycle}: {said}")
        results.append(result)
    code, has_failed = exit_code_of(results), _bind_year(
        root, outputs_of(root, out), year.label, workers or usual_workers())
    return SOME_FAILED if has_failed and code in (ALL_GOOD, TO_ACT_ON) else code


def _bind_year(root: Path, outputs: Path, year: str, workers: int) -> bool:
    """Make the packs of a year's meetings; whether one could not be made."""
    from pscb_lib.board.settings import read_settings
    from pscb_lib.running.binding import bind_each, packs_of_year, say_bound, show_packs
    from pscb_lib.running.meeting_papers import Project
    from pscb_lib.running.progress import progress_here

    project = Project(root, outputs, read_settings(root / "params" / "settings.yaml"))
    packs = packs_of_year(project, year)
    running = bind_each(packs, workers, project.settings.limits)
    bound = sorted(progress_here().show(running, len(packs), say_bound),
                   key=lambda one: one.folder)
    show_packs(project, bound)
    _say_troubles([f"FAILED  {one.folder.name}: {one.failure}" for one in bound if one.failure])
    _say_troubles([f"LACKING  {paper.place}: {paper.lacking}" for one in bound
                   for paper in one.lacking])
    made = sum(1 for one in bound if not one.failure and not one.is_unchanged)
    same = sum(1 for one in bound if one.is_unchanged)
    click.echo(f"packs of {year}: {made} made, {same} unchanged")
    return any(one.failure for one in bound)


def _run_boards(boards, out, day, workers, cluster, wanted) -> int:
    from pscb_lib.running.boards import (
        MOST,
        exit_code_of,
        find_boards,
        order_boards,
        run_boards,
        say_boards,
        say_result,
        say_troubles_of,
        write_boards,
    )
    from pscb_lib.running.cluster import run_on_cluster
    from pscb_lib.running.progress import progress_here
    from pscb_lib.writing.locks import locked

    place, found = (out or boards).resolve(), find_boards(boards)
    refuse_others(place / "index.html", "--out" if out else "--boards", is_page)
    most = workers or (1 if cluster else usual_workers())
    at_once = 1 if cluster else min(most, len(found))
    orders = order_boards(found, out and place, day, workers=most // at_once, **wanted)
    progress = progress_here()
    with not_overdue(MOST.seconds * len(found)), locked(place):
        running = (run_on_cluster(cluster, orders) if cluster
                   else run_boards(orders, at_once, progress))
        results = sorted(progress.show(running, len(found), say_result),
                         key=lambda one: one.order.board)
        code = exit_code_of(results)
        write_boards(place, day, results, code)
    _say_troubles(say_troubles_of(results))
    click.echo(f"{say_boards(results)}; see {place.name}/index.html")
    return code


def _say_troubles(lines) -> None:
    for line in lines:
        click.echo(line, err=True)
