"""Plan a form: the return, its period, the day it is due and whom to ask.

The audit programme says who leads an item and when its report is due. The item is that of the
report that reads the return.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.programme import read_programme
from pscb_lib.framework.scheduling.deadlines import deadline_of
from pscb_lib.framework.scheduling.programme import Audit
from pscb_lib.reading.rows import Field
from pscb_lib.returns.checking import Run
from pscb_lib.returns.kinds import Return
from pscb_lib.returns.prefilled import Prefilled

OFFICE = "the Board's office"


@dataclass(frozen=True)
class Form:
    """One form to fill in. ``due_on`` is None if the programme names no day."""

    kind: Return
    context: Context
    fields: tuple[Field, ...]
    due_on: date | None
    ask: str
    prefilled: Prefilled | None = None

    @property
    def title(self) -> str:
        """The return and its period, and the lead if the form is prefilled."""
        said = f"{self.kind.title}: {self.context.period.words}"
        return f"{said}, {self.prefilled.lead}" if self.prefilled else said

    @property
    def file_name(self) -> str:
        """The name of its file: the return, the lead if it has one, the period."""
        lead = self.prefilled.lead if self.prefilled else ""
        parts = f"{self.kind.name} {lead} {self.context.period.label}".lower().split()
        return f"{'-'.join(parts)}.xlsx"


def plan_forms(kind: Return, run: Run, context: Context) -> list[Form]:
    """Return the forms of a return: one, or one for each lead if it is prefilled."""
    form = plan_form(kind, run, context)
    if kind.prefill is None:
        return [form]
    return [replace(form, prefilled=one) for one in kind.prefill(context)]


def plan_form(kind: Return, run: Run, context: Context) -> Form:
    """Return the form of a return for the period of *context*."""
    audit = _item_of(run.report, context.params, context)
    meetings = read_meetings(context.params / "meetings.csv")
    fields = kind.fields(context)
    if audit is None:
        return Form(kind, context, fields, None, OFFICE)
    due = deadline_of(audit, context.period, meetings, {}, context.settings.day_count)
    return Form(kind, context, fields, due.due_on, audit.lead)


def _item_of(report: str, params: Path, context: Context) -> Audit | None:
    programme = read_programme(params / "audit_programme.csv").for_year(context.period.year)
    return next((audit for audit in programme.audits if audit.report == report
                 and context.period in audit.periods_in(context.period.year)), None)
