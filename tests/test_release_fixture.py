"""What an earlier release left can be read, verified and continued: its history, ledger and sets.

``files/release_0.1.0.zip`` is a board's project as that release made it, by
``files/make_release_fixture.py``: two cycles published from accepted returns. It is never made
anew: a release that reads it no longer has lost somebody's records.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from papers import ROOT, pscb

from pscb_lib.board.context import open_context
from pscb_lib.reports.quarterly_data_set.returned import RETURN as DATA_SET
from pscb_lib.running.publishing.key import seal_of
from pscb_lib.running.publishing.others import hash_of_others, read_others

RELEASE = ROOT / "tests" / "files" / "release_0.1.0.zip"
BOARD = Path("outputs", "2014-15-q3", "board")
NEXT = "2014-15-q4"
TESTABLE = ("12 sets of an earlier release: the SHA-256 of their returns can tell small counts "
            "to whoever tries; make them again, and withdraw the old")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The project of the release, with the notebooks of today, made the working folder."""
    with zipfile.ZipFile(RELEASE) as packed:
        packed.extractall(tmp_path)
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words):
    """Run a command; give back its exit code, and what it says."""
    done = pscb(*words, cwd=Path.cwd())
    return done.returncode, (done.stdout + done.stderr).rstrip("\n")


def last_line(*words):
    code, said = run(*words)
    return code, said.splitlines()[-1]


def lines_of(project):
    return (project / "params" / "ledger.csv").read_text(encoding="utf-8").splitlines()


def files_below(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_its_sets_are_as_they_were_published(project):
    withdrawn = [f"{cycle}/public/audit_programme: withdrawn: its report has no public set any more"
                 for cycle in ("2014-15-q2", "2014-15-q3")]
    unsigned = [f"2014-15-{paper}: draft: not signed off for release" for paper in (
        "q2/public/quarterly_data_set", "q3/public/cdop_annual", "q3/public/missing_children",
        "q3/public/quarterly_data_set")]
    code, said = run("verify", "outputs")
    assert (code, sorted(said.splitlines())) == (
        0, [TESTABLE, "18 sets verified, 0 files are not as published",
            *sorted(withdrawn + unsigned)])


def test_its_sets_tell_nothing_that_is_hidden(project):
    code, said = last_line("audit", "outputs")
    assert (code, said.split(",")[0]) == (0, "12 sets read; 0 leaks")


def test_its_accepted_returns_are_listed(project):
    code, said = run("history", "--format", "json")
    returns = json.loads(said)
    names = {one["sha256"]: one["sent_as"] for one in returns}
    assert code == 0
    assert [(one["sent_as"], one["received_on"], one["used"], names.get(one["supersedes"]))
            for one in returns] == [
        ("police-q2.csv", "2014-10-20", 30, None),
        ("housing-q2.csv", "2014-10-20", 10, None),
        ("missing-2014-15-h1.csv", "2014-10-24", 172, None),
        ("police-q3.csv", "2015-01-20", 3, None),
        ("housing-q3.csv", "2015-01-20", 1, None),
        ("police-q3-again.csv", "2015-01-28", 3, "police-q3.csv"),
        ("deaths.csv", "2015-01-31", 293, None),
        ("missing-2014-15-h2.csv", "2015-04-20", 183, None)]


@pytest.mark.parametrize(("as_of", "figures"), [
    pytest.param("2015-01-27", [424], id="before it was revised"),
    pytest.param("2015-01-31", [424, 431], id="the old and the new")])
def test_a_return_that_was_sent_again_has_its_old_figure_and_its_new(project, as_of, figures):
    checked = DATA_SET.read_for(open_context("2014-15 Q3", as_of, "returns", "restricted"))
    assert [row["numerator"] for row in checked.records
            if (row["indicator"], row["period"].label) == ("PO1", "2014-15 Q3")] == figures


def test_the_route_of_its_papers_is_read_and_goes_on(project):
    before = lines_of(project)
    code, said = run("plan", "--year", "2014-15", "--as-of", "2015-04-30")
    assert code == 0
    assert [line.split()[-1] for line in said.splitlines()
            if "Quarterly data set" in line and "2014-15 Q3" in line] == ["presented"] * 2
    taken = sha256((project / BOARD / "missing_children/manifest.json").read_bytes()).hexdigest()
    assert run("present", "missing_children", "--period", "2014-15 H1", "--by", "A post", "--on",
               "2015-03-03", "--for-information") == (
        0, "2015-03-03  Children missing from home and care, 2014-15 H1: presented by A post, for "
        f"information, set {taken[:12]}")
    assert lines_of(project)[:-1] == before


def test_its_questions_are_read_and_new_ones_follow(project):
    before, who = lines_of(project), ("--by", "A post", "--on", "2015-04-20")
    assert run("answer", "MA7", "Again.", *who) == (
        1, "pscb: ledger.csv: MA7 has its answer already; a line is never edited; pscb correct "
        "puts it right")
    assert run("answer", "MA8", "Children placed by others.", *who) == (0, "MA8  answer recorded")
    assert run("ask", "Which homes?", "--report", "missing_children", "--owner", "A post", "--due",
               "2015-05-29", "--on", "2015-05-13") == (
        0, "MA9  Which homes?  (A post, by 2015-05-29)")
    assert lines_of(project)[:-2] == before


@pytest.mark.slow
def test_the_next_cycle_is_masked_with_what_is_out_and_leaves_it_alone(project):
    outputs = project / "outputs"
    before = files_below(outputs)
    assert run("new-cycle", NEXT)[0] == 0
    code, said = run("run", "missing_children", "--cycle", NEXT, "--audience", "board", "--format",
                     "html")
    assert code == 0, said
    assert before.items() <= files_below(outputs).items()
    made = outputs / NEXT / "board" / "missing_children"
    manifest = json.loads((made / "manifest.json").read_bytes())
    seal = seal_of(project, "missing_children", "", manifest["parameters"])
    now, none = (seal.of("masked_with", hash_of_others(
        read_others(folder), NEXT, "2015-04-30"))
                 for folder in (outputs, project / "none"))
    assert none != manifest["masked_with_hmac"] == now
    assert "Who is not offered an interview?" in (made / "report.html").read_text("utf-8")
    assert last_line("audit", "outputs")[1].startswith("13 sets read; 0 leaks")
    assert run("verify", "outputs")[0] == 0
