"""A finding is one line that leads a clerk to the cell."""

from __future__ import annotations

import pytest

from pscb_lib.reading.findings import Finding, InputError, Reaction


@pytest.mark.parametrize(("place", "expected"), [
    pytest.param({}, "a.csv: is not a date; write dd/mm/yyyy", id="a whole file"),
    pytest.param({"row": 2, "column": "died_on", "value": "31/02/2014"},
                 "a.csv, row 2, column died_on, value '31/02/2014': is not a date; "
                 "write dd/mm/yyyy", id="a cell"),
    pytest.param({"sheet": "Deaths", "row": 2},
                 "a.csv, sheet Deaths, row 2: is not a date; write dd/mm/yyyy", id="a sheet's row"),
    pytest.param({"row": 2, "column": "died_on", "value": ""},
                 "a.csv, row 2, column died_on, value '': is not a date; write dd/mm/yyyy",
                 id="a blank cell is shown as blank"),
    pytest.param({"row": 2, "column": "born_on", "value": None},
                 "a.csv, row 2, column born_on: is not a date; write dd/mm/yyyy",
                 id="a value that must not be repeated"),
    pytest.param({"row": 2, "value": "two\nlines"},
                 "a.csv, row 2, value 'two\\nlines': is not a date; write dd/mm/yyyy",
                 id="a value of two lines stays on one"),
])
def test_a_finding_says_where_what_and_what_to_do(place, expected):
    assert str(Finding("a.csv", "is not a date", "write dd/mm/yyyy", **place)) == expected
    assert str(InputError.at("a.csv", "is not a date", "write dd/mm/yyyy", **place)) == expected


def test_a_row_with_a_finding_is_rejected_unless_it_says_otherwise():
    assert Finding("a.csv", "is wrong", "mend it").reaction is Reaction.REJECTED
    assert Finding("a.csv", "is odd", "see", reaction=Reaction.NOTED).reaction is Reaction.NOTED
