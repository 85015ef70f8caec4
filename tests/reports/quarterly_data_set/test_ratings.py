"""The answer, the tally of ratings and the ratings that moved, whole."""

from dataclasses import replace

import pytest
from invented import assessed, indicator

from pscb_lib.framework.rag import FRAMEWORK
from pscb_lib.reports.quarterly_data_set.page import ratings as words

RED, AMBER, GREEN = (30, 60), (52, 60), (59, 60)
HIDDEN = (57, 60)  # three missed is a small number
NONE = "not supplied"


def test_the_answer_of_the_sample(sample):
    assert words.answer(sample.assessed("restricted")).words == (
        "**Of 24 rated indicators, four are red and four amber; two were not supplied.** "
        "Return interviews within 72 hours: 31 of 52 (59.6%), target 95%: Red; 21 missed. A real "
        "change for the worse: families in bed and breakfast over six weeks (Red). Also red: first "
        "health assessments in 20 working days and first CAMHS appointment in 12 weeks.")


@pytest.mark.parametrize(("sent", "expected"), [
    pytest.param([GREEN, GREEN],
                 "**Of two rated indicators, none is red and none amber; all were supplied.**",
                 id="nothing to report"),
    pytest.param([RED, NONE],
                 "**The one rated indicator is red; one was not supplied.** "
                 "Visits in time: 30 of 60 (50.0%), target 95%: Red; 30 missed. "
                 "No real change for the worse is seen.", id="one red"),
    pytest.param([RED, AMBER, AMBER],
                 "**Of three rated indicators, one is red and two are amber; all were supplied.** "
                 "Visits in time: 30 of 60 (50.0%), target 95%: Red; 30 missed. "
                 "No real change for the worse is seen.", id="one and several"),
    pytest.param([NONE], "**No indicator is rated; one was not supplied.**", id="none rated"),
    pytest.param([AMBER, NONE, NONE],
                 "**The one rated indicator is amber; two were not supplied.**",
                 id="two not supplied for the first time"),
])
def test_the_answer(sent, expected):
    assert words.answer([assessed(indicator(), one) for one in sent]).words == expected


def test_the_red_are_named_behind_a_first_case_that_is_not_red():
    missing, red = assessed(indicator(severity=3), NONE, NONE), assessed(indicator(), RED)

    assert words.answer([red, missing]).words == (
        "**The one rated indicator is red; one was not supplied.** Visits in time: "
        "not supplied, second quarter running; never supplied in these two quarters. "
        "No real change for the worse is seen. Red: visits in time.")


def lasting(title, *sent):
    """Return an indicator with six quarters of 50 or 51 of 60, and then as *sent*."""
    return assessed(indicator(title=title), *[(50, 60), (51, 60)] * 3, *sent)


FELL = lasting("First", (30, 60))  # the mean is 47.6 of 60, less 2.66 steps of 1 is 44.9
USUAL = lasting("Second", (50, 60))


@pytest.mark.parametrize(("now", "expected"), [
    pytest.param([USUAL], "Second: 50 of 60 (83.3%), target 95%: Red; 10 missed. No real change "
                 "for the worse is seen.", id="red as before"),
    pytest.param([FELL, USUAL], "First: 30 of 60 (50.0%), target 95%: Red, a real change for the "
                 "worse; 30 missed. Also red: second.", id="the first case alone"),
    pytest.param([FELL, lasting("Third", (29, 60)), USUAL], "Third: 29 of 60 (48.3%), target 95%: "
                 "Red, a real change for the worse; 31 missed. Another real change for the worse: "
                 "first (Red). Also red: second.", id="another one"),
    pytest.param([FELL, lasting("Third", (29, 60)), lasting("CAMHS", (31, 60))], "Third: 29 of 60 "
                 "(48.3%), target 95%: Red, a real change for the worse; 31 missed. Other real "
                 "changes for the worse: first (Red) and CAMHS (Red).", id="several"),
    pytest.param([lasting("Fourth", (60, 60)), USUAL], "Second: 50 of 60 (83.3%), target 95%: Red; "
                 "10 missed. No real change for the worse is seen.",
                 id="a change for the better is none"),
    pytest.param([assessed(indicator(title="Fifth", severity=3), NONE, NONE), FELL], "Fifth: not "
                 "supplied, second quarter running; never supplied in these two quarters. A real "
                 "change for the worse: first (Red).", id="behind one without a figure"),
])
def test_the_answer_names_each_indicator_once(now, expected):
    assert words.answer(now).words.partition("** ")[2] == expected


