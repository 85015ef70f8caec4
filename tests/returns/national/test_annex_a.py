"""Annex A: the synthetic workbook counted a second way, and codes as case systems write them."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pytest
from national_files import annex_a, shared_records
from papers import ROOT

from pscb_lib.board.indicators import Role
from pscb_lib.board.settings import read_settings
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.national.annex_a import CHILD, read_annex_a
from pscb_lib.returns.national.codes import bare, leading_code
from pscb_lib.returns.national.measures.social_care import measure_social_care

AS_OF = date(2021, 3, 17)
BOOK = "annexA_liia_tools.xlsx"
YEAR = parse_period("2020-21")
SETTINGS = read_settings(ROOT / "params" / "settings.yaml")


def figures(national, *periods) -> dict[tuple[Role, str], tuple[int, int | None]]:
    return {(line.measure.role, line.period.label): (line.numerator, line.denominator)
            for line in measure_social_care(national, periods, SETTINGS)}


def rows_of(number: int) -> list[dict]:
    book = openpyxl.load_workbook(shared_records() / BOOK, read_only=True, data_only=True)
    first, *rows = book[f"List {number}"].iter_rows(values_only=True)
    return [{name: value.date() if isinstance(value, datetime) else value
             for name, value in zip(first, row, strict=True)} for row in rows if row[0]]


@pytest.mark.parametrize("quarter", YEAR.split(3)[1:3], ids=lambda quarter: quarter.label)
def test_the_synthetic_workbook_counts_the_same_by_openpyxl(quarter):
    def within(number: int, column: str) -> list[dict]:
        return [row for row in rows_of(number)
                if row[column] and quarter.start <= row[column] <= quarter.end]

    def at_end(number: int, began: str, ended: str) -> int:
        return len({row[CHILD] for row in rows_of(number) if row[began] <= quarter.end
                    and (not row[ended] or row[ended] > quarter.end)})

    found = figures(read_annex_a([shared_records() / BOOK], AS_OF), quarter)
    label = quarter.label
    referred = within(3, "Date of Referral")
    held = within(5, "Date of Initial Child Protection Conference")
    assert found[Role.CONTACTS, label] == (len(within(1, "Date of Contact")), None)
    assert found[Role.REFERRALS, label] == (len(referred), None)
    assert found[Role.RE_REFERRALS, label] == (sum(
        row["Number of Referrals in Last 12 Months"] > 0 for row in referred), len(referred))
    assert found[Role.ASSESSMENTS, label] == (
        len(within(4, "Continuous Assessment Date of Authorisation")), None)
    assert found[Role.ENQUIRIES, label] == (len(within(
        5, "Strategy discussion initiating Section 47 Enquiry Start Date")), None)
    assert found[Role.CONFERENCES_TO_PLAN, label] == (sum(
        row["Did the Initial Child Protection Conference Result in a Child Protection Plan"]
        == "Yes" for row in held), len(held))
    assert found[Role.CHILDREN_IN_NEED, label] == (
        at_end(6, "CIN Start Date", "CIN Closure Date"), None)
    assert found[Role.CHILDREN_ON_PLAN, label] == (
        at_end(7, "Child Protection Plan Start Date", "Child Protection Plan End Date"), None)
    assert found[Role.LOOKED_AFTER, label] == (
        at_end(8, "Date Started to be Looked After", "Date Ceased to be Looked After"), None)


def test_every_row_of_the_synthetic_lists_is_used_though_a_team_is_not_known():
    national = read_annex_a([shared_records() / BOOK], AS_OF)
    assert {row["Allocated Team"] for row in rows_of(6)} == {"#N/A"}
    for name, (source,) in national.sources.items():
        assert source.read == source.used == len(rows_of(int(name.split()[1])))
    assert national.findings == ()


def test_no_worker_birth_or_postcode_leaves_the_workbook():
    kept = repr(read_annex_a([shared_records() / BOOK], AS_OF))
    for worker in ("Hazlett", "T28 2WB", "datetime.date(2015, 1, 25)"):
        assert worker not in kept


@pytest.mark.parametrize(("cell", "expected"), [
    pytest.param("b) No", "No", id="a letter"), pytest.param("No", "No", id="no letter"),
    pytest.param(" aa) Yes\u00a0", "Yes", id="two letters and a hard space"),
    pytest.param("#N/A", "", id="nothing, as a lookup writes it"),
    pytest.param("", "", id="blank"),
])
def test_a_cell_without_the_letter_of_its_list(cell, expected):
    assert bare(cell) == expected


@pytest.mark.parametrize(("cell", "expected"), [
    pytest.param("C2: FCO", "C2", id="a colon"), pytest.param("V4", "V4", id="bare"),
    pytest.param("N1 - Abuse or Neglect", "N1", id="a dash"),
    pytest.param("k) E47: Special Guardianship", "E47", id="a letter before"),
    pytest.param("Missing", "Missing", id="no code"),
])
def test_the_code_at_the_start_of_a_label(cell, expected):
    assert leading_code(cell) == expected


def care(status: str, placements: int = 1) -> dict:
    return {CHILD: "A1", "Date Started to be Looked After": date(2020, 6, 1),
            "Date Ceased to be Looked After": None, "Child's Legal Status": status,
            "Reason Ceased to be Looked After": None,
            "Number of Placements in the Last 12 months": placements}


@pytest.mark.parametrize(("status", "expected"), [
    pytest.param("C2: FCO", 1, id="a care order"), pytest.param("V4", 0, id="short breaks"),
    pytest.param("f) V3: short breaks", 0, id="short breaks, labelled"),
])
def test_short_breaks_are_recognised_however_they_are_written(tmp_path, status, expected):
    path = annex_a(tmp_path / "a.xlsx", {"List 8": [care(status)]})
    quarter = parse_period("2020-21 Q4")
    found = figures(read_annex_a([path], quarter.end), quarter)
    assert found[Role.LOOKED_AFTER, quarter.label] == (expected, None)


def test_placements_are_counted_only_on_the_day_of_the_list(tmp_path):
    path = annex_a(tmp_path / "a.xlsx", {"List 8": [care("C2", 3)]})
    found = figures(read_annex_a([path], YEAR.end), *YEAR.split(3))
    assert {key: value for key, value in found.items() if key[0] is Role.MANY_PLACEMENTS} == {
        (Role.MANY_PLACEMENTS, "2020-21 Q4"): (1, 1)}


def test_a_missing_list_makes_no_figures(tmp_path):
    path = annex_a(tmp_path / "a.xlsx", {"List 1": [
        {CHILD: "A1", "Date of Contact": date(2020, 11, 2)}]})
    quarter = parse_period("2020-21 Q3")
    assert figures(read_annex_a([path], AS_OF), quarter) == {
        (Role.CONTACTS, "2020-21 Q3"): (1, None)}


def test_a_bad_cell_is_named_by_list_row_and_column(tmp_path):
    path = annex_a(tmp_path / "a.xlsx", {"List 1": [
        {CHILD: "A1", "Date of Contact": date(2020, 11, 2)},
        {CHILD: "A2", "Date of Contact": "31/02/2021"}]})
    assert [str(one) for one in read_annex_a([path], AS_OF).findings] == [
        "a.xlsx, sheet List 1, row 3, column Date of Contact, value '31/02/2021': is not a date; "
        "correct the cell in the list"]


def refusal_of(*paths) -> str:
    with pytest.raises(InputError) as refusal:
        read_annex_a(paths, AS_OF)
    return str(refusal.value)


def test_files_other_than_one_workbook_of_lists_are_refused_in_one_line(tmp_path):
    other = annex_a(tmp_path / "b.xlsx", {"Sheet1": [{CHILD: "A1"}]})
    broken = tmp_path / "c.xlsx"
    broken.write_bytes(b"PK\x03\x04 cut off")
    assert refusal_of(other, other) == "Annex A: is one workbook; name one file"
    assert refusal_of(other) == ("b.xlsx: is not an Annex A workbook; its sheets must be called "
                                 "List 1 to List 11")
    assert refusal_of(broken) == ("c.xlsx: is not a workbook that can be opened; open it in Excel, "
                                  "remove any password and save it as xlsx")
    lacking = annex_a(tmp_path / "d.xlsx", {"List 1": [{CHILD: "A1", "Contact": "x"}]})
    assert refusal_of(lacking) == ("d.xlsx, sheet List 1, row 1: there is no column Date of "
                                   f"Contact; add it; the file has {CHILD}")
