"""Faults at every write of a batch: killed, the disk full, the power cut.

Each time the batch is stopped one write later. Afterwards the last set or the new set is there,
whole; the batch reports the state of it; the next batch needs no cleaning.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from interrupting import read_heard
from mounts import make_image, mounted, needs_images, needs_mounts, small_disk
from projects import write_notebook
from warm_batches import CYCLE, Done, batch, faults, needs_fork, one_set, plan, serve, summary

pytestmark = [needs_fork, pytest.mark.slow]
SUCCEEDS_AT_EVERY = 4  # the others begin on what the ones before them left
KILLED, NOTHING_RAN = -9, 2


@pytest.fixture
def project(small_project):
    """A project of one report, published once; the plan of faults is removed at the end."""
    one_set(small_project)
    say(small_project, "first")
    yield small_project
    serve().unlink(missing_ok=True)


def say(project: Path, text: str) -> None:
    """Change the report, so that a new set differs from the last one."""
    write_notebook(project / "notebooks" / "small.ipynb",
                   f"from pscb_lib.page.blocks import Prose; Prose('Made as {text}.')")


def stands(outputs: Path) -> str:
    """Check that the one set below *outputs* is whole; return its text."""
    page = outputs / CYCLE / "board" / "small" / "report.html"
    assert faults(outputs) == []
    return page.read_text(encoding="utf-8").partition("Made as ")[2].partition(".")[0]


def tells_the_truth(project: Path, done: Done) -> bool:
    """Whether the summary is that of this batch, or is missing because the batch was killed.

    A batch that could not start leaves the summary of the last one.
    """
    if done.returncode == NOTHING_RAN:
        return done.stderr.startswith("pscb: outputs: the ")
    if not (project / "outputs" / CYCLE / "summary.json").exists():
        return done.returncode in (KILLED, 1)
    last = summary(project)
    states = {line["state"] for line in last["sets"]}
    if done.returncode == KILLED:
        return last["exit_code"] == 0 and states == {"made"}
    return last["exit_code"] == done.returncode and states == {
        0: {"made"}, 1: {"failed"}}[done.returncode]


def interrupt_each_write(project: Path, action: str, folders: list[Path]) -> int:
    """Stop a batch at its first write, the next at its second, until a batch is not stopped."""
    outputs, number, last = project / "outputs", 0, "first"
    while True:
        number += 1
        new = f"number {number}"
        say(project, new)
        plan(action, number, *folders)
        done = batch(project)
        stopped = len(read_heard()) >= number
        serve().unlink()
        (outputs / ".filler").unlink(missing_ok=True)
        assert stands(outputs) in (last, new), number
        assert tells_the_truth(project, done), (number, done)
        if not stopped or number % SUCCEEDS_AT_EVERY == 0:
            assert batch(project).returncode == 0, number
            assert stands(outputs) == new
        if not stopped:
            return number - 1
        last = stands(outputs)


def test_f11_killed_at_the_nth_write_for_every_n(project):
    assert batch(project).returncode == 0
    writes = interrupt_each_write(project, "kill", [project / "outputs"])
    assert writes > 12
    names = sorted(path.name for path in (project / "outputs" / CYCLE).iterdir())
    assert names == ["board", "index.html", "summary.json"]
    assert list((project / "outputs" / ".work").iterdir()) == []


@needs_mounts
def test_f8_disk_full_at_the_nth_write_for_every_n(project):
    with small_disk(project / "outputs") as outputs:
        assert batch(project).returncode == 0
        writes = interrupt_each_write(project, "fill", [outputs])
        assert writes > 12
        assert list((outputs / ".work").iterdir()) == []


@needs_images
def test_f12_power_cut_at_the_nth_write_for_every_n(project, tmp_path):
    image = make_image(tmp_path / "image")
    with mounted(project / "outputs", "-o", "loop", str(image)) as outputs:
        assert batch(project).returncode == 0
        os.sync()
        say(project, "second")
        plan("snapshot", image, outputs)
        assert batch(project).returncode == 0
        serve().unlink()
        copies = sorted(tmp_path.glob("image.*"), key=lambda path: int(path.suffix[1:]))
    assert len(copies) > 12
    found = []
    for copy in copies:
        with mounted(tmp_path / "disk", "-o", "loop", str(copy)) as disk:
            found.append(stands(disk))
    assert found == sorted(found) and set(found) == {"first", "second"}
