"""Themed reviews: evidence, policy and the children's voice, and what is said where it lacks."""

from __future__ import annotations

from contextlib import chdir

import pytest
from bad_returns import ROOT, as_csv

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.paper import make_paper
from pscb_lib.reports.themed_reviews import measures, page, places
from pscb_lib.reports.themed_reviews.known import list_facts, read_known

CHILDREN = {"kind": "children and young people", "n": "4", "describes": "children asked",
            "found": "Nobody told them what was to change"}
OPEN = {"review_id": "TR-02", "theme": "Core groups", "asked_on": "12/11/2014",
        "method_agreed_on": "", "due_on": "06/05/2015", "received_on": "", "presented_on": "",
        "answer": "", "recommendations_n": "", "recommendations_accepted_n": "", "policy": "",
        "policy_promised_on": "", "policy_changed_on": "", "equality": ""}


def read(folder, reviews=None, evidence=None, audience="restricted", actions=({},)):
    """Return what is shown and known; each list is changes to the example, None for no file."""
    with chdir(ROOT):
        context = open_context("2014-15", "2015-04-30", str(folder), audience)
    returned = []
    for kind, rows in zip(measures.RETURNS, (reviews, evidence, actions), strict=True):
        names = [field.name for field in kind.fields(context)]
        if rows is not None:
            table = [names, *([{**kind.example, **row}.get(name, "") for name in names]
                              for row in rows)]
            if not rows:
                table = [[*names, "nil_return"], [*[""] * len(names), "yes"]]
            (folder / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
        returned.append(kind.read_for(context))
    with chdir(ROOT):
        paper = make_paper(measures.measure(context, *returned), (),
                           list_facts(context, *returned), audience, context.settings.profile)
    return paper.shown, read_known(context, paper.facts)


def for_the_board(folder, made, known):
    """What a block is for the Board: it looks up the day of the meeting."""
    with chdir(ROOT):
        return made(open_context("2014-15", "2015-04-30", str(folder), "board"), known)


def counts(shown, *place):
    return shown.get(*place).counts


@pytest.mark.parametrize(("row", "expected"), [
    pytest.param({}, (1, 1), id="changed on the day promised"),
    pytest.param({"policy_changed_on": "01/04/2015"}, (0, 1), id="a day late"),
    pytest.param({"policy_changed_on": ""}, (0, 1), id="not changed, and the day is over"),
    pytest.param({"policy_changed_on": "", "policy_promised_on": "30/04/2015"}, (0, 0),
                 id="promised by the day of the report: not yet over"),
    pytest.param({"policy_changed_on": "01/05/2015"}, (0, 1), id="changed after the report's day"),
])
def test_a_policy_is_kept_on_the_day_promised_and_not_after_it(tmp_path, row, expected):
    shown, _ = read(tmp_path, [row], [{}])
    assert counts(shown, *places.KEPT) == expected


@pytest.mark.parametrize(("row", "number"), [
    pytest.param({"received_on": "31/03/2014", "asked_on": "01/02/2014", "method_agreed_on": "",
                  "presented_on": ""}, 0, id="received in the year before"),
    pytest.param({"asked_on": "01/02/2014", "method_agreed_on": "", "received_on": "01/04/2014",
                  "presented_on": ""}, 1, id="received on the first day"),
    pytest.param(OPEN | {"asked_on": "01/04/2015"}, 0, id="asked for after the year"),
    pytest.param(OPEN, 1, id="asked for, and still to come"),
])
def test_the_reviews_of_a_year_were_asked_for_by_its_end_and_not_received_before(
        tmp_path, row, number):
    shown, _ = read(tmp_path, [row])
    assert shown.get(*places.ASKED).value == number


def test_shares_are_by_review_and_of_all_together(tmp_path):
    consulted = {"stakeholders_n": "12", "stakeholders_consulted_n": "4"}
    shown, _ = read(tmp_path, [{}, OPEN | consulted])
    assert counts(shown, *places.ALL_CONSULTED) == (6 + 4, 9 + 12)
    assert counts(shown, *places.ALL_ACCEPTED) == (5, 6)


def test_evidence_is_of_seven_kinds_and_children_are_told_apart_from_parents(tmp_path):
    shown, known = read(tmp_path, [{}], [{}, {
        "kind": "parents and carers", "describes": "parents asked"}])
    assert counts(shown, places.KINDS_USED, "Neglect") == (2, 7)
    assert known.reviews[0].lacks_children and not known.reviews[0].lacks_parents
    assert page.tabulate_evidence(shown, known).caption == (
        "Children's voice is missing from Neglect")


def test_the_board_reads_what_children_said_and_no_small_number_of_them(tmp_path):
    shown, known = read(tmp_path, [{}], [{}, CHILDREN], audience="board")
    assert shown.get(places.EVIDENCE, "Neglect", "Children and young people").hidden
    assert shown.get(places.EVIDENCE, "Neglect", "Local practice").value == 18
    assert "nobody told them what was to change" in page.answer(shown, known).words


def test_a_text_that_states_a_number_of_children_is_for_the_group_alone(tmp_path):
    told = [CHILDREN | {"found": "Three children of four had no plan they knew"}]
    _, board = read(tmp_path, [{}], told, audience="board")
    _, group = read(tmp_path, [{}], told)
    assert "Three children" not in board.reviews[0].sources[0].told
    assert "Three children" in group.reviews[0].sources[0].told


def test_the_answer_of_a_late_policy_and_a_review_to_come(tmp_path):
    shown, known = read(tmp_path, [{"policy_changed_on": ""}, OPEN], [CHILDREN])
    assert page.answer(shown, known).words == (
        "**Neglect: plans name what parents do, seldom what changes.** Children and young people "
        "were asked: nobody told them what was to change. A policy was to change by 31 March 2015 "
        "and has not. Of five accepted recommendations, none shows a change yet and five are not "
        "on the register of actions. The review of core groups (due 6 May 2015) is still to come.")
    assert page.ask_policy(shown, known).words == (
        "What holds up the policy change promised after the review of neglect, and when will it "
        "come?")


def test_a_review_without_children_is_asked_about_by_name(tmp_path):
    later = {"theme": "Sleep", "review_id": "TR-03", "due_on": "30/09/2015"}
    _, known = read(tmp_path, [{}, OPEN, OPEN | later],
                    [{}, {"review_id": "TR-02"}, {"review_id": "TR-03"}])
    assert for_the_board(tmp_path, page.ask_children, known).words == (
        "Children have not been asked yet in the review of sleep: how will they be heard? "
        "At 30 April 2015 children had not been asked in the review of core groups: how were they "
        "heard since? Why were children not asked in the review of neglect?")


@pytest.mark.parametrize(("due_on", "asked"), [
    pytest.param("06/05/2015", "ask how children were heard in a review that was due by this "
                 "meeting", id="due by the meeting"),
    pytest.param("30/09/2015", "agree how children will be heard before a review is finished",
                 id="still to come"),
])
def test_the_board_is_asked_to_agree_only_on_what_is_still_to_come(tmp_path, due_on, asked):
    _, known = read(tmp_path, [OPEN | {"due_on": due_on}], [{"review_id": "TR-02"}])
    assert for_the_board(tmp_path, page.front_sheet, known).facts[0][1] == asked


def test_a_review_that_is_still_to_come_is_not_judged(tmp_path):
    shown, known = read(tmp_path, [{}, OPEN], [{}, CHILDREN, {"review_id": "TR-02"}])
    table = page.tabulate_evidence(shown, known)
    assert table.caption == "The review of neglect asked children and young people"
    assert [column.label for column in table.columns][2] == "Core groups, due 6 May 2015"
    assert {row[2] for row in table.data.rows} == {18, "not used yet"}


def test_recommendations_are_listed_and_the_others_asked_for(tmp_path):
    action = {"arising_from": "TR-01", "agreed_on": "10/12/2014", "due_on": "31/03/2015",
              "recommendation": "Children know their plan", "agency": "Police"} | dict.fromkeys(
                  ("completed_on", "implemented_on", "evidenced_on", "closed_on", "outcome"), "")
    shown, known = read(tmp_path, [{}], [CHILDREN], actions=[action])
    [row] = page.tabulate_recommended(shown, known).data.rows
    assert (row[1], row[6]) == ("Children know their plan", "2015-03-31")
    assert page.ask_recommended(shown, known).words == (
        "Four recommendations of the review of neglect that were accepted are not on the register "
        "of actions. Which, and who does what about them?")
    assert page.ask_equality(shown, known).owner == "Police"
    assert page.ask_late(shown, known).owner.endswith(" (Police)")
    assert page.ask_late(shown, known).words.endswith("on what day will it be done?")
    assert "none shows a change yet, one is late and four are not on the register" in (
        page.answer(shown, known).words)
    assert page.ask_accepted(shown, known).words == (
        "Which recommendation of the review of neglect was not accepted, and why? Which three "
        "stakeholders were not consulted on neglect, and why?")


def test_a_recommendation_that_was_not_accepted_is_named_where_the_register_has_it(tmp_path):
    days = ("completed_on", "implemented_on", "evidenced_on", "closed_on", "outcome")
    refused = dict.fromkeys(days, "") | {
        "arising_from": "TR-01", "agreed_on": "10/12/2014", "recommendation": "Ask dentists",
        "not_accepted_by": "Board", "not_accepted_because": "done by health"}
    shown, known = read(tmp_path, [{}], [CHILDREN], actions=[refused])
    assert page.tabulate_recommended(shown, known).note == (
        "Not in the table: Ask dentists (not accepted by Board: done by health).")
    assert "not accepted" not in page.ask_accepted(shown, known).words


@pytest.mark.parametrize(("reviews", "words"), [
    pytest.param(None, "The return of themed reviews was not supplied.", id="not supplied"),
    pytest.param([], "No themed review was asked for, and none was still to come.", id="nil"),
])
def test_what_was_not_supplied_is_told_apart_from_nothing_asked(tmp_path, reviews, words):
    shown, known = read(tmp_path, reviews)
    assert page.answer(shown, known).words == words


def test_evidence_that_was_not_supplied_is_not_taken_for_none(tmp_path):
    shown, known = read(tmp_path, [{}])
    assert page.tabulate_evidence(shown, known).words == (
        "The evidence of the reviews was not supplied.")
    assert for_the_board(tmp_path, page.ask_children, known) is None
