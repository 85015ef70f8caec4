"""``pscb explain``: each input that differs from the published set's is named, and no other."""

from __future__ import annotations

import json
import shutil

import pytest
from papers import ROOT, pscb
from projects import write_notebook

NOTHING = ("left", ["nothing has changed since it was published"])
NEVER = ("made again", ["it has not been published"])


@pytest.fixture
def project(small_project):
    """A project with one report of one return, in two sets, published as html alone."""
    write_notebook(small_project / "notebooks" / "small.ipynb", returns=("audits",))
    shutil.copy(ROOT / "pscb_lib" / "samples" / "audits.csv", small_project / "returns")
    settings = small_project / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "formats: [html, pdf, tables]", "formats: [html]"), encoding="utf-8")
    return small_project


def make(project):
    assert pscb("run", cwd=project).returncode == 0


def explained(project, *options):
    """The state and reasons of the restricted and the board set."""
    done = pscb("explain", "small", "--format", "json", *options, cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    return {one["audience"]: (one["state"], one["reasons"]) for one in json.loads(done.stdout)}


def append(path, text):
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def test_what_was_not_published_is_made_and_then_left(project):
    assert explained(project) == {"restricted": NEVER, "board": NEVER}
    make(project)
    assert explained(project) == {"restricted": NOTHING, "board": NOTHING}
    day = ["its day is 2015-01-31"]
    assert explained(project, "--as-of", "2015-01-30") == {
        "restricted": ("not due", day), "board": ("not due", day)}


@pytest.mark.parametrize(("name", "says"), [
    ("returns/audits.csv", ["returns/audits.csv has changed"]),
    ("params/meetings.csv", ["params/meetings.csv has changed"]),
    ("params/a_new_file.csv", ["params/other 1 is new"]),
    ("outputs/2014-15-q3/restricted/small/report.html", ["its file report.html: was edited"]),
])
def test_each_changed_input_is_named(project, name, says):
    make(project)
    append(project / name, "\n")
    found = explained(project)
    assert found["restricted"] == ("made again", says)
    masked = [line.replace("returns/audits.csv has changed",
                           "a return has changed; see its restricted set") for line in says]
    edited = "report.html" in name
    assert found["board"] == (("made again", [
        "a set of the cycle is made again, and all masked sets are masked together"])
        if edited else ("made again", masked))


def test_a_notebook_and_a_parameter_are_named(project):
    make(project)
    notebook = project / "notebooks" / "small.ipynb"
    notebook.write_text(notebook.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    values = project / "params" / "2014-15-q3" / "small.yaml"
    values.write_text(values.read_text(encoding="utf-8").replace("2015-01-31", "2015-02-01"),
                      encoding="utf-8")
    assert explained(project)["restricted"][1][:1] == [
        "the parameter as_of is 2015-02-01; it was 2015-01-31"]
    assert "notebooks/small.ipynb was edited" in explained(project)["restricted"][1]


def test_another_key_is_said_instead_of_a_comparison_that_cannot_be_made(project):
    make(project)
    (project / ".pscb-key").write_text("00" * 32 + "\n", encoding="ascii")
    (reason,) = explained(project)["restricted"][1]
    assert reason.startswith("the project's key (.pscb-key) is not the one it was sealed with")


def test_a_return_accepted_since_is_named(project):
    make(project)
    done = pscb("accept", "returns/audits.csv", "--from", "Cambridgeshire Constabulary",
                "--on", "2015-01-20", cwd=project)
    assert done.returncode == 0
    assert explained(project)["restricted"][1] == [
        "returns/accepted/ledger.csv has changed: a return was accepted or replaced since"]


def test_the_reasons_are_printed_below_each_set(project):
    done = pscb("explain", cwd=project)
    assert done.stdout == ("restricted: small: made again\n  it has not been published\n"
                           "board: small: made again\n  it has not been published\n")
