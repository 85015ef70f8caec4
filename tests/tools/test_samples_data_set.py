"""The sample data set is what its generator writes, and adds up to the published figures."""

from __future__ import annotations

import csv
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from tools.samples.data_set_series import share_out
from tools.samples.generate_data_set import (
    FOLDER,
    main,
    see_that_each_has_a_recipe,
    sent_on,
    slug,
)

PROJECT = Path(__file__).parents[2]
SHARED = PROJECT.parent / "shared" / "data"
YEARS = ("2012-13", "2013-14", "2014-15")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def sample() -> list[dict[str, str]]:
    return [row for path in sorted(FOLDER.glob("*.csv")) for row in rows_of(path)]


@pytest.fixture(scope="module")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the published files are not in ../shared/data beside this project")
    return SHARED


def year_of(period: str) -> str:
    """Return the financial year of 2014-15 Q3 or of the month 2014-10."""
    if "Q" in period:
        return period[:7]
    year, month = map(int, period.split("-"))
    start = year - (month < 4)
    return f"{start}-{start % 100 + 1:02}"


def by_year(rows: list[dict[str, str]], indicator: str, column: str) -> tuple[int, ...]:
    totals: Counter[str] = Counter()
    for row in rows:
        if row["indicator"] == indicator and row["note"] != "as first sent":
            totals[year_of(row["period"])] += int(row[column])
    return tuple(totals[year] for year in YEARS if year in totals)


def as_known(rows: list[dict[str, str]], indicator: str, period: str) -> dict[str, str]:
    sent = [row for row in rows if (row["indicator"], row["period"]) == (indicator, period)]
    return max(sent, key=lambda row: row["submitted_on"])


def test_generating_again_gives_the_committed_bytes(tmp_path):
    main(tmp_path)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in FOLDER.glob("*.csv")}


def test_an_indicator_without_a_recipe_is_named_in_one_line():
    definitions = [{"id": "FD1"}, {"id": "ZZ1"}, {"id": "ZZ1"}, {"id": "ZZ2"}]
    with pytest.raises(SystemExit) as refusal:
        see_that_each_has_a_recipe(definitions, {"FD1"})
    assert str(refusal.value) == (
        "tools/samples/calibration/data_set.csv has no row for ZZ1, ZZ2: add one with the level "
        "to draw around, then run python -m tools.samples.generate_data_set")


@pytest.mark.parametrize(("indicator", "column", "published"), [
    pytest.param("FD3", "numerator", (3146, 2634, 2734), id="referrals"),
    pytest.param("FD5", "numerator", (1055, 575, 501), id="re-referrals"),
    pytest.param("FD5", "denominator", (3146, 2634, 2734), id="referrals under re-referrals"),
    pytest.param("AS1", "numerator", (2977,), id="assessments, from 2014-15 only"),
    pytest.param("AS2", "numerator", (2672,), id="assessments in 45 working days"),
    pytest.param("CP1", "numerator", (936, 939, 860), id="section 47 enquiries"),
    pytest.param("CP3", "numerator", (322, 297, 315), id="conferences in 15 working days"),
    pytest.param("CP3", "denominator", (366, 330, 354), id="conferences"),
    pytest.param("CP8", "numerator", (47, 31, 48), id="second or later plans"),
    pytest.param("CP8", "denominator", (319, 254, 307), id="plans started"),
    pytest.param("CP10", "numerator", (9, 16, 7), id="plans ended after two years"),
    pytest.param("CP10", "denominator", (236, 284, 314), id="plans ended"),
])
def test_quarters_add_to_the_published_year(sample, indicator, column, published):
    assert by_year(sample, indicator, column) == published


@pytest.mark.parametrize(("indicator", "published"), [
    pytest.param("CP5", (("269", ""), ("239", ""), ("231", "")), id="children on a plan"),
    pytest.param("CP11", (("177", "180"), ("136", "142"), ("141", "151")), id="reviews in time"),
    pytest.param("CN1", (("1597", ""), ("1765", ""), ("1895", "")), id="children in need"),
    pytest.param("CP9", (("9", "269"), ("6", "239"), ("", "")), id="open two years, last hidden"),
])
def test_the_last_quarter_repeats_the_published_31_march(sample, indicator, published):
    ends = [as_known(sample, indicator, f"{year} Q4") for year in YEARS]
    assert tuple((row["numerator"], row["denominator"]) for row in ends) == published
    assert all(row["source"].startswith("published: ") for row in ends)


def test_children_on_a_plan_are_those_before_and_started_less_ended(sample):
    """239 and 307 less 314 is 232; the published 231 keeps its own count."""
    stock = 239
    for quarter in ("2014-15 Q1", "2014-15 Q2", "2014-15 Q3"):
        stock += int(as_known(sample, "CP8", quarter)["denominator"])
        stock -= int(as_known(sample, "CP10", quarter)["denominator"])
        assert int(as_known(sample, "CP5", quarter)["numerator"]) == stock


