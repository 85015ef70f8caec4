"""A few answers to a survey are in no finished file of the Board's set, and follow from none."""

from __future__ import annotations

import shutil
from contextlib import chdir

import pytest
from attacker.definitions import read_definitions
from attacker.finished import read_papers
from attacker.judge import judge
from attacker.known import read_params
from bad_returns import ROOT, as_csv
from projects import make_project
from warm_batches import CYCLE, warm

from pscb_lib.board.context import open_context
from pscb_lib.returns.kinds import find_returns

KINDS = find_returns()
PAPERS = "training", "board_effectiveness"
SCORES = dict.fromkeys(("acting", "sharing", "working_together", "useful"), "")
LATER = {"stage": "three months", "sent_on": "14/08/2014", "recognising": "", **SCORES}
SILENT = {"answered_on": "", "changed_practice": ""}
PEOPLE = [f"P-{at}" for at in range(24)]
FEW = {  # changes to the example of each return
    "training_events": [{}],
    "training_places": [{"person_code": one} for one in PEOPLE],
    # Twelve score before, eleven of them after; of 24 asked after three months four answer.
    "training_feedback": [
        *({"person_code": one, "stage": "before", **SCORES} for one in PEOPLE[:12]),
        *({"person_code": one, "stage": "after", **SCORES} for one in PEOPLE[:11]),
        *(LATER | {"person_code": one} | (SILENT if at >= 4 else {
            "answered_on": "20/08/2014", "changed_practice": "yes"})
          for at, one in enumerate(PEOPLE))],
    "board_rating_rounds": [{"year": "2014-15", "asked_on": "16/02/2015", "closed_on":
                             "13/03/2015", "asked_n": "19", "returned_n": "3"}],
    "board_rating": [{"score": score, "comment": ""} for score in "245"],
    "practitioner_feedback": [{"said": f"Point {letter}"} for letter in "abc"],
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory):
    """A project with the sets of both papers."""
    project = make_project(tmp_path_factory.mktemp("few") / "a project")
    with chdir(ROOT):
        context = open_context("2014-15", "2015-04-30", str(project / "returns"), "restricted")
    for name, rows in FEW.items():
        kind = KINDS[name]
        columns = [field.name for field in kind.fields(context)]
        table = [columns, *([{**kind.example, **row}.get(one, "") for one in columns]
                            for row in rows)]
        (project / "returns" / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
    for report in PAPERS:
        shutil.copy(ROOT / "notebooks" / f"{report}.ipynb", project / "notebooks")
        (project / "params" / CYCLE / f"{report}.yaml").write_text(
            'period: "2014-15"\nas_of: "2015-04-30"\nreturns_folder: "returns"\n',
            encoding="utf-8")
    done = warm("run", *PAPERS, "--format", "html,tables", cwd=project)
    assert done.returncode == 0, done.stderr
    return project


def test_no_finished_file_has_a_few_answers(made):
    audit = warm("audit", "outputs", cwd=made)
    assert (audit.returncode, "0 leaks" in audit.stdout) == (0, True), audit.stdout


def test_a_reader_of_the_finished_files_can_work_out_none_of_them(made):
    outputs = made / "outputs"
    found = judge(read_papers(outputs, ("board",)), read_papers(outputs, ("restricted",)), "board",
                  {report: read_definitions(report) for report in PAPERS},
                  read_params(made / "params", "Peterborough"))
    assert (found.told, found.wrong) == ([], [])
    assert found.secrets == 3  # answers after three months, members, and practitioners' points
