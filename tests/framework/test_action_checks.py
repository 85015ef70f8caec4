"""The check after six months: calendar months, 28 days, and somebody other than the owner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from audited import AGREED, COMPLETED

from pscb_lib.framework.audit_summary.checks import (
    ActionCheck,
    Found,
    due_for_check,
    is_embedded,
    is_own_check,
    last_found,
    six_months_after,
    was_in_time,
)
from pscb_lib.framework.audit_summary.evidence import Evidence
from pscb_lib.framework.audit_summary.owed import What, find_owed

ON = date(2015, 4, 30)


@pytest.mark.parametrize(("completed_on", "expected"), [
    pytest.param(date(2014, 8, 29), date(2015, 2, 28), id="the 29th is clamped"),
    pytest.param(date(2014, 8, 31), date(2015, 2, 28), id="31 August"),
    pytest.param(date(2015, 8, 31), date(2016, 2, 29), id="31 August before a leap year"),
    pytest.param(date(2014, 8, 28), date(2015, 2, 28), id="the 28th as it is"),
    pytest.param(date(2014, 12, 31), date(2015, 6, 30), id="31 December"),
    pytest.param(date(2014, 2, 28), date(2014, 8, 28), id="the last of February is no month's end"),
])
def test_six_months_are_calendar_months(completed_on, expected) -> None:
    assert six_months_after(completed_on) == expected


def check(checked_on: date, found: Found = Found.EMBEDDED, next_on: date | None = None
          ) -> ActionCheck:
    return ActionCheck("ACT-1", checked_on, "Quality Officer", Evidence.AUDIT, found, 10, next_on)


@pytest.mark.parametrize(("checked_on", "expected"), [
    pytest.param(date(2015, 2, 28), True, id="on the day"),
    pytest.param(date(2015, 3, 28), True, id="28 days later"),
    pytest.param(date(2015, 3, 29), False, id="29 days later"),
])
def test_a_check_is_in_time_up_to_28_days_after(checked_on, expected) -> None:
    assert was_in_time(COMPLETED, check(checked_on)) is expected


AGAIN = replace(COMPLETED, reopened_on=date(2015, 3, 10), reopened_because="Found in no file")


@pytest.mark.parametrize(("action", "checks", "expected"), [
    pytest.param(AGREED, [], None, id="not completed"),
    pytest.param(COMPLETED, [], date(2015, 2, 28), id="completed and not looked at"),
    pytest.param(COMPLETED, [check(date(2015, 3, 9))], None, id="looked at, and no other day"),
    pytest.param(COMPLETED, [check(date(2015, 3, 9), Found.PARTLY, date(2015, 9, 9))],
                 date(2015, 9, 9), id="to be looked at again"),
    pytest.param(COMPLETED, [check(date(2015, 5, 1))], date(2015, 2, 28),
                 id="looked at after the day of the report"),
    pytest.param(replace(COMPLETED, superseded_by="ACT-2"), [], None, id="superseded"),
    pytest.param(AGAIN, [check(date(2015, 3, 9), Found.NOT)], None, id="open again"),
    pytest.param(replace(AGAIN, implemented_on=date(2015, 4, 2)),
                 [check(date(2015, 3, 9), Found.NOT)], date(2015, 10, 2), id="done again since"),
])
def test_the_day_of_the_next_check(action, checks, expected) -> None:
    assert due_for_check(action, checks, ON) == expected


def test_the_last_check_is_what_counts() -> None:
    checks = [check(date(2015, 3, 30)), check(date(2015, 3, 9), Found.NOT)]
    assert is_embedded(COMPLETED, checks, ON)
    assert not is_embedded(COMPLETED, checks, date(2015, 3, 29))
    assert last_found(COMPLETED, checks, date(2015, 3, 8)) is None


@pytest.mark.parametrize(("owner", "role", "expected"), [
    pytest.param("Named GP", "named  gp", True, id="written otherwise"),
    pytest.param("Service Manager; Head of Service", "Head of Service", True, id="one of two"),
    pytest.param("Named GP", "Designated Doctor", False, id="another role"),
])
def test_nobody_checks_their_own_action(owner, role, expected) -> None:
    assert is_own_check(owner, role) is expected


@pytest.mark.parametrize(("action", "checks", "on", "expected"), [
    pytest.param(AGREED, [], date(2014, 8, 29), [What.DUE], id="on its day"),
    pytest.param(AGREED, [], date(2014, 8, 30), [What.LATE], id="past its day"),
    pytest.param(replace(AGREED, due_on=None), [], ON, [What.NO_DAY], id="without a day"),
    pytest.param(COMPLETED, [], date(2015, 2, 27), [What.UNPROVEN], id="complete, no evidence"),
    pytest.param(COMPLETED, [], date(2015, 2, 28), [What.UNPROVEN, What.CHECK_DUE],
                 id="due for its check"),
    pytest.param(COMPLETED, [], date(2015, 3, 29), [What.UNPROVEN, What.CHECK_LATE],
                 id="late for its check"),
    pytest.param(COMPLETED, [check(date(2015, 3, 1), Found.NOT)], ON,
                 [What.UNPROVEN, What.NOT_IN_PRACTICE], id="not in practice"),
    pytest.param(replace(AGREED, superseded_by="ACT-2"), [], ON, [], id="superseded"),
    pytest.param(AGREED, [], date(2014, 5, 13), [], id="not agreed yet"),
])
def test_what_is_owed_of_an_action(action, checks, on, expected) -> None:
    assert [one.what for one in find_owed([action], checks, on)] == expected
