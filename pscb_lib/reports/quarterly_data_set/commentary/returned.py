"""The leads' commentary: one file for each lead, one row for each of its indicators.

A row names the figure it is about by its numerator and denominator, so that a later change is seen,
and says for which audience it is cleared, by which officer and when. A row with empty boxes is
valid: its commentary is still awaited.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas

from pscb_lib.board.commentary import ClearedFor
from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role, indicators_for
from pscb_lib.board.period_cells import period_parser
from pscb_lib.disclosure.summaries import COUNTS
from pscb_lib.reading import cells
from pscb_lib.reading.rows import (
    Broken,
    Checked,
    Field,
    FileRule,
    Reason,
    Record,
    Records,
)
from pscb_lib.reports.quarterly_data_set.commentary.awaited import WAITING
from pscb_lib.reports.quarterly_data_set.commentary.form import prefill_leads
from pscb_lib.reports.quarterly_data_set.commentary.rules import CLEARING, make_rules
from pscb_lib.reports.quarterly_data_set.returned.record import (
    indicator_parser,
    read_register,
)
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return

WRITE_DAY = "write it dd/mm/yyyy"
COUNT_OR_BLANK = "write a whole number, or leave it blank where it may not be sent"


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return; indicators are those on the register."""
    count = cells.optional(cells.whole_number)
    return (
        Field("indicator", indicator_parser(read_register(context)),
              "use an id from params/indicators.csv"),
        Field("period", period_parser(context.period), "write it like 2014-15 Q3"),
        Field("numerator", count, COUNT_OR_BLANK),
        Field("denominator", count, COUNT_OR_BLANK),
        Field("what_happened", cells.optional(cells.text), "say what lies behind the figure"),
        Field("what_is_being_done", cells.optional(cells.text), "say what is done, and by whom"),
        Field("by_when", cells.optional(cells.dated(context.as_of, is_planned=True)), WRITE_DAY),
        Field("cleared_for", cells.optional(cells.member_of(ClearedFor)),
              "write board, or board and public, or leave it blank"),
        Field("cleared_by", cells.optional(cells.text), "name the officer's post"),
        Field("cleared_on", cells.optional(cells.dated(context.as_of)), WRITE_DAY),
    )


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules between rows of one file."""
    return once("indicator", "period", says="are of one indicator and quarter and are not the "
                "same", remedy="write one commentary for each")


def leave_out(context: Context) -> Reason:
    """Leave out what is about another quarter, or about no indicator of this year's register."""
    current = {one.id for one in indicators_for(read_register(context).values(), context.period)}

    def reason(record: Record) -> str | None:
        if record["period"] != context.period:
            return "about another quarter"
        is_current = record["indicator"] in current
        return None if is_current else "about an indicator that is not on this year's register"

    return reason


def _find_two_files(records: Records) -> Iterator[Broken]:
    """Find indicators that have a commentary on one quarter in two files."""
    places: dict[tuple, list[tuple[str, int]]] = {}
    for indicator, period, file, row in records.tuples("indicator", "period", "file", "row"):
        places.setdefault((indicator, period), []).append((file, row))
    for found in places.values():
        if len(found) > 1:
            said = " and ".join(f"row {row} of {file}" for file, row in found)
            for file, row in found:
                yield Broken((row,), ("indicator",), file=file, value=said)


TOGETHER = (FileRule("two files have a commentary on one indicator and quarter",
                     "take one of the two out", _find_two_files),)


def as_known_on(frame: pandas.DataFrame, context: Context) -> pandas.DataFrame:
    """Remove a clearance that is dated after the report's day."""
    is_later = [day is not None and day > context.as_of for day in frame["cleared_on"]]
    cleared = frame[[*CLEARING]].astype(object)
    cleared.loc[is_later] = None
    return frame.assign(**{name: cleared[name] for name in CLEARING})


def with_folder(checked: Checked, context: Context) -> Checked:
    """Put the folder before the file names, which are the leads' names only."""
    return replace(checked, sources=tuple(
        replace(source, file=f"{RETURN.folder_or_file}/{source.file}")
        for source in checked.sources))


CLEARED = "an officer has cleared it for other readers than the group"
APPLIES = {
    "numerator": "there is a figure", "denominator": "it is a percentage or a rate",
    "what_happened": "a commentary is asked for, or you wish to write one",
    "what_is_being_done": "something is done", "by_when": "it has a day",
    "cleared_for": CLEARED, "cleared_by": CLEARED, "cleared_on": CLEARED,
}
RETURN = Return(
    "commentary", "Commentary", make_fields, make_rules, make_file_rules, "commentary",
    {"indicator": Role.RETURN_INTERVIEWS, "period": "2014-15 Q3", "numerator": "31",
     "denominator": "52",
     "what_happened": "The commissioned interviewer left in October",
     "what_is_being_done": "A second interviewer is being appointed", "by_when": "31/03/2015",
     "cleared_for": "board", "cleared_by": "Head of Corporate Parenting",
     "cleared_on": "23/01/2015"},
    leave_out, is_folder=True, key=("indicator", "period"), describes=COUNTS,
    may_be_empty=True, learnt=as_known_on, together=lambda context, sources: TOGETHER,
    derive=with_folder, awaited=WAITING, prefill=prefill_leads,
    applies=APPLIES,
)
