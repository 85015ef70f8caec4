"""A real scheduler and workers: the same papers, and no paper lost by a killed worker."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from papers import ROOT, pscb
from projects import contents

distributed = pytest.importorskip("distributed", reason="Dask distributed is not installed")

WAITS = "import os, time\nwhile not os.path.exists('../go'):\n    time.sleep(0.05)"
PLAIN = ("--no-nanny", "--nthreads", "1")
SETS = ("restricted", "board")


@contextmanager
def dask(folder: Path, *command: str, **environment: str) -> Iterator[psutil.Popen]:
    """Run a command of Dask during a test."""
    given = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    with (folder / "dask.log").open("a", encoding="utf-8") as log:
        started = psutil.Popen([sys.executable, "-m", "dask", *command, "--no-dashboard"],
                               cwd=folder, env=given, stdout=log, stderr=log)
    try:
        yield started
    finally:
        started.kill()
        started.wait()


@contextmanager
def worker(address: str, folder: Path, name: str, *options: str, **environment: str
           ) -> Iterator[psutil.Popen]:
    """A worker that the scheduler knows."""
    with dask(folder, "worker", address, "--name", name, "--local-directory", str(folder),
              *options, **environment) as started:
        with distributed.Client(address) as client:
            assert holds(lambda: name in {one["name"] for one in workers_of(client)})
        yield started


def workers_of(client):
    return client.scheduler_info(n_workers=-1)["workers"].values()


def holds(condition, seconds=120):
    ends = time.monotonic() + seconds
    while not condition() and time.monotonic() < ends:
        time.sleep(0.1)
    return condition()


@contextmanager
def scheduler(folder: Path) -> Iterator[tuple[psutil.Popen, str]]:
    """A scheduler and its address."""
    file = folder / "scheduler.json"
    with dask(folder, "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file",
              str(file)) as started:
        assert holds(lambda: file.exists() and file.read_text(encoding="utf-8"))
        yield started, json.loads(file.read_text(encoding="utf-8"))["address"]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """The address of a scheduler with two workers."""
    folder = tmp_path_factory.mktemp("dask")
    with scheduler(folder) as (_, address), worker(address, folder, "one", *PLAIN), worker(
            address, folder, "two", *PLAIN):
        yield address


@pytest.fixture(scope="module")
def made(cluster, board_maker):
    """Three boards as they were made on the cluster, one of them with an unusable return."""
    boards = board_maker("leeds", "poole", "york")
    (boards / "poole" / "returns" / "programme_log.csv").write_text("item\n1\n", encoding="utf-8")
    return boards, batch(boards, "--cluster", cluster)


def batch(boards, *arguments):
    return pscb("batch", "--as-of", "2015-01-31", "--boards", boards, *arguments)


@pytest.mark.slow
def test_a_board_with_an_unusable_return_fails_alone(made):
    boards, done = made
    assert (done.returncode, done.stdout) == (1, (
        "3 of 3 boards ran: 4 made, 2 failed, 0 unchanged, 0 not due; see "
        f"{boards.name}/index.html\n"))
    assert "poole: FAILED  restricted: planner: programme_log.csv, " in done.stderr
    summary = json.loads((boards / "summary.json").read_text(encoding="utf-8"))
    states = {board["board"]: {line["state"] for line in board["sets"]}
              for board in summary["boards"]}
    assert states == {"leeds": {"made"}, "poole": {"failed"}, "york": {"made"}}


@pytest.mark.slow
def test_the_bytes_are_those_of_this_machine(made, tmp_path):
    here = shutil.copytree(made[0], tmp_path / "boards", ignore=shutil.ignore_patterns("outputs"))
    assert batch(here).returncode == 1
    assert papers(here) == papers(made[0]) != {}


def papers(boards):
    """Return all that was published, with each board's page and the page of all boards."""
    return {name: each for name, each in contents(boards).items()
            if not {".work", ".failed"} & {*name.split("/")}}


@pytest.mark.slow
def test_a_second_run_makes_no_unchanged_set(cluster, made):
    assert batch(made[0], "--cluster", cluster).stdout.startswith(
        "3 of 3 boards ran: 0 made, 2 failed, 4 unchanged")


