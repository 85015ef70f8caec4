"""What is known of agencies' audits in the twelve months to the day of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pscb_lib.board.agencies import read_agencies, short_names
from pscb_lib.board.cleared_texts import for_readers
from pscb_lib.board.context import Context
from pscb_lib.board.ledger import read_ledger
from pscb_lib.board.ledger.requests import requested_audits
from pscb_lib.board.programme import programme_of
from pscb_lib.framework.audit_summary.audits import (
    Kind,
    RegisteredAudit,
    not_repeated,
    pair_repeated,
)
from pscb_lib.framework.audit_summary.section11 import Scope
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.single_agency_audits.returned import RETURN as NIL
from pscb_lib.returns.registers.audits import RETURN as AUDITS
from pscb_lib.returns.registers.audits import make_audits

RETURNS = AUDITS, NIL
ITEM, YEAR = 16, -12
Pair = tuple[RegisteredAudit, RegisteredAudit]


@dataclass(frozen=True)
class Known:
    """The section 11 bodies, their audits of any time, and their nil returns.

    ``bodies`` are those that there were when the period ended. ``quarters`` are the last four that
    were over. ``first`` is the first day of the twelve months.
    """

    on: date
    first: date
    bodies: tuple[str, ...]
    audits: tuple[RegisteredAudit, ...]
    nil: frozenset[tuple[str, ReportingPeriod]]
    quarters: tuple[ReportingPeriod, ...]
    lead: str
    names: Mapping[str, str]

    def short(self, agency: str | None) -> str:
        """The shortest name in use of an agency: CPFT."""
        return self.names.get(agency or "", agency or "")

    def is_in_year(self, day: date | None) -> bool:
        """Whether a day is in the twelve months to the report."""
        return day is not None and self.first <= day <= self.on

    @property
    def received(self) -> list[RegisteredAudit]:
        """The audits received in the twelve months, in order of their days."""
        return sorted((one for one in self.audits if self.is_in_year(one.received_on)),
                      key=lambda one: (one.came_on, one.audit_id))

    @property
    def requests(self) -> list[RegisteredAudit]:
        """The audits asked for by Q&E or the Board that have not come, the oldest first."""
        asked = [one for one in self.audits if one.is_outstanding(self.on)]
        return sorted(asked, key=lambda one: (one.due_on or date.max, one.audit_id))

    @property
    def own_late(self) -> list[RegisteredAudit]:
        """The late audits that agencies planned themselves, so that nobody asked for them."""
        return [one for one in self.audits if one.is_late(self.on) and not one.is_request]

    @property
    def weak(self) -> list[RegisteredAudit]:
        """Audits of any time that found practice that is not good, oldest first.

        One that repeats another of them is not a further one: it is that one's result.
        """
        bad = {one.audit_id: one for one in self.audits if one.needs_plan(self.on)}
        found = [one for one in bad.values() if one.reaudit_of not in bad]
        return sorted(found, key=lambda one: (one.came_on, one.audit_id))

    @property
    def pairs(self) -> list[Pair]:
        """Each audit that found practice that is not good, with the last one that repeats it."""
        after = {before.audit_id: later for before, later in pair_repeated(self.audits, self.on)}
        found = []
        for first in self.weak:
            last = first
            while last.audit_id in after:
                last = after[last.audit_id]
            if last is not first:
                found.append((first, last))
        return found

    @property
    def standing(self) -> list[RegisteredAudit]:
        """The audits below good that no later one repeats."""
        return [one for one in not_repeated(self.audits, self.on) if one.needs_plan(self.on)]

    def audited(self) -> set[str | None]:
        """The bodies of which an audit was received in the twelve months."""
        return {one.agency for one in self.received} & {*self.bodies}

    def nil_only(self) -> set[str]:
        """The bodies that sent a nil return for one of the four quarters, and no audit."""
        sent = {agency for agency, quarter in self.nil if quarter in self.quarters}
        return (sent & {*self.bodies}) - self.audited()

    def silent(self) -> list[str]:
        """The bodies that sent no audit and no nil return in the twelve months."""
        return [one for one in self.bodies if one not in self.audited() | self.nil_only()]

    def untold(self) -> list[str]:
        """The silent bodies that did not tell of an audit that they plan either."""
        planned = {one.agency for one in self.audits
                   if not one.is_request and not one.has_come(self.on)}
        return [one for one in self.silent() if one not in planned]


def read_known(context: Context) -> Known:
    """Read the register and the nil returns, which the Board may have in full."""
    return known_from(context, *(one.read_for(context) for one in RETURNS))


def known_from(context: Context, audited: Checked, nil: Checked) -> Known:
    """Return what is known of single-agency audits, with those that the ledger requests."""
    on, registered = context.as_of, make_audits(audited.records)
    requested = requested_audits(read_ledger(context.params, on), registered)
    aliases = read_agencies(context.params / "agencies.csv")
    bodies = {one.name for one in aliases if one.section11 is Scope.STATUTORY
              and one.valid_from <= on and one.valid_to >= context.period.end}
    over = [quarter for year in (financial_year(on).previous, financial_year(on))
            for quarter in year.split(3) if quarter.end <= on]
    lead = next((one.lead for one in programme_of(context).audits if one.item == ITEM), "")
    return Known(
        on, months_after(on, YEAR) + timedelta(days=1), tuple(sorted(bodies)),
        for_readers(context, [one for one in (*registered, *requested)
                              if one.kind is Kind.SINGLE_AGENCY]),
        frozenset((row["agency"], row["quarter"]) for row in nil.records),
        tuple(over[-4:]), lead or context.settings.group,
        {**short_names(aliases, context.period.end), **short_names(aliases, on)})
