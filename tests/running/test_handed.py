"""In a run each return is read once: the restricted kernel takes what the check has read.

The kernels of the other sets are handed no row. Nothing of it is left when the run has ended.
"""

from __future__ import annotations

import shutil

import nbformat
import pytest
from papers import CYCLE, pscb
from projects import write_notebook

from pscb_lib.board.jobs import Batch, plan_jobs
from pscb_lib.board.settings import Limits
from pscb_lib.running.checks import Inputs, check_jobs
from pscb_lib.writing.locks import locked

SMALL = '''from pathlib import Path
from pscb_lib.disclosure import counting, figures
from pscb_lib.page.blocks import Figures
from pscb_lib.reports.private_fostering import returned
from pscb_lib.returns import handed
from pscb_lib.returns.opening import open_paper
context = open_context(period, as_of, returns_folder, audience, masked)
def measure(context, checked):
    return figures.frame(figures.counts("ends", dict(checked.frame["end_reason"].value_counts())))
paper = open_paper(context, measure, returned.RETURN)
has = handed._process.handed
Path(f"told-{audience}.txt").write_text(f"{sorted(has.checked) if has else None}")
shown, returns = paper.shown, paper.returns
Figures(paper)'''
YAML = 'period: "2013-14"\nas_of: "2015-01-31"\nreturns_folder: "pscb_lib/samples"\n'


@pytest.fixture
def project(sample_project):
    shutil.rmtree(sample_project / "params" / CYCLE)
    (sample_project / "params" / CYCLE).mkdir()
    (sample_project / "notebooks").mkdir()
    path = sample_project / "notebooks" / "small.ipynb"
    write_notebook(path, SMALL, returns=("private_fostering",), audiences=["restricted", "board"])
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source += '\nmasked: str = ""  # the runner\'s'
    nbformat.write(notebook, path)
    (sample_project / "params" / CYCLE / "small.yaml").write_text(YAML, encoding="utf-8")
    return sample_project


@pytest.mark.parametrize("command", [["run"], ["batch", "--as-of", "2015-01-31"]], ids=" ".join)
def test_the_restricted_kernel_alone_has_the_returns_as_they_were_checked(project, command):
    done = pscb(*command, cwd=project)
    assert done.returncode == 0, done.stderr
    assert {path.name: path.read_text(encoding="utf-8") for path in project.glob("told-*")} == {
        "told-restricted.txt": "['private_fostering']", "told-board.txt": "None"}
    assert not [*(project / "outputs" / ".work").iterdir()]


@pytest.mark.parametrize("command", [["run"], ["batch", "--as-of", "2015-01-31"]], ids=" ".join)
def test_nothing_is_left_of_a_run_whose_registers_are_wrong(project, command):
    meetings = project / "params" / "meetings.csv"
    meetings.write_text("group,on\nBoard,yesterday\n", encoding="utf-8")
    assert pscb(*command, cwd=project).returncode not in (0, 3)
    assert not [*(project / "outputs" / ".work").glob("*")]


def test_where_nothing_can_be_handed_on_the_kernel_reads_the_returns(project):
    """The working folder cannot be written when the check has read them."""
    job = plan_jobs(project, CYCLE, (), ("restricted",), {})[0]
    batch = Batch(project, project / "outputs", CYCLE, ("html",), Limits(4096, 300))
    (checked,) = check_jobs(batch, [job], project / "params" / "settings.yaml" / "x").values()
    assert isinstance(checked, Inputs), checked
    assert checked.sources and checked.handed is None


def test_nothing_is_left_of_a_run_that_cannot_begin(project):
    """Another run holds the lock of the cycle."""
    with locked(project / "outputs" / CYCLE):
        done = pscb("run", cwd=project)
    assert done.returncode == 4, done.stderr
    assert not [*(project / "outputs" / ".work").glob("*")]
