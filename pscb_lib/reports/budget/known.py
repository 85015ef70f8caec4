"""What is known of the year's money: the last month supplied, its lines, and each partner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pscb_lib.board.context import Context
from pscb_lib.board.programme import lead_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Checked, Record
from pscb_lib.reports.budget import returned, returned_contributions
from pscb_lib.reports.budget.returned import Kind

RETURNS = returned.RETURN, returned_contributions.RETURN
BUDGET_MONITORING = 3  # the item of Appendix 1 whose lead answers for the budget
NONE = Decimal(0)


@dataclass(frozen=True)
class Line:
    """One line of the budget in one month; what is not known yet is None."""

    line: str
    kind: Kind
    opening: Decimal | None
    budget_year: Decimal
    profile_to_date: Decimal
    actual_to_date: Decimal | None
    committed: Decimal | None
    forecast_year: Decimal | None
    note: str | None


@dataclass(frozen=True)
class Partner:
    """What one partner agreed to pay for the year, and what came of it."""

    partner: str
    agreed: Decimal
    invoiced_on: date | None
    received: Decimal
    received_on: date | None
    in_kind: str | None

    @property
    def unpaid(self) -> Decimal:
        """What is still to come; nothing where more came than was agreed."""
        return max(self.agreed - self.received, NONE)


@dataclass(frozen=True)
class Known:
    """The lines by month, the partners, the month of the report and who answers for the budget."""

    period: ReportingPeriod
    months: dict[ReportingPeriod, tuple[Line, ...]]
    partners: tuple[Partner, ...]
    are_partners_supplied: bool
    lead: str

    @property
    def last(self) -> ReportingPeriod | None:
        """The last month that was supplied; None if none was."""
        return max((month for month in self.months if self.is_supplied(month)), default=None)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the last month supplied."""
        return self.months[self.last] if self.last else ()

    @property
    def owing(self) -> tuple[Partner, ...]:
        """The partners that were invoiced and have not paid all, the largest sum first."""
        owing = [one for one in self.partners if one.unpaid and one.invoiced_on]
        return tuple(sorted(owing, key=lambda one: (-one.unpaid, one.partner)))

    @property
    def uninvoiced(self) -> tuple[Partner, ...]:
        """The partners that have not paid all, and were sent no invoice."""
        return tuple(one for one in self.partners if one.unpaid and not one.invoiced_on)

    def is_supplied(self, month: ReportingPeriod) -> bool:
        """Whether every line of a month says what came of it."""
        lines = self.months.get(month, ())
        return bool(lines) and all(one.actual_to_date is not None for one in lines)


def read_known(context: Context) -> Known:
    """Read the two returns. The Board may read them: they count its own money, and nobody."""
    return known_from(context, *(one.read_for(context) for one in RETURNS))


def known_from(context: Context, lines: Checked, partners: Checked) -> Known:
    """Return what is known from the two returns on the day of the report."""
    return Known(context.period, _by_month(lines.records),
                 tuple(Partner(**{name: row[name] for name in Partner.__dataclass_fields__})
                       for row in partners.records), bool(partners.sources),
                 lead_of(context, BUDGET_MONITORING, returned.BUSINESS_MANAGER))


def _by_month(records: Iterable[Record]) -> dict[ReportingPeriod, tuple[Line, ...]]:
    months: dict[ReportingPeriod, list[Line]] = {}
    for row in records:
        months.setdefault(row["month"], []).append(
            Line(**{name: row[name] for name in Line.__dataclass_fields__}))
    return {month: tuple(months[month]) for month in sorted(months)}
