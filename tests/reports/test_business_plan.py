"""The business plan: done and evidenced apart, one action counted once, and what is stuck."""

from __future__ import annotations

from contextlib import chdir

import pytest
from bad_returns import ROOT, as_csv

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.objectives import Objective
from pscb_lib.reading.findings import Reaction
from pscb_lib.reports.business_plan import measures, page, places
from pscb_lib.reports.business_plan.known import RETURNS, known_from
from tools.samples import generate_business_plan

SHOWN = {"outcome": "Fewer came back", "evidence_kind": "data", "evidenced_on": "02/03/2015"}
DONE = {"completed_on": "01/09/2014"}
EVIDENCED = {**DONE, "implemented_on": "02/10/2014", **SHOWN}
OTHER = {"action_id": "BP-02", "objective": "Governance and leadership", "text": "Meet the young"}
PROCEDURE = {"procedure": "yes", **DONE}
REGISTERED = {"action_id": "ACT-01", "agreed_on": "14/05/2014"}


def read(folder, plan=None, told=None, registered=({},), looked=None, as_of="2015-04-30"):
    """Return what is known and shown, and the checked plan; each argument is changes to the example
    of its return, None for no file."""
    with chdir(ROOT):
        context = open_context("2014-15 Q4", as_of, str(folder), "restricted")
        returned = []
        for kind, rows in zip(RETURNS, (plan, told, registered, looked), strict=True):
            names = [field.name for field in kind.fields(context)]
            if rows is not None:
                table = [names, *([{**kind.example, **row}.get(name, "") for name in names]
                                  for row in rows)]
                (folder / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
        returned = [kind.read_for(context) for kind in RETURNS]
        known = known_from(context, *returned)
        return known, show(measures.measure(context, *returned), "restricted"), returned[0]


def counted(shown):
    return tuple(shown.get(*place).count for place in (
        places.ALL_PLANNED, places.ALL_DONE, places.ALL_EVIDENCED))


def said(block):
    return block.words


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param([{}], (1, 0, 0), id="agreed"),
    pytest.param([DONE], (1, 1, 0), id="signed off, which is not the end"),
    pytest.param([EVIDENCED], (1, 1, 1), id="with evidence of an outcome"),
    pytest.param([EVIDENCED | {"evidenced_on": "04/05/2015"}], (1, 1, 0),
                 id="evidence found after the day of the report"),
    pytest.param([DONE, OTHER | {"same_as": "BP-01"}], (1, 1, 0), id="twice in the plan"),
    pytest.param([{"same_as": "ACT-01"}, OTHER | {"same_as": "ACT-01"}], (1, 0, 0),
                 id="twice in the plan, and on the register"),
    pytest.param([{"dropped_on": "10/09/2014", "dropped_because": "No money"}], (0, 0, 0),
                 id="dropped in mid-year"),
    pytest.param([{"agreed_on": "04/05/2015"}], (0, 0, 0), id="agreed after the report"),
    pytest.param([EVIDENCED | {"agreed_on": "10/04/2013", "completed_on": "01/09/2013",
                               "implemented_on": "02/10/2013", "evidenced_on": "03/02/2014",
                               "closed_on": "05/03/2014"}], (0, 0, 0), id="closed last year"),
])
def test_done_and_evidenced_are_counted_apart_and_each_action_once(tmp_path, rows, expected):
    _, shown, _ = read(tmp_path, rows)
    assert counted(shown) == expected


def test_an_action_that_is_on_the_register_has_its_state_there(tmp_path):
    known, shown, _ = read(tmp_path, [{"same_as": "ACT-01"}], registered=[
        REGISTERED | EVIDENCED])
    assert counted(shown) == (1, 1, 1)
    assert known.actions[0].action.outcome == "Fewer came back"


def test_an_action_set_aside_on_the_register_is_no_longer_in_the_plan(tmp_path):
    known, shown, _ = read(tmp_path, [{"same_as": "ACT-01"}], registered=[
        REGISTERED | {"not_accepted_by": "Police", "not_accepted_because": "Done by others"}])
    assert counted(shown) == (0, 0, 0)
    assert [one.dropped_on for one in known.dropped] == [None]


