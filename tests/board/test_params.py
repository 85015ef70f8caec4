"""The Board's decisions in params/ agree with each other and with what is published."""

from __future__ import annotations

import csv
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from pscb_lib.running.preflight import check_params

PROJECT = Path(__file__).parents[2]
PARAMS = PROJECT / "params"
SHARED = PROJECT.parent / "shared" / "data"
IN_FORCE = "2014-15"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def indicators() -> list[dict[str, str]]:
    return rows_of(PARAMS / "indicators.csv")


@pytest.fixture(scope="module")
def in_force(indicators) -> list[dict[str, str]]:
    return [row for row in indicators
            if row["valid_from"] <= IN_FORCE <= (row["valid_to"] or IN_FORCE)]


@pytest.fixture(scope="module")
def published() -> list[dict[str, str]]:
    return rows_of(PARAMS.parent / "tools/samples/calibration/published.csv")


@pytest.fixture(scope="module")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the published files are not in ../shared/data beside this project")
    return SHARED


def test_at_least_forty_indicators_are_in_force(in_force):
    assert len(in_force) >= 40


def test_at_least_eight_agencies_contribute(in_force):
    assert len({row["agency"] for row in in_force}) >= 8


def test_every_register_is_sound_beside_the_others():
    check_params(PROJECT)


def test_law_and_guidance_are_cited_with_their_year(indicators):
    cited = [row[name] for row in indicators for name in ("timescale_source", "target_source")
             if row[name].startswith(("law", "guidance"))]
    assert len(cited) == 17 and all(re.search(r"\b20[01]\d\b", one) for one in cited)


def test_law_that_allows_no_exception_is_the_only_target_in_law(indicators):
    """Visits to privately fostered children, reviews of looked-after children, bed and breakfast.

    Their regulations allow no late case. No guidance states a share, but for allegations in schools
    and colleges.
    """
    assert {row["id"]: row["target"] for row in indicators
            if row["target_source"].startswith("law")} == {"HO1": "0", "LA9": "100", "PF1": "100"}
    assert not any(row["target_source"].startswith("guidance") for row in indicators)


@pytest.mark.parametrize(("id", "cites"), [
    pytest.param("LA7", "regulations 7 and 33", id="the first review, and the assessment before"),
    pytest.param("LA9", "regulation 33", id="the reviews of looked-after children"),
    pytest.param("ED5", "part two and Annex B", id="training of designated leads"),
    pytest.param("CP12", "Working Together 2013, chapter 1", id="core groups"),
    pytest.param("CP11", "Working Together 2013, chapter 1", id="review conferences, alike"),
])
def test_what_a_time_allowed_is_set_in(in_force, id, cites):
    assert [row["timescale_source"].endswith(cites) for row in in_force
            if row["id"] == id] == [True]


def test_every_indicator_in_force_is_reviewed(in_force):
    unreviewed = [row["id"] for row in in_force if not row["review_meetings"]]
    assert unreviewed == [], "give each in params/indicators.csv the Q&E meetings that review it"


def test_no_name_of_an_agency_means_two_agencies_at_one_time():
    rows = rows_of(PARAMS / "agencies.csv")
    names = Counter(row["alias"].casefold() for row in rows)
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(("name", "on", "scope"), [
    pytest.param("Police and Crime Commissioner", "2014-11-28", "statutory", id="commissioner"),
    pytest.param("BTP", "2014-11-28", "statutory", id="transport police"),
    pytest.param("HMP Peterborough", "2014-11-28", "statutory", id="the prison's director"),
    pytest.param("Peterborough City Council Education", "2014-11-28", "statutory",
                 id="the council's education functions"),
    pytest.param("Peterborough schools", "2014-11-28", "school or college", id="schools"),
    pytest.param("MARAC", "2014-11-28", "other", id="a meeting"),
    pytest.param("Cafcass", "2014-11-28", "other", id="under its own Act"),
    pytest.param("PSCB", "2014-11-28", "other", id="the Board itself, which owns actions"),
    pytest.param("Drug and alcohol service", "2014-11-28", "commissioned", id="commissioned"),
    pytest.param("Peterborough Council for Voluntary Service", "2014-11-28", "voluntary",
                 id="the voluntary sector"),
])
def test_whom_section_11_binds(name, on, scope):
    """Children Act 2004, section 11(1); schools: Education Act 2002, sections 157 and 175."""
    [row] = [row for row in rows_of(PARAMS / "agencies.csv") if row["alias"] == name
             and row["valid_from"] <= on and on <= (row["valid_to"] or on)]
    assert row["section11"] == scope


