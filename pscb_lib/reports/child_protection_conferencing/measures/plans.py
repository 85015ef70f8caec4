"""Plans: eight quarters of them, how long those lasted that ended, and who has one at the end."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import pandas

from pscb_lib.disclosure.counting import (
    at_most,
    balance,
    banded,
    breakdowns,
    parts_of,
    share,
    tally,
    within,
)
from pscb_lib.disclosure.figures import (
    NOT_SUPPLIED,
    RESTRICTED,
    FigureRow,
    Place,
    count,
    counts,
    with_readers,
)
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.reports.child_protection_conferencing.plans import Plan
from pscb_lib.reports.child_protection_conferencing.returned.record import (
    ADJOURNED,
    CATEGORIES,
    OUTCOMES,
    OWN_INITIAL,
    PLAN,
    REVIEWS,
)

QUARTERS = 8
UP_TO = {places.UNDER_3: 3, places.TO_6: 6, places.TO_12: 12}  # months, by the calendar
OTHER = [one for one in CATEGORIES if places.CATEGORIES_SHOWN[one] == places.OTHERS]


def trend(quarter: ReportingPeriod) -> list[ReportingPeriod]:
    """Return the eight quarters that end with this one, oldest first."""
    return [quarter.back(3 * step) for step in reversed(range(QUARTERS))]


def at_end(quarter: ReportingPeriod) -> Place:
    """Return the place of the plans open at the quarter's end."""
    return places.PLANS, places.AT_END, quarter.label


def started_in(plans: Collection[Plan], period: ReportingPeriod) -> list[Plan]:
    """Return the plans that started in a period."""
    return [one for one in plans if period.contains(one.start)]


def ended_in(plans: Collection[Plan], period: ReportingPeriod) -> list[Plan]:
    """Return the plans that ended in a period."""
    return [one for one in plans if one.end and period.contains(one.end)]


def supplied(frame: pandas.DataFrame, quarter: ReportingPeriod, now: ReportingPeriod) -> bool:
    """Whether a quarter's conferences were sent; that of the report may have had none."""
    return quarter == now or bool(len(within(frame, "held_on", quarter)))


def measure_plans(frame: pandas.DataFrame, plans: Collection[Plan], quarter: ReportingPeriod
                  ) -> list[FigureRow]:
    """Count plans started, ended and open in eight quarters, and describe those of the last."""
    sent = {one: supplied(frame, one, quarter) for one in trend(quarter)}
    is_year_sent = all(sent[one] for one in quarter.rolling_year.split(3))
    year = quarter.rolling_year
    rows = [*_measure_quarters(plans, sent, year if is_year_sent else None),
            *_describe([one for one in plans if one.is_open(quarter.end)], quarter)]
    if not is_year_sent:
        return [*rows, *(count(*place[:2], None, state=NOT_SUPPLIED) for place in (
            places.YEAR_STARTED, places.YEAR_ENDED, places.SHORT))]
    ended = ended_in(plans, year)
    lengths = tally(map(lasted, ended), {band: band for band in places.LASTED})
    return [
        *rows,
        count(*places.YEAR_STARTED[:2], len(started_in(plans, year))),
        count(*places.YEAR_ENDED[:2], len(ended)),
        *breakdowns(places.YEAR_ENDED, lengths=lengths, end_reasons=tally(
            (one.row["end_reason"] for one in ended), places.WHY_ENDED)),
        share(places.SHORT, lengths[places.UNDER_3], len(ended), of=places.YEAR_ENDED,
              counted=(places.LENGTHS, places.UNDER_3, ""), describes="child"),
    ]