@pytest.mark.parametrize(("row", "says"), [
    pytest.param({"same_as": "BP-77"}, "is no action of the register", id="the same as nothing"),
    pytest.param({"same_as": "ACT-01", **DONE}, "an action that is also elsewhere has its days "
                 "there", id="with two states"),
    pytest.param({**DONE, "closed_on": "02/09/2014"}, "an action is closed only with evidence of "
                 "an outcome", id="closed without evidence, as on the register"),
    pytest.param({"dropped_on": "10/09/2014"}, "an action is dropped on a day and for a reason",
                 id="dropped without a reason"),
])
def test_a_row_that_is_rejected(tmp_path, row, says):
    _, _, checked = read(tmp_path, [row, OTHER])
    assert [one.rule[:len(says)] for one in checked.findings
            if one.reaction is Reaction.REJECTED] == [says]


@pytest.mark.parametrize(("wanted", "is_noted"), [
    ("A policy is written", True), ("Training was delivered to all", True),
    ("The new procedure has been published", True),
    ("Families are helped before things get worse", False), ("Girls at risk are seen early", False),
])
def test_an_output_given_as_an_outcome_is_noted(tmp_path, wanted, is_noted):
    _, _, checked = read(tmp_path, [{"outcome_wanted": wanted}])
    assert any("what is produced" in one.rule for one in checked.findings) == is_noted


@pytest.mark.parametrize(("steps", "has_all"), [
    ({}, False), ({"disseminated_on": "02/10/2014", "implemented_on": "03/11/2014"}, False),
    ({"disseminated_on": "02/10/2014", "trained_on": "02/10/2014",
      "implemented_on": "03/11/2014"}, True),
])
def test_section_4_a_procedure_has_four_steps(tmp_path, steps, has_all):
    known, shown, _ = read(tmp_path, [PROCEDURE | steps])
    assert shown.get(*places.ALL_STEPS).counts == (int(has_all), 1)
    assert (page.ask_procedures(shown, known) is None) == has_all


@pytest.mark.parametrize(("told", "rows", "is_exception"), [
    pytest.param(["yes", "no"], [{}], False, id="no change once"),
    pytest.param(["no", "no"], [{}], True, id="no change two quarters running"),
    pytest.param(["no", "no"], [EVIDENCED], False, id="no change, and nothing left to do"),
    pytest.param(["yes", None], [{}], True, id="nothing sent is not no change"),
])
def test_what_a_chair_says_is_an_exception(tmp_path, told, rows, is_exception):
    quarters = {"2014-15 Q3": "09/01/2015", "2014-15 Q4": "09/04/2015"}
    known, shown, _ = read(tmp_path, rows, [
        {"quarter": quarter, "told_on": day, "changed": changed}
        for (quarter, day), changed in zip(quarters.items(), told, strict=True) if changed])
    assert known.chairs[0].is_exception == is_exception
    assert (page.ask_chairs(shown, known) is not None) == is_exception


@pytest.mark.parametrize(("rows", "captions"), [
    pytest.param([{"due_on": "30/06/2015"}], ("No action is stuck", "What is different, by "
                 "objective, and how it is known"), id="one, not due"),
    pytest.param([DONE, OTHER], ("One action is late; one action done six months ago or earlier "
                 "shows no outcome", "What is different, by objective, and how it is known"),
                 id="one late, one done"),
    pytest.param([DONE, DONE | OTHER], ("Two actions done six months ago or earlier show no "
                 "outcome", "None of the two actions done can show a difference"), id="two done"),
])
def test_the_tables_are_headed_by_what_they_show(tmp_path, rows, captions):
    known, shown, _ = read(tmp_path, rows)
    assert (page.tabulate_stuck(shown, known).caption,
            page.tabulate_different(shown, known).caption) == captions


