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
    list_stages,
    measure_learning,
    measure_owners,
    read_stages,
)
from pscb_lib.reports.cdop_annual.places import EVIDENCED, NO_EVIDENCE, NOT_DONE

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
    assert {one["describes"] for one in rows} == {"agency"}


def test_a_recommendation_without_a_theme_is_counted_too():
    rows = measure_learning(reviews({"learning_theme": None}), PERIOD)

    assert [one["row"] for one in rows][:2] == ["Not recorded", "Total"]


def test_what_each_owner_owes_adds_up_to_what_is_owed(context):
    rows = measure_owners(reviews(
        {"recommendations": 3, "recommendations_done": 1}, {"recommendations_done": 1},
        {"recommendation_owner": "Housing needs manager"},
        {"recommendation_owner": "Chief nurse", "recommendations_done": 1,
         "recommendations_evidenced": 1}), context)

    assert [(one["row"], one["column"], one["actual"]) for one in rows] == [
        ("Head of health visiting", NOT_DONE, 2), ("Housing needs manager", NOT_DONE, 1),
        ("Total", NOT_DONE, 3), ("Head of health visiting", NO_EVIDENCE, 2),
        ("Housing needs manager", NO_EVIDENCE, 0), ("Total", NO_EVIDENCE, 2)]
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


def test_one_wording_of_one_owner_is_listed_once_with_its_oldest_review(context):
    owed = list_stages(reviews(
        {"recommendations": 2}, {"panel_completed_on": date(2011, 1, 31)},
        {"recommendation_owner": "Housing needs manager"}), context)

    assert owed[NOT_DONE] == [
        Recommendation(*TALK.values(), number=3, first_made="2010/11"),
        Recommendation(*list(TALK.values())[:2], "Housing needs manager", number=1,
                       first_made="2013/14")]
    assert owed[NO_EVIDENCE] == []


@pytest.mark.parametrize(("change", "stages"), [
    pytest.param({}, (1, 0, 0), id="not done"),
    pytest.param({"recommendations_done": 1}, (0, 1, 0), id="done, no evidence"),
    pytest.param({"recommendations_done": 1, "recommendations_evidenced": 1}, (0, 0, 1),
                 id="done, with evidence"),
    pytest.param({"recommendations": 2, "recommendations_done": 1}, (1, 1, 0), id="one of each"),
    pytest.param({"recommendations": None}, (0, 0, 0), id="none made"),
    pytest.param({"panel_completed_on": date(2014, 4, 1)}, (0, 0, 0), id="completed a year later"),
])
def test_a_recommendation_is_listed_at_its_stage(context, change, stages):
    owed = list_stages(reviews(change), context)

    assert tuple(sum(one.number for one in owed[stage])
                 for stage in (NOT_DONE, NO_EVIDENCE, EVIDENCED)) == stages


@pytest.mark.parametrize(("completed", "year"), [
    pytest.param(date(2013, 3, 31), "2012/13", id="last day of a financial year"),
    pytest.param(date(2013, 4, 1), "2013/14", id="first day of the next"),
])
def test_the_first_is_dated_by_the_financial_year_of_its_review(context, completed, year):
    owed = list_stages(reviews({"panel_completed_on": completed}), context)

    assert [one.first_made for one in owed[NOT_DONE]] == [year]


def test_a_return_without_wording_says_so(context):
    owed = list_stages(reviews({"recommendation": None, "recommendation_owner": None}), context)

    assert (owed[NOT_DONE][0].text, owed[NOT_DONE][0].owner) == (
        "No wording in the return", "no owner in the return")


@pytest.mark.parametrize(("audience", "is_quoted"), [("restricted", True), ("board", True),
                                                     ("public", False)])
def test_what_is_owed_is_quoted_in_its_order_to_all_but_the_public(context, audience, is_quoted):
    deaths = reviews({}, {"panel_completed_on": date(2011, 1, 31), "recommendations_done": 1})
    facts = list_facts(context, Checked(deaths, (), (), {}))
    told = {one.name: one.told(audience, ()) for one in facts}

    owed = read_stages(json.loads(json.dumps(told, sort_keys=True)))
    assert list(owed.items()) == (list(list_stages(deaths, context).items()) if is_quoted else [])


def test_a_wording_that_states_a_number_of_children_is_quoted_in_the_restricted_set_alone(context):
    wording = "Write to the families of the two babies"
    facts = list_facts(context, Checked(reviews({"recommendation": wording}), (), (), {}))
    owed = {audience: read_stages({one.name: one.told(audience, ()) for one in facts})
            for audience in ("restricted", "board", "public")}

    assert [one.text for one in owed["restricted"][NOT_DONE]] == [wording]
    assert [(one.text, one.owner) for one in owed["board"][NOT_DONE]] == [
        ("A comment was left out: it states a number of children; it is in the restricted set.",
         TALK["recommendation_owner"])]
    assert owed["public"] == {}
