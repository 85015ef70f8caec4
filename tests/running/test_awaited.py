"""Without the statement that a person is to write, only the restricted set is made."""

from __future__ import annotations

import json

import pytest
from projects import PARAMETERS, WELL_SAID, make_project, write_notebook, write_statement
from warm_batches import CYCLE, batch, needs_fork, summary, warm

pytestmark = needs_fork

CHAIR = "the chair of the panel"
FILE = f"params/{CYCLE}/statements/small.md"
SAID = (f"AWAITED  board: small: not made; the statement of {CHAIR} is awaited; write it in "
        f"{FILE}: write plain paragraphs, with an empty line between them")
CELL = ('from pscb_lib.page.words.statements import say_statement\n'
        'say_statement(context, "small", statement)')


@pytest.fixture
def project(tmp_path):
    """A project with a report in which the chair writes, and another report."""
    root = make_project(tmp_path / "a project", "small", "other")
    write_notebook(root / "notebooks" / "small.ipynb", CELL, statement_by=[CHAIR],
                   parameters=PARAMETERS + '\nstatement: str = ""  # the runner\'s')
    settings = root / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "[html, pdf, tables]", "[html]"), encoding="utf-8")
    return root


def page(root, audience):
    path = root / "outputs" / CYCLE / audience / "small" / "report.html"
    return path.read_text(encoding="utf-8") if path.exists() else None


def say(root, words=WELL_SAID):
    write_statement(root, CYCLE, root / "notebooks" / "small.ipynb", words)


def awaited_in(done):
    return [line for line in done.stderr.splitlines() if line.startswith("AWAITED")]


def test_a_run_makes_the_draft_alone_and_says_what_to_write(project):
    done = warm("run", cwd=project)
    assert (done.returncode, awaited_in(done)) == (3, [SAID])
    assert page(project, "board") is None
    assert f"This text is awaited from {CHAIR}." in page(project, "restricted")


@pytest.mark.slow
def test_a_batch_does_the_same_and_makes_nothing_else_again(project):
    first, again = batch(project), batch(project)
    assert (first.returncode, again.returncode) == (3, 3)
    assert awaited_in(first) == awaited_in(again) == [SAID]
    assert again.stdout.startswith("0 made, 0 failed, 3 unchanged, 0 not due, 1 awaited")
    states = {(one["report"], one["audience"]): one["state"] for one in summary(project)["sets"]}
    assert states["small", "board"] == "awaited"
    overview = (project / "outputs" / CYCLE / "index.html").read_text(encoding="utf-8")
    assert f"Not made: the statement of {CHAIR} is awaited" in overview
    assert "What failed" not in overview


@pytest.mark.slow
def test_once_it_is_written_all_sets_have_it(project):
    assert batch(project).returncode == 3
    say(project)
    done = batch(project)
    assert (done.returncode, awaited_in(done)) == (0, [])
    for audience in ("restricted", "board"):
        assert "Each of them was somebody&#39;s child." in page(project, audience)
    say(project, "Written anew.")
    assert batch(project).returncode == 0
    assert "Written anew." in page(project, "board")


def test_one_that_states_children_is_in_the_restricted_set_alone(project):
    say(project, "Two boys died in one place.")
    done = warm("run", cwd=project)
    assert done.returncode == 3
    assert f"{FILE}, paragraph 1: states a number of children" in done.stderr
    assert page(project, "board") is None and "Two boys died" in page(project, "restricted")


def test_one_with_markup_fails_its_report(project):
    say(project, "# Foreword\n")
    done = warm("run", cwd=project)
    assert done.returncode == 1
    assert f"{FILE}, row 1, value '#': is not plain paragraphs" in done.stderr


@pytest.mark.slow
def test_the_manifest_seals_it_and_names_it_by_no_words(project):
    say(project)
    assert warm("run", "small", "--audience", "board", cwd=project).returncode == 0
    made = project / "outputs" / CYCLE / "board" / "small" / "manifest.json"
    manifest = json.loads(made.read_bytes())
    assert "statement.md" in manifest["params_hmac"]
    assert "statement" not in manifest["parameters"]
