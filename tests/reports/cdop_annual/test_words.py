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
from pscb_lib.reports.cdop_annual.measures.learning import Recommendation
from pscb_lib.reports.cdop_annual.page import first, found, learnt, regulation_6, words, work

YEAR, SPAN, FOUND_SPAN = "2013/14", "2009/10 to 2013/14", "2010/11 to 2013/14"


@pytest.fixture(scope="module")
def context():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(Path(__file__).parents[3])
        return open_context(YEAR, "2015-01-31", "pscb_lib/samples", "board")


BEFORE = "2012/13"
KEY_WORKER = Recommendation("Bereaved families", "Name one key worker", "Bereavement lead", 2,
                            "2010/11")
LEAFLET = Recommendation("Bereaved families", "Send the leaflet", "Panel co-ordinator", 7,
                         "2012/13")
STAGES = {at.NOT_DONE: [KEY_WORKER, LEAFLET], at.NO_EVIDENCE: [LEAFLET], at.EVIDENCED: []}


def panel(told=48, own=13, made=57, late=92, referred=(5, 6), share=(46, 165),
          before=27, matters=20, wider=(7, 11), to_ask=(1, 0)):
    """A small frame of figures with all that the sentences need."""
    with_factors, none = share
    return figures.frame([
        *(figures.count(table, year, number, column)
          for table, year, number, column in (
              (at.NOTIFIED, BEFORE, 46, at.PANEL), (at.COMPLETED, BEFORE, 49, at.PANEL),
              (at.NOTIFIED, YEAR, told, at.PANEL), (at.NOTIFIED, YEAR, own, "Peterborough"),
              (at.COMPLETED, YEAR, 51, at.PANEL), (at.COMPLETED, YEAR, 11, "Peterborough"))),
        *(figures.count(table, row, number, column)
          for (table, row, column), number in ((at.BROUGHT_FORWARD, before), (at.OPEN, 24))),
        *(figures.proportion(at.TIME, limit, number, 51, YEAR, describes="agency")
          for limit, number in ((at.UNDER_6, 33), (at.UNDER_12, 47))),
        figures.proportion(at.TIME, at.UNDER_6, 139, 231, SPAN, describes="agency"),
        *(row for column, inquest, no_reason in (
            (at.SIX_TO_11, late - 76, 51), (at.FROM_12, 13, 12), (TOTAL, late - 63, 63))
          for row in figures.counts(at.WAITING, {"Inquest": inquest, at.NO_REASON[1]: no_reason},
                                    column=column)),
        *(figures.count(at.LEARNING, TOTAL, number, column, describes="agency")
          for number, column in ((9, at.NOT_DONE), (27, at.NO_EVIDENCE),
                                 (21, at.EVIDENCED), (made, TOTAL))),
        *(row for column, one, two in ((at.NOT_DONE, 2, 7), (at.NO_EVIDENCE, 0, 27))
          for row in figures.counts(at.OWNERS, {"Bereavement lead": one, "Panel co-ordinator": two},
                                    column=column, describes="agency")),
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
        learnt.say_learning,
        "The recommendations are those of reviews completed in 2009/10 to 2013/14. For 21 of 57 "
        "recommendations the owner has shown the panel evidence that something changed.",
        id="learning"),
    pytest.param(
        regulation_6.say_response,
        "A coordinated response was carried out for 58 of 65 unexpected deaths notified in "
        "2009/10 to 2013/14. For the other seven, no response is recorded or none was required. "
        "One sudden, unexplained death is recorded as without one. No death that is the coroner's "
        "is recorded as not reported.", id="response"),
    pytest.param(
        regulation_6.say_matters,
        "The panel recorded a matter of concern for the children of the area in 20 reviews "
        "completed in 2009/10 to 2013/14. Safer sleeping: 20.", id="matters of concern"),
    pytest.param(
        regulation_6.say_wider,
        "The panel recorded a concern of wider public health or safety in 18 reviews completed in "
        "2009/10 to 2013/14. Road safety: 18. It arose from a particular death in seven, and from "
        "a pattern of deaths in 11.", id="wider concerns"),
    pytest.param(
        words.say_time,
        "Of the reviews completed in 2013/14, 33 of 51 (64.7%) took under six months and 47 of 51 "
        "(92.2%) under a year. Of 25 reviews in five years that took a year or more, 13 waited for "
        "an inquest. For 63 of the 92 that took six months or more, no outside reason is recorded.",
        id="time"),
    pytest.param(
        regulation_6.say_case_reviews,
        "Of the deaths notified in 2009/10 to 2013/14, 11 were referred for a case review; a "
        "serious case review followed in five.", id="case reviews"),
    pytest.param(
        found.say_findings,
        "Modifiable factors were found in 46 of 232 (19.8%) of the reviews completed in 2010/11 to "
        "2013/14. England 2013/14: 22% of all reviews.", id="findings, on England's basis"),
    pytest.param(
        found.say_rates,
        "Peterborough, 2013/14: 2.7 deaths notified a year for every 10,000 residents aged 0 to 17 "
        "(95% limits 1.8 to 4.0).", id="rates, of the area whose population is held"),
])
def test_a_sentence_says_what_the_figures_say(sentence, expected):
    assert sentence(FULL).words == expected


