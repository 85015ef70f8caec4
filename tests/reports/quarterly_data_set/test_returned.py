"""The quarterly return: every row is used, rejected with its reason, or left out and counted."""

import csv
import shutil
from datetime import date

import openpyxl
import pytest
from sample import measure

from pscb_lib.board.context import open_context
from pscb_lib.framework.spellings import SPELLINGS
from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.reports.quarterly_data_set.returned import RETURN as DATA_SET

COUNT = {
    "agency": "Cambridgeshire Constabulary", "indicator": "MS1", "period": "2014-15 Q3",
    "numerator": "79", "denominator": "", "actual": "", "status": "", "submitted_on": "20/01/2015",
    "source": "illustrative",
}
PERCENT = COUNT | {"indicator": "MS10", "numerator": "31", "denominator": "52"}
WRITE_COUNT = ("write a whole number, 0 for none, c if it may not be sent, x if it is not known, "
               "or z if it does not apply")
AGENCY = "is not an agency on the register (nearest: Cambridgeshire Constabulary)"


def rejected(checked):
    """What was rejected, as a clerk reads it."""
    return [str(finding) for finding in checked.findings
            if finding.reaction is Reaction.REJECTED]


@pytest.fixture
def read(sample_project):
    """Read these rows as the only return of the project, from police.csv."""
    folder = sample_project / "pscb_lib" / "samples" / "data_set"
    shutil.rmtree(folder)
    folder.mkdir()

    def read_rows(*rows):
        with (folder / "police.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COUNT)
            writer.writeheader()
            writer.writerows(rows)
        return DATA_SET.read_for(
            open_context("2014-15 Q3", "2015-01-31", "pscb_lib/samples", "board"))

    return read_rows


@pytest.mark.parametrize(("row", "expected"), [
    pytest.param(COUNT | {"agency": "Cambridgeshire Constabulry"},
                 f"column agency, value 'Cambridgeshire Constabulry': {AGENCY}; "
                 "use a name from params/agencies.csv", id="an agency that is not known"),
    pytest.param(COUNT | {"indicator": "MS01"},
                 "column indicator, value 'MS01': is not on the register of indicators "
                 "(nearest: MS1); use an id from params/indicators.csv", id="an unknown indicator"),
    pytest.param(COUNT | {"period": "Sep-14 Q9"},
                 f"column period, value 'Sep-14 Q9': is not a period; write one of: {SPELLINGS}; "
                 "write it like 2014-15 Q3", id="a period that cannot be read"),
    pytest.param(COUNT | {"period": "2013-14"},
                 "column period, value '2013-14': a figure is of a quarter or of a month; "
                 "write it like 2014-15 Q3", id="a figure of a whole year"),
    pytest.param(COUNT | {"numerator": "about 40"},
                 "column numerator, value 'about 40': is not a whole number; " + WRITE_COUNT,
                 id="a numerator in words"),
    pytest.param(COUNT | {"denominator": "-3"},
                 "column denominator, value '-3': is not a whole number; " + WRITE_COUNT,
                 id="a denominator below zero"),
    pytest.param(PERCENT | {"actual": "most"},
                 "column actual, value 'most': is neither a number nor a percentage; write a "
                 "number from 0 to 100, or leave it blank: where there is none, c, x or z is "
                 "written among the counts", id="a percentage in words"),
    pytest.param(COUNT | {"status": "c", "numerator": ""},
                 "column status, value 'c': is not one of not supplied, no cases, suppressed, "
                 "not collected, not applicable; leave blank or use one of these",
                 id="a status that is not one of the five"),
    pytest.param(COUNT | {"submitted_on": "31/02/2015"},
                 "column submitted_on, value '31/02/2015': is not a date; write it dd/mm/yyyy",
                 id="a day that does not exist"),
    pytest.param(COUNT | {"source": ""},
                 "column source, value '': must not be blank; say where the row is from",
                 id="a row without a source"),
    pytest.param(COUNT | {"numerator": ""},
                 "column numerator and status, value ' and ': a row needs a figure or the reason "
                 "why there is none; fill the numerator or the status", id="neither"),
    pytest.param(COUNT | {"status": "no cases"},
                 "column numerator and status, value '79 and no cases': a row needs a figure or "
                 "the reason why there is none; fill the numerator or the status", id="both"),
    pytest.param(PERCENT | {"denominator": ""},
                 "column numerator and denominator, value '31 and ': a percentage needs its "
                 "denominator; fill the denominator", id="a percentage of nothing"),
    pytest.param(PERCENT | {"numerator": "97", "denominator": "86"},
                 "column numerator and denominator, value '97 and 86': the numerator must not "
                 "exceed the denominator; correct one of the two counts", id="97 of 86"),
    pytest.param(PERCENT | {"actual": "61"},
                 "column actual and numerator and denominator, value '61 and 31 and 52': the "
                 "percentage sent differs from its own counts by more than a point; correct the "
                 "percentage or the counts", id="61 where the counts make 59.6"),
])
def test_a_row_that_breaks_a_rule_is_rejected_with_its_place_and_remedy(read, row, expected):
    checked = read(COUNT | {"indicator": "PO1"}, row)

    assert rejected(checked) == [f"police.csv, row 3, {expected}"]
    assert checked.rows == {"read": 2, "used": 1, "rejected": 1, "left_out": 0}


@pytest.mark.parametrize("row", [
    pytest.param(PERCENT | {"actual": "60.6"}, id="a percentage within a point of its counts"),
    pytest.param(PERCENT | {"numerator": "0", "denominator": "0"}, id="none of none"),
    pytest.param(PERCENT | {"numerator": "", "actual": "60", "status": "suppressed"},
                 id="a percentage whose numerator was suppressed at its source"),
    pytest.param(COUNT | {"indicator": "CN1", "numerator": "1765", "denominator": "46552",
                          "actual": "379.1"}, id="a rate with its population"),
    pytest.param(COUNT | {"period": "2014-11"}, id="a figure of one month"),
    pytest.param(COUNT | {"submitted_on": "31/01/2015"}, id="sent on the day of the report"),
    pytest.param(COUNT | {"agency": "  cambs   constabulary "}, id="an agency by another name"),
])
def test_a_valid_row_is_used(read, row):
    assert read(row).rows == {"read": 1, "used": 1, "rejected": 0, "left_out": 0}


def test_a_row_outside_the_report_is_left_out_and_counted(read):
    checked = read(COUNT, COUNT | {"submitted_on": "01/02/2015"},
                   COUNT | {"indicator": "ED4", "period": "2013-14 Q4"},
                   COUNT | {"period": "2014-15 Q4"}, COUNT | {"period": "2015-01"})

    assert checked.reasons == {"submitted after the day of the report": 1,
                               "about an indicator that is not on this year's register": 1,
                               "about a later period": 2}
    assert checked.rows == {"read": 5, "used": 1, "rejected": 0, "left_out": 4}


def test_a_row_is_typed_and_the_agency_has_its_own_name(read):
    row = read(PERCENT | {"source": " an  illustration "}).frame.iloc[0]

    assert row["agency"] == "Cambridgeshire Constabulary"
    assert (row["numerator"], row["denominator"], row["status"]) == (31, 52, None)
    assert (row["period"].label, row["submitted_on"]) == ("2014-15 Q3", date(2015, 1, 20))
    assert row["source"] == "an illustration"


def test_a_figure_sent_twice_on_one_day_with_two_values_is_not_used(read):
    checked = read(COUNT, COUNT | {"numerator": "97"})

    assert checked.rows == {"read": 2, "used": 0, "rejected": 2, "left_out": 0}
    assert rejected(checked) == [
        f"police.csv, row {row}, column numerator, value '{value}': rows 2 and 3 are of one figure "
        "sent on one day and are not the same; take the wrong row out"
        for row, value in ((2, 79), (3, 97))]


def of_care(indicator, numerator, denominator=""):
    return COUNT | {"agency": "Safeguarding team", "indicator": indicator, "numerator": numerator,
                    "denominator": denominator}


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param([of_care("CP5", "240"), of_care("CP9", "7", "240"),
                  of_care("CP11", "149", "156")], [], id="all can be right"),
    pytest.param([of_care("CP5", "5"), of_care("CP9", "7", "240")],
                 ["children on a plan: 5 in CP5 and 240 in CP9, and it is one count",
                  "children on a plan for two years or more: 7 in CP9, more than children on "
                  "a plan: 5 in CP5"], id="more plans open two years than plans"),
    pytest.param([of_care("CP9", "7", "240"), of_care("CP11", "3", "3")],
                 ["children on a plan for two years or more: 7 in CP9, more than children on "
                  "a plan for three months or more: 3 in CP11"], id="a part by its role"),
    pytest.param([of_care("CP5", "5"), of_care("CP9", "7", "240"),
                  of_care("CP5", "240") | {"submitted_on": "25/01/2015"}], [],
                 id="sent again and right"),
    pytest.param([of_care("CP5", "c"), of_care("CP9", "7", "240")], [], id="not told"),
])
def test_figures_that_cannot_all_be_right_are_noted_for_the_analyst(read, rows, expected):
    found = [one for one in read(*rows).findings if "in CP" in one.rule]

    assert [one.rule for one in found] == expected
    assert {(one.reaction, one.row) for one in found} <= {(Reaction.NOTED, None)}


def test_a_workbook_is_read_like_a_text_file(read, sample_project):
    book = openpyxl.Workbook()
    book.active.append(list(COUNT))
    book.active.append(list((COUNT | {"indicator": "PO2"}).values()))
    book.save(sample_project / "pscb_lib" / "samples" / "data_set" / "housing.xlsx")

    assert [source.file for source in read(COUNT).sources] == ["housing.xlsx", "police.csv"]


def test_an_empty_folder_is_refused(sample_project):
    for path in (sample_project / "pscb_lib" / "samples" / "data_set").iterdir():
        path.unlink()

    with pytest.raises(InputError) as refused:
        measure()
    assert str(refused.value) == (
        "data_set: there is no return in the folder; put each agency's csv file there")


def test_the_sample_is_accounted_for_row_by_row(sample):
    assert sample.returned.rows == {"read": 561, "used": 480, "rejected": 3, "left_out": 78}
    assert len(sample.returned.sources) == 13