def test_every_agency_is_known_by_its_own_name():
    rows = rows_of(PARAMS / "agencies.csv")
    assert {row["name"] for row in rows} == {row["name"] for row in rows
                                             if row["name"] == row["alias"]}


def test_questions_are_about_indicators_in_force_and_outcomes_follow_actions(in_force):
    lines = rows_of(PARAMS / "ledger.csv")
    asked = [row for row in lines if row["event"] == "asked"]
    assert {row["indicator"] for row in asked if row["report"] == "quarterly_data_set"} <= {
        one["id"] for one in in_force}
    acted = {row["id"] for row in lines if row["action"]}
    assert {row["id"] for row in lines if row["outcome"]} <= acted <= {row["id"] for row in asked}
    assert [row["on"] for row in lines] == sorted(row["on"] for row in lines)


@pytest.mark.parametrize(("measure", "year", "expected"), [
    pytest.param("Referral rate per 10,000", "2013-14", "565.8", id="2,634 of 46,552"),
    pytest.param("Referral rate per 10,000", "2012-13", "693.1", id="3,146 of 45,392"),
    pytest.param("Children on a plan at 31 March, rate per 10,000", "2013-14", "51.3",
                 id="239 of 46,552"),
    pytest.param("Initial conferences in 15 working days", "2013-14", "90.0",
                 id="34 and 263 of 330"),
    pytest.param("Plans open two years or more at 31 March", "2014-15", "c", id="kept hidden"),
])
def test_peterborough_is_as_published(published, measure, year, expected):
    values = [row["value"] for row in published
              if (row["measure"], row["area"], row["year"]) == (measure, "Peterborough", year)]
    assert values == [expected]


def test_peterborough_percentages_follow_from_their_counts(published):
    for row in published:
        counted = row["numerator"].isdigit() and row["denominator"].isdigit()
        if row["area"] == "Peterborough" and counted:
            scale = 10_000 if "per 10,000" in row["measure"] else 100
            exact = Fraction(scale * int(row["numerator"]), int(row["denominator"]))
            assert abs(exact - Fraction(row["value"])) <= Fraction(1, 20), row["measure"]


def test_rates_use_the_population_of_the_mid_year_in_the_financial_year(published):
    population = {(row["area"], row["year"]): row["population_0_17"]
                  for row in rows_of(PARAMS / "populations.csv")}
    for row in published:
        if row["measure"].endswith("per 10,000") and row["denominator"]:
            assert row["denominator"] == population[row["area"], row["year"][:4]]


def test_populations_are_the_shared_published_ones(shared):
    published = {(row["mid_year"], row["area_code"]): row["population_0_17"]
                 for row in rows_of(shared / "population_0_17_mid_year.csv")}
    for row in rows_of(PARAMS / "populations.csv"):
        assert row["population_0_17"] == published[row["year"], row["code"]]
        assert "Office for National Statistics" in row["source"]


def test_benchmarks_are_the_shared_published_ones(shared):
    columns = {"referrals": "referrals_rate_10k", "re-referrals": "re_referrals_pct",
               "section 47 enquiries": "s47_rate_10k",
               "initial conferences in time": "icpc_within_15d_pct",
               "children on a plan": "cpp_31mar_rate_10k",
               "plans ended after two years": "cpp_ended_2yrs_plus_pct"}
    table = rows_of(shared / "peterborough_and_neighbours_safeguarding_2013_2024.csv")
    published = {(name, row["area"], f"{int(row['year_ending_march']) - 1}"): row[column]
                 for row in table if row["year_ending_march"] <= "2015"
                 for name, column in columns.items() if row[column]}
    held = {(row["indicator"], row["area"], row["year"][:4]): row["value"]
            for row in rows_of(PARAMS / "benchmarks.csv") if row["released_on"] == "2024-10-31"}
    assert published.items() <= held.items()


def test_neighbours_of_the_latest_model_are_the_shared_published_ones(shared):
    published = {row["neighbour"] for row in rows_of(shared / "statistical_neighbours_2025.csv")
                 if row["area"] == "Peterborough"}
    assert published == {row["neighbour"] for row in rows_of(PARAMS / "statistical_neighbours.csv")
                         if row["set"] == "2025 model"}


def test_benchmarks_are_of_indicators_with_a_published_measure_and_cite_their_licence(indicators):
    rows = rows_of(PARAMS / "benchmarks.csv")
    mapped = {row["indicator"] for row in rows_of(PARAMS / "benchmark_measures.csv")}
    assert {row["indicator"] for row in rows} <= mapped <= {row["role"] for row in indicators}
    assert all(row["source"].endswith("Open Government Licence v3.0") for row in rows)
