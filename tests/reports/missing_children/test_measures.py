"""Missing children measured: hand-made returns whose answers can be counted on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

import pandas
import pytest
from missing_rows import NO_INTERVIEW, PLACED_HERE, write_rows
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.board.indicators import INDICATORS
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.masking import for_audience
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures import measure_missing
from pscb_lib.reports.missing_children.measures.interviews import timeliness
from pscb_lib.reports.missing_children.measures.times import duration, hour_of_going
from pscb_lib.reports.missing_children.returned import FOLDER
from pscb_lib.reports.missing_children.returned import RETURN as MISSING_EPISODES

HALF = parse_period("2014-15 H1")
_, TWELVE, FOURTEEN, _ = places.AGE_BANDS
ADA, BEN, CAT, DAN = ({"child_id": child} for child in ("00101", "00202", "00303", "00404"))
AWAY = {"status": "A", "from": "own_cla", "placement_type": "Foster care"}


def times(left: str, returned: str, held: str = "") -> dict[str, str]:
    """When a child left, returned and was seen; nothing is held where no time is given."""
    given = {"left_at": left, "returned_at": returned, "rhi_completed_at": held}
    return given if held else {**NO_INTERVIEW, **given}


@pytest.fixture
def measure(tmp_path, monkeypatch):
    """Measure the half-years given by name, each a list of rows, for one audience."""
    monkeypatch.chdir(ROOT)

    def measured(audience="restricted", **halves):
        for name, rows in halves.items():
            numbered = [{"episode_id": f"{name}-{number}", **row}
                        for number, row in enumerate(rows, 1)]
            write_rows(tmp_path / FOLDER / f"{name.replace('_', '-')[1:]}.csv", *numbered)
        context = open_context("2014-15 H1", "2015-01-31", "pscb_lib/samples", audience)
        context = replace(context, returns=tmp_path)
        checked = MISSING_EPISODES.read_for(context)
        assert not checked.rows["rejected"]
        frame = for_audience(measure_missing(context, checked), audience)
        return {(row.table, row.row, row.column): row for row in frame.itertuples()}

    return measured


THREE_GRAINS = [
    {**ADA, **times("02/06/2014 20:00", "03/06/2014 08:00", "05/06/2014 10:00")},
    {**ADA, **AWAY, **times("09/06/2014 20:00", "10/06/2014 08:00"), "rhi_needed": "no"},
    {**ADA, **times("16/06/2014 20:00", "17/06/2014 08:00", "23/06/2014 10:00")},
    {**BEN, **AWAY, **times("07/06/2014", "08/06/2014"), "rhi_needed": "no"},
    {**CAT, **PLACED_HERE, **times("08/06/2014 01:00", "08/06/2014 04:00"), "rhi_needed": "yes"},
]


def test_episodes_children_and_interviews_are_counted_separately(measure) -> None:
    at = measure(_2014_15_h1=THREE_GRAINS)
    assert at[places.ALL_EPISODES].actual == 5
    assert at[places.ALL_CHILDREN].actual == 3
    assert at[places.ALL_HELD].actual == 2


@pytest.mark.parametrize(("table", "row", "column", "expected"), [
    pytest.param(places.EPISODES, places.HOME, places.MISSING, 2, id="missing from home twice"),
    pytest.param(places.EPISODES, places.OWN, places.AWAY, 2, id="away twice"),
    pytest.param(places.BY_STATUS, TOTAL, places.MISSING, 2, id="two children missing"),
    pytest.param(places.BY_STATUS, TOTAL, places.AWAY, 2,
                 id="two away, one of them also missing"),
    pytest.param(places.BY_STATUS, TOTAL, TOTAL, 3,
                 id="three in all: the cells do not add"),
])
def test_each_child_is_counted_once_in_a_cell(measure, table, row, column, expected) -> None:
    assert measure(_2014_15_h1=THREE_GRAINS)[table, row, column].actual == expected


@pytest.mark.parametrize("audience", ["board", "public"])
def test_no_children_by_status_are_worked_out_outside_the_restricted_set(
    measure, audience
) -> None:
    at = measure(audience, _2014_15_h1=THREE_GRAINS)
    assert {table for table, _, _ in at} & {places.BY_STATUS, places.YEAR_OF_CHILDREN} == set()


def test_a_child_is_in_the_group_of_its_last_episode(measure) -> None:
    at = measure("board", _2014_15_h1=THREE_GRAINS[:2] + THREE_GRAINS[3:])
    assert [at[places.CHILDREN, group, ""].actual for group in (
        places.HOME, places.OWN, places.PLACED,
        TOTAL)] == [0, 2, 1, 3]


def test_every_episode_needs_an_interview_or_has_a_reason_why_not(measure) -> None:
    at = measure(_2014_15_h1=THREE_GRAINS[:4] + [
        {**CAT, **PLACED_HERE, **times("08/06/2014 01:00", "08/06/2014 04:00")},
        {**DAN, **times("29/09/2014 20:00", "")}])
    assert {place: figure.actual for place, figure in at.items() if place[0] == places.OWED} == {
        places.OWED_HERE: 2, places.OWED_ELSEWHERE: 1, places.NOT_OWED: 3,
        (places.OWED, TOTAL, ""): 6}


def test_a_child_placed_here_by_others_is_owed_no_interview_by_this_authority(measure) -> None:
    at = measure(_2014_15_h1=THREE_GRAINS)
    assert at[places.ALL_OWED].actual == 2
    in_time = at[places.INTERVIEWS, places.IN_TIME, places.RETURNS]
    assert (in_time.numerator, in_time.denominator, in_time.actual) == (1, 2, 50)


def test_each_step_is_counted_of_the_returns_that_need_an_interview(measure) -> None:
    offered = {**times("01/06/2014 20:00", "02/06/2014 08:00"), "rhi_offered": "yes"}
    accepted = {**offered, "rhi_accepted": "yes"}
    at = measure(_2014_15_h1=[
        {**ADA, **times("01/06/2014 20:00", "02/06/2014 08:00")}, {**BEN, **offered},
        {**CAT, **accepted}, {**DAN, **times("01/06/2014 20:00", "02/06/2014", "05/06/2014")}])
    assert at[places.ALL_OWED].actual == 4
    assert [at[places.INTERVIEWS, step, places.RETURNS].numerator
            for step in places.STEPS[1:]] == [3, 2, 1, 0, 1]


def test_one_interview_may_cover_several_returns(measure) -> None:
    shared = {**times("02/06/2014 20:00", "03/06/2014 08:00"), "rhi_offered": "yes",
              "rhi_accepted": "yes"}
    at = measure(_2014_15_h1=[
        {**ADA, **shared},
        {**ADA, **times("04/06/2014 20:00", "05/06/2014 06:00", "06/06/2014 09:00"),
         "covers_episode_ids": "_2014_15_h1-1"}])
    assert at[places.INTERVIEWS, places.WAS_HELD, places.RETURNS].numerator == 2
    assert at[places.INTERVIEWS, places.IN_TIME, places.RETURNS].numerator == 1
    assert at[places.ALL_HELD].actual == 1
    assert at[places.SEVERAL].actual == 1


@pytest.mark.parametrize(("returned", "held", "expected"), [
    pytest.param(datetime(2014, 6, 2, 8), datetime(2014, 6, 5, 8), places.IN_TIME,
                 id="72 hours exactly is in time"),
    pytest.param(datetime(2014, 6, 2, 8), datetime(2014, 6, 5, 8, 1), "Held later",
                 id="a minute more is not"),
    pytest.param(datetime(2014, 10, 24, 8), datetime(2014, 10, 27, 7, 30), "Held later",
                 id="the hour the clocks give back counts"),
    pytest.param(datetime(2014, 3, 28, 8), datetime(2014, 3, 31, 8, 30), places.IN_TIME,
                 id="and so does the hour they take"),
    pytest.param(date(2014, 6, 2), datetime(2014, 6, 5, 17), places.DATE_ONLY,
                 id="three days by the date alone stand apart"),
    pytest.param(datetime(2014, 6, 2, 8), date(2014, 6, 6), "Held later (date only)",
                 id="four days by the date alone"),
    pytest.param(datetime(2014, 6, 2, 8), None, "Not held", id="no interview"),
])
def test_seventy_two_hours_are_clock_hours(returned, held, expected) -> None:
    assert timeliness(returned, held) == expected


@pytest.mark.parametrize(("left", "returned", "expected"), [
    pytest.param(datetime(2014, 6, 2, 8), datetime(2014, 6, 2, 13, 59), "Under 6 hours",
                 id="a minute short of six hours"),
    pytest.param(datetime(2014, 6, 2, 8), datetime(2014, 6, 2, 14), "6 to 24 hours", id="six"),
    pytest.param(datetime(2014, 10, 25, 9), datetime(2014, 10, 26, 8), "1 to 3 days",
                 id="23 hours by the face of the clock are 24 as it goes back"),
    pytest.param(datetime(2014, 6, 2, 8), datetime(2014, 6, 5, 8), "3 to 7 days", id="72 hours"),
    pytest.param(datetime(2014, 6, 2, 8), datetime(2014, 6, 9, 8), "Over 7 days", id="a week"),
    pytest.param(date(2014, 6, 2), datetime(2014, 6, 3, 8), "Dates only: back by the next day",
                 id="no hours are made up from a date"),
    pytest.param(datetime(2014, 6, 2, 8), date(2014, 6, 4),
                 "Dates only and longer, or not yet back", id="two days by the date"),
    pytest.param(datetime(2014, 6, 2, 8), None, "Dates only and longer, or not yet back",
                 id="not yet back"),
])
def test_how_long_an_episode_lasted(left, returned, expected) -> None:
    assert duration(left, returned) == expected


@pytest.mark.parametrize(("left", "expected"), [
    pytest.param(datetime(2014, 6, 2, 0, 0), "Midnight to 6am", id="midnight"),
    pytest.param(datetime(2014, 6, 2, 17, 59), "Noon to 6pm", id="just before six"),
    pytest.param(datetime(2014, 6, 2, 18), "6pm to midnight", id="six in the evening"),
    pytest.param(date(2014, 6, 2), "Time not recorded", id="a date is not midnight"),
])
def test_the_hour_of_going(left, expected) -> None:
    assert hour_of_going(left) == expected


def test_weekdays_add_to_the_episodes(measure) -> None:
    at = measure(_2014_15_h1=THREE_GRAINS)
    counted = {day: at[places.WEEKDAYS, day, ""].actual for day in
               ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")}
    assert {day: number for day, number in counted.items() if number} == {
        "Monday": 3, "Saturday": 1, "Sunday": 1}
    assert at[places.WEEKDAYS, TOTAL, ""].actual == 5


@pytest.mark.parametrize(("days", "expected"), [
    pytest.param((date(2014, 6, 1), date(2014, 7, 1), date(2014, 8, 29)), 1,
                 id="the first and the ninetieth day"),
    pytest.param((date(2014, 6, 1), date(2014, 7, 1), date(2014, 8, 30)), 0,
                 id="the ninety-first day is too late"),
    pytest.param((date(2014, 8, 29), date(2014, 6, 1), date(2014, 7, 1)), 1,
                 id="in whatever order they were sent"),
    pytest.param((date(2014, 2, 1), date(2014, 3, 1), date(2014, 4, 1)), 1,
                 id="two before the half-year and one in it"),
    pytest.param((date(2014, 1, 1), date(2014, 2, 1), date(2014, 3, 1), date(2014, 6, 1)), 0,
                 id="all three before the half-year"),
    pytest.param((date(2014, 6, 1), date(2014, 6, 2)), 0, id="two are not three"),
])
def test_three_or_more_in_ninety_days(measure, days, expected) -> None:
    rows = {on: {**ADA, **times(f"{on:%d/%m/%Y} 20:00", f"{on:%d/%m/%Y} 21:00")} for on in days}
    halves = {name: [row for on, row in rows.items() if half.contains(on)] for name, half in (
        ("_2013_14_h2", HALF.previous), ("_2014_15_h1", HALF))}
    at = measure(**{name: rows for name, rows in halves.items() if rows})
    assert (at[places.OFTEN].numerator, at[places.OFTEN].denominator
            ) == (expected, 1)


def test_repeats_count_children_by_their_episodes(measure) -> None:
    ben = [{**BEN, **times(f"{day:02}/07/2014 20:00", f"{day:02}/07/2014 23:00")}
           for day in range(1, 11)]
    at = measure(_2014_15_h1=[*THREE_GRAINS[:3], *ben])
    bands = (*places.REPEAT_BANDS, TOTAL)
    assert [at[places.REPEATS, band, HALF.title].actual for band in bands] == [0, 0, 1, 0, 1, 2]
    assert {at[places.REPEATS, band, places.TWELVE_MONTHS].state
            for band in bands} == {"not supplied"}
    assert at[places.OF_TENTH].state == "not applicable"


def test_the_share_of_the_most_frequent_tenth(measure) -> None:
    once = [{"child_id": f"{number}", **times("02/06/2014 20:00", "02/06/2014 23:00")}
            for number in range(1001, 1061)]
    again = [{"child_id": f"{number}", **times("09/06/2014 20:00", "09/06/2014 23:00")}
             for number in range(1001, 1007)]
    at = measure(_2014_15_h1=[*once, *again])
    tenth = at[places.OF_TENTH]
    assert at[places.TENTH].actual == 6
    assert (tenth.numerator, tenth.denominator) == (12, 66)


def test_over_twelve_months_episodes_add_and_children_do_not(measure) -> None:
    ada = {**ADA, **times("02/12/2013 20:00", "03/12/2013 08:00", "05/12/2013 10:00")}
    dan = {**DAN, **times("02/01/2014 20:00", "03/01/2014 08:00", "05/01/2014 10:00")}
    at = measure(_2013_14_h2=[ada, dan], _2014_15_h1=THREE_GRAINS)
    assert [at[places.YEAR_OF_EPISODES, TOTAL, column].actual for column in
            (HALF.previous.title, HALF.title, TOTAL)] == [2, 5, 7]
    assert [at[places.YEAR_OF_CHILDREN, TOTAL, column].actual for column in
            (HALF.previous.title, HALF.title, TOTAL)] == [2, 3, 4]
    assert at[places.CHILDREN_THEN].state == "not supplied"


def test_risk_is_that_last_assessed_of_children_who_were_missing(measure) -> None:
    at = measure(_2014_15_h1=[
        {**ADA, **times("02/06/2014 20:00", "03/06/2014 08:00"), "cse_risk": "high"},
        {**ADA, **times("09/06/2014 20:00", "10/06/2014 08:00"), "cse_risk": "med"},
        {**BEN, **times("09/06/2014 20:00", "10/06/2014 08:00"), "cse_risk": "not_assessed"},
        {**CAT, **AWAY, **times("09/06/2014 20:00", "10/06/2014 08:00"), "cse_risk": "low"}])
    assert [at[places.EXPLOITATION, risk, ""].actual
            for risk in (*places.ASSESSED.values(), TOTAL)] == [0, 0, 1, 0, 1]
    assessed = at[INDICATORS, "MS13", "2014-15 H1"]
    assert (assessed.numerator, assessed.denominator) == (1, 2)
    assert at[INDICATORS, "MS13", "2013-14 H1"].state == "not supplied"


def test_the_rated_indicator_is_the_same_figure_as_the_last_step(measure) -> None:
    at = measure(_2014_15_h1=THREE_GRAINS)
    assert at[INDICATORS, "MS10", "2014-15 H1"].actual == Fraction(50)


def test_the_public_cannot_subtract_one_share_in_time_from_another(measure) -> None:
    """Seven of 40 were late: three from home in the week, four from care at the weekend."""
    week, weekend = (times(f"{left}/06/2014 20:00", f"{back}/06/2014 08:00",
                           f"{back}/06/2014 10:00") for left, back in (("02", "03"), ("07", "08")))
    late = {"rhi_completed_at": "23/06/2014 10:00"}
    rows = [*[week] * 17, *[week | late] * 3, *[AWAY | weekend] * 16, *[AWAY | weekend | late] * 4]
    at = measure("public", _2014_15_h1=[{"child_id": f"{number:05}", **row}
                                        for number, row in enumerate(rows)])
    shown = show(pandas.DataFrame(at.values()), "public")
    parts = [*(shown.get(places.INTERVIEWS, places.IN_TIME, name)
               for name in (places.HOME, places.OWN)),
             *(shown.get(places.BY_DAY, name, places.IN_TIME) for name in places.RETURN_DAYS)]

    assert [part.hidden for part in parts] == [True] * 4


def test_records_of_the_police_and_the_council_are_reconciled(measure) -> None:
    rows = [{**row, "recorded_by": by} for row, by in zip(THREE_GRAINS, (
        "both", "council", "police", "council", "both"), strict=True)]
    at = measure(_2014_15_h1=rows)
    assert [at[places.RECORDED, row, ""].actual for row in (
        places.BOTH, places.COUNCIL, places.POLICE, TOTAL)] == [2, 0, 1, 3]


STILL_AWAY = [
    {**ADA, **times("29/09/2014 20:00", ""), "missing_confirmed_on": "28/01/2015"},
    {**BEN, **times("29/09/2014 20:00", "04/10/2014 08:00")},
    {**CAT, **times("29/09/2014 20:00", "30/09/2014 08:00")},
]


def test_still_missing_is_confirmed_at_a_stated_date(measure) -> None:
    at = measure(_2014_15_h1=STILL_AWAY)
    assert {row: figure.actual for (table, row, _), figure in at.items()
            if table == places.STILL_MISSING} == {
        "Away at the end of 30 September 2014": 2, "Back since": 1,
        "Still missing, confirmed on 28 January 2015": 1,
        "No return recorded by 31 January 2015, not confirmed": 0}


@pytest.mark.parametrize("audience", ["board", "public"])
def test_still_missing_is_in_the_restricted_set_only(measure, audience) -> None:
    at = measure(audience, _2014_15_h1=STILL_AWAY)
    assert not [place for place in at if place[0] == places.STILL_MISSING]
    assert at[places.DURATIONS, TOTAL, TOTAL].actual == at[places.ALL_EPISODES].actual


def test_ages_are_those_at_the_last_episode(measure) -> None:
    at = measure(_2014_15_h1=[
        {**ADA, "dob": "01/07/2000", **times("30/06/2014 20:00", "30/06/2014 22:00")},
        {**BEN, "dob": "01/07/2000", "sex": "Boy",
         **times("01/07/2014 20:00", "01/07/2014 22:00")}])
    assert at[places.AGES, TWELVE, places.SEXES["Girl"]].actual == 1
    assert at[places.AGES, FOURTEEN, places.SEXES["Boy"]].actual == 1
    assert at[places.ETHNICITY, places.ETHNIC["White"], TOTAL].actual == 2


BLANK = dict.fromkeys((
    "recorded_by", "rhi_needed", "rhi_offered", "rhi_accepted", "rhi_completed_at",
    "rhi_independent", "rhi_reason", "rhi_change", "cse_risk"), "")
IMPORTED = {**BLANK, "from": "own_cla", "placement_type": "Foster care",
            "source": "imported: SSDA903"}
DAYS = {"left_at": "06/06/2014", "returned_at": "08/06/2014"}
NOT_TOLD = (places.INTERVIEWS, places.OWED, places.BY_DAY, places.HELD, places.WORK, places.SAID,
            places.CHANGED, places.RECORDED, places.EXPLOITATION, places.CLOCK)


@pytest.mark.parametrize("audience", ["restricted", "board", "public"])
def test_figures_without_data_in_an_import_are_not_supplied(measure, audience) -> None:
    at = measure(audience, _2014_15_h1=[{**child, **DAYS, **IMPORTED} for child in (ADA, BEN)])
    told = {place: figure.state for place, figure in at.items() if place[0] in NOT_TOLD}
    assert {place[0] for place in told} == {*NOT_TOLD}
    assert set(told.values()) == {"not supplied"}
    assert at[places.MET].state == "not supplied"
    assert at[INDICATORS, "MS10", "2014-15 H1"].state == "not supplied"
    for table, column in ((places.EPISODES, places.MISSING), (places.CHILDREN, ""),
                          (places.YEAR_OF_EPISODES, TOTAL)):
        assert at[table, places.HOME, column].state == "not supplied"
    assert at[places.CHILDREN, places.OWN, ""].actual == 2
    assert at[places.ALL_CHILDREN].actual == 2


def test_children_by_status_from_an_import_are_looked_after_here_only(measure) -> None:
    at = measure(_2014_15_h1=[{**ADA, **DAYS, **IMPORTED}])
    for table in (places.BY_STATUS, places.YEAR_OF_CHILDREN):
        assert at[table, places.PLACED, TOTAL].state == "not supplied"
    assert at[places.BY_STATUS, places.OWN, places.MISSING].actual == 1


def test_an_import_of_last_year_leaves_this_half_as_it_is(measure) -> None:
    last = {**ADA, **IMPORTED, "left_at": "07/06/2013", "returned_at": "08/06/2013"}
    at = measure(_2013_14_h1=[last], _2014_15_h1=THREE_GRAINS)
    needed = [at[places.INTERVIEWS, places.NEEDED, column]
              for column in (places.RETURNS, HALF.same_last_year.title)]
    assert [figure.state for figure in needed] == ["", "not supplied"]
    assert at[INDICATORS, "MS10", "2013-14 H1"].state == "not supplied"
    assert at[INDICATORS, "MS10", "2014-15 H1"].actual == Fraction(50)
    assert at[places.CLOCK_CHANGED].actual == 0
