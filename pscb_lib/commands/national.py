"""``pscb import``: turn national files into the suite's own returns."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import day_of, period_of, project
from pscb_lib.commands.targets import Target

KINDS = ("ssda903", "cin", "annex-a")


@click.command("import", cls=Limited)
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--period", required=True, help="A quarter, half or year, such as 2014-15.")
@click.option("--as-of", metavar="DATE",
              help="The day on which the files were made; by default the period's last.")
@click.option("--out", type=Target(folder=True), default="returns",
              show_default=True, help="The returns folder to write into.")
@click.option("--replace", is_flag=True, help="Replace files made by hand, too.")
@project
def import_national(kind, files, period, as_of, out, replace, project) -> None:
    """Turn national FILES of one KIND into returns for the reports.

    KIND is ssda903 (header, episodes and missing as CSV), cin (one or more census XML files) or
    annex-a (one workbook). Files in import/ have the local ids of children: do not send them on.
    Exits 0 if all is good, 1 if a file cannot be used, 3 if more rows were rejected than the
    settings allow, or every row of a table.

    \b
    Example:
      pscb import cin cin-2014.xml cin-2015.xml --period 2014-15 --out returns
      pscb import ssda903 header.csv episodes.csv missing.csv --period "2014-15 Q3"
    """
    from pscb_lib.board.settings import read_settings
    from pscb_lib.commands.printing.national import say_import
    from pscb_lib.returns.national.importing import import_files

    span = period_of("--period", period)
    on = day_of("--as-of", as_of) if as_of else span.end
    made = import_files(kind, files, span, on, project / "params", out, replace)
    for line in say_import(made):
        click.echo(line)
    allowed = read_settings(project / "params" / "settings.yaml").rejected_rows_allowed
    rejected = sum(source.rejected for sources in made.national.sources.values()
                   for source in sources)
    sys.exit(3 if rejected > allowed or made.national.is_lost else 0)
