"""Several papers of one report in a cycle: each has its own set, release and name."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil

import nbformat
import pytest
from papers import ALL_REPORTS
from projects import PARAMETERS, ROOT, make_project, write_notebook
from warm_batches import CYCLE, batch, faults, summary, warm

from pscb_lib.board.jobs import plan_jobs
from pscb_lib.board.ledger import read_ledger
from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.reading.cells import day
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.checking import find_runs
from pscb_lib.running.preflight import check_parameters

warmly = pytest.mark.skipif(os.name == "nt", reason="batches are forked from a warm server")
OCTOBER, NOVEMBER = "budget--2014-10", "budget--2014-11"
KEYED = PARAMETERS + '\nmasked: str = ""  # the runner\'s\nkey: str = ""  # the month'
YAML = 'period: "{}"\nas_of: "2015-01-31"\nreturns_folder: "returns"\n'
COUNTED = '{"Staff": 3, "Training": 9, "Website": 22}'  # a notebook that held it would tell it
CELLS = ('''import json
from pscb_lib.disclosure import figures
from pscb_lib.page import blocks
from pscb_lib.page.tables.matters_arising import tabulate_matters_arising
from pscb_lib.returns.opening import open_paper
context = open_context(period, as_of, returns_folder, audience, masked, key)
def measure(context):
    counted = json.loads((context.returns / "counted").read_text())
    return figures.frame(figures.counts("lines", counted))
assert audience == "restricted" or context.masked  # masked under the paper's own name
blocks.Figures(open_paper(context, measure))''',
         'tabulate_matters_arising(context, "budget")')
POST = ("--by", "A post", "--on", "2015-01-20")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Two months' budgets, item 3 of the programme; the report takes the audit planner."""
    project = make_project(tmp_path_factory.mktemp("keyed") / "a project", "small")
    write_notebook(project / "notebooks" / "budget.ipynb", *CELLS, returns=("programme_log",),
                   audiences=["restricted", "board"], parameters=KEYED)
    for name in (OCTOBER, NOVEMBER):
        write_yaml(project, name, name.removeprefix("budget--"))
    shutil.copy(ROOT / "pscb_lib" / "samples" / "programme_log.csv", project / "returns")
    (project / "returns" / "counted").write_text(COUNTED, encoding="utf-8")
    programme, settings = (project / "params" / name
                           for name in ("audit_programme.csv", "settings.yaml"))
    text = programme.read_text(encoding="utf-8")
    for report in ALL_REPORTS:
        text = text.replace(f",{report},", ",,")
    programme.write_text(text.replace("10,Annual Report,,", "10,Annual Report,budget,"),
                         encoding="utf-8")
    settings.write_text(re.sub(r"every_cycle: .*", "every_cycle: [small]", settings.read_text(
        encoding="utf-8")).replace("[html, pdf, tables]", "[html]"), encoding="utf-8")
    return project


def write_yaml(project, name, period="2014-10"):
    (project / "params" / CYCLE / f"{name}.yaml").write_text(YAML.format(period),
                                                             encoding="utf-8")


@pytest.fixture(scope="module")
def made(project):
    """Run October by its name, with its own question, then all that is due."""
    asked = warm("ask", "Why so little?", "--report", OCTOBER, "--owner", "A post", "--due",
                 "2015-02-20", "--on", "2015-01-20", cwd=project)
    one = warm("run", OCTOBER, cwd=project)
    return asked, one, batch(project)


def planned(project, *reports):
    return [(job.name, job.report, job.key, job.parameters["period"])
            for job in plan_jobs(project, CYCLE, reports, ("board",), {})]


@pytest.mark.parametrize(("reports", "names"), [
    pytest.param((), [OCTOBER, NOVEMBER, "small"], id="all"),
    pytest.param(("budget",), [OCTOBER, NOVEMBER], id="a report is all its keys"),
    pytest.param((NOVEMBER,), [NOVEMBER], id="one key"),
    pytest.param((NOVEMBER, "budget"), [NOVEMBER, OCTOBER], id="each once"),
])
def test_the_papers_that_a_name_means(project, reports, names):
    assert [job[0] for job in planned(project, *reports)] == names


