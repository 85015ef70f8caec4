"""Section 11: S11-1 to S11-8 counted by hand, and what is said of one, none and many agencies."""

from __future__ import annotations

from contextlib import chdir
from dataclasses import replace

import pytest
from bad_returns import ROOT, as_csv

from pscb_lib.board.context import open_context
from pscb_lib.board.voluntary_standards import read_voluntary_standards
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import show
from pscb_lib.page.blocks import Table
from pscb_lib.reports.section11 import measures, page, places
from pscb_lib.reports.section11.known import RETURNS, known_from

GRADED = {"moderated_grade": "Mostly met", "scrutinised_on": "10/12/2014", "standard": "5"}
THEN = {"round": "2012-11", "due_on": "30/11/2012", "returned_on": "26/11/2012",
        "scrutinised_on": "16/01/2013", "moderated_grade": "Mostly met", "standard": "5"}
AWAITED = {"returned_on": "", "self_grade": "", "evidence": ""}
AGENCIES = ("Police", "Education", "Housing", "YOS", "CPFT", "PSHFT", "EEAST", "NPS", "BTP")


def read(folder, forms, actions=({},), audience="restricted", as_of="2015-01-31", **others):
    """Return what is known and shown; each argument is changes to the example, None for no file."""
    with chdir(ROOT):
        context = open_context("2014-11", as_of, str(folder), audience)
    given = [forms, actions, *map(others.get, ("survey", "voluntary", "failures"))]
    returned = []
    for kind, rows in zip(RETURNS, given, strict=True):
        names = [field.name for field in kind.fields(context)]
        if rows is not None:
            table = [names, *([{**kind.example, **row}.get(name, "") for name in names]
                              for row in rows)]
            (folder / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
        returned.append(kind.read_for(context))
        assert returned[-1].rows.get("rejected", 0) == 0, returned[-1].findings
    with chdir(ROOT):
        known = known_from(context, *returned)
    return known, show(measures.measure(context, *returned), audience)


def many(*of_each):
    """A scrutinised form of each agency with these cells, the same standard."""
    return [GRADED | {"agency": agency} | cells
            for agency, cells in zip(AGENCIES, of_each, strict=False)]


def number(shown, place):
    return shown.get(*place).count


def part(shown, place):
    return shown.get(*place).counts


FULLY = {"self_grade": "Fully met", "moderated_grade": "Fully met"}
LOWERED = {"self_grade": "Fully met", "moderated_grade": "Mostly met"}
RAISED = {"self_grade": "Not met", "moderated_grade": "Partially met"}


@pytest.mark.parametrize(("rows", "returned", "in_time"), [
    pytest.param([{}, {"agency": "Housing"} | AWAITED], (1, 2), (1, 2), id="one has not come"),
    pytest.param([{"returned_on": "29/11/2014"}], (1, 1), (0, 1), id="a day late"),
    pytest.param([{"returned_on": "01/02/2015"}], (0, 1), (0, 1), id="after the report's day"),
    pytest.param([{"joint_with": "Housing"}, {"agency": "Housing"} | AWAITED], (1, 1), (1, 1),
                 id="a joint return is one"),
])
def test_s11_1_returned_at_all_and_by_the_due_date(tmp_path, rows, returned, in_time):
    _, shown = read(tmp_path, rows)
    assert (part(shown, places.RETURNED), part(shown, places.IN_TIME)) == (returned, in_time)


def test_s11_2_and_3_grades_that_stand_and_grades_that_were_changed(tmp_path):
    _, shown = read(tmp_path, many(FULLY, LOWERED, LOWERED, RAISED))
    row = [number(shown, (places.STANDARDS, "Training", grade)) for grade in (
        "Fully met", "Mostly met", "Partially met", "Not met", TOTAL)]
    assert row == [1, 2, 1, 0, 4]
    assert (number(shown, places.ALL_LOWERED), number(shown, places.ALL_RAISED)) == (2, 1)


def test_s11_4_what_fully_met_rests_on(tmp_path):
    known, shown = read(tmp_path, many(
        FULLY | {"evidence": ""}, FULLY | {"evidence_on": "27/11/2012"},
        FULLY | {"evidence_kind": "policy"},
        FULLY | {"evidence_kind": "policy", "standard": "1"}, FULLY | {"evidence_kind": "audit"},
        LOWERED | {"evidence": ""}))
    assert [number(shown, place) for place in (places.UNPROVEN, places.STALE, places.POLICY)] == [
        1, 1, 1]
    assert page.list_evidence(shown, known).blocks[1].items == [
        "3 of 5 grades of fully met rest on no evidence, old evidence or a policy alone.",
        "1 of 5 grades of fully met rests on no evidence: Police (training).",
        "1 of 5 grades of fully met rests on evidence more than 24 months old: Education "
        "(training).",
        "1 of 5 grades of fully met rests on a policy alone, which does not show what is done: "
        "Housing (training)."]


@pytest.mark.parametrize(("answered", "agree", "state"), [
    pytest.param("9", "5", "fewer than ten answers", id="nine answers are not told"),
    pytest.param("10", "5", "", id="ten are"),
])
def test_s11_5_few_practitioners_are_not_told(tmp_path, answered, agree, state):
    _, shown = read(tmp_path, many(FULLY, LOWERED, RAISED), survey=[
        {"answered_n": answered, "positive_n": agree}])
    said = shown.get(places.PERCEPTION, "Training", places.PRACTITIONERS)
    assert (said.state, said.numerator) == (state, None if state else 5)
    assert part(shown, (places.PERCEPTION, "Training", places.AGENCIES)) == (2, 3)


def test_s11_6_the_same_agencies_alone_are_compared(tmp_path):
    trust = "Cambridgeshire and Peterborough Probation Trust"
    _, shown = read(tmp_path, [
        *many(FULLY, LOWERED, RAISED), GRADED | {"agency": "NPS"} | FULLY,
        *(THEN | {"agency": agency} for agency in ("Police", "Education", "Housing", "YOS")),
        THEN | {"agency": trust}])
    moved = [number(shown, (places.MOVED, "Training", column)) for column in places.MOVES]
    assert (moved, number(shown, places.IN_BOTH)) == ([1, 1, 1], 3)
    assert number(shown, (places.BEFORE, "Training", TOTAL)) == 5
    assert [number(shown, (table, "Training", TOTAL)) for table in (
        places.SAME_NOW, places.SAME_BEFORE)] == [3, 3]


def test_who_returned_and_is_not_scrutinised_is_named_beside_the_grades(tmp_path):
    known, shown = read(tmp_path, [*many(FULLY), {"agency": "Housing"}], audience="board")
    assert page.plot_grades(shown, known).note.endswith(
        "Housing returned too, and Q&E has not scrutinised it yet.")


def test_those_who_have_not_returned_and_those_who_came_late_are_asked(tmp_path):
    known, shown = read(tmp_path, [{}, {"agency": "Housing"} | AWAITED, {
        "agency": "YOS", "returned_on": "29/11/2014"}])
    assert page.ask_awaited(shown, known).owner == "Housing"
    assert page.ask_late(shown, known).owner == "YOS"


def test_the_public_sees_the_grades_of_all_and_no_other_set_does(tmp_path):
    forms = [*many(FULLY, LOWERED), {"agency": "Housing"}]
    drawn = {}
    for audience in ("board", "public"):
        known, shown = read(tmp_path, forms, audience=audience)
        drawn[audience] = page.plot_counts(shown, known)
    assert drawn["board"] is None
    assert [row for row in drawn["public"].data.rows if row[0] == "Training"] == [
        ["Training", 1, 1, 0, 0]]


def test_fully_met_without_evidence_is_said_to_be_counted(tmp_path):
    known, shown = read(tmp_path, many(FULLY | {"evidence": "", "evidence_kind": ""}))
    assert page.plot_grades(shown, known).note == (
        "Q&E did not lower the one grade. Marked ?: the one grade of fully met rests on no "
        "evidence. Q&E let it stand, so that counts of fully met include it.")


AGREED = {"arising_from": "Section 11, November 2012", "agreed_on": "24/04/2013",
          "due_on": "20/12/2013"}
DONE = AGREED | {"action_id": "B", "completed_on": "20/12/2013"}
PROVEN = DONE | {"action_id": "C", "implemented_on": "20/02/2014", "evidenced_on": "20/05/2014",
                 "outcome": "All files show it"}


@pytest.mark.parametrize(("actions", "counted", "said"), [
    pytest.param([AGREED, DONE, PROVEN, {"action_id": "D"}], [3, 2, 1], "Of the last round's three "
                 "actions, two are complete; one has evidence of an outcome.", id="three"),
    pytest.param([PROVEN], [1, 1, 1], "The one action of the last round is complete, and has "
                 "evidence of an outcome.", id="one"),
    pytest.param([{}], [0, 0, 0], "No action of the last round is on the register of actions.",
                 id="none of this round"),
])
def test_s11_7_actions_done_and_evidenced(tmp_path, actions, counted, said):
    known, shown = read(tmp_path, many(FULLY), actions)
    assert [number(shown, place) for place in (
        places.AGREED, places.COMPLETED, places.EVIDENCED)] == counted
    assert page.tabulate_actions(shown, known).note == (said if counted[0] > 1 else None)


def test_s11_8_what_does_not_apply_is_a_share_of_all_answers(tmp_path):
    _, shown = read(tmp_path, [{}, {"standard": "4", "applicable": "no", "why_not": "no staff",
                                    "self_grade": "", "evidence": ""}])
    assert part(shown, places.NOT_APPLICABLE) == (1, 2)


@pytest.mark.parametrize(("forms", "expected"), [
    pytest.param(many(FULLY, *[LOWERED] * 8), "**1 of 9 agencies scrutinised fully meets "
                 "training.** All nine agencies have returned the self-audit of November 2014.",
                 id="many"),
    pytest.param(many(FULLY), "**The one agency scrutinised fully meets training.** The one "
                 "agency asked has returned the self-audit of November 2014.", id="one"),
    pytest.param([{}, {"agency": "Housing"} | AWAITED], "**1 of 2 agencies has returned the "
                 "self-audit of November 2014; Housing has not, nine weeks after it was due on 28 "
                 "November 2014.** Q&E has not yet scrutinised any grade.", id="none scrutinised"),
    pytest.param([{"round": "2010-11"}], "**No agency was asked for the self-audit of "
                 "November 2014.** Q&E has not yet scrutinised any grade.", id="nobody asked"),
])
def test_the_answer_says_who_returned_and_what_is_weakest(tmp_path, forms, expected):
    known, shown = read(tmp_path, forms)
    assert page.answer(shown, known).words == expected


def test_the_answer_names_what_is_not_met_and_says_what_rose_and_fell(tmp_path):
    known, shown = read(tmp_path, [
        *many(FULLY, RAISED | {"moderated_grade": "Not met"}, RAISED),
        *(THEN | {"agency": agency} for agency in ("Police", "Education", "Housing"))])
    words = page.answer(shown, known).words
    assert "** Not met: training (Education). All three agencies have returned" in words
    assert words.endswith(
        " Since November 2012, 1 of 3 grades of the same agencies rose and two fell.")


def test_an_agency_that_fully_meets_a_standard_on_no_evidence_is_asked_for_it(tmp_path):
    known, shown = read(tmp_path, many(FULLY | {"evidence": "", "evidence_kind": ""}, FULLY))
    assert page.ask_evidence(shown, known).owner == "Police"


@pytest.mark.parametrize(("survey", "expected"), [
    pytest.param([{"answered_n": "41", "positive_n": "25"}],
                 "Practitioners differ most from their agencies on training", id="below"),
    pytest.param([{"answered_n": "41", "positive_n": "41"}],
                 "Practitioners are nowhere below their agencies", id="not below"),
    pytest.param([{"answered_n": "4", "positive_n": "1"}], "On no standard are practitioners known "
                 "to be below their agencies.", id="too few to tell"),
    pytest.param(None, "No survey of practitioners was supplied.", id="not supplied"),
])
def test_it_is_said_where_practitioners_differ(tmp_path, survey, expected):
    known, shown = read(tmp_path, many(FULLY, LOWERED, LOWERED), survey=survey)
    drawn = page.plot_perception(shown, known)
    assert (getattr(drawn, "caption", None) or drawn.words) == expected


def test_a_grade_that_is_not_scrutinised_is_for_q_and_e_alone(tmp_path):
    forms = [*many(FULLY), {"agency": "Housing"}]
    drawn = {}
    for audience in ("restricted", "board"):
        known, shown = read(tmp_path, forms, audience=audience)
        drawn[audience] = [row[0] for row in page.plot_grades(shown, known).data.rows]
    assert drawn == {"restricted": ["Cambridgeshire Constabulary",
                                    "Peterborough City Council Housing"],
                     "board": ["Cambridgeshire Constabulary"]}


FAILED = {"failure_id": "F2", "reply": "", "replied_on": "", "decision": "", "decided_on": ""}


def test_the_log_of_failures_is_for_the_restricted_set_alone(tmp_path):
    known, shown = read(tmp_path, many(FULLY), failures=[{"remedied_on": "20/01/2015"}, FAILED])
    table = page.tabulate_failures(shown, known)
    assert isinstance(table, Table)
    said = [[line["text"] for cell in row for line in cell] for row in table.groups[0].rows]
    assert said[1][2:] == ["No reply", "Not yet decided", "No"]
    assert (number(shown, places.FAILED), number(shown, places.REMEDIED)) == (2, 1)
    known, shown = read(tmp_path, many(FULLY), audience="board", failures=[{}])
    assert page.tabulate_failures(shown, known) is None
    assert not shown.has(*places.FAILED)


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param([{}, {"organisation": "B", "holds": "no"},
                  {"organisation": "C", "holds": "", "answered_on": ""}],
                 "Of three organisations asked, two answered; the standards are kept by one. ",
                 id="three"),
    pytest.param([{}], "The one organisation asked answered that it holds the standards. ",
                 id="one"),
    pytest.param([{"holds": "", "answered_on": ""}],
                 "The one organisation asked has not answered. ", id="one that is silent"),
    pytest.param(None, "What the voluntary sector holds was not supplied. ", id="not supplied"),
])
def test_the_voluntary_sector_is_counted_and_never_graded(tmp_path, rows, expected):
    known, shown = read(tmp_path, many(FULLY), voluntary=rows)
    assert page.say_voluntary(shown, known).words == (
        f"{expected}The Board does not have the text of their standards, the Eastern Region "
        "Safeguarding Standards. Each organisation monitors itself (section 6 of the Framework), "
        "so none is graded.")


def test_the_sectors_standards_are_named_once_the_board_holds_them(tmp_path):
    path = tmp_path / "standards.csv"
    assert read_voluntary_standards(path) == ()
    path.write_text("standard\nSafe recruitment\nBullying is stopped\n", encoding="utf-8")
    known, shown = read(tmp_path, many(FULLY))
    known = replace(known, voluntary=read_voluntary_standards(path))
    assert "Their standards: Safe recruitment; Bullying is stopped. " in page.say_voluntary(
        shown, known).words


def test_the_public_has_numbers_and_no_name(tmp_path):
    known, shown = read(tmp_path, many(FULLY, LOWERED), audience="public", failures=[{}],
                        survey=[{}])
    parts = [getattr(page, name)(shown, known) for name in page.__all__ if name != "front_sheet"]
    words = " ".join(str(getattr(one, "as_json", dict)()) for one in parts if one)
    assert "2014" in words
    assert [name for name in ("Police", "Constabulary", "Education", "Riverside")
            if name in words] == []
