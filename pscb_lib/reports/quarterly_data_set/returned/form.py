"""The form of one agency: its own indicators, by title, with what it sent for the last quarters.

What an agency sees of earlier quarters is what it sent itself: a figure that another agency sent
before it is not on its form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Indicator, Kind, Unit, indicators_for
from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.framework.english import capital
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import InputError, Missing
from pscb_lib.reports.quarterly_data_set.returned.record import read_register
from pscb_lib.returns.kinds import Return
from pscb_lib.returns.prefilled import Line, Offered, Prefilled
from pscb_lib.returns.sums import By, is_before, of_quarter, sent_last

QUARTERS = 4  # those before the period, which the agency reads again
MORE = 12  # open rows, for earlier figures that were wrong
COUNTED = {
    Kind.FLOW: "What happened in the quarter, each event once. Not what happened before or after.",
    Kind.STOCK: "Those on the last day of the quarter. Not those whose time had ended before it.",
    Kind.COHORT: "Each case once, in the quarter in which what is asked about it is known. Not "
                 "those of which it cannot be known yet.",
}
OVER_LONGER = "Send the quarter alone: the paper adds the quarters up."
OF_SHARE = "The numerator counts some of the denominator, and is never more."
SENT_AFTER = 20  # days after the quarter, in the example
NOT_SENT, NOT_ASKED = "not sent", "not asked for"
OURS = re.compile(r"\s*\([^()]*\.(?:yaml|csv)\)")  # a file of the project, which no agency has


def asked_of(context: Context, agency: str | None = None) -> list[Indicator]:
    """Return the indicators of the period, or those of one agency, in the register's order."""
    register = indicators_for(read_register(context).values(), context.period)
    return [one for one in register if agency in (None, one.agency)]


def agencies_of(context: Context) -> tuple[str, ...]:
    """Return the agencies that send a figure for the period, in the register's order."""
    return tuple(dict.fromkeys(one.agency for one in asked_of(context)))


def prefill_agency(kind: Return, context: Context, agency: str) -> Prefilled:
    """Return the rows of one agency's form. Raises InputError if it is asked for no indicator."""
    asked = asked_of(context, agency)
    if not asked:
        raise InputError.at("--agency", f"has no indicator of {context.period.label}",
                            "use one of " + ", ".join(agencies_of(context)), value=agency)
    quarters = [context.period.back(3 * step) for step in range(QUARTERS, 0, -1)]
    frame = _read(kind, context, agency)
    sent, sources = sent_last(frame), dict(zip(frame["indicator"], frame["source"], strict=True))
    labels = [quarter.label for quarter in quarters]
    rows = tuple(_row(one, context, quarters, sent, sources.get(one.id, "")) for one in asked)
    return Prefilled(agency, ("title", *labels), rows, _examples(asked, context.period), MORE,
                     tuple(map(_explained, asked)))


def _read(kind: Return, context: Context, agency: str) -> pandas.DataFrame:
    """Return what one agency has sent, in the order in which it became known."""
    try:
        frame = kind.read_for(context).frame
    except Missing:  # nothing has been sent yet
        return pandas.DataFrame(columns=["indicator", "period", "numerator", "denominator",
                                         "status", "source"])
    own = frame.loc[[one == agency for one in frame["agency"]]]
    return own.sort_values("submitted_on", kind="stable")


def _row(one: Indicator, context: Context, quarters: Sequence[ReportingPeriod], sent: By,
         source: str) -> Line:
    first = context.settings.first_cycle
    row: dict[str, str | int | None] = {
        "title": one.title,
        **{quarter.label: _figure(one, quarter, sent, first) for quarter in quarters},
        "agency": one.agency, "indicator": one.id, "period": context.period.label, "actual": ""}
    if one.unit is not Unit.PERCENT:
        row["denominator"] = ""
    return row | ({"source": Offered(source)} if source else {})


def _figure(one: Indicator, quarter: ReportingPeriod, sent: By, first: ReportingPeriod | None
            ) -> str:
    """What was sent for a quarter: a count, or the two counts of a percentage."""
    found = of_quarter(one, quarter, sent)
    if found.state == NOT_SUPPLIED:
        return NOT_ASKED if is_before(one, quarter, first) else NOT_SENT
    if found.state:
        return found.state
    counts = (found.numerator, found.denominator) if one.unit is Unit.PERCENT else (
        found.numerator,)
    return " of ".join(f"{count:,}" for count in counts if count is not None)


def _examples(asked: Sequence[Indicator], period: ReportingPeriod) -> tuple[dict[str, str], ...]:
    """An invented row for a count, and one for a percentage, each if the agency is asked for one.
    """
    found, sent_on = [], f"{period.end + timedelta(days=SENT_AFTER):%d/%m/%Y}"
    for is_share, cells in ((False, {"numerator": "79"}),
                            (True, {"numerator": "31", "denominator": "52"})):
        one = next((one for one in asked if (one.unit is Unit.PERCENT) is is_share), None)
        if one:
            found.append({"title": one.title, "agency": one.agency, "indicator": one.id,
                          "period": period.label, **cells, "submitted_on": sent_on,
                          "source": "case system"})
    return tuple(found)


def _explained(one: Indicator) -> dict[str, str]:
    is_share = one.unit is Unit.PERCENT
    counted = [COUNTED[one.kind], *([OF_SHARE] if is_share else ()),
               *([OVER_LONGER] if one.basis != "quarter" else ())]
    return {
        "title": one.title, "indicator": one.id, "What it is": OURS.sub("", one.definition),
        "numerator": capital(one.numerator),
        "denominator": capital(one.denominator or "none: leave it blank") if is_share else
        "None: leave it blank",
        "What counts, and what does not": " ".join(counted),
        "Timescale": _timescale(one),
    }


def _timescale(one: Indicator) -> str:
    said = one.timescale_source
    return f"{capital(said.set_by.value)}: {said.cites}" if said and said.cites else ""
