"""``pscb run --with-sample``: a board's papers on invented figures, apart from its own."""

from __future__ import annotations

import csv
import re
import shutil

import pytest
from click.testing import CliRunner
from papers import ALL_REPORTS, CARRIED, pscb

from pscb_lib.commands.init import init
from pscb_lib.returns.sample import later
from pscb_lib.running.sampling import INVENTED, make_sample

THE_EXAMPLES = re.compile(r"Peterborough|Cambridge|PSCB|CPFT|PSHFT|BeNCH")
PLACED = "Telford and Wrekin"


@pytest.fixture(scope="module")
def board(tmp_path_factory):
    """The project of a new board whose area has a name of two words and a region of its own."""
    folder = tmp_path_factory.mktemp("boards") / "telford"
    CliRunner().invoke(init, [
        str(folder), "--board", f"{PLACED} Safeguarding Children Board", "--area", PLACED,
        "--first-year", "2016-17", "--agency", "police=West Mercia Police"],
        catch_exceptions=False)
    return folder


@pytest.fixture
def project(board, tmp_path):
    return shutil.copytree(board, tmp_path / "telford")


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_sample_has_the_boards_own_names_years_and_no_published_figure(project):
    returns = make_sample(project) / "returns"
    text = "".join(path.read_text(encoding="utf-8") for path in returns.rglob("*.csv"))
    data = [row for path in (returns / "data_set").glob("*.csv") for row in rows_of(path)]
    registers = {row["name"] for row in rows_of(project / "params" / "agencies.csv")}
    assert THE_EXAMPLES.findall(text) == []
    assert {row["agency"] for row in data} <= registers
    assert "West Mercia Police" in {row["agency"] for row in data}
    assert {"2014-15 Q1", "2016-17 Q3"} < {row["period"] for row in data}
    assert {row["source"] for row in data} == {"illustrative"}


def test_the_rows_that_are_rejected_are_those_of_the_shipped_sample(project):
    folder = make_sample(project)
    done = pscb("check", folder / "returns", "--project", folder)
    assert "not an agency" not in done.stdout and "is not an indicator" not in done.stdout


def test_a_sample_is_made_anew_and_a_folder_of_somebodys_own_is_kept(project):
    first = make_sample(project)
    (first / "outputs").mkdir()
    assert not (make_sample(project) / "outputs").exists()
    (first / "INVENTED.txt").unlink()
    done = pscb("run", "--with-sample", cwd=project)
    assert (done.returncode, done.stderr) == (1, (
        f"pscb: sample, value '{first}': is not a sample that was made by this command; move it "
        "away\n"))


@pytest.mark.parametrize("option", [
    ("--returns", "returns"), ("--cycle", "2016-17-q1"), ("--out", "outputs"),
    ("--audience", "public"), ("-p", "returns_folder", "returns"), ("-f", "values.yaml")])
def test_invented_figures_stay_apart(project, option):
    done = pscb("run", "--with-sample", *option, cwd=project)
    assert done.returncode == 1
    assert "cannot be given with --with-sample; leave it out" in done.stderr


@pytest.mark.parametrize(("text", "years", "expected"), [
    ("29/02/2012", 1, "28/02/2013"), ("2014-12-31", 12, "2026-12-31"), ("2014-15 Q3", 2,
     "2016-17 Q3"), ("2014-11", 1, "2015-11"), ("1999-00", 1, "2000-01"),
    ("in October 2014", -1, "in October 2013"), ("4 of 2014 files", 1, "4 of 2014 files"),
])
def test_days_months_and_years_are_moved_by_whole_years(text, years, expected):
    assert later(text, years) == expected


def test_every_page_of_a_paper_on_the_sample_is_marked_as_invented(project):
    done = pscb("run", "audit_programme", "--with-sample", "--format", "html", cwd=project)
    assert done.returncode == 0, done.stderr
    pages = sorted((project / "sample" / "outputs").rglob("report.html"))
    assert [page.parent.parent.name for page in pages] == ["board", "restricted"]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert text.count(INVENTED) >= 2 and not THE_EXAMPLES.search(text)
    assert not (project / "outputs").exists()


@pytest.mark.slow
def test_all_papers_are_made_on_the_sample_and_none_has_a_word_of_the_example(project):
    done = pscb("run", "--with-sample", "--format", "html", cwd=project)
    assert done.returncode == 0, done.stderr
    pages = sorted((project / "sample" / "outputs").rglob("report.html"))
    assert {page.parent.name for page in pages} == ALL_REPORTS - CARRIED
    for page in pages:
        assert THE_EXAMPLES.findall(page.read_text(encoding="utf-8")) == []
