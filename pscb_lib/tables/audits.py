"""The register of audits and the requests for one, as tables."""

from __future__ import annotations

from datetime import date

from pscb_lib.audits import RegisteredAudit
from pscb_lib.blocks import Cell, Column, Data, Group, Table, cell, strong
from pscb_lib.disclosure import Shown
from pscb_lib.returns.audit_programme import Known
from pscb_lib.tables.days import plain_day, short_day
from pscb_lib.words.readers import not_public, only_restricted

DATA_COLUMNS = ["audit_id", "kind", "agency", "theme", "asked_for_by", "asked_on", "due_on",
                "received_on", "cases", "grade", "action_plan_on", "follow_up_due_on",
                "follow_up_on", "scrutinised_on"]


@not_public
def tabulate_requests(shown: Shown, known: Known) -> Table:
    """Audits that Q&E or the Board asked for and has not received, the earliest due first."""
    asked = [audit for audit in known.audits if audit.is_outstanding(known.on)]
    asked.sort(key=lambda audit: audit.due_on)
    columns = [Column("Asked for", width=3.4), Column("By", width=0.8),
               Column("On", "end", 1.2), Column("Due", "end", 1.2), Column("State", width=0.8)]
    rows = [[_audit(audit), cell(audit.asked_for_by.value), cell(short_day(audit.asked_on)),
             cell(short_day(audit.due_on)), _late(audit, known.on)] for audit in asked]
    return Table("requests", "Requests for an audit, outstanding", columns, [Group(None, rows)],
                 _data(asked), empty="No request is outstanding.")


@only_restricted
def tabulate_register(shown: Shown, known: Known) -> Table:
    """Every audit, by kind; cases are a number and never a percentage: samples are small."""
    groups: dict[str, list[list[Cell]]] = {}
    for audit in known.audits:
        groups.setdefault(audit.kind.value.capitalize(), []).append(_line(audit))
    columns = [Column("Audit", width=3.2), Column("Received", "end", 1.2),
               Column("Cases", "end", 0.7), Column("Grade", width=1.4),
               Column("Action plan", "end", 1.2), Column("Follow-up", "end", 1.3)]
    return Table("register", "The register of audits", columns,
                 [Group(label, rows) for label, rows in groups.items()], _data(known.audits))


def _audit(audit: RegisteredAudit) -> Cell:
    return strong(audit.theme or "No theme given", audit.agency or audit.kind.value.capitalize())


def _line(audit: RegisteredAudit) -> list[Cell]:
    follow_up = cell(short_day(audit.follow_up_on or audit.follow_up_due_on),
                     "due" if audit.follow_up_due_on and not audit.follow_up_on else "")
    return [_audit(audit), cell(short_day(audit.received_on)),
            cell("–" if audit.cases is None else f"{audit.cases:,}"),
            cell(audit.grade.value if audit.grade else "–"),
            cell(short_day(audit.action_plan_on)), follow_up]


def _late(audit: RegisteredAudit, on: date) -> Cell:
    return strong("Late") if audit.is_late(on) else cell("In time")


def _data(audits) -> Data:
    return Data(DATA_COLUMNS, [[_plain(getattr(audit, name)) for name in DATA_COLUMNS]
                               for audit in audits])


def _plain(value) -> str | int | None:
    if isinstance(value, date):
        return plain_day(value)
    return getattr(value, "value", value)
