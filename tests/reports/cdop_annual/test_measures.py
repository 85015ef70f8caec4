"""The panel's figures, against the sample counted again by hand and against small known cases."""

import csv
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

import pandas
import pytest
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import TOTAL, frame
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError
from pscb_lib.reports.cdop_annual import places as at
from pscb_lib.reports.cdop_annual.measures import bands, measure_cdop
from pscb_lib.reports.cdop_annual.measures.bands import age_band, known_to_social_care
from pscb_lib.reports.cdop_annual.measures.cohorts import found_years, span
from pscb_lib.reports.cdop_annual.measures.pooled import measure_pooled
from pscb_lib.reports.cdop_annual.measures.rates import measure_rates
from pscb_lib.reports.cdop_annual.measures.time import WAITED, measure_time, measure_waiting
from pscb_lib.reports.cdop_annual.measures.work import (
    REVIEWED,
    measure_case_reviews,
    measure_response,
    measure_workload,
)
from pscb_lib.reports.cdop_annual.returned import RETURN as DEATHS

YEAR, SPAN = "2013/14", "2009/10 to 2013/14"
YEARS = ("2009/10", "2010/11", "2011/12", "2012/13", "2013/14")
SINCE_2010, FOUND_SPAN = YEARS[1:], "2010/11 to 2013/14"
AREAS = ("Peterborough", "Cambridgeshire")
PERIOD = parse_period(YEAR)
RATED = "Peterborough, 2012/13 and 2013/14"  # the years with a population


@pytest.fixture(scope="module")
def context():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return open_context(YEAR, "2015-01-31", "pscb_lib/samples", "restricted")


@pytest.fixture(scope="module")
def shown(context):
    return show(measure_cdop(context, DEATHS.read_for(context)), "restricted")


def a_day(text):
    """A day of the sample, in either of its forms."""
    if not text:
        return None
    return datetime.strptime(text, "%d/%m/%Y" if "/" in text else "%Y-%m-%d").date()


def a_year(day):
    start = day.year - (day.month < 4)
    return f"{start}/{(start + 1) % 100:02}"


@pytest.fixture(scope="module")
def sample():
    """The sound rows of the sample, read with the csv module alone."""
    with (ROOT / "pscb_lib" / "samples" / "deaths.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["died"], row["told"], row["done"] = (
            a_day(row[name]) for name in ("date_of_death", "notified_on", "panel_completed_on"))
    return [row for row in rows if row["kind"] == "death" and row["lscb_of_residence"] in AREAS
            and row["category"] != "11" and not (row["done"] and row["done"] < row["died"])]


def told_in(rows, *years):
    return [row for row in rows if a_year(row["told"]) in years]


def done_in(rows, *years):
    return [row for row in rows if row["done"] and a_year(row["done"]) in years]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("table", "cohort"), [(at.NOTIFIED, told_in), (at.COMPLETED, done_in)])
def test_each_cohort_is_counted_by_its_own_date(shown, sample, table, cohort, year):
    rows = cohort(sample, year)

    assert shown.get(table, year, at.PANEL).value == len(rows)
    assert shown.get(table, year, AREAS[0]).value == sum(
        row["lscb_of_residence"] == "Peterborough" for row in rows)


def test_open_reviews_are_one_number(shown, sample):
    end = date(2014, 3, 31)
    expected = sum(row["told"] <= end and not (row["done"] and row["done"] <= end)
                   for row in sample)

    assert shown.get(*at.OPEN).value == expected
    assert shown.rows(at.WORKLOAD) == [at.PANEL]


@pytest.mark.parametrize("year", YEARS)
def test_open_reviews_are_those_brought_forward_and_notified_less_those_completed(context, year):
    period = parse_period(year)
    rows = measure_workload(DEATHS.read_for(context).frame, period, "Peterborough")
    before, left = (figure_of(rows, *place)["actual"] for place in (at.BROUGHT_FORWARD, at.OPEN))
    told, done = (figure_of(rows, table, year, at.PANEL)["actual"]
                  for table in (at.NOTIFIED, at.COMPLETED))

    assert before + told - done == left


