"""The sentences of the panel's report, from shown figures only, hidden ones included."""

from fractions import Fraction

import pytest

from pscb_lib.disclosure import show
from pscb_lib.measures import figures
from pscb_lib.words import cdop as words

YEAR, SPAN = "2013-14", "2009-10 to 2013-14"


def panel(told=48, own=13, made=57, late=92, referred=(5, 6), share=(46, 165)):
    """A small frame of figures with all that the sentences need."""
    found, none = share
    return figures.frame([
        *(figures.count(table, YEAR, number, column)
          for table, number, column in (
              ("notified", told, "Joint panel"), ("notified", own, "Peterborough"),
              ("completed", 51, "Joint panel"), ("completed", 11, "Peterborough"))),
        figures.count("open", "Joint panel", 24),
        *(figures.proportion("time", f"In under {limit} months", number, 51, YEAR,
                             describes="agency") for limit, number in ((6, 33), (12, 47))),
        figures.proportion("time", "In under 6 months", 139, 231, SPAN, describes="agency"),
        figures.count("waiting", "None of these recorded", 63, "Total"),
        figures.count("waiting", "Total", late, "Total"),
        *(figures.count("learning", "Total", number, column, describes="agency")
          for number, column in ((made, "Made"), (48, "Done"), (21, "With evidence"))),
        figures.proportion("response", "Coordinated response carried out", 8, 9, YEAR,
                           describes="agency"),
        figures.proportion("response", "Coordinated response carried out", 60, 64, SPAN,
                           describes="agency"),
        *figures.counts("case_reviews", {"Serious case review commissioned": referred[0],
                                         "Referred, none commissioned": referred[1]}),
        *figures.counts("modifiable", {"Modifiable factors": found, "None found": none,
                                       "Insufficient information": 10, "Not recorded": 11}),
        figures.proportion("modifiable_share", SPAN, found, found + none),
        figures.count("rates", "Joint panel", None, "Rate", state="not collected"),
        *({**figures.rate("rates", "Peterborough, 2013-14", 25, 91_944, column),
           "actual": Fraction(number)}
          for column, number in (("Rate", "2.72"), ("95% limit, lower", "1.76"),
                                 ("95% limit, upper", "4.01"))),
        figures.count("national", "England 2013-14: all reviews", 22, "Per cent",
                      describes="published"),
    ])


FULL = show(panel(), "restricted")


@pytest.mark.parametrize(("sentence", "expected"), [
    pytest.param(
        words.answer,
        "**In 2013-14 the panel was told of 48 deaths and completed 51 reviews; Peterborough's "
        "part is 13 and 11.** At the end of the year 24 reviews were open. Modifiable factors were "
        "found in 46 of 211 (21.8%) of the reviews completed in 2009-10 to 2013-14 with enough "
        "information to tell.", id="the answer"),
    pytest.param(
        words.say_learning,
        "Of 57 recommendations made in reviews completed in 2009-10 to 2013-14, 48 are done; 21 "
        "have evidence of an outcome.", id="learning"),
    pytest.param(
        words.say_response,
        "A coordinated response is recorded for 8 of 9 (88.9%) of the unexpected deaths notified "
        "in 2013-14 to which one was owed, and for 60 of 64 (93.8%) in the five years.",
        id="response"),
    pytest.param(
        words.say_time,
        "Of the reviews completed in 2013-14, 33 of 51 (64.7%) took under six months and 47 of 51 "
        "(92.2%) under a year. Of 92 in the five years that took six months or more, 63 have no "
        "inquest, prosecution, serious case review or post-mortem on record that they waited for.",
        id="time"),
    pytest.param(
        words.say_case_reviews,
        "Of the deaths notified in 2009-10 to 2013-14, 11 were referred for a case review; a "
        "serious case review followed in 5.", id="case reviews"),
    pytest.param(
        words.say_findings,
        "Modifiable factors were found in 46 of 211 (21.8%) of the reviews completed in 2009-10 to "
        "2013-14 with enough information to tell. Not in that figure: insufficient information: 10 "
        "and not recorded: 11.", id="findings"),
    pytest.param(
        words.say_rates,
        "Joint panel: no rate, because a population is not held for all of its area. Peterborough, "
        "2013-14: 2.7 deaths notified a year for every 10,000 residents aged 0 to 17 (95% limits "
        "1.8 to 4.0).", id="rates"),
    pytest.param(
        words.say_national,
        "England 2013-14: modifiable factors in 22% of reviews. Modifiable factors were found in "
        "46 of 211 (21.8%) of the reviews completed in 2009-10 to 2013-14 with enough information "
        "to tell.", id="national"),
])
def test_a_sentence_says_what_the_figures_say(sentence, expected):
    assert sentence(FULL).words == expected


def test_a_hidden_number_is_not_called_small_and_is_not_there():
    board = show(panel(), "board")

    assert words.say_case_reviews(board).words == (
        "Of the deaths notified in 2009-10 to 2013-14, 11 were referred for a case review; a "
        "serious case review followed in a number not shown (small numbers).")


def test_a_hidden_percentage_takes_its_counts_with_it():
    board = show(panel(share=(3, 200)), "board")

    assert words.say_findings(board).words.startswith(
        "Modifiable factors were found in a number not shown (small numbers) of the reviews")


def test_the_board_sees_agencies_work_in_full_and_the_public_does_not():
    assert "47 of 51" in words.say_time(show(panel(), "board")).words
    assert "47 of 51" not in words.say_time(show(panel(), "public")).words


def test_nothing_published_for_england_is_said_so():
    early = panel().query("table != 'national'")

    assert words.say_national(show(early, "board")).words == (
        "No figure for England had been published.")


def test_every_row_that_is_invented_is_counted():
    said = words.illustrative(["illustrative", "illustrative", "published"])

    assert said.words == (
        "2 of 3 rows are invented to show the paper: no row is, or is made from, a real child's. "
        "Figures for England and populations are published.")


def test_a_bare_frame_is_refused():
    with pytest.raises(TypeError) as refused:
        words.answer(panel())

    assert str(refused.value) == (
        "figures must go through disclosure.show before they are displayed")
