"""The quarterly data set's return: one row for each indicator and period, from each agency.

An agency sends numerators and denominators, never a rating. A figure sent again for the same period
is a revision: the one submitted last before the report's day is used, and the earlier one is kept
to show what changed.
"""

from __future__ import annotations

from dataclasses import replace

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role, indicators_for
from pscb_lib.disclosure.summaries import COUNTS
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Absence
from pscb_lib.reading.findings import Finding, InputError, Reaction
from pscb_lib.reading.rows import Checked, FileRule, Reason, Record
from pscb_lib.reports.quarterly_data_set.returned.awaited import WAITING
from pscb_lib.reports.quarterly_data_set.returned.contradictions import list_contradictions
from pscb_lib.reports.quarterly_data_set.returned.doubts import make_doubts
from pscb_lib.reports.quarterly_data_set.returned.form import agencies_of, prefill_agency
from pscb_lib.reports.quarterly_data_set.returned.record import (
    APPLIES,
    make_fields,
    make_rules,
    read_register,
)
from pscb_lib.reports.quarterly_data_set.returned.resent import FIGURE, count_from_receipt
from pscb_lib.reports.quarterly_data_set.returned.rules import is_share
from pscb_lib.returns.across import once, one_scale
from pscb_lib.returns.kinds import Return

KEY = (*FIGURE, "submitted_on")


def complete(checked: Checked, context: Context) -> Checked:
    """Add the state of its figure to each row; note what contradicts, and who sent nothing."""
    return _with_contradictions(with_states(_with_silent(checked, context)), context)


def _with_contradictions(checked: Checked, context: Context) -> Checked:
    """Note figures of the period that cannot all be right, for whoever reads all agencies'."""
    register = indicators_for(read_register(context).values(), context.period)
    found = list_contradictions(register, context.period, checked.frame)
    notes = [_note(said, "all are used as they were sent: ask which is right") for said in found]
    return replace(checked, findings=(*checked.findings, *notes))


def _note(rule: str, remedy: str) -> Finding:
    return Finding(RETURN.folder_or_file, rule, remedy, reaction=Reaction.NOTED)


def _with_silent(checked: Checked, context: Context) -> Checked:
    """Note the agencies of this year's indicators that have sent nothing for the period."""
    register = indicators_for(read_register(context).values(), context.period)
    due = sorted({one.agency for one in register})
    heard = {agency for agency, period in {*checked.records.tuples("agency", "period")}
             if context.period.contains(period)}
    silent = [agency for agency in due if agency not in heard]
    if not silent:
        return checked
    note = _note(f"{len(due) - len(silent)} of {len(due)} agencies have sent figures for "
                 f"{context.period.label}: none from {', '.join(silent)}",
                 "its figures are not supplied, and never 0")
    return replace(checked, findings=(*checked.findings, note))


def with_states(checked: Checked) -> Checked:
    """Write the reason why a count is absent into the status of its row."""
    frame, records = checked.frame.copy(), checked.records
    for name in ("denominator", "numerator"):
        counts = records.column(name)
        absent = [place for place, count in enumerate(counts) if isinstance(count, Absence)]
        frame.loc[absent, "status"] = [counts[place].value.lower() for place in absent]
        frame.loc[absent, name] = None
    actual = [*records.column("actual")]
    for place, sent in enumerate(actual):
        if sent is not None and is_share(records[place]):
            actual[place] = 100 * sent
    frame["actual"] = pandas.Series(actual, frame.index, object)
    return replace(checked, frame=frame)


def refuse_other_period(checked: Checked, context: Context) -> None:
    """Raise InputError if a file is about one period only, and not the run's."""
    periods = {_quarter(period) for period in {*checked.records.column("period")}}
    if len(periods) == 1 and (sent := periods.pop()) != context.period:
        raise InputError.at(
            checked.sources[0].file, f"is about {sent.label}, and {context.period.label} is asked "
            "for", f"send the return of {context.period.label}", column="period")


def _quarter(period: ReportingPeriod) -> ReportingPeriod:
    first = period.back((period.first.month - 1) % 3).first
    return ReportingPeriod(first, 3) if period.months == 1 else period


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules between rows of one file."""
    return (*once(*KEY, says="are of one figure sent on one day and are not the same",
                  remedy="take the wrong row out"),
            one_scale("actual", is_share))


def leave_out(context: Context) -> Reason:
    """Leave out what was not known on the day of the report, or is on no current indicator."""
    register = read_register(context).values()
    current = {one.id for one in indicators_for(register, context.period)}

    def reason(record: Record) -> str | None:
        if record["submitted_on"] > context.as_of:
            return "submitted after the day of the report"
        if record["indicator"] not in current:
            return "about an indicator that is not on this year's register"
        return "about a later period" if record["period"].end > context.period.end else None

    return reason


RETURN = Return(
    "data_set", "Quarterly data set", make_fields, make_rules, make_file_rules, "data_set",
    {"agency": "Cambridgeshire Constabulary", "indicator": Role.MISSING_EPISODES,
     "period": "2014-15 Q3", "numerator": "79", "submitted_on": "20/01/2015",
     "source": "case system"},
    leave_out, is_folder=True, key=FIGURE, describes=COUNTS, refuse=refuse_other_period,
    months=3, sent_again=count_from_receipt, derive=complete, awaited=WAITING,
    together=lambda context, sources: make_doubts(context.period, sources),
    senders=agencies_of, applies=APPLIES, prefill_for=prefill_agency,
)
