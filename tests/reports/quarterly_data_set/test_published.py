"""What a year that is published tells of its quarters, by hand and by the masking of a paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from pscb_lib.board.comparators.mapping import Measure
from pscb_lib.board.comparators.register import Benchmark, Mark
from pscb_lib.board.indicators import INDICATORS, Unit, indicators_for, read_indicators
from pscb_lib.disclosure.counted import Release
from pscb_lib.disclosure.figures import count, frame, proportion
from pscb_lib.disclosure.masking import hide
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.framework.spellings import parse_period, parse_year
from pscb_lib.reports.quarterly_data_set.measures.published import known_years, limits_of

QUARTERS = tuple(f"2013-14 Q{number}" for number in (1, 2, 3, 4))


@pytest.fixture(scope="module")
def register():
    from papers import ROOT

    return indicators_for(read_indicators(ROOT / "params" / "indicators.csv"),
                          parse_period("2013-14 Q4"))


def published(indicator, value, numerator=None, denominator=None):
    value, numerator, denominator = (Decimal(one) if isinstance(one, str) else one
                                     for one in (value, numerator, denominator))
    return Benchmark(indicator, "Peterborough", parse_year("2013-14"), value, numerator,
                     denominator, date(2014, 10, 29), date(2014, 10, 29), "a release")


def tied(register, indicator, unit, counts, one, residents=46_552):
    measure = Measure(one.indicator, "", unit, {})
    rows = {(INDICATORS, indicator, quarter): counted
            for quarter, counted in zip(QUARTERS, counts, strict=True)}
    return list(known_years(register, [one], {one.indicator: measure}, rows,
                            {2013: residents}))


@pytest.mark.parametrize(("printed", "per", "digits", "expected"), [
    pytest.param("2634", 1, 0, (2634, 2634), id="a count is exact"),
    pytest.param("51.3", Fraction(10_000, 46_552), 1, (Fraction("238.579"), Fraction("239.0446")),
                 id="a rate of 51.3 is between 51.25 and 51.35"),
    pytest.param("1", 100, 1, (Fraction("0.0095"), Fraction("0.0105")),
                 id="a percentage that a file writes as 1 may be 1.0"),
    pytest.param("1", 100, 0, (Fraction("0.005"), Fraction("0.015")), id="or any that rounds to 1"),
])
def test_a_printed_number_says_as_much_as_its_rounding_leaves(printed, per, digits, expected):
    least, most = limits_of(Decimal(printed), Fraction(per), digits)
    assert (least, most) == pytest.approx(expected, rel=1e-4)


def test_a_suppressed_number_is_one_to_five_and_others_say_nothing():
    assert limits_of(Mark.SUPPRESSED) == (1, 5)
    assert limits_of(Mark.NOT_AVAILABLE) is limits_of(None) is None


def test_the_quarters_of_a_year_add_up_to_its_published_count(register):
    (one,) = tied(register, "CP1", Unit.RATE, [(300, None), (200, None), (239, None), (200, None)],
                  published("section 47 enquiries", Mark.NOT_AVAILABLE, "939"))
    terms, least, most = one["relation"]
    assert (least, most) == (939, 939)
    assert {(place[2], aspect, by) for place, aspect, by in terms} == {
        (quarter, "cases", 1) for quarter in QUARTERS}


def test_a_count_at_a_date_is_the_years_at_its_last_quarter(register):
    found = tied(register, "CP5", Unit.RATE, [(9, None), (9, None), (9, None), (239, None)],
                 published("children on a plan", "51.3"))
    assert [(one["relation"][0][0][0][2], *one["relation"][1:]) for one in found] == [
        ("2013-14 Q4", 239, 239)]


def test_a_published_figure_of_other_cases_tells_nothing(register):
    assert tied(register, "CP1", Unit.RATE, [(300, None), (200, None), (239, None), (201, None)],
                published("section 47 enquiries", Mark.NOT_AVAILABLE, "939")) == []


def test_a_percentage_of_the_year_ties_numerators_and_denominators(register):
    found = tied(register, "FD6", Unit.PERCENT, [(6, 700), (4, 600), (8, 650), (8, 684)],
                 published("no further action", "1", None, "2634"))
    of, least, most = (one["relation"] for one in found)
    assert of[1:] == (2634, 2634)
    # 26 of 2,634 prints as 1.0: at least 0.95 %, or 95 of 10,000, and at most 1.05 %.
    assert {by for _, aspect, by in least[0] if aspect == "whole"} == {-19}
    assert {by for _, aspect, by in least[0] if aspect == "cases"} == {2000}
    assert {by for _, aspect, by in most[0] if aspect == "whole"} == {-21}
    assert (least[1:], most[1:]) == ((0, None), (None, 0))


def test_a_hidden_quarter_is_not_alone_beside_a_published_year(register):
    """40 in the year less 10, 12 and 15 are three."""
    places = [(INDICATORS, "CP1", quarter) for quarter in QUARTERS]
    rows = [count(*place[:2], number, place[2])
            for place, number in zip(places, (10, 3, 12, 15), strict=True)]
    rows += tied(register, "CP1", Unit.RATE, [(10, None), (3, None), (12, None), (15, None)],
                 published("section 47 enquiries", Mark.NOT_AVAILABLE, "40"))

    hidden = hide([Release("p", frame(rows))], "board", PROFILES["dfe"])["p"]

    assert hidden == {places[1], places[0]}


def test_a_small_count_that_others_have_published_is_hidden_and_nothing_with_it(register):
    place, other = ((INDICATORS, "CP9", quarter) for quarter in ("2013-14 Q4", "2013-14 Q3"))
    rows = [proportion(*place[:2], 4, 239, place[2]), proportion(*other[:2], 9, 239, other[2]),
            *tied(register, "CP9", Unit.PERCENT, [(9, 239), (9, 239), (9, 239), (4, 239)],
                  published("plans open two years", "1.7", "4", "239"))]

    assert hide([Release("p", frame(rows))], "board", PROFILES["dfe"])["p"] == {place}