def test_a_job_has_its_report_its_key_and_the_parameters_of_its_own_file(project):
    assert planned(project, "budget") == [(OCTOBER, "budget", "2014-10", "2014-10"),
                                          (NOVEMBER, "budget", "2014-11", "2014-11")]


@warmly
def test_a_command_and_a_batch_name_each_paper(project, made):
    _, one, rest = made
    assert one.stdout.split()[-1] == f"outputs/{CYCLE}/board/{OCTOBER}/report.html"
    assert [line.split()[:3] for line in one.stdout.splitlines()[1:3]] == [
        [OCTOBER, "2014-10", "restricted"], [OCTOBER, "2014-10", "board"]]
    assert sorted(line.split("  ")[1] for line in rest.stderr.splitlines()[1:]) == [
        f"board: {OCTOBER}: made", f"board: {NOVEMBER}: made", "board: small: made",
        f"restricted: {NOVEMBER}: made", "restricted: small: made"]
    assert {(line["report"], line["state"]) for line in summary(project)["sets"]
            if line["audience"] == "restricted"} == {
        (OCTOBER, "unchanged"), (NOVEMBER, "made"), ("small", "made")}
    page = (project / "outputs" / CYCLE / "index.html").read_text(encoding="utf-8")
    assert f'<a href="board/{NOVEMBER}/report.html">' in page
    assert faults(project / "outputs") == []


@warmly
def test_a_manifest_has_the_report_and_its_key(project, made):
    board = project / "outputs" / CYCLE / "board"
    manifests = [json.loads((board / name / "manifest.json").read_text(encoding="utf-8"))
                 for name in (OCTOBER, "small")]
    assert [(one["report"], one.get("key")) for one in manifests] == [
        ("budget", "2014-10"), ("small", None)]


@warmly
def test_a_question_is_in_the_paper_it_was_asked_of(project, made):
    assert made[0].returncode == 0
    found = {}
    for name in (OCTOBER, NOVEMBER):
        path = project / "outputs" / CYCLE / "restricted" / name / "report.ipynb"
        blocks = [output.data[BLOCK] for cell in nbformat.read(path, as_version=4).cells
                  for output in cell.get("outputs", ()) if BLOCK in output.data]
        found[name] = [block["data"]["rows"][0][2] for block in blocks
                       if block.get("id") == "questions"]
    assert found == {OCTOBER: ["Why so little?"], NOVEMBER: []}


