"""The register of indicators: effective-dated, and refused at its first wrong cell."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal

import pytest

from pscb_lib.board.indicators import FIELDS, Kind, Unit, indicators_for, read_indicators
from pscb_lib.framework.rag import Polarity
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError

ROW = {
    "id": "FD5", "valid_from": "2012-13", "valid_to": "", "title": "Re-referrals",
    "definition": "Referrals of a child referred before.", "agency": "Children's social care",
    "theme": "Front door", "priority": "Early help", "numerator": "re-referrals",
    "denominator": "referrals", "unit": "percent", "kind": "cohort", "basis": "quarter",
    "polarity": "lower", "target": "20", "target_upper": "", "target_year": "2014-15",
    "target_source": "illustrative", "describes": "child", "severity": "2",
    "question": "Is it how cases are closed?", "lead": "Head of First Response",
    "review_meetings": "2014-09-10; 11/02/2015",
}
BAND = {"polarity": "band", "target": "10", "target_upper": "15"}
COUNT = {"unit": "count", "denominator": ""}


@pytest.fixture
def read(tmp_path):
    """Read a register of rows like ROW, each with some cells changed."""
    def read_rows(*changes):
        path = tmp_path / "indicators.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [field.name for field in FIELDS])
            writer.writeheader()
            writer.writerows(ROW | change for change in changes)
        return read_indicators(path)

    return read_rows


def test_a_row_is_typed(read):
    [one] = read({})
    assert (one.id, one.valid_from, one.valid_to) == ("FD5", parse_period("2012-13"), None)
    assert (one.unit, one.kind) == (Unit.PERCENT, Kind.COHORT)
    assert one.polarity is Polarity.LOWER_IS_BETTER
    assert (one.severity, one.review_meetings) == (2, (date(2014, 9, 10), date(2015, 2, 11)))


@pytest.mark.parametrize(("change", "expected"), [
    pytest.param({}, Decimal("20"), id="one number"),
    pytest.param(BAND, (Decimal("10"), Decimal("15")), id="a band is a pair"),
    pytest.param({"polarity": "neutral", "target": ""}, None, id="none"),
])
def test_the_target_as_it_is_rated(read, change, expected):
    assert read(change)[0].required == expected


@pytest.mark.parametrize(("source", "expected"), [
    pytest.param("statutory: Working Together 2013", True, id="statutory"),
    pytest.param("illustrative", False, id="illustrative"),
    pytest.param("", False, id="no source"),
])
def test_whether_a_target_is_statutory(read, source, expected):
    assert read({"target_source": source})[0].is_statutory is expected


@pytest.mark.parametrize(("change", "message"), [
    pytest.param({"polarity": "sideways"}, "indicators.csv, row 2, column polarity, value "
                 "'sideways': is not one of higher, lower, band, neutral; correct the register",
                 id="an unknown polarity"),
    pytest.param(BAND | {"target_upper": ""}, "indicators.csv, row 2, column target and "
                 "target_upper, value '10 and ': a band needs its lower and its upper end; "
                 "fill target and target_upper", id="a band without its upper end"),
    pytest.param(BAND | {"target": "16"}, "indicators.csv, row 2, column target and target_upper, "
                 "value '16 and 15': the lower end of a band is above its upper end; "
                 "swap the two", id="a band upside down"),
    pytest.param({"denominator": ""}, "indicators.csv, row 2, column unit and denominator, value "
                 "'percent and ': a percentage needs a denominator; say what it is a percentage of",
                 id="a percentage of nothing"),
    pytest.param({"target": "0.97"}, "indicators.csv, row 2, column unit and target and "
                 "target_upper, value 'percent and 0.97 and ': a percentage to reach lies between "
                 "1 and 100, or is 0; write 97 for 97%", id="a share for a percentage"),
    pytest.param({"polarity": "neutral"}, "indicators.csv, row 2, column polarity and target, "
                 "value 'neutral and 20': where neither way is better there is no target; clear "
                 "the target or say which way is better", id="a target where neither is better"),
    pytest.param({"kind": "stock", "basis": "rolling year"}, "indicators.csv, row 2, column kind "
                 "and basis, value 'stock and rolling year': a stock is counted at the quarter's "
                 "end and not summed over a year; give it the basis quarter",
                 id="a stock over a year"),
    pytest.param({"valid_from": "Dec-11"}, "indicators.csv, row 2, column valid_from, value "
                 "'Dec-11': is not a financial year, such as 2014-15; correct the register",
                 id="a year that Excel took for a month"),
    pytest.param({"valid_to": "2011-12"}, "indicators.csv, row 2, column valid_from and valid_to, "
                 "value '2012-13 and 2011-12': a definition cannot end before it begins; "
                 "correct one of the two years", id="an end before the beginning"),
    pytest.param({"review_meetings": "2014-09-10; soon"}, "indicators.csv, row 2, column "
                 "review_meetings, value '2014-09-10; soon': is not a date; correct the register",
                 id="a meeting on no day"),
])
def test_an_invalid_row_refuses_the_register(read, change, message):
    with pytest.raises(InputError) as refusal:
        read(change)
    assert str(refusal.value) == message


@pytest.mark.parametrize(("first", "second"), [
    pytest.param({}, {"valid_from": "2014-15"}, id="the earlier one has no end"),
    pytest.param({"valid_to": "2014-15"}, {"valid_from": "2014-15"}, id="they share one year"),
    pytest.param({"valid_from": "2014-15"}, {}, id="whichever comes first"),
    pytest.param({"valid_from": "2014-15"}, {"valid_to": "2014-15"}, id="the later one is first"),
])
def test_one_id_defined_twice_for_a_year_is_refused(read, first, second):
    with pytest.raises(InputError) as refusal:
        read(first, second)
    assert str(refusal.value) == (
        "indicators.csv, row 3, column id, value 'FD5': the indicator is defined twice for one "
        "year; end the earlier definition first")


@pytest.mark.parametrize(("period", "expected"), [
    pytest.param("2011-12", [], id="before the first"),
    pytest.param("2013-14", ["24", "30"], id="the last year of the first"),
    pytest.param("2014-15 Q1", ["20", "30"], id="the second from its first quarter"),
    pytest.param("2014-15 Q4", ["20", "30"], id="the second in its last quarter"),
])
def test_an_indicator_is_as_it_was_defined_in_the_year(read, period, expected):
    register = read({"valid_to": "2013-14", "target": "24"}, {"valid_from": "2014-15"},
                    {"id": "FD1", **COUNT, "target": "30"})
    targets = [str(one.target) for one in indicators_for(register, parse_period(period))]
    assert targets == expected
