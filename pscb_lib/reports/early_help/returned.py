"""The half-yearly return of common assessments: one row for each that was open in the half-year.

Item 15 of Appendix 1. No Act and no national return defines a common assessment, so the words on
the page are the Board's own. A row is an assessment of a family, and the file of a half-year has
each one that was open at its start or began in it, as it stood on its last day: no day in it is
later. A family's need, its ward and the children's ages are in no paper and are not asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pscb_lib.board.agencies import agency_parser, in_use, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.framework.audit_summary.audits import AuditGrade
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import (
    Broken,
    Field,
    FileRule,
    Record,
    Records,
    Rule,
    Source,
    awaits,
    find_awaited,
    find_rules,
    name_rows,
    rule,
)
from pscb_lib.returns.across import once
from pscb_lib.returns.codes import ETHNIC_GROUPS
from pscb_lib.returns.kinds import Return
from pscb_lib.returns.waiting import Waiting

NEEDS_MET, STEPPED_UP, WITHDRAWN = "needs met", "stepped up to social care", "consent withdrawn"
MOVED, NO_ENGAGEMENT, NOT_STARTED = "moved", "no engagement", "not started"
REASONS = NEEDS_MET, STEPPED_UP, NO_ENGAGEMENT, WITHDRAWN, MOVED, NOT_STARTED
CARE = "child in need plan", "child protection plan", "looked after"
TOP_SCORE = 10
CORRECT, WRITTEN = "correct one of the two", "write it dd/mm/yyyy"


def half_years(period: ReportingPeriod) -> list[ReportingPeriod]:
    """Return the four half-years that a paper shows, its own last."""
    return [period.back(18), period.same_last_year, period.previous, period]


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return; agencies must be on the register."""
    day = cells.dated(context.as_of)
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    known, named = cells.optional(day), "use a name from params/agencies.csv"
    return (
        Field("half_year", cells.code("a half-year", parse_period, has_months=True),
              "write it like 2014-15 H1"),
        Field("assessment_id", cells.identifier, "send ids as text"),
        Field("children_n", cells.whole_number, "give the number of the family's children"),
        Field("ethnic_group", cells.coded(ETHNIC_GROUPS)),
        Field("started_on", day, WRITTEN),
        Field("started_by_agency", agency, named),
        Field("consent_on", known, WRITTEN),
        Field("lead_agency", cells.optional(agency), named),
        Field("stepped_down_from", cells.optional(cells.one_of(*CARE))),
        Field("first_meeting_on", known, WRITTEN),
        Field("closed_on", known, WRITTEN),
        Field("closed_because", cells.optional(cells.one_of(*REASONS))),
        Field("tool", cells.optional(cells.text), "name the scale of both scores"),
        *(Field(name, cells.optional(cells.whole_number), f"write 0 to {TOP_SCORE}")
          for name in ("score_start", "score_end")),
        Field("audit_grade", cells.optional(cells.member_of(AuditGrade)), optional=True),
        Field("source", cells.text, "say where the row is from"),
    )


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


RULES = (*find_rules(globals()), in_use("started_by_agency", _span), in_use("lead_agency", _span))


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


def find_lost(records: Records) -> Iterator[Broken]:
    """Find assessments that were open at the end of one file and are not in the next."""
    halves = sorted({*records.column("half_year")})
    held: dict[ReportingPeriod, set[str]] = {half: set() for half in halves}
    still: dict[ReportingPeriod, list[tuple[str, int, str]]] = {half: [] for half in halves}
    for half, one, closed, row, file in records.tuples("half_year", "assessment_id", "closed_on",
                                                       "row", "file"):
        held[half].add(one)
        if closed is None:
            still[half].append((one, row, file))
    for half, later in zip(halves, halves[1:], strict=False):
        lost = [(row, file) for one, row, file in still[half] if one not in held[later]]
        if lost and later.previous == half:
            rows = tuple(row for row, _ in lost)
            yield Broken(rows, ("assessment_id",), Reaction.NOTED, f"{name_rows(rows)} open at "
                         f"the end of {half.label} and in no row of {later.label}", file=lost[0][1])


def find_restarted(records: Records) -> Iterator[Broken]:
    """Find an assessment that has another first day, or is there again after it was closed."""
    last: dict[str, tuple] = {}
    names = "assessment_id", "half_year", "started_on", "closed_on", "row", "file"
    for one, half, started, closed, row, file in sorted(records.tuples(*names), key=_by_half):
        then, start, end = last.get(one, (half, started, None))
        if start != started:
            yield Broken((row,), ("started_on",), file=file, says=f"differs from {then.label}")
        elif end is not None:
            yield Broken((row,), ("assessment_id",), file=file, says=f"was closed in {then.label}")
        last[one] = half, started, closed


def _by_half(row: tuple) -> ReportingPeriod:
    return row[1]


def follow(context: Context, sources: Sequence[Source]) -> tuple[FileRule, ...]:
    """Return the rules from one half-year to the next."""
    return (FileRule("an assessment has one start and one end", CORRECT, find_restarted),
            FileRule("was open, and is not in the next file", "send it, open or closed",
                     find_lost))


@awaits("consent_on", "the family's consent", {"consent_on": ""})
def has_no_consent(row: Record) -> bool:
    """A common assessment is made with the family's consent; blank is not recorded."""
    return row["consent_on"] is None


@awaits("score_end", "the second score", {"score_end": ""})
def has_no_second_score(row: Record) -> bool:
    """Without a second score nobody can tell whether a family's score rose."""
    return row["closed_on"] is not None and row["score_start"] is not None and (
        row["score_end"] is None)


AWAITED = find_awaited(globals())
APPLIES = {
    "ethnic_group": "it is known", "consent_on": "the day of the family's consent is recorded",
    "lead_agency": "an agency leads", "first_meeting_on": "the first meeting was held",
    "stepped_down_from": "the family came from social care", "closed_on": "it is closed",
    "closed_because": "it is closed", "tool": "the family is scored",
    "score_start": "the family was scored at the start", "score_end": "it was scored at the end",
    "audit_grade": "an audit of quality graded it in the half-year",
}
RETURN = Return(
    "common_assessments", "Common assessments", make_fields, make_rules,
    once("assessment_id", says="have one id and are not the same",
         remedy="correct the id, or take the wrong row out"),
    "common_assessments",
    {"half_year": "2014-15 H1", "assessment_id": "CA-001", "children_n": "2",
     "ethnic_group": "White", "started_on": "12/05/2014",
     "started_by_agency": "Peterborough schools", "consent_on": "12/05/2014",
     "lead_agency": "Peterborough schools", "first_meeting_on": "09/06/2014",
     "closed_on": "15/09/2014", "closed_because": NEEDS_MET, "tool": "family scale",
     "score_start": "4", "score_end": "7", "source": "case system"},
    is_folder=True, months=6, one_file_each=half_years, together=follow,
    awaited=Waiting(("assessment_id",), lambda context, row: "Common assessments",
                    lambda context, records: AWAITED),
    applies=APPLIES,
)
