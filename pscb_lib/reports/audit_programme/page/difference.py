"""What actions changed: those with evidence of an outcome, and every action in the spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.page.blocks import Cell, Column, Data, Group, Sheet, Table, cell, strong
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.readers import not_public
from pscb_lib.reports.audit_programme.known import Known

DATA_COLUMNS = ["action_id", "arising_from", "action", "agency", "owner", "measure", "status",
                "due_on", "revised_due_on", "completed_on", "implemented_on", "evidenced_on"]


@not_public
def tabulate_difference(shown: Shown, known: Known) -> Table:
    """Tabulate what changed: the actions with evidence of an outcome, the latest first."""
    proven = sorted((one for one in known.actions if one.is_proven),
                    key=lambda one: one.evidenced_on or known.on, reverse=True)
    columns = [Column("Action", width=3.6), Column("Owner", width=2.6),
               Column("Agency", width=1.4), Column("Evidence that it worked", width=4.2),
               Column("Seen", "end", 1.3)]
    return Table("difference", "The difference made: actions with evidence of an outcome", columns,
                 [Group(None, [_line(one, known) for one in proven])],
                 Data(["action", "agency", "owner", "outcome", "evidenced_on"],
                      [[one.text, one.agency, one.owner, one.outcome, plain_day(one.evidenced_on)]
                       for one in proven]),
                 empty="No action has evidence of an outcome yet.")


def _line(action: Action, known: Known) -> list[Cell]:
    return [strong(action.text), cell(action.owner), cell(known.short(action.agency)),
            cell(action.outcome or "–"),
            cell(short_day(action.evidenced_on))]


@not_public
def list_all_actions(shown: Shown, known: Known) -> Sheet:
    """List every action with its days in the spreadsheet."""
    return Sheet("every_action", "Every action on the register", _data(known.actions))


def _data(actions: Iterable[Action]) -> Data:
    return Data(DATA_COLUMNS, [
        [one.action_id, one.recommendation.source if one.recommendation else None, one.text,
         one.agency, one.owner, one.measure, one.status.value, *map(plain_day, (
             one.due_on, one.revised_due_on, one.completed_on, one.implemented_on,
             one.evidenced_on))] for one in actions])
