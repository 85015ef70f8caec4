"""``pscb params``: all decisions as one workbook, edited and taken back with nothing lost."""

from __future__ import annotations

import csv
import shutil
import subprocess
from datetime import date, datetime

import openpyxl
import pytest
from click.testing import CliRunner
from libreoffice import needs_libreoffice, opened
from mounts import needs_mounts
from papers import ROOT

from pscb_lib.board.decisions import find_registers
from pscb_lib.commands.cli import main

REGISTERS = [one for one in find_registers() if not one.is_record]
FIRST = {"meetings": ("Q&E", "2013-05-15", "2013-05-08", "illustrative")}


def run(project, *arguments):
    done = CliRunner().invoke(main, ["params", *map(str, arguments), "--project", str(project)])
    return done.exit_code, done.stdout.splitlines(), done.stderr.splitlines()


def bytes_of(project):
    return {path.name: path.read_bytes() for path in (project / "params").iterdir()
            if path.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The workbook of the shipped decisions."""
    path = tmp_path_factory.mktemp("made") / "params.xlsx"
    assert run(ROOT, "--to", path) == (0, [f"Wrote {path}"], [])
    return path


@pytest.fixture
def project(tmp_path):
    shutil.copytree(ROOT / "params", tmp_path / "params")
    return tmp_path


@pytest.fixture
def edit(made, tmp_path):
    """Return a function that edits a copy of the workbook and returns its path."""
    def edited(change, *, of=made):
        book = openpyxl.load_workbook(of)
        change(book)
        book.save(tmp_path / "edited.xlsx")
        return tmp_path / "edited.xlsx"

    return edited


def cell(book, sheet, row, column):
    """The cell below the heading *column*."""
    (found,) = [one for one in book[sheet][1] if one.value == column]
    return book[sheet].cell(row, found.column)


def setting(book, name):
    """The cell of the value of a setting."""
    (row,) = [row for row in book["settings"].iter_rows(min_row=2) if row[0].value == name]
    return row[1]


def row_of(book, name):
    return setting(book, name).row


def add(book, sheet, **values):
    row = book[sheet].max_row + 1
    for name, value in values.items():
        cell(book, sheet, row, name).value = value
    return row


def test_every_register_is_a_sheet_with_a_remark_and_a_line_of_the_dictionary(made):
    book = openpyxl.load_workbook(made)
    own = ["settings", *sorted(one.file.removesuffix(".csv") for one in REGISTERS)]
    assert book.sheetnames == ["How to use", *own, "Data dictionary", "Allowed words"]
    lines = {(row[0], row[1]): row for row in book["Data dictionary"].iter_rows(
        min_row=2, values_only=True)}
    for name in own:
        assert book[name].freeze_panes == "B2"
        for head in book[name][1]:
            assert head.comment.text and lines[name, head.value][2]
    assert lines["meetings", "group"][2:7] == (
        "Who meets: Q&E, PSCB or SCR group, or the codes for them in settings.yaml.",
        "One of the allowed words", "no", "Q&E, Board, SCR group, PSCB",
        "Q&E")


def test_cells_are_text_and_closed_lists_are_chosen(made):
    book = openpyxl.load_workbook(made)
    assert {one.number_format for row in book["populations"].iter_rows() for one in row} == {"@"}
    assert cell(book, "indicators", 2, "valid_from").value == "2012-13"
    listed = {str(one.sqref): one for one in book["indicators"].data_validations.dataValidation}
    unit = cell(book, "indicators", 2, "unit").column_letter
    rule = listed[f"{unit}2:{unit}1048576"]
    assert (rule.type, rule.errorStyle) == ("list", None)  # Excel's own is to stop
    sheet, _, range_ = rule.formula1.partition("!")
    assert sheet == "'Allowed words'"
    assert [one[0].value for one in book["Allowed words"][range_.replace("$", "")]] == [
        "count", "percent", "rate per 10,000"]


def test_the_same_decisions_give_the_same_bytes(made, tmp_path):
    run(ROOT, "--to", tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == made.read_bytes()


def test_a_workbook_is_never_written_over(made):
    before = made.read_bytes()
    assert run(ROOT, "--to", made) == (1, [], [
        "pscb: --to: params.xlsx is there already; name another file, since this one may have "
        "been edited"])
    assert made.read_bytes() == before


def test_what_nobody_edited_changes_no_byte(project, made):
    before = bytes_of(project)
    assert run(project, "--from", made) == (0, ["Nothing to change."], [])
    assert bytes_of(project) == before


@needs_libreoffice
@pytest.mark.slow
def test_libreoffice_loses_nothing(project, made, tmp_path):
    opened(made, tmp_path)
    before = bytes_of(project)
    assert run(project, "--from", tmp_path / "saved" / made.name) == (
        0, ["Nothing to change."], [])
    assert bytes_of(project) == before


def change_meetings(book):
    add(book, "meetings", group="Q&E", on=date(2015, 5, 13), papers_by="06/05/2015",
        source="minutes")
    cell(book, "meetings", 2, "papers_by").value = "2013-05-07"
    book["meetings"].delete_rows(3)


def test_rows_are_added_removed_and_changed_by_their_key(project, edit):
    before = bytes_of(project)
    book = edit(change_meetings)
    said = [
        f"NORMALISED  {book.name}, sheet meetings, row 26, column papers_by, value '06/05/2015': "
        "06/05/2015 read as 2015-05-06; see that this is what is meant",
        "meetings.csv: 1 row added, 1 row removed, 1 row changed", "  - PSCB, 2013-06-04",
        "  + Q&E, 2015-05-13", "  Q&E, 2013-05-15: papers_by '2013-05-08' -> '2013-05-07'"]
    assert run(project, "--from", book, "--dry-run") == (
        0, [*said, "Would write params: meetings.csv"], [])
    assert bytes_of(project) == before

    assert run(project, "--from", book) == (0, [*said, "Wrote params: meetings.csv"], [])
    heading, first, _, *others = before["meetings.csv"].splitlines(keepends=True)
    assert bytes_of(project) == before | {"meetings.csv": b"".join([
        heading, first.replace(b"2013-05-08", b"2013-05-07"), *others,
        b"Q&E,2015-05-13,2015-05-06,minutes\n"])}
    assert run(project, "--from", book)[1][-1] == "Nothing to change."


def test_a_row_that_is_not_edited_keeps_its_bytes(project, tmp_path):
    path = project / "params" / "meetings.csv"
    odd = path.read_bytes().replace(b"\n", b"\r\n").replace(b"PSCB,", b'"PSCB",')
    path.write_bytes(b"\xef\xbb\xbf" + odd)
    run(project, "--to", tmp_path / "own.xlsx")
    book = openpyxl.load_workbook(tmp_path / "own.xlsx")
    cell(book, "meetings", 2, "source").value = "minutes"
    book.save(tmp_path / "own.xlsx")
    assert run(project, "--from", tmp_path / "own.xlsx")[0] == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + odd.replace(b"illustrative", b"minutes", 1)


def spoil(book):
    """Make a fault of each kind, each in a place of its own."""
    cell(book, "indicators", 4, "unit").value = "kg"
    cell(book, "indicators", 5, "target").value = 0.97
    cell(book, "indicators", 5, "target").number_format = "0%"
    cell(book, "indicators", 6, "agency").value = "Nobody"
    cell(book, "indicators", 7, "title").value = datetime(2012, 1, 2)
    cell(book, "meetings", 2, "papers_by").value = "2013-06-08"
    cell(book, "meetings", 3, "source").value = "=1+1"
    cell(book, "statistical_neighbours", 3, "valid_from").value = datetime(2014, 4, 1)
    cell(book, "section11_standards", 3, "standard").value = "1"
    setting(book, "logo").value = "x.gif"
    setting(book, "sets").value = "restricted, bored"
    setting(book, "area").value = None
    setting(book, "thresholds.green").value = "80"
    add(book, "settings", setting="zzz", value="blue")


def test_all_faults_are_named_in_one_go_and_nothing_is_written(project, edit):
    before, book = bytes_of(project), edit(spoil)
    sheets = openpyxl.load_workbook(book)
    code, said, faults = run(project, "--from", book)
    rows = {name: row_of(sheets, name) for name in ("area", "thresholds.green", "logo", "sets")}
    last = sheets["settings"].max_row
    assert sorted(faults) == sorted(f"pscb: {one}" for one in (
        "edited.xlsx, sheet indicators, row 4, column unit, value 'kg': is not one of count, "
        "percent, rate per 10,000; correct the register",
        "edited.xlsx, sheet indicators, row 5, column target, value '97%': is not a number; "
        "correct the register",
        "edited.xlsx, sheet indicators, row 6, column agency, value 'Nobody': is not the own name "
        "of an agency; use a name of agencies.csv, from its column name",
        "edited.xlsx, sheet indicators, row 7, column title, value '2012-01-02': is a date, which "
        "Excel may have made of what was typed; format the cell as text and type it again",
        "edited.xlsx, sheet meetings, row 2, column papers_by and on, value '2013-06-08 and "
        "2013-05-15': papers cannot be due after their meeting; correct one of the two dates",
        "edited.xlsx, sheet meetings, row 3, column source: is a formula whose value was not "
        "saved; open the workbook in Excel and save it, or write the value",
        "edited.xlsx, sheet statistical_neighbours, row 3, column valid_from, value '2014-04-01': "
        "is a date, and no financial year is written so; format the cell as text and type it "
        "again",
        "edited.xlsx, sheet section11_standards, column standard: the standards are not numbered "
        "1, 2, 3 and so on; list each once, in order",
        f"edited.xlsx, sheet settings, row {rows['logo']}, column value, value 'x.gif': is not the "
        "name of an svg or png file in params; correct it",
        f"edited.xlsx, sheet settings, row {rows['sets']}, column value, value 'bored': is not one "
        "of restricted, board, public; correct it",
        f"edited.xlsx, sheet settings, row {rows['area']}, column value, value '': is a setting "
        "that every project has; fill it",
        f"edited.xlsx, sheet settings, row {rows['thresholds.green']}, column value: the settings "
        "thresholds.amber and thresholds.green must be above 0, one below the other, and at most "
        "100; correct them",
        f"edited.xlsx, sheet settings, row {last}, column setting, value 'zzz': is no setting "
        "that the file names; take the row out, or edit params/settings.yaml itself",
        "nothing was written: 13 to correct"))
    assert code == 1 and bytes_of(project) == before
    assert [line for line in said if not line.startswith("NORMALISED")] == []  # no list of changes


def test_what_excel_makes_of_a_year_is_undone_and_said(project, edit):
    def retyped(book):
        for row, value in ((7, datetime(2012, 12, 1)), (8, "Dec-12")):
            cell(book, "indicators", row, "valid_from").value = value
        cell(book, "audit_programme", 6, "first_period").value = datetime(2014, 11, 1)
        cell(book, "indicators", 9, "target").value = 91

    code, said, faults = run(project, "--from", edit(retyped))
    assert code == 1 and faults == [
        f"pscb: edited.xlsx, sheet indicators, row {row}, column valid_from, value '{value}': is a "
        "date, and no financial year is written so; format the cell as text and type it again"
        for row, value in ((7, "2012-12-01"), (8, "Dec-12"))] + [
        "pscb: nothing was written: 2 to correct"]

    def right(book):
        add(book, "cdop_national", year=datetime(2011, 12, 1), group="Boys", percent_modifiable=20,
            published_on=datetime(2012, 7, 24), source="test")
        cell(book, "audit_programme", 6, "first_period").value = datetime(2014, 11, 1)

    code, said, faults = run(project, "--from", edit(right))
    assert (code, faults) == (0, [])
    assert said[0] == (
        "NORMALISED  edited.xlsx, sheet audit_programme, row 6, column first_period, value "
        "'2014-11-01': 2014-11-01 read as 2014-11; see that this is what is meant")
    assert said[1].endswith("2011-12-01 read as 2011-12; see that this is what is meant")
    assert said[-1] == "Wrote params: cdop_national.csv"
    with (project / "params" / "cdop_national.csv").open(encoding="utf-8", newline="") as file:
        assert [*csv.reader(file)][-1] == [
            "2011-12", "Boys", "", "", "20", "2012-07-24", "", "test"]


def test_a_file_edited_since_is_kept_if_its_sheet_was_not_edited(project, edit):
    path = project / "params" / "rebases.csv"
    path.write_bytes(path.read_bytes() + b"FD5,2014-07-01,a new form,Q&E Group,2014-09-10\n")
    before = bytes_of(project)
    code, said, faults = run(project, "--from", edit(change_meetings))
    assert (code, faults) == (0, []) and said[-1] == "Wrote params: meetings.csv"
    assert said[1] == ("rebases.csv: edited since the workbook was made; its sheet was not, so it "
                       "stays")
    assert bytes_of(project)["rebases.csv"] == before["rebases.csv"]


def test_a_sheet_edited_after_its_file_was_edited_is_refused_and_both_are_shown(project, edit):
    path = project / "params" / "meetings.csv"
    path.write_bytes(path.read_bytes() + b"Q&E,2015-09-02,2015-08-26,minutes\n")
    before = bytes_of(project)
    code, said, faults = run(project, "--from", edit(change_meetings))
    assert code == 1 and bytes_of(project) == before
    assert said[1:4] == ["meetings.csv, not taken: 1 row added, 2 rows removed, 1 row changed",
                         "  - PSCB, 2013-06-04", "  - Q&E, 2015-09-02"]
    assert faults == [
        "pscb: edited.xlsx, sheet meetings: params/meetings.csv was edited after this workbook was "
        "made, and so was the sheet; make a new workbook with pscb params --to, and enter the "
        "change there", "pscb: nothing was written: 1 to correct"]


@needs_mounts
@pytest.mark.parametrize("held", ["meetings.csv", "populations.csv"])
def test_if_one_file_cannot_be_replaced_none_is(project, edit, held):
    def change_two(book):
        cell(book, "meetings", 2, "source").value = "minutes"
        cell(book, "populations", 2, "source").value = "another"

    before, book, path = bytes_of(project), edit(change_two), str(project / "params" / held)
    subprocess.run(["mount", "--bind", path, path], check=True)  # nothing can take its name
    try:
        code, said, faults = run(project, "--from", book)
    finally:
        subprocess.run(["umount", path], check=True)
    assert (code, bytes_of(project)) == (1, before)
    assert faults == [f"pscb: {held}: cannot be written (Device or resource busy); close it in "
                      "other programs, and check the disk space and who may write there; no file "
                      "was changed"]


def test_settings_are_set_and_cleared_and_keep_their_remarks(project, edit):
    def chosen(book):
        setting(book, "contact").value = None
        setting(book, "accent").value = "#112233"
        setting(book, "sets").value = "board"
        setting(book, "later_editions").value = "no"

    text = (project / "params" / "settings.yaml").read_text(encoding="utf-8")
    code, said, faults = run(project, "--from", edit(chosen))
    assert (code, faults, said[-1]) == (0, [], "Wrote params: settings.yaml")
    for before, after in (("\ncontact: ", "\n# contact: "), ('# accent: "#2b5c8a"',
                          'accent: "#112233"'), ("sets: [restricted, board]", "sets: [board]"),
                          ("later_editions: yes", "later_editions: no")):
        assert text.count(before) == 1
        text = text.replace(before, after)
    assert (project / "params" / "settings.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("change", "says"), [
    pytest.param(lambda book: book.remove(book["meetings"]),
                 "edited.xlsx: there is no sheet meetings; put it back, from a new workbook by "
                 "pscb params --to", id="a sheet"),
    pytest.param(lambda book: book["meetings"].delete_cols(3), "edited.xlsx, sheet meetings, row "
                 "1: there is no column papers_by; add it; the file has group, on, source",
                 id="a column"),
    pytest.param(lambda book: book.remove(book["How to use"]), "edited.xlsx: the sheet How to use "
                 "does not tell when the workbook was made; make a workbook with pscb params --to, "
                 "and edit that", id="the marks"),
    pytest.param(lambda book: book["meetings"].cell(27, 1, "Total"), "edited.xlsx, sheet meetings, "
                 "row 27: is read as a total, a marking or a note, and not as a row of the "
                 "register; take it out, or write it in other words", id="a row that is none"),
])
def test_what_is_missing_in_the_workbook_is_said(project, edit, change, says):
    before = bytes_of(project)
    code, _, faults = run(project, "--from", edit(change))
    assert code == 1 and faults[0].startswith(f"pscb: {says}")
    assert bytes_of(project) == before


def test_a_record_that_is_empty_stands_in_no_way(project, made):
    (project / "params" / "ledger.csv").write_bytes(b"")
    assert run(project, "--from", made) == (0, ["Nothing to change."], [])


def test_a_register_that_no_board_needs_yet_begins_in_the_workbook(project, tmp_path, made):
    (project / "params" / "cleared_texts.csv").unlink()
    assert run(project, "--from", made)[:2] == (0, ["Nothing to change."])
    book = openpyxl.load_workbook(made)
    add(book, "cleared_texts", text="Six children waited.", cleared_by="Business Manager",
        cleared_on=date(2015, 2, 4))
    book.save(tmp_path / "edited.xlsx")
    assert run(project, "--from", tmp_path / "edited.xlsx")[0] == 0
    assert (project / "params" / "cleared_texts.csv").read_text(encoding="utf-8") == (
        "text,cleared_by,cleared_on\nSix children waited.,Business Manager,2015-02-04\n")


@pytest.mark.parametrize(("given", "says"), [
    ((), "params: takes --to or --from; give one of the two"),
    (("--to", "a.xlsx", "--dry-run"), "--dry-run: goes with --from; leave it out"),
    (("--from", "no.xlsx"), "no.xlsx: the file is missing; put it in "),
])
def test_what_is_asked_wrongly(project, given, says):
    code, _, faults = run(project, *given)
    assert code in (1, 2) and faults[0].startswith(f"pscb: {says}")
