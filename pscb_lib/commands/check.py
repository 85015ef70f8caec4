"""``pscb check``: what is wrong in the files that agencies sent, before a report is made."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pscb_lib.commands.options import day_of, period_of, project


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...",
                type=click.Path(path_type=Path, exists=True))
@click.option("--as-of", metavar="DATE",
              help="The day of the report; by default the cycle's, or three months after the "
                   "period where the cycle's is earlier.")
@click.option("--period", help="The period of the run, for returns of periods of that length; "
              "by default the one in the file's name, else the cycle's.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text",
              show_default=True, help="How to print the findings.")
@click.option("--feedback", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Write there, for each file with findings, a copy with its cells marked.")
@click.option("--missing", is_flag=True,
              help="List instead, for each team, the records that lack a date or an outcome.")
@project
def check(paths, as_of, period, form, feedback, missing, project) -> None:
    """Check the files at each PATH, folders with all that is in them.

    Every finding of every file is listed in one pass, what to mend first at the top. Which
    return a file is, is told by its columns. It exits 0 when nothing is rejected, 1 when
    something is, 2 when a file cannot be read. With --missing it lists what is not wrong and
    not complete yet, and exits 0 when nothing is missing, 1 when something is, 2 when a file
    cannot be used.

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
    from pscb_lib.returns.checking import check_paths, exit_code, find_runs, make_context
    from pscb_lib.returns.checking.missing import missing_code
    from pscb_lib.returns.checking.walk import walk
    from pscb_lib.returns.kinds import find_returns

    span = period_of("--period", period) if period else None
    on = day_of("--as-of", as_of) if as_of else None
    runs = find_runs(project)

    def context_of(kind, file):
        run = runs.get(kind.name, runs[""])
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
