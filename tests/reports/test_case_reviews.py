"""Case reviews: the clocks, who may read of what is open, checks at six months, and the words."""

from __future__ import annotations

import shutil
from contextlib import chdir
from dataclasses import replace
from datetime import date

import pytest
from bad_returns import ROOT, as_csv

from pscb_lib.board.context import open_context
from pscb_lib.board.open_reviews import may_read_open
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.paper import make_paper
from pscb_lib.framework.english import small
from pscb_lib.reading.findings import InputError
from pscb_lib.reports.case_reviews import measures, page, places
from pscb_lib.reports.case_reviews.known import list_facts, read_known
from pscb_lib.reports.case_reviews.page import agreed, lead, reviews

SCR = {"review_id": "SCR-A", "title": "Serious case review A", "kind": "serious case review",
       "serious_case": "yes", "panel_asked": "", "panel_because": "", "withheld_by": "",
       "withheld_because": "", "published_on": "01/08/2014", "published_where": "the website"}
END = ("completed_on", "published_on", "published_where", "withheld_by", "withheld_because",
       "standards_tested", "standards_met", "standards_not_met", "family_took_part")
OPEN = SCR | dict.fromkeys(END, "") | {"review_id": "SCR-Z", "title": "Serious case review Z"}
UNDECIDED = OPEN | dict.fromkeys(("kind", "considered_on", "decided_on", "begun_on", "due_on",
                                  "serious_case", "decision_because"), "")
DONE = {"action_id": "ACT-01", "arising_from": "Management review B",
        "agreed_on": "01/02/2014", "due_on": "28/02/2014",
        "completed_on": "28/02/2014", "implemented_on": "03/03/2014"}
CHECK = {"action_id": "ACT-01", "checked_on": "28/08/2014", "next_check_on": "",
         "checked_by_role": "Quality Officer", "found": "embedded"}


