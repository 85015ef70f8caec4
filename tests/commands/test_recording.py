"""The commands that record a report's route, questions and answers."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner
from papers import ROOT, pscb

from pscb_lib.commands.cli import main
from pscb_lib.running.inputs import hash_known
from pscb_lib.running.publishing.key import seal_of

DATA_SET = ("quarterly_data_set", "--period", "2014-15 Q3", "--by", "A post")
QUESTION = ("ask", "Who visits?", "--report", "audit_programme", "--owner", "A post", "--due",
            "2015-01-30", "--on", "2015-01-20")
REQUEST = ("ask", "--request-audit", "Visits to children on plans", "--agency", "Housing", "--by",
           "Board", "--due", "2015-01-25", "--on", "2015-01-20")

PAPER = ("ask", "--request-paper", "Early help in schools", "--owner", "CAF Team Manager", "--by",
         "Board", "--due", "2015-03-03", "--on", "2014-12-02")


@pytest.fixture
def project(tmp_path):
    for folder in ("params", "notebooks", "pscb_lib/samples"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for audience in ("restricted", "board"):
        folder = tmp_path / "outputs" / "2014-15-q3" / audience / "quarterly_data_set"
        folder.mkdir(parents=True)
        (folder / "manifest.json").write_text(
            json.dumps({"parameters": {"audience": audience, "period": "2014-15 Q3"}}),
            encoding="utf-8")
    return tmp_path


def record(project, *arguments):
    """Run a command in this process; return the one line that it prints, or its one error line."""
    done = CliRunner().invoke(main, [*arguments, "--project", str(project)])
    return (done.stdout or done.stderr).rstrip("\n")


def lines_of(project):
    return (project / "params" / "ledger.csv").read_text(encoding="utf-8").splitlines()


def sha256_of(project, audience):
    path = project / "outputs" / "2014-15-q3" / audience / "quarterly_data_set" / "manifest.json"
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_each_step_of_a_route_is_recorded_with_the_hash_of_its_set(project):
    shipped = lines_of(project)
    read, taken = (sha256_of(project, audience) for audience in ("restricted", "board"))
    assert record(project, "receive", *DATA_SET, "--on", "2015-02-04") == (
        f"2015-02-04  Quarterly data set, 2014-15 Q3: received by A post, set {read[:12]}")
    assert record(project, "scrutinise", *DATA_SET, "--on", "2015-02-11", "--tabled",
                  "--because", "Visits fell.") == (
        "2015-02-11  Quarterly data set, 2014-15 Q3: scrutinised by A post, tabled "
        f"because: Visits fell., set {read[:12]}")
    assert record(project, "present", *DATA_SET, "--on", "2015-03-03", "--tabled") == (
        "2015-03-03  Quarterly data set, 2014-15 Q3: presented by A post, tabled, "
        f"set {taken[:12]}")
    about = "A post,quarterly_data_set,2014-15 Q3"
    assert lines_of(project) == [
        *shipped,
        f"2015-02-04,received,{about},{read},,,,,,,,,,,pscb receive",
        f"2015-02-11,scrutinised,{about},{read},tabled,,,,,,Visits fell.,,,,pscb scrutinise",
        f"2015-03-03,presented,{about},{taken},tabled,,,,,,,,,,pscb present",
    ]


@pytest.mark.parametrize(("arguments", "says"), [
    pytest.param(("present", *DATA_SET, "--on", "2015-03-03"), "present: a judgment is made which "
                 "reports are tabled and which circulated for information only (section 5); add "
                 "--tabled or --for-information", id="presented without a judgment"),
    pytest.param(("scrutinise", *DATA_SET, "--on", "2015-02-11", "--tabled"), "scrutinise: a "
                 "judgment is made which reports are tabled and which circulated for information "
                 "only (section 5), and its reason is recorded; add --because",
                 id="judged without a reason"),
    pytest.param(("present", *DATA_SET, "--on", "2015-03-03", "--tabled"), "ledger.csv: "
                 "quarterly_data_set, 2014-15 Q3 has not been scrutinised: Reports will come to "
                 "the Quality and Effectiveness Sub Group before being taken to the Board "
                 "(section 5); record that first with pscb scrutinise", id="presented too early"),
    pytest.param(("receive", "quarterly_dataset", *DATA_SET[1:], "--on", "2015-02-04"),
                 "audit_programme.csv, column report, value 'quarterly_dataset': is not a report "
                 "of the programme (nearest: quarterly_data_set); use membership, attendance, "
                 "budget, training, section11, cdop_annual, quarterly_data_set, "
                 "missing_children, allegations, private_fostering, "
                 "child_protection_conferencing, early_help, single_agency_audits, "
                 "multi_agency_audit, case_reviews, or the number of its item",
                 id="a report that is misspelt"),
    pytest.param(("receive", *DATA_SET, "--on", "2014-12-31"), "--on, value '2014-12-31': 2014-15 "
                 "Q3 ends on 2014-12-31; name a later day", id="received before its period ended"),
    pytest.param(("receive", *DATA_SET, "--on", "2015-02-04", "--cycle", "2014-15-q4"),
                 "2014-15-q4/restricted/quarterly_data_set: there is no set in outputs; make it "
                 "with pscb run, or name another --cycle, --audience or --out", id="no such set"),
    pytest.param(("receive", "quarterly_data_set", "--period", "2014-15 Q2", "--by", "A post",
                  "--on", "2015-02-04"), "2014-15-q3/restricted/quarterly_data_set, column period, "
                 "value '2014-15 Q2': is the set of 2014-15 Q3; name its period or another "
                 "--cycle", id="the set of another period"),
    pytest.param(("receive", "12", "--period", "2014-15 Q1", "--by", "A post", "--on",
                  "2015-02-04"), "--period, value '2014-15 Q1': item 12 does not report on this "
                 "period; use one of 2014-15 H1, 2014-15 H2", id="a quarter of a half-yearly item"),
    pytest.param(("scrutinise", "3", "--period", "2014-12", "--by", "A post", "--on",
                  "2015-02-11"), "audit_programme.csv: item 3 is not taken to Q&E and the Board: "
                 "its route is Annual Report; record only that it was received",
                 id="scrutiny of what goes to the Annual Report"),
    pytest.param((*QUESTION[:3], "missing_kids", *QUESTION[4:]), "--report, value 'missing_kids': "
                 "is not known (nearest: missing_children); name one that pscb list shows, or a "
                 "paper of a cycle", id="a question of no report"),
    pytest.param((*QUESTION, "--indicator", "CP99"), "--indicator, value 'CP99': is not known "
                 "(nearest: CP9); use an id of indicators.csv", id="a question about no indicator"),
    pytest.param((QUESTION[0], *QUESTION[2:]), "QUESTION: is needed for a question; "
                 "add QUESTION", id="a question that is not put"),
    pytest.param((*REQUEST, "--owner", "A post"), "--owner, value 'A post': cannot be used "
                 "with --request-audit; leave one out", id="a request that is a question, too"),
    pytest.param((*PAPER[:3], *PAPER[5:]), "--owner: is needed for a paper; add --owner",
                 id="a paper that nobody is to write"),
    pytest.param((*REQUEST[:3], *REQUEST[5:]), "--agency: a single-agency audit names its agency; "
                 "add --agency", id="an audit that nobody is to make"),
    pytest.param((*REQUEST[:4], "Huosing", *REQUEST[5:]), "--agency, value 'Huosing': is not an "
                 "agency on the register (nearest: Housing); use a name from params/agencies.csv",
                 id="an agency that is misspelt"),
    pytest.param(("answer", "MA5", "Again.", "--by", "A post", "--on", "2015-02-20"), "ledger.csv: "
                 "MA5 has its answer already; a line is never edited; pscb correct puts it right",
                 id="an answer to what is answered"),
])
def test_a_wrong_record_is_refused_and_leaves_the_ledger_unchanged(project, arguments, says):
    before = lines_of(project)
    assert record(project, *arguments) == f"pscb: {says}"
    assert lines_of(project) == before


def test_a_report_made_elsewhere_is_named_by_its_item_and_has_no_set(project):
    assert record(project, "receive", "22", "--period", "2013-14", "--by", "A post", "--on",
                  "2015-02-04") == "2015-02-04  Management reviews, 2013-14: received by A post"


def test_what_is_recorded_by_the_day_is_in_the_paper(project):
    assert record(project, *QUESTION) == "MA7  Who visits?  (A post, by 2015-01-30)"
    assert record(project, "answer", "MA7", "Two posts.", "--by", "A post", "--on",
                  "2015-01-28") == "MA7  answer recorded"
    assert record(project, "answer", "MA7", "--action", "A rota.", "--by", "A post", "--on",
                  "2015-02-01") == "MA7  action recorded"
    assert record(project, *REQUEST) == (
        "AR1  Visits to children on plans  (Peterborough City Council Housing, by 2015-01-25)")
    record(project, "receive", "22", "--period", "2013-14", "--by", "A post", "--on",
           "2015-01-29")
    done = pscb("run", "audit_programme", "--audience", "restricted", "--format", "tables",
                "--project", project)
    assert done.returncode == 0, done.stderr
    made = project / "outputs" / "2014-15-q3" / "restricted" / "audit_programme"
    read = {name: (made / f"tables/{name}.csv").read_text(encoding="utf-8-sig").splitlines()
            for name in ("questions", "overdue", "route")}
    assert read["questions"][1:] == [
        "MA7,2015-01-20,Who visits?,A post,2015-01-30,Two posts.,,"]
    assert ("Audit,Visits to children on plans,Peterborough City Council Housing,2015-01-25,0"
            in read["overdue"])
    assert read["route"][1:] == ["22,2013-14,received,2015-01-29,A post,,"]
    manifest = json.loads((made / "manifest.json").read_text(encoding="utf-8"))
    seal = seal_of(project, "audit_programme", "", manifest["parameters"])
    assert manifest["params_hmac"]["ledger.csv"] == seal.of("params/ledger.csv", hash_known(
        project / "params" / "ledger.csv", "2015-01-31"))


KILLED = """
import os, sys
from datetime import date
from pathlib import Path
from pscb_lib.board.ledger import Event, Line, append
os.{call} = lambda *arguments: os._exit(9)
append(Path(sys.argv[1]), lambda earlier: Line(date(2015, 1, 20), Event.ANSWERED, "A post",
                                              id="MA4", answer="In May."))
"""


@pytest.mark.parametrize("call", [
    pytest.param("fsync", id="before it was on the disk"),
    pytest.param("replace", id="before it was put in its place")])
def test_a_killed_command_leaves_the_ledger_whole_and_the_next_one_works(project, call):
    before = lines_of(project)
    killed = subprocess.run([sys.executable, "-c", KILLED.format(call=call), project / "params"])
    assert (killed.returncode, lines_of(project)) == (9, before)
    record(project, "answer", "MA4", "In May.", "--by", "A post", "--on", "2015-01-20")
    assert lines_of(project)[:-1] == before
