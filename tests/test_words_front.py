"""The front sheet: what is asked, by whom, when, and how the set is marked."""

from dataclasses import replace
from datetime import date

import pytest

from pscb_lib.words import front


def sheet(sample, **changes):
    return front.front_sheet(replace(sample.context, **changes), "quarterly_data_set", 10,
                             "Scrutinise the exceptions.", "Not split by group.")


def test_the_front_sheet_of_the_sample(sample):
    block = sheet(sample)

    assert (block.board, block.group) == ("Peterborough Safeguarding Children Board",
                                          "Quality and Effectiveness sub-group")
    assert (block.period, block.as_of, block.audience) == ("2014-15 Q3", "2015-01-31", "board")
    assert block.period_words == "Quarter 3 2014/15 (October to December 2014)"
    facts = dict(block.facts)
    assert list(facts) == ["For decision", "Presented by", "Programme", "Route", "Equality"]
    assert facts["For decision"] == "Scrutinise the exceptions."
    assert facts["Programme"].startswith("Appendix 1, item 10: ")
    assert facts["Route"] == "Q&E scrutiny 11 February 2015, then Board 3 March 2015"


@pytest.mark.parametrize(("audience", "marking"), [
    ("restricted", "Official-sensitive: for the Q&E group and officers only"),
    ("board", "Restricted: not for publication"),
    ("public", "For publication"),
])
def test_each_set_is_marked(sample, audience, marking):
    assert sheet(sample, audience=audience).marking == marking


def test_a_paper_that_is_no_item_of_the_programme_has_no_presenter(sample):
    block = front.front_sheet(sample.context, "method", None, "Note it.", "No person.")

    assert [name for name, _ in block.facts] == ["For decision", "Route", "Equality"]


@pytest.mark.parametrize(("as_of", "expected"), [
    pytest.param(date(2015, 2, 11), "Q&E scrutiny 11 February 2015, then Board 3 March 2015",
                 id="on the day of the meeting"),
    pytest.param(date(2030, 1, 1), "No meeting has been fixed", id="none fixed"),
])
def test_the_route(sample, as_of, expected):
    assert front.route(replace(sample.context, as_of=as_of)) == expected


def test_the_next_scrutiny(sample):
    assert front.scrutiny_on(sample.context) == date(2015, 2, 11)
    assert front.scrutiny_on(replace(sample.context, as_of=date(2030, 1, 1))) is None


def test_a_day_has_no_leading_zero():
    assert front.say_day(date(2015, 3, 3)) == "3 March 2015"
