"""The panel's recommendations by stage, against small known cases."""

import json
from datetime import date

import pandas
import pytest
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.cdop_annual.measures.learning import (
    Recommendation,
    list_facts,
    list_recommendations,
    measure_learning,
    measure_owners,
    read_recommendations,
)
from pscb_lib.reports.cdop_annual.places import EVIDENCED, NO_EVIDENCE, NOT_DONE, WORDINGS

PERIOD = parse_period("2013-14")
TALK = {"learning_theme": "Safer sleeping", "recommendation": "Talk about safer sleeping",
        "recommendation_owner": "Head of health visiting"}


@pytest.fixture(scope="module")
def context():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return open_context("2013-14", "2015-01-31", "pscb_lib/samples", "restricted")


def reviews(*changes):
    """Reviews completed in 2013-14, each with the talk recommended, with changes."""
    one = {"death_id": "CDOP-1", "panel_completed_on": date(2013, 11, 15), **TALK,
           "recommendations": 1, "recommendations_done": None, "recommendations_evidenced": None}
    return pandas.DataFrame([one | change for change in changes], columns=list(one), dtype=object)


def test_not_done_done_and_evidenced_add_up_to_the_total():
    made = {"recommendations": 4, "recommendations_done": 3, "recommendations_evidenced": 1}
    rows = measure_learning(reviews(made, {}, {"recommendations": 0}), PERIOD)

    assert [one["actual"] for one in rows if one["row"] == "Safer sleeping"] == [2, 2, 1, 5]
    assert {one["describes"] for one in rows if one["row"]} <= {"agency", "nobody"}


def test_a_recommendation_without_a_theme_is_counted_too():
    rows = measure_learning(reviews({"learning_theme": None}), PERIOD)

    assert [one["row"] for one in rows][:2] == ["Not recorded", "Total"]


def test_a_wording_of_one_owner_is_one_recommendation_however_often_it_is_made():
    rows = measure_learning(reviews({}, {"recommendations": 3}, {
        "recommendation_owner": "Housing needs manager"}, {"recommendations": 0}), PERIOD)

    assert [one["actual"] for one in rows if one["table"] == WORDINGS[0]] == [2]


def test_what_each_owner_owes_adds_up_to_what_is_owed(context):
    rows = measure_owners(reviews(
        {"recommendations": 3, "recommendations_done": 1}, {"recommendations_done": 1},
        {"recommendation_owner": "Housing needs manager"},
        {"recommendation_owner": "Chief nurse", "recommendations_done": 1,
         "recommendations_evidenced": 1}), context)

    assert [(one["row"], one["column"], one["actual"]) for one in rows] == [
        (owner, stage, number) for stage, numbers in (
            (NOT_DONE, (0, 2, 1, 3)), (NO_EVIDENCE, (0, 2, 0, 2)), (EVIDENCED, (1, 0, 0, 1)))
        for owner, number in zip(("Chief nurse", "Head of health visiting",
                                  "Housing needs manager", "Total"), numbers, strict=True)]
    assert {one["describes"] for one in rows} == {"agency"}


def test_owners_who_owe_one_theme_alone_declare_that_they_are_its_parts(context):
    housing, nurse = ({"recommendation_owner": one} for one in ("Housing manager", "Chief nurse"))
    water, roads = ({"learning_theme": one} for one in ("Water safety", "Road safety"))
    rows = measure_owners(reviews({}, housing, nurse | water, nurse | roads), context)

    sleeping = (("learning", "Safer sleeping", NOT_DONE),)
    assert {one["row"]: one["part_of"] for one in rows if one["column"] == NOT_DONE} == {
        "Chief nurse": (), "Head of health visiting": sleeping, "Housing manager": sleeping,
        "Total": ()}


def test_an_owner_whose_name_states_a_number_of_children_is_named_in_no_figure(context):
    rows = measure_owners(reviews({"recommendation_owner": "Worker of the two babies"}), context)

    assert {one["row"] for one in rows} == {"An owner named in the restricted set", "Total"}


