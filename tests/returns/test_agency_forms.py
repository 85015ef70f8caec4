"""The forms of agencies: their own indicators, what they sent before, and a letter."""

from __future__ import annotations

import csv
import shutil
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from libreoffice import needs_libreoffice, opened
from papers import ROOT, pscb
from sent import COUNT, checked_json, write_csv

from pscb_lib.reading.cells import shape_of
from pscb_lib.returns.checking import find_runs, make_context, run_of
from pscb_lib.returns.history.proposing import mark_of
from pscb_lib.returns.kinds import find_returns

SAMPLES = ROOT / "pscb_lib" / "samples"
POLICE, SOCIAL_CARE = "Cambridgeshire Constabulary", "Children's social care"
POLICES = "data_set-cambridgeshire-constabulary-2014-15-q3.xlsx"
SOCIAL_CARES = "data_set-childrens-social-care-2014-15-q3.xlsx"
UNKNOWN = {"status": "not supplied"}
BEFORE = ["2013-14 Q3", "2013-14 Q4", "2014-15 Q1", "2014-15 Q2"]
KINDS = find_returns()


@pytest.fixture(scope="module")
def forms(tmp_path_factory) -> Path:
    """The forms and letters of all agencies for the data set, made by the command."""
    folder = tmp_path_factory.mktemp("forms")
    done = pscb("template", "data_set", "--all-agencies", "--returns", SAMPLES, "--out", folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def read_csv(path: Path) -> list[dict[str, str]]:
    """Read a file as any program does, without the suite."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def register() -> list[dict[str, str]]:
    """The indicators of 2014-15, as the register has them."""
    return [row for row in read_csv(ROOT / "params" / "indicators.csv")
            if row["valid_from"] <= "2014-15" and "2014-15" <= (row["valid_to"] or "9")]


def sent_last(indicator: str, period: str) -> dict[str, str]:
    """The row of the sample that was submitted last for an indicator and period."""
    rows = [row for path in (SAMPLES / "data_set").glob("*.csv") for row in read_csv(path)
            if (row["indicator"], row["period"]) == (indicator, period)]
    known = [row for row in rows if row["submitted_on"] <= "2015-01-31"]
    return max(known, key=lambda row: row["submitted_on"])


def rows_of(path: Path, sheet: str = "Return") -> list[dict[str, object]]:
    """The rows of a sheet by the names of its columns, those with a title only."""
    names, *rows = openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)
    found = [dict(zip(names, row, strict=True)) for row in rows]
    return [row for row in found if row["title"] and not row.get("example")]


def fill(form: Path, path: Path, **figures: dict[str, object]) -> Path:
    """Fill the rows of indicators into a copy of a form; of the others say that they are unknown.
    """
    book = openpyxl.load_workbook(form)
    sheet = book["Return"]
    places = {cell.value: cell.column for cell in sheet[1]}
    for number in range(2, sheet.max_row + 1):
        cells = figures.get(sheet.cell(number, places["indicator"]).value, UNKNOWN)
        if sheet.cell(number, places["title"]).value and not sheet.cell(number, 1).value:
            for name, value in (cells | {"submitted_on": datetime(2015, 1, 20)}).items():
                sheet.cell(number, places[name]).value = value
    book.save(path)
    return path


def add_below(path: Path, **cells: object) -> Path:
    """Fill the first open row below the rows of a form."""
    book = openpyxl.load_workbook(path)
    sheet = book["Return"]
    places = {cell.value: cell.column for cell in sheet[1]}
    free = next(number for number in range(2, sheet.max_row + 1)
                if not sheet.cell(number, places["title"]).value)
    for name, value in cells.items():
        sheet.cell(free, places[name]).value = value
    book.save(path)
    return path


def text_of(letter: Path) -> list[str]:
    """The paragraphs of a letter."""
    return [one.text for one in docx.Document(str(letter)).paragraphs]


def test_each_agency_has_one_form_with_its_own_indicators_and_a_letter(forms):
    asked = {row["agency"] for row in register()}
    books, letters = sorted(forms.glob("*.xlsx")), sorted(forms.glob("letter-*.docx"))
    assert len(books) == len(letters) == len(asked)
    assert sorted((row["agency"], row["indicator"], row["title"])
                  for path in books for row in rows_of(path)) == sorted(
        (row["agency"], row["id"], row["title"]) for row in register())
    for path in books:
        assert len({row["agency"] for row in rows_of(path)}) == 1


@pytest.mark.parametrize("indicator", ["MS1", "PO1", "PO2"])
def test_the_last_four_quarters_are_those_that_were_sent(forms, indicator):
    row = next(row for row in rows_of(forms / POLICES) if row["indicator"] == indicator)
    assert [row[period] for period in BEFORE] == [
        sent_last(indicator, period)["numerator"] for period in BEFORE]


def test_a_share_is_told_by_its_two_counts_and_an_absence_in_words(forms):
    rows = {row["indicator"]: row for row in rows_of(forms / SOCIAL_CARES)}
    sent = sent_last("MS10", "2014-15 Q2")
    assert rows["MS10"]["2014-15 Q2"] == f"{sent['numerator']} of {sent['denominator']}"
    assert (rows["AS1"]["2013-14 Q3"], sent_last("AS1", "2014-15 Q1")["numerator"]) == (
        "not asked for", rows["AS1"]["2014-15 Q1"].replace(",", ""))  # single since April 2014


def test_what_nobody_was_asked_for_before_the_first_cycle_is_not_called_not_sent(tmp_path):
    shutil.copytree(ROOT / "params", tmp_path / "board" / "params")
    settings = tmp_path / "board" / "params" / "settings.yaml"
    settings.write_text(settings.read_text("utf-8") + "first_cycle: 2014-15-q2\n", "utf-8")
    done = pscb("template", "data_set", "--agency", "Police", "--out", "made",
                cwd=tmp_path / "board")
    assert done.returncode == 0, done.stderr
    row = next(row for row in rows_of(tmp_path / "board" / "made" / POLICES)
               if row["indicator"] == "MS1")
    assert [row[period] for period in BEFORE] == ["not asked for"] * 3 + ["not sent"]


def test_a_figure_that_another_agency_sent_is_on_no_form(tmp_path):
    write_csv(tmp_path / "returns" / "data_set" / "one.csv",
              COUNT | {"period": "2014-15 Q2", "numerator": "4", "agency": "Cafcass"},
              COUNT | {"period": "2014-15 Q2", "numerator": "7", "indicator": "PO2"})
    done = pscb("template", "data_set", "--agency", "Police", "--returns", tmp_path / "returns",
                "--out", tmp_path / "made")
    assert done.returncode == 0, done.stderr
    rows = {row["indicator"]: row["2014-15 Q2"] for row in rows_of(tmp_path / "made" / POLICES)}
    assert (rows["MS1"], rows["PO2"]) == ("not sent", "7")


def test_only_what_is_to_be_filled_is_open(forms):
    sheet = openpyxl.load_workbook(forms / SOCIAL_CARES)["Return"]
    names = [cell.value for cell in sheet[1]]
    assert sheet.protection.sheet and all(cell.protection.locked for cell in sheet[1])
    is_open = {row[names.index("indicator")].value or "below": [
        name for name, cell in zip(names, row, strict=True) if not cell.protection.locked]
        for row in sheet.iter_rows(min_row=4)}
    boxes = ["numerator", "denominator", "status", "submitted_on", "source"]
    assert is_open["MS10"] == boxes
    assert is_open["FD1"] == is_open["LA1"] == [one for one in boxes if one != "denominator"]
    assert is_open["below"] == [*boxes, "agency", "indicator", "period", "actual"]


def test_every_cell_to_fill_has_its_check_and_lists_only_what_is_the_agencys(forms):
    book = openpyxl.load_workbook(forms / POLICES)
    sheet, words = book["Return"], book["Allowed words"]
    checks = {sheet.cell(1, min(area.min_col for area in check.sqref.ranges)).value: check
              for check in sheet.data_validations.dataValidation}
    assert {name: check.type for name, check in checks.items() if name not in ("source",)} == {
        "agency": "list", "indicator": "list", "period": "list", "status": "list",
        "numerator": "custom", "denominator": "custom", "actual": "custom",
        "submitted_on": "custom"}
    listed = {column[0].value: [cell.value for cell in column[1:] if cell.value]
              for column in words.iter_cols()}
    assert (listed["agency"], listed["indicator"]) == ([POLICE], ["MS1", "PO1", "PO2"])
    assert "2014-15 Q2" in listed["period"]


def test_what_counts_is_what_the_register_says(forms):
    own = {row["id"]: row for row in register() if row["agency"] == SOCIAL_CARE}
    rows = rows_of(forms / SOCIAL_CARES, "What counts")
    assert [row["indicator"] for row in rows] == [*own]
    for row in rows:
        said = own[row["indicator"]]
        assert (row["title"], row["What it is"], row["numerator"].casefold()) == (
            said["title"], said["definition"], said["numerator"].casefold())
        is_share = said["unit"] == "percent"
        assert row["denominator"].casefold() == (
            said["denominator"].casefold() if is_share else "none: leave it blank")
        assert (row["Timescale"] or "").casefold() == said["timescale_source"].casefold()


def test_a_form_names_no_file_of_the_project(forms):
    for path in forms.glob("*.xlsx"):
        for sheet in openpyxl.load_workbook(path):
            for row in sheet.iter_rows(values_only=True):
                said = " ".join(str(cell) for cell in row if cell)
                assert ".yaml" not in said and ".csv" not in said and "params" not in said


def test_a_form_that_was_filled_in_is_read_back(forms, tmp_path):
    path = fill(forms / POLICES, tmp_path / "sent.xlsx", MS1={"numerator": 79},
                PO1={"numerator": 0})
    found = checked_json(path)
    file, = found["files"]
    assert (found["exit_code"], file["return"], file["period"], file["read"], file["used"],
            file["left_out"]) == (0, "data_set", "2014-15 Q3", 4, 3, 1)


def test_an_earlier_figure_is_sent_again_in_an_open_row(forms, tmp_path):
    path = fill(forms / POLICES, tmp_path / "sent.xlsx", MS1={"numerator": 79})
    add_below(path, agency=POLICE, indicator="MS1", period="2014-15 Q2", numerator=54,
              submitted_on=datetime(2015, 1, 20), source="case system")
    file, = checked_json(path)["files"]
    assert (file["read"], file["used"], file["rejected"]) == (5, 4, 0)


def test_a_box_that_was_left_blank_is_no_figure_and_no_zero(forms, tmp_path):
    path = fill(forms / POLICES, tmp_path / "sent.xlsx", MS1={})
    said = [(one["row"], one["rule"]) for one in checked_json(path)["findings"]
            if one["reaction"] == "rejected"]
    assert said == [(3, "a row needs a figure or the reason why there is none")]


def test_the_letter_says_what_by_when_whom_to_ask_and_what_came_last(forms, tmp_path):
    lines = text_of(forms / f"letter-{Path(POLICES).stem}.docx")
    meetings = [row for row in read_csv(ROOT / "params" / "meetings.csv")
                if row["on"] == "2015-02-11"]
    assert [(row["group"], row["papers_by"]) for row in meetings] == [("Q&E", "2015-02-04")]
    for line in ("Quarterly data set: Quarter 3 2014/15 (October to December 2014)",
                 f"To {POLICE}, from Peterborough Safeguarding Children Board",
                 "You are asked for three measures:", "Police protection powers used",
                 "Please send it before 4 February 2015, when the papers are due for the meeting "
                 "of Q&E on 11 February 2015.",
                 "Performance Management Team or Q&E Group Chair.",
                 "Nothing of this kind is in our record of what was accepted from you."):
        assert line in lines
    returns = tmp_path / "returns"
    one = write_csv(tmp_path / "post" / "2014-15-q2.csv", COUNT | {"period": "2014-15 Q2"},
                    COUNT | {"period": "2014-15 Q2", "indicator": "PO2", "numerator": "-"})
    assert pscb("accept", one, "--from", "Police", "--on", "2014-10-20", "--returns",
                returns).returncode == 0
    done = pscb("template", "data_set", "--agency", "Police", "--returns", returns, "--out",
                tmp_path / "made")
    assert done.returncode == 0, done.stderr
    assert ("On 20 October 2014 we received 2014-15-q2.csv about 2014-15 Q2. It had two rows: 1 "
            "used, 1 not used because they had to be corrected, 0 left out.") in text_of(
                tmp_path / "made" / f"letter-{Path(POLICES).stem}.docx")


def test_the_same_forms_and_letters_have_the_same_bytes(forms, tmp_path):
    pscb("template", "data_set", "--agency", "Police", "--returns", SAMPLES, "--out", tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [POLICES, f"letter-{Path(POLICES).stem}.docx"]
    for name in names:
        assert (tmp_path / name).read_bytes() == (forms / name).read_bytes()


def test_a_return_of_children_has_the_sender_that_is_named_and_its_own_example(tmp_path):
    done = pscb("template", "missing_episodes", "--agency", "Children's Services", "--out",
                tmp_path)
    assert done.returncode == 0, done.stderr
    form = tmp_path / "missing_episodes-childrens-social-care-2014-15-h1.xlsx"
    assert mark_of(form) == SOCIAL_CARE
    sheet = openpyxl.load_workbook(form)["Return"]
    assert sheet.cell(2, 1).value == "example: left out"
    assert any("can identify a child" in line for line in text_of(
        tmp_path / f"letter-{form.stem}.docx"))


def test_the_form_of_audits_lists_the_agency_alone(tmp_path):
    assert pscb("template", "audits", "--agency", "Police", "--out", tmp_path).returncode == 0
    book = openpyxl.load_workbook(next(tmp_path.glob("*.xlsx")))
    assert [cell.value for cell in book["Allowed words"]["B"] if cell.value][:2] == [
        "agency", POLICE]
    names = [cell.value for cell in book["Return"][1]]
    assert book["Return"].cell(2, names.index("agency") + 1).value == POLICE


def test_the_office_has_the_form_of_a_register_that_it_keeps(tmp_path):
    done = pscb("template", "actions", "--agency", "Board's office", "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    form = next(tmp_path.glob("*.xlsx"))
    assert mark_of(form) == "the Board's office"
    words = openpyxl.load_workbook(form)["Allowed words"]
    assert [cell.value for cell in words["A"]][:2] == ["agency", SOCIAL_CARE]


def test_whose_was_accepted_before_is_asked_again(tmp_path):
    kind = KINDS["deaths"]
    blank = dict.fromkeys(field.name for field in kind.fields(_context("deaths")))
    write_csv(tmp_path / "cdop.csv", {**blank, **kind.example})
    assert pscb("accept", tmp_path / "cdop.csv", "--from", "CPFT", "--on", "2014-05-01",
                "--returns", tmp_path / "returns").returncode == 0
    done = pscb("template", "deaths", "--all-agencies", "--returns", tmp_path / "returns", "--out",
                tmp_path / "made")
    assert done.returncode == 0, done.stderr
    assert mark_of(next((tmp_path / "made").glob("*.xlsx"))) == (
        "Cambridgeshire and Peterborough NHS Foundation Trust")


@pytest.mark.parametrize(("arguments", "says"), [
    pytest.param(["data_set", "--agency", "Polise"],
                 "--agency, value 'Polise': is not an agency on the register (nearest: Police); "
                 "use a name from params/agencies.csv", id="an agency that is not known"),
    pytest.param(["data_set", "--agency", "BTP"],
                 "--agency, value 'BTP': is asked for nothing of data_set in 2014-15 Q3; use one "
                 f"of {', '.join(dict.fromkeys(row['agency'] for row in register()))}",
                 id="an agency without an indicator"),
    pytest.param(["data_set", "--agency", "Police", "--all-agencies"],
                 "--agency: cannot be used with --all-agencies; use one of them", id="both"),
    pytest.param(["commentary", "--agency", "Police"],
                 "--agency: commentary has a form that is filled in for its own reader, and none "
                 "for an agency; leave it out", id="commentary"),
    pytest.param(["attendance", "--agency", "Police"],
                 "--agency: attendance has a form that is filled in for its own reader, and none "
                 "for an agency; leave it out", id="attendance"),
    pytest.param(["private_fostering", "--all-agencies"],
                 "--all-agencies: private_fostering names no agency, and none was accepted yet; "
                 "name the one that sends it by --agency", id="nobody is known to send it"),
])
def test_what_cannot_be_made_is_refused_in_one_line(tmp_path, arguments, says):
    done = pscb("template", *arguments, "--returns", tmp_path, "--out", tmp_path / "made")
    assert (done.returncode, done.stderr) == (1, f"pscb: {says}\n")
    assert not (tmp_path / "made").exists()


def test_a_form_or_letter_that_was_sent_is_never_overwritten(tmp_path):
    letter = tmp_path / f"letter-{Path(POLICES).stem}.docx"
    letter.write_text("Ours, with a change by hand", encoding="utf-8")
    done = pscb("template", "data_set", "--agency", "Police", "--out", tmp_path)
    assert (done.returncode, done.stderr) == (
        1, f"pscb: --out: {letter.name} is there already; name another folder, since this one may "
        "be filled in\n")
    assert [path.name for path in tmp_path.iterdir()] == [letter.name]


def _context(name: str):
    return make_context(ROOT, run_of(find_runs(ROOT), KINDS[name]))


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_form_says_when_each_column_applies_that_may_be_blank(name):
    may_be_blank = {field.name for field in KINDS[name].fields(_context(name))
                    if field.optional or shape_of(field.parse).may_be_blank}
    assert {*KINDS[name].applies} == may_be_blank


@needs_libreoffice
@pytest.mark.slow
def test_a_form_that_libreoffice_has_saved_is_recognised_and_read(forms, tmp_path):
    sent = fill(forms / POLICES, tmp_path / "sent.xlsx", MS1={"numerator": 79})
    saved = opened(sent, tmp_path)
    assert saved["Return"].protection.sheet
    assert saved["Return"]["B4"].protection.locked and not saved["Return"]["G4"].protection.locked
    path = tmp_path / "saved" / "sent.xlsx"
    file, = checked_json(path)["files"]
    assert (file["read"], file["used"], mark_of(path)) == (4, 3, POLICE)
