"""The sixty cases of bad input, each by its id, with its reaction and its message.

If the reaction is that of a report (no rate is made, a page is escaped), the case is tested on
the figures or the page of that report.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

CASES = {
    "DS01": "numerator below five, suppressed at source", "DS02": "target N/A or blank",
    "DS03": "numerator is a dash", "DS04": "thousands by comma or no-break space",
    "DS05": "percentages on two scales", "DS06": "numerator exceeds denominator",
    "DS07": "nothing of nothing", "DS08": "percentage sent is not that of its counts",
    "DS09": "same row twice", "DS10": "same key, two values", "DS11": "file of another quarter",
    "DS12": "spellings of a period", "DS13": "names of an agency", "DS14": "one agency silent",
    "DS15": "title above and notes below the table", "DS16": "a row of totals",
    "DS17": "two sheets, hidden sheets and rows", "DS18": "encodings",
    "DS19": "rows wider than the header", "DS20": "ten times the mean; last quarter again",
    "CD01": "death before birth", "CD02": "death on the 18th birthday",
    "CD03": "death after the report's day", "CD04": "day first", "CD05": "ISO in the same column",
    "CD06": "a day as a number", "CD07": "the 1904 date system", "CD08": "no such day",
    "CD09": "a year of two digits", "CD10": "an age band turned into a date",
    "CD11": "a category that is none", "CD12": "one reference, two dates",
    "CD13": "panel before death", "CD14": "closed, modifiable blank", "CD15": "out of scope",
    "CD16": "no population", "CD17": "a rate of few deaths", "CD18": "columns that identify",
    "CD19": "hostile text", "CD20": "born on 29 February",
    "MI01": "return before start", "MI02": "overlapping episodes", "MI03": "no return",
    "MI04": "open, and missing again", "MI05": "start after the half-year",
    "MI06": "start before the half-year", "MI07": "start blank", "MI08": "spellings of a status",
    "MI09": "start before birth, or at 18", "MI10": "ids that differ in leading zeros",
    "MI11": "ids that have lost digits", "MI12": "two births or sexes of a child",
    "MI13": "same row, same file twice", "MI14": "the night the clocks change",
    "MI15": "times in some rows only", "MI16": "forms of a time", "MI17": "interview too early",
    "MI18": "ward codes that look like numbers", "MI19": "no rows, and the nil return",
    "MI20": "as many rows as the format holds",
}
HERE = Path(__file__).parents[1]
TABLE = HERE.parents[1] / "shared" / "reference" / "bad_input_cases.csv"
MODULES = sorted(HERE.glob("reports/*/test_bad_input.py"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case} {CASES[case]}")
def test_every_case_has_a_test_of_its_id(case):
    written = "".join(path.read_text(encoding="utf-8") for path in MODULES)
    assert f"def test_{case}_" in written


@pytest.mark.skipif(not TABLE.is_file(), reason="../shared/reference is not here")
def test_the_cases_are_those_of_the_table():
    with TABLE.open(encoding="utf-8", newline="") as file:
        assert [row["case_id"] for row in csv.DictReader(file)] == list(CASES)
