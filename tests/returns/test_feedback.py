"""The workbook for the agency: a copy of its own, with the cells to correct marked and listed."""

from __future__ import annotations

import zipfile
from datetime import datetime

import openpyxl
import pytest
import xlsxwriter
from libreoffice import needs_libreoffice, opened
from papers import pscb
from sent import COUNT, EPISODE, write_csv, write_sheet

from pscb_lib.page import style

AMBER, BLUE = (f"FF{colour[1:].upper()}" for colour in (style.AMBER, style.BAND))
LIST = "Please correct"


def feed_back(path, *options):
    """Check a file, and open the workbook for the agency."""
    folder = path.parent / "back"
    done = pscb("check", path, "--feedback", folder, *options)
    assert "Traceback" not in done.stderr
    return openpyxl.load_workbook(folder / f"{path.stem}-please-correct.xlsx")


def listed(book):
    """Return the rows of the list below its headings."""
    rows = [[cell or "" for cell in row] for row in book[LIST].iter_rows(values_only=True)]
    return rows[next(place for place, row in enumerate(rows) if row[0] == "Row") + 1:]


def cells(sheet):
    """Return the cells of a sheet that are not blank, by their place."""
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row
            if cell.value is not None}


@pytest.fixture
def police(tmp_path):
    """A workbook with a title, typed cells, a formula without a saved value and a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Children's data"
    sheet.append(["Our figures for the Board"])
    sheet.append(list(COUNT))
    typed = COUNT | {"numerator": 79, "submitted_on": datetime(2015, 1, 20)}
    sheet.append([value or None for value in typed.values()])
    sheet.append([value or None for value in (typed | {
        "indicator": "PO1", "numerator": "-", "source": "'=1+1"}).values()])
    sheet.append([value or None for value in (typed | {
        "indicator": "PO2", "numerator": "=D3+1"}).values()])
    sheet["H3"].number_format = sheet["H4"].number_format = "dd/mm/yyyy"
    book.create_sheet("Staff").append(["Not for the Board"])
    book["Staff"].sheet_state = "hidden"
    book.save(tmp_path / "police.xlsx")
    return tmp_path / "police.xlsx"


def test_the_cells_to_correct_are_marked_and_commented(police):
    sheet = feed_back(police)["Children's data"]
    marked = {cell.coordinate: cell.fill.fgColor.rgb for row in sheet.iter_rows(min_row=3)
              for cell in row if cell.fill.fill_type}
    assert marked == {"D4": AMBER, "D5": AMBER}
    assert sheet["D4"].comment.text == (
        "The row is not used. This may mean nothing or not known. What to do: write a whole "
        "number, 0 for none, c if it may not be sent, x if it is not known, or z if it does not "
        "apply.")
    assert sheet["D5"].comment.text == (
        "The row is not used. This is a formula whose value was not saved. What to do: open the "
        "workbook in Excel and save it, or write the value.")


def test_a_normalised_cell_is_marked_in_another_colour(tmp_path):
    path = write_csv(tmp_path / "police.csv", COUNT | {"numerator": "1,079"})
    cell = feed_back(path)["police"]["D2"]
    assert (cell.value, cell.fill.fgColor.rgb) == ("1,079", BLUE)
    assert cell.comment.text == ("It was read as said here. 1,079 read as 1079. "
                                 "What to do: see that this is what is meant.")


def test_the_findings_are_listed_in_plain_english(police):
    book = feed_back(police)
    head = [row[0] for row in book[LIST].iter_rows(max_row=4, values_only=True)]
    assert head == [
        "Please correct: police.xlsx",
        "Quarterly data set, Quarter 3 2014/15 (October to December 2014). "
        "Peterborough Safeguarding Children Board.",
        "Rows: 3 read, 1 used, 2 not used until they are corrected, 0 left out.",
        "The cells are marked in this workbook. Amber must be corrected. Blue was read as the "
        "list says and needs only your eye. Correct the cells here, save, and send it back."]
    assert listed(book)[0] == [
        4, "Children's data", "numerator", "-", "This may mean nothing or not known.",
        "Write a whole number, 0 for none, c if it may not be sent, x if it is not known, or z if "
        "it does not apply.", "The row is not used"]
    assert book[LIST]["A7"].hyperlink.location == "'Children''s data'!D4"


def test_it_has_only_what_was_sent(police):
    book, sent = feed_back(police), openpyxl.load_workbook(police)
    assert book.sheetnames == [LIST, "Children's data"]
    sheet = book["Children's data"]
    assert cells(sheet) == cells(sent["Children's data"])
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    assert sheet["H3"].is_date and sheet["H3"].number_format == "dd/mm/yyyy"
    assert not book.defined_names and not any(one.hyperlink for row in sheet for one in row)


def test_a_text_that_looks_like_a_formula_stays_text(tmp_path):
    path = write_csv(tmp_path / "police.csv", COUNT | {"source": "=HYPERLINK(1)",
                                                       "numerator": "@SUM(1)"})
    sheet = feed_back(path)["police"]
    assert [(sheet[place].value, sheet[place].data_type) for place in ("I2", "D2")] == [
        ("=HYPERLINK(1)", "s"), ("@SUM(1)", "s")]
    assert sheet["D2"].quotePrefix


def test_the_same_file_gives_the_same_bytes(police, tmp_path):
    feed_back(police)
    first = (tmp_path / "back" / "police-please-correct.xlsx").read_bytes()
    feed_back(police)
    assert (tmp_path / "back" / "police-please-correct.xlsx").read_bytes() == first


def test_a_corrected_copy_is_accepted(police, tmp_path):
    book = feed_back(police)
    book["Children's data"]["D4"], book["Children's data"]["D5"] = 3, 4
    book.save(tmp_path / "police again.xlsx")
    done = pscb("check", tmp_path / "police again.xlsx")
    assert done.returncode == 0
    assert "Rows: 3 read = 3 used + 0 rejected + 0 left out" in done.stdout


def test_an_uncorrected_copy_is_refused_as_before(police, tmp_path):
    feed_back(police)
    again = tmp_path / "back" / "police-please-correct.xlsx"
    second = tmp_path / "second"
    done = pscb("check", again, "--feedback", second)
    assert "Rows: 3 read = 1 used + 2 rejected + 0 left out" in done.stdout
    book = openpyxl.load_workbook(second / "police-please-correct-please-correct.xlsx")
    assert book.sheetnames == [LIST, "Children's data"]


def test_a_value_that_identifies_a_child_is_in_no_comment_and_no_list(tmp_path):
    path = write_csv(tmp_path / "2014-15-h1.csv", EPISODE | {"dob": "31/02/1987"})
    book = feed_back(path)
    sheet = book["2014-15-h1"]
    assert sheet["C2"].fill.fgColor.rgb == AMBER
    assert "1987" not in sheet["C2"].comment.text
    assert listed(book) == [[2, "", "dob", "", "This is not a date.",
                             "Write the day as dd/mm/yyyy.", "The row is not used"]]


@pytest.mark.parametrize("row", [
    pytest.param(EPISODE | {"NHS number": "943 476 5919"}, id="it has a column that identifies"),
    pytest.param({"child": "Anna Example", "born": "02/05/2000"}, id="it is no return"),
])
def test_a_file_that_cannot_be_read_gets_only_the_list(tmp_path, row):
    book = feed_back(write_csv(tmp_path / "2014-15-h1.csv", row))
    assert book.sheetnames == [LIST]
    assert listed(book)[0][-1] == "The file is not used"
    text = str(cells(book[LIST]))
    assert "Anna" not in text and "943" not in text
    assert "A copy is not enclosed: please mend your own file and send it again." in text


def test_a_valid_file_gets_no_workbook(tmp_path):
    write_csv(tmp_path / "police.csv", COUNT)
    done = pscb("check", tmp_path / "police.csv", "--feedback", tmp_path / "back")
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "back").exists()


def test_copies_in_the_folder_are_not_checked_again(tmp_path):
    write_csv(tmp_path / "police.csv", COUNT | {"numerator": "-"})
    write_sheet(tmp_path / "police.xlsx", [list(COUNT), list((COUNT | {"status": "?"}).values())])
    for _ in range(2):
        done = pscb("check", tmp_path, "--feedback", tmp_path / "back")
        assert "two files, 0 not used" in done.stdout
    assert sorted(path.name for path in (tmp_path / "back").iterdir()) == [
        "police-please-correct-2.xlsx", "police-please-correct.xlsx"]


def test_days_counted_from_1904_stay_the_same_days(tmp_path):
    path = tmp_path / "2014-15-h1.xlsx"
    with xlsxwriter.Workbook(str(path), {"date_1904": True}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, list(EPISODE))
        sheet.write_row(1, 0, list((EPISODE | {"status": "Q"}).values()))
        sheet.write_datetime(1, 2, datetime(2000, 5, 2), day)
        sheet.write_number(1, 12, 40317)  # 20 May 2014, never given the form of a day
    copy = feed_back(path)
    assert copy.epoch.year == 1904
    assert (copy["Sheet1"]["C2"].value, copy["Sheet1"]["M2"].value) == (datetime(2000, 5, 2), 40317)


def test_macros_and_links_are_not_copied(tmp_path):
    path = tmp_path / "police.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Data")
        sheet.write_row(0, 0, list(COUNT))
        sheet.write_row(1, 0, list((COUNT | {"numerator": "-"}).values()))
        sheet.write_url(1, 9, "https://example.org/x", string="see here")
        sheet.write_formula(1, 4, "='[other.xlsx]Sheet1'!A1", None, 5)
        book.define_name("Secret", "=Data!$A$1")
    feed_back(path)
    with zipfile.ZipFile(tmp_path / "back" / "police-please-correct.xlsx") as archive:
        text = b"".join(archive.read(name) for name in archive.namelist())
    for mark in (b"example.org", b"other.xlsx", b"Secret", b"<f>"):
        assert mark not in text


@needs_libreoffice
def test_libreoffice_opens_it_with_its_marks(police, tmp_path):
    feed_back(police)
    book = opened(tmp_path / "back" / "police-please-correct.xlsx", tmp_path)
    assert book.sheetnames == [LIST, "Children's data"]
    cell = book["Children's data"]["D4"]
    assert cell.fill.fgColor.rgb == AMBER and cell.comment.text.startswith("The row is not used.")


def test_a_copy_that_cannot_be_written_is_refused_in_one_line(tmp_path):
    path = write_csv(tmp_path / "police.csv", COUNT | {"numerator": "-"})
    (tmp_path / "back" / "police-please-correct.xlsx").mkdir(parents=True)
    done = pscb("check", path, "--feedback", tmp_path / "back")
    assert done.returncode == 1
    assert done.stderr == ("pscb: police-please-correct.xlsx: cannot be written (is not a file); "
                           "close it in other programs, and check the disk space and who may "
                           "write there\n")
