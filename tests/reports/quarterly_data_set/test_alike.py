"""Indicators whose counts are the same, or part of one another, by the words of the register."""

from __future__ import annotations

import pytest
from papers import ROOT

from pscb_lib.board.indicators import INDICATORS, indicators_for, read_indicators
from pscb_lib.disclosure.counted import Release
from pscb_lib.disclosure.figures import count, frame, proportion
from pscb_lib.disclosure.masking import hide
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reports.quarterly_data_set.measures.alike import tie_alike

QUARTER = parse_period("2013-14 Q4")


@pytest.fixture(scope="module")
def register():
    return indicators_for(read_indicators(ROOT / "params" / "indicators.csv"), QUARTER)


def place(indicator):
    return INDICATORS, indicator, QUARTER.label


def tied(register, **numbers):
    rows = {place(name): counted for name, counted in numbers.items()}
    return list(tie_alike(register, [QUARTER], rows))


def said(relations):
    return {one["row"].rpartition(",")[0]: one["relation"][1:] for one in relations}


@pytest.mark.parametrize(("numbers", "expected"), [
    pytest.param({"FD3": (90, None), "FD5": (6, 90)}, {"FD3 cases in FD5 whole": (0, 0)},
                 id="of the referrals accepted, some again"),
    pytest.param({"CP5": (90, None), "CP9": (6, 90)}, {"CP5 cases in CP9 whole": (0, 0),
                                                       "CP9 cases in CP5 cases": (0, None)},
                 id="a count at the quarter's end, and a part of it"),
    pytest.param({"CP5": (90, None), "CP11": (60, 62)}, {"CP11 whole in CP5 cases": (0, None)},
                 id="those on a plan for three months are some of those on a plan"),
    pytest.param({"MS1": (40, None), "MS13": (9, 12)}, {"MS13 whole in MS1 cases": (0, None)},
                 id="a child reported missing is reported in an episode"),
    pytest.param({"FD3": (90, None), "FD5": (6, 91)}, {}, id="what was sent does not agree"),
    pytest.param({"MS1": (11, None), "MS13": (9, 12)}, {}, id="more children than episodes"),
])
def test_counts_are_alike_by_their_words_where_what_was_sent_agrees(register, numbers, expected):
    assert said(tied(register, **numbers)) == expected


def test_a_denominator_that_an_agency_s_count_shows_protects_nothing_and_stops_nothing(register):
    """Two of four referrals were again: the four are the agency's work, and shown."""
    rows = [count(*place("FD3")[:2], 4, QUARTER.label, describes="agency"),
            proportion(*place("FD5")[:2], 2, 4, QUARTER.label),
            *tied(register, FD3=(4, None), FD5=(2, 4))]

    assert hide([Release("p", frame(rows))], "board", PROFILES["dfe"])["p"] == {place("FD5")}