def test_the_answer_says_what_is_owed_by_how_many_and_the_year_from_to():
    assert words.answer(FULL, STAGES).words == (
        "**Of 57 recommendations, nine have not been carried out, and 27 have been carried out but "
        "nobody has shown that they made a difference.** Those not carried out are with two "
        "owners ([](#recommendations)); the oldest was first made in 2010/11. Deaths notified rose "
        "from 46 in 2012/13 to 48 in 2013/14, 13 of them of Peterborough children; reviews "
        "completed rose from 49 in 2012/13 to 51 in 2013/14, 11 from Peterborough.")


def test_the_answer_without_owners_or_hidden_numbers_says_the_rest():
    assert words.answer(show(panel(own=3), "board"), {}).words.endswith(
        "difference.** Deaths notified rose from 46 in 2012/13 to 48 in 2013/14; reviews completed "
        "rose from 49 in 2012/13 to 51 in 2013/14, 11 from Peterborough.")


def test_a_small_panel_is_told_in_words():
    few = show(panel(told=9, own=1, made=1, late=77, referred=(0, 1), before=1), "restricted")

    assert "Deaths notified fell from 46 in 2012/13 to 9 in 2013/14, one of them of" in (
        words.answer(few, {}).words)
    assert regulation_6.say_case_reviews(few).words == (
        "Of the deaths notified in 2009/10 to 2013/14, one was referred for a case review; a "
        "serious case review followed in none.")


@pytest.mark.parametrize(("audience", "asked"), [("restricted", 3), ("board", 3), ("public", 0)])
def test_each_question_has_its_owner_and_the_public_is_asked_none(context, audience, asked):
    block = first.ask_questions(replace(context, audience=audience), show(panel(), audience),
                                STAGES)
    questions = block.blocks if block else []
    assert len(questions) == asked
    for question, owner in zip(questions, ("Bereavement lead", "Panel co-ordinator",
                                           "Chair of the panel"), strict=False):
        assert question.owner == owner


def test_the_questions_name_the_oldest_the_most_and_the_delay(context):
    said = [one.words for one in first.ask_questions(context, show(panel(to_ask=(1, 2)),
            "restricted"), STAGES).blocks]
    assert said == [
        "Why has “Name one key worker” not been carried out since 2010/11, and by which date will "
        "it be?",
        "What would show that “Send the leaflet”, carried out seven times, has made a difference "
        "to children?",
        "What held up 63 of the 92 reviews that took six months or more, for which no outside "
        "reason is recorded?",
        "Why are two deaths recorded as not reported to the coroner, who is told of each such "
        "death?"]


def test_the_board_is_asked_for_dates_and_for_evidence():
    assert first.asks(FULL) == (
        "agree dates for nine recommendations not carried out, and what evidence it wants for 27 "
        "not shown to work")


def test_the_figure_shows_who_owes_what_and_since_when():
    chart = first.plot_recommendations(FULL, STAGES)
    assert chart.caption == (
        "Nine recommendations wait with two owners, the oldest since 2010/11")
    assert chart.data.rows == [["Bereavement lead (since 2010/11)", 2, 0],
                               ["Panel co-ordinator (since 2012/13)", 7, 27]]


def test_the_public_figure_has_no_owner():
    made = [figures.count(at.LEARNING, TOTAL, number, column, describes="agency")
            for number, column in ((9, at.NOT_DONE), (27, at.NO_EVIDENCE), (21, at.EVIDENCED),
                                   (57, TOTAL))]
    span = figures.proportion(at.TIME, at.UNDER_6, 139, 231, YEAR, describes="agency")
    shown = show(figures.frame([*made, span, {**span, "column": SPAN}]), "public")
    chart = first.plot_recommendations(shown, {})
    assert chart.caption == "21 of 57 recommendations are shown to work"
    assert chart.data.rows == [["Not carried out", 9], ["Carried out, not shown to work", 27],
                               ["Carried out, with evidence", 21]]


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
        "No sudden, unexplained death is recorded as without one. Two deaths are recorded as not "
        "reported to the coroner, who is told of each such death.")
    assert "coroner" not in regulation_6.say_response(show(panel(to_ask=(0, 2)), "board")).words


def test_a_hidden_percentage_takes_its_sentence_with_it():
    board = show(panel(share=(3, 200)), "board")

    assert found.say_findings(board).words == "England 2013/14: 22% of all reviews."


def test_the_board_sees_agencies_work_in_full_and_the_public_does_not():
    assert "47 of 51" in words.say_time(show(panel(), "board")).words
    assert "47 of 51" not in words.say_time(show(panel(), "public")).words


def test_nothing_published_for_england_is_said_so():
    early = panel().query("not row.str.startswith('England')")

    assert found.say_findings(show(early, "board")).words.endswith(
        "2013/14. No figure for England had been published.")


def test_the_open_reviews_are_explained_where_no_part_is_hidden():
    assert work.say_workload(show(panel(), "board")).words == (
        "Deaths notified and reviews completed are different children, so they are not compared. "
        "At the end of 2013/14, 24 were open; 27 brought forward, plus 48 notified in the year, "
        "less 51 completed, leave 24.")
    assert work.say_workload(show(panel(before=4), "board")).words.endswith(
        "not compared. At the end of 2013/14, 24 were open.")


@pytest.mark.parametrize(("areas", "expected"), [
    pytest.param(
        "Cambridgeshire and Peterborough",
        "The panel is joint: it reviews the deaths of children who lived in Cambridgeshire and "
        "Peterborough. Its figures are of all of them unless an area is named.", id="joint"),
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
        words.answer(panel(), {})

    assert str(refused.value) == (
        "figures must go through disclosure.show before they are displayed")
