"""The draw of cases: a vector made with sha256sum, uniform draws, strata and replacements."""

from collections import Counter
from dataclasses import replace

import pytest
from scipy.stats import chi2, chisquare

from pscb_lib.framework.sampling import (
    Case,
    Reason,
    draw,
    frame_text,
    number_of,
    replace_case,
    spread_by_size,
)

# for i in 1 2 3 4 5 6; do printf "2014\nplan\nC-00$i" | sha256sum; done
BY_SHA256SUM = {"C-001": "028aa113f7e1", "C-002": "4f207ba4a079", "C-003": "d3c0f5baed13",
                "C-004": "ffdfb2643fa9", "C-005": "da56e7a6bd4c", "C-006": "83dc166ed778"}
PLANS = [Case(ref, "plan", 3) for ref in BY_SHA256SUM]
CAFS = [Case(f"F-{number}", "CAF", 2) for number in range(3)]
ALONE = Case("S-1", "CAF", 1)
ALL = [*PLANS, *CAFS, ALONE]


def test_the_numbers_are_those_of_sha256sum():
    assert {one.case_ref: number_of(one, "2014")[:12] for one in PLANS} == BY_SHA256SUM


def test_the_first_by_their_numbers_are_drawn_and_those_after_are_reserves():
    drawn = draw(PLANS, "2014", 2)
    assert [one.case_ref for one in drawn.drawn] == ["C-001", "C-002"]
    assert [one.case_ref for one in drawn.reserves] == ["C-006", "C-003"]


def test_the_order_of_the_list_is_no_matter():
    assert draw(ALL[::-1], "7", 4) == draw(ALL, "7", 4)
    assert frame_text(ALL[::-1]) == frame_text(ALL)


def test_another_list_has_another_text():
    assert frame_text([*ALL[1:], replace(PLANS[0], agencies=4)]) != frame_text(ALL)


def test_cases_with_one_agency_are_left_out_and_counted():
    drawn = draw(ALL, "7", 9)
    assert (drawn.one_agency, drawn.frame) == (1, {"CAF": 3, "plan": 6})
    assert ALONE not in drawn.drawn


@pytest.mark.parametrize(("sizes", "number", "expected"), [
    pytest.param({"plan": 30, "CIN": 20, "CAF": 14}, 8, {"plan": 4, "CIN": 2, "CAF": 2},
                 id="3.75, 2.5 and 1.75: the two largest remainders"),
    pytest.param({"a": 10, "b": 10}, 3, {"a": 2, "b": 1}, id="equal ones by the alphabet"),
    pytest.param({"b": 12, "a": 4}, 2, {"b": 2, "a": 0}, id="equal remainders to the larger"),
])
def test_the_spread_by_size(sizes, number, expected):
    assert spread_by_size(sizes, number) == expected


def test_the_spread_that_was_agreed():
    drawn = draw(ALL, "7", 4, {"plan": 1, "CAF": 3})
    assert Counter(one.stratum for one in drawn.drawn) == {"plan": 1, "CAF": 3}


@pytest.mark.parametrize(("cases", "number", "spread", "says"), [
    pytest.param(ALL, 10, None, "10 cases cannot be drawn from 9", id="too few"),
    pytest.param(ALL, 4, {"CAF": 4},
                 "CAF has 3 cases with more than one agency, not 4", id="too few in a stratum"),
    pytest.param(ALL, 4, {"CAF": 1}, "the strata add up to 1, not to 4 cases", id="another sum"),
    pytest.param([*PLANS, PLANS[0]], 2, None, "C-001 is in the list twice", id="twice"),
    pytest.param([Case("a\nb", "plan", 2)], 1, None, "'a\\nb' has a line break", id="break"),
])
def test_what_cannot_be_drawn(cases, number, spread, says):
    with pytest.raises(ValueError) as refused:
        draw(cases, "7", number, spread)
    assert str(refused.value) == says


def test_the_next_reserve_of_the_stratum_replaces_a_case():
    drawn = replace_case(draw(ALL, "2014", 3, {"plan": 2, "CAF": 1}), "C-002",
                         Reason.PROCEEDINGS)
    assert {"C-001", "C-006"} < {one.case_ref for one in drawn.drawn}
    assert [(one.case.case_ref, one.by.case_ref) for one in drawn.replaced] == [
        ("C-002", "C-006")]
    assert "C-006" not in {one.case_ref for one in drawn.reserves}


@pytest.mark.parametrize(("ref", "says"), [
    pytest.param("C-006", "C-006 is not one of the cases drawn", id="not drawn"),
    pytest.param("C-001", "C-001 cannot be replaced: its stratum has no reserve left",
                 id="no reserve"),
])
def test_what_cannot_be_replaced(ref, says):
    drawn = replace(draw(PLANS, "2014", 2), reserves=())
    with pytest.raises(ValueError, match=f"^{says}$"):
        replace_case(drawn, ref, Reason.NO_FILE)


@pytest.mark.slow
def test_ten_thousand_draws_are_uniform_within_strata():
    """Each case is drawn as often as the others: 99.9% of fair rules pass, and so does this one.

    Drawing without replacement has less spread than chi-square supposes, by (N - n) / (N - 1).
    """
    times = Counter(one.case_ref for seed in range(10_000)
                    for one in draw(ALL, str(seed), 3, {"plan": 2, "CAF": 1}).drawn)
    for cases, number in ((PLANS, 2), (CAFS, 1)):
        seen = [times[one.case_ref] for one in cases]
        assert sum(seen) == 10_000 * number
        statistic = chisquare(seen).statistic * (len(cases) - 1) / (len(cases) - number)
        assert statistic < chi2.ppf(0.999, len(cases) - 1)
