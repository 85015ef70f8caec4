"""Texts go out as they are: each that could state a hidden count is warned of."""

from __future__ import annotations

import pytest
from mask_tables import mask

from pscb_lib.disclosure.tables.grid import Grid
from pscb_lib.disclosure.tables.texts import stating


def test_texts_that_could_state_a_hidden_count_are_warned_of_by_their_place(tmp_path):
    text = ("Ward,Girls (3 of 15 in A),Boys,Total,Note\nA (15 seen; 12 boys),3,12,15,3/15\n"
            "B,9,14,23,n=9\nC,20,19,39,\n,,,,\nOf A three are in care,,,,\n")
    done = mask(tmp_path, "k.csv", k=text)
    assert [line for line in done.stdout.splitlines() if "a text" in line] == [
        f"WARNING  k.csv, {place}: a text with a number stays as it is; see that it tells no "
        "hidden count" for place in ("column A, rows 2, 6", "column B, row 1",
                                     "column E, rows 2, 3")]


@pytest.mark.parametrize("text", [
    "0-4", "5 to 17 years", "10+", "Under 1", "Aged 16 and over", "Q1", "N2", "Ward 7", "2012/13",
    "31 March 2014", "Two or more plans", "E05000123", "12", "6 months", "2014-03-31",
])
def test_ages_names_and_dates_are_no_counts(text):
    assert [*stating(Grid("t.csv", ((1, (text,)),), (text,), {}))] == []


@pytest.mark.parametrize("text", ["girls: 3", "Ward 7 (3 seen)", "A*4", "under 5 of 12", "[4]",
                                  "five boys", "3/15", "n=9", "~3", "3 girls", "20%", "3 may"])
def test_other_numbers_may_be_counts(text):
    assert [*stating(Grid("t.csv", ((1, (text,)),), (text,), {}))] == ["column A, row 1"]
