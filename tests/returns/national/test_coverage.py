"""National files of another year or another authority: refused, or not supplied, never zero."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from national_files import annex_a, case, census, ssda903, tags
from papers import pscb

LINES = "data_set/imported-{kind}-{period}.csv"
REFERRED = {"A1": case("2014-10-06")}
EPISODES = [
    {"CHILD": "A1", "DECOM": "03/02/2014", "DEC": "05/05/2014", "REC": "X1"},
    {"CHILD": "A1", "DECOM": "05/05/2014", "RNE": "P", "DEC": "20/04/2015", "REC": "E8"}]
CONTACT = {"Child Unique ID": "A1", "Date of Contact": date(2014, 11, 3)}


def imported(kind, files, *arguments):
    files = files if isinstance(files, list) else [files]
    return pscb("import", kind, *files, *arguments)


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def refused(done, folder):
    assert (done.returncode, folder.exists()) == (1, False)
    return done.stderr


@pytest.mark.parametrize(("period", "value"), [
    ("2015-16", "2015-16 Q1 to 2015-16 Q4"), ("2015-16 Q1", "2015-16 Q1"),
    ("2013-14 H2", "2013-14 Q3 to 2013-14 Q4"), ("2013-14 Q4", "2013-14 Q4"),
])
def test_a_census_of_another_year_is_refused(tmp_path, period, value):
    done = imported("cin", census(tmp_path, REFERRED), "--period", period, "--out",
                    tmp_path / "r")
    assert refused(done, tmp_path / "r") == (
        f"pscb: --period, value '{value}': the files cover 01/04/2014 to 31/03/2015: no whole "
        "quarter of it; name the files of that period, or correct --period or --as-of\n")


@pytest.mark.parametrize("period", ["2013-14", "2015-16", "2012-13 Q4"])
def test_looked_after_files_of_another_year_are_refused(tmp_path, period):
    done = imported("ssda903", ssda903(tmp_path, EPISODES), "--period", period, "--out",
                    tmp_path / "r")
    assert "no whole quarter of it" in refused(done, tmp_path / "r")


@pytest.mark.parametrize("period", ["2013-14", "2015-16", "2012-13 Q4"])
def test_an_annex_a_of_another_year_is_refused(tmp_path, period):
    book = annex_a(tmp_path / "a.xlsx", {"List 1": [CONTACT]})
    done = imported("annex-a", book, "--period", period, "--out", tmp_path / "r")
    assert "no whole quarter of it" in refused(done, tmp_path / "r")


def test_a_quarter_that_a_census_does_not_cover_is_not_supplied_and_never_zero(tmp_path):
    path = census(tmp_path, REFERRED, "2014-12-31")
    done = imported("cin", path, "--period", "2014-15", "--out", tmp_path / "r")
    assert done.returncode == 0
    rows = rows_of(tmp_path / "r" / LINES.format(kind="cin", period="2014-15"))
    last = [row for row in rows if row["period"] == "2014-15 Q4"]
    assert len(last) == 15
    assert {(row["numerator"], row["denominator"], row["status"]) for row in last} == {
        ("", "", "not supplied")}
    assert {row["status"] for row in rows if row["period"] == "2014-15 Q3"} == {""}
    assert "2014-15 Q3: 1  2014-15 Q4: not supplied" in done.stdout
    assert ("NOTE  cin.xml: its reference date, 31/12/2014, is not a 31 March; it is read as known "
            "on that day") in done.stdout


def test_a_half_year_that_the_files_do_not_cover_is_no_nil_return(tmp_path):
    episodes = [{"CHILD": "A1", "DECOM": "05/05/2014"}]
    done = imported("ssda903", ssda903(tmp_path, episodes), "--period", "2013-14", "--as-of",
                    "2015-01-31", "--out", tmp_path / "r")
    assert "the files cover 01/04/2014 to 31/01/2015" in refused(done, tmp_path / "r")


@pytest.mark.parametrize(("kind", "files", "said"), [
    ("cin", lambda folder: census(folder, REFERRED), "01/04/2014 to 31/03/2015"),
    ("ssda903", lambda folder: ssda903(folder, EPISODES), "01/04/2014 to 31/12/2014"),
    ("annex-a", lambda folder: annex_a(folder / "a.xlsx", {"List 1": [CONTACT]}),
     "03/11/2014 to 31/12/2014"),
])
def test_of_every_kind_it_is_said_what_the_files_cover(tmp_path, kind, files, said):
    done = imported(kind, files(tmp_path), "--period", "2014-15 Q3", "--out", tmp_path / "r")
    assert done.returncode == 0
    assert f"NOTE  The files cover {said}." in done.stdout


def test_a_quarter_after_the_last_day_in_the_files_is_a_warning(tmp_path):
    done = imported("ssda903", ssda903(tmp_path, EPISODES), "--period", "2014-15 Q3", "--out",
                    tmp_path / "r")
    assert ("nothing in the files is later than 05/05/2014: see that they were made after the "
            "period") in done.stdout


def test_a_census_between_two_is_asked_for(tmp_path):
    files = [census(tmp_path, REFERRED, "2013-03-31", "before.xml"), census(tmp_path, {})]
    done = imported("cin", files, "--period", "2014-15", "--out", tmp_path / "r")
    assert refused(done, tmp_path / "r") == (
        "pscb: cin.xml: begins on 01/04/2014 and before.xml ends on 31/03/2013: nothing is known "
        "of the days between; name the census between them too, or import each by itself\n")


@pytest.mark.parametrize("inner", [
    tags(CINclosureDate="2015-04-01"),
    tags(Assessments=tags(AssessmentActualStartDate="2015-04-01")),
    tags(Section47=tags(S47ActualStartDate="2015-04-01")),
    tags(ChildProtectionPlans=tags(CPPstartDate="2015-04-01")),
])
def test_a_day_after_the_census_s_own_reference_date_is_rejected(tmp_path, inner):
    done = imported("cin", census(tmp_path, {"A1": case("2014-10-06", inner=inner)}), "--period",
                    "2014-15", "--out", tmp_path / "r")
    assert ("value '2015-04-01': the day is after the census's reference date, 31/03/2015; correct "
            "the day, or import it with the census of its year") in done.stdout


def test_the_target_day_of_a_conference_may_be_later(tmp_path):
    inner = tags(Section47=tags(S47ActualStartDate="2015-03-30", InitialCPCtarget="2015-04-22"))
    done = imported("cin", census(tmp_path, {"A1": case("2015-03-27", inner=inner)}), "--period",
                    "2014-15", "--out", tmp_path / "r")
    assert "REJECTED" not in done.stdout


def test_a_census_of_another_authority_is_refused(tmp_path):
    files = [census(tmp_path, REFERRED, "2014-03-31", "own.xml"),
             census(tmp_path, REFERRED, name="other.xml", owner="873")]
    done = imported("cin", files, "--period", "2014-15", "--out", tmp_path / "r")
    assert refused(done, tmp_path / "r") == (
        "pscb: other.xml, column LEA, value '873': the file is another authority's: this one's "
        "code is 874 (authority in settings.yaml); name this authority's file\n")


def test_a_census_that_does_not_say_whose_it_is_is_noted(tmp_path):
    done = imported("cin", census(tmp_path, REFERRED, owner=""), "--period", "2014-15", "--out",
                    tmp_path / "r")
    assert "NOTE  Whose the files are was not checked: CIN census does not say it" in done.stdout


def test_a_year_that_is_not_the_reference_dates_is_noted(tmp_path):
    done = imported("cin", census(tmp_path, REFERRED, year="2014"), "--period", "2014-15", "--out",
                    tmp_path / "r")
    assert ("NOTE  cin.xml: its Year is 2014 and its reference date 31/03/2015; the reference date "
            "is taken") in done.stdout


def test_an_older_project_without_the_code_is_told_how_to_add_it(tmp_path, small_project):
    settings = small_project / "params" / "settings.yaml"
    lines = [line for line in settings.read_text(encoding="utf-8").splitlines(keepends=True)
             if not line.startswith("authority:")]
    settings.write_text("".join(lines), encoding="utf-8")
    done = imported("cin", census(tmp_path, REFERRED, owner="873"), "--period", "2014-15", "--out",
                    tmp_path / "r", "--project", small_project)
    assert done.returncode == 0
    assert ("NOTE  Whose the files are was not checked: settings.yaml has no authority; add the "
            "authority's three-digit code, such as authority: \"874\"") in done.stdout


@pytest.mark.parametrize("code", ["87", "8740", "E06000031", "Peterborough"])
def test_a_code_that_cannot_be_an_authority_is_refused(tmp_path, small_project, code):
    settings = small_project / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        'authority: "874"', f'authority: "{code}"'), encoding="utf-8")
    done = imported("cin", census(tmp_path, REFERRED), "--period", "2014-15", "--out",
                    tmp_path / "r", "--project", small_project)
    assert (done.returncode, done.stderr) == (
        1, f"pscb: settings.yaml, value '{code}': the setting authority is not a code of three "
           "digits, such as 874; correct it\n")
