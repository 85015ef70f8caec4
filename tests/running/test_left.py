"""A set whose paper has left its cycle is kept, and is shown to be made no more."""

from __future__ import annotations

import json

import pytest
from papers import pscb
from projects import make_project

CYCLE = "2014-15-q3"
LEFT = f"board/other: left the cycle: params/{CYCLE} has no other.yaml, so it is not made again"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project with two reports made, of which one has then left the cycle."""
    root = make_project(tmp_path_factory.mktemp("left") / "project", "small", "other")
    assert batch(root).returncode == 0
    (root / "params" / CYCLE / "other.yaml").unlink()
    assert batch(root).returncode == 0
    return root


def batch(root):
    return pscb("batch", "--as-of", "2015-01-31", "--project", root)


def test_the_overview_says_so(project):
    summary = json.loads((project / "outputs" / CYCLE / "summary.json").read_text("utf-8"))
    states = {(one["report"], one["audience"]): one["state"] for one in summary["sets"]}
    assert states == {("small", "restricted"): "unchanged", ("small", "board"): "unchanged",
                      ("other", "restricted"): "left the cycle", ("other", "board"):
                      "left the cycle"}
    page = (project / "outputs" / CYCLE / "index.html").read_text("utf-8")
    assert page.count("Left the cycle: it is not made again") == 2


@pytest.mark.parametrize("command", ["verify", "audit"])
def test_a_command_that_reads_the_sets_says_so(project, command):
    done = pscb(command, project / "outputs", cwd=project)
    assert f"{CYCLE}/{LEFT}" in (done.stdout + done.stderr).splitlines()
    assert done.returncode == 0


def test_a_run_says_first_where_it_reads_the_returns(project):
    for words in (("run",), ("batch", "--as-of", "2015-01-31", "--force")):
        done = pscb(*words, "--project", project)
        assert done.stderr.splitlines()[0] == "Returns are read from returns"
