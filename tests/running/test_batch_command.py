"""``pscb batch``: sets that are due are made, unchanged sets are not, and the exit code."""

from __future__ import annotations

import json
import shutil

import pytest
from papers import ROOT, pscb
from projects import contents, write_notebook

SAMPLES = ROOT / "pscb_lib" / "samples"
YAML = 'period: "2014-15 Q3"\nas_of: "{}"\nreturns_folder: "returns"\n'


@pytest.fixture
def project(small_project):
    """Two reports, ``planner`` with a return and ``small`` without; the board set only."""
    settings = small_project / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "[restricted, board]", "[board]"), encoding="utf-8")
    write_notebook(small_project / "notebooks" / "planner.ipynb", returns=["programme_log"])
    shutil.copy(SAMPLES / "programme_log.csv", small_project / "returns" / "programme_log.csv")
    (small_project / "params" / "2014-15-q3" / "planner.yaml").write_text(
        YAML.format("2015-01-31"), encoding="utf-8")
    return small_project


def batch(project, *arguments, day="2015-01-31"):
    return pscb("batch", "--as-of", day, "--project", project, *arguments)


def test_a_second_batch_makes_only_what_has_changed(project):
    done = batch(project)
    assert done.stdout.startswith("3 made, 0 failed, 0 unchanged, 0 not due")
    assert sorted(line.split("  ")[1] for line in done.stderr.splitlines()[1:4]) == [
        "board: planner: made", "board: small: made", "restricted: planner: made"]
    first = contents(project / "outputs" / "2014-15-q3" / "board")
    assert batch(project).stdout.startswith("0 made, 0 failed, 2 unchanged")
    with (project / "returns" / "programme_log.csv").open("a", encoding="utf-8") as log:
        log.write("\n")
    assert batch(project).stdout.startswith("2 made, 0 failed, 1 unchanged")
    shutil.copy(SAMPLES / "programme_log.csv", project / "returns" / "programme_log.csv")
    assert batch(project, "--force", "--workers", "1").stdout.startswith("3 made, 0 failed")
    assert contents(project / "outputs" / "2014-15-q3" / "board") == first


def test_a_return_that_cannot_be_used_fails_only_its_report(project):
    (project / "returns" / "programme_log.csv").write_text("item\n1\n", encoding="utf-8")
    done = batch(project)
    assert done.returncode == 1
    assert "FAILED  restricted: planner: programme_log.csv, " in done.stderr
    assert ("FAILED  board: planner: its restricted set failed, so it cannot be masked\n"
            in done.stderr)
    assert done.stdout.startswith("1 made, 2 failed")
    cycle = project / "outputs" / "2014-15-q3"
    summary = json.loads((cycle / "summary.json").read_text(encoding="utf-8"))
    assert summary["exit_code"] == 1
    assert [(line["report"], line["state"]) for line in summary["sets"]] == [
        ("planner", "failed"), ("small", "made")]
    page = (cycle / "index.html").read_text(encoding="utf-8")
    assert "Failed; there is no earlier one" in page
    assert '<a href="board/small/report.html">' in page and "<script" not in page


def test_what_is_not_due_is_not_made(project):
    (project / "params" / "2014-15-q3" / "planner.yaml").write_text(
        YAML.format("2015-03-31"), encoding="utf-8")
    done = batch(project, day="2015-02-28")
    assert (done.returncode, done.stdout[:42]) == (0, "1 made, 0 failed, 0 unchanged, 1 not due; ")


@pytest.mark.parametrize(("arguments", "says"), [
    pytest.param(("--cycle", "none"), "pscb: params, column cycle, value 'none': there is no such "
                 "cycle; write it with pscb new-cycle, or name another\n",
                 id="a cycle that there is not"),
    pytest.param(("--as-of", "31/02/2015"), "pscb: --as-of, value '31/02/2015': is not a date; "
                 "write it like 2015-01-31\n", id="a day that is none"),
])
def test_a_batch_in_which_nothing_can_run_exits_2(project, arguments, says):
    done = batch(project, *arguments)
    assert (done.returncode, done.stderr) == (2, says)
