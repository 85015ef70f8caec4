"""The return of conferences from the census: its rows, what stays blank, and the paper of them."""

from __future__ import annotations

import csv
from collections import Counter
from contextlib import chdir
from datetime import date
from xml.etree import ElementTree

import nbformat
import pytest
from case_system import censuses, invented
from national_files import case, census, shared_records, tags
from papers import ROOT, pscb

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reports.child_protection_conferencing import (
    measures,
    places,
    returned,
    returned_attendance,
)
from pscb_lib.returns.national.cin import read_cin
from pscb_lib.returns.national.measures.conferences_imported import HEADINGS, conference_rows

QUARTERS = [parse_period(f"2014-15 Q{number}") for number in (1, 2, 3, 4)]
UNKNOWN = ("family_id", "strategy_on", "late_because", "quorate", "dissent", "end_reason",
           "child_part", "parent_part", "parent_got_report_on")


def born(path, day="2005-05-01"):
    """Give every child of a census a date of birth, a sex and an ethnic group."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("</LAchildID>", "</LAchildID>" + tags(
        PersonBirthDate=day, GenderCurrent="2", Ethnicity="MWBC")), encoding="utf-8")
    return path


def one_child(folder, inner, day="2005-05-01"):
    return born(census(folder, {"A1": case("2014-04-30", inner=inner)}), day)


def enquiry(started, held):
    return tags(Section47="\n" + tags(S47ActualStartDate=started, DateOfInitialCPC=held))


def plan(started, *reviews, ended=""):
    days = tags(CPPstartDate=started, InitialCategoryOfAbuse="NEG", LatestCategoryOfAbuse="EMO",
                **({"CPPendDate": ended} if ended else {}), NumberOfPreviousCPP="1")
    return tags(ChildProtectionPlans="\n" + days + "".join(
        tags(Reviews=tags(CPPreviewDate=day)) for day in reviews))


def rows_of(path, quarter):
    records = read_cin([path], date(2015, 3, 31)).records
    return [dict(zip(HEADINGS, row, strict=True))
            for row in conference_rows(records, quarter, "imported: CIN census")]


def told(rows, *names):
    return [tuple(row[name] and str(row[name]) for name in names) for row in rows]


def test_a_child_has_a_row_for_each_conference_and_what_the_census_lacks_is_blank(tmp_path):
    path = one_child(tmp_path, enquiry("2014-05-06", "2014-05-20")
                     + plan("2014-05-20", "2014-08-19"))
    first, second = (rows_of(path, quarter) for quarter in QUARTERS[:2])
    assert told([*first, *second], "kind", "dob", "sex", "ethnicity", "enquiry_started_on",
                "due_on", "held_on", "outcome", "category", "plan_start", "earlier_plan") == [
        ("initial", "2005-05-01", "Girl", "Mixed", "2014-05-06", None, "2014-05-20", "plan",
         "NEG", "2014-05-20", "True"),
        ("review", "2005-05-01", "Girl", "Mixed", None, "2014-08-20", "2014-08-19", "plan",
         "EMO", "2014-05-20", "True")]
    assert {row[name] for row in (*first, *second) for name in UNKNOWN} == {None}


@pytest.mark.parametrize(("inner", "quarter", "expected"), [
    pytest.param(plan("2014-05-20"), 0, [("2014-08-20", None, None, None)],
                 id="a plan without a conference is told by its first review, not yet due"),
    pytest.param(plan("2014-05-20"), 1, [("2014-08-20", None, None, None)], id="a review overdue"),
    pytest.param(plan("2014-05-20", "2014-08-21"), 1, [("2014-08-20", "2014-08-21", "plan", None)],
                 id="a review held late is due on its own day"),
    pytest.param(plan("2014-05-20", "2014-08-19", ended="2014-08-19"), 1,
                 [("2014-08-20", "2014-08-19", None, "2014-08-19")],
                 id="a plan ended by its review, whose decision is not known"),
    pytest.param(plan("2014-05-20", "2014-08-19", ended="2014-11-03"), 2,
                 [("2015-02-19", None, None, "2014-11-03")], id="a plan ended between two reviews"),
    pytest.param(plan("2014-05-20", ended="2014-08-01"), 2, [], id="a plan that is over"),
    pytest.param(plan("2013-02-04"), 0, [("2014-10-01", None, None, None)],
                 id="a review before the census is not known, and the next six months after that"),
    pytest.param(enquiry("2014-05-06", "2014-05-20"), 0, [(None, "2014-05-20", None, None)],
                 id="an initial conference without a plan decided something else"),
    pytest.param(enquiry("2014-05-01", "2014-05-20") + enquiry("2014-05-06", "2014-05-20"), 0,
                 [(None, "2014-05-20", None, None)], id="two enquiries that led to one"),
])
def test_what_the_quarter_tells_of_a_plan(tmp_path, inner, quarter, expected):
    rows = rows_of(one_child(tmp_path, inner), QUARTERS[quarter])
    assert told(rows, "due_on", "held_on", "outcome", "plan_end") == expected


@pytest.mark.parametrize(("day", "expected"), [
    pytest.param("2014-05-20", ("initial", "2014-05-20", None), id="born on the day"),
    pytest.param("2014-05-21", ("pre-birth", None, "2014-05-21"), id="born on the day after"),
])
def test_a_child_born_after_the_conference_was_expected_then(tmp_path, day, expected):
    rows = rows_of(one_child(tmp_path, enquiry("2014-05-06", "2014-05-20"), day), QUARTERS[0])
    assert told(rows, "kind", "dob", "expected_dob") == [expected]


def test_the_initial_conferences_of_a_census_are_those_of_its_elements():
    path = shared_records() / "cin_CIN_Census_2026.xml"
    records = read_cin([path], date(2024, 3, 31)).records
    for number in (1, 2, 3, 4):
        quarter = parse_period(f"2023-24 Q{number}")
        days = [date.fromisoformat(node.text) for section in
                ElementTree.parse(path).iter("Section47")
                for node in section.iter("DateOfInitialCPC")]
        rows = [dict(zip(HEADINGS, row, strict=True))
                for row in conference_rows(records, quarter, "")]
        assert Counter(row["held_on"] for row in rows if row["kind"] == "initial") == Counter(
            day for day in days if quarter.contains(day))


def test_another_authoritys_census_makes_no_return(tmp_path):
    done = pscb("import", "cin", shared_records() / "cin_CIN_Census_2026.xml", "--period",
                "2023-24", "--out", tmp_path / "r")
    assert (done.returncode, (tmp_path / "r").exists()) == (1, False)
    assert "another authority's" in done.stderr


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """The returns of two years from two censuses of 120 invented children and more."""
    folder = tmp_path_factory.mktemp("censuses")
    files = [*map(born, censuses(folder, invented(3)))]
    for year in ("2013-14", "2014-15"):
        done = pscb("import", "cin", *files, "--period", year, "--out", folder / "r")
        assert done.returncode == 0, done.stderr
        assert "those cells are blank, which is not recorded." in done.stdout
    return folder / "r"


def test_quarters_that_the_census_does_not_cover_have_no_return(imported):
    assert sorted(path.name for path in (imported / "conferences").iterdir()) == [
        f"{year}-q{number}.csv" for year in ("2013-14", "2014-15") for number in (1, 2, 3, 4)]


def test_the_conferences_tell_what_the_lines_of_the_data_set_tell(imported):
    """Two ways from one census: the line of the data set, and the rows of the return."""
    with (imported / "data_set" / "imported-cin-2014-15.csv").open(encoding="utf-8") as file:
        lines = {(row["indicator"], row["period"]): (int(row["numerator"]), row["denominator"])
                 for row in csv.DictReader(file)}
    for quarter in QUARTERS:
        with chdir(ROOT):
            context = open_context(quarter.label, "2015-03-31", str(imported), "restricted")
        checked = [kind.read_for(context) for kind in (returned.RETURN,
                                                       returned_attendance.RETURN)]
        figures = show(measures.measure(context, *checked), "restricted")
        assert checked[0].rows["rejected"] == 0
        for id in ("CP3", "CP4", "CP9", "CP11"):
            some, whole = lines[id, quarter.label]
            assert figures.get("indicators", id, quarter.label).counts == (some, int(whole)), id
        assert figures.get(places.PLANS, places.AT_END, quarter.label).count == (
            lines["CP5", quarter.label][0])
        for place in (places.HELD, places.QUORATE, places.INITIAL_FAMILIES, places.OLD_ENOUGH,
                      places.FAMILIES_AT_END, (places.ATTENDED, "Total", quarter.label)):
            assert figures.get(*place).state == "not supplied", place


def test_the_paper_is_made_of_the_census_alone_and_says_what_it_lacks(imported, tmp_path):
    done = pscb("run", "child_protection_conferencing", "--returns", imported, "--out", tmp_path,
                "--audience", "restricted,board", "--format", "html")
    assert (done.returncode, "FAILED" in done.stderr) == (0, False), done.stderr
    folder = tmp_path / "2014-15-q3"
    text = (folder / "board" / "child_protection_conferencing" / "report.html").read_text("utf-8")
    assert "All rows were made from CIN census, one for each child" in text
    assert "No return of who came to conferences was sent." in text
    notebook = nbformat.read(folder / "restricted" / "child_protection_conferencing"
                             / "report.ipynb", as_version=4)
    (cell,) = [one for one in notebook.cells if one.id == "rated"]
    rows = cell.outputs[0]["data"][BLOCK]["data"]["rows"]
    assert {row[1] for row in rows if "quorate" in row[0] or "parent" in row[0]} == {
        "Not supplied"}