@pytest.mark.parametrize(("indicator", "numerator", "denominator", "percentage"), [
    pytest.param("AS2", "684", "800", Fraction(171, 2), id="exactly 95% of the target of 90"),
    pytest.param("FD9", "640", "674", Fraction(32000, 337), id="displays 95.0 and is below"),
    pytest.param("MS10", "31", "52", Fraction(775, 13), id="return interviews fall sharply"),
])
def test_quarter_3_holds_the_edges_the_paper_must_get_right(
    sample, indicator, numerator, denominator, percentage
):
    row = as_known(sample, indicator, "2014-15 Q3")
    assert (row["numerator"], row["denominator"]) == (numerator, denominator)
    assert Fraction(100 * int(numerator), int(denominator)) == percentage


@pytest.mark.parametrize(("indicator", "period", "status"), [
    pytest.param("SM1", "2014-15 Q2", "not supplied", id="not supplied"),
    pytest.param("SM1", "2014-15 Q3", "not supplied", id="not supplied a second time"),
    pytest.param("PF1", "2014-15 Q3", "no cases", id="no notifications to visit"),
    pytest.param("CP9", "2014-15 Q4", "suppressed", id="hidden where it was published"),
    pytest.param("DA1", "2012-13 Q1", "not collected", id="not collected yet"),
])
def test_a_missing_figure_says_why(sample, indicator, period, status):
    row = as_known(sample, indicator, period)
    assert (row["status"], row["numerator"]) == (status, "")


def test_a_figure_sent_again_keeps_what_was_sent_first(sample):
    sent = [(row["submitted_on"], row["numerator"]) for row in sample
            if (row["indicator"], row["period"]) == ("CP13", "2014-15 Q2")]
    assert sent == [("2014-10-20", "214"), ("2015-01-20", "231")]


def test_fewer_children_have_been_due_a_review_than_are_looked_after(sample):
    """Regulation 33 of 2010: a first review is due within 20 working days of coming in."""
    for quarter in (f"{year} Q{number}" for year in YEARS for number in range(1, 5)):
        due = int(as_known(sample, "LA9", quarter)["denominator"])
        assert 0 < int(as_known(sample, "LA1", quarter)["numerator"]) - due <= 29


def test_an_agency_is_called_what_it_was_called_on_the_day_of_sending(sample):
    """The National Probation Service began on 1 June 2014."""
    for row in (row for row in sample if row["indicator"] == "PR1"):
        assert row["agency"] == ("National Probation Service" if row["submitted_on"] > "2014-06"
                                 else "Cambridgeshire and Peterborough Probation Trust")


def test_nothing_is_sent_before_its_period_has_ended(sample):
    ends = {"Q1": "06-30", "Q2": "09-30", "Q3": "12-31", "Q4": "03-31"}
    for row in sample:
        year, _, quarter = row["period"].partition(" ")
        month = f"{year}-31"
        end = f"{int(year[:4]) + (quarter == 'Q4')}-{ends[quarter]}" if quarter else month
        assert end < row["submitted_on"]


def test_every_row_says_whether_it_is_published_or_illustrative(sample):
    kinds = Counter(row["source"].split(":")[0] for row in sample)
    assert set(kinds) == {"published", "illustrative"}
    assert kinds["published"] == 36 + 4 * 3


def test_monthly_referrals_are_the_published_ones(sample, shared):
    published = {row["period"]: row["referrals"]
                 for row in rows_of(shared / "peterborough_referrals_monthly.csv")
                 if row["period"] < "2015-04"}
    assert {row["period"]: row["numerator"] for row in sample
            if row["indicator"] == "FD3"} == published


@pytest.mark.parametrize(("indicator", "numerator", "denominator"), [
    pytest.param("FD5", "re_referrals", "referrals", id="re-referrals"),
    pytest.param("CP8", "cpp_second_or_subsequent", "cpp_started", id="second or later plans"),
    pytest.param("CP10", "cpp_ended_2yrs_plus", "cpp_ended", id="plans ended after two years"),
])
def test_quarters_add_to_the_shared_published_file(
    sample, shared, indicator, numerator, denominator
):
    published = [row for row in rows_of(
        shared / "peterborough_and_neighbours_safeguarding_2013_2024.csv")
        if row["area"] == "Peterborough" and row["year_ending_march"] in ("2013", "2014", "2015")]
    for column, name in (("numerator", numerator), ("denominator", denominator)):
        assert by_year(sample, indicator, column) == tuple(int(row[name]) for row in published)


def test_sharing_out_adds_to_the_total():
    assert share_out(10, [1, 1, 1]) == [4, 3, 3]


@pytest.mark.parametrize(("quarter", "day"), [
    pytest.param("2014-15 Q3", "2015-01-20", id="twenty days later, a Tuesday"),
    pytest.param("2013-14 Q2", "2013-10-21", id="a Sunday moves to Monday"),
    pytest.param("2013-14 Q4", "2014-04-22", id="Easter Sunday moves beyond Easter Monday"),
])
def test_returns_are_sent_on_a_working_day(quarter, day):
    assert sent_on(quarter) == day


def test_a_file_is_named_after_its_agency():
    assert slug("Children's social care") == "childrens-social-care"
