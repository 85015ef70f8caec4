"""The panel's return: which files and rows are refused, rejected, left out, noted and used."""

import csv
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from papers import ROOT

from pscb_lib.board.context import open_context
from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.reports.cdop_annual.returned import RETURN as DEATHS
from pscb_lib.reports.cdop_annual.returned import panel_areas
from pscb_lib.reports.cdop_annual.returned.record import make_fields

FIELDS = make_fields(date(2015, 1, 31))
DEATH = {
    "death_id": "CDOP-1", "kind": "death", "lscb_of_residence": "Peterborough",
    "date_of_birth": "29/02/2000", "date_of_death": "01/03/2013", "notified_on": "02/03/2013",
    "sex": "male", "expected": "no", "panel_completed_on": "01/09/2013", "category": "3",
    "modifiable": "yes", "source": "illustrative",
}


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Read rows like DEATH, each with some cells changed."""
    monkeypatch.chdir(ROOT)
    context = open_context("2013-14", "2015-01-31", "pscb_lib/samples", "restricted")

    def read_rows(*changes, more_columns=()):
        names = [field.name for field in FIELDS] + list(more_columns)
        with (tmp_path / "deaths.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, restval="")
            writer.writeheader()
            writer.writerows(DEATH | change for change in changes)
        return DEATHS.read_for(replace(context, returns=tmp_path))

    return read_rows


def message(checked):
    assert len(checked.findings) == 1
    return str(checked.findings[0])


@pytest.mark.parametrize(("change", "expected"), [
    pytest.param(
        {"date_of_death": "28/02/2000", "notified_on": "02/03/2000"},
        "deaths.csv, row 2, column date_of_birth and date_of_death: a death cannot be before the "
        "birth; correct one of the two dates", id="death before birth, no date repeated"),
    pytest.param(
        {"date_of_birth": "01/03/1995"},
        "deaths.csv, row 2, column date_of_birth and date_of_death: a death on or after the 18th "
        "birthday is outside the panel's review; correct one of the two dates or take the row out",
        id="death on the 18th birthday"),
    pytest.param(
        {"date_of_death": "01/02/2015", "notified_on": "02/02/2015", "panel_completed_on": ""},
        "deaths.csv, row 2, column date_of_death, value '01/02/2015': the death lies after the "
        "day of the report, 31/01/2015; correct the date", id="death after the report's day"),
    pytest.param(
        {"notified_on": "28/02/2013"},
        "deaths.csv, row 2, column notified_on and date_of_death, value '28/02/2013 and "
        "01/03/2013': a death cannot be notified before it happened; correct one of the two dates",
        id="notified before death"),
    pytest.param(
        {"panel_completed_on": "2013-02-28"},
        "deaths.csv, row 2, column panel_completed_on and date_of_death, value '2013-02-28 and "
        "01/03/2013': the panel cannot complete a review before the death; correct one of the two "
        "dates", id="panel before death"),
    pytest.param(
        {"inquest_concluded_on": "01/01/2013"},
        "deaths.csv, row 2, column inquest_concluded_on and date_of_death, value '01/01/2013 and "
        "01/03/2013': an inquest cannot conclude before the death; correct one of the two dates",
        id="inquest before death"),
    pytest.param(
        {"scr": "yes", "referred_for_case_review": "no"},
        "deaths.csv, row 2, column scr and referred_for_case_review, value 'yes and no': a serious "
        "case review needs a referral for case review; correct one of the two answers",
        id="case review without referral"),
    pytest.param(
        {"recommendations": "1", "recommendations_done": "2"},
        "deaths.csv, row 2, column recommendations_done and recommendations, value '2 and 1': more "
        "recommendations are done than were made; correct one of the two numbers",
        id="more done than made"),
    pytest.param(
        {"recommendations": "2", "recommendations_done": "1", "recommendations_evidenced": "2"},
        "deaths.csv, row 2, column recommendations_evidenced and recommendations_done, value '2 "
        "and 1': more recommendations have evidence of an outcome than are done; correct one of "
        "the two numbers", id="more evidenced than done"),
    pytest.param(
        {"category": "11"},
        "deaths.csv, row 2, column category, value '11': is not one of 1, 2, 3, 4, 5, 6, 7, 8, 9, "
        "10; use the number of a category from 1 to 10", id="category 11"),
    pytest.param(
        {"category": "Sudden unexpected"},
        "deaths.csv, row 2, column category, value 'Sudden unexpected': is not one of 1, 2, 3, 4, "
        "5, 6, 7, 8, 9, 10; use the number of a category from 1 to 10", id="part of a label"),
    pytest.param(
        {"date_of_birth": "31/02/2014"},
        "deaths.csv, row 2, column date_of_birth: is not a date; write it dd/mm/yyyy",
        id="a date of birth is not repeated"),
    pytest.param(
        {"date_of_death": "unknown"},
        "deaths.csv, row 2, column date_of_death, value 'unknown': is not a date; write it "
        "dd/mm/yyyy", id="a day that is not one"),
])
def test_a_row_that_breaks_a_rule_is_rejected_and_named(read, change, expected):
    checked = read(change)

    assert message(checked) == expected
    assert checked.rows == {"read": 1, "used": 0, "rejected": 1, "left_out": 0}


def test_columns_that_identify_a_child_refuse_the_whole_file_and_repeat_no_value(read):
    secret = {"Name": "Secret", "NHS number": "0000000000", "Address": "Somewhere"}

    with pytest.raises(InputError) as refused:
        read(secret, more_columns=list(secret))

    assert str(refused.value) == (
        "deaths.csv, row 1: columns that identify a child are not taken (Name, NHS number, "
        "Address); remove them from the file and delete the copy that was sent; no row was read")


def test_a_missing_column_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    context = open_context("2013-14", "2015-01-31", "pscb_lib/samples", "restricted")
    names = ",".join(field.name for field in FIELDS
                     if field.name != "notified_on" and not field.optional)
    (tmp_path / "deaths.csv").write_text(names, encoding="utf-8")

    with pytest.raises(InputError) as refused:
        DEATHS.read_for(replace(context, returns=tmp_path))

    assert str(refused.value) == (
        "deaths.csv, row 1: there is no column notified_on; add it; the file has "
        + names.replace(",", ", "))


def test_the_panel_reports_on_a_financial_year(monkeypatch):
    monkeypatch.chdir(ROOT)

    with pytest.raises(InputError) as refused:
        DEATHS.read_for(open_context("2014-15 Q3", "2015-01-31", "pscb_lib/samples", "board"))

    assert str(refused.value) == (
        "parameters, column period, value '2014-15 Q3': is not a financial year; write it like "
        "2013-14")


@pytest.mark.parametrize(("change", "reason"), [
    pytest.param({"kind": "stillbirth"}, "stillbirth", id="stillbirth"),
    pytest.param({"kind": "lawful termination"}, "lawful termination", id="lawful termination"),
    pytest.param({"lscb_of_residence": "Lincolnshire"}, "lived outside the panel's area",
                 id="child of another area"),
    pytest.param({"date_of_death": "30/01/2015", "notified_on": "01/02/2015",
                  "panel_completed_on": ""}, "notified after the day of the report",
                 id="notified after the report's day"),
])
def test_a_death_outside_the_panels_scope_is_left_out_with_its_reason(read, change, reason):
    checked = read({"death_id": "CDOP-2"}, change)

    assert checked.reasons == {reason: 1}
    assert checked.rows == {"read": 2, "used": 1, "rejected": 0, "left_out": 1}


def test_a_stillbirth_is_listed_by_its_row(read):
    checked = read({"kind": "stillbirth"})

    assert message(checked) == ("deaths.csv, row 2, column kind, value 'stillbirth': a "
                                "stillbirth is outside the panel's review; it is left out")
    assert checked.findings[0].reaction is Reaction.NOTED


@pytest.mark.parametrize("change", [{}, {"expected": "yes"}, {"category": "4"}])
def test_a_death_that_the_coroner_was_not_told_of_is_used_and_asked_about(read, change):
    checked = read({"coroner": "no"} | change)

    cells = DEATH | change
    assert message(checked) == (
        f"deaths.csv, row 2, column coroner and category and expected, value 'no and "
        f"{cells['category']} and {cells['expected']}': an unexpected death, or one of category 1, "
        "2, 3 or 10, is reported to the coroner; panel co-ordinator: ask the coroner's office, and "
        "correct the answer that is wrong")
    assert (checked.findings[0].reaction, checked.rows["used"]) == (Reaction.NOTED, 1)


@pytest.mark.parametrize("change", [{"coroner": ""}, {"coroner": "yes"},
                                    {"coroner": "no", "expected": "yes", "category": "4"}])
def test_the_coroner_need_not_be_told_of_every_death(read, change):
    assert read(change).findings == ()


def test_a_sudden_unexplained_death_without_a_response_is_asked_about(read):
    checked = read({"rapid_response": "no", "category": "10"})

    assert message(checked) == (
        "deaths.csv, row 2, column rapid_response and category, value 'no and 10': a sudden, "
        "unexplained death has had no coordinated response; panel co-ordinator: say why, or "
        "correct the answer")
    assert (checked.findings[0].reaction, checked.rows["used"]) == (Reaction.NOTED, 1)


def test_a_wider_concern_says_what_it_arises_from(read):
    checked = read({"wider_concern": "housing"})

    assert message(checked) == (
        "deaths.csv, row 2, column wider_concern and wider_concern_from, value 'housing and ': a "
        "wider concern arises from a particular death or from a pattern of deaths; fill both or "
        "neither")
    assert checked.rows["rejected"] == 1


def test_a_blank_on_a_complete_review_is_noted_and_never_a_no(read):
    checked = read({"modifiable": ""})

    assert list(checked.frame["modifiable"]) == [None]
    assert message(checked) == (
        "deaths.csv, row 2, column modifiable and panel_completed_on, value ' and 01/09/2013': is "
        'blank in a review that is complete; counted as "not recorded", never as "no"')


def test_a_review_completed_after_the_reports_day_is_still_open(read):
    checked = read({"panel_completed_on": "01/02/2015"}, {"death_id": "CDOP-2"})

    assert list(checked.frame["panel_completed_on"]) == [None, date(2013, 9, 1)]


@pytest.mark.parametrize("text", ["03/04/2013", "2013-04-03"])
def test_days_are_read_day_first_and_in_iso_form(read, text):
    frame = read({"date_of_death": text, "notified_on": text}).frame

    assert list(frame["date_of_death"]) == [date(2013, 4, 3)]


def test_a_workbook_with_real_dates_is_read_alike(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    context = open_context("2013-14", "2015-01-31", "pscb_lib/samples", "restricted")
    names = [field.name for field in FIELDS]
    book = Workbook()
    book.active.append(names)
    row = DEATH | {"date_of_death": datetime(2013, 3, 1)}
    book.active.append([row.get(name) for name in names])
    book.save(tmp_path / "deaths.xlsx")

    checked = DEATHS.read_for(replace(context, returns=tmp_path))

    assert list(checked.frame["date_of_death"]) == [date(2013, 3, 1)]
    assert checked.sources[0].file == "deaths.xlsx"


def test_a_category_may_be_sent_by_its_name(read):
    frame = read({"category": "trauma and other external factors"}).frame

    assert list(frame["category"]) == ["3"]


def test_a_date_of_birth_becomes_an_age_and_is_dropped(read):
    frame = read({}).frame

    assert "date_of_birth" not in frame.columns
    assert list(frame["age_in_years"]) == [13]
    assert list(frame["age_in_days"]) == [(date(2013, 3, 1) - date(2000, 2, 29)).days]


def test_the_same_row_twice_is_one_death(read):
    checked = read({}, {})

    assert checked.reasons == {"the same row standing in the file again": 1}
    assert checked.rows == {"read": 2, "used": 1, "rejected": 0, "left_out": 1}


def test_two_deaths_with_one_reference_are_both_rejected(read):
    checked = read({}, {"date_of_death": "02/03/2013", "category": "4"}, {"death_id": "CDOP-2"})

    assert [str(finding) for finding in checked.findings] == [
        f"deaths.csv, row {row}, column date_of_death and category, value '{value}': rows 2 and 3 "
        "have one case reference and are not the same; correct the reference or take the wrong "
        "row out" for row, value in ((2, "01/03/2013 and 3"), (3, "02/03/2013 and 4"))]
    assert checked.rows == {"read": 3, "used": 1, "rejected": 2, "left_out": 0}


@pytest.mark.parametrize(("panel", "areas"), [
    pytest.param("Peterborough", ("Peterborough",), id="a panel of one"),
    pytest.param("Cambridgeshire and Peterborough", ("Cambridgeshire", "Peterborough"),
                 id="a joint panel"),
    pytest.param("Derby, Stoke and Leicester", ("Derby", "Stoke", "Leicester"), id="of three"),
    pytest.param("Telford and Wrekin and Shropshire", ("Telford and Wrekin", "Shropshire"),
                 id="the name of an authority is one"),
    pytest.param("Bournemouth, Christchurch and Poole, Dorset and Kingston upon Hull, City of",
                 ("Bournemouth, Christchurch and Poole", "Dorset", "Kingston upon Hull, City of"),
                 id="a comma too"),
])
def test_the_areas_of_a_panel_are_read_from_its_name(panel, areas):
    assert panel_areas(panel) == areas
