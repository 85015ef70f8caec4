"""The quarterly return of child protection conferences: one row for each child and conference.

Item 14 of Appendix 1, "Child Protection Conferencing Data". A family of four is four rows with one
``conference_id``. A row stands in the return of the quarter in which the conference was held; a
review that was due and not held in that of the quarter at whose end it was overdue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role, by_role, indicators_for, read_indicators
from pscb_lib.board.settings import ConferenceClock
from pscb_lib.framework.ages import complete_years
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import (
    Broken,
    Checked,
    FileRule,
    Record,
    Records,
    Rule,
    find_rules,
    name_rows,
    rule,
)
from pscb_lib.reports.child_protection_conferencing.returned.awaited import WAITING
from pscb_lib.reports.child_protection_conferencing.returned.record import (
    APPLIES,
    FIRST,
    make_fields,
)
from pscb_lib.reports.child_protection_conferencing.returned.rules import (
    RULES_OF_A_ROW,
    has_own_clock,
)
from pscb_lib.returns.across import once, same_ids
from pscb_lib.returns.kinds import Return, known_days
from pscb_lib.returns.national.source import is_imported

FOLDER = "conferences"
SATURDAY = 5
QUARTERS = 12  # three years: a plan open two years ago has been reviewed since
OF_ALL = ("family_id", "held_on", "quorate", "went_ahead_because", "parent_part",
          "parent_got_report_on")
CLOCKS = {ConferenceClock.SECTION_47_START: "enquiry_started_on",
          ConferenceClock.STRATEGY_DISCUSSION: "strategy_on"}


def quarters(period: ReportingPeriod) -> list[ReportingPeriod]:
    """Return the quarters whose returns a report needs, its own last."""
    return [period.back(3 * step) for step in reversed(range(QUARTERS))]


def clock_of(context: Context) -> str:
    """The column from which the 15 working days run, by the setting ``conference_clock``."""
    return CLOCKS[context.settings.conference_clock]


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for one row of the report's quarter."""
    quarter, clock = context.period, clock_of(context)

    @rule("held_on", says=f"was held outside {quarter.words}", remedy="move the row to the return "
          "of its quarter", example={"held_on": "30/09/2014", "enquiry_started_on": "10/09/2014",
                                     "strategy_on": "10/09/2014", "plan_start": "30/09/2014",
                                     "parent_got_report_on": ""})
    def is_of_another_quarter(row: Record) -> bool:
        """Item 14: conferencing data are quarterly, and a conference counts once."""
        return row["held_on"] is not None and not quarter.contains(row["held_on"])

    @rule("due_on", "held_on", says="a review that is not yet due has no row, unless the plan has "
          "ended", remedy="take the row out, or give the end of the plan", example={
              "kind": "review", "due_on": "13/01/2015", "held_on": "", "enquiry_started_on": "",
              "strategy_on": "", "outcome": "", "parent_got_report_on": ""})
    def is_not_yet_due(row: Record) -> bool:
        """Item 14: what is overdue at the end of the quarter is told with what was held."""
        due = row["due_on"]
        is_waiting = (row["held_on"] is None and row["plan_end"] is None
                      and not is_imported(row["source"]))
        return is_waiting and due is not None and due > quarter.end

    @rule("kind", clock, says="an initial conference lacks the day from which its 15 working days "
          "run", remedy="give the day", example={clock: ""})
    def has_no_clock(row: Record) -> bool:
        """Working Together 2013, chapter 1: within 15 working days of the strategy discussion; the
        published statistics count from the start of the enquiry (conference_clock)."""
        started = row["enquiry_started_on"] if is_imported(row["source"]) else row[clock]
        return has_own_clock(row) and started is None

    return *RULES_OF_A_ROW, *find_rules(locals())


def one_conference(records: Records) -> Iterator[Broken]:
    """Find children of one conference whose rows say different things about it."""
    first: dict[tuple[str, str], tuple] = {}
    for place, (file, id, *said) in enumerate(records.tuples("file", "conference_id", *OF_ALL)):
        then, number = first.setdefault((file, id), (said, place))
        if said != then:
            columns = tuple(name for name, one, other in zip(OF_ALL, then, said, strict=True)
                            if one != other)
            yield Broken((records[place]["row"],), columns, file=file, says="differs from row "
                         f"{records[number]['row']}, which is about the same conference")


