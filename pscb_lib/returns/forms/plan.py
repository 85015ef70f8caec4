"""Plan a form: the return, its period, the day it is due and whom to ask.

The audit programme says who leads an item and when its report is due. The item is that of the
report that reads the return.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pscb_lib.board.agencies import OFFICE
from pscb_lib.board.context import Context
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.programme import read_programme
from pscb_lib.board.wording import named
from pscb_lib.framework.scheduling.deadlines import deadline_of
from pscb_lib.framework.scheduling.meetings import Meeting
from pscb_lib.framework.scheduling.programme import Audit
from pscb_lib.reading.rows import Field
from pscb_lib.returns.checking import Run
from pscb_lib.returns.kinds import Return
from pscb_lib.returns.prefilled import Prefilled

AGENCY = "agency"  # the column that names one
ODD = re.compile(r"[^\w\s-]+")


@dataclass(frozen=True)
class Form:
    """One form to fill in. ``due_on`` is None if the programme names no day."""

    kind: Return
    context: Context
    fields: tuple[Field, ...]
    due_on: date | None
    ask: str
    prefilled: Prefilled | None = None
    agency: str = ""
    meeting: Meeting | None = None

    @property
    def whom(self) -> str:
        """The agency or lead whose form it is; empty if it is anybody's."""
        return self.agency or (self.prefilled.whom if self.prefilled else "")

    @property
    def title(self) -> str:
        """The return and its period, and whose form it is."""
        said = f"{self.kind.title}: {self.context.period.words}"
        return named(f"{said}, {self.whom}" if self.whom else said)

    @property
    def file_name(self) -> str:
        """The name of its file: the return, whose form it is, the period."""
        parts = f"{self.kind.name} {plain_name(named(self.whom))} {self.context.period.label}"
        return f"{'-'.join(parts.lower().split())}.xlsx"

    def words_of(self, column: str) -> tuple[str, ...]:
        """The words to which this form narrows a list: its own agency and what it is asked for."""
        if column == AGENCY:
            return (self.agency,) if self.agency else ()
        rows = self.prefilled.rows if self.prefilled and self.agency else ()
        return tuple(dict.fromkeys(str(row[column]) for row in rows if row.get(column)))


def plan_forms(kind: Return, run: Run, context: Context) -> list[Form]:
    """Return the forms of a return: one, or those that are prefilled, such as one for each lead."""
    form = plan_form(kind, run, context)
    prefilled = kind.prefill(context) if kind.prefill else ()
    return [replace(form, prefilled=one) for one in prefilled] or [form]


def plan_for_agencies(kind: Return, run: Run, context: Context, agencies: Sequence[str]
                      ) -> list[Form]:
    """Return the form of a return for each agency, prefilled with what it sent before."""
    form = plan_form(kind, run, context)
    prefill = kind.prefill_for
    return [replace(form, agency=agency, prefilled=prefill and prefill(kind, context, agency))
            for agency in agencies]


def plan_form(kind: Return, run: Run, context: Context) -> Form:
    """Return the form of a return for the period of *context*."""
    audit = _item_of(run.report, context.params, context)
    meetings = read_meetings(context.params / "meetings.csv")
    fields = kind.fields(context)
    if audit is None:
        return Form(kind, context, fields, None, OFFICE)
    due = deadline_of(audit, context.period, meetings, {}, context.settings.day_count)
    return Form(kind, context, fields, due.due_on, audit.lead, meeting=due.scrutiny)


def _item_of(report: str, params: Path, context: Context) -> Audit | None:
    programme = read_programme(params / "audit_programme.csv").for_year(context.period.year)
    return next((audit for audit in programme.audits if audit.report == report
                 and context.period in audit.periods_in(context.period.year)), None)


def plain_name(name: str) -> str:
    """The words of a name that any disk takes: Children's social care is Childrens social care."""
    return ODD.sub("", name)
