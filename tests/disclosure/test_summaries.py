"""What a set may know of a return: rows about persons are not counted outside the restricted set.
"""

from __future__ import annotations

import pytest

from pscb_lib.disclosure.summaries import ReturnSummary

ROWS = {"read": 3, "used": 3, "rejected": 0, "left_out": 0}


@pytest.mark.parametrize(("describes", "rows"), [
    ("child", None), ("respondent", None), ("counts", ROWS), ("agency", ROWS)])
def test_rows_about_persons_are_counted_in_the_restricted_set_alone(describes, rows):
    summary = ReturnSummary("Feedback", describes, True, False, False, ROWS, (), {})
    assert summary.rows == ROWS
    assert summary.for_others().rows == rows
