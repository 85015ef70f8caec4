"""The sentences of the panel's report, from shown figures only, hidden ones included."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from invented import summary

from pscb_lib.board.cleared_texts import LEFT_OUT
from pscb_lib.board.context import open_context
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import show
from pscb_lib.page.blocks import Question
from pscb_lib.reports.cdop_annual import places as at
from pscb_lib.reports.cdop_annual.measures.bands import CATEGORY_GROUPS
from pscb_lib.reports.cdop_annual.measures.learning import Recommendation
from pscb_lib.reports.cdop_annual.page import (
    first,
    found,
    lead,
    learnt,
    questions,
    regulation_6,
    thread,
    words,
    work,
)

YEAR, SPAN, FOUND_SPAN = "2013/14", "2009/10 to 2013/14", "2010/11 to 2013/14"


@pytest.fixture(scope="module")
def context():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(Path(__file__).parents[3])
        return open_context(YEAR, "2015-01-31", "pscb_lib/samples", "board")


BEFORE = "2012/13"
KEY_WORKER = Recommendation("Bereaved families", "Name one key worker", "Bereavement lead", 7, 5, 1,
                            "2009/10", "2013/14", "2010/11")
LEAFLET = Recommendation("Safer sleeping", "Send the leaflet", "Panel co-ordinator", 9, 8, 1,
                         "2011/12", "2013/14", "2012/13")
VISIT = Recommendation("Safer sleeping", "Ask at the visit", "Health visiting", 1, 1, 1, "2011/12",
                       "2011/12")
MADE = [KEY_WORKER, LEAFLET, VISIT]
INJURY, *_, SUDDEN = CATEGORY_GROUPS
FACTORS = ("Modifiable factors were found most often in sudden, unexplained deaths: in 11 of 18 "
           "reviews ([](#by_group)). ")


def by_group(numbers):
    """Reviews with modifiable factors, and all reviews, by group of categories."""
    columns = {at.WITH: {group: part for group, (part, _) in numbers.items()},
               at.WITHOUT: {group: whole - part for group, (part, whole) in numbers.items()},
               TOTAL: {group: whole for group, (_, whole) in numbers.items()}}
    return [row for column, counted in columns.items()
            for row in figures.counts(at.BY_GROUP, counted, column=column)]


def panel(told=48, own=13, made=57, late=92, referred=(5, 6), share=(46, 165), before=27,
          matters=20, wider=(7, 11), to_ask=(1, 0), stages=(9, 27, 21), wordings=15,
          unexplained=(51, 12)):
    """A small frame of figures with all that the sentences need."""
    with_factors, none = share
    shorter, longer = unexplained
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
            (at.SIX_TO_11, late - shorter - longer - 13, shorter), (at.FROM_12, 13, longer),
            (TOTAL, late - shorter - longer, shorter + longer))
          for row in figures.counts(at.WAITING, {"Inquest": inquest, at.NO_REASON[1]: no_reason},
                                    column=column)),
        *(figures.count(at.LEARNING, TOTAL, number, column, describes="agency")
          for number, column in zip((*stages, made), (
              at.NOT_DONE, at.NO_EVIDENCE, at.EVIDENCED, TOTAL), strict=True)),
        figures.count(*at.WORDINGS[:2], wordings, describes="agency"),
        *(row for column, one, two in ((at.NOT_DONE, 2, 7), (at.NO_EVIDENCE, 0, 27),
                                       (at.EVIDENCED, 5, 16))
          for row in figures.counts(at.OWNERS, {"Bereavement lead": one, "Panel co-ordinator": two},
                                    column=column, describes="agency")),
        *by_group({SUDDEN: (11, 18), INJURY: (9, 17)}),
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
        regulation_6.say_response,
        "A coordinated response was carried out for 58 of 65 unexpected deaths notified in "
        "2009/10 to 2013/14. For the other seven, no response is recorded or none was required. "
        "One sudden, unexplained death is recorded as without a response.", id="response"),
    pytest.param(
        regulation_6.say_matters,
        "Recorded in 20 reviews completed in 2009/10 to 2013/14. Safer sleeping: 20.",
        id="matters of concern"),
    pytest.param(
        regulation_6.say_wider,
        "Recorded in 18 reviews completed in 2009/10 to 2013/14. Road safety: 18. It arose from a "
        "particular death in seven, and from a pattern of deaths in 11.", id="wider concerns"),
    pytest.param(
        words.say_time,
        "Of the reviews completed in 2013/14, 33 of 51 (64.7%) took under six months and 47 of 51 "
        "(92.2%) under a year. Of 25 reviews in five years that took a year or more, 13 waited for "
        "an inquest. Of 92 reviews in five years that took six months or more, 63 have no "
        "outside reason recorded.",
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
        "Deaths notified a year for every 10,000 residents aged 0 to 17 (in brackets, what chance "
        "allows: 95% limits). Peterborough, 2013/14: 2.7 (1.8 to 4.0).",
        id="rates, of the area whose population is held"),
])
def test_a_sentence_says_what_the_figures_say(sentence, expected):
    assert sentence(FULL).words == expected


WORK = "48 deaths were notified in 2013/14, 13 of them of Peterborough children."


def test_the_answer_says_what_came_of_what_was_recommended_and_the_work_of_the_year():
    assert lead.answer(FULL, MADE).words == (
        "**Of three recommendations that reviews completed in 2009/10 to 2013/14 made, two are not "
        "always carried out.** The oldest of the two has been open since 2010/11, and none has a "
        f"date ([](#recommendations)). {FACTORS}{WORK}")


OUT_OF = "What was recommended is shown to work 21 times out of 57, as owners report."
SHOWN_TO_WORK = replace(VISIT, text="Ask again")
UNPROVEN = replace(VISIT, evidenced=0)


@pytest.mark.parametrize(("made", "said"), [
    pytest.param([VISIT], "The one recommendation that reviews made is carried out and shown to "
                 "work.", id="one, shown to work"),
    pytest.param([UNPROVEN], "The one recommendation that reviews made is carried out, and not "
                 "always shown to work.", id="one, not shown to work"),
    pytest.param([KEY_WORKER], "The one recommendation that reviews made is not always carried "
                 "out.", id="one, not carried out"),
    pytest.param([VISIT, SHOWN_TO_WORK], "Both recommendations that reviews made are carried "
                 "out and shown to work.", id="two, shown to work"),
    pytest.param([VISIT, UNPROVEN], "Of two recommendations that reviews made, one is not always "
                 "shown to work.", id="two, one not shown to work"),
    pytest.param([*MADE, UNPROVEN], "Of four recommendations that reviews made, two are not always "
                 "carried out and one more is not always shown to work.", id="each"),
])
def test_what_came_of_recommendations_is_right_for_one_two_and_many(made, said):
    assert lead.came_of(made, "2013/14").replace(" completed in 2013/14", "") == said


@pytest.mark.parametrize(("made", "said"), [
    pytest.param([KEY_WORKER], "It has been open since 2010/11, and it has no date", id="one"),
    pytest.param([KEY_WORKER, VISIT], "The first has been open since 2010/11, and it has no date",
                 id="one of two"),
])
def test_what_is_open_has_the_year_since_when(made, said):
    assert f"{said} ([](#recommendations))." in lead.answer(FULL, made).words


@pytest.mark.parametrize(("numbers", "said", "asked"), [
    pytest.param({SUDDEN: (11, 18), INJURY: (9, 17)}, FACTORS, "Which factors were found in "
                 "these 11 reviews of sudden, unexplained deaths, and who acts on each?",
                 id="sudden deaths"),
    pytest.param({SUDDEN: (9, 18), INJURY: (9, 17)}, FACTORS.replace(
        "sudden, unexplained deaths: in 11 of 18", "deaths from injury, self-harm or trauma: in 9 "
        "of 17"), "Which factors were found in these nine reviews of deaths from injury, "
        "self-harm or trauma, and who acts on each?", id="injuries"),
    pytest.param({SUDDEN: (9, 18), INJURY: (9, 18)}, "", None, id="as often"),
    pytest.param({SUDDEN: (0, 18), INJURY: (0, 17)}, "", None, id="never"),
    pytest.param({SUDDEN: (9, 12), INJURY: (9, 17)}, None, None, id="a hidden number"),
])
def test_where_modifiable_factors_are_found_most_often(numbers, said, asked):
    figures_shown = show(figures.frame(by_group(numbers)), "board")
    told_of = found.most_modifiable_said(figures_shown)
    question = found.ask_of_factors(figures_shown)

    assert told_of == (said.strip() if said is not None else None)
    assert (question and question.words) == asked
    assert found.ask_of_factors(show(figures.frame(by_group(numbers)), "public")) is None


def test_what_worked_is_as_owners_told_and_the_panel_is_asked_whether_it_saw_it(context):
    said, dates, asked = learnt.say_learning(context, FULL, MADE).blocks
    assert said.words == (
        "Reviews completed in 2009/10 to 2013/14 made 15 different recommendations, 57 times in "
        "all. What was recommended is shown to work 21 times out of 57, as owners report. The "
        "records have no date for what is open, and no owner's area.")
    assert (asked.words, asked.owner) == (
        "Owners report evidence 21 times: has the panel seen it, and will the next report say what "
        "it is?", "Chair of the panel")
    assert (dates.words, dates.owner) == (
        "Will the panel agree a date for each of the two recommendations not always carried out, "
        "and report any that is missed?",
        "Chair of the panel")
    assert len(learnt.say_learning(replace(context, audience="public"), FULL, MADE).blocks) == 1


def test_where_nothing_is_open_no_date_is_asked_for(context):
    _, asked = learnt.say_learning(context, FULL, [VISIT]).blocks
    assert asked.id == "question-seen"


def test_the_answer_without_owners_or_hidden_numbers_says_the_rest():
    assert lead.answer(show(panel(own=3), "board"), []).words.endswith(
        f"57 times in all.** {OUT_OF} {FACTORS}"
        + WORK.replace(", 13 of them of Peterborough children", ""))


@pytest.mark.parametrize(("numbers", "wordings", "said"), [
    pytest.param((0, 0, 0), 0, "made no recommendation.**", id="none"),
    pytest.param((0, 0, 1), 1, "made one recommendation.** The one recommendation is shown to "
                 "work: its owner reports evidence, and not what it is.", id="one, shown"),
    pytest.param((1, 0, 0), 1, "made one recommendation.** The one recommendation is not shown to "
                 "work: its owner reports no evidence.", id="one, not done"),
    pytest.param((2, 1, 0), 1, "made one recommendation, three times.** No recommendation is shown "
                 "to work: owners report no evidence.", id="one, three times"),
    pytest.param((1, 1, 1), 2, "made two different recommendations, three times in all.** What was "
                 "recommended is shown to work once out of three, as owners report.",
                 id="one of each"),
    pytest.param((1, 0, 2), 3, "made three recommendations, each once.** What was recommended is "
                 "shown to work twice out of three, as owners report.", id="three, one not done"),
])
def test_the_answer_is_right_for_no_one_two_and_many(numbers, wordings, said):
    figures_shown = show(panel(made=sum(numbers), stages=numbers, wordings=wordings), "restricted")

    assert lead.answer(figures_shown, []).words.startswith(
        f"**Reviews completed in 2009/10 to 2013/14 {said}")


def test_a_small_panel_is_told_in_words():
    few = show(panel(told=9, own=1, made=1, late=77, referred=(0, 1), before=1), "restricted")

    assert "Nine deaths were notified in 2013/14, one of them of Peterborough children." in (
        lead.answer(few, []).words)
    assert regulation_6.say_case_reviews(few).words == (
        "Of the deaths notified in 2009/10 to 2013/14, one was referred for a case review; a "
        "serious case review followed in none.")


@pytest.mark.parametrize(("told", "own", "said"), [
    pytest.param(0, 0, "No deaths were notified in 2013/14.", id="none"),
    pytest.param(1, 0, "One death was notified in 2013/14, not of a Peterborough child.",
                 id="one, of elsewhere"),
    pytest.param(1, 1, "One death was notified in 2013/14, of a Peterborough child.",
                 id="one, of this area"),
    pytest.param(9, 0, "Nine deaths were notified in 2013/14, none of them of Peterborough "
                 "children.", id="nine, none of this area"),
])
def test_the_deaths_notified_are_said_for_none_one_and_many(told, own, said):
    assert said in lead.answer(show(panel(told=told, own=own), "restricted"), []).words


def sleeping(matters, wider=6, made=10, worked=2):
    """The figures on one subject, with a total of 30 for the whole of each table."""
    return figures.frame([
        *figures.counts(at.MATTERS, {"Safer sleeping": matters, "Neglect or abuse": 30 - matters}),
        *figures.counts(at.WIDER, {"Safer sleeping": wider, "Housing": 30 - wider}),
        *(figures.count(at.LEARNING, "Safer sleeping", number, column, describes="agency")
          for number, column in ((made, TOTAL), (worked, at.EVIDENCED)))])


@pytest.mark.parametrize(("given", "said"), [
    pytest.param({"matters": 20}, "In 20 of 30 reviews with a matter of concern; in "
                 "6 of 30 reviews with a wider concern; advice on it was given 10 "
                 "times, and shown to work twice.", id="three"),
    pytest.param({"matters": 20, "wider": 0, "made": 1, "worked": 1}, "In 20 of 30 reviews with a "
                 "matter of concern; advice on it was given once, and shown to work "
                 "once.", id="two"),
])
def test_what_the_panel_keeps_finding_is_read_together(given, said):
    first_of_all = thread.say_threads(show(sleeping(**given), "restricted")).blocks[0]

    assert first_of_all.title == "Often recorded: safer sleeping."
    assert first_of_all.words == f"{said} That does not show a cause."


@pytest.mark.parametrize("given", [
    pytest.param({"matters": 5}, id="in few reviews"),
    pytest.param({"matters": 20, "wider": 0, "made": 0, "worked": 0}, id="nothing to join"),
])
def test_what_is_found_seldom_or_once_is_no_thread(given):
    assert "Safer sleeping" not in thread.threads_of(show(sleeping(**given), "restricted"))


def test_the_chair_is_asked_who_leads_where_several_own_recommendations_on_one_subject():
    asked, = thread.ask_about_threads(show(sleeping(20), "restricted"), MADE)

    assert asked.words == ("Two owners have recommendations on safer sleeping: who leads, and how "
                           "will the Board know that families are safer?")
    assert asked.owner == "Chair of the panel"
    assert thread.ask_about_threads(show(sleeping(20), "restricted"), [LEAFLET]) == []


@pytest.mark.parametrize(("audience", "asked"), [("restricted", 2), ("board", 2), ("public", 0)])
def test_each_question_has_its_owner_and_the_public_is_asked_none(context, audience, asked):
    block = questions.ask_questions(replace(context, audience=audience), show(panel(), audience),
                                MADE)
    asks = block.blocks if block else []
    of_work = questions.show_time(replace(context, audience=audience), show(panel(), audience))
    assert len(of_work.blocks) == (1 if audience == "public" else 2)
    owners = [question.owner for question in asks]
    assert len(asks) == asked
    assert owners[:2] == ["Bereavement lead", "Panel co-ordinator"][:asked]


def test_the_questions_name_what_is_most_undone_least_shown_and_the_delay(context):
    shown = show(panel(to_ask=(1, 2)), "restricted")
    said = [one.words for asked in (questions.ask_questions(context, shown, MADE),
                                    questions.show_time(context, shown)) for one in asked.blocks
            if isinstance(one, Question)]
    assert said == [
        "“Name one key worker” was recommended seven times since 2009/10 and carried out five "
        "times: what happened the other two times, and when will it be done?",
        "“Send the leaflet” was carried out eight times and shown to work once: what would show "
        "that it makes a difference to children?",
        "Why did 63 reviews take six months or more with no outside reason recorded, and what "
        "would shorten the next?",
        "Why was the coroner not told of two deaths that must be reported?"]


PROVEN = replace(KEY_WORKER, evidenced=5)
WATER = replace(PROVEN, theme="Road and water safety", text="Repeat the campaign")
HARM = replace(PROVEN, theme="Self-harm", text="Offer an appointment", done=6, evidenced=6)


@pytest.mark.parametrize(("made", "asked"), [
    pytest.param([WATER, PROVEN, HARM], "“bereaved families” and “self-harm”",
                 id="the first is asked about already"),
    pytest.param([WATER, PROVEN, replace(HARM, evidenced=0)], "bereaved families",
                 id="of one it is asked what shows that it works"),
    pytest.param([HARM, WATER], "self-harm", id="one other subject"),
    pytest.param([WATER], None, id="no other"),
    pytest.param([WATER, replace(HARM, theme="Other")], None, id="no subject"),
    pytest.param([WATER, replace(HARM, text=LEFT_OUT)], None, id="one that is not told"),
    pytest.param([WATER, VISIT], None, id="carried out each time"),
])
def test_the_chair_is_asked_who_leads_on_prevention(context, made, asked):
    block = questions.ask_questions(context, FULL, made)
    found = [one for one in (block.blocks if block else []) if one.id == "question-prevention"]
    assert [one.words for one in found] == (
        [f"Advice on prevention is not always carried out: who leads on {asked}?"] if asked else [])


def test_one_review_without_a_reason_was_held_up_and_not_one_up_held(context):
    asked = questions.show_time(context, show(panel(late=14, unexplained=(1, 0)), "restricted"))
    assert [one.words for one in asked.blocks if isinstance(one, Question)] == [
        "Why did one review take six months or more with no outside reason recorded, and what "
        "would shorten the next?"]


def test_unexpected_deaths_without_a_recorded_response_are_asked_about(context):
    asked = questions.ask_of_response(context, show(panel(), "board"))
    assert (asked.words, asked.owner) == (
        "For the seven unexpected deaths without a coordinated response on record: was one made, "
        "not required, or missed?", "Chair of the panel")
    public = replace(context, audience="public")
    assert questions.ask_of_response(public, show(panel(), "public")) is None


@pytest.mark.parametrize(("made", "done", "asked"), [
    (1, 0, "Why has “Name one key worker”, recommended in 2009/10, not been carried out, and by "
           "which date will it be?"),
    (2, 0, "“Name one key worker” was recommended twice since 2009/10 and never carried out: why, "
           "and by which date will it be?"),
    (2, 1, "“Name one key worker” was recommended twice since 2009/10 and carried out once: what "
           "happened the other time, and when will it be done?"),
])
def test_the_question_on_what_is_not_done_is_right_for_once_and_twice(context, made, done, asked):
    one = replace(KEY_WORKER, made=made, done=done, evidenced=0)

    assert questions.ask_questions(context, FULL, [one]).blocks[0].words == asked


@pytest.mark.parametrize(("made", "asks"), [
    pytest.param([*MADE, UNPROVEN, UNPROVEN], "agree dates for two recommendations not always "
                 "carried out, and say what would show that two more work", id="several"),
    pytest.param([replace(KEY_WORKER, evidenced=5)], "agree a date for one recommendation not "
                 "always carried out", id="one"),
    pytest.param([UNPROVEN], "say what would show that one recommendation works", id="unproven"),
    pytest.param([VISIT], "receive the panel's report", id="nothing owed"),
    pytest.param([], "receive the panel's report", id="none told"),
])
def test_the_board_is_asked_for_dates_and_for_evidence(made, asks):
    assert first.asks(made) == asks


def test_the_figure_shows_who_owes_what():
    chart = first.plot_recommendations(FULL, MADE)
    assert chart.caption == "Nine times not carried out, with two owners"
    assert chart.data.rows == [["Panel co-ordinator", 7, 27, 16], ["Bereavement lead", 2, 0, 5]]


def test_the_public_figure_has_no_owner():
    made = [figures.count(at.LEARNING, TOTAL, number, column, describes="agency")
            for number, column in ((9, at.NOT_DONE), (27, at.NO_EVIDENCE), (21, at.EVIDENCED),
                                   (57, TOTAL))]
    span = figures.proportion(at.TIME, at.UNDER_6, 139, 231, YEAR, describes="agency")
    shown = show(figures.frame([*made, span, {**span, "column": SPAN}]), "public")
    chart = first.plot_recommendations(shown, [])
    assert chart.caption == "Recommended 57 times; shown to work 21 times"
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
        "none was required. The coroner was not told of two deaths that must be reported.")
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
        "Deaths notified and reviews completed are different children. "
        "At the end of 2013/14, 24 were open: 27 brought forward, plus 48 notified, less 51 "
        "completed.")
    assert work.say_workload(show(panel(before=4), "board")).words.endswith(
        "different children. At the end of 2013/14, 24 were open.")


@pytest.mark.parametrize(("areas", "expected"), [
    pytest.param(
        "Cambridgeshire and Peterborough",
        "The panel is joint: it reviews the deaths of children who lived in Cambridgeshire and "
        "Peterborough. Its figures are joint unless an area is named.", id="joint"),
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
        f"{rows} are invented, none from a real child. "
        "Figures for England and populations are published.")


def test_rows_are_not_called_invented_if_none_is():
    assert words.say_provenance(summary(["published"])) is None


def test_a_bare_frame_is_refused():
    with pytest.raises(TypeError) as refused:
        lead.answer(panel(), [])

    assert str(refused.value) == (
        "figures must go through disclosure.show before they are displayed")