def due_by_calendar(records: Records) -> Iterator[Broken]:
    """Note reviews whose day due is not that of the calendar, which the report then uses."""
    held: dict[tuple, list] = {}
    columns = ("child_id", "plan_start", "held_on", "kind")
    for child, start, day, kind in records.tuples(*columns):
        if start is not None and day is not None:
            held.setdefault((child, start), []).append((day, kind))
    for place, (child, start, day, kind) in enumerate(records.tuples(*columns)):
        record = records[place]
        if kind in FIRST or record["due_on"] is None:
            continue
        before = max((one for one in held.get((child, start), ())
                      if one[0] < (day or record["due_on"])), default=None)
        if before is None:
            continue
        due = months_after(before[0], 3 if before[1] in FIRST else 6)
        if due != record["due_on"]:
            yield Broken((record["row"],), ("due_on",), Reaction.NOTED,
                         f"the review was due on {due:%d/%m/%Y}, by the calendar: that day is used",
                         f"{record['due_on']:%d/%m/%Y}", record["file"])


def due_at_weekends(records: Records) -> Iterator[Broken]:
    """Note, once a file, the reviews due at a weekend: within three months is by the calendar."""
    rows = tuple(row for row, day in records.tuples("row", "due_on")
                 if day is not None and day.weekday() >= SATURDAY)
    if rows:
        yield Broken(rows, ("due_on",), Reaction.NOTED,
                     f"{name_rows(rows)}: due at a weekend, and so to be held before it")


WITHIN_A_FILE = (
    *once("conference_id", "child_id", says="are one child at one conference and are not the same",
          remedy="correct the id, or take the wrong row out"),
    same_ids("conference_id"),
    FileRule("rows of one conference differ", "correct the one that is wrong", one_conference),
    FileRule("due at a weekend", "nothing to do if that is so", due_at_weekends),
)
ACROSS = (FileRule("is not the day by the calendar", "correct the day", due_by_calendar),)


def with_ages(checked: Checked, context: Context) -> Checked:
    """Replace ids of children by numbers, and dates of birth by ages; -1 is not yet born."""
    frame, end = checked.frame, context.period.end
    child, _ = pandas.factorize(frame["child_id"])
    ages = pandas.DataFrame(
        [[_age(born, held), _age(born, end)]
         for born, held in zip(frame["dob"], frame["held_on"], strict=True)],
        frame.index, ["age", "age_at_end"], dtype=object)
    kept = frame.drop(columns=["dob", "expected_dob"]).assign(
        child_id=pandas.Series(child, frame.index, dtype=object))
    return replace(checked, frame=kept.join(ages))


def _age(born, on) -> int:
    return complete_years(born, on) if born and on and born <= on else -1


def senders(context: Context) -> tuple[str, ...]:
    """The agency that holds the conferences: of the indicator on initial conferences in time."""
    every_year = read_indicators(context.params / "indicators.csv")
    held = by_role(indicators_for(every_year, context.period))
    one = held.get(Role.CONFERENCES_IN_TIME)
    return (one.agency,) if one else ()


RETURN = Return(
    "conferences", "Child protection conferences", make_fields, make_rules, WITHIN_A_FILE, FOLDER,
    {"conference_id": "CF-0412", "family_id": "F-0198", "child_id": "C-0377", "kind": "initial",
     "dob": "12/05/2005", "sex": "Girl", "ethnicity": "White", "enquiry_started_on": "24/09/2014",
     "strategy_on": "23/09/2014", "held_on": "14/10/2014", "quorate": "yes", "outcome": "plan",
     "dissent": "no", "category": "neglect", "plan_start": "14/10/2014", "earlier_plan": "no",
     "child_part": "advocate", "parent_part": "yes", "parent_got_report_on": "13/10/2014",
     "source": "case system"},
    is_folder=True, months=3, one_file_each=quarters,
    learnt=known_days("held_on", "plan_end", "parent_got_report_on"),
    together=lambda context, sources: ACROSS, derive=with_ages, awaited=WAITING,
    senders=senders, applies=APPLIES,
)
