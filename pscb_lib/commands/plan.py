"""``pscb plan``: print the forward plan of a year, by meeting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import console_width, day_of, period_of, project, returns
from pscb_lib.commands.printing.columns import lay_out
from pscb_lib.commands.targets import Target, is_page
from pscb_lib.reading.findings import InputError

if TYPE_CHECKING:
    from pscb_lib.board.forward_plan import ForwardPlan

HEADINGS = ("Item", "Report", "Period", "From", "What for", "Progress")
OUR_CALENDAR = b"Safeguarding Children Board//Forward plan"


def _is_calendar(begins: bytes) -> bool:
    return begins.startswith(b"BEGIN:VCALENDAR") and OUR_CALENDAR in begins


@click.command(cls=Limited)
@click.option("--year", required=True, help="The financial year, such as 2014-15.")
@click.option("--as-of", metavar="DATE",
              help="Nothing recorded after this day is used; by default the cycle's.")
@click.option("--ics", type=Target(file=True, is_ours=_is_calendar), metavar="FILE",
              help="Also write the plan as a calendar.")
@click.option("--html", type=Target(file=True, is_ours=is_page), metavar="FILE",
              help="Also write the plan as a page.")
@returns
@project
def plan(year, as_of, ics, html, returns, project) -> None:
    """Print the reports for each meeting of a year.

    Each meeting has the last day for its papers. Q&E scrutinises each report, then it is tabled at
    the Board or circulated for information.

    \b
    Example:
      pscb plan --year 2014-15
      pscb plan --year 2014-15 --ics plan.ics --html plan.html
    """
    from pscb_lib.board.forward_plan import read_plan
    from pscb_lib.running.open_planner import day_of_cycle, open_planner, read_log

    span = period_of("--year", year)
    if span.months != 12:
        raise InputError.at("--year", "is not a financial year", "write it like 2014-15",
                            value=year)
    on = day_of("--as-of", as_of) if as_of else day_of_cycle(project)
    context = open_planner(project, on, returns)
    log, said = read_log(context)
    found = read_plan(context, log, span)
    _write(found, ics, html)
    for line in _say(found):
        click.echo(line)
    for line in said:
        click.echo(f"pscb: {line}", err=True)


def _say(found: ForwardPlan) -> Iterator[str]:
    from pscb_lib.board.agenda import say_purpose
    from pscb_lib.page.tables.forward_plan import say_meeting

    for sitting in found.sittings:
        yield say_meeting(sitting.meeting)
        rows = [(*_cells(entry), say_purpose(entry, sitting.meeting.group), entry.state.value)
                for entry in sitting.entries]
        yield from _table(rows)
    yield "To no meeting"
    yield from _table([(*_cells(entry), f"Due {entry.deadline.due_on}", entry.state.value)
                       for entry in found.to_no_meeting])


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    lines = lay_out(HEADINGS, rows, console_width() - 2) if rows else ["No report"]
    for line in lines:
        yield f"  {line}"
    yield ""


def _cells(entry) -> tuple[str, ...]:
    audit, period = entry.deadline.audit, entry.deadline.period
    return f"{audit.item:>4}", audit.title, period.label, audit.lead


def _write(found: ForwardPlan, ics: Path | None, html: Path | None) -> None:
    from pscb_lib.board.calendar_file import make_calendar
    from pscb_lib.page.forward_plan import render_plan
    from pscb_lib.writing.whole import refusing, write_bytes, write_text

    if ics:
        with refusing(ics):
            write_bytes(ics, make_calendar(found))
        click.echo(f"Wrote {ics}", err=True)
    if html:
        with refusing(html):
            write_text(html, render_plan(found))
        click.echo(f"Wrote {html}", err=True)
