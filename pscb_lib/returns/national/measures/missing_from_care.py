"""Incidents of looked-after children missing, or away from placement without authorisation.

From the missing table of the SSDA903 return, which holds days without times: there are no
hours, and nothing can be said of an interview within 72 hours. "Any length counts." Both
grains are kept apart: incidents, and children, each once.
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
    """Incidents "M = missing" that started in the period."""
    return _incidents(records, period, MISSING)


def missing_children(records: Records, period: ReportingPeriod, settings: Settings
                     ) -> list[Record]:
    """Children with a missing incident that started in the period."""
    return each_once(_incidents(records, period, MISSING))


def away_incidents(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """Incidents "A = away without authorisation" that started in the period."""
    return _incidents(records, period, AWAY)


def away_children(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """Children with an away incident that started in the period."""
    return each_once(_incidents(records, period, AWAY))


def _incidents(records: Records, period: ReportingPeriod, status: str) -> list[Record]:
    return [behind(one, "began_on", "ended_on") for one in records["incidents"]
            if one["status"] == status and period.contains(one["began_on"])]
