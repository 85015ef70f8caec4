"""What is owed of actions, the reminders of it, and what owners send back."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from papers import ROOT, pscb
from sent import write_csv

SAMPLES = ROOT / "pscb_lib" / "samples"
DAY = ("--on", "2015-01-31")
MATRON = "action_updates-matron-emergency-department-"
GP = "action_updates-named-gp-"


def test_what_is_owed_is_listed_and_counted() -> None:
    done = pscb("actions", *DAY)
    assert done.stdout.splitlines()[0].split() == [
        "Owner", "Agency", "Lead", "Owed", "Day", "Id", "Action"]
    # Late: ACT-16, 23 and 28. Due: 7, 17, 19, 27 (reopened) and 30. Checks: ACT-24 was due on
    # 19 November, ACT-12 on 21 January; ACT-21 was found in part, and ACT-29 is superseded.
    assert done.stdout.splitlines()[-1] == (
        "20 actions on 2015-01-31: 3 late, 5 due, 1 no day set, 11 no evidence, 1 check late, "
        "1 check due and 1 not in practice")
    assert done.stderr == ("pscb: one row of the register of actions is rejected and not listed: "
                           "pscb check says why\n")


def test_the_actions_of_one_owner_are_listed_as_data() -> None:
    done = pscb("actions", *DAY, "--owner", "named gp", "--format", "json")
    assert [(one["action_id"], one["owed"], one["day"]) for one in json.loads(done.stdout)] == [
        ("ACT-21", "no evidence", "2014-03-25"), ("ACT-21", "not in practice", "2014-03-25"),
        ("ACT-28", "late", "2014-11-28")]


@pytest.mark.parametrize(("lead", "ids"), [  # items 21 and 22, 20 and 8, and 16 of Appendix 1
    pytest.param("scr group", {"ACT-21", "ACT-22", "ACT-23", "ACT-27", "ACT-28", "ACT-30"},
                 id="reviews A and B"),
    pytest.param("Business Manager", {"ACT-11", "ACT-12", "ACT-14", "ACT-15", "ACT-16", "ACT-24"},
                 id="multi-agency audits, and Section 11"),
    pytest.param("Q&E Group Chair", {"ACT-04", "ACT-05", "ACT-06", "ACT-07", "ACT-08"},
                 id="single-agency audits"),
    pytest.param("Nobody", set(), id="no item's lead"),
])
def test_the_actions_under_the_items_of_one_lead_are_listed(lead, ids) -> None:
    done = pscb("actions", *DAY, "--lead", lead, "--format", "json")
    found = json.loads(done.stdout)
    assert {one["action_id"] for one in found} == ids
    assert {one["lead"].casefold() for one in found} <= {lead.casefold()}


@pytest.fixture(scope="module")
def reminders(tmp_path_factory) -> Path:
    """The workbook and letter of every owner."""
    folder = tmp_path_factory.mktemp("reminders")
    done = pscb("actions", "remind", "--by", "2015-02-04", *DAY, "--out", folder)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "20 actions of 14 owners")
    return folder


def sheet_of(folder: Path, begins: str) -> tuple[Path, openpyxl.Workbook, dict[str, int]]:
    path, = folder.glob(f"{begins}*.xlsx")
    book = openpyxl.load_workbook(path)
    return path, book, {cell.value: cell.column for cell in book["Return"][1]}


def test_a_reminder_has_the_owners_own_actions_and_nothing_of_a_case(reminders) -> None:
    _, book, columns = sheet_of(reminders, GP)
    rows = [*book["Return"].iter_rows(min_row=2, values_only=True)]
    assert [row[columns["action_id"] - 1] for row in rows] == ["ACT-21", "ACT-28"]
    said = " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    for of_a_case in ("Serious case review", "Management review", "accepted as an accident",
                      "adult in the home", "04/12/2013", "14/05/2014"):
        assert of_a_case not in said
    assert len([*reminders.glob("letter-*.docx")]) == len([*reminders.glob("*.xlsx")]) == 14


def test_only_what_an_owner_answers_is_open(reminders) -> None:
    _, book, columns = sheet_of(reminders, GP)
    rows = {row[columns["action_id"] - 1].value: row for row in book["Return"].iter_rows(min_row=2)}
    is_open = {action: {name for name, place in columns.items()
                        if not row[place - 1].protection.locked} for action, row in rows.items()}
    answered = {"completed_on", "implemented_on", "outcome", "evidence_kind", "evidenced_on",
                "revised_due_on", "note"}
    assert is_open == {"ACT-28": answered,
                       "ACT-21": answered - {"completed_on", "implemented_on"}}


def filled(folder: Path, begins: str, to: Path, action: str = "", **cells: object) -> Path:
    """A copy of a reminder with these cells filled for one action."""
    path, book, columns = sheet_of(folder, begins)
    for row in book["Return"].iter_rows(min_row=2):
        if action in ("", row[columns["action_id"] - 1].value):
            for name, value in cells.items():
                row[columns[name] - 1].value = value
    to.mkdir(exist_ok=True)
    book.save(to / path.name)
    return to / path.name


PROOF = {"outcome": "Audit of 20 triages: 19 show the protocol", "evidence_kind": "audit",
         "evidenced_on": "30/01/2015"}


@pytest.mark.parametrize(("begins", "action", "cells", "says"), [
    pytest.param(GP, "ACT-28", {"text": "Ask fewer questions"}, "is not what the register has, and "
                 "is not the owner's to change", id="a locked word is changed"),
    pytest.param(GP, "ACT-28", {"due_by": "30/06/2015"}, "is not what the register has, and is not "
                 "the owner's to change", id="its day is changed"),
    pytest.param(GP, "ACT-28", {"owner": "Designated Nurse"}, "a form has the actions of one "
                 "owner, and this one has those of several", id="it is given to another"),
    pytest.param(GP, "ACT-28", {"action_id": "ACT-23"}, "is not what the register has, and is not "
                 "the owner's to change", id="it is another's action"),
    pytest.param(GP, "ACT-28", {"action_id": "ACT-99"}, "is not on the register of actions",
                 id="it is an unknown one"),
    pytest.param(GP, "ACT-21", {"completed_on": "01/03/2014"}, "is recorded already, and only the "
                 "Board's office changes it", id="it is made punctual"),
    pytest.param(GP, "ACT-21", {"evidence_kind": "audit", "evidenced_on": "30/01/2015"},
                 "evidence of an outcome needs both its words and its day", id="no outcome"),
    pytest.param(GP, "ACT-21", {**PROOF, "outcome": "Done"}, "evidence of an outcome says what was "
                 "found, not that the action is done", id="an outcome that says nothing"),
    pytest.param(GP, "ACT-21", {**PROOF, "evidence_kind": None}, "evidence of an outcome says of "
                 "which kind it is", id="of no kind"),
    pytest.param(GP, "ACT-21", {**PROOF, "evidenced_on": "01/03/2014"}, "an action is agreed, "
                 "completed, implemented, evidenced and closed, in this order",
                 id="found before it was completed"),
    pytest.param(GP, "ACT-21", {**PROOF, "evidenced_on": "31/03/2015"}, "is a day after "
                 "31/01/2015, when this was read", id="found on a day to come"),
    pytest.param(MATRON, "ACT-27", {"completed_on": "28/01/2015"}, "is recorded already, and only "
                 "the Board's office changes it", id="open again, and completed anew"),
])
def test_an_answer_that_goes_round_the_rule_is_rejected(
        reminders, tmp_path, begins, action, cells, says) -> None:
    path = filled(reminders, begins, tmp_path / "sent", action, **cells)
    found = json.loads(pscb("check", path, "--format", "json").stdout)
    assert says in {one["rule"] for one in found["findings"] if one["reaction"] == "rejected"}


def test_a_column_that_closes_an_action_is_rejected(reminders, tmp_path) -> None:
    path = filled(reminders, GP, tmp_path / "sent")
    book = openpyxl.load_workbook(path)
    place = book["Return"].max_column + 1
    book["Return"].cell(1, place).value, book["Return"].cell(2, place).value = (
        "closed_on", "30/01/2015")
    book.save(path)
    found = json.loads(pscb("check", path, "--format", "json").stdout)
    assert "an action is closed by the group, not by its owner" in {
        one["rule"] for one in found["findings"]}


def test_an_accepted_answer_stands_in_the_register_and_a_later_one_replaces_it(
        reminders, tmp_path) -> None:
    returns = tmp_path / "returns"
    shutil.copytree(SAMPLES, returns)

    def owed() -> list[tuple[str, str]]:
        done = pscb("actions", *DAY, "--owner", "Matron, Emergency Department", "--format", "json",
                    "--returns", returns)
        return [(one["owed"], one["day"]) for one in json.loads(done.stdout)]

    assert owed() == [("due", "2015-03-31")]
    answers = ({"implemented_on": "28/01/2015"}, {"implemented_on": "28/01/2015", **PROOF})
    for number, (answer, expected) in enumerate(zip(
            answers, ([("no evidence", "2015-01-28")], []), strict=True)):
        path = filled(reminders, MATRON, tmp_path / f"sent{number}", **answer)
        done = pscb("accept", path, "--from", "PSHFT", "--on", f"2015-01-{30 + number}",
                    "--returns", returns)
        assert done.returncode == 0, done.stderr
        assert owed() == expected


def test_an_accepted_form_changes_nothing_of_the_action_that_goes_round_the_rule(
        reminders, tmp_path) -> None:
    returns = tmp_path / "returns"
    shutil.copytree(SAMPLES, returns)
    path = filled(reminders, GP, tmp_path / "sent", "ACT-28", text="Ask fewer questions",
                  completed_on="28/01/2015")
    done = pscb("accept", path, "--from", "NHS Cambridgeshire and Peterborough CCG", "--on",
                "2015-01-30", "--returns", returns)
    assert "2 read = 1 used + 1 rejected + 0 left out; one row is not used until sent again" in (
        done.stdout)
    owed = json.loads(pscb("actions", *DAY, "--owner", "Named GP", "--format", "json",
                           "--returns", returns).stdout)
    assert [(one["owed"], one["action"]) for one in owed if one["action_id"] == "ACT-28"] == [
        ("late", "Ask who lives in the home at every registration of a child")]


def test_two_owners_whose_workbooks_would_have_one_name_are_refused(tmp_path) -> None:
    with (SAMPLES / "actions.csv").open(encoding="utf-8", newline="") as file:
        first, second, *_ = (row for row in csv.DictReader(file) if not row["completed_on"])
    rows = [first | {"owner": "Head of Unit"},
            second | {"owner": "head of unit", "agency": first["agency"]}]
    write_csv(tmp_path / "actions.csv", *rows)
    done = pscb("actions", "remind", "--by", "2015-02-04", *DAY, "--returns", tmp_path, "--out",
                tmp_path / "out")
    assert (done.returncode, done.stderr) == (1, (
        "pscb: actions.csv, column owner: two owners differ in signs alone, and their workbooks "
        "would have one name; write them alike, or name one with --owner\n"))
    assert not (tmp_path / "out").exists()