def test_insufficient_information_and_blanks_are_out_of_the_denominator(shown, sample):
    found = Counter(row["modifiable"] for row in done_in(sample, *SINCE_2010))
    share = shown.get(at.MODIFIABLE_SHARE, FOUND_SPAN)

    assert (share.numerator, share.denominator) == (found["yes"], found["yes"] + found["no"])
    assert shown.get(*at.INSUFFICIENT).value == found["insufficient"]
    assert shown.get(at.MODIFIABLE, NOT_RECORDED).value == found[""]
    assert shown.get(*at.NONE_FOUND).value == found["no"]


def test_who_died_is_counted_from_the_deaths_notified(shown, sample):
    rows = told_in(sample, *YEARS)
    newborn = sum((row["died"] - a_day(row["date_of_birth"])).days <= 27 for row in rows)

    assert shown.get(at.AGE, bands.AGE_BANDS[0]).value == newborn
    assert shown.get(at.SEX, bands.SEX["female"]).value == sum(
        row["sex"][0] in "fF" for row in rows)
    assert shown.get(at.ETHNICITY, bands.ETHNICITY["Asian"]).value == sum(
        row["ethnicity"] == "Asian" for row in rows)
    assert shown.get(at.PLACE, bands.PLACE["hospice"]).value == sum(
        row["place_of_death"] == "hospice" for row in rows)
    assert shown.get(*at.UNEXPECTED).value == sum(row["expected"] == "no" for row in rows)


def test_categories_are_of_the_reviews_completed(shown, sample):
    labels = {"8", "Perinatal or neonatal event"}
    expected = sum(row["category"] in labels for row in done_in(sample, *SINCE_2010))

    assert shown.get(at.CATEGORY, bands.CATEGORY["8"]).value == expected


@pytest.mark.parametrize("table", [at.CATEGORY, at.MODIFIABLE, at.BY_GROUP])
def test_findings_are_of_the_reviews_since_april_2010(shown, sample, table):
    column = TOTAL if table == at.BY_GROUP else ""

    assert shown.get(table, TOTAL, column).value == len(done_in(sample, *SINCE_2010))


@pytest.mark.parametrize(("completed", "counted"), [
    pytest.param(date(2010, 3, 31), 0, id="completed the day before modifiable was recorded"),
    pytest.param(date(2010, 4, 1), 1, id="completed on the first day"),
])
def test_a_review_completed_before_april_2010_has_no_modifiable_factors(completed, counted):
    early = {"date_of_death": date(2009, 9, 1), "notified_on": date(2009, 9, 2)}
    reviews = deaths(early | {"panel_completed_on": completed, "modifiable": "yes"}, {})
    share = figure_of(measure_pooled(reviews, PERIOD), at.MODIFIABLE_SHARE, FOUND_SPAN)

    assert (share["numerator"], share["denominator"]) == (counted, 1 + counted)


@pytest.mark.parametrize(("period", "expected"), [
    ("2013/14", FOUND_SPAN), ("2010/11", "2010/11"), ("2016/17", "2012/13 to 2016/17"),
])
def test_the_years_of_the_findings(period, expected):
    assert span(found_years(parse_period(period))) == expected


def test_a_year_before_modifiable_factors_were_recorded_is_refused():
    with pytest.raises(InputError) as refused:
        found_years(parse_period("2009-10"))

    assert str(refused.value) == (
        "parameters, column period, value '2009-10': modifiable factors are recorded since April "
        "2010; write 2010-11 or a later year")


@pytest.mark.parametrize("table", [at.AGE, at.SEX, at.ETHNICITY, at.PLACE, at.EXPECTED, at.KNOWN])
def test_every_table_of_deaths_has_the_same_total(shown, sample, table):
    parts = [shown.get(table, row).value for row in shown.rows(table) if row != TOTAL]

    assert sum(parts) == shown.get(table, TOTAL).value == len(told_in(sample, *YEARS))


def test_peterborough_has_broad_rows_only(shown):
    assert shown.rows(at.AREA_AGE) == ["Under 1 year", "1 to 17 years", "Total"]
    assert not any(shown.has(table, row, AREAS[0])
                   for table in (at.AGE, at.CATEGORY, at.MODIFIABLE) for row in shown.rows(table))


def test_no_table_shows_the_neighbour(context):
    figures = measure_cdop(context, DEATHS.read_for(context))

    assert not figures["row"].str.contains("Cambridgeshire").any()
    assert not figures["column"].str.contains("Cambridgeshire").any()


