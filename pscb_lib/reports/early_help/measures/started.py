"""EH1 to EH4 and EH7: who starts assessments, how many are open, and how soon agencies meet."""

from __future__ import annotations

from datetime import timedelta

import pandas

from pscb_lib.board.agencies import read_agencies, working_with_families
from pscb_lib.board.context import Context
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import (
    NOT_PUBLIC,
    RESTRICTED,
    TOTAL,
    FigureRow,
    count,
    counts,
    proportion,
)
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.early_help import places, returned
from pscb_lib.returns.codes import ETHNIC_GROUPS

SIX_WEEKS = timedelta(weeks=6)  # 42 days: the last of them is in time


def measure_started(context: Context, every: pandas.DataFrame, own: pandas.DataFrame
                    ) -> list[FigureRow]:
    """Count starts by agency in four half-years, and the flow of the own half-year."""
    half = context.period
    started = counting.within(own, "started_on", half)
    stock = counting.stock(places.FLOW, own, "started_on", "closed_on", half, places.STOCK)
    down = int(started["stepped_down_from"].notna().sum())
    return [
        *_by_agency(context, every),
        *(row | _known_elsewhere(half).get((row["table"], row["row"]), {}) for row in stock),
        count(*places.STEPPED_DOWN[:2], down),
        *counting.parts_of(places.STARTED, len(started), {places.STEPPED_DOWN: down},
                           describes="agency"),
        count(*places.CHILDREN_STARTED[:2], int(started["children_n"].sum()), readers=RESTRICTED),
        *_met_in_time(half, every),
    ]


def _known_elsewhere(half: ReportingPeriod) -> dict[tuple[str, str], dict[str, str]]:
    """What the papers of other half-years say of the same numbers: who starts is agencies' work."""
    return {places.STARTED[:2]: {"describes": "agency"},
            places.OPENING[:2]: {"quantity": f"{places.OPEN_ON}, {half.previous.label}"},
            places.OPEN[:2]: {"quantity": f"{places.OPEN_ON}, {half.label}"}}


def agencies_asked(context: Context) -> list[str]:
    """Return the agencies on the register in the half-year that may start an assessment."""
    return working_with_families(read_agencies(context.params / "agencies.csv"), context.period)


def _by_agency(context: Context, every: pandas.DataFrame) -> list[FigureRow]:
    """Count each half-year's starts by agency: one that ever started any, or may, has a row."""
    sent = {*every["half_year"]}
    halves = [half for half in returned.half_years(context.period) if half in sent]
    by_half = {half: counting.within(every[every["half_year"] == half], "started_on", half)[
        "started_by_agency"] for half in halves}
    names = sorted({*agencies_asked(context), *(name for one in by_half.values() for name in one)})
    labels = {name: str(name) for name in names}
    tallies = {half: counting.tally(by_half.get(half, ()), labels)
               for half in {*halves, context.period}}
    now = tallies[context.period]
    none = sum(not number for number in now.values())
    return [
        *(row | {"quantity": f"{places.STARTED_IN}, {half.label}, {row['row']}"}
          for half in sorted(tallies)
          for row in counts(places.STARTED_BY, tallies[half], column=half.label,
                            describes="agency",
                            same_as=places.STARTED if half == context.period else None)),
        count(*places.STARTERS[:2], len(now), describes="agency"),
        proportion(*places.STARTED_NONE[:2], none, len(now), describes="agency",
                   whole=places.STARTERS),
    ]


def _met_in_time(half: ReportingPeriod, every: pandas.DataFrame) -> list[FigureRow]:
    """Count first meetings within six weeks, of those whose six weeks ended in the half-year.

    They are counted by ethnic group and by the agency that started the assessment. One closed
    within them without a meeting was owed none.
    """
    latest = every.sort_values("half_year", kind="stable").drop_duplicates("assessment_id",
                                                                           keep="last")
    met: dict[str, list[bool]] = {group: [] for group in ETHNIC_GROUPS}
    by_agency: dict[str, list[bool]] = {}
    for group, agency, started, meeting, closed in latest[[
            "ethnic_group", "started_by_agency", "started_on", "first_meeting_on", "closed_on"]
            ].itertuples(index=False, name=None):
        last = started + SIX_WEEKS
        is_owed = meeting is not None or closed is None or closed > last
        if half.contains(last) and is_owed:
            is_met = meeting is not None and meeting <= last
            met[group].append(is_met)
            by_agency.setdefault(str(agency), []).append(is_met)
    everyone = [one for group in met.values() for one in group]
    owed = f"first meetings in six weeks, {half.label}"
    return [
        *(proportion(places.MET_BY, group, sum(those), len(those)) for group, those in met.items()),
        proportion(*places.MET_IN_TIME[:2], sum(everyone), len(everyone), describes="agency",
                   quantity=owed),
        *(proportion(places.MET_BY_AGENCY, agency, sum(those), len(those), describes="agency",
                     readers=NOT_PUBLIC)
          for agency, those in sorted(by_agency.items())),
        proportion(places.MET_BY_AGENCY, TOTAL, sum(everyone), len(everyone), describes="agency",
                   readers=NOT_PUBLIC, quantity=owed),
    ]
