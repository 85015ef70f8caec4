"""Work out the social-care lines of the quarterly data set from national files.

Each measure returns the rows that it counts, so that an analyst can check them. A line that the
files do not have is not worked out; a line that they have in part carries a note of what is
missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pscb_lib.board.settings import Settings
from pscb_lib.framework.periods import ReportingPeriod, add_months
from pscb_lib.reading.rows import Record
from pscb_lib.returns.national.measures.behind import numerator
from pscb_lib.returns.national.measures.social_care_lines import MEASURES, Measure
from pscb_lib.returns.national.source import National

ANNEX_A = "annex-a"


@dataclass(frozen=True)
class Line:
    """One figure of one period, with the rows it counts.

    ``note`` says which convention was used, ``shortfall`` what the files lack; both may be empty.
    """

    measure: Measure
    period: ReportingPeriod
    numerator: int
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
            for period in filter(lambda one: can_tell(measure.id, national, one), periods):
                rows = measure.work_out(national.records, period, settings)
                yield Line(measure, period, numerator(rows),
                           len(rows) if measure.is_share else None, tuple(rows),
                           said_of(measure.id, settings), shortfall(measure.id, national, period))


def can_tell(id: str, national: National, period: ReportingPeriod) -> bool:
    """Whether the files have a line for *period*.

    Annex A gives the placements of the last 12 months only for its own day.
    """
    is_of_the_day = id == "LA3" and national.kind == ANNEX_A
    return not is_of_the_day or national.taken_on == period.end


def said_of(id: str, settings: Settings) -> str:
    """Return the convention used for a line: the start and count of days, or days without times."""
    if id == "CP3":
        return f"from the {settings.conference_clock.value}, {settings.day_count.value}"
    if id in ("AS2", "AS3"):
        return settings.day_count.value
    return "days without times" if id.startswith("LA11") else ""


def shortfall(id: str, national: National, period: ReportingPeriod) -> str:
    """Return what the files lack for a line in *period*; empty if they lack nothing.

    Re-referrals need the 12 months before the period, placements the year to its end. Annex A
    gives the number of both, but a conference only with its enquiry, which may have started weeks
    before.
    """
    if not national.covers:
        return ""
    first, last = national.covers
    if not first <= period.start <= period.end <= last:
        return (f"the files cover {first:%d/%m/%Y} to {last:%d/%m/%Y}, not the whole of "
                f"{period.title}")
    weeks_before = add_months(period.first, -1)
    looks_back = ({"CP3": weeks_before, "CP4": weeks_before} if national.kind == ANNEX_A
                  else {"FD5": period.back(12).start, "LA3": period.rolling_year.start})
    start = looks_back.get(id, first)
    if start >= first:
        return ""
    return (f"looks back to {start:%d/%m/%Y} and the files begin on {first:%d/%m/%Y}, so too few "
            "are found; files of the year before, where there are any, mend that")
