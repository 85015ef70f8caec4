"""``pscb doctor``: each thing that is set, missing or awaited is said, with the next command."""

from __future__ import annotations

import shutil

import pytest
from papers import ROOT, pscb
from projects import write_notebook

SAMPLES = ROOT / "pscb_lib" / "samples"
DAY = ("--on", "2015-01-31")


@pytest.fixture
def project(small_project):
    write_notebook(small_project / "notebooks" / "small.ipynb", returns=("data_set",))
    shutil.copytree(SAMPLES / "data_set", small_project / "returns" / "data_set")
    return small_project


def said(project, *options):
    done = pscb("doctor", *(options or DAY), cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def next_of(project, *options):
    return said(project, *options).splitlines()[-1]


def test_the_state_is_told_part_by_part(project):
    lines = said(project).splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "Project", "Decisions", "Returns", "Meetings ahead", "A batch on 31 January 2015",
        "Next: pscb batch --as-of 2015-01-31"]
    assert "  Peterborough Safeguarding Children Board; Peterborough, authority 874" in lines
    # params/meetings.csv: the next meetings after the day are on these days
    assert "  Q&E: 11 February 2015, papers by 4 February 2015" in lines
    assert "  Board: 3 March 2015, papers by 24 February 2015" in lines
    assert "  Two sets would be made: restricted: small and board: small" in lines


def test_agencies_that_sent_nothing_are_named(project):
    (project / "returns" / "data_set" / "cafcass.csv").unlink()
    assert "none from Cafcass" in " ".join(said(project).split())


def test_a_return_that_was_not_sent_is_asked_for(project):
    shutil.rmtree(project / "returns" / "data_set")
    assert "  data_set, 2014-15 Q3: awaited: nothing has been sent" in said(project).splitlines()
    assert "  No sets would be made" in said(project).splitlines()
    assert "  Awaiting returns: restricted: small and board: small" in said(project).splitlines()
    assert next_of(project) == ("Next: pscb accept FILE --from AGENCY --on DATE, for data_set; "
                                "pscb template data_set writes the form")


def test_the_paper_that_can_be_made_comes_before_the_returns_that_another_awaits(project):
    write_notebook(project / "notebooks" / "other.ipynb", returns=("section11",))
    (project / "params" / "2014-15-q3" / "other.yaml").write_text(
        (project / "params" / "2014-15-q3" / "small.yaml").read_text("utf-8"), "utf-8")
    text = said(project)
    assert text.splitlines()[-1] == "Next: pscb run small"
    assert ("To take what is awaited: pscb accept FILE --from AGENCY --on DATE, for section11; "
            "pscb template section11 writes the form") in " ".join(text.split())
    assert pscb("run", "small", cwd=project).returncode == 0
    assert next_of(project).startswith("Next: pscb accept FILE")


def test_a_register_that_is_wrong_or_missing_comes_first(project):
    (project / "params" / "meetings.csv").unlink()
    populations = project / "params" / "populations.csv"
    populations.write_text(populations.read_text(encoding="utf-8").replace("45392", "many"),
                           encoding="utf-8")
    text = said(project)
    assert "meetings.csv is missing" in text and "'many'" in text
    assert next_of(project) == "Next: pscb doctor --on 2015-01-31, once these are corrected"


def test_a_cycle_that_is_not_written_is_the_next_step(project):
    shutil.rmtree(project / "params" / "2014-15-q3")
    assert next_of(project) == "Next: pscb new-cycle 2014-15-q3"


def test_what_is_made_is_unchanged_and_a_draft_waits_for_a_sign_off(project):
    assert pscb("run", "--audience", "restricted,board,public", "--format", "html,pdf,tables",
                cwd=project).returncode == 0
    text = said(project)
    assert "  2 unchanged, 0 not due yet" in text.splitlines()
    assert next_of(project) == "Next: pscb release small --by POST --on DATE"


def test_what_is_not_due_is_counted(project):
    assert "  0 unchanged, 2 not due yet" in said(project, "--on", "2015-01-30").splitlines()


def test_nothing_is_made_or_changed(project):
    before = sorted(path.relative_to(project) for path in project.rglob("*"))
    said(project)
    assert sorted(path.relative_to(project) for path in project.rglob("*")) == before
