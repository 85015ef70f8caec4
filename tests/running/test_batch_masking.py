"""Masked sets in a run: restricted sets first, one plan for all, and no set with a leak published.

Runs are real if a kernel matters; in other tests sets are written with the runner's manifest.
"""

from __future__ import annotations

import shutil

import pytest
from papers import ROOT, pscb
from projects import contents, make_project, write_notebook

from pscb_lib.board.jobs import Batch, is_masked, plan_jobs
from pscb_lib.board.notebooks import returns_of
from pscb_lib.board.settings import Limits
from pscb_lib.reading.rows import Source
from pscb_lib.running.inputs import describe_inputs, read_inputs, seal_for
from pscb_lib.running.masking_plan import plan_masking
from pscb_lib.running.publishing.key import KEY
from pscb_lib.running.publishing.manifest import write_manifest
from pscb_lib.running.publishing.others import hash_of_others, read_others
from pscb_lib.running.unchanged import outcomes_of, unchanged, with_restricted

SETS = ("restricted", "board", "public")
RETURNS = ["programme_log"]
KINDS = '''from json import loads
from pscb_lib.disclosure import figures
from pscb_lib.page.blocks import Figures, Prose
from pscb_lib.page.tables.counts import tabulate_counts
from pscb_lib.returns.opening import open_paper
def measure(context):
    return figures.frame(figures.counts("kinds", loads(open("returns/kinds.json").read())))
paper = open_paper(context, measure)
shown = paper.shown
Figures(paper)'''
COUNTED = 'tabulate_counts(shown, "kinds", "Kinds of abuse", "Kind")'
NO_SUM = '''from pscb_lib.disclosure import figures
from pscb_lib.page.blocks import Figures
from pscb_lib.returns.opening import open_paper
rows = [figures.count("kinds", label, number)
        for label, number in (("Neglect", 3), ("Physical", 14), ("Total", 20))]
Figures(open_paper(context, lambda context: figures.frame(rows)))'''


@pytest.fixture
def project(tmp_path):
    """Reports ``first`` and ``second`` with a return, which are masked, and ``small`` without."""
    root = make_project(tmp_path / "project", "small")
    shutil.copy(ROOT / "pscb_lib" / "samples" / "programme_log.csv", root / "returns")
    (root / "returns" / "kinds.json").write_text(
        '{"Neglect": 3, "Physical": 14, "Sexual": 9, "Emotional": 12}', encoding="utf-8")
    for name in ("first", "second"):
        write_notebook(root / "notebooks" / f"{name}.ipynb", returns=RETURNS)
        shutil.copy(root / "params" / "2014-15-q3" / "small.yaml",
                    root / "params" / "2014-15-q3" / f"{name}.yaml")
    return root


@pytest.fixture
def batch(project):
    return Batch(project, project / "outputs", "2014-15-q3", ("html",), Limits(2048, 60))


def jobs_of(project, *audiences, reports=()):
    return plan_jobs(project, "2014-15-q3", reports, audiences, {})


def names_of(jobs):
    return [(job.report, job.audience) for job in jobs]


def publish(batch, job, rejected=0):
    """Write a set with its manifest only, which is all that the runner's decisions read."""
    sources = [Source(f"{name}.csv", "0" * 64, 9, 9 - rejected, rejected, 0)
               for name in returns_of(job.notebook)]
    masked_with = hash_of_others(read_others(batch.outputs), batch.cycle, job.parameters["as_of"])
    inputs = describe_inputs(job, batch.root, batch.formats, read_inputs(job, batch.root),
                             masked_with if is_masked(job) else "")
    batch.folder(job).mkdir(parents=True)
    write_manifest(batch.folder(job), inputs, job.audience, sources, seal_for(job, batch.root))


def publish_all(batch, *audiences, **given):
    jobs = jobs_of(batch.root, *audiences)
    for job in jobs:
        publish(batch, job, **given)
    return jobs


def test_the_restricted_sets_that_a_run_is_masked_from_are_made_first(project, batch):
    jobs = with_restricted(batch, jobs_of(project, "board", "public"))

    assert names_of(jobs) == [
        ("first", "restricted"), ("second", "restricted"),
        *((report, audience) for audience in ("board", "public")
          for report in ("first", "second", "small"))]
    assert {job.parameters["audience"] for job in jobs[:2]} == {"restricted"}


def test_a_restricted_set_that_is_asked_for_is_made_once(project, batch):
    jobs = jobs_of(project, *SETS)

    assert with_restricted(batch, jobs) == jobs


