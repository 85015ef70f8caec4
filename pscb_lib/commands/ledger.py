"""``pscb ledger``: list the Board's ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import wrap

import click

from pscb_lib.commands.options import console_width, day_of, project

INDENT = " " * 12  # below the day
EMPTY = "The ledger has no line yet."


@click.command()
@click.option("--report", metavar="REPORT",
              help="Only what is about this report; name it as in pscb list, with the key of its "
              "paper if it has one.")
@click.option("--open", "is_open", is_flag=True,
              help="Only questions and requests whose outcome is not recorded.")
@click.option("--since", metavar="DATE", help="Only lines of this day and later.")
@click.option("--on", metavar="DATE",
              help="The ledger as it was on this day, with what was overdue.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table",
              show_default=True, help="How to print the list.")
@project
def ledger(report, is_open, since, on, form, project) -> None:
    """List the lines of the Board's ledger, params/ledger.csv.

    A line says what was received, scrutinised, presented, asked, answered or corrected, by whom
    and when. It is listed as later lines correct it; pscb correct adds a correction. A question is
    open until its outcome is recorded.

    \b
    Example:
      pscb ledger
      pscb ledger --open --on 2015-01-31
      pscb ledger --report quarterly_data_set --since 2014-11-01
    """
    from pscb_lib.board.ledger.listing import entries_of
    from pscb_lib.board.ledger.reading import NAME, read_lines

    day, first = (day_of(name, text) if text else None
                  for name, text in (("--on", on), ("--since", since)))
    lines = read_lines(project / "params" / NAME)
    found = [one for one in entries_of(lines, day)
             if (not report or one.about == report) and (not is_open or one.is_open)
             and (first is None or one.line.on >= first)]
    if form == "json":
        click.echo(json.dumps([_data_of(one) for one in found], indent=1, ensure_ascii=False))
    elif not found:
        click.echo("The ledger has no such line." if lines else EMPTY)
    else:
        for one in found:
            for line in _lines(one):
                click.echo(line)


def _lines(one) -> Iterator[str]:
    line = one.line
    head = [f"{line.on}", *([line.id] if line.id else []), f"{line.event.value} by {line.by}"]
    yield "  ".join(head) + (f", {one.about}" if one.about else "")
    owner = ", ".join(filter(None, (line.owner, f"due {line.due_on}" if line.due_on else "")))
    asked = [": ".join(filter(None, (owner, one.state)))] if one.state else []
    for text in (*one.says, *asked):
        yield from wrap(text, console_width(), initial_indent=INDENT, subsequent_indent=INDENT)


def _data_of(one) -> dict[str, object]:
    line = one.line
    return {"id": line.id, "on": line.on.isoformat(), "event": line.event.value, "by": line.by,
            "report": one.about or None, "says": [*one.says], "owner": line.owner,
            "due_on": line.due_on and line.due_on.isoformat(), "state": one.state or None}
