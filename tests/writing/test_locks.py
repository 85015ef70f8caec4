"""The lock of a live holder is never taken, wherever it runs; that of a dead one is.

Holders here are real processes of this machine, of PID namespaces as containers have them, and
locks as other machines and boots write them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from platform import node

import pytest
from papers import ROOT

from pscb_lib.writing import leases
from pscb_lib.writing.locks import NAME, Locked, hold, is_held, locked

ELSEWHERE = {"host": "elsewhere", "pid": 1, "started": 0.0}


@pytest.fixture(autouse=True)
def short_leases(monkeypatch):
    """Set leases to one second, renewed ten times a second."""
    monkeypatch.setattr(leases, "SECONDS_OF_A_LEASE", 1)
    monkeypatch.setattr(leases, "SECONDS_TO_RENEW", 0.1)
    monkeypatch.setattr(leases, "SECONDS_TO_LOOK", 0.05)


@pytest.fixture
def theirs(tmp_path):
    """Return a cycle's folder that a process of another machine has locked."""
    folder = tmp_path / "2014-15-q3"
    folder.mkdir()
    (folder / NAME).write_text(json.dumps(ELSEWHERE), encoding="utf-8")
    return folder


def test_a_lock_of_another_machine_that_is_not_renewed_is_taken_over(theirs):
    with locked(theirs):
        assert is_held(theirs, os.getpid())
    assert list(theirs.iterdir()) == []


def test_a_lock_of_another_machine_that_is_renewed_holds(theirs):
    ended = threading.Event()
    renewing = threading.Thread(target=renew, args=(theirs / NAME, ended))
    renewing.start()
    with pytest.raises(Locked, match="^2014-15-q3: process 1 on elsewhere is at work there"):
        with locked(theirs):
            pass
    ended.set()
    renewing.join()
    assert json.loads((theirs / NAME).read_text(encoding="utf-8")) == ELSEWHERE


def renew(lock, ended):
    for second in range(1, 1000):
        os.utime(lock, (second, second))
        if ended.wait(0.1):
            return


def test_the_holder_of_a_lock_renews_it(tmp_path):
    with locked(tmp_path):
        assert leases.is_renewed(tmp_path / NAME)


def test_a_lock_that_was_taken_over_is_neither_renewed_nor_removed(theirs):
    lock = theirs / NAME
    text = lock.read_text(encoding="utf-8")
    lock.unlink()
    with locked(theirs):
        lock.write_text(text, encoding="utf-8")
        assert not is_held(theirs, os.getpid())
        assert not leases.is_renewed(lock)
    assert lock.read_text(encoding="utf-8") == text


def test_a_run_with_patience_waits_for_the_run_before(tmp_path):
    with locked(tmp_path):
        lock, text = tmp_path / NAME, (tmp_path / NAME).read_text(encoding="utf-8")
    lock.write_text(text, encoding="utf-8")
    threading.Timer(0.5, lock.unlink).start()
    before = time.monotonic()
    with locked(tmp_path, patience=10):
        assert time.monotonic() - before < 5


HOLD = """
import os, sys, time
from pathlib import Path
from pscb_lib.writing import leases
from pscb_lib.writing.locks import Locked, locked
leases.SECONDS_OF_A_LEASE, leases.SECONDS_TO_RENEW, leases.SECONDS_TO_LOOK = 1, 0.1, 0.05
try:
    with locked(Path(sys.argv[1])):
        print("held", flush=True)
        time.sleep(float(sys.argv[2]))
except Locked as fault:
    print(fault, flush=True)
"""
CONTAINER = ("unshare", "--pid", "--fork", "--mount-proc", "--kill-child")
FOREIGN_PROC = ("unshare", "--pid", "--fork", "--kill-child")  # it shows the machine's processes


def can_unshare() -> bool:
    return shutil.which("unshare") is not None and subprocess.run(
        [*CONTAINER, "true"], capture_output=True).returncode == 0


needs_namespaces = pytest.mark.skipif(
    not can_unshare(), reason="a PID namespace is needed: Linux, unshare and root")


@contextmanager
def holder(folder, *within, seconds=60):
    """Start a process, *within* a namespace or none, that takes the lock of a folder."""
    started = subprocess.Popen([*within, sys.executable, "-c", HOLD, folder, str(seconds)],
                               stdout=subprocess.PIPE, text=True)
    try:
        yield started, started.stdout.readline().strip()
    finally:
        started.kill()
        started.wait()
        started.stdout.close()


def is_taken(folder) -> bool:
    """Whether this process is given the lock."""
    try:
        with locked(folder):
            return True
    except Locked:
        return False


def test_the_lock_of_a_killed_process_is_taken_at_once(tmp_path):
    with holder(tmp_path / "cycle") as (started, said):
        assert said == "held" and not is_taken(tmp_path / "cycle")
    before = time.monotonic()
    assert is_taken(tmp_path / "cycle")
    assert time.monotonic() - before < 0.9  # before a lease is over


