"""From national files to papers: the files written and kept, and both reports made from them."""

from __future__ import annotations

import csv
import os
import stat

import nbformat
import pytest
from national_files import case, census, ssda903, tags
from papers import ROOT, pscb

from pscb_lib.disclosure.mime import BLOCK

YEAR = ("--period", "2014-15", "--as-of", "2015-01-31")
LINES = "data_set/imported-cin-2014-15.csv"


def rows_of(path) -> list[dict]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def small(tmp_path):
    """Two censuses of three children, one of them on a plan."""
    plan = tags(ChildProtectionPlans="\n" + tags(CPPstartDate="2014-11-03",
                                                 NumberOfPreviousCPP="1"))
    enquiry = tags(Section47="\n" + tags(S47ActualStartDate="2014-10-20",
                                         DateOfInitialCPC="2014-11-03"))
    return (census(tmp_path, {"A1": case("2014-02-03", "2014-03-03")}, "2014-03-31", "before.xml"),
            census(tmp_path, {"A1": case("2014-10-06", inner=enquiry + plan),
                              "B2": case("2014-10-07", nfa="true"), "=C3": case("2014-12-31")}))


def imported(*arguments, kind="cin"):
    return pscb("import", kind, *arguments)


def test_lines_have_the_columns_and_agencies_of_the_return(tmp_path, small):
    done = imported(*small, *YEAR, "--out", tmp_path / "r")
    assert (done.returncode, done.stderr) == (0, "")
    rows = rows_of(tmp_path / "r" / LINES)
    shipped = rows_of(ROOT / "pscb_lib" / "samples" / "data_set" / "childrens-social-care.csv")
    assert [*rows[0]] == [*shipped[0]]
    found = {(row["indicator"], row["period"]): row for row in rows}
    assert {row["period"] for row in rows} == {"2014-15 Q1", "2014-15 Q2", "2014-15 Q3"}
    re_referred = found["FD5", "2014-15 Q3"]
    assert (re_referred["numerator"], re_referred["denominator"]) == ("1", "3")
    assert (re_referred["agency"], re_referred["source"], re_referred["submitted_on"]) == (
        "Children's social care", "imported: CIN census", "2015-01-31")
    assert found["CP8", "2014-15 Q3"]["agency"] == "Safeguarding team"
    assert found["CP3", "2014-15 Q3"]["note"] == "from the section 47 start, day 0 excluded"
    assert found["CP5", "2014-15 Q3"]["denominator"] == ""


def test_the_rows_of_a_figure_add_up_to_it(tmp_path, small):
    imported(*small, *YEAR, "--out", tmp_path / "r")
    folder = tmp_path / "r" / "import" / "cin-2014-15"
    figures = rows_of(folder / "figures.csv")
    assert figures
    for figure in figures:
        name = figure["role"].replace(" ", "-")
        behind = [row for row in rows_of(folder / f"{name}.csv")
                  if row["period"] == figure["period"]]
        counted = [row for row in behind if row["in_numerator"] == "yes"]
        assert len(counted) == int(figure["numerator"])
        assert figure["denominator"] in ("", str(len(behind)))
    assert rows_of(folder / "re-referrals.csv") == [
        {"period": "2014-15 Q3", "child_id": id, "referred_on": on, "in_numerator": counted}
        for id, on, counted in (("A1", "2014-10-06", "yes"), ("B2", "2014-10-07", "no"),
                                ("'=C3", "2014-12-31", "no"))]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_the_rows_of_a_figure_are_for_the_analyst_only(tmp_path, small):
    imported(*small, *YEAR, "--out", tmp_path / "r")
    assert stat.S_IMODE((tmp_path / "r" / "import").stat().st_mode) == 0o700


def test_a_single_census_gives_a_warning_for_the_lines_that_need_two(tmp_path, small):
    done = imported(small[1], *YEAR, "--out", tmp_path / "r")
    said = ("looks back to 01/10/2013 and the files begin on 01/04/2014, so too few are found; "
            "files of the year before, where there are any, mend that")
    assert f"WARNING  FD5: {said}" in done.stdout
    (row,) = [row for row in rows_of(tmp_path / "r" / LINES)
              if (row["indicator"], row["period"]) == ("FD5", "2014-15 Q3")]
    assert (row["numerator"], row["note"]) == ("0", said)
    assert "WARNING" not in imported(*small, *YEAR, "--out", tmp_path / "both").stdout


def test_the_same_import_gives_the_same_bytes_and_may_be_done_again(tmp_path, small):
    contents = []
    for _ in range(2):
        assert imported(*small, *YEAR, "--out", tmp_path / "r").returncode == 0
        contents.append({path: path.read_bytes() for path in (tmp_path / "r").rglob("*.csv")})
    assert contents[0] == contents[1]
    assert not list((tmp_path / "r").rglob(".*"))


