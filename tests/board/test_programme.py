"""The programme is Appendix 1, as printed and as scheduled."""

from __future__ import annotations

from pathlib import Path

import pytest
from audit_returns import sample_context

from pscb_lib.board.programme import lead_of, read_programme
from pscb_lib.framework.scheduling.frequency import Frequency
from pscb_lib.framework.scheduling.programme import Route, Strand
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError

PATH = Path(__file__).parents[2] / "params" / "audit_programme.csv"
PROGRAMME = read_programme(PATH)

# Subject, frequency, dates, lead and comment of Appendix 1, letter by letter.
SCRUTINY = "Scrutiny at Q & E Group prior to presentation at PSCB"
PRINTED = {
    1: ("LSCB Membership and Development", "Annually", "N/A", "Ind. Chair", ""),
    2: ("Attendance at LSCB meetings audit", "Annually", "N/A", "PSCB Admin",
        "Included in PSCB Annual Report"),
    3: ("Budget monitoring", "Monthly", "N/A", "Business Manager", "Include in Annual Report"),
    6: ("Effectiveness of PSCB Training", "Annually", "",
        "Strategic Learning &Development Group", "Report to PSCB and include in Annual Report"),
    8: ("s11", "Biennial", "November 2014", "Business Manager",
        "Reporting to PSCB following scrutiny at Q & E Group"),
    9: ("Child Death Overview Panel Data", "Annually", "", "CDOP Chair", "Full Report to PSCB"),
    10: ("PSCB Data set", "Review a selection of data at each Q&E meeting", "Quarterly",
         "Q& E Group Chair", SCRUTINY),
    11: ("Children Missing from home and care Report", "Annually", "6 monthly",
         "Perf Management Team", SCRUTINY),
    12: ("Allegations of abuse against staff and volunteers", "Half Yearly", "N/A", "LADO",
         SCRUTINY),
    13: ("Private Fostering report", "Annually", "N/A", "Private Fostering Officer", SCRUTINY),
    14: ("Child Protection Conferencing Data", "Quarterly", "N/A", "Safeguarding Team Manager",
         SCRUTINY),
    15: ("CAF", "Half Yearly", "N/A", "CAF Team Manager", SCRUTINY),
    16: ("Single agency Audits", "As completed", "N/A", "Q&E Chair", f"{SCRUTINY} if required"),
    20: ("Multi-agency audit x 3", "3 x Annually", "On audit schedule", "Business Manager",
         "Report to Q & E Group & PSCB"),
    21: ("SCR recommendations Auditing of completed actions", "Ongoing", "6 months", "SCR group",
         ""),
    22: ("Management Reviews", "As & when required", "", "SCR Group", "SCR Group"),
}


def test_the_items_keep_appendix_1s_own_numbers_and_order() -> None:
    assert [audit.item for audit in PROGRAMME.audits] == list(PRINTED)


@pytest.mark.parametrize("item", [
    pytest.param(item, id=f"item {item} is as printed") for item in PRINTED
])
def test_an_item_is_as_printed(item: int) -> None:
    audit = PROGRAMME.item(item)
    assert PRINTED[item] == (audit.subject, audit.frequency_printed, audit.dates_printed,
                             audit.lead_printed, audit.comment)


@pytest.mark.parametrize(("items", "strand", "section"), [
    pytest.param((1, 2, 3, 6), Strand.ONGOING, "ONGOING - Board Performance", id="the Board"),
    pytest.param((8, 9, 10), Strand.ONGOING, "ONGOING - Monitoring Audits", id="monitoring"),
    pytest.param((11, 12, 13, 14, 15, 16), Strand.ONGOING, "ONGOING- Quality Assurance Reports",
                 id="quality assurance"),
    pytest.param((20,), Strand.COMMISSIONED, "COMMISSIONED Scrutiny audits", id="commissioned"),
    pytest.param((21, 22), Strand.RESPONSIVE, "RESPONSIVE audits", id="responsive"),
])
def test_items_stand_under_the_headings_of_appendix_1(items, strand, section) -> None:
    found = [audit.item for audit in PROGRAMME.audits if audit.section == section]
    assert found == list(items)
    assert {PROGRAMME.item(item).strand for item in items} == {strand}