def test_the_lock_of_a_process_whose_number_has_passed_to_another_is_taken_at_once(tmp_path):
    with locked(tmp_path):
        held = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))
    earlier = {**held, "pid": os.getppid(), "started": "at another time"}  # a live process's number
    (tmp_path / NAME).write_text(json.dumps(earlier), encoding="utf-8")
    before = time.monotonic()
    assert is_taken(tmp_path) and time.monotonic() - before < 0.9


@pytest.mark.parametrize("other", [
    pytest.param({"boot": "another"}, id="a machine of the same name, or an earlier boot"),
    pytest.param({"namespace": 1}, id="a container of the same name"),
    pytest.param({"host": "elsewhere"}, id="a machine of another name"),
    pytest.param({"namespace": None}, id="a container that does not see its own number")])
def test_a_holder_that_cannot_be_seen_keeps_its_lock_while_it_renews_it(tmp_path, other):
    with locked(tmp_path):
        held = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))
    dead = {**held, **other, "pid": 2**22 + 1}  # no process here has this number
    (tmp_path / NAME).write_text(json.dumps(dead), encoding="utf-8")
    ended = threading.Event()
    renewing = threading.Thread(target=renew, args=(tmp_path / NAME, ended))
    renewing.start()
    taken = is_taken(tmp_path)
    ended.set()
    renewing.join()
    assert not taken and is_taken(tmp_path)


@needs_namespaces
@pytest.mark.parametrize("within", [
    pytest.param(CONTAINER, id="container"), pytest.param(FOREIGN_PROC, id="foreign /proc")])
def test_a_container_with_this_host_name_keeps_its_lock_until_it_ends(tmp_path, within):
    with holder(tmp_path / "cycle", *within) as (_, said):
        held = json.loads((tmp_path / "cycle" / NAME).read_text(encoding="utf-8"))
        assert (said, held["host"], held["pid"]) == ("held", node(), 1)
        assert not is_taken(tmp_path / "cycle")
    assert is_taken(tmp_path / "cycle")


@needs_namespaces
@pytest.mark.parametrize("within", [
    pytest.param(CONTAINER, id="container"), pytest.param(FOREIGN_PROC, id="foreign /proc")])
def test_a_container_with_this_host_name_does_not_take_a_live_lock(tmp_path, within):
    with locked(tmp_path / "cycle"), holder(tmp_path / "cycle", *within, seconds=0) as (_, said):
        assert said == (f"cycle: process {os.getpid()} on {node()} is at work there; wait until it "
                        "has ended")


@needs_namespaces
def test_of_two_containers_whose_processes_have_one_number_one_has_the_lock(tmp_path):
    with (holder(tmp_path / "cycle", *CONTAINER) as (_, first),
          holder(tmp_path / "cycle", *CONTAINER, seconds=0) as (_, second)):
        assert first == "held"
        assert second == (f"cycle: process 1 on {node()} is at work there; wait until it has "
                          "ended")


def test_of_four_processes_one_after_another_has_the_lock(tmp_path):
    """Each adds one to a number that it read, which loses counts without a lock."""
    count = tmp_path / "count"
    count.write_text("0")
    code = ("import sys, time; from pathlib import Path\n"
            "from pscb_lib.writing.locks import hold\n"
            "count = Path(sys.argv[1])\n"
            "for _ in range(3):\n"
            "    with hold(count.parent, 60):\n"
            "        number = int(count.read_text()); time.sleep(0.01)\n"
            "        count.write_text(str(number + 1))\n")
    started = [subprocess.Popen([sys.executable, "-c", code, count]) for _ in range(4)]
    assert [one.wait() for one in started] == [0] * 4
    assert count.read_text() == "12"


def test_how_long_a_lock_is_held_is_told_by_the_times_of_its_file(theirs):
    text = json.dumps({**ELSEWHERE, "since": 5 * 10**9})
    (theirs / NAME).write_text(text, encoding="utf-8")
    ended = threading.Event()
    renewing = threading.Thread(target=renew, args=(theirs / NAME, ended))
    os.utime(theirs / NAME, (1, 1))
    renewing.start()
    with pytest.raises(Locked) as raised:
        time.sleep(1)
        with locked(theirs):
            pass
    ended.set()
    renewing.join()
    assert 3 <= raised.value.seconds <= 20


def test_no_lock_of_the_operating_system_is_used():
    """Shares (NFS, SMB) may not have them, or may lose them without a word."""
    found = [path.name for path in (ROOT / "pscb_lib").rglob("*.py")
             for word in ("fcntl", "filelock", "msvcrt", "flock", "lockf")
             if word in path.read_text(encoding="utf-8")]
    assert found == []


def test_who_has_lost_the_lock_is_told_before_anything_is_put_in_place(tmp_path):
    with hold(tmp_path, 0) as refuse_lost:
        refuse_lost()
        (tmp_path / NAME).write_text(json.dumps(ELSEWHERE), encoding="utf-8")
        with pytest.raises(Locked, match="another process has taken over the lock; run again"):
            refuse_lost()