def test_what_changed_in_mid_year_adds_up_to_what_is_in_the_plan(tmp_path):
    _, shown, _ = read(tmp_path, [
        {}, OTHER | {"agreed_on": "10/09/2014", "due_on": "31/03/2015",
                     "added_because": "Young people asked"},
        OTHER | {"action_id": "BP-03", "dropped_on": "12/11/2014", "dropped_because": "No money"}])
    assert [shown.get(*place).count for place in (
        places.AT_START, places.ADDED, places.DROPPED, places.NOW)] == [2, 1, 1, 2]


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param(None, "The business plan was not supplied: it is not known what is done of it.",
                 id="not supplied"),
    pytest.param([{"due_on": "30/06/2015"}], "**The one action of the business plan is not done.** "
                 "No action is late.", id="one, not due"),
    pytest.param([DONE, OTHER], "**1 of 2 actions of the business plan is done; none can show a "
                 "difference.** No objective can show a difference for children. "
                 "One action is late: meet the young (due 30 September 2014). "
                 "One action was done six months ago or earlier and shows no outcome.",
                 id="one of two"),
    pytest.param([EVIDENCED, OTHER | {"due_on": "30/06/2015"}], "**1 of 2 actions of the business "
                 "plan is done; one can show a difference.** That rests on data, and not on what "
                 "children or parents said. Under “governance and leadership” no difference can be "
                 "shown yet. "
                 "No action is late.", id="one with evidence"),
])
def test_the_answer(tmp_path, rows, expected):
    known, shown, _ = read(tmp_path, rows)
    assert said(page.answer(shown, known)) == expected


VOICE = EVIDENCED | {"evidence_kind": "voice"}
CHECK = {"action_id": "ACT-01", "checked_on": "03/03/2015", "method": "survey", "sample_n": "12",
         "next_check_on": ""}
CHECKED = [{"same_as": "ACT-01", "procedure": "yes", "disseminated_on": "02/10/2014",
            "trained_on": "02/10/2014"}]
IN_USE = [REGISTERED | DONE | {"implemented_on": "03/11/2014"}]


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param([VOICE], "That rests on what children or parents said.", id="voice alone"),
    pytest.param([VOICE, EVIDENCED | OTHER], "One of these rests on what children or parents said, "
                 "the other on data.", id="one of each"),
    pytest.param([VOICE, VOICE | OTHER, EVIDENCED | {"action_id": "BP-03"},
                  EVIDENCED | {"action_id": "BP-04", "evidence_kind": "audit"}],
                 "Two of these rest on what children or parents said, the others on audit and "
                 "data.", id="two of each"),
])
def test_the_answer_says_what_kind_of_evidence_there_is(tmp_path, rows, expected):
    known, shown, _ = read(tmp_path, rows)
    assert expected in said(page.answer(shown, known))


@pytest.mark.parametrize(("found", "caption", "asked"), [
    ("embedded", "The steps of a procedure", None),
    ("not", "The steps of a procedure", "What has been done since a check found “offer every "
     "family on the waiting list a first visit in two weeks” not fully in practice?"),
])
def test_what_a_check_found_stands_beside_what_the_owner_says(tmp_path, found, caption, asked):
    known, shown, _ = read(tmp_path, CHECKED, registered=IN_USE, looked=[CHECK | {"found": found}])
    table, question = (make(shown, known) for make in (
        page.tabulate_procedures, page.ask_procedures))
    assert table.caption == caption
    assert [line["text"] for line in table.groups[0].rows[0][-1]] == [
        "3 Nov 2014", f"check 3 Mar 2015: {'in use' if found == 'embedded' else 'not in use'}"]
    stuck = page.tabulate_stuck(shown, known).groups[0].rows
    assert [line["text"] for line in stuck[0][-1]][2:] == [
        f"check 3 Mar 2015: {'in use' if found == 'embedded' else 'not in use'}"]
    assert (question and question.words) == asked


@pytest.mark.parametrize(("found", "says"), [
    ("embedded", "One action was done six months ago or earlier and shows no outcome."),
    ("partly", "One action was done six months ago or earlier and shows no outcome; a check found "
     "it not fully in practice."),
])
def test_the_answer_says_that_a_check_failed(tmp_path, found, says):
    known, shown, _ = read(tmp_path, CHECKED, registered=IN_USE, looked=[CHECK | {"found": found}])
    assert said(page.answer(shown, known)).endswith(says)


