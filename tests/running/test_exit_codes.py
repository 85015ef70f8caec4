"""The exit code of a batch of twelve reports, of which none to all fail."""

from __future__ import annotations

import pytest
from projects import make_project, write_notebook
from warm_batches import CYCLE, batch, faults, needs_fork, one_set, summary

pytestmark = needs_fork

REPORTS = [f"report_{number:02}" for number in range(12)]
IN_A_KERNEL = 3  # every third fails in a cell, the others before a kernel starts


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Twelve reports without faults, all published."""
    project = make_project(tmp_path_factory.mktemp("twelve") / "a project", *REPORTS)
    one_set(project)
    assert batch(project, "--workers", "4").returncode == 0
    return project


def break_some(project, failing):
    """Break the first reports; the others are as published."""
    for number, report in enumerate(REPORTS):
        middle, returns = ((), ()) if number >= failing else (
            (("1/0",), ()) if number % IN_A_KERNEL == 0 else ((), ("data_set",)))
        write_notebook(project / "notebooks" / f"{report}.ipynb", *middle, returns=returns)


@pytest.mark.parametrize("failing", [
    pytest.param(failing, marks=[] if failing == 4 else pytest.mark.slow,
                 id=f"{failing} of twelve fail") for failing in range(13)])
def test_the_exit_code_the_summary_and_the_index_are_true(project, failing):
    break_some(project, failing)
    done = batch(project, "--workers", "4")
    last = summary(project)
    assert done.returncode == last["exit_code"] == (1 if failing else 0)
    board = [line for line in last["sets"] if line["audience"] == "board"]
    assert [line["state"] for line in board] == (
        ["failed"] * failing + ["unchanged"] * (12 - failing))
    assert all(line["last_good"]["period"] == "2014-15 Q3" for line in board)
    assert [line["report"] for line in board] == REPORTS
    page = (project / "outputs" / CYCLE / "index.html").read_text(encoding="utf-8")
    assert page.count("Failed; the last good one, as known on 2015-01-31, stands") == failing
    assert page.count(">Published<") == 12 - failing
    named = {line.split(": ")[1] for line in done.stderr.splitlines()
             if line.startswith("FAILED")}
    assert named == set(REPORTS[:failing]) and faults(project / "outputs") == []