@warmly
def test_the_set_received_is_that_of_the_papers_own_name(project, made):
    done = warm("receive", OCTOBER, "--period", "2014-10", *POST, cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    path = project / "outputs" / CYCLE / "restricted" / OCTOBER / "manifest.json"
    line = read_ledger(project / "params", day("2015-01-20"))[-1]
    assert (line.report, line.set_sha256) == (
        OCTOBER, hashlib.sha256(path.read_bytes()).hexdigest())


@pytest.mark.parametrize(("name", "says"), [
    pytest.param("budget--2014-12", "pscb: 2014-15-q3/restricted/budget--2014-12: there is no set "
                 "in outputs; make it with pscb run, or name another --cycle, --audience or "
                 "--out\n",
                 id="a key of no paper"),
    pytest.param("budget--2014_10", "pscb: audit_programme.csv, column report, value "
                 "'budget--2014_10': is not a report of the programme (nearest: budget); use "
                 "budget, or the number of its item\n", id="what is no key"),
    pytest.param("3--2014-10", "pscb: audit_programme.csv, column report, value '3--2014-10': is "
                 "not a report of the programme; use budget, or the number of its item\n",
                 id="an item's number has no key"),
])
@warmly
def test_a_name_of_no_paper_cannot_be_received(project, name, says):
    assert warm("receive", name, "--period", "2014-10", *POST, cwd=project).stderr == says


@warmly
def test_a_new_cycle_has_the_papers_due_in_it_and_lists_those_left_out(project):
    write_notebook(project / "notebooks" / "special.ipynb", parameters=KEYED)
    write_yaml(project, "special--ma-02")
    done = warm("new-cycle", "2014-15-q4", cwd=project)
    # Ten working days after each month: 13 February, 13 March, and 16 April after Easter.
    assert done.stdout == (
        "budget--2015-01  2015-01  known on 2015-01-31\n"
        "budget--2015-02  2015-02  known on 2015-02-28\n"
        "budget--2015-03  2015-03  known on 2015-03-31\n"
        "small  2014-15 Q4  known on 2015-04-30\n"
        "special--ma-02  left out: nothing says when it is due again\n"
        "Wrote params/2014-15-q4. Make its papers: pscb run --cycle 2014-15-q4\n"
        "Where no cycle is named, commands take 2014-15-q3: to change that, pscb new-cycle "
        "2014-15-q4 --use\n")
    assert sorted(path.name for path in (project / "params" / "2014-15-q4").iterdir()) == [
        "agenda.csv", "budget--2015-01.yaml", "budget--2015-02.yaml", "budget--2015-03.yaml",
        "small.yaml"]
    (project / "params" / CYCLE / "special--ma-02.yaml").unlink()


def test_a_return_is_checked_for_the_last_of_its_papers(project):
    run = find_runs(project)["programme_log"]
    assert (run.report, run.period.label) == ("budget", "2014-11")


def refused(call, *arguments):
    with pytest.raises(InputError) as refusal:
        call(*arguments)
    return str(refusal.value)


@pytest.mark.parametrize("name", ["small--2014_10", "small--", "small--A", "small---a",
                                  "small--a--b"])
def test_a_wrong_key_is_refused_in_one_line(small_project, name):
    write_yaml(small_project, name)
    assert refused(planned, small_project) == (
        f"params/2014-15-q3, column name, value '{name}': a report's key has small letters, "
        "digits and hyphens between them; rename the file")


def test_a_key_of_no_report_is_refused_in_one_line(small_project):
    write_yaml(small_project, "smal--a")
    assert refused(planned, small_project) == (
        "smal--a: is not a report of 2014-15-q3 (nearest: small); the reports are small")


def test_a_notebook_named_as_a_paper_is_refused(small_project):
    write_notebook(small_project / "notebooks" / "small--a.ipynb")
    assert refused(planned, small_project) == (
        "notebooks, column name, value 'small--a': -- stands between a report and its key in the "
        "names of parameter files; rename the notebook")


def test_a_key_cannot_be_a_parameter_of_a_file(small_project):
    write_yaml(small_project, "small--a")
    path = small_project / "params" / CYCLE / "small--a.yaml"
    path.write_text(YAML.format("2014-10") + 'key: "b"\n', encoding="utf-8")
    assert refused(planned, small_project) == (
        "small--a.yaml, column key: the key of a paper stands in the name of its file; remove it "
        "and name the file <report>--<key>.yaml")


def checked(project, name):
    check_parameters(plan_jobs(project, CYCLE, (name,), ("board",), {})[0])


def test_a_notebook_that_takes_no_key_has_one_paper_in_a_cycle(small_project):
    write_yaml(small_project, "small--a")
    assert refused(checked, small_project, "small--a") == (
        "small.ipynb, column key, value 'a': needs a parameter to have several papers in one "
        'cycle; add key: str = "" and give it to open_context')


def test_a_missing_parameter_is_reported_for_the_papers_own_file(small_project):
    write_notebook(small_project / "notebooks" / "small.ipynb", parameters=KEYED)
    (small_project / "params" / CYCLE / "small--a.yaml").write_text('period: "2014-10"\n',
                                                                    encoding="utf-8")
    assert refused(checked, small_project, "small--a") == (
        "small--a.yaml, column as_of: the parameter is missing; add as_of: and its value")