def test_a_check_after_the_day_of_the_report_is_not_known(tmp_path):
    known, _, _ = read(tmp_path, CHECKED, registered=IN_USE, looked=[
        CHECK | {"found": "not", "checked_on": "04/05/2015"}])
    assert known.actions[0].check is None


@pytest.mark.parametrize(("told", "caption"), [
    (["yes", "no"], "No sub-group is silent or standing still"),
    (["no", "no"], "One sub-group is silent or standing still"),
])
def test_no_change_once_is_not_standing_still(tmp_path, told, caption):
    quarters = {"2014-15 Q3": "09/01/2015", "2014-15 Q4": "09/04/2015"}
    known, shown, _ = read(tmp_path, [{}], [
        {"quarter": quarter, "told_on": day, "changed": changed}
        for (quarter, day), changed in zip(quarters.items(), told, strict=True)])
    table = page.tabulate_chairs(shown, known)
    assert (table.caption, "No change once is neither." in table.note) == (caption, True)


def test_a_nil_return_is_a_plan_without_an_action(tmp_path):
    names = [*RETURNS[0].example, "nil_return"]
    blank = [field for field in generate_business_plan.COLUMNS if field not in names]
    (tmp_path / "business_plan.csv").write_text(as_csv(
        [[*names, *blank], [*[""] * (len(names) - 1), "yes", *[""] * len(blank)]]), "utf-8")
    known, shown, _ = read(tmp_path)
    assert said(page.answer(shown, known)) == "The business plan has no action."
    assert page.plot_objectives(shown, known) is None


@pytest.mark.parametrize(("rows", "says"), [
    pytest.param([DONE], "the one action done, not with evidence of an outcome", id="one of one"),
    pytest.param([DONE, {"action_id": "BP-03", "text": "Ask"}],
                 "one of two done, not with evidence of an outcome", id="one of two"),
    pytest.param([DONE, DONE | {"action_id": "BP-03", "text": "Ask"}],
                 "all of two done, none with evidence of an outcome", id="all"),
])
def test_the_headline_counts_what_is_done_without_evidence(tmp_path, rows, says):
    known, shown, _ = read(tmp_path, rows)
    alt = page.plot_objectives(shown, known).as_json()
    assert alt["caption"] == f"{Objective.EARLY_HELP.value}: {says}"


@pytest.mark.parametrize(("completed_on", "is_asked"), [("31/10/2014", True),
                                                        ("01/11/2014", False)])
def test_it_is_asked_after_six_months_what_was_done_has_changed(tmp_path, completed_on, is_asked):
    known, shown, _ = read(tmp_path, [{"completed_on": completed_on}])
    assert (page.ask_bare(shown, known) is not None) == is_asked


def test_section_4_the_objectives_are_quoted_and_name_no_other_board():
    assert Objective.GOVERNANCE.quoted("Peterborough Safeguarding Children Board") == (
        "Ensure the governance of PSCB reflects its relationship to other boards and establishes "
        "the framework for its leadership role")
    assert Objective.PROCEDURES.quoted("Anothershire Board") == (
        "Ensure the Board's Interagency procedures and practice guidance are developed, reviewed, "
        "implemented and are compliant with equalities legislation")
    assert not any("PSCB" in one.quoted("Anothershire Board") for one in Objective)


@pytest.mark.parametrize("name", ["business_plan.csv", "business_plan_quarters.csv"])
def test_the_generator_makes_the_shipped_file_byte_for_byte(tmp_path, name):
    generate_business_plan.main(tmp_path)
    assert (tmp_path / name).read_bytes() == (
        ROOT / "pscb_lib" / "samples" / name).read_bytes()


def test_a_chair_is_known_by_the_sub_group_s_name_in_any_spelling(tmp_path):
    quarters = [{"sub_group": "Early Help  Group", "quarter": quarter, "told_on": day}
                for quarter, day in (("2014-15 Q3", "09/01/2015"), ("2014-15 Q4", "09/04/2015"))]
    known, _, _ = read(tmp_path, [{}, OTHER | {"sub_group": "early help group"}], quarters)
    assert [(one.sub_group, one.said) for one in known.chairs] == [
        ("Early help group", (True, True))]
