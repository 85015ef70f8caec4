"""``pscb import``: turn national files into the suite's own returns."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import day_of, period_of, project
from pscb_lib.commands.targets import Target
from pscb_lib.reading.findings import InputError

KINDS = ("ssda903", "cin", "annex-a", "sql")
SQL = "sql"


@click.command("import", cls=Limited)
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--period", required=True, help="A quarter, half or year, such as 2014-15.")
@click.option("--as-of", metavar="DATE",
              help="The day on which the files were made; by default the period's last.")
@click.option("--out", type=Target(folder=True), default="returns",
              show_default=True, help="The returns folder to write into.")
@click.option("--replace", is_flag=True, help="Replace files made by hand, too.")
@click.option("--url", metavar="URL", help="Of sql: the database's address, without a password; "
              "that is in the environment variable PSCB_SQL_PASSWORD. By default PSCB_SQL_URL.")
@click.option("--schema", default="",
              help="Of sql: the schema of its tables, if several have them.")
@click.option("--complete-from", metavar="DATE", help="Of sql: the first day from which the "
              "database has every case; by default found from its rows.")
@project
def import_national(kind, files, period, as_of, out, replace, url, schema, complete_from, project
                    ) -> None:
    """Turn national FILES of one KIND into returns for the reports.

    KIND is ssda903 (header, episodes and missing as CSV), cin (one or more census XML files),
    annex-a (one workbook) or sql (no file: a case system's database, by the contract in
    docs/sql.md). Each makes lines of the quarterly data set; ssda903 makes missing episodes too,
    and cin child protection conferences: import the year before as well, so that reviews and
    twelve months are whole. What a file does not have stays blank. Files in import/ have the local
    ids of children: do not send them on. Exits 0 if all is good, 1 if a file cannot be used, 3 if
    more rows were rejected than the settings allow, or every row of a table.

    \b
    Example:
      pscb import cin cin-2014.xml cin-2015.xml --period 2014-15 --out returns
      pscb import ssda903 header.csv episodes.csv missing.csv --period "2014-15 Q3"
      pscb import sql --url postgresql://reader@host/cases --period 2014-15
    """
    from pscb_lib.board.settings import read_settings
    from pscb_lib.commands.printing.national import say_import
    from pscb_lib.returns.national.importing import import_files, import_read

    span = period_of("--period", period)
    on = day_of("--as-of", as_of) if as_of else span.end
    _refuse_mixed(kind, files, (url, schema, complete_from))
    params = project / "params"
    made = (import_read(kind, partial(_read_sql, url, on, schema, complete_from), span, on,
                        params, out, replace) if kind == SQL
            else import_files(kind, files, span, on, params, out, replace))
    for line in say_import(made):
        click.echo(line)
    allowed = read_settings(project / "params" / "settings.yaml").rejected_rows_allowed
    rejected = sum(source.rejected for sources in made.national.sources.values()
                   for source in sources)
    sys.exit(3 if rejected > allowed or made.national.is_lost else 0)


def _refuse_mixed(kind, files, of_sql) -> None:
    """Raise InputError if files are given for a database, or a database for files."""
    if kind == SQL and files:
        raise InputError.at("pscb import sql", "takes no files", "name the database by --url")
    if kind != SQL and not files:
        raise InputError.at(f"pscb import {kind}", "no file is named", "name its files")
    if kind != SQL and any(of_sql):
        raise InputError.at(f"pscb import {kind}", "--url, --schema and --complete-from are of sql",
                            "leave them out")


def _read_sql(url, on, schema, complete_from):
    """Read a database; what was given on the command line may not hold the password."""
    from pscb_lib.returns.national.database import has_password
    from pscb_lib.returns.national.sql import read_sql

    if url and has_password(url):
        raise InputError.at("--url", "has a password in it, which others on this computer can see",
                            "put it into the environment variable PSCB_SQL_PASSWORD and change it")
    address = url or os.environ.get("PSCB_SQL_URL", "")
    if not address:
        raise InputError("pscb import sql: no database is named; give --url, or set PSCB_SQL_URL")
    return read_sql(address, os.environ.get("PSCB_SQL_PASSWORD", ""), on, schema,
                    day_of("--complete-from", complete_from) if complete_from else None)
