"""A report is made in the sets that its notebook declares; a set it drops is withdrawn."""

from __future__ import annotations

import json
import os

import pytest
from projects import make_project, write_notebook
from warm_batches import CYCLE, LIMITS, batch, summary, warm

from pscb_lib.board.jobs import Batch, plan_jobs
from pscb_lib.board.notebooks import audiences_of
from pscb_lib.reading.findings import InputError
from pscb_lib.running.withdrawn import undeclared

warmly = pytest.mark.skipif(os.name == "nt", reason="batches are forked from a warm server")
NOT_PUBLIC = ["restricted", "board"]
PLACE = "public/inner"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """``inner`` declared a public set, which is published; ``small`` declares all sets."""
    project = make_project(tmp_path_factory.mktemp("declared") / "a project", "inner", "small")
    settings = project / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "[restricted, board]", "[board, public]").replace("[html, pdf, tables]", "[html]"),
        encoding="utf-8")
    assert warm("run", "inner", "--audience", "public", cwd=project).returncode == 0
    write_notebook(project / "notebooks" / "inner.ipynb", audiences=NOT_PUBLIC)
    return project


@pytest.fixture(scope="module")
def made(project):
    """A batch of all that is due, after the public set is no longer declared."""
    return batch(project)


def planned(project, *audiences, reports=(), is_asked=False):
    jobs = plan_jobs(project, CYCLE, reports, audiences, {}, is_asked)
    return [(job.audience, job.name) for job in jobs]


def test_all_reports_means_the_sets_that_each_declares(project):
    assert planned(project, "restricted", "board", "public") == [
        ("restricted", "inner"), ("restricted", "small"), ("board", "inner"), ("board", "small"),
        ("public", "small")]


def test_a_set_of_the_settings_is_made_if_it_is_declared(project):
    assert planned(project, "board", "public", reports=("inner",)) == [("board", "inner")]


def refused(call, *arguments, **named):
    with pytest.raises(InputError) as refusal:
        call(*arguments, **named)
    return str(refusal.value)


@pytest.mark.parametrize(("audiences", "is_asked"), [
    pytest.param(["board", "public"], True, id="one of those asked for"),
    pytest.param(["public"], False, id="the only one that the settings have"),
])
def test_a_report_that_lacks_the_set_asked_for_is_refused_in_one_line(project, audiences, is_asked):
    assert refused(planned, project, *audiences, reports=("inner",), is_asked=is_asked) == (
        "inner: has no public set; its sets are restricted, board")


def test_a_set_that_no_report_has_is_refused_in_one_line(small_project):
    write_notebook(small_project / "notebooks" / "small.ipynb", audiences=NOT_PUBLIC)
    assert planned(small_project, "public") == []
    assert refused(planned, small_project, "public", is_asked=True) == (
        "2014-15-q3: no report has a public set")


@warmly
def test_the_command_refuses_it_too(project):
    done = warm("run", "small", "inner", "--audience", "public", cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (
        1, "", "pscb: inner: has no public set; its sets are restricted, board\n")


@warmly
def test_a_batch_makes_and_counts_only_declared_sets(project, made):
    assert made.stdout == "3 made, 0 failed, 0 unchanged, 0 not due; see 2014-15-q3/index.html\n"
    assert [(line["audience"], line["report"], line["state"])
            for line in summary(project)["sets"]] == [
        ("board", "inner", "made"), ("board", "small", "made"), ("public", "small", "made"),
        ("public", "inner", "withdrawn")]


@warmly
def test_a_set_no_longer_declared_is_kept_and_marked_in_the_index(project, made):
    page = (project / "outputs" / CYCLE / "index.html").read_text(encoding="utf-8")
    assert page.count("Withdrawn: its report has no public set any more") == 1
    assert "As of 31 January 2015: 3 papers,\n0 failed" in page
    assert f'<a href="{PLACE}/report.html">' in page


@warmly
@pytest.mark.parametrize("report", ["small", "inner"])
def test_it_stays_in_the_disclosure_plan_whatever_is_made(project, made, report):
    jobs = plan_jobs(project, CYCLE, (report,), ("board",), {})
    place = Batch(project, project / "outputs", CYCLE, ("html",), LIMITS)
    assert undeclared(place, jobs) == {("inner", "public")}


@warmly
def test_verify_marks_it_and_still_verifies_it(project, made):
    done = warm("verify", "outputs/2014-15-q3", cwd=project)
    assert (done.returncode, done.stdout) == (
        0, f"{PLACE}: withdrawn: its report has no public set any more\n"
           "public/small: draft: not signed off for release\n"
           "4 sets verified, 0 files are not as published\n")


@warmly
def test_the_audit_still_reads_it(project, made):
    done = warm("audit", "outputs", "--format", "json", cwd=project)
    assert f"{CYCLE}/{PLACE}" in json.loads(done.stdout)["sets"]


def test_a_notebook_that_declares_none_has_all(tmp_path):
    write_notebook(tmp_path / "old.ipynb")
    assert audiences_of(tmp_path / "old.ipynb") == ("restricted", "board", "public")


@pytest.mark.parametrize(("audiences", "says"), [
    pytest.param(["board", "publik"], "value 'publik': is not an audience (nearest: public); use "
                 "some of restricted, board, public", id="misspelt"),
    pytest.param("board", "value '\"board\"': is not a list of names; write it like "
                 '["restricted", "board"] in the notebook\'s metadata', id="a text"),
    pytest.param([["board"]], "value '[[\"board\"]]': is not a list of names; write it like "
                 '["restricted", "board"] in the notebook\'s metadata', id="a list of lists"),
    pytest.param({"board": 1}, "value '{\"board\": 1}': is not a list of names; write it like "
                 '["restricted", "board"] in the notebook\'s metadata', id="names and values"),
    pytest.param(["board"], "value 'board': a report of returns has a restricted set, from which "
                 "the others are masked; add restricted", id="no set to mask it from"),
])
def test_metadata_without_an_audience_are_refused_in_one_line(tmp_path, audiences, says):
    write_notebook(tmp_path / "small.ipynb", returns=("deaths",), audiences=audiences)
    assert refused(audiences_of, tmp_path / "small.ipynb") == (
        f"small.ipynb, column audiences, {says}")


def test_an_empty_list_of_audiences_is_refused_in_one_line(tmp_path):
    write_notebook(tmp_path / "small.ipynb")
    notebook = json.loads((tmp_path / "small.ipynb").read_text(encoding="utf-8"))
    notebook["metadata"]["pscb"]["audiences"] = []
    (tmp_path / "small.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    assert refused(audiences_of, tmp_path / "small.ipynb") == (
        "small.ipynb, column audiences, value '': names no audience; use some of restricted, "
        "board, public")


@warmly
def test_a_misspelt_audience_fails_only_its_report(small_project):
    write_notebook(small_project / "notebooks" / "other.ipynb", audiences=["publik"])
    (small_project / "params" / CYCLE / "other.yaml").write_text(
        (small_project / "params" / CYCLE / "small.yaml").read_text(encoding="utf-8"),
        encoding="utf-8")
    done = batch(small_project)
    says = ("other.ipynb, column audiences, value 'publik': is not an audience (nearest: public); "
            "use some of restricted, board, public")
    assert [line for line in done.stderr.splitlines() if line.startswith("FAILED")] == [
        f"FAILED  restricted: other: {says}", f"FAILED  board: other: {says}"]
    assert done.stdout.startswith("2 made, 2 failed")
    assert warm("run", "other", cwd=small_project).stderr == f"pscb: {says}\n"
