"""The workbook to fill in: ``pscb check`` accepts what Excel accepts in it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from libreoffice import needs_libreoffice, opened
from openpyxl.utils import range_boundaries
from papers import ROOT, pscb
from sent import checked_json

from pscb_lib.reading.files import read_table
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import check_table
from pscb_lib.returns.checking import find_runs, make_context, run_of
from pscb_lib.returns.kinds import find_returns

KINDS = find_returns()
FORMS = [name for name, kind in KINDS.items() if kind.prefill is None]
SHEET = "Return"


@pytest.fixture(scope="session")
def forms(tmp_path_factory) -> dict[str, Path]:
    """The form of every return, made by the command."""
    folder = tmp_path_factory.mktemp("forms")
    for name in FORMS:
        done = pscb("template", name, "--out", folder / f"{name}.xlsx")
        assert (done.returncode, done.stderr) == (0, "")
    return {name: folder / f"{name}.xlsx" for name in FORMS}


def filled(form: Path, path: Path, *rows: dict[str, object]) -> Path:
    """Fill rows into a copy of a form below its example; each is the example with changes."""
    book = openpyxl.load_workbook(form)
    sheet = book[SHEET]
    names = [cell.value for cell in sheet[1]]
    for number, row in enumerate(rows, 3):
        for column, name in enumerate(names, 1):
            example = sheet.cell(2, column).value if name != "example" else None
            sheet.cell(number, column).value = row.get(name, example)
    book.save(path)
    return path


def accepted(book: openpyxl.Workbook) -> dict[str, list[object]]:
    """Return the values that a column's validation accepts: the words of a list, and the bounds."""
    sheet, found = book[SHEET], {}
    for check in sheet.data_validations.dataValidation:
        column = min(cells.min_col for cells in check.sqref.ranges)
        name = sheet.cell(1, column).value
        if check.type == "list" and "!" in check.formula1:
            place, cells = check.formula1.rsplit("!", 1)
            left, top, _, bottom = range_boundaries(cells.replace("$", ""))
            words = [book[place.strip("'=")].cell(row, left).value
                     for row in range(top, bottom + 1)]
            found[name] = [form for word in words for form in (word, word.upper(), word.lower())]
        elif check.type == "custom":
            found[name] = [*bounds(check.formula1), *re.findall(r'="([^"]+)"', check.formula1)]
    return found


def bounds(formula: str) -> list[object]:
    """Return the smallest and largest value that a formula accepts; times are just within."""
    days = [date(*map(int, parts)) for parts in re.findall(r"DATE\((\d+),(\d+),(\d+)\)", formula)]
    if not days:
        largest = int(re.search(r"<=(\d+)", formula)[1])
        return [0, largest] if "INT" in formula else [0, largest, 33.3, 0.1]
    first, last = (datetime(day.year, day.month, day.day) for day in days)
    if "INT" in formula:
        return [first, last]
    return [first, last, last + timedelta(hours=23, minutes=59), first + timedelta(minutes=1)]


def below(sheet, place: int):
    """Return the format of the cells of a column below the example."""
    return next(one for one in sheet.column_dimensions.values() if one.min <= place <= one.max)


@pytest.mark.parametrize("name", FORMS)
def test_every_value_that_a_forms_validation_accepts_is_read(forms, tmp_path, name):
    rows = [{column: value} for column, values in
            accepted(openpyxl.load_workbook(forms[name])).items() for value in values]
    path = filled(forms[name], tmp_path / "filled.xlsx", *rows)
    runs = find_runs(ROOT)
    fields = KINDS[name].fields(make_context(ROOT, run_of(runs, KINDS[name])))
    checked = check_table(read_table(path, [field.name for field in fields]), fields)
    assert [str(one) for one in checked.findings if one.reaction is Reaction.REJECTED] == []
    assert checked.rows["used"] == len(rows) > 5


@pytest.mark.parametrize("name", FORMS)
def test_a_row_like_the_example_is_accepted(forms, tmp_path, name):
    found = checked_json(filled(forms[name], tmp_path / "filled.xlsx", {}))
    assert found["exit_code"] == 0
    file = found["files"][0]
    assert (file["return"], file["read"], file["used"], file["left_out"]) == (name, 2, 1, 1)


@pytest.mark.parametrize("name", FORMS)
def test_headings_are_locked_and_the_cells_below_are_open(forms, name):
    sheet = openpyxl.load_workbook(forms[name])[SHEET]
    names = [cell.value for cell in sheet[1]]
    assert names[0] == "example" and names[-1] == "nil_return"
    assert sheet.protection.sheet and all(cell.protection.locked for cell in sheet[1])
    for place in range(2, len(names) + 1):
        assert not below(sheet, place).protection.locked