def test_rows_that_an_earlier_import_left_under_other_names_are_removed(tmp_path, small):
    folder = tmp_path / "r" / "import" / "cin-2014-15"
    folder.mkdir(parents=True)
    for name, text in (("figures.csv", "id,title\nFD1,Contacts\n../../kept,Contacts\n"),
                       ("FD1.csv", "period,child_id\n"), ("my notes.csv", "a\n")):
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "r" / "kept.csv").write_text("mine\n", encoding="utf-8")
    done = imported(*small, *YEAR, "--out", tmp_path / "r")
    assert "NOTE  Removed, of an earlier import: FD1.csv" in done.stdout.splitlines()
    assert not (folder / "FD1.csv").exists()
    assert (folder / "my notes.csv").exists() and (tmp_path / "r" / "kept.csv").exists()
    assert "Removed" not in imported(*small, *YEAR, "--out", tmp_path / "r").stdout


def test_a_file_made_by_hand_stays_unless_it_is_to_be_replaced(tmp_path, small):
    own = tmp_path / "r" / LINES
    own.parent.mkdir(parents=True)
    own.write_text("agency,indicator,source\nX,FD3,by hand\n", encoding="utf-8")
    done = imported(*small, *YEAR, "--out", tmp_path / "r")
    assert (done.returncode, done.stderr) == (
        1, f"pscb: {LINES}: the file was not made by an import and is kept; move it away, or say "
           "--replace to have it replaced\n")
    assert "by hand" in own.read_text(encoding="utf-8")
    assert not (tmp_path / "r" / "import").exists()
    assert imported(*small, *YEAR, "--out", tmp_path / "r", "--replace").returncode == 0
    assert "by hand" not in own.read_text(encoding="utf-8")


@pytest.mark.parametrize(("arguments", "message"), [
    pytest.param(("--period", "2014-10"), "pscb: --period, value '2014-10': is not a quarter, a "
                 "half or a year; write it like 2014-15 Q3\n", id="a month"),
    pytest.param(("--period", "2014-15 Q3", "--as-of", "2014-12-30"), "pscb: --as-of, value "
                 "'2014-12-30': no quarter of 2014-15 Q3 is over on that day; name a later day or "
                 "an earlier period\n", id="a quarter that is not over"),
    pytest.param(("--period", "2014-15", "--as-of", "31/02/2015"), "pscb: --as-of, value "
                 "'31/02/2015': is not a date; write it like 2015-01-31\n", id="no such day"),
])
def test_a_wrong_period_is_refused_in_one_line(tmp_path, small, arguments, message):
    done = imported(*small, *arguments, "--out", tmp_path / "r")
    assert (done.returncode, done.stderr, (tmp_path / "r").exists()) == (1, message, False)


def test_a_census_with_an_external_entity_is_refused_and_writes_nothing(tmp_path):
    path = tmp_path / "cin.xml"
    path.write_text('<!DOCTYPE M [<!ENTITY a SYSTEM "file:///etc/passwd">]><M>&a;</M>',
                    encoding="utf-8")
    done = imported(path, *YEAR, "--out", tmp_path / "r")
    assert (done.returncode, done.stderr) == (
        1, "pscb: cin.xml, row 1: the file declares a document type, which is not allowed; remove "
           "the DOCTYPE line; a census file needs none\n")
    assert not (tmp_path / "r").exists()


def test_more_rejected_rows_than_allowed_end_with_3(tmp_path):
    bad = "".join(case(f"2014-05-{day:02}", "2014-04-30") for day in range(1, 8))
    done = imported(census(tmp_path, {"A1": bad}), *YEAR, "--out", tmp_path / "r")
    assert done.returncode == 3
    assert "cin.xml, CINdetails: 7 rows read, 0 used, 7 rejected, 0 left out" in done.stdout


EPISODES = [
    {"CHILD": "A1", "DECOM": "03/02/2014", "DEC": "05/05/2014", "REC": "X1", "PLACE": "U4"},
    {"CHILD": "A1", "DECOM": "05/05/2014", "RNE": "P", "PLACE": "K2"},
    {"CHILD": "B2", "DECOM": "02/06/2014", "LS": "V4", "PLACE": "R1"}]
INCIDENTS = [
    {"CHILD": "B2", "MISSING": "M", "MIS_START": "01/07/2014", "MIS_END": "03/07/2014"},
    {"CHILD": "A1", "MISSING": "M", "MIS_START": "02/06/2014", "MIS_END": "03/06/2014"},
    {"CHILD": "A1", "MISSING": "A", "MIS_START": "09/07/2014", "MIS_END": "09/07/2014"}]


def test_incidents_become_rows_of_the_missing_childrens_return(tmp_path):
    imported(*ssda903(tmp_path, EPISODES, INCIDENTS), *YEAR, "--out", tmp_path / "r",
             kind="ssda903")
    first, _, last = rows_of(tmp_path / "r" / "missing_episodes" / "2014-15-h1.csv")
    rows = [first, last]
    assert [(row["child_id"], row["dob"], row["sex"], row["from"], row["placement_type"],
             row["status"], row["left_at"], row["returned_at"], row["source"]) for row in rows] == [
        ("A1", "2001-05-01", "Girl", "own_cla", "Children's home", "M", "2014-06-02", "2014-06-03",
         "imported: SSDA903"),
        ("A1", "2001-05-01", "Girl", "own_cla", "Children's home", "A", "2014-07-09", "2014-07-09",
         "imported: SSDA903")]
    assert {row["rhi_needed"] + row["cse_risk"] + row["recorded_by"] for row in rows} == {""}
    assert not (tmp_path / "r" / "missing_episodes" / "2014-15-h2.csv").exists()


