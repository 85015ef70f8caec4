"""The columns of the quarterly data set's return.

An agency sends numerators and denominators, never a rating. Where a figure was suppressed or is not
known, a mark in the cell (c, x, z) or the status of the row says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import wraps

from pscb_lib.board.agencies import agency_parser, in_use, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Indicator, Unit, read_indicators
from pscb_lib.board.period_cells import period_parser
from pscb_lib.framework.folding import bare, tidy
from pscb_lib.reading import cells
from pscb_lib.reading.findings import nearest
from pscb_lib.reading.rows import Field, Record, Rule
from pscb_lib.reports.quarterly_data_set.returned.rules import PERCENT_RULES, RULES

STATES = ("not supplied", "no cases", "suppressed", "not collected", "not applicable")
COUNT = cells.optional(cells.figure(cells.whole_number))
WRITE_COUNT = ("write a whole number, 0 for none, c if it may not be sent, x if it is not known, "
               "or z if it does not apply")

WRITE_PERCENT = ("write a number from 0 to 100, or leave it blank: where there is none, c, x or "
                 "z is written among the counts")

APPLIES = {
    "numerator": "there is a figure", "denominator": "the indicator is a percentage",
    "actual": "you wish to have your own percentage compared: it is worked out from the counts",
    "status": "there is no figure: why there is none",
}


def read_register(context: Context) -> dict[str, Indicator]:
    """Return every indicator of every year by its id."""
    return {one.id: one for one in read_indicators(context.params / "indicators.csv")}


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return; agencies and indicators are those on the registers."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    return (
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("indicator", indicator_parser(read_register(context)),
              "use an id from params/indicators.csv"),
        Field("period", period_parser(context.period), "write it like 2014-15 Q3"),
        Field("numerator", COUNT, WRITE_COUNT),
        Field("denominator", COUNT, WRITE_COUNT),
        Field("actual", cells.optional(cells.unless_absent(cells.percentage)), WRITE_PERCENT),
        Field("status", cells.optional(cells.one_of(*STATES)), "leave blank or use one of these"),
        Field("submitted_on", cells.dated(context.as_of, is_planned=True), "write it dd/mm/yyyy"),
        Field("source", cells.text, "say where the row is from"),
    )


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for one row."""
    percentages = {one.id for one in read_register(context).values() if one.unit is Unit.PERCENT}

    def of_percent(broken: Callable[[Record], bool]) -> Callable[[Record], bool]:
        """Limit a rule to indicators that are percentages."""
        @wraps(broken)
        def asked(record: Record) -> bool:
            return record["indicator"] in percentages and broken(record)

        return asked

    about_percentages = (replace(one, broken=of_percent(one.broken)) for one in PERCENT_RULES)
    return (*RULES, *about_percentages, in_use("agency", _span))


def _span(record: Record) -> tuple[date, date]:
    return record["period"].start, max(record["period"].end, record["submitted_on"])


def _by_role(register: Iterable[Indicator]) -> dict[str, str]:
    """The ids of the indicators that alone have a role, by its word."""
    ids: dict[str, set[str]] = {}
    for one in (one for one in register if one.role):
        ids.setdefault(bare(one.role or ""), set()).add(one.id)
    return {word: min(held) for word, held in ids.items() if len(held) == 1}


def indicator_parser(by_id: dict[str, Indicator]) -> cells.Parser:
    """Make a parser of the ids of a register; the word of a role is read as the one id that has it.
    """
    known = {**_by_role(by_id.values()), **{bare(id): id for id in by_id}}

    def parse(cell: str) -> object:
        if bare(cell) not in known:
            raise ValueError(f"is not on the register of indicators{nearest(tidy(cell), by_id)}")
        return cells.noting(known[bare(cell)], cell)

    return cells.shaped(parse, cells.Shape("choice", tuple(by_id)))
