"""One mess in every format has the same rows and the same findings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from packages import ods, ods_row

from pscb_lib.reading.files import read_table

SENT = Path(__file__).parents[1] / "files" / "sent"
ON = date(2014, 9, 30)
ROWS = [("a", "2014-09-30", "27%", "12"), ("b", "#N/A", "50%", "13"),
        ("c", "2014-09-30", "27", "14"), ("d", "2014-09-30", "", "7"), ("e", "2014-09-30", "", "")]
IS_ERROR = "is an error of Excel's (#N/A); correct the formula, or write the value"
MERGED = ("is merged with the cell D5: it cannot be told whether the value holds for both; unmerge "
          "the cells, and write the value in each row")
NOTES = ["1 row is hidden and was read (4); see that they belong to the return",
         "1 cell has a comment, not read (B2); write in a column what belongs to the return",
         "1 column is hidden and was read (share); see that they belong to the return"]


def write_excel(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Return")
    day, whole, tenth, said, days = (book.add_format({"num_format": one}) for one in (
        "dd/mm/yyyy", "0%", "0.0%", '0.0"%"', '0 "days"'))
    sheet.write_row(0, 0, ["id", "on", "share", "count"])
    sheet.write_column(1, 0, ["a", "b", "c", "d", "e"])
    for row in (1, 3, 4, 5):
        sheet.write_datetime(row, 1, ON, day)
    sheet.write_formula(2, 1, "=NA()", None, "#N/A")
    sheet.write_number(1, 2, 0.27, whole)
    sheet.write_number(2, 2, 0.5, tenth)
    sheet.write_number(3, 2, 27, said)
    sheet.write_number(1, 3, 12)
    sheet.write_string(2, 3, "13")
    sheet.write_number(3, 3, 14, days)
    sheet.merge_range(4, 3, 5, 3, 7)
    sheet.write_comment(1, 1, "As I was told.")
    sheet.set_row(3, None, None, {"hidden": True})
    sheet.set_column(2, 2, None, None, {"hidden": True})
    book.close()


def write_open_document(path: Path) -> None:
    def cell(kind: str, value: str, shown: str, more: str = "", inside: str = "") -> str:
        name = {"date": "date-value", "string": "string-value"}.get(kind, "value")
        return (f'<table:table-cell office:value-type="{kind}" office:{name}="{value}" {more}>'
                f"{inside}<text:p>{shown}</text:p></table:table-cell>")

    def text(shown: str) -> str:
        return cell("string", shown, shown)

    day, blank = cell("date", "2014-09-30", "30/09/2014"), "<table:table-cell/>"
    comment = "<office:annotation><text:p>As I was told.</text:p></office:annotation>"
    rows = [
        "".join(map(text, ("id", "on", "share", "count"))),
        text("a") + cell("date", "2014-09-30", "30/09/2014", inside=comment)
        + cell("percentage", "0.27", "27%") + cell("float", "12", "12"),
        text("b") + cell("string", "", "#N/A", 'calcext:value-type="error"')
        + cell("percentage", "0.5", "50.0%") + text("13"),
        text("c") + day + cell("float", "27", "27.0%") + cell("float", "14", "14 days"),
        text("d") + day + blank + cell("float", "7", "7", 'table:number-rows-spanned="2"'),
        text("e") + day + blank + "<table:covered-table-cell/>"]
    hidden = ' table:visibility="collapse"'
    columns = ('<table:table-column table:number-columns-repeated="2"/>'
               f"<table:table-column{hidden}/><table:table-column/>")
    path.write_bytes(ods(columns + "".join(
        f"<table:table-row{hidden if row == 3 else ''}>{cells}</table:table-row>"
        for row, cells in enumerate(rows))))


WRITERS = {".xlsx": write_excel, ".xlsm": write_excel, ".ods": write_open_document,
           ".xls": lambda path: path.write_bytes((SENT / "mess.xls").read_bytes())}


def said(findings) -> list[str]:
    return [str(one).partition(": ")[2] for one in findings]


@pytest.mark.parametrize("suffix", WRITERS)
def test_one_mess_has_the_same_rows_and_findings(tmp_path, suffix):
    path = tmp_path / f"mess{suffix}"
    WRITERS[suffix](path)
    table = read_table(path, ("id", "on"))
    assert [tuple(row.cells.values()) for row in table.rows] == ROWS
    assert said(table.notes) == NOTES
    assert {row: [(one.column, *said([one])) for one in found]
            for row, found in table.faults.items()} == {
        3: [("on", IS_ERROR)], 6: [("count", MERGED)]}


def test_a_csv_has_the_error_by_its_name(tmp_path):
    path = tmp_path / "mess.csv"
    path.write_text("id,on\nb,#N/A\nc,Err:502\nd,########\n", encoding="utf-8")
    assert {row: said(found) for row, found in read_table(path, ("id", "on")).faults.items()} == {
        2: [IS_ERROR],
        3: ["is an error of Excel's (Err:502); correct the formula, or write the value"],
        4: ["is what a spreadsheet shows where a column is too narrow; widen the column, and save "
            "the file again"]}


def test_tables_of_an_ods_that_are_no_sheets_are_not_read(tmp_path):
    """What was last seen in another file, the values of a link, and a table within a cell."""
    inner = "<table:table><table:table-row>{}</table:table-row></table:table>"
    other = inner.format(ods_row("x", "y"))
    rows = ods_row("id", "on") + ods_row("a", "b").replace(
        "</table:table-cell>", f"{other}</table:table-cell>", 1) + ods_row("c", "d")
    end = ('</table:table><table:table table:name="\'file:///x.ods\'#S"><table:table-source/>'
           f'{ods_row("id", "on")}{ods_row("x", "y")}</table:table><table:dde-links>'
           f"<table:dde-link>{inner.format(ods_row('x', 'y'))}</table:dde-link>"
           '</table:dde-links><table:table table:name="Next">')
    path = tmp_path / "a.ods"
    path.write_bytes(ods(rows + end))
    table = read_table(path, ("id", "on"))
    assert ([tuple(row.cells.values()) for row in table.rows], table.notes) == (
        [("a", "b"), ("c", "d")], ())


def test_the_comments_of_a_check_are_not_noted_when_its_copy_comes_back(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Return")
    for row, texts in enumerate((["id", "on"], ["a", "b"])):
        sheet.write_row(row, 0, texts)
    sheet.write_comment("A2", "is not a date", {"author": "Check of a return"})
    sheet.write_comment("B2", "But it is.", {"author": "A. Clerk"})
    book.close()
    assert said(read_table(path, ("id", "on")).notes) == [
        "1 cell has a comment, not read (B2); write in a column what belongs to the return"]