@pytest.mark.parametrize(("printed", "frequency"), [
    pytest.param("Annually", Frequency.ANNUAL, id="annually"),
    pytest.param("Monthly", Frequency.MONTHLY, id="monthly"),
    pytest.param("Biennial", Frequency.BIENNIAL, id="biennial"),
    pytest.param("Quarterly", Frequency.QUARTERLY, id="quarterly"),
    pytest.param("Half Yearly", Frequency.HALF_YEARLY, id="half yearly"),
    pytest.param("3 x Annually", Frequency.THREE_TIMES_A_YEAR, id="three times a year"),
    pytest.param("As completed", Frequency.AS_COMPLETED, id="as completed"),
    pytest.param("As & when required", Frequency.AS_REQUIRED, id="as and when required"),
    pytest.param("Ongoing", Frequency.ONGOING, id="ongoing"),
    pytest.param("Review a selection of data at each Q&E meeting", Frequency.QUARTERLY,
                 id="the data set, whose dates read quarterly"),
])
def test_a_printed_frequency_has_one_code(printed: str, frequency: Frequency) -> None:
    coded = {audit.frequency for audit in PROGRAMME.audits if audit.frequency_printed == printed}
    assert coded == {frequency}


def test_item_11_keeps_its_contradiction() -> None:
    missing = PROGRAMME.item(11)
    assert (missing.frequency_printed, missing.dates_printed) == ("Annually", "6 monthly")
    assert (missing.frequency, missing.schedule) == (Frequency.ANNUAL, Frequency.SIX_MONTHLY)
    labels = [period.label for period in missing.periods_in(parse_period("2014-15"))]
    assert labels == ["2014-15 H1", "2014-15 H2", "2014-15"]


@pytest.mark.parametrize(("year", "rounds"), [
    pytest.param("2012-13", [], id="none before the first"),
    pytest.param("2014-15", ["2014-11"], id="November 2014"),
    pytest.param("2015-16", [], id="none between"),
    pytest.param("2016-17", ["2016-11"], id="then 2016"),
])
def test_section_11_is_biennial_from_november_2014(year: str, rounds: list[str]) -> None:
    periods = PROGRAMME.item(8).periods_in(parse_period(year))
    assert [period.label for period in periods] == rounds


@pytest.mark.parametrize(("item", "number"), [
    pytest.param(3, 12, id="monthly is twelve"),
    pytest.param(10, 4, id="quarterly is four"),
    pytest.param(20, 3, id="three times a year is three"),
    pytest.param(12, 2, id="half-yearly is two"),
    pytest.param(13, 1, id="annual is one"),
    pytest.param(16, 0, id="as completed is none"),
    pytest.param(22, 0, id="as required is none"),
])
def test_how_often_an_item_is_reported(item: int, number: int) -> None:
    assert len(PROGRAMME.item(item).periods_in(parse_period("2014-15"))) == number


@pytest.mark.parametrize(("route", "is_scrutinised", "is_presented"), [
    pytest.param(Route.QE_THEN_BOARD, True, True, id="Q&E, then the Board"),
    pytest.param(Route.QE_THEN_BOARD_IF_REQUIRED, True, False, id="to the Board if required"),
    pytest.param(Route.BOARD, True, True, id="section 5: what the Board has, Q&E had first"),
    pytest.param(Route.BOARD_AND_ANNUAL_REPORT, True, True, id="Board and Annual Report"),
    pytest.param(Route.ANNUAL_REPORT, False, False, id="Annual Report alone"),
    pytest.param(Route.SCR_GROUP, False, False, id="serious case review group"),
])
def test_a_route_passes_q_and_e_before_the_board(route, is_scrutinised, is_presented) -> None:
    assert (route.is_scrutinised, route.is_presented) == (is_scrutinised, is_presented)


def test_the_programme_of_a_year_it_was_not_in_force_is_empty() -> None:
    assert PROGRAMME.for_year(parse_period("2013-14")).audits == ()
    assert PROGRAMME.for_year(parse_period("2014-15")) == PROGRAMME


@pytest.mark.parametrize(("before", "after", "expected"), [
    pytest.param(
        ",annual,annual,,,20,not stated", ",yearly,annual,,,20,not stated",
        "audit_programme.csv, row 2, column frequency, value 'yearly': is not one of monthly, "
        "quarterly, three times a year, half-yearly, six-monthly, annual, biennial, as completed, "
        "as required, ongoing; correct the cell", id="a frequency that is not one"),
    pytest.param(
        "biennial,biennial,,2014-11", "biennial,biennial,,",
        "audit_programme.csv, row 6, column schedule and first_period, value 'biennial and ': a "
        "biennial item must say when it first falls; write its first period, such as 2014-11",
        id="biennial from when?"),
])
def test_an_invalid_row_refuses_the_programme(tmp_path, before, after, expected) -> None:
    path = tmp_path / "audit_programme.csv"
    path.write_text(PATH.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        read_programme(path)
    assert str(refusal.value) == expected


def test_an_item_that_the_programme_lacks_is_led_by_another_or_the_group():
    context = sample_context()
    assert lead_of(context, 15) == "CAF Team Manager"
    assert lead_of(context, 99, "Chair") == "Chair"
    assert lead_of(context, 99) == context.settings.group
