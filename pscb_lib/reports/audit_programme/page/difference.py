"""What actions changed: those with evidence of an outcome, and every action in the spreadsheet."""

from __future__ import annotations

from pscb_lib.disclosure.paper import RESTRICTED
from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.audit_summary.actions import Action
from pscb_lib.framework.audit_summary.checks import checks_of
from pscb_lib.framework.english import capital, spell
from pscb_lib.page.blocks import Cell, Column, Data, Group, Plain, Sheet, Table, cell, strong
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.readers import not_public
from pscb_lib.reports.audit_programme.known import Known

DATA_COLUMNS = ["action_id", "arising_from", "action", "agency", "owner", "measure", "status",
                "due_on", "revised_due_on", "completed_on", "implemented_on", "evidenced_on"]
MOST_SHOWN = 3  # actions on the page; the spreadsheet has all
LIFE = ["agreed_on", "checked_on", "found_in_practice", "evidence_kind", "closed_on",
        "superseded_by", "not_accepted_by", "not_accepted_because", "reopened_on",
        "reopened_because"]


@not_public
def tabulate_difference(shown: Shown, known: Known) -> Table:
    """Tabulate what changed: the actions with evidence of an outcome, the latest first."""
    proven = sorted((one for one in known.actions if one.is_proven),
                    key=lambda one: one.evidenced_on or known.on, reverse=True)
    columns = [Column("Action", width=3.6), Column("Owner", width=2.6),
               Column("Agency", width=1.4), Column("Evidence that it worked", width=4.2),
               Column("Seen", "end", 1.3)]
    return Table("difference", "The difference made: actions with evidence of an outcome", columns,
                 [Group(None, [_line(one, known) for one in proven[:MOST_SHOWN]])],
                 Data(["action", "agency", "owner", "outcome", "evidenced_on"],
                      [[one.text, one.agency, one.owner, one.outcome, plain_day(one.evidenced_on)]
                       for one in proven]),
                 note=_earlier(len(proven) - MOST_SHOWN),
                 empty="No action has evidence of an outcome yet.")


def _earlier(number: int) -> str | None:
    if number < 1:
        return None
    ones, verb = ("one", "is") if number == 1 else ("ones", "are")
    return f"{capital(spell(number))} earlier {ones} {verb} in the spreadsheet."


def _line(action: Action, known: Known) -> list[Cell]:
    return [strong(action.text), cell(action.owner), cell(known.short(action.agency)),
            cell(action.outcome or "–"),
            cell(short_day(action.evidenced_on))]


@not_public
def list_all_actions(shown: Shown, known: Known) -> Sheet:
    """List every action in the spreadsheet; Q&E has the whole life of each on one line."""
    is_whole = shown.audience == RESTRICTED
    names = [*DATA_COLUMNS, *LIFE] if is_whole else DATA_COLUMNS
    rows = [[*_line_of(one), *(_life(one, known) if is_whole else ())] for one in known.actions]
    return Sheet("every_action", "Every action on the register", Data(names, rows))


def _line_of(action: Action) -> list[Plain]:
    source = action.recommendation.source if action.recommendation else None
    state = action.side or action.status
    return [action.action_id, source, action.text, action.agency, action.owner, action.measure,
            state.value, *map(plain_day, (
                action.due_on, action.revised_due_on, action.completed_on, action.implemented_on,
                action.evidenced_on))]


def _life(action: Action, known: Known) -> list[Plain]:
    """When an action was agreed and last looked at, what was found, and how it ended or went on."""
    last = next(reversed(checks_of(action, known.checks, known.on)), None)
    kind = action.evidence_kind
    return [plain_day(action.agreed_on), plain_day(last.checked_on if last else None),
            last.found.value if last else None, kind.value if kind else None,
            plain_day(action.closed_on), action.superseded_by, action.not_accepted_by,
            action.not_accepted_because, plain_day(action.reopened_on), action.reopened_because]
