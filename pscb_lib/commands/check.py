"""``pscb check``: list what is wrong in the files that agencies sent."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import day_of, period_of, project
from pscb_lib.commands.targets import Target


@click.command(cls=Limited)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...",
                type=click.Path(path_type=Path, exists=True))
@click.option("--as-of", metavar="DATE",
              help="The day of the report; by default the cycle's, or three months after the "
                   "period if the cycle's is earlier.")
@click.option("--period", help="The period of the report, for returns with periods of that length; "
              "by default the one in the file's name, else the cycle's.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text",
              show_default=True, help="How to print the findings.")
@click.option("--feedback", type=Target(folder=True), metavar="DIR",
              help="Write a copy with marked cells there for each file with findings.")
@click.option("--missing", is_flag=True,
              help="List for each team the records that lack a date or an outcome, instead of "
                   "findings.")
@project
def check(paths, as_of, period, form, feedback, missing, project) -> None:
    """Check the files at each PATH, and all files in folders.

    All findings of all files are listed, those to correct first at the top. The kind of return is
    recognised from the columns of a file. Exits 0 if nothing is rejected, 1 if anything is, 2 if a
    file cannot be read. With --missing it lists records that are correct but not complete yet, and
    exits 0 if nothing is missing, 1 if anything is, 2 if a file cannot be used.

    \b
    Example:
      pscb check returns/data_set --feedback to-send-back
      pscb check police.xlsx --period "2014-15 Q3" --format json
      pscb check returns --missing --format csv
    """
    from pscb_lib.commands.printing.check import say_text
    from pscb_lib.commands.printing.check_data import say_csv, say_json
    from pscb_lib.commands.printing.check_missing import (
        say_missing_csv,
        say_missing_json,
        say_missing_text,
    )
    from pscb_lib.returns.checking import (
        check_paths,
        exit_code,
        find_runs,
        make_context,
        run_of,
    )
    from pscb_lib.returns.checking.missing import missing_code
    from pscb_lib.returns.checking.walk import walk
    from pscb_lib.returns.kinds import find_returns

    span = period_of("--period", period) if period else None
    on = day_of("--as-of", as_of) if as_of else None
    runs = find_runs(project)

    def context_of(kind, file):
        run = run_of(runs, kind)
        return make_context(project, run, file, span, on) if file else make_context(project, run)

    files, others = walk(paths, feedback)
    checked = check_paths(files, find_returns(), context_of)
    if missing:
        {"text": say_missing_text, "json": say_missing_json, "csv": say_missing_csv}[form](checked)
        sys.exit(missing_code(checked))
    {"text": say_text, "json": say_json, "csv": say_csv}[form](checked, others)
    if feedback:
        from pscb_lib.returns.feedback import write_feedback

        for path in write_feedback(checked, feedback):
            click.echo(f"Wrote {path}", err=True)
    sys.exit(exit_code(checked))