@pytest.mark.parametrize(("days", "years", "expected"), [
    pytest.param(0, 0, "0 to 27 days", id="the day of birth is day 0"),
    pytest.param(27, 0, "0 to 27 days", id="the 27th day is the last of the newborn"),
    pytest.param(28, 0, "28 to 364 days", id="the 28th day is the first after"),
    pytest.param(365, 0, "28 to 364 days", id="the day before a birthday after a leap day"),
    pytest.param(365, 1, "1 to 4 years", id="the first birthday"),
    pytest.param(1825, 4, "1 to 4 years", id="the day before the fifth birthday"),
    pytest.param(1826, 5, "5 to 9 years", id="the fifth birthday"),
    pytest.param(5113, 13, "10 to 14 years", id="13"),
    pytest.param(6573, 17, "15 to 17 years", id="the day before the 18th birthday"),
])
def test_age_bands(days, years, expected):
    assert age_band({"age_in_days": days, "age_in_years": years}) == expected


@pytest.mark.parametrize(("status", "order", "looked_after", "expected"), [
    ("at death", None, None, "Plan, order or in care at death"),
    ("never", None, True, "Plan, order or in care at death"),
    ("previously", False, False, "Protection plan earlier"),
    ("never", False, False, "None of these"),
    (None, False, False, None),
])
def test_a_child_is_counted_once_by_closest_contact_with_social_care(status, order, looked_after,
                                                               expected):
    death = {"cp_status": status, "statutory_order": order, "looked_after": looked_after}

    assert known_to_social_care(death) == expected


def deaths(*changes):
    """Small hand-made returns: a death notified and reviewed in 2013/14, with changes."""
    one = {
        "lscb_of_residence": "Peterborough", "date_of_death": date(2013, 6, 15),
        "notified_on": date(2013, 6, 16), "panel_completed_on": date(2013, 11, 15),
        "expected": "no", "rapid_response": "yes", "coroner": True, "waiting_for": None,
        "referred_for_case_review": False, "scr": False, "modifiable": "no",
        "age_in_days": 400, "age_in_years": 1, "sex": "male", "ethnicity": "White",
        "place_of_death": "home", "cp_status": "never", "statutory_order": False,
        "looked_after": False, "category": "3", "score_child": "1", "score_family": "1",
        "score_surroundings": "1", "score_services": "1",
    }
    return pandas.DataFrame([one | change for change in changes], columns=list(one), dtype=object)


def figure_of(rows, table, row, column=""):
    place = (table, row, column)
    return next(one for one in rows if (one["table"], one["row"], one["column"]) == place)


def test_a_death_notified_in_one_year_and_reviewed_in_the_next_is_in_each_cohort_once():
    rows = measure_workload(deaths({"notified_on": date(2013, 3, 31)}), PERIOD, "Peterborough")

    assert figure_of(rows, at.NOTIFIED, "2012/13", at.PANEL)["actual"] == 1
    assert figure_of(rows, at.NOTIFIED, "2013/14", at.PANEL)["actual"] == 0
    assert figure_of(rows, at.COMPLETED, "2013/14", at.PANEL)["actual"] == 1
    assert figure_of(rows, at.COMPLETED, "2012/13", at.PANEL)["actual"] == 0


def test_a_response_not_recorded_or_not_owed_has_not_happened():
    told = deaths({}, {"rapid_response": "no"}, {"rapid_response": None},
                  {"rapid_response": "not applicable"}, {"expected": "yes"}, {"expected": None})
    response = figure_of(measure_response(told, PERIOD), *at.RESPONDED)

    assert (response["numerator"], response["denominator"]) == (1, 4)
    assert response["describes"] == "agency"


def test_the_response_is_of_the_unexpected_deaths_of_five_years(shown, sample):
    rows = [row for row in told_in(sample, *YEARS) if row["expected"] == "no"]
    figure = shown.get(*at.RESPONDED)

    assert figure.counts == (sum(row["rapid_response"] == "yes" for row in rows), len(rows))
    assert shown.get(*at.NO_RESPONSE).value == sum(
        row["category"] in ("10", "Sudden unexpected, unexplained death")
        and row["rapid_response"] == "no" for row in rows)


def test_the_coroner_is_told_of_every_death_that_is_the_coroners(shown):
    assert shown.get(*at.NOT_REPORTED).value == 0


