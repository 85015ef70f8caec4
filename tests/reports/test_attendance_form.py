"""The form of attendance has the year's Board meetings and seats; filled in, all of it is used."""

from __future__ import annotations

import csv
from datetime import datetime

import openpyxl
import pytest
from papers import ROOT, pscb

YEAR = "2014-15"
HELD = ("03/06/2014", "30/09/2014", "02/12/2014", "03/03/2015")  # of params/meetings.csv


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms")
    done = pscb("template", "attendance", "--period", YEAR, "--out", folder)
    assert done.returncode == 0, done.stderr
    path, = folder.glob("*.xlsx")
    return path


def held_by():
    """The holders of each seat with their first and last days, from the sample itself."""
    def day(cell):
        return datetime.strptime(cell, "%d/%m/%Y" if "/" in cell else "%Y-%m-%d").date()

    path = ROOT / "pscb_lib" / "samples" / "board_seats.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["from_on"]]
    return [(row["seat_id"], row["role_title"], day(row["from_on"]),
             day(row["to_on"]) if row["to_on"] else None) for row in rows]


def rows_of(sheet):
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_each_meeting_of_the_year_has_the_holders_of_its_day(form):
    rows = [row for row in rows_of(openpyxl.load_workbook(form)["Return"]) if row["seat_id"]]
    assert tuple(dict.fromkeys(row["meeting_on"] for row in rows)) == HELD
    assert {row["group"] for row in rows} == {"Board"}
    listed = {(row["meeting_on"], row["seat_id"], row["seat"]) for row in rows
              if row["seat"] != "nobody in post"}
    days = {one: datetime.strptime(one, "%d/%m/%Y").date() for one in HELD}
    assert listed == {(on, seat, role) for on, day in days.items()
                      for seat, role, first, last in held_by()
                      if first <= day and (last is None or day <= last)}


def test_a_form_that_is_filled_in_is_used_whole(form, tmp_path):
    book = openpyxl.load_workbook(form)
    sheet = book["Return"]
    places = {cell.value: cell.column for cell in sheet[1]}
    rows = [row for row in range(2, sheet.max_row + 1)
            if sheet.cell(row, places["seat_id"]).value]
    for row in rows:
        assert not sheet.cell(row, places["present"]).protection.locked
        assert sheet.cell(row, places["seat_id"]).protection.locked
        sheet.cell(row, places["present"]).value = "apologies"
    book.save(tmp_path / f"attendance-{YEAR}.xlsx")
    done = pscb("check", tmp_path / f"attendance-{YEAR}.xlsx", "--period", YEAR)
    assert (done.returncode, f"Rows: {len(rows)} read = {len(rows)} used" in done.stdout) == (
        0, True), done.stdout
