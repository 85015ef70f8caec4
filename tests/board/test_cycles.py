"""The reports due in a cycle, by hand from Appendix 1, the planner and the meetings."""

from __future__ import annotations

import re
import shutil
from datetime import date
from textwrap import indent

import pytest
from papers import ROOT, pscb

from pscb_lib.board.agenda_numbers import NONE, read_numbers
from pscb_lib.board.cycles import known_on, quarter_of, reports_due
from pscb_lib.board.jobs import plan_jobs
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.programme import read_programme
from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError
from pscb_lib.running.preflight import context_of

PROGRAMME = read_programme(ROOT / "params" / "audit_programme.csv")
MEETINGS = read_meetings(ROOT / "params" / "meetings.csv")
SHIPPED = ROOT / "params" / "2014-15-q3"


def needed(cycle, typed=None):
    found = reports_due(quarter_of(cycle), PROGRAMME, MEETINGS, typed or {})
    return {report: deadline.period.label for report, deadline in found.items()}


@pytest.mark.parametrize(("cycle", "expected"), [
    pytest.param("2014-15-q1", {"budget": "2014-07", "quarterly_data_set": "2014-15 Q1",
                                "child_protection_conferencing": "2014-15 Q1",
                                "private_fostering": "2013-14",
                                "multi_agency_audit": "2014-04 to 2014-07"},
                 id="a quarter, and private fostering after 60 working days"),
    pytest.param("2014-15-q2", {"budget": "2014-09",
                                "quarterly_data_set": "2014-15 Q2", "cdop_annual": "2013-14",
                                "missing_children": "2014-15 H1", "allegations": "2014-15 H1",
                                "child_protection_conferencing": "2014-15 Q2",
                                "early_help": "2014-15 H1", "case_reviews": "2014-15 H1"},
                 id="a half, and child deaths after 120 working days"),
    pytest.param("2014-15-q3", {"budget": "2014-12", "quarterly_data_set": "2014-15 Q3",
                                "child_protection_conferencing": "2014-15 Q3",
                                "multi_agency_audit": "2014-08 to 2014-11",
                                "section11": "2014-11"},
                 id="no half ends"),
    pytest.param("2014-15-q4", {"budget": "2015-03", "training": "2014-15",
                                "quarterly_data_set": "2014-15 Q4",
                                "missing_children": "2014-15 H2", "allegations": "2014-15 H2",
                                "child_protection_conferencing": "2014-15 Q4",
                                "early_help": "2014-15 H2", "case_reviews": "2014-15 H2",
                                "multi_agency_audit": "2014-12 to 2015-03",
                                "membership": "2014-15", "attendance": "2014-15"},
                 id="the half carries the year that is rolled up"),
])
def test_which_reports_fall_into_a_cycle(cycle, expected):
    assert needed(cycle) == expected


def test_a_date_typed_in_the_planner_moves_a_report_to_another_cycle():
    typed = {(9, parse_period("2013-14")): date(2015, 2, 4)}
    assert needed("2014-15-q3", typed)["cdop_annual"] == "2013-14"
    assert "cdop_annual" not in needed("2014-15-q2", typed)


@pytest.mark.parametrize(("due_on", "period", "day"), [
    pytest.param(date(2015, 2, 4), "2014-15 Q3", date(2015, 1, 31), id="the month end before"),
    pytest.param(date(2015, 1, 31), "2014-15 Q3", date(2015, 1, 31), id="due on a month end"),
    pytest.param(date(2014, 12, 3), "2014-15 Q3", date(2014, 12, 31),
                 id="never before the period is over"),
])
def test_the_day_to_which_a_report_is_known(due_on, period, day):
    assert known_on(due_on, parse_period(period)) == day


@pytest.mark.parametrize(("cycle", "says"), [
    pytest.param("2014-15-h1", "CYCLE, value '2014-15-h1': is not named by a quarter; write it "
                 "like 2014-15-q4", id="a half"),
    pytest.param("2014-16-q1", "CYCLE, value '2014-16-q1': is not named by a quarter; write it "
                 "like 2014-15-q4", id="a year of two years"),
    pytest.param("2013-14-q3", "audit_programme.csv, column schedule: no quarterly item is in "
                 "force in 2013-14; add that year's programme", id="before the programme"),
    pytest.param("2016-17-q1", "meetings.csv, column papers_by: no Q&E meeting takes the papers "
                 "of 2016-17 Q1; add it", id="after the last meeting that is fixed"),
])
def test_a_cycle_that_cannot_be_planned_is_one_line(cycle, says):
    with pytest.raises(InputError) as refusal:
        needed(cycle)
    assert str(refusal.value) == says


