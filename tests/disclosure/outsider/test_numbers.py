"""The numbers that the audit reads in a text, whether in figures or in words."""

from __future__ import annotations

import pytest

from pscb_lib.disclosure.outsider.numbers import numbers_in


@pytest.mark.parametrize("cited", [
    "Working Together 2013, chapter 1", "Keeping Children Safe in Education 2014, part four",
    "Care Planning Regulations 2010, regs 7 and 33", "Education Act 2002, sections 157 and 175",
    "Quarterly data set, Figure 3", "Table 4", "Question 2.", "Agenda item 6", "Paper PSCB 15/04"])
def test_the_place_that_a_source_cites_is_no_figure(cited):
    assert numbers_in(cited) == []


def test_a_number_after_somebody_s_is_a_figure():
    assert [one.value for one in numbers_in("The agency's 4 are known")] == [4]


@pytest.mark.parametrize(("written", "number"), [
    ("one", 1), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13),
    ("nineteen", 19), ("twenty", 20), ("twenty-one", 21), ("ninety-nine", 99), ("1,204", 1204)])
def test_a_number_is_read_in_words_as_in_figures(written, number):
    assert [one.value for one in numbers_in(f"{written} children")] == [number]
