"""Spreadsheets hold the figures and run nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
from specimen import HOSTILE, specimen

from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.rendering.spreadsheets import neutralised, sheet_names, write_tables

TABLES = ["exceptions", "by_weekday", "all_ratings", "wide", "not_supplied_lines", "hostile"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the specimen's tables are written."""
    folder = tmp_path_factory.mktemp("set")
    write_tables(read_paper(specimen()), folder)
    return folder


def test_each_table_and_chart_has_a_file_and_the_workbook_has_them_all(tmp_path: Path) -> None:
    files = write_tables(read_paper(specimen()), tmp_path)
    assert [file.relative_to(tmp_path).as_posix() for file in files] == [
        *(f"tables/{name}.csv" for name in TABLES),
        "tables.xlsx",
    ]
    assert all(file.is_file() for file in files)


def test_a_csv_opens_in_excel_with_its_letters_and_its_numbers(folder: Path) -> None:
    path = folder / "tables" / "by_weekday.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbfweekday,episodes\r\nMonday,41\r\n")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param("=1+1", "'=1+1", id="equals"),
        pytest.param("+1", "'+1", id="plus in text"),
        pytest.param("-1", "'-1", id="minus in text"),
        pytest.param("@x", "'@x", id="at"),
        pytest.param("\tx", "'\tx", id="tab"),
        pytest.param("\rx", "'\rx", id="carriage return"),
        pytest.param(-1, -1, id="a negative number stays a number"),
        pytest.param("59.6%", "59.6%", id="other text stays as it is"),
        pytest.param(None, None, id="nothing stays nothing"),
    ],
)
def test_no_text_is_taken_for_a_formula(
    value: str | int | None, written: str | int | None
) -> None:
    assert neutralised(value) == written


def test_hostile_cells_are_neutral_in_the_csv(folder: Path) -> None:
    with (folder / "tables" / "hostile.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [[HOSTILE, "'@x"], ["'+1", "'-1"], ["'\tx", "-1"]]


def test_the_workbook_holds_values_and_no_formula(folder: Path) -> None:
    workbook = openpyxl.load_workbook(folder / "tables.xlsx")
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    values = [cell.value for cell in cells]
    assert 59.6 in values
    assert "'=1+1" in values


def test_the_workbook_has_a_sheet_for_each_table_and_chart(folder: Path) -> None:
    workbook = openpyxl.load_workbook(folder / "tables.xlsx")
    names = [name.removesuffix(f"_{id}") for sheet, id in zip(
        workbook.worksheets[2:-2], TABLES, strict=True) for name in sheet.tables]
    assert len(names) == len(TABLES)
    assert "Quarterly data set, Quarter 3 2014/15: tables" == workbook["Cover"]["A1"].value


def test_sheet_names_are_short_whole_words_and_differ() -> None:
    long = "Deaths by category and modifiable factors"
    assert sheet_names(["contents", f"{long} one", f"{long}: two", "It's [odd]"]) == [
        "contents 1",
        "Deaths by category and",
        "Deaths by category and 3",
        "Its odd",
    ]
