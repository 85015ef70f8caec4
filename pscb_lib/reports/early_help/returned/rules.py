"""The rules that a row of the return must keep, each with its guidance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pscb_lib.board.agencies import in_use
from pscb_lib.board.context import Context
from pscb_lib.framework.months import say_day
from pscb_lib.reading.rows import Record, Rule, find_rules, rule
from pscb_lib.reports.early_help.returned.record import CORRECT, NOT_STARTED, TOP_SCORE


@rule("children_n", says="an assessment is of at least one child", remedy="correct the number",
      example={"children_n": "0"})
def has_no_child(row: Record) -> bool:
    """One row for each assessment of a family, with the number of its children."""
    return row["children_n"] < 1


@rule("started_on", "first_meeting_on", says="the first meeting is before the start",
      remedy=CORRECT, example={"first_meeting_on": "11/05/2014"})
def meets_before_it_starts(row: Record) -> bool:
    """The six weeks to the first meeting run from the start of the assessment."""
    return _is_before("first_meeting_on", "started_on", row)


@rule("started_on", "closed_on", says="it was closed before it was started", remedy=CORRECT,
      example={"closed_on": "11/05/2014", "first_meeting_on": ""})
def is_closed_before_it_starts(row: Record) -> bool:
    """An assessment is open from its start until it is closed."""
    return _is_before("closed_on", "started_on", row)


@rule("first_meeting_on", "closed_on", says="the first meeting is after the closing",
      remedy=CORRECT, example={"first_meeting_on": "16/09/2014"})
def meets_after_its_end(row: Record) -> bool:
    """Agencies meet about a family while its assessment is open."""
    return _is_before("closed_on", "first_meeting_on", row)


@rule("closed_on", "closed_because", says="the day and the reason of closing go together",
      remedy="fill both, or neither", example={"closed_because": ""})
def is_half_closed(row: Record) -> bool:
    """Every closing has one reason, so that the reasons add up to those closed."""
    return (row["closed_on"] is None) != (row["closed_because"] is None)


@rule("first_meeting_on", "closed_because", says="it was not started, and there was a meeting",
      remedy=CORRECT, example={"closed_because": NOT_STARTED})
def meets_without_starting(row: Record) -> bool:
    """Not started: the family was assessed and help never began."""
    return row["closed_because"] == NOT_STARTED and row["first_meeting_on"] is not None


@rule("score_start", "score_end", says=f"scores are from 0 to {TOP_SCORE}",
      remedy="correct the score", example={"score_end": "11"})
def is_off_the_scale(row: Record) -> bool:
    """Both scores are on one scale of 0 to 10, higher is better."""
    return any((row[name] or 0) > TOP_SCORE for name in ("score_start", "score_end"))


@rule("tool", "score_start", "score_end", says="a score at the end needs the score at the start, "
      "and both the tool they were made with", remedy="fill the cell, or leave the scores blank",
      example={"score_start": ""})
def is_scored_on_nothing(row: Record) -> bool:
    """A change is told only by two scores with the same tool."""
    is_scored = row["score_start"] is not None
    return (row["score_end"] is not None and not is_scored) or (is_scored and not row["tool"])


def _is_before(earlier: str, later: str, row: Record) -> bool:
    return None not in (row[earlier], row[later]) and row[earlier] < row[later]


def _span(row: Record) -> tuple[date, date]:
    return row["started_on"], row["closed_on"] or row["started_on"]


def _in_use(field: str) -> Rule:
    return replace(in_use(field, _span), example={field: "Peterborough Primary Care Trust"})


RULES = (*find_rules(globals()), *map(_in_use, ("started_by_agency", "lead_agency")))


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for one row of the file of a half-year."""
    half = context.period

    @rule("half_year", says=f"this is the file of {half.label}", remedy="move the row to the file "
          "of its half-year", example={"half_year": "2011-12 H1"})
    def is_of_another(row: Record) -> bool:
        """One file for each half-year, so that each says how it stood on its last day."""
        return row["half_year"] != half

    @rule("started_on", "first_meeting_on", "closed_on", says=f"is after {say_day(half.end)}, the "
          "last day of the half-year", remedy="leave it for the file of its own half-year",
          example={"closed_on": "01/10/2014"})
    def is_of_later(row: Record) -> bool:
        """A file says how things stood on the last day of its half-year."""
        days = (row[name] for name in ("started_on", "first_meeting_on", "closed_on"))
        return any(day is not None and day > half.end for day in days)

    @rule("closed_on", says=f"was closed before {say_day(half.start)}, the first day of the "
          "half-year", remedy="take the row out: an earlier file has it",
          example={"started_on": "12/02/2014", "first_meeting_on": "20/02/2014",
                   "closed_on": "31/03/2014"})
    def is_of_earlier(row: Record) -> bool:
        """A file has what was open in its half-year."""
        return row["closed_on"] is not None and row["closed_on"] < half.start

    return *RULES, *find_rules(locals())
