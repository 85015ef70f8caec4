"""``pscb benchmarks``: keep the yearly figures of England, the region and the neighbours."""

from __future__ import annotations

from pathlib import Path

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import day_of, project


@click.group()
def benchmarks() -> None:
    """Keep published yearly figures to compare with.

    \b
    Example:
      pscb benchmarks update --help
    """


@benchmarks.command("update", cls=Limited)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--released-on", metavar="DATE",
              help="The day of the release, if the file does not have it (LAIT files do).")
@click.option("--year", "years", multiple=True,
              help="A financial year to take, such as 2013-14; by default all. May be repeated.")
@project
def _update(files, released_on, years, project) -> None:
    """Take published FILES into params/benchmarks.csv.

    FILES are CSV files of the Department for Education's explore education statistics or of its
    local authority interactive tool. params/benchmark_measures.csv says which column belongs to
    which indicator. Figures of other releases are kept; figures that a release restates are
    listed. Residents and statistical neighbours are few: enter them as rows of populations and
    statistical_neighbours by pscb params, with the day on which they were published.

    \b
    Example:
      pscb benchmarks update c1_referrals.csv --released-on 2024-10-31
      pscb benchmarks update lait.csv --year 2013-14 --year 2014-15
    """
    from pscb_lib.board.comparators.update import update_benchmarks
    from pscb_lib.board.settings import read_settings
    from pscb_lib.commands.printing.benchmarks import say_update

    params = project / "params"
    settings = read_settings(params / "settings.yaml")
    on = day_of("--released-on", released_on) if released_on else None
    wanted = [_year(text) for text in years]
    for line in say_update(update_benchmarks(params, files, settings.area,
                                             settings.region, on, wanted)):
        click.echo(line)


def _year(text: str):
    from pscb_lib.framework.spellings import parse_year
    from pscb_lib.reading.findings import InputError

    try:
        return parse_year(text)
    except ValueError as fault:
        raise InputError.at("--year", str(fault), "write it like 2013-14", value=text) from None
