"""What ``pscb verify`` says of the returns that sets were made from, with the key and without."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date

import pytest
from click.testing import CliRunner
from papers import ROOT
from projects import SECRET, make_project

from pscb_lib.board.jobs import plan_jobs
from pscb_lib.commands.cli import main
from pscb_lib.reading.rows import Source
from pscb_lib.running.inputs import describe_inputs, read_inputs, seal_for
from pscb_lib.running.publishing.key import KEY
from pscb_lib.running.publishing.manifest import write_manifest
from pscb_lib.running.retention import Past, delete

LOG = ROOT / "pscb_lib" / "samples" / "programme_log.csv"
GOOD = "2 sets verified, 0 files are not as published"
UNCHECKED = "two sets: whether their returns are still held cannot be checked, because .pscb-key "


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a restricted and a board set made from two returns."""
    root = make_project(tmp_path / "a project", "small")
    monkeypatch.chdir(root)
    log = root / "returns" / "programme_log.csv"
    shutil.copy(LOG, log)
    sources = [Source(log.name, hashlib.sha256(log.read_bytes()).hexdigest(), 9, 9, 0, 0),
               Source("other.csv", "0" * 64, 9, 9, 0, 0)]
    for job in plan_jobs(root, "2014-15-q3", (), ("restricted", "board"), {}):
        folder = root / "outputs/2014-15-q3" / job.audience / job.name
        folder.mkdir(parents=True)
        inputs = describe_inputs(job, root, (), read_inputs(job, root), "")
        write_manifest(folder, inputs, job.audience, sources, seal_for(job, root))
    return root


def verify():
    done = CliRunner().invoke(main, ["verify", "outputs"])
    return done.exit_code, done.output.splitlines()


def delete_log(project):
    past = Past(project / "returns/programme_log.csv", "returns/programme_log.csv",
                "programme_log", 12, date(2014, 1, 31))
    delete(past, "A post", date(2015, 1, 31), project)


def test_while_the_returns_are_there_nothing_is_said_of_them(project):
    assert verify() == (0, [GOOD])


def test_a_set_verifies_and_says_that_its_return_is_gone(project):
    delete_log(project)
    gone = "one return of 2 deleted under retention, on 31/01/2015"
    assert verify() == (0, [f"2014-15-q3/{audience}/small: {gone}"
                            for audience in ("board", "restricted")] + [GOOD])


def test_without_the_key_it_says_what_cannot_be_checked(project):
    delete_log(project)
    (project / KEY).unlink()
    assert verify() == (0, [UNCHECKED + "is missing", GOOD])


def test_under_another_key_it_says_so(project):
    delete_log(project)
    (project / KEY).write_text(SECRET[::-1].strip(), encoding="ascii")
    assert verify() == (0, [UNCHECKED + "is of another key", GOOD])


def test_a_set_of_an_earlier_release_is_named_because_its_digests_can_be_tried(project):
    path = project / "outputs/2014-15-q3/board/small/manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    del manifest["manifest"], manifest["sealed_with"]
    manifest |= {"returns_sha256": "0" * 64, "returns": {"a.csv": {"sha256": "0" * 64}}}
    text = json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True)
    manifest["manifest"] = hashlib.sha256(text.encode()).hexdigest()
    path.write_text(json.dumps(manifest), encoding="utf-8")
    assert verify() == (0, [
        "one set of an earlier release: the SHA-256 of their returns can tell small counts to "
        "whoever tries; make them again, and withdraw the old", GOOD])
