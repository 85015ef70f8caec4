"""``pscb due``: list the next report due for each item of the audit programme."""

from __future__ import annotations

import json
from collections.abc import Iterable

import click

from pscb_lib.board.wording import named
from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import console_width, day_of, project, returns
from pscb_lib.commands.printing.columns import lay_out
from pscb_lib.framework.scheduling.deadlines import Deadline
from pscb_lib.framework.scheduling.meetings import Meeting

HEADINGS = ("Due", "Item", "Report", "Period", "From", "Q&E", "Board")


@click.command(cls=Limited)
@click.option("--on", required=True, metavar="DATE", help="The day, such as 2015-01-31.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table",
              show_default=True, help="How to print the list.")
@returns
@project
def due(on, form, returns, project) -> None:
    """List the next report due for each audit programme item.

    Reports due on or after a day are listed. A date in the audit planner, programme_log.csv in the
    returns folder, overrides a derived one.

    \b
    Example:
      pscb due --on 2015-01-31
      pscb due --on 2015-01-31 --format json
    """
    from pscb_lib.board.meetings import read_meetings
    from pscb_lib.board.programme import programme_of
    from pscb_lib.framework.scheduling.deadlines import due as owed
    from pscb_lib.running.open_planner import open_planner, read_log

    day = day_of("--on", on)
    context = open_planner(project, day, returns)
    log, said = read_log(context)
    typed = {key: one.due_on for key, one in log.items() if one.due_on}
    meetings = read_meetings(context.params / "meetings.csv")
    deadlines = owed(programme_of(context), meetings, day, typed, context.settings.day_count)
    {"table": _say_table, "json": _say_json}[form](deadlines)
    for line in said:
        click.echo(f"pscb: {line}", err=True)


def _say_table(deadlines: Iterable[Deadline]) -> None:
    rows = [(f"{one.due_on}", f"{one.audit.item:>4}", one.audit.title, one.period.label,
             one.audit.lead, *map(_day, (one.scrutiny, one.board))) for one in deadlines]
    for line in lay_out(named(HEADINGS), rows, console_width()):
        click.echo(line)


def _day(meeting: Meeting | None) -> str:
    return meeting.on.isoformat() if meeting else ""


def _say_json(deadlines: Iterable[Deadline]) -> None:
    click.echo(json.dumps([_data_of(one) for one in deadlines], indent=1, ensure_ascii=False))


def _data_of(deadline: Deadline) -> dict[str, object]:
    audit, scrutiny, board = deadline.audit, deadline.scrutiny, deadline.board
    return {"due_on": deadline.due_on and deadline.due_on.isoformat(), "item": audit.item,
            "title": audit.title, "report": audit.report or None,
            "period": deadline.period.label, "lead": audit.lead,
            "scrutiny_on": scrutiny and scrutiny.on.isoformat(),
            "board_on": board and board.on.isoformat()}
