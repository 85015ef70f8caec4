"""Sentences on one indicator, which disclose no hidden figure."""

from dataclasses import replace

import pytest
from invented import BAND, LOWER, NEUTRAL, assessed, indicator

from pscb_lib.board.indicators import Unit
from pscb_lib.disclosure import figures
from pscb_lib.framework.rag import Absence, LowerMethod, Thresholds
from pscb_lib.page.tables.indicators import register_row
from pscb_lib.page.words import indicators as words

COUNT = {"unit": Unit.COUNT}
CONFERENCES = indicator(title="Initial conferences in 15 working days")
NONE = "not supplied"


def of_sample(sample, id, audience="restricted"):
    return next(one for one in sample.assessed(audience) if one.indicator.id == id)


def test_the_register_says_in_its_own_words_what_a_missed_case_is():
    one = assessed(indicator(title="Plans reviewed", miss_words="not reviewed"), (40, 61))
    assert words.say_missed(one, short=True) == "21 not reviewed"
    assert words.say_missed_of(one) == "21 of 61 not reviewed"


@pytest.mark.parametrize(("one", "sent", "expected"), [
    pytest.param(CONFERENCES, (297, 330), "One more would be Green.", id="one short of green"),
    pytest.param(indicator("0", LOWER, **COUNT), 7, "Seven fewer would be Green.", id="a count"),
    pytest.param(indicator("20", LOWER), (22, 100), "One fewer would be Green.", id="lower"),
    pytest.param(indicator(("10", "15"), BAND), (8, 100), "One more would be Amber.", id="a band"),
    pytest.param(indicator(("10", "15"), BAND), (20, 100), "Four fewer would be Amber.",
                 id="above a band"),
    pytest.param(CONFERENCES, (298, 330), "One fewer would be Amber.", id="green by one"),
    pytest.param(indicator(None, NEUTRAL, **COUNT), 7, None, id="nothing to change"),
    pytest.param(CONFERENCES, NONE, None, id="nothing supplied"),
])
def test_margin(one, sent, expected):
    assert words.say_margin(assessed(one, sent)) == expected


@pytest.mark.parametrize(("sent", "expected"), [
    pytest.param((7, NONE), "not supplied; last supplied Quarter 2 2014/15", id="once"),
    pytest.param((7, NONE, NONE),
                 "not supplied, second quarter running; last supplied Quarter 1 2014/15",
                 id="twice running"),
    pytest.param((7, NONE, NONE, NONE, NONE),
                 "not supplied, four quarters running; last supplied Quarter 3 2013/14",
                 id="longer is spelled too"),
    pytest.param(("not collected", NONE, NONE),
                 "not supplied, second quarter running; never supplied yet",
                 id="not collected before is not supplied before"),
    pytest.param(("not collected", NONE), "not supplied; asked for the first time",
                 id="the first quarter that is collected"),
    pytest.param((NONE, NONE, NONE),
                 "not supplied, third quarter running; never supplied in these three quarters",
                 id="never"),
    pytest.param((7, "suppressed"), "suppressed", id="suppressed at its source"),
    pytest.param((7, 3), "not shown: small numbers", id="hidden"),
])
def test_absence(sent, expected):
    one = indicator(None, NEUTRAL, **COUNT)
    assert words.say_absence(assessed(one, *sent, audience="board")) == expected


FULL = "year not full"


@pytest.mark.parametrize(("basis", "sent", "expected"), [
    pytest.param("rolling year", (NONE, FULL),
                 "year not full (it needs four quarters running, one held)", id="the first"),
    pytest.param("rolling year", ("not collected", FULL, FULL),
                 "year not full (it needs four quarters running, two held)", id="the second"),
    pytest.param("year to date", (FULL,), "year not full (it needs every quarter since April)",
                 id="the year to date"),
])
def test_what_a_year_needs_beside_what_was_sent(basis, sent, expected):
    assert words.say_absence(assessed(indicator(basis=basis), *sent)) == expected


def test_a_count_without_a_rate_is_said_with_the_reason():
    one = assessed(indicator(None, NEUTRAL, unit=Unit.RATE), *["not collected"] * 4,
                   (1240, "no rate"))

    assert words.say_absence(one) == "1,240, no rate (no population was known)"
    assert one.rating is Absence.NO_RATE
    assert [line["text"] for line in register_row(one)[2]] == ["1,240", "no population was known"]


@pytest.mark.parametrize(("one", "printed", "short"), [
    pytest.param(indicator("95"), "95%", "95%", id="higher"),
    pytest.param(indicator("20", LOWER), "20% or less", "≤ 20%", id="lower"),
    pytest.param(indicator(("10", "15"), BAND), "10 to 15%", "10–15%", id="a band"),
    pytest.param(indicator("0", LOWER, **COUNT), "0", "0", id="none at all"),
    pytest.param(indicator(None), "none", "–", id="no target"),
])
def test_target(one, printed, short):
    assert (words.say_target(one), words.short_target(one)) == (printed, short)


def test_the_target_as_a_phrase():
    assert words.words_for_target(indicator("95")) == "target 95%"
    assert words.words_for_target(indicator(None)) == "no target set"


def test_an_edge_prints_two_decimals(sample):
    one = of_sample(sample, "FD9")

    assert words.say_actual(one) == "640 of 674 (94.96%)"
    assert (words.say_achieved(one), one.rating.value) == ("94.96%", "Amber")


def test_exactly_95_per_cent_of_target_is_no_edge(sample):
    one = of_sample(sample, "AS2")

    assert (words.say_figure(one), words.say_achieved(one), one.rating.value) == (
        "85.5%", "95.0%", "Green")


def test_a_percentage_far_below_zero_is_at_no_edge():
    linear = Thresholds(lower=LowerMethod.LINEAR)
    far = replace(assessed(indicator("1", LOWER, **COUNT), 20), thresholds=linear)

    assert words.say_achieved(far) == "-1,800.0%"  # 2 less 20 / 1


@pytest.mark.parametrize(("counted", "sent", "long", "short"), [
    pytest.param("visits made within 10 days", (31, 52), "21 late or not done", "21 late",
                 id="against a time"),
    pytest.param("reviews on time", (45, 52), "seven late or not done", "seven late", id="on time"),
    pytest.param("schools with a trained lead", (74, 77), "three missed", "three missed",
                 id="of another kind"),
    pytest.param("visits made within 10 days", (52, 52), None, None, id="none"),
])
def test_how_many_were_missed(counted, sent, long, short):
    one = assessed(indicator(numerator=counted), sent)
    assert (words.say_missed(one), words.say_missed(one, short=True)) == (long, short)


def test_a_hidden_figure_has_neither_counts_nor_a_base():
    rate = assessed(indicator(None, NEUTRAL, unit=Unit.RATE), 8)
    hidden = replace(rate.figure, value=None, unit="rate", hidden=True)
    one = replace(rate, points=(hidden,))

    assert (words.say_figure(one), words.say_counts(one)) == ("Not shown: small numbers", None)
    assert (words.say_actual(one), words.say_achieved(one)) == ("Not shown: small numbers", None)


def test_a_rate_says_its_base(sample):
    counted = figures.rate("t", "r", 1849, 46552)["actual"]
    one = of_sample(sample, "CN1")

    assert one.figure.value == counted
    assert words.say_actual(one) == "397.2 per 10,000"