def read(folder, rows=(), actions=(), checks=(), audience="restricted", root=ROOT):
    """Return what is shown and known; *rows*, None for no file, and others are changed examples."""
    with chdir(root):
        context = open_context("2014-15 H2", "2015-04-30", str(folder), audience)
    returned = []
    for kind, sent in zip(measures.RETURNS, (rows, actions, checks), strict=True):
        names = [field.name for field in kind.fields(context)]
        table = [names, *([{**kind.example, **row}.get(name, "") for name in names]
                          for row in sent or ())]
        if sent is not None and not sent:
            table = [[*names, "nil_return"], [*[""] * len(names), "yes"]]
        if sent is not None:
            (folder / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
        returned.append(kind.read_for(context))
        assert returned[-1].rows["rejected"] == 0, returned[-1].findings
    paper = make_paper(measures.measure(context, *returned), (), list_facts(context, *returned),
                       audience, context.settings.profile)
    return paper.shown, read_known(context, paper.facts)


def counts(shown, place):
    return shown.get(*place).counts


@pytest.mark.parametrize(("notified", "decided", "expected"), [
    pytest.param("31/01/2015", "28/02/2015", (1, 1), id="a month after 31 January: 28 February"),
    pytest.param("31/01/2015", "01/03/2015", (0, 1), id="a day later"),
    pytest.param("29/03/2015", "", (0, 1), id="not decided on the day after the month"),
    pytest.param("31/03/2015", "", (0, 0), id="the month ends with the day of the report"),
])
def test_a_decision_comes_within_one_calendar_month(tmp_path, notified, decided, expected):
    row = UNDECIDED | {"notified_on": notified, "learning_event_on": "", "practitioners_invited_n":
                       "", "practitioners_took_part_n": ""}
    if decided:
        row |= {"decided_on": decided, "kind": "not reviewed", "serious_case": "no"}
    shown, _ = read(tmp_path, [row])
    assert counts(shown, places.IN_A_MONTH) == expected


@pytest.mark.parametrize(("begun", "completed", "expected"), [
    pytest.param("31/08/2013", "28/02/2014", (1, 1), id="six months after 31 August"),
    pytest.param("31/08/2013", "01/03/2014", (0, 1), id="a day later"),
])
def test_a_review_is_complete_within_six_calendar_months(tmp_path, begun, completed, expected):
    row = {"notified_on": "01/08/2013", "considered_on": "", "decided_on": "05/08/2013",
           "begun_on": begun, "due_on": "28/02/2014", "completed_on": completed}
    shown, _ = read(tmp_path, [row])
    assert counts(shown, places.ON_AIM) == expected


@pytest.mark.parametrize(("due", "state"), [
    pytest.param("30/04/2015", "in time", id="due on the day of the report"),
    pytest.param("29/04/2015", "late", id="due the day before"),
    pytest.param("", "late", id="no day of its own: six months from the beginning"),
])
def test_an_open_review_is_late_past_its_own_day(tmp_path, due, state):
    _, known = read(tmp_path, [OPEN | {"due_on": due}])
    assert known.open_state == state


def test_the_board_reads_of_an_open_review_only_that_it_is_late(tmp_path):
    shown, known = read(tmp_path, [OPEN], audience="board")
    assert known.open == known.cases == []
    assert shown.get(*places.OPEN).hidden
    assert page.answer(shown, known).words.startswith(
        "**At least one open review is late; no review is complete; no review is published.**")
    assert reviews.tabulate_open(shown, known) is None


@pytest.fixture
def project(tmp_path):
    """A project whose chair and information governance lead may decide."""
    for name in ("params", "notebooks"):
        shutil.copytree(ROOT / name, tmp_path / "project" / name)
    return tmp_path / "project"


def decide(project, *cells):
    (project / "params" / "open_reviews.csv").write_text(as_csv([
        ["decided_on", "chair", "information_governance", "ended_on"], cells]), encoding="utf-8")


@pytest.mark.parametrize(("decided", "ended", "may"), [
    pytest.param("2015-04-30", "", True, id="decided on the day"),
    pytest.param("2015-05-01", "", False, id="decided later"),
    pytest.param("2014-12-02", "2015-04-30", False, id="ended on the day"),
])
def test_the_board_reads_of_open_reviews_if_both_decided_so(project, decided, ended, may):
    decide(project, decided, "Chair", "Information Governance Manager", ended)
    assert may_read_open(project / "params", date(2015, 4, 30)) == may


@pytest.mark.parametrize("governance", ["", "chair"])
def test_one_of_the_two_alone_decides_nothing(project, governance):
    decide(project, "2014-12-02", "Chair", governance, "")
    with pytest.raises(InputError):
        may_read_open(project / "params", date(2015, 4, 30))


def test_what_both_decided_opens_the_days_to_the_board_and_nothing_to_the_public(
        tmp_path, project):
    decide(project, "2014-12-02", "Chair", "Information Governance Manager", "")
    shown, known = read(tmp_path, [OPEN], audience="board", root=project)
    assert shown.get(*places.OPEN).value == 1 and known.open[0]["title"] == "Serious case review Z"
    assert not known.cases
    shown, known = read(tmp_path, [OPEN], audience="public", root=project)
    assert not shown.has(*places.OPEN) and not known.open and not known.open_state


def test_the_public_reads_of_published_reviews_alone(tmp_path):
    shown, known = read(tmp_path, [SCR, {}, OPEN], [DONE], audience="public")
    assert page.tabulate_published(shown, known).data.rows == [
        ["Serious case review A", "the website", "1 Aug 2014"]]
    assert page.answer(shown, known).words == "One review is published."
    assert shown.rows(places.STEPS) == [] and known.actions == () and known.completed == []
    assert page.show_reviews(shown, known) is None


def test_a_management_review_made_for_another_is_no_case(tmp_path):
    shown, _ = read(tmp_path, [SCR | {"notified_on": "02/04/2014", "considered_on": "",
                                      "decided_on": "03/04/2014", "begun_on": "04/04/2014",
                                      "due_on": "04/10/2014", "learning_event_on": ""},
                               {"for_review_id": "SCR-A"}])
    assert shown.get(*places.NOTIFIED).value == 1


@pytest.mark.parametrize(("checked_on", "expected"), [
    pytest.param("25/09/2014", (1, 1), id="28 days after six months"),
    pytest.param("26/09/2014", (0, 1), id="29 days"),
])
def test_a_check_is_in_time_up_to_28_days_after_six_calendar_months(
        tmp_path, checked_on, expected):
    shown, _ = read(tmp_path, [{}], [DONE], [CHECK | {"checked_on": checked_on}])
    assert counts(shown, places.IN_TIME) == expected


def test_an_action_that_nobody_checked_is_late_and_asked_about(tmp_path):
    shown, known = read(tmp_path, [{}], [DONE])
    assert counts(shown, places.IN_TIME) == (0, 1)
    assert page.ask_unfound(shown, known).words == (
        "Who, other than the owner, will check the one action that nobody has looked at, and by "
        "when?")


def test_each_step_falls_from_the_one_before(tmp_path):
    made = [DONE, DONE | {"action_id": "ACT-02"}, DONE | {"action_id": "ACT-03",
                                                         "implemented_on": ""},
            DONE | {"action_id": "ACT-04", "completed_on": "", "implemented_on": ""}]
    looked = [CHECK, CHECK | {"action_id": "ACT-02", "found": "partly"},
              CHECK | {"action_id": "ACT-03", "found": "not"}]
    shown, _ = read(tmp_path, [{}], made, looked)
    steps = [shown.get(places.STEPS, label, TOTAL) for label in places.REACHED]
    assert [steps[0].count, *(one.counts[0] for one in steps[1:])] == [4, 3, 2, 2, 1]
    assert [shown.get(places.FOUND, label).count for label in places.FINDINGS.values()] == [
        1, 1, 1, 0]


def test_an_action_reopened_after_its_check_is_counted_as_checked(tmp_path):
    again = DONE | {"reopened_on": "30/09/2014", "reopened_because": "Not in use"}
    shown, _ = read(tmp_path, [{}], [again], [CHECK | {"found": "not"}])
    checked = shown.get(places.STEPS, places.CHECKED, TOTAL).counts[0]
    assert checked == shown.get(*places.ALL_FOUND).count == 1


def test_a_review_without_an_action_is_asked_about(tmp_path):
    shown, known = read(tmp_path, [{}, SCR], [DONE])
    assert reviews.say_without(shown, known).words.startswith(
        "No action of Serious case review A is on the register.")


def test_those_who_act_on_it_are_asked_why_something_was_found_again(tmp_path):
    earlier = DONE | {"action_id": "ACT-09", "arising_from": "SA-01", "agreed_on": "14/05/2013",
                      "due_on": "", "completed_on": "", "implemented_on": ""}
    shown, known = read(tmp_path, [{}], [DONE | {"owner": "Named GP", "agency": "Police"},
                                         earlier])
    assert agreed.ask_again(shown, known).owner == "Named GP (Police)"


def test_a_serious_case_review_withheld_is_asked_about(tmp_path):
    held = SCR | {"published_on": "", "published_where": "", "withheld_by": "Independent Chair",
                  "withheld_because": "proceedings"}
    shown, known = read(tmp_path, [{}, held])
    asked = reviews.ask_open(shown, known)
    assert asked.words == "When will Serious case review A be published, and who decides?"
    assert asked.owner == "Independent Chair"


def test_a_late_action_and_a_review_without_one_are_in_the_answer(tmp_path):
    late = DONE | {"completed_on": "", "implemented_on": ""}
    _, known = read(tmp_path, [{}, SCR], [late, DONE | {"action_id": "ACT-02"}])
    assert lead.say_owed(known) == (
        "1 of 2 actions is late; no action of Serious case review A is on the register.")


def test_a_theme_is_one_of_the_register_s_areas(tmp_path):
    _, known = read(tmp_path, [SCR | {"theme": "Domestic abuse"}])
    assert known.cases[0]["theme"] == "domestic abuse"
    with pytest.raises(AssertionError, match="theme"):
        read(tmp_path, [SCR | {"theme": "Injuries to a baby"}])


def test_what_was_found_comes_first_and_then_what_is_not_in_practice(tmp_path):
    shown, known = read(tmp_path, [{}], [DONE | {"text": "Use the protocol", "agency": "Police"}],
                        [CHECK | {"found": "not"}])
    assert page.answer(shown, known).words.startswith(
        f"**Management review B found: {small(known.actions[0].finding)}.** “Use the protocol” "
        "(Police) was called complete, and a check found it not in practice. ")


def test_actions_of_open_reviews_are_not_counted(tmp_path):
    shown, _ = read(tmp_path, [OPEN], [DONE | {"arising_from": OPEN["title"]}])
    assert shown.get(*places.ALL_AGREED).value == 0


def test_the_four_tests_are_named_and_relevance_is_none_of_them(tmp_path):
    vague = DONE | {"text": "Consider training", "measure": "", "recommendation": "",
                    "owner": "Nurse; Doctor", "due_on": "", "completed_on": "",
                    "implemented_on": ""}
    shown, known = read(tmp_path, [{}], [vague])
    assert known.actions[0].lacks == ("not specific", "no measure", "no single owner",
                                      "no due date")
    assert counts(shown, places.SMART) == (0, 1)


def test_the_same_finding_of_an_earlier_source_is_said_with_both_years(tmp_path):
    earlier = DONE | {"action_id": "ACT-09", "arising_from": "SA-01", "agreed_on": "14/05/2013",
                      "due_on": "", "completed_on": "", "implemented_on": ""}
    shown, known = read(tmp_path, [{}], [DONE, earlier])
    [said] = agreed.list_again(shown, known).items
    assert said.startswith("Found in SA-01 (2013) and Management review B (2014): ")
    assert shown.get(*places.AGAIN).value == 1
    assert lead.say_again(known).startswith("Found in 2013 and again in 2014: ")


@pytest.mark.parametrize(("lacking", "words"), [
    pytest.param([("no measure",)], "action that fails a test what it lacks: a measure", id="one"),
    pytest.param([("no due date", "no single owner"), ("not specific", "no due date")],
                 "actions that fail a test what they lack: words that are specific, one owner and "
                 "a day due", id="two"),
])
def test_who_gives_actions_what_they_lack(tmp_path, lacking, words):
    shown, known = read(tmp_path, [{}], [DONE])
    [told] = known.actions
    vague = [replace(told, lacks=those, overdue=False) for those in lacking]
    asked = agreed.ask_late(shown, replace(known, actions=tuple(vague)))
    assert asked.words == f"Who gives the {words}?"


@pytest.mark.parametrize(("found", "words"), [
    pytest.param(["embedded"], "The one action called complete at least six months ago was "
                 "checked: one found in practice.", id="one"),
    pytest.param([], "The one action called complete at least six months ago was not checked.",
                 id="none"),
])
def test_the_answer_says_what_an_auditor_found(tmp_path, found, words):
    shown, _ = read(tmp_path, [{}], [DONE], [CHECK | {"found": one} for one in found])
    assert lead.say_found(shown) == words


@pytest.mark.parametrize(("rows", "words"), [
    pytest.param(None, "The return of reviews was not supplied, so nothing is known of cases and "
                 "actions.", id="not supplied"),
    pytest.param((), "No case was notified or considered. That is good news only if agencies do "
                 "refer cases to the group.", id="nil"),
])
def test_no_return_is_told_apart_from_no_case(tmp_path, rows, words):
    shown, known = read(tmp_path, rows)
    assert page.answer(shown, known).words == words
    assert page.show_reviews(shown, known) is None and page.tabulate_unfound(shown, known) is None


def test_checks_that_were_not_supplied_are_not_taken_for_none(tmp_path):
    shown, known = read(tmp_path, [{}], [DONE], None)
    assert shown.get(*places.IN_TIME).state == "not supplied"
    assert "nobody knows whether they are in practice" in page.answer(shown, known).words
