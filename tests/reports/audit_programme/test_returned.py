"""The audit planner as a return."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from audit_returns import findings, read_rows, sample_context

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.planner import Decision, Progress
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.registers.programme_log import RETURN as PROGRAMME_LOG
from pscb_lib.returns.registers.programme_log import make_log, parse_span, programme_of

ROW = {
    "item": "10", "period": "2014-15 Q2", "due_on": "", "received_on": "31/10/2014",
    "scrutinised_on": "12/11/2014", "presented_on": "2014-12-02", "decision": "Tabled",
    "note": "", "source": "illustrative",
}


@pytest.fixture
def read(tmp_path):
    path = tmp_path / "programme_log.csv"
    return lambda *changes: read_rows(PROGRAMME_LOG.read_for, path, ROW, *changes)


@pytest.mark.parametrize(("change", "expected"), [
    pytest.param(
        {"item": "4"},
        "column item, value '4': is not an item of Appendix 1; use Appendix 1's own number",
        id="a number that Appendix 1 passes over"),
    pytest.param(
        {"period": "2014-15 H1"},
        "column item and period, value '10 and 2014-15 H1': the item does not report on this "
        "period; write a period of the item's own frequency", id="half a year of a quarterly item"),
    pytest.param(
        {"scrutinised_on": ""},
        "column scrutinised_on and presented_on, value ' and 2014-12-02': reports come to Q&E "
        "before they are taken to the Board (section 5); fill the day of scrutiny",
        id="presented without scrutiny"),
    pytest.param(
        {"scrutinised_on": "30/10/2014"},
        "column received_on and scrutinised_on and presented_on, value '31/10/2014 and 30/10/2014 "
        "and 2014-12-02': a report is received, scrutinised and presented, in this order; fill or "
        "correct the dates", id="scrutinised before it was received"),
    pytest.param(
        {"decision": "noted"},
        "column decision, value 'noted': is not one of tabled, for information; correct the cell",
        id="a decision that section 5 does not have"),
])
def test_a_row_that_breaks_a_rule_is_rejected(read, change, expected) -> None:
    assert findings(read(change)) == [f"programme_log.csv, row 2, {expected}"]


def test_the_planner_has_an_item_once_for_a_period(read) -> None:
    assert findings(read({}, {"period": "Q2 2014/15", "note": "late"})) == [
        f"programme_log.csv, row {row}, column note, value '{note}': rows 2 and 3 are of one item "
        "and period and are not the same; remove one of the two rows"
        for row, note in ((2, ""), (3, "late"))]


def test_an_item_as_required_has_a_row_for_each_commission(read) -> None:
    row = {"item": "22", "period": "2014-10", "scrutinised_on": "", "presented_on": "",
           "decision": ""}
    assert findings(read(row, row | {"period": "2014-12"})) == []
    assert findings(read(row | {"period": "2014-15 H1"})) == [
        "programme_log.csv, row 2, column item and period, value '22 and 2014-15 H1': an item "
        "that comes as required has no period of its own; write the month in which it was asked "
        "for, one row for each commission"]


def test_a_row_becomes_the_progress_of_an_item(read) -> None:
    assert make_log(read({"due_on": "04/02/2015"})) == {
        (10, parse_period("2014-15 Q2")): Progress(
            date(2015, 2, 4), date(2014, 10, 31), date(2014, 11, 12), date(2014, 12, 2),
            Decision.TABLED)}


def test_a_year_without_a_programme_is_refused() -> None:
    with pytest.raises(InputError) as refusal:
        programme_of(replace(sample_context(), as_of=date(2014, 3, 31)))
    assert str(refusal.value) == (
        "audit_programme.csv, column valid_from: no item is in force in 2013-14; add that year's "
        "programme")


@pytest.mark.parametrize(("text", "first", "months"), [
    pytest.param("2014-04 to 2014-07", date(2014, 4, 1), 4, id="a third of a year"),
    pytest.param("2013-12 to 2014-03", date(2013, 12, 1), 4, id="across the new year"),
    pytest.param("2014-15 Q3", date(2014, 10, 1), 3, id="a quarter"),
])
def test_a_span_of_months_is_a_period(text: str, first: date, months: int) -> None:
    assert parse_span(text) == ReportingPeriod(first, months)
    assert parse_span(parse_span(text).label) == ReportingPeriod(first, months)