def test_one_wording_is_listed_once_with_what_came_of_it_each_time(context):
    made = list_recommendations(reviews(
        {"recommendations": 2, "recommendations_done": 1},
        {"panel_completed_on": date(2011, 1, 31), "recommendations_done": 1,
         "recommendations_evidenced": 1},
        {"panel_completed_on": date(2012, 1, 31)},
        {"recommendation_owner": "Housing needs manager"}), context)

    assert made == [
        Recommendation(*TALK.values(), made=4, done=2, evidenced=1, first_made="2010/11",
                       last_made="2013/14", undone_since="2011/12"),
        Recommendation(*list(TALK.values())[:2], "Housing needs manager", made=1, done=0,
                       evidenced=0, first_made="2013/14", last_made="2013/14",
                       undone_since="2013/14")]


@pytest.mark.parametrize(("change", "counts"), [
    pytest.param({}, [(1, 1, 0)], id="not done"),
    pytest.param({"recommendations_done": 1}, [(1, 0, 1)], id="done, no evidence"),
    pytest.param({"recommendations_done": 1, "recommendations_evidenced": 1}, [(1, 0, 0)],
                 id="done, with evidence"),
    pytest.param({"recommendations": 2, "recommendations_done": 1}, [(2, 1, 1)],
                 id="one of each"),
    pytest.param({"recommendations": None}, [], id="none made"),
    pytest.param({"panel_completed_on": date(2014, 4, 1)}, [], id="completed a year later"),
])
def test_a_recommendation_is_undone_unproven_or_neither(context, change, counts):
    made = list_recommendations(reviews(change), context)

    assert [(one.made, one.undone, one.unproven) for one in made] == counts


@pytest.mark.parametrize(("completed", "year"), [
    pytest.param(date(2013, 3, 31), "2012/13", id="last day of a financial year"),
    pytest.param(date(2013, 4, 1), "2013/14", id="first day of the next"),
])
def test_the_first_is_dated_by_the_financial_year_of_its_review(context, completed, year):
    one, = list_recommendations(reviews({"panel_completed_on": completed}), context)

    assert (one.first_made, one.last_made, one.undone_since) == (year, year, year)


def test_what_is_most_often_undone_is_first_then_what_is_most_often_unproven(context):
    made = list_recommendations(reviews(
        {"recommendation": "Shown", "recommendations_done": 1, "recommendations_evidenced": 1},
        {"recommendation": "Unproven", "recommendations": 3, "recommendations_done": 3},
        {"recommendation": "Undone once"}, {"recommendation": "Undone", "recommendations": 2}),
        context)

    assert [one.text for one in made] == ["Undone", "Undone once", "Unproven", "Shown"]


def test_a_return_without_wording_says_so(context):
    one, = list_recommendations(
        reviews({"recommendation": None, "recommendation_owner": None}), context)

    assert (one.text, one.owner) == ("No wording in the return", "no owner in the return")


@pytest.mark.parametrize(("audience", "is_quoted"), [("restricted", True), ("board", True),
                                                     ("public", False)])
def test_recommendations_are_quoted_in_their_order_to_all_but_the_public(
        context, audience, is_quoted):
    deaths = reviews({}, {"panel_completed_on": date(2011, 1, 31), "recommendations_done": 1,
                          "recommendation": "Another"})
    facts = list_facts(context, Checked(deaths, (), (), {}))
    told = {one.name: one.told(audience, ()) for one in facts}

    made = read_recommendations(json.loads(json.dumps(told, sort_keys=True)))
    assert made == (list_recommendations(deaths, context) if is_quoted else [])


def test_a_wording_that_states_a_number_of_children_is_quoted_in_the_restricted_set_alone(context):
    wording = "Write to the families of the two babies"
    facts = list_facts(context, Checked(reviews({"recommendation": wording}), (), (), {}))
    made = {audience: read_recommendations({one.name: one.told(audience, ()) for one in facts})
            for audience in ("restricted", "board", "public")}

    assert [one.text for one in made["restricted"]] == [wording]
    assert [(one.text, one.owner) for one in made["board"]] == [
        ("A comment was left out: it states a number of children; it is in the restricted set.",
         TALK["recommendation_owner"])]
    assert made["public"] == []