def test_an_unchanged_restricted_set_is_not_made_again(project, batch):
    publish_all(batch, "restricted")
    with (project / "notebooks" / "second.ipynb").open("a", encoding="utf-8") as notebook:
        notebook.write("\n")

    assert names_of(with_restricted(batch, jobs_of(project, "board"))) == [
        ("second", "restricted"), ("first", "board"), ("second", "board"), ("small", "board")]


def test_all_sets_are_unchanged_if_nothing_has_changed(batch):
    jobs = publish_all(batch, *SETS)

    assert unchanged(batch, jobs) == jobs


def test_if_the_key_is_lost_all_sets_are_made_again(project, batch):
    jobs = publish_all(batch, *SETS)
    (project / KEY).unlink()

    assert unchanged(batch, jobs) == []


def test_if_one_set_is_stale_all_masked_sets_are_made_again(project, batch):
    jobs = publish_all(batch, *SETS)
    shutil.rmtree(batch.cycle_folder / "board" / "second")

    assert names_of(unchanged(batch, jobs)) == [
        ("first", "restricted"), ("second", "restricted"), ("small", "restricted"),
        ("small", "board"), ("small", "public")]


def test_the_restricted_set_of_a_report_without_returns_masks_nothing(project, batch):
    jobs = publish_all(batch, "restricted", "board")
    shutil.rmtree(batch.cycle_folder / "restricted" / "small")

    assert names_of(unchanged(batch, jobs)) == [("first", "restricted"), ("second", "restricted"),
                                                ("small", "board")]
    assert unchanged(batch, jobs_of(project, "board")) == jobs_of(project, "board")


@pytest.mark.parametrize("audience", SETS)
def test_an_unchanged_set_keeps_its_rejected_rows(batch, audience):
    publish_all(batch, *SETS, rejected=2)
    jobs = jobs_of(batch.root, audience, reports=("first",))

    assert [one.rows for one in outcomes_of(batch, jobs)] == [{"rejected": 2}]


def test_without_masked_sets_there_is_no_plan(project, batch):
    assert plan_masking(batch, jobs_of(project, "restricted", "board", reports=("small",))) == {}


def with_masked(path):
    """Make a notebook pass the runner's masked figures to its context."""
    text = path.read_text(encoding="utf-8")
    text = text.replace('audience: str = \\"board\\"  # the set', 'audience: str = \\"board\\"  # '
                        'the set\\nmasked: str = \\"\\"  # the figures')
    path.write_text(text.replace("returns_folder, audience)", "returns_folder, audience, masked)"),
                    encoding="utf-8")


def write_masked(project, *cells):
    path = project / "notebooks" / "first.ipynb"
    write_notebook(path, *cells, returns=RETURNS)
    with_masked(path)
    return path


def test_a_set_that_reveals_a_hidden_figure_is_not_published_and_the_last_one_stays(project):
    write_masked(project, KINDS, COUNTED)
    assert pscb("run", "first", "--project", project, "--audience", "board").returncode == 0
    good = project / "outputs" / "2014-15-q3" / "board" / "first"
    before = contents(good)
    evidence = project / "outputs/2014-15-q3/restricted/.evidence/board/first.csv"
    kept = evidence.read_bytes()
    (project / "returns" / "kinds.json").write_text(
        '{"Neglect": 3, "Physical": 2, "Sexual": 9, "Emotional": 12}', encoding="utf-8")
    write_masked(project, KINDS, COUNTED, 'Prose("Neglect was found for three children.")')
    done = pscb("run", "first", "--project", project, "--audience", "board")

    assert done.returncode == 1
    assert ("FAILED  board: first: not published, it reveals what it hides: report.html, <p>, "
            "kinds: Neglect: a hidden count stands there; make it from what disclosure.show returns"
            ) in done.stderr
    assert "three" not in done.stderr
    assert contents(good) == before
    assert evidence.read_bytes() == kept  # of the set that is out, not of the plan thrown away


def test_figures_that_contradict_each_other_fail_only_the_masked_sets(project):
    write_masked(project, NO_SUM)
    done = pscb("run", "first", "small", "--project", project, "--audience", "board")

    assert done.returncode == 1
    assert done.stderr.count("FAILED") == 1
    assert ("FAILED  board: first: its masking failed: the relation between first / kinds / "
            "Total / : cases, first / kinds / Neglect / : cases, first / kinds / Physical / : "
            "cases does not hold for their values") in done.stderr
    assert not (project / "outputs/2014-15-q3/board/first").exists()
    assert (project / "outputs/2014-15-q3/restricted/first/report.html").exists()
    assert (project / "outputs/2014-15-q3/board/small/report.html").exists()
