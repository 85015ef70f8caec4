"""``pscb actions``: list what is owed of actions, and remind their owners of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import console_width, day_of, project, returns
from pscb_lib.commands.printing.columns import lay_out
from pscb_lib.commands.targets import Target
from pscb_lib.framework.audit_summary.owed import Owed, What, find_owed
from pscb_lib.framework.english import count_of, listed
from pscb_lib.framework.folding import fold
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import InputError

if TYPE_CHECKING:
    from pscb_lib.board.context import Context

HEADINGS = ("Owner", "Agency", "Lead", "Owed", "Day", "Id", "Action")
on_day = click.option("--on", metavar="DATE", help="The day, such as 2015-01-31; by default the "
                      "cycle's.")
of_owner = click.option("--owner", metavar="ROLE", help="Only the actions of this role.")
of_lead = click.option("--lead", metavar="ROLE", help="Only the actions under items of Appendix 1 "
                       "that this post leads.")


@click.command(cls=Limited)
@on_day
@of_owner
@of_lead
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@returns
@project
def _list(on, owner, lead, form, returns, project) -> None:
    from pscb_lib.returns.actions.record import make_actions
    from pscb_lib.returns.registers.action_checks import RETURN as CHECKS
    from pscb_lib.returns.registers.action_checks import make_checks
    from pscb_lib.returns.registers.actions import RETURN as ACTIONS
    from pscb_lib.running.leads import leads_of

    context = _context(project, on, returns)
    registered = ACTIONS.read_for(context)
    leads = leads_of(context, registered.records)
    owed = [one for one in find_owed(make_actions(registered.records),
                                     make_checks(CHECKS.read_for(context).records), context.as_of)
            if (owner is None or fold(one.action.owner) == fold(owner))
            and (lead is None or fold(leads[one.action.action_id]) == fold(lead))]
    {"table": _say_table, "json": _say_json}[form](owed, leads)
    click.echo(_count(owed, context.as_of), err=form == "json")
    if rejected := registered.rows["rejected"]:
        click.echo(f"pscb: {count_of(rejected, 'row')} of the register of actions "
                   f"{'is' if rejected == 1 else 'are'} rejected and not listed: pscb check says "
                   "why", err=True)


@click.group(invoke_without_command=True)
@on_day
@of_owner
@of_lead
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table",
              show_default=True, help="How to print the list.")
@returns
@project
@click.pass_context
def actions(context, **given) -> None:
    """List what is owed of actions, by agency and owner, and who leads it.

    The lead is the post that leads the item of Appendix 1 from whose audit or review the action
    arose. Listed are actions that are late, due or without a day; those that are complete without
    evidence of an outcome; and those due for the check that follows six months after completion, or
    found not in practice by it. What is superseded or not accepted is not owed.

    \b
    Example:
      pscb actions --on 2015-01-31
      pscb actions --owner "Designated Nurse" --format json
      pscb actions --lead "SCR Group"
      pscb actions remind --by 2015-02-04 --out to-send
    """
    if context.invoked_subcommand is None:
        _list.invoke(context)


@actions.command("remind", cls=Limited)
@click.option("--by", required=True, metavar="DATE", help="The day by which answers are asked for.")
@on_day
@of_owner
@returns
@click.option("--out", type=Target(folder=True), default="reminders", show_default=True,
              help="The folder for the workbooks and letters.")
@project
def _remind(by, on, owner, returns, out, project) -> None:
    """Write a workbook and a letter for each owner of an action that is not at its end.

    A workbook has the owner's own actions alone, and nothing of a case; all is locked but the days
    of completion and practice, the outcome with the kind and day of its evidence, a later day and
    a note. pscb check and pscb accept take it back: it then stands in the register for every
    report, and a change of other words, or an end without evidence, is refused.

    \b
    Example:
      pscb actions remind --by 2015-02-04 --out to-send
      pscb actions remind --by 2015-02-04 --owner "Designated Nurse"
    """
    from pscb_lib.returns.actions.record import make_actions
    from pscb_lib.returns.actions.reminding import form_of, letter_of, reminders_of
    from pscb_lib.returns.forms import write_form
    from pscb_lib.returns.forms.letter import letter_name, write_parts
    from pscb_lib.returns.registers.action_updates import RETURN as UPDATES
    from pscb_lib.returns.registers.actions import RETURN as ACTIONS
    from pscb_lib.writing.whole import refusing, whole_folder

    day, context = day_of("--by", by), _context(project, on, returns)
    context = replace(context, period=ReportingPeriod(context.as_of.replace(day=1), 1))
    known = [one.known_on(context.as_of)
             for one in make_actions(ACTIONS.read_for(context).records)]
    asked = [one for one in reminders_of(known)
             if owner is None or fold(one.owner) == fold(owner)]
    forms = [(form_of(one, UPDATES, context, day), one) for one in asked]
    paths = [out / form.file_name for form, _ in forms]
    if len({*paths}) < len(paths):
        raise InputError.at("actions.csv", "two owners differ in signs alone, and their workbooks "
                            "would have one name", "write them alike, or name one with --owner",
                            column="owner")
    _refuse_written(paths)
    with refusing(out), nullcontext(out) if out.exists() else whole_folder(out, 0o755) as folder:
        for form, reminder in forms:
            write_form(form, folder / form.file_name)
            write_parts(letter_of(form, reminder, day), form.title, context,
                        folder / letter_name(form))
    for form, _ in forms:
        click.echo(f"Wrote {out / form.file_name} and its letter")
    click.echo(f"{count_of(sum(len(one.actions) for one in asked), 'action')} of "
               f"{count_of(len(asked), 'owner')}")


def _context(project: Path, on: str | None, returns: dict[str, str]) -> Context:
    from pscb_lib.running.open_planner import day_of_cycle, open_planner

    return open_planner(project, day_of("--on", on) if on else day_of_cycle(project), returns)


def _say_table(owed: Sequence[Owed], leads: Mapping[str, str]) -> None:
    rows = [(one.action.owner, one.action.agency, leads[one.action.action_id], one.what.value,
             str(one.day or ""), one.action.action_id, one.action.text) for one in owed]
    for line in lay_out(HEADINGS, rows, console_width()) if rows else ():
        click.echo(line)


def _say_json(owed: Sequence[Owed], leads: Mapping[str, str]) -> None:
    click.echo(json.dumps([{
        "action_id": one.action.action_id, "owed": one.what.value,
        "day": one.day and one.day.isoformat(), "action": one.action.text,
        "owner": one.action.owner, "agency": one.action.agency,
        "lead": leads[one.action.action_id]} for one in owed], indent=1, ensure_ascii=False))


def _count(owed: Sequence[Owed], on: date) -> str:
    """Say how many actions owe something, and how many owe what."""
    of = Counter(one.what for one in owed)
    parts = [f"{of[what]} {what.value}" for what in What if of[what]]
    number = len({one.action.action_id for one in owed})
    if not number:
        return f"Nothing is owed of any action on {on}"
    return f"{count_of(number, 'action')} on {on}: {listed(parts)}"


def _refuse_written(paths: Sequence[Path]) -> None:
    if len({*paths}) < len(paths):
        raise InputError.at("the register of actions", "two owners differ in signs alone, and "
                            "their forms would have one name", "make them one by one with --owner")
    for path in paths:
        if path.exists():
            raise InputError.at("--out", f"{path.name} is there already", "name another folder, "
                                "since this one may be filled in")
