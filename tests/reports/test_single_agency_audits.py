"""Single-agency audits: section 8 of the framework, and whole sentences."""

from __future__ import annotations

import shutil
from contextlib import chdir
from datetime import date

import pytest
from bad_returns import ROOT, as_csv

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.showing import show
from pscb_lib.reports.single_agency_audits import known, measures, page, places

AUDIT = {"agency": "Police", "received_on": "01/09/2014", "due_on": "01/09/2014", "grade": "Good",
         "scrutinised_on": "10/09/2014"}
WEAK = AUDIT | {"grade": "Inadequate"}
ASKED = {"asked_for_by": "Q&E", "asked_on": "14/05/2014", "received_on": "", "grade": ""}
NIL = {"agency": "Housing", "quarter": "2014-15 Q2", "told_on": "07/10/2014"}


def read(folder, audits, nil=(), audience="restricted", root=ROOT):
    """Return what is known and shown on 31 October 2014; each row is changes to the example."""
    with chdir(root):
        context = open_context("2014-15 H1", "2014-10-31", str(folder), audience)
        for kind, rows in zip(known.RETURNS, (audits, nil), strict=True):
            names = [field.name for field in kind.fields(context)]
            table = [names, *([{**kind.example, "audit_id": f"SA-{number}", **row}.get(name, "")
                               for name in names] for number, row in enumerate(rows, 1))]
            if rows:
                (folder / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
        returned = [kind.read_for(context) for kind in known.RETURNS]
        return (known.known_from(context, *returned),
                show(measures.measure(context, *returned), audience))


def counts(shown, place):
    figure = shown.get(*place)
    return figure.numerator, figure.denominator


@pytest.mark.parametrize(("audits", "nil", "expected"), [
    pytest.param([AUDIT], [NIL], (1, 1), id="an audit, and a nil return of another body"),
    pytest.param([AUDIT], [NIL | {"agency": "Police"}], (1, 0), id="an audit beside a nil return"),
    pytest.param([AUDIT | {"received_on": "31/10/2013"}], [], (0, 0), id="received a year ago"),
    pytest.param([AUDIT | {"received_on": "01/11/2013"}], [], (1, 0), id="the first of the days"),
    pytest.param([AUDIT | {"agency": "Peterborough schools"}], [], (0, 0),
                 id="a school is no section 11 body"),
    pytest.param([AUDIT | {"agency": "Housing"}], [NIL | {"quarter": "2013-14 Q2",
                                                         "agency": "YOS"}], (1, 0),
                 id="a nil return of more than four quarters ago"),
])
def test_a_nil_return_is_not_silence(tmp_path, audits, nil, expected):
    _, shown = read(tmp_path, audits, nil)
    bodies, audited, nothing, silent = (shown.get(places.BODIES, row).value for row in (
        "Total", places.AUDITED, places.NIL, places.SILENT))
    assert (audited, nothing) == expected
    assert silent == bodies - sum(expected)


@pytest.mark.parametrize(("audit", "place", "expected"), [
    pytest.param(AUDIT, places.IN_TIME, (1, 1), id="on its day"),
    pytest.param(AUDIT | {"received_on": "02/09/2014"}, places.IN_TIME, (0, 1), id="a day late"),
    pytest.param(WEAK | {"action_plan_on": "29/09/2014"}, places.PLANNED, (1, 1), id="28 days"),
    pytest.param(WEAK | {"action_plan_on": "30/09/2014"}, places.PLANNED, (0, 1), id="29 days"),
    pytest.param(WEAK | {"received_on": "06/10/2014"}, places.PLANNED, (0, 0),
                 id="no plan yet, and 28 days are not over"),
    pytest.param(WEAK | {"received_on": "03/10/2014"}, places.PLANNED, (0, 1),
                 id="no plan, and 28 days are over"),
    pytest.param(AUDIT | {"action_plan_on": ""}, places.PLANNED, (0, 0),
                 id="a good one needs no plan"),
    pytest.param(AUDIT | {"follow_up_due_on": "01/10/2014", "follow_up_on": "01/10/2014"},
                 places.FOLLOWED, (1, 1), id="followed up"),
    pytest.param(AUDIT | {"follow_up_due_on": "01/10/2014"}, places.FOLLOWED, (0, 1),
                 id="not followed up"),
    pytest.param(AUDIT | {"follow_up_due_on": "01/12/2014"}, places.FOLLOWED, (0, 0),
                 id="a follow-up not yet due"),
    pytest.param(AUDIT | {"equality_examined": "yes"}, places.EQUALITY, (1, 1), id="equality"),
    pytest.param(AUDIT, places.EQUALITY, (0, 1), id="equality not recorded"),
])
def test_what_was_done_with_an_audit(tmp_path, audit, place, expected):
    _, shown = read(tmp_path, [audit])
    assert counts(shown, place) == expected


@pytest.mark.parametrize(("before", "after", "expected"), [
    pytest.param("Inadequate", "Good", (1, 1), id="better"),
    pytest.param("Adequate", "Requires improvement", (0, 1), id="two words for one level"),
    pytest.param("Adequate", "Good", (1, 1), id="better, over the change of the word"),
    pytest.param("Good", "Outstanding", (0, 0), id="it was good before"),
])
def test_an_audit_and_the_one_that_repeats_it(tmp_path, before, after, expected):
    first = AUDIT | {"received_on": "16/10/2013", "due_on": "", "grade": before}
    _, shown = read(tmp_path, [first, AUDIT | {"grade": after, "reaudit_of": "SA-1"}])
    assert counts(shown, places.BETTER) == expected


@pytest.mark.parametrize(("due_on", "expected"), [
    pytest.param("31/10/2014", "–", id="due today"),
    pytest.param("30/10/2014", "Under one", id="a day late"),
    pytest.param("24/10/2014", "1", id="seven days late"),
    pytest.param("18/10/2014", "1", id="13 days late"),
])
def test_the_weeks_that_a_request_is_late(tmp_path, due_on, expected):
    found, shown = read(tmp_path, [AUDIT | ASKED | {"due_on": due_on}])
    table = page.tabulate_requests(shown, found)
    assert table.groups[0].rows[0][-1][0]["text"] == expected


@pytest.mark.parametrize(("changes", "is_told"), [
    pytest.param({"board_to_know": "yes"}, True, id="yes"),
    pytest.param({"board_to_know": "no"}, False, id="no"),
    pytest.param({"board_to_know": ""}, False, id="not judged"),
    pytest.param({"board_to_know": "yes", "scrutinised_on": ""}, False, id="not yet scrutinised"),
])
def test_the_board_has_the_audits_that_q_and_e_decided_it_is_to_know(tmp_path, changes, is_told):
    found, shown = read(tmp_path, [AUDIT | changes], audience="board")
    table = page.tabulate_found(shown, found)
    assert bool(table.groups[0].rows) is is_told
    assert is_told or table.empty == ("One more audit came: Q&E has not decided that the Board is "
                                      "to know what it found.")


def test_an_audit_that_is_counted_alone_and_not_good_is_said(tmp_path):
    found, shown = read(tmp_path, [AUDIT | {"board_to_know": "yes"},
                                   WEAK | {"board_to_know": "no"}], audience="board")
    assert page.tabulate_found(shown, found).note.endswith(
        "Q&E has not decided that the Board is to know what it found. "
        "It was graded less than good.")


def test_an_audit_that_repeats_a_weak_one_is_not_a_further_weak_one(tmp_path):
    found, shown = read(tmp_path, [
        WEAK | {"received_on": "16/10/2013", "due_on": ""},
        WEAK | {"received_on": "01/06/2014", "reaudit_of": "SA-1"},
        AUDIT | {"reaudit_of": "SA-2"}])
    assert [one.audit_id for one in found.weak] == ["SA-1"]
    assert counts(shown, places.AGAIN) == counts(shown, places.BETTER) == (1, 1)


def test_each_agency_is_asked_about_its_own_audits(tmp_path):
    found, shown = read(tmp_path, [
        WEAK, AUDIT | ASKED | {"agency": "Housing", "due_on": "03/09/2014"}], [NIL])
    assert page.ask_requests(shown, found).owner == "Housing"
    assert page.ask_again(shown, found).owner == "Police"
    assert page.ask_again(shown, found).words.endswith("and will it examine equality?")
    assert page.ask_equality(shown, found) is None
    silent = page.ask_silent(shown, found).owner
    assert all(found.short(body) in silent for body in found.silent())


def test_a_body_that_told_of_an_audit_that_is_late_is_asked_for_it_alone(tmp_path):
    found, shown = read(tmp_path, [
        AUDIT | {"agency": "YOS", "received_on": "", "grade": "", "due_on": "01/09/2014"}])
    assert page.ask_requests(shown, found).owner == "YOS"
    assert page.ask_requests(shown, found).words.startswith("When will the audit that you planned")
    assert "YOS" not in page.ask_silent(shown, found).owner


def test_a_body_that_ended_with_the_period_is_one_of_the_bodies(tmp_path):
    root = tmp_path / "project"
    shutil.copytree(ROOT / "params", root / "params")
    with (root / "params" / "agencies.csv").open("a", encoding="utf-8") as file:
        file.write("To the end,To the end,,2014-09-30,statutory,\n"
                   "Not to it,Not to it,,2014-09-29,statutory,\n")
    found, _ = read(tmp_path, [AUDIT], root=root)
    assert "To the end" in found.bodies and "Not to it" not in found.bodies


def test_what_the_picture_says_beside_an_agency(tmp_path):
    found, shown = read(tmp_path, [
        AUDIT | {"agency": "Peterborough schools"}, AUDIT | {"due_on": "01/08/2014",
                                                            "follow_up_on": "20/10/2014"},
        AUDIT | {"agency": "YOS", "received_on": "", "grade": "", "due_on": "01/09/2014"}])
    chart = page.plot_year(shown, found)
    assert chart.svg.count("not a section 11 body") == 1
    assert chart.svg.count("nothing sent") == len(found.silent())
    assert "received late" in chart.svg and "received and followed up" not in chart.svg
    assert page.tabulate_requests(shown, found).note.startswith(
        "Late too, and planned by agencies themselves: ")


def test_the_answer(tmp_path):
    found, shown = read(tmp_path, [AUDIT, WEAK | {"agency": "YOS"},
                                   AUDIT | ASKED | {"due_on": "03/09/2014"}], [NIL])
    bodies = shown.get(places.BODIES, "Total").value
    words = "".join(run["text"] for run in page.answer(shown, found).as_json()["runs"])
    assert words == (
        f"Of {bodies} section 11 bodies, two sent an audit in twelve months, one sent a nil return "
        f"and {bodies - 3} sent neither. One audit that Q&E "
        "or the Board asked for has not come; it is late. Of one audit of practice not yet good, "
        "none has been repeated.")


def test_the_answer_leads_with_what_the_board_is_to_know(tmp_path):
    found, shown = read(tmp_path, [
        WEAK | {"agency": "YOS", "main_finding": "Risks were not written down.",
                "board_to_know": "yes"},
        WEAK | {"main_finding": "Nobody asked.", "board_to_know": "no"}], audience="board")
    assert page.answer(shown, found).words.startswith(
        "**Not yet good: risks were not written down (YOS).** Of ")


def test_the_twelve_months_end_on_the_day_of_the_report(tmp_path):
    found, _ = read(tmp_path, [AUDIT])
    assert (found.first, found.on) == (date(2013, 11, 1), date(2014, 10, 31))
    assert [one.label for one in found.quarters] == [
        "2013-14 Q3", "2013-14 Q4", "2014-15 Q1", "2014-15 Q2"]