def test_a_half_year_without_an_incident_is_a_nil_return(tmp_path):
    imported(*ssda903(tmp_path, EPISODES), *YEAR, "--out", tmp_path / "r", kind="ssda903")
    (row,) = rows_of(tmp_path / "r" / "missing_episodes" / "2014-15-h1.csv")
    assert (row["nil_return"], row["child_id"]) == ("yes", "")


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """Both reports of the shipped cycle, made from imported returns only."""
    folder = tmp_path_factory.mktemp("national")
    two = (census(folder, {"A1": case("2014-02-03", "2014-03-03")}, "2014-03-31", "before.xml"),
           census(folder, {"A1": case("2014-10-06"), "B2": case("2014-10-07", nfa="true")}))
    for kind, files in (("cin", two), ("ssda903", ssda903(folder, EPISODES, INCIDENTS))):
        assert imported(*files, *YEAR, "--out", folder / "r", kind=kind).returncode == 0
    done = pscb("run", "quarterly_data_set", "missing_children", "--returns", folder / "r",
                "--out", folder / "papers", "--audience", "restricted", "--format", "html")
    assert (done.returncode, "FAILED" in done.stderr) == (0, False)
    return folder / "papers" / "2014-15-q3" / "restricted"


def blocks(papers, report: str, cell: str) -> list[dict]:
    executed = nbformat.read(papers / report / "report.ipynb", as_version=4)
    (found,) = [each for each in executed.cells if each.id == cell]
    return [output.data[BLOCK] for output in found.outputs]


def block(papers, report: str, cell: str) -> dict:
    return blocks(papers, report, cell)[0]


def rows_in(papers, report: str, cell: str, table: str) -> list[list]:
    (found,) = [one for one in blocks(papers, report, cell) if one.get("id") == table]
    return found["data"]["rows"]


def words_of(shown: dict) -> str:
    return "".join(run["text"] for run in shown["runs"])


def test_the_quarterly_data_set_runs_from_an_import_and_prints_its_clock(papers):
    assert words_of(block(papers, "quarterly_data_set", "imported")) == (
        "All 51 rows were made from CIN census and SSDA903. Initial conferences are timed from the "
        "section 47 start; working days with day 0 excluded.")
    total = block(papers, "quarterly_data_set", "sources")["groups"][0]["rows"][-1]
    assert [cell[0]["text"] for cell in total[1:]] == ["51", "51", "0", "0"]


def test_missing_children_runs_from_an_import_and_says_what_is_not_known(papers):
    assert words_of(block(papers, "missing_children", "imported")) == (
        "All 3 episodes were made from SSDA903, which has looked-after children only and days "
        "without times: there are no hours here, nothing on the 72 hours for return interviews, "
        "nothing from the police and no risk of exploitation.")
    assert words_of(block(papers, "missing_children", "answer")) == (
        "Return interviews were not supplied, so nothing is known of the 72 hours in which they "
        "are due. Two children went missing, away or absent, all of them under 14.")
    assert any(words_of(one).endswith(
        "Every episode has dates only: there are no hours, and no length but in whole days.")
        for one in blocks(papers, "missing_children", "lasted") if one["kind"] == "prose")
    rated = rows_in(papers, "missing_children", "interviews", "rated")
    assert {row[2] for row in rated} == {"Not supplied"}


def test_children_in_no_national_file_are_not_supplied_rather_than_no_cases(papers):
    own = {"episodes": [2, 1, "Not supplied", 3], "children": [2, 1, "Not supplied", 2]}
    for table, expected in own.items():
        rows = {row[0]: row[1:5] for row in  # by kind, and all of the half-year
                rows_in(papers, "missing_children", "children", table)}
        for name in ("From home", "Placed here by other authorities"):
            assert set(rows[name]) == {"Not supplied"}
        assert rows["Own looked-after children"] == expected


def test_a_file_without_a_record_gives_no_zeros(tmp_path):
    path = census(tmp_path, {"A1": case("2014-10-05")})
    path.write_text(path.read_text("utf-8").replace("Child>", "child>"), "utf-8")
    done = imported(path, *YEAR, "--out", tmp_path / "r")
    assert (done.returncode, done.stderr) == (
        1, "pscb: cin.xml: has no record of a child, and every figure would be zero; see that its "
        "parts are named as in the specification, in the same capitals, or export it again from "
        "the case system\n")
    assert not (tmp_path / "r").exists()


def test_an_import_of_which_every_row_is_rejected_ends_with_3(tmp_path):
    path = census(tmp_path, {"A1": case("unknown")})
    assert imported(path, *YEAR, "--out", tmp_path / "r").returncode == 3