def tie_to_decisions(frame: pandas.DataFrame, plans: Collection[Plan], quarter: ReportingPeriod
                     ) -> list[FigureRow]:
    """Tie the plans that started and ended in the quarter to what its conferences decided.

    What a reader takes one from the other for are children whose plan was transferred in, and
    those whose plan ended without a conference.
    """
    rows = within(frame, "held_on", quarter)
    first, later = (rows[rows["kind"].isin(kinds)]["outcome"] for kinds in (OWN_INITIAL, REVIEWS))
    began = {places.ENDED_IN[PLAN]: int((first == PLAN).sum())}
    stopped = {places.ENDED_IN[one]: int((later == one).sum()) for one in OUTCOMES
               if one not in (PLAN, ADJOURNED)}
    tied = ((places.STARTED, len(started_in(plans, quarter)), began, places.ENDED_INITIAL),
            (places.ENDED, len(ended_in(plans, quarter)), stopped, places.ENDED_REVIEW))
    return [row for label, number, decided, column in tied if sum(decided.values()) <= number
            for row in parts_of((places.PLANS, label, quarter.label), number, {
                (places.OUTCOME, one, column): by for one, by in decided.items()})]


def lasted(plan: Plan) -> str:
    """Return how long a plan that has ended lasted: two years are 730 days, others by calendar."""
    assert plan.end
    if plan.was_long:
        return places.LONG
    return next((band for band, months in UP_TO.items()
                 if plan.end < months_after(plan.start, months)), places.TO_24)


def _measure_quarters(plans: Collection[Plan], sent: dict[ReportingPeriod, bool],
                      year: ReportingPeriod | None) -> Iterator[FigureRow]:
    before: tuple[ReportingPeriod, int] | None = None
    for quarter, is_sent in sent.items():
        numbers = {places.STARTED: len(started_in(plans, quarter)),
                   places.ENDED: len(ended_in(plans, quarter)),
                   places.AT_END: sum(one.is_open(quarter.end) for one in plans)}
        in_year = year is not None and year.contains(quarter)
        into = {places.STARTED: (places.YEAR_STARTED,), places.ENDED: (places.YEAR_ENDED,)}
        for label, number in numbers.items():
            yield count(places.PLANS, label, number if is_sent else None, quarter.label,
                        state="" if is_sent else NOT_SUPPLIED,
                        quantity=f"child protection plans, {label}, {quarter.label}",
                        part_of=into.get(label, ()) if in_year else ())
        if before and is_sent:
            here = [(places.PLANS, label, quarter.label) for label in numbers]
            yield balance(f"plans {quarter.label}", [at_end(before[0]), here[0]], here[1:],
                          (before[1], *numbers.values()))
        before = (quarter, numbers[places.AT_END]) if is_sent else None


def _describe(plans: Sequence[Plan], quarter: ReportingPeriod) -> list[FigureRow]:
    """Count the children on a plan at the end by category, age, sex and ethnic group; families."""
    rows = [one.row for one in plans]
    place = at_end(quarter)
    categories = tally((row["category"] for row in rows), places.CATEGORIES_SHOWN)
    other = tally((row["category"] for row in rows if places.CATEGORIES_SHOWN[row["category"]]
                   == places.OTHERS), {one: one.capitalize() for one in OTHER})
    families = len({row["family_id"] for row in rows})
    return [
        *breakdowns(place, category=categories, sex=tally(
            (row["sex"] for row in rows), _sexes(rows)), ethnicity=tally(
            (row["ethnicity"] for row in rows), places.ETHNIC), ages=banded(
            (row["age_at_end"] for row in rows), places.AGE_BANDS)),
        *with_readers(counts(places.OTHER_CATEGORIES, other, same_as=(
            places.CATEGORY, places.OTHERS, "")), RESTRICTED),
        count(*places.FAMILIES_AT_END[:2], families), at_most(place, places.FAMILIES_AT_END),
    ]


def _sexes(rows: Sequence[dict]) -> dict[str, str]:
    """The sexes that a table has: "not recorded" only where there is one."""
    found = {row["sex"] for row in rows}
    return {sex: label for sex, label in places.SEXES.items() if sex != label or sex in found}
