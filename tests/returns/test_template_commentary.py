"""The leads' forms: prefilled, locked except for their boxes, and read back as sent."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from libreoffice import needs_libreoffice, opened
from papers import ROOT, pscb
from sent import checked_json

from pscb_lib.board.indicators import indicators_for

NURSE = "commentary-designated-nurse-for-looked-after-children-2014-15-q3.xlsx"
BOXES = ["what_happened", "what_is_being_done", "by_when", "cleared_for", "cleared_by",
         "cleared_on"]
TIES = ["indicator", "period", "numerator", "denominator"]


@pytest.fixture(scope="module")
def forms(tmp_path_factory) -> Path:
    """The forms of every lead, made by the command."""
    folder = tmp_path_factory.mktemp("forms")
    done = pscb("template", "commentary", "--period", "2014-15 Q3", "--returns",
                ROOT / "pscb_lib" / "samples", "--out", folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def rows_of(path: Path) -> list[dict[str, object]]:
    """Return the rows of a form by the names of its columns."""
    names, *rows = openpyxl.load_workbook(path)["Return"].iter_rows(values_only=True)
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_each_lead_has_one_form_with_all_of_their_indicators(forms, sample):
    in_force = indicators_for(sample.all_years, sample.context.period)
    rows = [row for path in forms.iterdir() for row in rows_of(path)]
    assert len([*forms.iterdir()]) == len({one.lead for one in in_force})
    assert sorted(row["indicator"] for row in rows) == sorted(one.id for one in in_force)


def test_a_form_says_the_figure_its_rating_and_its_question(forms):
    row, = rows_of(forms / NURSE)
    assert list(row.values()) == [
        "First health assessments in 20 working days", "17 of 29 (58.6%)", "Red", "85%",
        "Is the delay in telling health, in consent, or in appointments?",
        "asked for: it needs attention", *[None] * len(BOXES), "LA7", "2014-15 Q3", 17, 29]


def test_only_what_needs_attention_is_asked_for(forms, sample):
    rows = [row for path in forms.iterdir() for row in rows_of(path)]
    asked = {row["indicator"] for row in rows if row["commentary"].startswith("asked for: ")}
    # Red, not supplied twice running, and really changed.
    assert asked == {"MS10", "HO1", "LA7", "CA1", "LA1"} | {"SM1"} | sample.awaited | {"MS1"}
    assert {row["commentary"] for row in rows if row["indicator"] not in asked} == {"if you wish"}


def test_it_has_small_numbers_because_it_is_restricted(forms):
    rows = rows_of(forms / "commentary-safeguarding-team-manager-2014-15-q3.xlsx")
    assert "4 of 245 (1.6%)" in [row["figure"] for row in rows if row["indicator"] == "CP9"]


def test_only_the_boxes_are_open(forms):
    sheet = openpyxl.load_workbook(forms / NURSE)["Return"]
    names = [cell.value for cell in sheet[1]]
    assert sheet.protection.sheet and names[-len(TIES):] == TIES
    for row in sheet.iter_rows(min_row=1, max_row=2):
        unlocked = [name for name, cell in zip(names, row, strict=True)
                    if not cell.protection.locked]
        assert unlocked == (BOXES if row[0].row > 1 else [])
    checks = {sheet.cell(1, min(area.min_col for area in check.sqref.ranges)).value: check
              for check in sheet.data_validations.dataValidation}
    assert [checks[name].type for name in ("by_when", "cleared_for", "cleared_on")] == [
        "custom", "list", "custom"]


def test_the_instructions_say_whose_it_is_and_who_reads_it(forms):
    rows = openpyxl.load_workbook(forms / NURSE)["Instructions"].iter_rows(values_only=True)
    lines = [tuple(cell for cell in row if cell) for row in rows if any(row)]
    assert lines[0] == ("Commentary: Quarter 3 2014/15 (October to December 2014), "
                        "Designated Nurse for Looked-after Children",)
    assert ("Who reads it", "The Q&E group alone, until an officer has cleared it: then fill "
            "cleared_for, cleared_by and cleared_on, all three") in lines
    assert lines[-6][0] == "what_happened"


@pytest.mark.parametrize("cleared_for", ["board", "Board and public"])
def test_filled_boxes_are_read_back(forms, tmp_path, cleared_for):
    book = openpyxl.load_workbook(forms / NURSE)
    filled = ["Consent came late.", "Consent is asked at once.", datetime(2015, 3, 31),
              cleared_for, "Chief Nurse", datetime(2015, 1, 26)]
    for place, value in enumerate(filled, 7):
        book["Return"].cell(2, place).value = value
    book.save(tmp_path / NURSE)
    found = checked_json(tmp_path / NURSE)
    file, = found["files"]
    assert (found["exit_code"], found["findings"]) == (0, [])
    assert (file["return"], file["period"], file["used"]) == ("commentary", "2014-15 Q3", 1)


def test_a_form_that_was_sent_is_never_overwritten(forms):
    done = pscb("template", "commentary", "--out", forms)
    assert (done.returncode, done.stderr) == (
        1, "pscb: --out: commentary-head-of-first-response-2014-15-q3.xlsx is there already; name "
        "another folder, since this one may be filled in\n")


@needs_libreoffice
def test_libreoffice_keeps_the_locks_and_the_checks(forms, tmp_path):
    made, saved = openpyxl.load_workbook(forms / NURSE), opened(forms / NURSE, tmp_path)
    assert saved.sheetnames == made.sheetnames == ["Instructions", "Return", "Allowed words"]
    assert saved["Return"].protection.sheet
    assert not saved["Return"]["G2"].protection.locked and saved["Return"]["B2"].protection.locked
