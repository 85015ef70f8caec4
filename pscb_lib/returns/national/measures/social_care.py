"""The quarterly data set's social-care lines, worked out from national files.

Each measure is the list of rows behind it, so the list an analyst checks is the figure. What
a file cannot tell is not worked out; what it tells in part is worked out and said so.
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
    """One figure of one period, with the rows behind it.

    ``note`` says what ruled it, ``shortfall`` what the files lack for it; either may be empty.
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
    """Work out every line the files can tell, for each of *periods*, in the list's order."""
    periods = list(periods)
    for measure in MEASURES:
        if all(noun in national.records for noun in measure.needs):
            for period in filter(lambda one: can_tell(measure.id, national, one), periods):
                rows = measure.work_out(national.records, period, settings)
                yield Line(measure, period, numerator(rows),
                           len(rows) if measure.is_share else None, tuple(rows),
                           said_of(measure.id, settings), shortfall(measure.id, national, period))


def can_tell(id: str, national: National, period: ReportingPeriod) -> bool:
    """Whether the files know a line of *period* at all.

    A list that gives the placements of the last 12 months gives them for its own day only.
    """
    is_of_the_day = id == "LA3" and national.kind == ANNEX_A
    return not is_of_the_day or national.taken_on == period.end


def said_of(id: str, settings: Settings) -> str:
    """What ruled a figure and could have been otherwise: its clock, its days without times."""
    if id == "CP3":
        return f"from the {settings.conference_clock.value}, {settings.day_count.value}"
    if id in ("AS2", "AS3"):
        return settings.day_count.value
    return "days without times" if id.startswith("LA11") else ""


def shortfall(id: str, national: National, period: ReportingPeriod) -> str:
    """Why the files fall short of what one line needs in *period*; empty where they do not.

    Re-referrals look back 12 months from the period's first day, placements over the year.
    The lists of Annex A give the number of both, but a conference only with its enquiry,
    which may have begun weeks before.
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
