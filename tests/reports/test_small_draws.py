"""A set can be made of any few rows: where masking is hardest, it still ends with a plan.

A handful of rows has zeros, ones and totals equal to a cell. What such a set reveals all the same
is for the audit to refuse before it is published.
"""

from __future__ import annotations

from itertools import islice

import pytest
from draws import draws, measured_reports

from pscb_lib.disclosure.figures import NOBODY
from pscb_lib.disclosure.showing import HIDDEN, show

MOST, QUICK, MORE = 8, 2, 12


def shown_small(figures, audience):
    """The counts of 1 to 5 children, or of who answered a survey, that the set shows."""
    shown = show(figures, audience)
    return [(row["table"], row["row"], row["column"])
            for row in figures.to_dict("records")
            if row["describes"] in ("child", "respondent") and row["unit"] == "count"
            and row["readers"] != NOBODY and row["actual"] in range(1, 6)
            and shown.has(row["table"], row["row"], row["column"])
            and shown.get(row["table"], row["row"], row["column"]).text != HIDDEN]


@pytest.mark.parametrize("report", measured_reports())
def test_a_public_set_of_a_few_rows_hides_every_small_count(report, tmp_path):
    for figures in islice(draws(report, tmp_path, MOST), QUICK):
        assert shown_small(figures, "public") == []


@pytest.mark.slow
@pytest.mark.parametrize("audience", ["board", "public"])
@pytest.mark.parametrize("report", measured_reports())
def test_a_set_can_be_made_of_any_few_rows(report, audience, tmp_path):
    for figures in islice(draws(report, tmp_path, MOST), MORE):
        assert show(figures, audience).audience == audience