@pytest.mark.slow
def test_a_worker_that_is_killed_loses_nothing(cluster, board_maker, tmp_path):
    boards = board_maker("leeds", "poole", "york", cell=WAITS)
    command = [sys.executable, "-m", "pscb_lib", "batch", "--as-of", "2015-01-31", "--boards",
               str(boards), "--cluster", cluster]
    with worker(cluster, tmp_path, "victim", *PLAIN) as victim:
        started = subprocess.Popen(command, cwd=ROOT)
        assert holds(lambda: any(works_on(victim, lock) for lock in locks(boards)))
        victim.kill()
        (boards / "go").touch()
        assert started.wait(timeout=120) == 0
    verified = pscb("verify", boards)
    assert (verified.returncode, verified.stdout.splitlines()[-1]) == (
        0, "6 sets verified, 0 files are not as published")
    assert list(locks(boards)) == []


@pytest.mark.slow
def test_a_scheduler_that_dies_is_one_line_and_the_next_batch_makes_what_is_missing(
    board_maker, tmp_path
):
    boards = board_maker("leeds", cell=WAITS)
    command = [sys.executable, "-m", "pscb_lib", "batch", "--as-of", "2015-01-31", "--boards",
               str(boards), "--cluster"]
    with scheduler(tmp_path) as (victim, address), worker(address, tmp_path, "one", *PLAIN):
        started = subprocess.Popen([*command, address], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        assert holds(lambda: any(locks(boards)))
        victim.kill()
        _, said = started.communicate(timeout=120)
        (boards / "go").touch()
    assert (started.returncode, said.splitlines()[-1]) == (2, (
        "FAILED  leeds: the scheduler ended during the run; when it runs again, the next batch "
        "makes what is missing, and nothing is to be mended"))
    assert "distributed" not in said and "Traceback" not in said
    assert batch(boards).returncode == 0


def locks(boards):
    return boards.glob("*/outputs/2014-15-q3/.lock")


def works_on(victim, lock):
    """Whether the process that holds a lock was forked by the server of the worker *victim*."""
    try:
        holder = json.loads(lock.read_text(encoding="utf-8"))["pid"]
        return psutil.Process(holder).parent().ppid() == victim.pid
    except (OSError, ValueError, psutil.Error, AttributeError):
        return False


@pytest.mark.slow
def test_a_worker_with_another_suite_is_refused(cluster, made, tmp_path):
    shutil.copytree(ROOT / "pscb_lib", tmp_path / "pscb_lib")
    with (tmp_path / "pscb_lib" / "rag.py").open("a", encoding="utf-8") as code:
        code.write("AMBER_AT = 0\n")
    with worker(cluster, tmp_path, "other", *PLAIN, PYTHONPATH=str(tmp_path)):
        done = batch(made[0], "--cluster", cluster)
    assert done.returncode == 2
    assert done.stderr.endswith(
        ", column worker: has another version of the suite or its packages; install the same "
        "there, with the same constraints.txt\n")


@pytest.mark.slow
def test_a_worker_that_cannot_start_processes_is_refused(cluster, made, tmp_path):
    with worker(cluster, tmp_path, "daemon", "--nthreads", "1"):
        done = batch(made[0], "--cluster", cluster)
    assert done.returncode == 2
    assert done.stderr.endswith(
        ", column worker: cannot start processes; start it with "
        "DASK_DISTRIBUTED__WORKER__DAEMON=False or --no-nanny\n")


@pytest.mark.parametrize(("address", "fault"), [
    pytest.param("tcp://127.0.0.1:1", "OSError", id="nobody listens there"),
    pytest.param("none", "ValueError", id="no address at all"),
    pytest.param("tls://127.0.0.1:1", "TypeError", id="encrypted, without certificates"),
])
def test_without_a_scheduler_it_exits_2(board_maker, address, fault):
    done = pscb("batch", "--as-of", "2015-01-31", "--boards", board_maker("leeds"), "--cluster",
                address, DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT="1s")
    assert (done.returncode, done.stderr) == (2, (
        f"pscb: --cluster, value '{address}': no scheduler answers ({fault}); start one, or "
        "correct the address or the certificates\n"))
