"""Work out the social-care lines of the quarterly data set from national files.

Each measure returns the rows that it counts, so that an analyst can check them. A line that the
files do not have is not worked out; a line that they have in part carries a note of what is
missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pscb_lib.board.indicators import Role
from pscb_lib.board.settings import Settings
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Record
from pscb_lib.returns.national.coverage import ANNEX_A, is_covered, shortfall
from pscb_lib.returns.national.measures.behind import numerator
from pscb_lib.returns.national.measures.social_care_lines import MEASURES, Measure
from pscb_lib.returns.national.source import National

AWAY = (Role.MISSING_INCIDENTS, Role.MISSING_FROM_CARE, Role.AWAY_INCIDENTS, Role.AWAY_FROM_CARE)


@dataclass(frozen=True)
class Line:
    """One figure of one period, with the rows it counts.

    It has no numerator where the files do not cover its period: it is not supplied. ``note`` says
    which convention was used, ``shortfall`` what the files lack; both may be empty.
    """

    measure: Measure
    period: ReportingPeriod
    numerator: int | None
    denominator: int | None
    behind: tuple[Record, ...]
    note: str
    shortfall: str


def measure_social_care(
    national: National, periods: Iterable[ReportingPeriod], settings: Settings
) -> Iterator[Line]:
    """Yield every line that the files have, for each of *periods*, in the order of MEASURES."""
    periods = list(periods)
    for measure in MEASURES:
        if all(noun in national.records for noun in measure.needs):
            for period in filter(lambda one: can_tell(measure.role, national, one), periods):
                yield _line(measure, national, period, settings)


def _line(measure: Measure, national: National, period: ReportingPeriod, settings: Settings
          ) -> Line:
    lacking = shortfall(measure.role, national, period)
    if not is_covered(national, period):
        return Line(measure, period, None, None, (), "", lacking)
    rows = measure.work_out(national.records, period, settings)
    return Line(measure, period, numerator(rows), len(rows) if measure.is_share else None,
                tuple(rows), said_of(measure.role, settings), lacking)


def can_tell(role: Role, national: National, period: ReportingPeriod) -> bool:
    """Whether the files have a line for *period*.

    Annex A gives the placements of the last 12 months only for its own day.
    """
    is_of_the_day = role is Role.MANY_PLACEMENTS and national.kind == ANNEX_A
    return not is_of_the_day or national.taken_on == period.end


def said_of(role: Role, settings: Settings) -> str:
    """Return the convention used for a line: the start and count of days, or days without times."""
    if role is Role.CONFERENCES_IN_TIME:
        return f"from the {settings.conference_clock.value}, {settings.day_count.value}"
    if role in (Role.ASSESSMENTS_IN_TIME, Role.ASSESSMENTS_OPEN_TOO_LONG):
        return settings.day_count.value
    return "days without times" if role in AWAY else ""
