"""What is known of the year's money: the last month supplied, its lines, and each partner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pscb_lib.board.cleared_texts import for_readers
from pscb_lib.board.context import Context
from pscb_lib.board.programme import lead_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import Reaction
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
    """What one partner agreed to pay for the year, and what came of it in all its payments."""

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
    """The lines by month, the partners, the month of the report and who answers for the budget.

    ``has_rejected`` says whether a row was rejected, other than a reserve that does not close.
    """

    period: ReportingPeriod
    months: dict[ReportingPeriod, tuple[Line, ...]]
    partners: tuple[Partner, ...]
    are_partners_supplied: bool
    lead: str
    has_rejected: bool

    @property
    def last(self) -> ReportingPeriod | None:
        """The last month that was supplied in full; None if none was."""
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

    def absent(self, month: ReportingPeriod) -> tuple[str, ...]:
        """The lines of an earlier month, or with a budget in any, that a month has no row of."""
        lines = {one.line: None for other, those in self.months.items() for one in those
                 if one.kind is not Kind.RESERVE and (other < month or one.budget_year)}
        return tuple(lines.keys() - {one.line for one in self.months.get(month, ())})

    def lacking(self, month: ReportingPeriod) -> tuple[str, ...]:
        """The lines of which a month does not say what came, by name."""
        blank = [one.line for one in self.months.get(month, ()) if one.actual_to_date is None]
        return tuple(sorted([*self.absent(month), *blank]))

    def is_doubtful(self, month: ReportingPeriod) -> bool:
        """Whether a rejected row may be of a month: no line is missing, and no reserve closes."""
        lines = self.months.get(month, ())
        return (self.has_rejected and not any(map(self.absent, self.months))
                and all(one.kind is not Kind.RESERVE for one in lines))

    def is_supplied(self, month: ReportingPeriod) -> bool:
        """Whether a month has every line of the year, and each says what came of it."""
        return month in self.months and not (self.lacking(month) or self.is_doubtful(month))


def read_known(context: Context) -> Known:
    """Read the two returns. The Board may read them: they count its own money, and nobody."""
    return known_from(context, *(one.read_for(context) for one in RETURNS))


def known_from(context: Context, lines: Checked, partners: Checked) -> Known:
    """Return what is known from the two returns on the day of the report."""
    months = {month: for_readers(context, those)
              for month, those in _by_month(lines.records).items()}
    return Known(context.period, months, for_readers(context, _by_partner(partners.records)),
                 bool(partners.sources),
                 lead_of(context, BUDGET_MONITORING, returned.BUSINESS_MANAGER),
                 any(one.reaction is Reaction.REJECTED and one.row
                     and not one.rule.startswith(returned.NOT_CLOSED) for one in lines.findings))


def _by_partner(records: Iterable[Record]) -> list[Partner]:
    """Add up the payments of each partner; the row with the agreed sum has the invoice."""
    rows: dict[str, list[Record]] = defaultdict(list)
    for row in records:
        rows[row["partner"]].append(row)
    return [Partner(name, _sum(those, "agreed"), _last(those, "invoiced_on"),
                    _sum(those, "received"), _last(those, "received_on"),
                    "; ".join(dict.fromkeys(row["in_kind"] for row in those if row["in_kind"]))
                    or None) for name, those in rows.items()]


def _sum(rows: Sequence[Record], name: str) -> Decimal:
    return sum((row[name] for row in rows if row[name] is not None), NONE)


def _last(rows: Sequence[Record], name: str) -> date | None:
    return max((row[name] for row in rows if row[name] is not None), default=None)


def _by_month(records: Iterable[Record]) -> dict[ReportingPeriod, tuple[Line, ...]]:
    months: dict[ReportingPeriod, list[Line]] = {}
    for row in records:
        months.setdefault(row["month"], []).append(
            Line(**{name: row[name] for name in Line.__dataclass_fields__}))
    return {month: tuple(months[month]) for month in sorted(months)}
