"""Incidents of looked-after children missing, or away from placement without authorisation.

Made from the missing table of SSDA903, which has days without times: hours away and interviews
within 72 hours are not known. "Any length counts." Incidents and children (each once) are
separate figures.
"""

from __future__ import annotations

from pscb_lib.board.settings import Settings
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Record
from pscb_lib.returns.national.measures.behind import behind, each_once
from pscb_lib.returns.national.measures.referrals import Records

MISSING, AWAY = "M", "A"


def missing_incidents(
    records: Records, period: ReportingPeriod, settings: Settings
) -> list[Record]:
    """LA11, incidents "M = missing" that started in the period."""
    return _incidents(records, period, MISSING)


def missing_children(records: Records, period: ReportingPeriod, settings: Settings
                     ) -> list[Record]:
    """LA11, children with a missing incident that started in the period."""
    return each_once(_incidents(records, period, MISSING))


def away_incidents(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """LA11, incidents "A = away without authorisation" that started in the period."""
    return _incidents(records, period, AWAY)


def away_children(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """LA11, children with an away incident that started in the period."""
    return each_once(_incidents(records, period, AWAY))


def _incidents(records: Records, period: ReportingPeriod, status: str) -> list[Record]:
    return [behind(one, "began_on", "ended_on") for one in records["incidents"]
            if one["status"] == status and period.contains(one["began_on"])]