@pytest.mark.parametrize(("name", "column", "number_format"), [
    ("missing_episodes", "child_id", "@"), ("missing_episodes", "dob", "dd/mm/yyyy"),
    ("missing_episodes", "left_at", "dd/mm/yyyy hh:mm"), ("data_set", "indicator", "@"),
    ("data_set", "period", "@"), ("data_set", "numerator", "General"), ("deaths", "category", "@"),
])
def test_ids_are_text_and_days_are_days(forms, name, column, number_format):
    sheet = openpyxl.load_workbook(forms[name])[SHEET]
    place = next(cell.column for cell in sheet[1] if cell.value == column)
    assert below(sheet, place).number_format == number_format


def test_an_example_row_that_stays_is_left_out_and_noted(forms, tmp_path):
    path = filled(forms["data_set"], tmp_path / "police.xlsx", {"numerator": 80})
    done = pscb("check", path)
    assert ("2    is the example row of the form, and is left out; nothing: it may be kept or "
            "deleted" in done.stdout)
    assert ("Rows: 2 read = 1 used + 0 rejected + 1 left out (1 the example row of the form)"
            in done.stdout)


def test_a_form_that_was_not_filled_in_is_refused(forms):
    found = checked_json(forms["data_set"])["findings"]
    assert [(one["reaction"], one["rule"]) for one in found] == [
        ("whole file", "there are no rows but the example")]


def test_a_nil_return_is_one_word(forms, tmp_path):
    blank = dict.fromkeys(KINDS["data_set"].example, None)
    path = filled(forms["data_set"], tmp_path / "police.xlsx", blank | {"nil_return": "yes"})
    found = checked_json(path)
    assert found["exit_code"] == 0
    assert "is a nil return: there was nothing to report" in [
        one["rule"] for one in found["findings"]]


def test_the_instructions_say_what_by_when_and_whom_to_ask(forms):
    rows = openpyxl.load_workbook(forms["data_set"])["Instructions"].iter_rows(values_only=True)
    lines = [tuple(cell for cell in row if cell) for row in rows if any(row)]
    assert lines[0] == ("Quarterly data set: Quarter 3 2014/15 (October to December 2014)",)
    for line in (("By when", "Before 4 February 2015, when the report made from it is due"),
                 ("Whom to ask", "Q&E Group Chair"),
                 ("x or not supplied: the figure is not known, or was not sent to you",),
                 ("numerator", "if there is a figure", "A whole number; where there is no figure: "
                  "0, a number, c, x, z, no cases or not collected",
                  "Write a whole number, 0 for none, c if it may not be sent, x if "
                  "it is not known, or z if it does not apply")):
        assert line in lines


def test_a_form_is_made_for_the_period_asked_for(tmp_path):
    done = pscb("template", "missing_episodes", "--period", "2014-15 H2", "--project", ROOT,
                cwd=tmp_path, PYTHONPATH=str(ROOT))
    assert done.stdout == "Wrote missing_episodes-2014-15-h2.xlsx\n"
    path = filled(tmp_path / "missing_episodes-2014-15-h2.xlsx", tmp_path / "2014-15 H2.xlsx", {
        "left_at": datetime(2014, 12, 1, 9, 30), "returned_at": datetime(2014, 12, 2),
        "rhi_completed_at": datetime(2014, 12, 3)})
    file = checked_json(path)["files"][0]
    assert (file["period"], file["used"]) == ("2014-15 H2", 1)


def test_the_same_form_has_the_same_bytes(forms, tmp_path):
    pscb("template", "deaths", "--out", tmp_path / "deaths.xlsx")
    assert (tmp_path / "deaths.xlsx").read_bytes() == forms["deaths"].read_bytes()


@pytest.mark.parametrize(("arguments", "says"), [
    pytest.param(["dataset"], "pscb: RETURN, value 'dataset': is not a return (nearest: data_set); "
                 f"use one of {', '.join(KINDS)}\n", id="an unknown return"),
    pytest.param(["data_set", "--period", "2014-15"],
                 "pscb: --period, value '2014-15': is not as long as 2014-15 Q3, the period of "
                 "data_set; correct it\n", id="a year for a quarterly return"),
])
def test_a_form_that_cannot_be_made_is_refused_in_one_line(tmp_path, arguments, says):
    done = pscb("template", *arguments, "--out", tmp_path / "form.xlsx")
    assert (done.returncode, done.stderr) == (1, says)


def test_a_form_never_overwrites_another(forms):
    done = pscb("template", "data_set", "--out", forms["data_set"])
    assert done.returncode == 1
    assert done.stderr == ("pscb: --out: data_set.xlsx is there already; name another file, since "
                           "this one may be filled in\n")


@needs_libreoffice
@pytest.mark.parametrize("name", ["data_set", "missing_episodes"])
def test_libreoffice_keeps_every_check_of_a_form(forms, tmp_path, name):
    made, saved = openpyxl.load_workbook(forms[name]), opened(forms[name], tmp_path)
    assert saved.sheetnames == made.sheetnames == ["Instructions", SHEET, "Allowed words"]
    assert accepted(saved).keys() == accepted(made).keys()
    assert saved[SHEET].protection.sheet
