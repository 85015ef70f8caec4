"""The form of the business plan for each chair, and what comes back with it."""

from __future__ import annotations

import csv
import shutil

import openpyxl
import pytest
from papers import ROOT, pscb

PLAN = ROOT / "pscb_lib" / "samples" / "business_plan.csv"
OPEN = {"now", "now_on", "revised_due_on", "completed_on", "implemented_on", "evidenced_on",
        "outcome", "evidence_kind", "disseminated_on", "trained_on", "dropped_on",
        "dropped_because"}


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms")
    done = pscb("template", "business_plan", "--out", folder)
    assert done.returncode == 0, done.stderr
    return {path.name: path for path in folder.glob("*.xlsx")}


def sheet_of(path):
    book = openpyxl.load_workbook(path)
    return book, book["Return"], {cell.value: cell.column for cell in book["Return"][1]}


def own_of(forms):
    path, = (path for name, path in forms.items() if "quality-and-effectiveness" in name)
    return path


def test_each_chair_has_the_rows_of_the_sub_group(forms):
    with PLAN.open(encoding="utf-8", newline="") as file:
        plan = {(row["sub_group"], row["action_id"]) for row in csv.DictReader(file)}
    found = set()
    for path in forms.values():
        _, sheet, places = sheet_of(path)
        found |= {(sheet.cell(row, places["sub_group"]).value,
                   sheet.cell(row, places["action_id"]).value)
                  for row in range(2, sheet.max_row + 1)}
    assert found == plan and len(forms) == len({group for group, _ in plan})


def test_what_was_agreed_is_locked_and_what_came_of_it_is_open(forms):
    _, sheet, places = sheet_of(own_of(forms))
    assert {name for name, place in places.items()
            if not sheet.cell(2, place).protection.locked} == OPEN


def test_what_a_chair_writes_takes_the_place_of_what_the_plan_had(forms, tmp_path):
    for folder in ("params", "notebooks"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copytree(PLAN.parent, tmp_path / "returns")
    book, sheet, places = sheet_of(own_of(forms))
    sheet.cell(2, places["now"]).value = "10 of 11"
    book.save(tmp_path / "sent.xlsx")
    assert sheet.cell(2, places["action_id"]).value == "BP-01"
    given = ("--project", tmp_path, "--returns", "returns")
    done = pscb("accept", tmp_path / "sent.xlsx", "--on", "2015-01-30", "--yes", *given)
    assert done.returncode == 0, done.stderr
    again = pscb("template", "business_plan", "--out", tmp_path / "again", *given)
    assert again.returncode == 0, again.stderr
    _, sheet, places = sheet_of(own_of({path.name: path
                                        for path in (tmp_path / "again").glob("*.xlsx")}))
    assert [sheet.cell(row, places["now"]).value for row in (2, 3)] == ["10 of 11", "17 of 81"]
