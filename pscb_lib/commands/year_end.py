"""``pscb year-end``: list what is missing for the annual report of a year."""

from __future__ import annotations

import sys

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import outputs_of, period_of, project
from pscb_lib.commands.targets import Target

TO_ACT_ON = 3


@click.command(cls=Limited)
@click.option("--year", required=True, metavar="YEAR", help="The financial year, such as 2014-15.")
@click.option("--out", type=Target(folder=True), help="The outputs' folder.")
@project
def year_end(year, out, project) -> None:
    """List what is missing for the annual report.

    Papers that are not made, statements that are not written, contents that guidance asks for
    without a source, and recommendations of last year's report without an answer. Exits 0 if
    nothing is missing, and 3 if something is.

    \b
    Example:
      pscb year-end --year 2014-15
    """
    from pscb_lib.board.settings import read_settings
    from pscb_lib.framework.months import say_day
    from pscb_lib.running.meeting_papers import Project
    from pscb_lib.running.year_end import Kind, find_lacking

    period = period_of("--year", year)
    settings = read_settings(project / "params" / "settings.yaml")
    found = find_lacking(Project(project, outputs_of(project, out), settings), period)
    framework = settings.framework.on(period.end)
    if last := framework.published_by(period):
        click.echo(f"The {framework.yearly_report} of {period.label} is to be published by "
                   f"{say_day(last)}.")
    for kind in Kind:
        if lines := [one.said for one in found if one.kind is kind]:
            click.echo(f"{kind.value}:")
            for line in lines:
                click.echo(f"  {line}")
    if not found:
        click.echo(f"Nothing is missing for the {framework.yearly_report} of {period.label}.")
    sys.exit(TO_ACT_ON if found else 0)