@pytest.fixture
def project(tmp_path):
    for folder in ("params", "notebooks", "pscb_lib/samples"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


@pytest.mark.parametrize("cycle", ["2014-15-q1", "2014-15-q2", "2014-15-q3", "2014-15-q4"])
def test_a_shipped_cycle_made_again_reads_what_the_agencies_sent(project, cycle):
    made, shipped = project / "params" / cycle, SHIPPED.with_name(cycle)
    shutil.rmtree(made)
    (project / "returns").mkdir()
    shutil.copy(ROOT / "pscb_lib/samples/programme_log.csv", project / "returns")
    done = pscb("new-cycle", cycle, "--project", project)
    assert done.returncode == 0, done.stderr
    assert {path.name: read_yaml(path) for path in made.glob("*.yaml")} == {
        path.name: {**read_yaml(path), "returns_folder": "returns"}
        for path in shipped.glob("*.yaml")}
    assert {*read_numbers(made)} == {*read_numbers(shipped)}
    assert {*read_numbers(made).values()} == {NONE}


def test_a_new_cycle_has_valid_parameters_and_says_where_each_comes_from(project, monkeypatch):
    shutil.rmtree(project / "params" / "2014-15-q4")
    done = pscb("new-cycle", "2014-15-q4", "--project", project)
    assert done.stdout == (
        "allegations  2014-15 H2  known on 2015-04-30\n"
        "attendance  2014-15  known on 2015-04-30\n"
        "audit_programme  2014-15 Q4  known on 2015-04-30\n"
        "board_effectiveness  2014-15  known on 2015-04-30\n"
        "budget--2015-01  2015-01  known on 2015-01-31\n"
        "budget--2015-02  2015-02  known on 2015-02-28\n"
        "budget--2015-03  2015-03  known on 2015-03-31\n"
        "business_plan  2014-15 Q4  known on 2015-04-30\n"
        "case_reviews  2014-15 H2  known on 2015-04-30\n"
        "child_protection_conferencing  2014-15 Q4  known on 2015-04-30\n"
        "early_help  2014-15 H2  known on 2015-04-30\n"
        "equality  2014-15  known on 2015-04-30\n"
        "learning  2014-15  known on 2015-04-30\n"
        "membership  2014-15  known on 2015-04-30\n"
        "method  2014-15 Q4  known on 2015-04-30\n"
        "missing_children  2014-15 H2  known on 2015-04-30\n"
        "multi_agency_audit  2014-12 to 2015-03  known on 2015-04-30\n"
        "quarterly_data_set  2014-15 Q4  known on 2015-04-30\n"
        "single_agency_audits  2014-15 H2  known on 2015-04-30\n"
        "themed_reviews  2014-15  known on 2015-04-30\n"
        "training  2014-15  known on 2015-04-30\n"
        "Wrote params/2014-15-q4. Make its papers: pscb run --cycle 2014-15-q4\n"
        "Where no cycle is named, commands take 2014-15-q3: to change that, pscb new-cycle "
        "2014-15-q4 --use\n")
    assert (project / "params/2014-15-q4/missing_children.yaml").read_text(encoding="utf-8") == (
        'period: "2014-15 H2"  # October 2014 to March 2015: item 11 of Appendix 1, six-monthly\n'
        'as_of: "2015-04-30"  # the last month end before papers are due on 6 May 2015 for Q&E on '
        '13 May 2015\n'
        'returns_folder: "returns"  # what the agencies sent, from the project\'s folder\n')
    monkeypatch.chdir(project)
    (project / "returns").mkdir()
    for job in plan_jobs(project, "2014-15-q4", (), ("board",), {}):
        context = context_of(job)  # a monthly note is known at the end of its month
        assert context.as_of == (context.period.end if job.key else date(2015, 4, 30))


def test_a_cycle_is_used_where_none_is_named_and_all_else_in_the_settings_stays(project):
    settings = project / "params" / "settings.yaml"
    before = settings.read_text(encoding="utf-8")
    files = {path: path.read_bytes() for path in (project / "params/2014-15-q4").iterdir()}
    done = pscb("new-cycle", "2014-15-q4", "--use", "--project", project)
    assert (done.returncode, done.stdout) == (
        0, "Commands now take 2014-15-q4 where no cycle is named\n")
    assert settings.read_text(encoding="utf-8") == before.replace(
        "cycle: 2014-15-q3  #", "cycle: 2014-15-q4  #")
    assert {path: path.read_bytes() for path in (project / "params/2014-15-q4").iterdir()} == files


def test_a_cycle_that_is_there_is_left_alone(project):
    before = {path: path.read_bytes() for path in (project / "params").rglob("*.*")}
    done = pscb("new-cycle", "2014-15-q3", "--project", project)
    assert done.returncode == 1
    assert re.sub(r"(?m)^pscb: programme_log.*\n", "", done.stderr) == (
        "pscb: params/2014-15-q3: the cycle is there already; edit its files, or remove the "
        "folder to write it again\n")
    assert {path: path.read_bytes() for path in (project / "params").rglob("*.*")} == before


CHOSEN = """# what the year's papers say
weak | quarterly_data_set | 2013-14 Q4 | lead | A safe workforce | data
money | budget--2014-03 | 2014-03 | lines
services | multi_agency_audit | 2013-12 to 2014-03 | lead"""


def test_the_cycle_of_a_year_has_its_report_with_last_year_s_choice_a_year_later(project):
    """Q&E takes the papers of Quarter 4 in May 2015; its next meeting is on 9 September."""
    (project / "params" / "2014-15").rename(project / "params" / "2013-14")
    (project / "params" / "2013-14" / "annual_report.yaml").write_text(
        "blocks: |\n" + indent(CHOSEN, "  "), encoding="utf-8")
    done = pscb("new-cycle", "2014-15", "--project", project)
    assert done.stdout == (
        "annual_report  2014-15  known on 2015-08-31\n"
        "annual_report  to be written by the chair of the Board: "
        "params/2014-15/statements/annual_report.md; without it only the restricted set is made\n"
        "Wrote params/2014-15. Make its papers: pscb run --cycle 2014-15\n"
        "List what is missing for it: pscb year-end --year 2014-15\n")
    text = (project / "params" / "2014-15" / "annual_report.yaml").read_text("utf-8")
    assert text.startswith('period: "2014-15"  # the year whose')
    assert 'as_of: "2015-08-31"  # the last month end before papers are due on 2 September' in text
    assert text.endswith("""
# as in 2013-14, each period a year later
blocks: |
  # write part | paper | period | block, and then priority | kind of evidence | impact
  # what the year's papers say
  weak | quarterly_data_set | 2014-15 Q4 | lead | A safe workforce | data
  money | budget--2015-03 | 2015-03 | lines
  services | multi_agency_audit | 2014-12 to 2015-03 | lead
""")


@pytest.mark.parametrize(("arguments", "says"), [
    pytest.param(("2015-16",), "pscb: meetings.csv, column papers_by: no Q&E meeting takes the "
                 "papers of 2015-16 Q4; add it\n", id="no meeting is fixed for the last quarter"),
    pytest.param(("2014-15", "--use"), "pscb: CYCLE, value '2014-15': is not named by a quarter; "
                 "write it like 2014-15-q4\n", id="a year is not what commands take by default"),
    pytest.param(("2014",), "pscb: CYCLE, value '2014': is not named by a quarter or a year; write "
                 "it like 2014-15-q4, or like 2014-15\n", id="neither a quarter nor a year"),
])
def test_a_cycle_of_a_year_that_cannot_be_written_is_one_line(project, arguments, says):
    before = sorted((project / "params").rglob("*"))
    done = pscb("new-cycle", *arguments, "--project", project)
    assert (done.returncode, done.stderr) == (1, says)
    assert sorted((project / "params").rglob("*")) == before
