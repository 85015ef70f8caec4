"""``pscb batch --year``: each cycle of a financial year, the earliest first."""

from __future__ import annotations

import json
import re

import pytest
from papers import pscb

YAML = 'period: "{}"\nas_of: "{}"\nreturns_folder: "returns"\n'


@pytest.fixture
def project(small_project):
    """A board with the cycles of two quarters, written in the other order."""
    for cycle, period, day in (("2014-15-q4", "2014-15 Q4", "2015-04-30"),
                               ("2014-15-q1", "2014-15 Q1", "2014-08-31")):
        folder = small_project / "params" / cycle
        folder.mkdir()
        (folder / "small.yaml").write_text(YAML.format(period, day), encoding="utf-8")
    return small_project


def year(project, *arguments):
    return pscb("batch", "--year", "2014-15", "--project", project, *arguments)


def as_of(project, cycle):
    summary = project / "outputs" / cycle / "summary.json"
    return json.loads(summary.read_text(encoding="utf-8"))["as_of"]


def test_each_cycle_is_run_in_the_order_of_the_year_on_its_own_day(project):
    done = year(project)
    assert (done.returncode, done.stdout) == (0, "".join(
        f"2014-15-q{quarter}: 2 made, 0 failed, 0 unchanged, 0 not due; see "
        f"2014-15-q{quarter}/index.html\n" for quarter in (1, 3, 4))
        + "packs of 2014-15: 6 made, 0 unchanged\n"), done.stderr
    assert [as_of(project, f"2014-15-q{quarter}") for quarter in (1, 3, 4)] == [
        "2014-08-31", "2015-01-31", "2015-04-30"]


def test_on_a_day_only_what_is_due_is_made(project):
    said = year(project, "--as-of", "2015-01-31").stdout.splitlines()
    assert [line.partition(";")[0] for line in said] == [
        "2014-15-q1: 2 made, 0 failed, 0 unchanged, 0 not due",
        "2014-15-q3: 2 made, 0 failed, 0 unchanged, 0 not due",
        "2014-15-q4: 0 made, 0 failed, 0 unchanged, 2 not due",
        "packs of 2014-15: 4 made, 0 unchanged"]


def test_each_meeting_has_its_pack_and_the_same_papers_give_the_same_pack(project):
    assert year(project).returncode == 0
    packs = {path.parent.relative_to(project / "outputs").as_posix(): path.read_bytes()
             for path in (project / "outputs").rglob("*-pack-*.pdf")}
    assert sorted(packs) == sorted(
        f"2014-15-{quarter}/{audience}/pack-{day}" for quarter, audience, day in (
            ("q1", "board", "2014-09-30"), ("q1", "restricted", "2014-09-10"),
            ("q3", "board", "2015-03-03"), ("q3", "restricted", "2015-02-11"),
            ("q4", "board", "2015-06-02"), ("q4", "restricted", "2015-05-13")))
    assert year(project).stdout.endswith("packs of 2014-15: 0 made, 6 unchanged\n")
    assert all((project / "outputs" / place / f"{place.split('/')[1]}-"
                f"{place.split('/')[2]}.pdf").read_bytes() == made for place, made in packs.items())


def test_a_pack_goes_with_the_last_cycle_of_its_meeting_and_is_there_once(project):
    assert year(project).returncode == 0
    later = project / "params" / "2014-15"
    later.mkdir()
    (later / "small.yaml").write_text(YAML.format("2014-15", "2015-04-30"), encoding="utf-8")
    assert year(project).returncode == 0
    packs = sorted(path.relative_to(project / "outputs").as_posix()
                   for path in (project / "outputs").glob("*/board/pack-2015-06-02"))
    assert packs == ["2014-15-q4/board/pack-2015-06-02"]
    later.rename(later.with_name("2014-15-q4-late"))
    (project / "outputs" / "2014-15").rename(project / "outputs" / "2014-15-q4-late")
    done = pscb("pack", "--meeting", "2015-06-02", "--project", project)
    assert done.returncode == 0, done.stderr
    packs = sorted(path.relative_to(project / "outputs").as_posix()
                   for path in (project / "outputs").glob("*/board/pack-2015-06-02"))
    assert packs == ["2014-15-q4-late/board/pack-2015-06-02"]


def test_the_page_of_a_year_has_each_meeting_with_its_papers(project):
    whole = project / "params" / "2014-15"
    whole.mkdir()
    (whole / "small.yaml").write_text(YAML.format("2014-15", "2015-07-31"), encoding="utf-8")
    assert year(project).returncode == 0
    page = (project / "outputs" / "board-2014-15.html").read_text(encoding="utf-8")
    assert re.findall("<h2>(.+?)</h2>", page) == [
        "For the Board on 30 September 2014", "For the Board on 3 March 2015",
        "For the Board on 2 June 2015", "For the Board on 29 September 2015"]
    assert page.count("All papers of this meeting in one file</h3>") == 4
    assert 'href="board-2014-15.html"' in (project / "outputs" / "board.html").read_text(
        encoding="utf-8")


def test_a_cycle_that_cannot_run_stops_no_other(project):
    (project / "params" / "2014-15-q1" / "nothing.yaml").write_text(
        YAML.format("2014-15 Q1", "2014-08-31"), encoding="utf-8")
    done = year(project)
    assert done.returncode == 1
    assert done.stdout.startswith("2014-15-q1: could not run\n2014-15-q3: 2 made")
    assert "FAILED  2014-15-q1: nothing: is not a report of 2014-15-q1" in done.stderr


@pytest.mark.parametrize(("arguments", "says"), [
    pytest.param(("--year", "2012-13"), "pscb: params, column year, value '2012-13': there is no "
                 "cycle of the year; write one with pscb new-cycle 2012-13-q1\n", id="no cycle"),
    pytest.param(("--year", "2014-15 Q3"), "pscb: --year, value '2014-15 Q3': is not a financial "
                 "year; write it like 2014-15\n", id="a quarter"),
    pytest.param(("--year", "2014-15", "--cycle", "2014-15-q3"), "pscb: --year: cannot be used "
                 "with --cycle; use one of them\n", id="and a cycle"),
    pytest.param((), "pscb: --as-of: is needed; give the day of the run, or --year\n",
                 id="neither a day nor a year"),
])
def test_a_year_in_which_nothing_can_run_exits_2(small_project, arguments, says):
    done = pscb("batch", "--project", small_project, *arguments)
    assert (done.returncode, done.stderr) == (2, says)
