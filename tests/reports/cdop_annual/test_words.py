"""The sentences of the panel's report, from shown figures only, hidden ones included."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from invented import summary

from pscb_lib.board.context import open_context
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import show
from pscb_lib.reports.cdop_annual import places as at
from pscb_lib.reports.cdop_annual.page import found, regulation_6, words

YEAR, SPAN, FOUND_SPAN = "2013/14", "2009/10 to 2013/14", "2010/11 to 2013/14"


@pytest.fixture(scope="module")
def context():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(Path(__file__).parents[3])
        return open_context(YEAR, "2015-01-31", "pscb_lib/samples", "board")


def panel(told=48, own=13, made=57, late=92, referred=(5, 6), share=(46, 165),
          before=27, matters=20, wider=(7, 11), to_ask=(1, 0)):
    """A small frame of figures with all that the sentences need."""
    with_factors, none = share
    return figures.frame([
        *(figures.count(table, YEAR, number, column)
          for table, number, column in (
              (at.NOTIFIED, told, at.PANEL), (at.NOTIFIED, own, "Peterborough"),
              (at.COMPLETED, 51, at.PANEL), (at.COMPLETED, 11, "Peterborough"))),
        *(figures.count(table, row, number, column)
          for (table, row, column), number in ((at.BROUGHT_FORWARD, before), (at.OPEN, 24))),
        *(figures.proportion(at.TIME, limit, number, 51, YEAR, describes="agency")
          for limit, number in ((at.UNDER_6, 33), (at.UNDER_12, 47))),
        figures.proportion(at.TIME, at.UNDER_6, 139, 231, SPAN, describes="agency"),
        *figures.counts(at.WAITING, {"Inquest": late - 63, at.NO_REASON[1]: 63},
                        column=TOTAL, total=False),
        figures.count(*at.LATE[:2], late, TOTAL),
        *(figures.count(at.LEARNING, TOTAL, number, column, describes="agency")
          for number, column in ((9, at.NOT_DONE), (27, at.NO_EVIDENCE),
                                 (21, at.EVIDENCED), (made, TOTAL))),
        figures.proportion(*at.RESPONDED[:2], 58, 65, describes="agency"),
        *(figures.count(*place[:2], number)
          for place, number in zip((at.NO_RESPONSE, at.NOT_REPORTED), to_ask, strict=True)),
        *figures.counts(at.MATTERS, {"Safer sleeping": matters}),
        *figures.counts(at.WIDER, {"Road safety": sum(wider)}),
        *figures.counts(at.WIDER_FROM, dict(zip(
            ("A particular death", "A pattern of deaths"), wider, strict=True))),
        *figures.counts(at.CASE_REVIEWS, {at.COMMISSIONED[1]: referred[0],
                                          "Referred, none commissioned": referred[1]}),
        *figures.counts(at.MODIFIABLE, {at.WITH_FACTORS[1]: with_factors, at.NONE_FOUND[1]: none,
                                        at.INSUFFICIENT[1]: 10, NOT_RECORDED: 11}),
        figures.proportion(at.MODIFIABLE_SHARE, FOUND_SPAN, with_factors, with_factors + none),
        figures.count(at.RATES, at.PANEL, None, at.RATE, state="not collected"),
        *({**figures.rate(at.RATES, "Peterborough, 2013/14", 25, 91_944, column),
           "actual": Fraction(number)}
          for column, number in ((at.RATE, "2.72"), (at.LOWER, "1.76"), (at.UPPER, "4.01"))),
        figures.proportion(at.NATIONAL, f"{at.PANEL} {FOUND_SPAN}: {at.ALL_REVIEWS}",
                           with_factors, with_factors + none + 21, at.SHARE),
        figures.count(at.NATIONAL, f"England 2013/14: {at.ALL_REVIEWS}", 22, at.SHARE,
                      describes="published"),
    ])


FULL = show(panel(), "restricted")


@pytest.mark.parametrize(("sentence", "expected"), [
    pytest.param(
        words.answer,
        "**Of 57 recommendations, nine are not done, and 27 are done with no evidence of an "
        "outcome.** "
        "In 2013/14 the panel was told of 48 deaths, 13 of them Peterborough's, and completed 51 "
        "reviews, 11 of them Peterborough's; 24 were open at its end. Modifiable factors were "
        "found in 46 of 211 (21.8%) of the reviews completed in 2010/11 to 2013/14 with enough "
        "information to tell.", id="the answer"),
    pytest.param(
        words.say_learning,
        "The recommendations are those of reviews completed in 2009/10 to 2013/14. Evidence that "
        "something changed is held for 21. The Board may ask each owner of the others for a date, "
        "or for the evidence.", id="learning"),
    pytest.param(
        regulation_6.say_response,
        "A coordinated response was carried out for 58 of 65 unexpected deaths notified in "
        "2009/10 to 2013/14; any others have none on record or were owed none. To ask about: one "
        "sudden, unexplained death recorded as without one. No death that is the coroner's is "
        "recorded as not reported.", id="response"),
    pytest.param(
        regulation_6.say_matters,
        "The panel recorded a matter of concern for the children of the area in 20 reviews "
        "completed in 2009/10 to 2013/14.", id="matters of concern"),
    pytest.param(
        regulation_6.say_wider,
        "The panel recorded a concern of wider public health or safety in 18 reviews completed in "
        "2009/10 to 2013/14. It arose from a particular death in seven, and from a pattern of "
        "deaths in 11.", id="wider concerns"),
    pytest.param(
        words.say_time,
        "Of the reviews completed in 2013/14, 33 of 51 (64.7%) took under six months and 47 of 51 "
        "(92.2%) under a year. In the five years 92 took six months or more. For 63 of them the "
        "record gives no reason outside the panel, such as an inquest or a prosecution.",
        id="time"),
    pytest.param(
        regulation_6.say_case_reviews,
        "Of the deaths notified in 2009/10 to 2013/14, 11 were referred for a case review; a "
        "serious case review followed in five.", id="case reviews"),
    pytest.param(
        found.say_findings,
        "Modifiable factors were found in 46 of 211 (21.8%) of the reviews completed in 2010/11 to "
        "2013/14 with enough information to tell. Not counted there: 10 with insufficient "
        "information and 11 with nothing recorded. Modifiable factors have been recorded since "
        "April 2010, so reviews completed before then are in no figure of this part.",
        id="findings"),
    pytest.param(
        found.say_rates,
        "Joint panel: no rate, because a population is not held for all of its area. Peterborough, "
        "2013/14: 2.7 deaths notified a year for every 10,000 residents aged 0 to 17 (95% limits "
        "1.8 to 4.0).", id="rates"),
    pytest.param(
        found.say_national,
        "England 2013/14: modifiable factors in 22% of all reviews. On the same basis the panel's "
        "figure for 2010/11 to 2013/14 is 46 of 232 (19.8%), reviews that could not tell counting "
        "as none found.", id="national"),
])
def test_a_sentence_says_what_the_figures_say(sentence, expected):
    assert sentence(FULL).words == expected


def test_a_small_panel_is_told_in_words():
    few = show(panel(told=9, own=1, made=1, late=64, referred=(0, 1), before=1), "restricted")

    assert "In 2013/14 the panel was told of nine deaths, one of them Peterborough's, and" in (
        words.answer(few).words)
    assert words.explain_open(few).startswith(
        "Joint panel, 2013/14: one open review brought forward, plus nine notified, less 51 ")
    assert regulation_6.say_case_reviews(few).words == (
        "Of the deaths notified in 2009/10 to 2013/14, one was referred for a case review; a "
        "serious case review followed in none.")


def test_a_hidden_number_takes_its_clause_with_it():
    board = show(panel(), "board")

    assert regulation_6.say_case_reviews(board).words == (
        "Of the deaths notified in 2009/10 to 2013/14, 11 were referred for a case review.")


@pytest.mark.parametrize(("say", "given"), [
    pytest.param(regulation_6.say_case_reviews, {"referred": (0, 0)}, id="cases for a review"),
    pytest.param(regulation_6.say_matters, {"matters": 0}, id="matters of concern"),
    pytest.param(regulation_6.say_wider, {"wider": (0, 0)}, id="wider concerns"),
])
@pytest.mark.parametrize("audience", ["restricted", "board", "public"])
def test_a_function_of_regulation_6_with_nothing_to_tell_is_answered(say, given, audience):
    assert say(show(panel(**given), audience)).words == "The panel recorded none."


@pytest.mark.parametrize(("say", "given"), [
    pytest.param(regulation_6.say_case_reviews, {"referred": (1, 2)}, id="cases for a review"),
    pytest.param(regulation_6.say_matters, {"matters": 3}, id="matters of concern"),
    pytest.param(regulation_6.say_wider, {"wider": (1, 2)}, id="wider concerns"),
])
def test_a_function_with_a_small_number_is_answered_without_it(say, given):
    assert say(show(panel(**given), "board")).words == (
        "The answer is not shown, because of small numbers.")


def test_deaths_that_the_coroner_was_not_told_of_are_asked_about():
    said = regulation_6.say_response(show(panel(to_ask=(0, 2)), "restricted")).words
    assert said.endswith(
        "No sudden, unexplained death is recorded as without one. To ask about: two deaths "
        "recorded as not reported to the coroner, who is told of each such death.")
    assert "coroner" not in regulation_6.say_response(show(panel(to_ask=(0, 2)), "board")).words


def test_a_hidden_percentage_takes_its_sentence_with_it():
    board = show(panel(share=(3, 200)), "board")

    assert found.say_findings(board).words == (
        "Modifiable factors have been recorded since April 2010, so reviews completed before then "
        "are in no figure of this part.")


def test_the_board_sees_agencies_work_in_full_and_the_public_does_not():
    assert "47 of 51" in words.say_time(show(panel(), "board")).words
    assert "47 of 51" not in words.say_time(show(panel(), "public")).words


def test_nothing_published_for_england_is_said_so():
    early = panel().query("not row.str.startswith('England')")

    assert found.say_national(show(early, "board")).words == (
        "No figure for England had been published.")


def test_the_open_reviews_are_explained_where_no_part_is_hidden():
    assert words.explain_open(show(panel(), "board")) == (
        "Joint panel, 2013/14: 27 open reviews brought forward, plus 48 notified, less 51 "
        "completed, leave 24 open at the end of the year.")
    assert words.explain_open(show(panel(before=4), "board")) is None


@pytest.mark.parametrize(("areas", "expected"), [
    pytest.param(
        "Cambridgeshire and Peterborough",
        "The panel is joint: it reviews the deaths of children who lived in Cambridgeshire and "
        "Peterborough, and its figures are of all of them unless an area is named.", id="joint"),
    pytest.param("Peterborough", "The panel is Peterborough's own.", id="of one area"),
])
def test_whose_panel_it_is_comes_from_the_settings(context, areas, expected):
    settings = replace(context.settings, panel=areas)

    assert words.say_panel(replace(context, settings=settings)).words == expected


@pytest.mark.parametrize(("audience", "rows"), [("restricted", "2 of 3 rows"),
                                                ("board", "Some rows"), ("public", "Some rows")])
def test_invented_rows_are_counted_in_the_restricted_set_alone(audience, rows):
    sources = ["illustrative", "illustrative", "published"]

    assert words.say_provenance(summary(sources, audience=audience)).words == (
        f"{rows} are invented to show the paper: no row is, or is made from, a real child's. "
        "Figures for England and populations are published.")


def test_rows_are_not_called_invented_if_none_is():
    assert words.say_provenance(summary(["published"])) is None


def test_a_bare_frame_is_refused():
    with pytest.raises(TypeError) as refused:
        words.answer(panel())

    assert str(refused.value) == (
        "figures must go through disclosure.show before they are displayed")