def test_the_answer_where_a_number_is_hidden_is_about_those_shown_here():
    now = [assessed(indicator(), one, audience="board") for one in (RED, (57, 60))]

    assert words.answer(now).words == (
        "**The one rated indicator shown here is red; all were supplied.** First of "
        "those shown here, visits in time: 30 of 60 (50.0%), target 95%: Red; 30 missed.")
    assert words.answer(now[1:]).words == "**No indicator shown here is rated; all were supplied.**"


def test_the_tally_of_the_sample(sample):
    tally = words.tally(sample.assessed("restricted"), sample.assessed("restricted", until=-1),
                        FRAMEWORK)

    assert [(item["rating"], item["label"], item["count"]) for item in tally.items] == [
        ("green", "Green", "16"), ("amber", "Amber", "4"), ("red", "Red", "4"),
        ("not_applicable", "N/A", "17"), ("not_supplied", "Not supplied", "2")]
    assert tally.note == (
        "Joined and left since Quarter 2. Rated under section 7 of the Framework: Green is 95% of "
        "the target or more, Amber 90% to 95%, Red less than 90%. N/A: no target is set. One "
        "indicator had no cases in the quarter.")


def test_the_tally_says_what_changed_since_the_quarter_before():
    sent = [(GREEN, GREEN), (AMBER, RED), (GREEN, RED), (NONE, RED)]
    now = [assessed(indicator(id=f"V{number}"), *one) for number, one in enumerate(sent)]
    before = [replace(one, points=one.points[:-1], quarters=one.quarters[:-1]) for one in now]

    assert [item["change"] for item in words.tally(now, before, FRAMEWORK).items] == [
        "One left", "One left", "Three joined",
        "Unchanged", "One left"]


def test_the_tally_of_the_sample_hides_no_change_behind_another(sample):
    """Rated by hand from the sample's rows: nine moved, where two colours changed by one."""
    items = words.tally(sample.assessed("restricted"), sample.assessed("restricted", until=-1),
                        FRAMEWORK).items
    assert [item["change"] for item in items] == [
        "Three joined, five left", "Three joined, two left", "One joined, two left", "Unchanged",
        "One joined"]


def test_the_ratings_that_moved_are_named(sample):
    moved = words.say_moved(sample.assessed("restricted"), sample.assessed("restricted", until=-1))
    assert moved.words == " ".join([
        "**Amber to Red:** first CAMHS appointment in 12 weeks.",
        "**Green to Amber:** re-referrals within 12 months; referrals decided in one working day; "
        "core groups in 10 working days.",
        "**Red to Green:** missing children assessed for sexual exploitation; social worker "
        "vacancies.",
        "**Amber to Green:** initial conferences in 15 working days.",
        "**Green to Not supplied:** probation at child protection conferences.",
        "**Green to No cases:** private fostering visits in 7 working days."])


def test_a_rating_that_is_hidden_in_either_quarter_is_not_named():
    sent = {"a": (AMBER, RED), "b": (HIDDEN, RED), "c": (RED, HIDDEN), "d": (RED, RED)}
    now = [assessed(indicator(id=id, title=f"CAF {id}"), *one, audience="board")
           for id, one in sent.items()]
    before = [replace(one, points=one.points[:-1], quarters=one.quarters[:-1]) for one in now]

    assert words.say_moved(now, before).words == "**Amber to Red:** CAF a."
    assert words.say_moved(now[1:], before[1:]) is None


def test_where_an_indicator_is_hidden_in_one_of_two_quarters_no_change_in_a_colour_is_told():
    sent = {"a": (AMBER, RED), "b": (HIDDEN, RED), "c": (RED, HIDDEN)}
    now = [assessed(indicator(id=id), *one, audience="board") for id, one in sent.items()]
    before = [replace(one, points=one.points[:-1], quarters=one.quarters[:-1]) for one in now]
    items = words.tally(now, before, FRAMEWORK).items

    assert [(item["label"], item["count"], item["change"]) for item in items] == [
        *((label, number, "of those shown here") for label, number in (
            ("Green", "0"), ("Amber", "0"), ("Red", "2"))),
        ("N/A", "0", "Unchanged"),
        ("Not supplied", "0", "Unchanged")]


def test_the_tally_accounts_for_every_indicator_also_where_some_are_hidden():
    one = indicator()
    now = [assessed(one, RED, sent, audience="board") for sent in ((57, 60), (58, 60), RED)]

    assert words.tally(now, now, FRAMEWORK).note.endswith(
        "Two indicators not rated here, because small numbers are not shown.")
