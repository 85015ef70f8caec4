"""The audit that is due next, and the register of all audits for the spreadsheet."""

from __future__ import annotations

from datetime import date

from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.months import say_day
from pscb_lib.page.blocks import Data, Sheet
from pscb_lib.page.tables.days import plain_day
from pscb_lib.page.words.readers import only_restricted
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.overdue import NO_THEME

DATA_COLUMNS = ["audit_id", "kind", "agency", "theme", "asked_for_by", "asked_on", "due_on",
                "received_on", "cases", "grade", "action_plan_on", "follow_up_due_on",
                "follow_up_on", "scrutinised_on"]


@only_restricted
def list_register(shown: Shown, known: Known) -> Sheet:
    """List every audit in the spreadsheet; samples are small, so cases are no percentages."""
    return Sheet("register", "The register of audits", _data(known.audits))


def say_next(known: Known) -> str | None:
    """Say which audit that is not late is due next, or None if none is."""
    to_come = [(audit.due_on, audit) for audit in known.audits if audit.due_on
               and not audit.has_come(known.on) and not audit.is_late(known.on)]
    if not to_come:
        return None
    due_on, first = min(to_come, key=lambda one: one[0])
    whose = known.short(first.agency) if first.agency else first.kind.value
    return f"Next due is {first.theme or NO_THEME} ({whose}), by {say_day(due_on)}."


def _data(audits) -> Data:
    return Data(DATA_COLUMNS, [[_plain(getattr(audit, name)) for name in DATA_COLUMNS]
                               for audit in audits])


def _plain(value) -> str | int | None:
    if isinstance(value, date):
        return plain_day(value)
    return getattr(value, "value", value)
