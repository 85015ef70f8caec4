"""Tables of the register of audits and of audits still to come."""

from __future__ import annotations

from datetime import date

from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.audit_summary.audits import RegisteredAudit
from pscb_lib.page.blocks import Cell, Column, Data, Group, Table, cell, strong
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.readers import not_public, only_restricted
from pscb_lib.reports.audit_programme.known import Known

DATA_COLUMNS = ["audit_id", "kind", "agency", "theme", "asked_for_by", "asked_on", "due_on",
                "received_on", "cases", "grade", "action_plan_on", "follow_up_due_on",
                "follow_up_on", "scrutinised_on"]

NO_THEME = "No theme given"


@not_public
def tabulate_to_come(shown: Shown, known: Known) -> Table:
    """Tabulate audits that are outstanding and not late, the earliest due first."""
    to_come = [audit for audit in known.audits
               if not audit.has_come(known.on) and not audit.is_late(known.on)]
    to_come.sort(key=lambda audit: audit.due_on or date.max)
    columns = [Column("Audit", width=3.6), Column("From", width=3),
               Column("Asked for by", width=1.2), Column("Due", "end", 1.2)]
    rows = [[strong(audit.theme or NO_THEME), cell(_whose(audit)),
             cell(audit.asked_for_by.value if audit.is_request else "The agency"),
             cell(short_day(audit.due_on))] for audit in to_come]
    return Table("to_come", "Audits not yet due", columns, [Group(None, rows)], _data(to_come),
                 empty="No audit is still to come.")


@only_restricted
def tabulate_register(shown: Shown, known: Known) -> Table:
    """Tabulate every audit by kind; samples are small, so cases are counts and not percentages."""
    groups: dict[str, list[list[Cell]]] = {}
    for audit in known.audits:
        groups.setdefault(audit.kind.value.capitalize(), []).append(_line(audit))
    columns = [Column("Audit", width=3.2), Column("Received", "end", 1.2),
               Column("Cases", "end", 0.7), Column("Grade", width=1.4),
               Column("Action plan", "end", 1.2), Column("Follow-up", "end", 1.3)]
    return Table("register", "The register of audits", columns,
                 [Group(label, rows) for label, rows in groups.items()], _data(known.audits))


def _audit(audit: RegisteredAudit) -> Cell:
    return strong(audit.theme or NO_THEME, _whose(audit))


def _whose(audit: RegisteredAudit) -> str:
    return audit.agency or audit.kind.value.capitalize()


def _line(audit: RegisteredAudit) -> list[Cell]:
    follow_up = cell(short_day(audit.follow_up_on or audit.follow_up_due_on),
                     "due" if audit.follow_up_due_on and not audit.follow_up_on else "")
    return [_audit(audit), cell(short_day(audit.received_on)),
            cell("–" if audit.cases is None else f"{audit.cases:,}"),
            cell(audit.grade.value if audit.grade else "–"),
            cell(short_day(audit.action_plan_on)), follow_up]


def _data(audits) -> Data:
    return Data(DATA_COLUMNS, [[_plain(getattr(audit, name)) for name in DATA_COLUMNS]
                               for audit in audits])


def _plain(value) -> str | int | None:
    if isinstance(value, date):
        return plain_day(value)
    return getattr(value, "value", value)
