"""Reports for a Local Safeguarding Children Board, as its framework of May 2014 rules them.

What an analyst needs is here by name; a module is imported when one of its names is asked for::

    import pscb_lib
    returned = pscb_lib.load("data_set", period="2014-15 Q3")
    returned.frame, returned.findings, returned.rows
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pscb_lib.board.context import find_project
    from pscb_lib.board.indicators.register import indicators_for, read_indicators
    from pscb_lib.board.meetings import read_meetings
    from pscb_lib.board.programme import read_programme
    from pscb_lib.disclosure.showing import show
    from pscb_lib.framework.audit_summary.summary import (
        ActionSummary,
        AuditSummary,
        Section11Summary,
        summarise_actions,
        summarise_audits,
        summarise_section11,
    )
    from pscb_lib.framework.periods import ReportingPeriod
    from pscb_lib.framework.rag import Absence, Polarity, Rag, percent_of_target, rate
    from pscb_lib.framework.scheduling.deadlines import due
    from pscb_lib.framework.spellings import parse_period
    from pscb_lib.framework.statistics.intervals import (
        Interval,
        count_interval,
        rate_interval,
        wilson_interval,
    )
    from pscb_lib.framework.statistics.limits import Limits, usual_range
    from pscb_lib.framework.statistics.spc import measure_variation
    from pscb_lib.framework.workdays import DayCount, add_working_days, is_working_day, working_days
    from pscb_lib.reading.findings import InputError
    from pscb_lib.returns.actions.record import make_actions
    from pscb_lib.returns.kinds import find_returns
    from pscb_lib.returns.loading import Loaded, load
    from pscb_lib.returns.registers.audits import make_audits
    from pscb_lib.returns.self_audits import make_self_audits

__version__ = "0.1.0"
__all__ = [
    "Absence", "ActionSummary", "AuditSummary", "DayCount", "InputError", "Interval", "Limits",
    "Loaded", "Polarity", "Rag", "ReportingPeriod", "Section11Summary", "__version__",
    "add_working_days", "count_interval", "due", "find_project", "find_returns",
    "indicators_for", "is_working_day", "load", "make_actions", "make_audits",
    "make_self_audits", "measure_variation", "parse_period", "percent_of_target", "rate",
    "rate_interval", "read_indicators", "read_meetings", "read_programme",
    "show", "summarise_actions", "summarise_audits", "summarise_section11", "usual_range",
    "wilson_interval", "working_days",
]

HOMES = {
    "returns.loading": ("load", "Loaded"),
    "returns.kinds": ("find_returns",),
    "reading.findings": ("InputError",),
    "board.context": ("find_project",),
    "board.indicators.register": ("read_indicators", "indicators_for"),
    "board.programme": ("read_programme",),
    "board.meetings": ("read_meetings",),
    "framework.rag": ("rate", "percent_of_target", "Rag", "Polarity", "Absence"),
    "framework.periods": ("ReportingPeriod",),
    "framework.spellings": ("parse_period",),
    "framework.workdays": ("working_days", "add_working_days", "is_working_day", "DayCount"),
    "framework.scheduling.deadlines": ("due",),
    "returns.actions.record": ("make_actions",),
    "returns.registers.audits": ("make_audits",),
    "returns.self_audits": ("make_self_audits",),
    "framework.audit_summary.summary": ("summarise_actions", "ActionSummary", "summarise_audits",
                                        "AuditSummary", "summarise_section11",
                                        "Section11Summary"),
    "framework.statistics.intervals": ("wilson_interval", "count_interval", "rate_interval",
                                       "Interval"),
    "framework.statistics.limits": ("usual_range", "Limits"),
    "framework.statistics.spc": ("measure_variation",),
    "disclosure.showing": ("show",),
}
_HOME_OF = {name: home for home, names in HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    return found


def __dir__() -> list[str]:
    return __all__