@pytest.mark.parametrize(("change", "asked"), [
    pytest.param({"coroner": False}, 1, id="unexpected, and not reported"),
    pytest.param({"coroner": None}, 0, id="a blank is not a no"),
    pytest.param({"coroner": False, "expected": "yes"}, 0, id="expected"),
    *(pytest.param({"coroner": False, "expected": "yes", "category": one}, 1, id=f"category {one}")
      for one in ("1", "2", "3", "10")),
    pytest.param({"coroner": False, "expected": "yes", "category": "4"}, 0, id="category 4"),
])
def test_deaths_not_reported_to_the_coroner_are_asked_about(change, asked):
    rows = measure_response(deaths({"category": None} | change), PERIOD)

    assert figure_of(rows, *at.NOT_REPORTED)["actual"] == asked


@pytest.mark.parametrize(("table", "name"), [
    (at.MATTERS, "matter_of_concern"), (at.WIDER, "wider_concern"),
    (at.WIDER_FROM, "wider_concern_from")])
def test_concerns_are_counted_by_subject_over_five_years(shown, sample, table, name):
    found = Counter(row[name].capitalize() for row in done_in(sample, *YEARS) if row[name])

    assert {row: shown.get(table, row).value for row in shown.rows(table)
            if shown.get(table, row).value} == {**found, TOTAL: found.total()}


def test_no_unexpected_death_is_no_cases_and_not_a_zero():
    response = measure_response(deaths({"expected": "yes"}), PERIOD)

    assert figure_of(response, *at.RESPONDED)["state"] == "no cases"


@pytest.mark.parametrize(("completed", "half", "whole"), [
    pytest.param(date(2013, 12, 14), 1, 1, id="a day short of six months is under six"),
    pytest.param(date(2013, 12, 15), 0, 1, id="six months to the day is not"),
    pytest.param(date(2014, 6, 14), 0, 1, id="a day short of a year is under twelve"),
    pytest.param(date(2014, 6, 15), 0, 0, id="a year to the day is not"),
])
def test_time_from_death_to_completion_is_in_calendar_months(completed, half, whole):
    period = parse_period("2014-15" if completed > date(2014, 3, 31) else YEAR)
    rows = measure_time(deaths({"panel_completed_on": completed}), period)

    assert figure_of(rows, at.TIME, at.UNDER_6, period.title)["numerator"] == half
    assert figure_of(rows, at.TIME, at.UNDER_12, period.title)["numerator"] == whole


def test_what_longer_reviews_waited_for_is_about_children_and_adds_up():
    late = {"panel_completed_on": date(2014, 1, 1)}
    rows = measure_waiting(deaths({}, late, late | {"waiting_for": "inquest"}), PERIOD)

    assert figure_of(rows, at.WAITING, WAITED["inquest"], at.SIX_TO_11)["actual"] == 1
    assert figure_of(rows, *at.NO_REASON)["actual"] == 1
    assert figure_of(rows, at.WAITING, TOTAL, at.FROM_12)["actual"] == 0
    assert {one["describes"] for one in rows} == {"child"}


def test_a_referral_without_an_answer_yet_is_not_counted_as_refused():
    referred = {"referred_for_case_review": True}
    rows = measure_case_reviews(
        deaths({}, referred | {"scr": True}, referred, referred | {"scr": None}), PERIOD)

    assert {one["row"]: one["actual"] for one in rows if one["table"] == at.CASE_REVIEWS} == {
        REVIEWED[True]: 1, REVIEWED[False]: 1, NOT_RECORDED: 1, TOTAL: 3}


@pytest.mark.parametrize(("yes", "no"), [(20, 9), (9, 20)])
def test_no_share_reveals_a_hidden_finding(yes, no):
    answers = ["yes"] * yes + ["no"] * no + ["insufficient"] * 3
    reviews = deaths(*({"modifiable": answer} for answer in answers))
    shown = show(frame(measure_pooled(reviews, PERIOD)), "board")

    assert shown.get(*at.INSUFFICIENT).hidden
    # All reviews less those with a finding would be the three.
    totals = [shown.get(*place).hidden for place in (
        (at.MODIFIABLE, TOTAL, ""), (at.CATEGORY, TOTAL, ""), (at.BY_GROUP, TOTAL, TOTAL))]
    assert shown.get(at.MODIFIABLE_SHARE, FOUND_SPAN).hidden or all(totals)
    assert len(set(totals)) == 1


