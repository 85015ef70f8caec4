"""Bad input in the child death overview panel's return: cases CD01 to CD20."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pandas
import pytest
from bad_returns import PERIODS, as_book, as_csv, context_of, lines_of, read, read_folder, read_rows
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from pscb_lib.disclosure.figures import frame
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.ages import complete_years
from pscb_lib.page.rendering.html import render_fragment
from pscb_lib.page.rendering.spreadsheets import neutralised
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Field, read_checked
from pscb_lib.reports.cdop_annual.measures.bands import AGE_BANDS, age_band
from pscb_lib.reports.cdop_annual.measures.rates import measure_rates
from pscb_lib.reports.cdop_annual.places import PANEL, RATE, RATES
from pscb_lib.reports.cdop_annual.returned import RETURN as DEATHS
from pscb_lib.returns.kinds import find_returns

MEANT = "see that this is what is meant"
WRITE_DAY = "write it dd/mm/yyyy"
IN_2014 = {"date_of_death": "30/09/2014", "notified_on": "01/10/2014"}


@pytest.fixture
def read_here(tmp_path):
    """Read deaths, each with some cells changed and a reference of its own."""
    return lambda *changes, **more: read_rows(tmp_path, "deaths", *changes, **more)


def reported(tmp_path, *changes):
    """Read deaths as the report does."""
    content = as_csv(lines_of("deaths", *changes))
    (tmp_path / "deaths.csv").write_text(content, encoding="utf-8", newline="\n")
    return read_folder(tmp_path, "deaths", DEATHS.read_for)


def rates_of(deaths: int, area: str, context):
    """What the report shows of the rate of so many deaths in an area."""
    told = pandas.DataFrame({"notified_on": [date(2013, 6, 1)] * deaths,
                             "lscb_of_residence": [area] * deaths})
    return show(frame(measure_rates(told, context)), "restricted")


@pytest.mark.parametrize("change", [{"date_of_death": "28/02/2000", "notified_on": "02/03/2000"}])
def test_CD01_a_death_before_the_birth_is_refused(read_here, change):
    found = read_here(change)
    assert (found.used, found.rejected) == (0, [
        "row 2, column date_of_birth and date_of_death: a death cannot be before the birth; "
        "correct one of the two dates"])


def test_CD02_a_death_on_the_18th_birthday_is_out_of_scope(read_here):
    found = read_here({"date_of_birth": "01/03/1995"})
    assert (found.used, found.rejected) == (0, [
        "row 2, column date_of_birth and date_of_death: a death on or after the 18th birthday is "
        "outside the panel's review; correct one of the two dates or take the row out"])


def test_CD03_a_death_after_the_reports_day_is_refused(read_here):
    found = read_here({"date_of_death": "01/02/2015", "notified_on": "02/02/2015"})
    assert (found.used, found.rejected) == (0, [
        "row 2, column date_of_death, value '01/02/2015': the death lies after the day of the "
        "report, 31/01/2015; correct the date"])


def test_CD04_a_day_comes_before_its_month(read_here):
    found = read_here({"date_of_death": "03/04/2014", "notified_on": "01/10/2014"})
    assert (found.column("date_of_death"), found.checked.findings) == ([date(2014, 4, 3)], ())


def test_CD05_the_iso_form_in_the_same_column_is_the_same_day(read_here):
    found = read_here(*({"death_id": name, "date_of_death": text, "notified_on": "01/10/2014"}
                        for name, text in (("CDOP-1", "03/04/2014"), ("CDOP-2", "2014-04-03"))))
    assert found.column("date_of_death") == [date(2014, 4, 3)] * 2


def test_CD06_a_number_is_the_day_that_excel_counts(tmp_path):
    change = {"date_of_death": 41912, "notified_on": "01/10/2014"}
    found = read(tmp_path, "deaths", as_book(lines_of("deaths", change)))
    assert found.column("date_of_death") == [date(2014, 9, 30)]
    assert found.normalised == [
        "sheet Return, row 2, column date_of_death, value '41912': 41912 read as 30/09/2014; "
        + MEANT]


@pytest.mark.parametrize(("change", "message"), [
    pytest.param({"date_of_death": "42036"}, "row 2, column date_of_death, value '42036': is a "
                 f"number, but not Excel's number for a date that a return can have; {WRITE_DAY}",
                 id="a day after the report's"),
    pytest.param({"date_of_death": "41912", "date_of_birth": "01/10/2014"}, "row 2, column "
                 "date_of_birth and date_of_death: a death cannot be before the birth; correct one "
                 "of the two dates", id="a day before the birth"),
])
def test_CD06_a_number_outside_birth_and_report_is_refused(read_here, change, message):
    found = read_here({"notified_on": "01/10/2014", **change})
    assert (found.used, found.rejected) == (0, [message])


def test_CD07_a_workbook_of_the_1904_system_has_the_days_of_excel(tmp_path):
    book = as_book(lines_of(
        "deaths", {**IN_2014, "date_of_death": datetime(2014, 9, 30)},
        {**IN_2014, "death_id": "CDOP-2", "date_of_death": 41912 - 1462}))
    book.epoch = CALENDAR_MAC_1904
    found = read(tmp_path, "deaths", book)
    assert found.column("date_of_death") == [date(2014, 9, 30)] * 2
    assert found.normalised == [
        "sheet Return, row 3, column date_of_death, value '40450': 40450 read as 30/09/2014; "
        + MEANT]


@pytest.mark.parametrize("cell", ["31/02/2014", "00/01/2014", "unknown"])
def test_CD08_an_invalid_date_is_refused_and_never_coerced(read_here, cell):
    found = read_here({"date_of_death": cell})
    assert (found.used, found.rejected) == (0, [
        f"row 2, column date_of_death, value '{cell}': is not a date; {WRITE_DAY}"])


def test_CD09_a_year_of_two_digits_is_of_this_century_or_the_last(read_here):
    found = read_here({"date_of_birth": "15/02/14", "date_of_death": "14/09/14",
                       "notified_on": "01/10/2014"},
                      {"death_id": "CDOP-2", "date_of_birth": "14/09/96"})
    assert found.column("date_of_death") == [date(2014, 9, 14), date(2013, 3, 1)]
    assert found.column("date_of_birth") == [date(2014, 2, 15), date(1996, 9, 14)]
    assert found.normalised == [
        *(f"row {row}, column date_of_birth: is not written in the usual form, and was read by "
          f"rule; {MEANT}" for row in (2, 3)),
        "row 2, column date_of_death, value '14/09/14': 14/09/14 read as 14/09/2014; " + MEANT]


@pytest.mark.parametrize("cell", [datetime(2014, 9, 5), datetime(2014, 5, 9), "Oct-14", "05-Sep"])
def test_CD10_an_age_band_turned_into_a_date_is_named_for_what_happened(tmp_path, cell):
    book = as_book([["age_band", "deaths"], [cell, 3]])
    book.save(tmp_path / "bands.xlsx")
    band = cells.code("an age band", cells.one_of("0-4", "5-9", "10-14"))
    checked = read_checked(tmp_path / "bands.xlsx", (
        Field("age_band", band, "write 5-9 or 10-14"), Field("deaths", cells.whole_number)))
    shown = cell if isinstance(cell, str) else f"{cell:%Y-%m-%d}"
    assert [str(finding) for finding in checked.findings] == [
        f"bands.xlsx, sheet Return, row 2, column age_band, value '{shown}': is a date: Excel has "
        "turned an age band into one; format the column as text and type it again; write 5-9 or "
        "10-14"]


@pytest.mark.parametrize("cell", ["11", "Sudden unexpected"])
def test_CD11_an_unknown_category_is_refused_with_the_codes(read_here, cell):
    found = read_here({"category": cell})
    assert (found.used, found.rejected) == (0, [
        f"row 2, column category, value '{cell}': is not one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10; use "
        "the number of a category from 1 to 10"])


def test_CD11_a_label_is_its_code(read_here):
    found = read_here({"category": "Infection"})
    assert (found.column("category"), found.normalised) == (["9"], [
        "row 2, column category, value 'Infection': Infection read as 9; " + MEANT])


def test_CD12_one_reference_and_two_dates_are_both_refused(read_here):
    found = read_here({}, {"date_of_death": "02/03/2013"})
    assert (found.used, found.rejected) == (0, [
        f"row {row}, column date_of_death, value '{value}': rows 2 and 3 have one case reference "
        "and are not the same; correct the reference or take the wrong row out"
        for row, value in ((2, "01/03/2013"), (3, "02/03/2013"))])


def test_CD12_the_same_row_is_one_death(read_here):
    found = read_here({}, {})
    assert (found.used, found.normalised) == (
        1, ["row 2: rows 2 and 3 are the same: one is kept; send each row once"])


def test_CD13_a_panel_before_the_death_is_refused(read_here):
    found = read_here({"panel_completed_on": "2013-02-28"})
    assert (found.used, found.rejected) == (0, [
        "row 2, column panel_completed_on and date_of_death, value '2013-02-28 and 01/03/2013': "
        "the panel cannot complete a review before the death; correct one of the two dates"])


def test_CD14_a_blank_in_a_closed_review_is_not_recorded_and_never_no(read_here):
    found = read_here({"modifiable": "", "panel_completed_on": "01/09/2013"})
    assert (found.column("modifiable"), found.noted) == ([None], [
        "row 2, column modifiable and panel_completed_on, value ' and 01/09/2013': is blank in a "
        'review that is complete; counted as "not recorded", never as "no"'])


@pytest.mark.parametrize("kind", ["stillbirth", "lawful termination"])
def test_CD15_a_death_out_of_scope_is_left_out_and_listed(read_here, kind):
    found = read_here({"kind": kind}, {"death_id": "CDOP-2"})
    assert (found.used, found.checked.reasons) == (1, {kind: 1})
    assert found.noted == [f"row 2, column kind, value '{kind}': a {kind} is outside the panel's "
                           "review; it is left out"]


def test_CD16_without_a_population_there_is_no_rate_and_it_says_so():
    context = context_of("deaths")
    unknown = replace(context, settings=replace(context.settings, panel="Northshire"))
    shown = rates_of(12, "Northshire", unknown)
    assert shown.get(RATES, PANEL, RATE).state == "not collected"


@pytest.mark.parametrize(("deaths", "state"), [(2, "suppressed"), (3, "")])
def test_CD17_no_rate_is_made_of_fewer_than_three_deaths(deaths, state):
    shown = rates_of(deaths, "Peterborough", context_of("deaths"))
    row = next(row for row in shown.rows(RATES) if row.startswith("Peterborough"))
    assert shown.get(RATES, row, RATE).state == state


@pytest.mark.parametrize("kind", sorted(find_returns()))
def test_CD18_columns_that_identify_refuse_every_return(tmp_path, kind):
    returns = find_returns()[kind]
    context = context_of(kind if kind in PERIODS else "data_set")
    names = [field.name for field in returns.fields(context)]
    more = ["Name", "NHS number", "Address", "Child's surname", "PostCode", "UPN"]
    content = as_csv([[*names, *more], ["secret"] * (len(names) + len(more))])
    (tmp_path / "sent.csv").write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        returns.check(tmp_path / "sent.csv", context)
    assert str(refused.value) == (
        "sent.csv, row 1: columns that identify a child are not taken (Name, NHS number, Address, "
        "Child's surname, PostCode, UPN); remove them from the file and delete the copy that was "
        "sent; no row was read")


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '=HYPERLINK("x","y")'])
def test_CD19_hostile_text_is_kept_as_text_and_shown_as_text(read_here, hostile):
    assert read_here({"learning_theme": hostile}).column("learning_theme") == [hostile]
    prose = render_fragment({"kind": "prose", "runs": [{"text": hostile}]})
    assert "<script" not in prose
    assert neutralised(hostile) == ("'" + hostile if hostile.startswith("=") else hostile)


@pytest.mark.parametrize(("died", "years"), [("28/02/2014", 13), ("01/03/2014", 14)])
def test_CD20_a_child_of_29_february_has_its_birthday_on_1_march(tmp_path, died, years):
    found = reported(tmp_path, {"date_of_death": died, "notified_on": "01/10/2014"})
    assert found.column("age_in_years") == [years]
    assert complete_years(date(2000, 2, 29), cells.day(died)) == years


@pytest.mark.parametrize(("days", "band"), [(27, AGE_BANDS[0]), (28, AGE_BANDS[1])])
def test_CD20_a_newborn_has_lived_up_to_27_completed_days(days, band):
    assert age_band({"age_in_days": days, "age_in_years": 0}) == band
