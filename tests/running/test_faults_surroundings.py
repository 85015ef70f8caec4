"""The same inputs give the same bytes in every environment, and files have their permissions.

Each batch starts cold, as a scheduler starts it, in its own folder.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from papers import ROOT
from projects import contents, make_project, write_notebook
from warm_batches import CYCLE, batch, needs_fork, one_set

pytestmark = [needs_fork, pytest.mark.slow]

REPORTS = ("planner", "small")
CHART = """from pscb_lib.page.blocks import Prose
import numpy, locale
Prose(f"{{numpy.float64(1234.5):,}} {sorted({'b', 'a', 'c'})}")"""
CLOCK = """#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
int clock_gettime(clockid_t clock, struct timespec *now) {
  long done = syscall(SYS_clock_gettime, clock, now), seconds = 0;
  FILE *file = clock == CLOCK_REALTIME ? fopen(getenv("CLOCK_SHIFT"), "r") : NULL;
  if (file) { if (fscanf(file, "%ld", &seconds) == 1) now->tv_sec += seconds; fclose(file); }
  return done;
}
time_t time(time_t *now) {
  struct timespec found;
  clock_gettime(CLOCK_REALTIME, &found);
  return now ? (*now = found.tv_sec) : found.tv_sec;
}
int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  struct timespec found;
  clock_gettime(CLOCK_REALTIME, &found);
  now->tv_sec = found.tv_sec; now->tv_usec = found.tv_nsec / 1000;
  return 0;
}"""
DAY = 86_400
needs_compiler = pytest.mark.skipif(
    shutil.which("cc") is None or not sys.platform.startswith("linux"),
    reason="a library that shifts the clock is made by the C compiler of Linux")
NO_NETWORK = ["unshare", "--net"]
ROOT_ONLY = hasattr(os, "geteuid") and os.geteuid() == 0
needs_root = pytest.mark.skipif(not ROOT_ONLY, reason="only root may take the network "
                                "away here, or be another user")


def build(folder: Path) -> Path:
    """A project of two reports, one with a return, in a *folder* that does not exist yet."""
    project = make_project(folder, *REPORTS)
    one_set(project, formats="[html, pdf, tables]")
    shutil.copy(ROOT / "pscb_lib" / "samples" / "programme_log.csv", project / "returns")
    write_notebook(project / "notebooks" / "planner.ipynb", CHART, returns=("programme_log",))
    return project


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """Return a digest of each file that a warm batch with one worker publishes."""
    project = build(tmp_path_factory.mktemp("usual") / "a project")
    assert batch(project, "--workers", "1").returncode == 0
    return contents(project / "outputs" / CYCLE)


@pytest.fixture(scope="module")
def shifted(tmp_path_factory):
    """A library that shifts the clock by the number in a file; it is loaded before all others."""
    folder = tmp_path_factory.mktemp("clock")
    (folder / "clock.c").write_text(CLOCK, encoding="utf-8")
    command = ["cc", "-shared", "-fPIC", "-O1", "-o", folder / "clock.so", folder / "clock.c"]
    subprocess.run(command, check=True)
    return folder / "clock.so", folder / "shift"


@needs_compiler
@pytest.mark.parametrize("day", [
    pytest.param("2016-02-29T23:59:58", id="F16: a leap day that ends"),
    pytest.param("2014-10-26T00:59:58", id="F16: summer time that ends"),
])
def test_another_day_gives_the_same_bytes(usual, shifted, tmp_path, day):
    library, shift = shifted
    seconds = datetime.fromisoformat(f"{day}+00:00").timestamp() - time.time()
    shift.write_text(str(int(seconds)), encoding="utf-8")
    project = build(tmp_path / "a project")
    done = cold(project, LD_PRELOAD=str(library), CLOCK_SHIFT=str(shift), TZ="Europe/London")
    assert done.returncode == 0, done.stderr
    assert contents(project / "outputs" / CYCLE) == usual


def cold(project: Path, *before: str, umask: int = 0o022, **environment: str):
    """Run a batch with only the given environment, after the words of another command."""
    command = [*before, sys.executable, "-m", "pscb_lib", "batch", "--as-of", "2015-01-31"]
    return subprocess.run(command, cwd=project, text=True, capture_output=True, timeout=60,
                          env={"PYTHONPATH": str(ROOT), **environment}, umask=umask)


@pytest.mark.parametrize(("before", "environment"), [
    pytest.param([], {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
                 id="F20: no HOME, no PATH, no TMPDIR, another zone and hash seed, LANG=C"),
    pytest.param(NO_NETWORK, {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "99",
                              "LC_ALL": "tr_TR.UTF-8", "PATH": os.environ.get("PATH", "")},
                 id="F20: no network, a Turkish locale", marks=needs_root),
    pytest.param(["unshare", "--user", "--map-user=1000", "--map-group=1000"],
                 {"PATH": os.environ.get("PATH", "")}, id="another user", marks=needs_root),
])
def test_other_surroundings_give_the_same_bytes(usual, tmp_path, before, environment):
    project = build(tmp_path / "another folder" / "of a longer name")
    done = cold(project, *before, umask=0, **environment)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert contents(project / "outputs" / CYCLE) == usual
    modes = {stat.S_IMODE(path.stat().st_mode): path.is_dir()
             for path in (project / "outputs").rglob("*")}
    assert modes == {0o640: False, 0o750: True, 0o700: True}


@needs_compiler
def test_f16_a_clock_that_jumps_while_a_report_is_made_changes_nothing(usual, shifted, tmp_path):
    library, shift = shifted
    shift.write_text("0", encoding="utf-8")
    project = build(tmp_path / "a project")
    started = subprocess.Popen(
        [sys.executable, "-m", "pscb_lib", "batch", "--as-of", "2015-01-31"], cwd=project,
        env={"PYTHONPATH": str(ROOT), "LD_PRELOAD": str(library), "CLOCK_SHIFT": str(shift)})
    days = 0
    while started.poll() is None:
        days -= 1
        shift.write_text(str(days * DAY), encoding="utf-8")
        time.sleep(0.3)
    assert started.returncode == 0 and days < -3
    assert contents(project / "outputs" / CYCLE) == usual