def test_recommendations_are_counted_over_five_years(shown, sample):
    made, done, evidenced = (
        sum(int(row[name] or 0) for row in done_in(sample, *YEARS)) for name in (
            "recommendations", "recommendations_done", "recommendations_evidenced"))

    assert [shown.get(at.LEARNING, TOTAL, name).value for name in shown.columns(at.LEARNING)] == [
        made - done, done - evidenced, evidenced, made]


def test_a_blank_finding_is_never_a_no():
    reviews = deaths({"modifiable": "yes"}, {"modifiable": "no"}, {"modifiable": None},
                     {"modifiable": "insufficient"})

    share = figure_of(measure_pooled(reviews, PERIOD), at.MODIFIABLE_SHARE, FOUND_SPAN)

    assert share["actual"] == 50


def test_a_rate_pools_the_years_that_have_a_population(context):
    told = deaths(*[{"notified_on": date(2013, 3, 1)}] * 2, *[{}] * 3,
                  *[{"notified_on": date(2010, 5, 1)}] * 9)
    rate = figure_of(measure_rates(told, context), at.RATES, RATED, at.RATE)

    assert rate["actual"] == Fraction(10_000 * 5, 45_392 + 46_552)
    assert (rate["numerator"], rate["denominator"]) == (5, 45_392 + 46_552)


def test_the_limits_of_a_rate_of_few_deaths_are_exact(context):
    told = deaths(*[{}] * 3, *[{"notified_on": date(2013, 3, 1)}] * 2)
    rates = measure_rates(told, context)
    limits = [figure_of(rates, at.RATES, RATED, limit) for limit in (at.LOWER, at.UPPER)]

    # Garwood's table of 1936: five events, 1.62 to 11.67.
    assert [round(float(one["actual"]) * 9.1944, 2) for one in limits] == [1.62, 11.67]


def test_no_rate_is_made_from_fewer_than_three_deaths(context):
    rate = figure_of(measure_rates(deaths({}, {}), context), at.RATES, RATED, at.RATE)

    assert (rate["actual"], rate["state"]) == (None, "suppressed")


def test_without_a_population_for_the_whole_panel_there_is_no_rate_and_it_says_so(context):
    unknown = replace(context, settings=replace(context.settings, panel="Northshire"))
    rate = figure_of(measure_rates(deaths({}, {}, {}), unknown), at.RATES, at.PANEL, at.RATE)

    assert rate["state"] == "not collected"


def england(year):
    """The row of all reviews in England."""
    return f"England {year}: {at.ALL_REVIEWS}"


def test_england_is_shown_as_published(shown):
    before, latest = (england(year) for year in ("2011/12", "2013/14"))

    assert shown.get(at.NATIONAL, before, at.REVIEWS).value == 4012
    assert shown.get(at.NATIONAL, before, at.WITH).value == 784
    assert shown.get(at.NATIONAL, latest, at.SHARE).value == 22


def test_the_panel_beside_england_is_of_all_reviews_too(shown, sample):
    reviews = done_in(sample, *SINCE_2010)
    panel = shown.get(at.NATIONAL, f"{at.PANEL} {FOUND_SPAN}: {at.ALL_REVIEWS}", at.SHARE)

    assert (panel.numerator, panel.denominator) == (
        sum(row["modifiable"] == "yes" for row in reviews), len(reviews))


def test_figures_that_england_published_later_are_not_used(context):
    earlier = replace(context, as_of=date(2014, 7, 9), audience="restricted")
    rows = show(measure_cdop(earlier, DEATHS.read_for(context)), "restricted").rows(at.NATIONAL)

    assert england("2011/12") in rows
    assert england("2013/14") not in rows


def test_an_empty_return_gives_zeros_and_no_cases(context):
    nothing = DEATHS.read_for(context)
    nothing = replace(nothing, frame=nothing.frame.iloc[:0])
    shown = show(measure_cdop(context, nothing), "restricted")

    assert shown.get(at.NOTIFIED, YEAR, at.PANEL).value == 0
    assert shown.get(at.MODIFIABLE_SHARE, FOUND_SPAN).state == "no cases"
    assert shown.get(at.LEARNING, TOTAL, TOTAL).value == 0
