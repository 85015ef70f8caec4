"""``pscb ledger`` lists the Board's record, from one that is empty to one that was corrected."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner
from papers import ROOT
from recorded import ANSWERED, ASKED, write_ledger

from pscb_lib.commands.cli import main

CORRECTED = {"on": "2014-10-01", "event": "corrected", "by": "Business Manager", "id": "MA1",
             "question": "What has to change?", "due_on": "2014-11-12"}
RECEIVED = {"on": "2014-11-05", "event": "received", "by": "Business Manager", "report": "12",
            "period": "2014-15 H1"}
OUTCOME = {"on": "2015-01-20", "event": "answered", "by": "Team Manager", "id": "MA1",
           "outcome": "Fewer plans drift."}
REQUEST = {"on": "2014-09-10", "event": "audit requested", "by": "Q&E", "id": "AR1",
           "question": "Visits", "owner": "Police", "due_on": "2015-03-03",
           "kind": "single-agency"}


@pytest.fixture
def project(tmp_path):
    shutil.copytree(ROOT / "params", tmp_path / "params")
    return tmp_path


def listed(project, *arguments):
    done = CliRunner().invoke(main, ["ledger", *arguments, "--project", str(project)])
    assert done.exit_code == 0, done.output
    return done.stdout.splitlines()


@pytest.mark.parametrize("content", [
    pytest.param("", id="nothing in it"),
    pytest.param((ROOT / "params" / "ledger.csv").read_text(encoding="utf-8").splitlines()[0],
                 id="the heading alone"),
])
def test_a_ledger_starts_empty(project, content):
    path = project / "params" / "ledger.csv"
    path.write_text(content, encoding="utf-8")
    assert listed(project) == ["The ledger has no line yet."]
    asked = CliRunner().invoke(main, [
        "ask", "Why?", "--request-audit", "Visits", "--kind", "multi-agency", "--due",
        "2015-03-03", "--on", "2014-09-10", "--project", str(project)])
    assert asked.exit_code == 1  # a question and a request are two things
    requested = CliRunner().invoke(main, [
        "ask", "--request-audit", "Visits", "--agency", "Police", "--due", "2015-03-03", "--on",
        "2014-09-10", "--project", str(project)])
    assert requested.exit_code == 0, requested.output
    assert listed(project) == [
        "2014-09-10  AR1  audit requested by Q&E", "            Visits",
        "            Cambridgeshire Constabulary, due 2015-03-03: audit requested"]


def test_a_ledger_that_is_missing_is_not_taken_for_an_empty_one(project):
    (project / "params" / "ledger.csv").unlink()
    done = CliRunner().invoke(main, ["ledger", "--project", str(project)])
    assert (done.exit_code, done.stderr) == (2, (
        "pscb: params: ledger.csv is missing; restore it from a copy; a board without a record "
        "starts with an empty file\n"))


def test_a_line_is_listed_as_later_lines_correct_it(project):
    write_ledger(project / "params", ASKED, CORRECTED, ANSWERED, RECEIVED)
    assert listed(project) == [
        "2014-09-10  MA1  asked by Q&E, small", "            What has to change?",
        "            Team Manager, due 2014-11-12: action taken, no outcome yet",
        "2014-10-01  MA1  corrected by Business Manager, small",
        "            question: What has to change?", "            due: 2014-11-12",
        "2014-10-30  MA1  answered by Team Manager, small",
        "            answer: Most turned on neglect.",
        "            action: A second manager reviews.",
        "2014-11-05  received by Business Manager, 12", "            2014-15 H1"]


def test_pscb_correct_adds_the_line_that_the_list_shows(project):
    write_ledger(project / "params", ASKED)
    before = (project / "params" / "ledger.csv").read_bytes()
    done = CliRunner().invoke(main, ["correct", "MA1", "--owner", "Head of Visits", "--by",
                                     "Business Manager", "--on", "2014-10-01", "--project",
                                     str(project)])
    assert done.exit_code == 0, done.output
    assert (project / "params" / "ledger.csv").read_bytes().startswith(before)
    assert listed(project)[2:] == [
        "            Head of Visits, due 2014-11-05: no answer yet",
        "2014-10-01  MA1  corrected by Business Manager, small",
        "            owner: Head of Visits"]


@pytest.mark.parametrize(("lines", "on", "state"), [
    pytest.param([ASKED], "2014-11-05", "no answer yet", id="on the day it is due"),
    pytest.param([ASKED], "2014-11-06", "no answer, overdue", id="the day after"),
    pytest.param([ASKED, ANSWERED], "2014-10-29", "no answer yet", id="before it was answered"),
    pytest.param([ASKED, ANSWERED], "2014-10-30", "action taken, no outcome yet", id="acted on"),
    pytest.param([ASKED, ANSWERED | {"action": ""}], "2014-10-30", "answered, no action yet",
                 id="answered"),
])
def test_how_far_a_question_has_come_on_a_day(project, lines, on, state):
    write_ledger(project / "params", *lines)
    (found,) = json.loads("\n".join(listed(project, "--open", "--on", on, "--format", "json")))
    assert (found["id"], found["state"]) == ("MA1", state)


def test_a_question_is_open_until_its_outcome_is_recorded(project):
    write_ledger(project / "params", ASKED, REQUEST, ANSWERED, OUTCOME)
    assert [line[:15] for line in listed(project, "--open") if line.startswith("20")] == [
        "2014-09-10  AR1"]


def test_lines_about_a_report_are_its_questions_with_their_answers(project):
    write_ledger(project / "params", ASKED, ANSWERED, RECEIVED)
    about = listed(project, "--report", "small", "--since", "2014-10-01")
    assert about[0] == "2014-10-30  MA1  answered by Team Manager, small" and len(about) == 3
    assert listed(project, "--report", "smell") == ["The ledger has no such line."]
