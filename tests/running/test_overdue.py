"""A lock that is held for longer than any run may take is no "wait until it has ended"."""

from __future__ import annotations

import json
import os
import time

import pytest
from warm_batches import CYCLE, batch, needs_fork, one_set, warm

from pscb_lib.board.settings import Limits
from pscb_lib.running.overdue import longest
from pscb_lib.writing.holders import holder_of

pytestmark = needs_fork
A_DAY = 86_400


def held_by_this_process(project, seconds):
    """Leave the lock of a cycle as a live process does that has held it for some seconds."""
    folder = project / "outputs" / CYCLE
    folder.mkdir(parents=True)
    since = (time.time_ns() // 10**9 - seconds) * 10**9
    lock = {**holder_of(os.getpid()).as_plain(), "since": since}
    (folder / ".lock").write_text(json.dumps(lock), encoding="utf-8")


@pytest.mark.parametrize("words", [("batch", "--as-of", "2015-01-31"), ("run",)], ids=" ".join)
def test_a_run_that_should_have_ended_long_ago_is_said_loudly(small_project, words):
    one_set(small_project)
    held_by_this_process(small_project, A_DAY)
    done = warm(*words, cwd=small_project)
    assert done.returncode == 5
    line = done.stderr.splitlines(keepends=True)[-1]
    assert line.startswith(f"pscb: OVERDUE  {CYCLE}: process {os.getpid()} on ")
    assert line.endswith(
        " is at work there for 24 hours, and no run takes longer than 11 minutes; end that "
        "process, and the next batch makes what is missing\n")


def test_a_run_within_its_time_is_left_alone(small_project):
    held_by_this_process(small_project, 60)
    assert batch(small_project).returncode == 4


def test_the_most_that_a_run_may_take_has_each_step_at_its_limit():
    # ten sets, each checked in 600 seconds, and drafted and published in 720; four other steps
    assert longest(Limits(8192, 600), 10) == 10 * (600 + 2 * 720) + 4 * 600
