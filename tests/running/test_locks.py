"""The lock of another machine holds while it is renewed, and is taken over if it is not."""

from __future__ import annotations

import json
import os
import threading
import time

import pytest

from pscb_lib.running.processes import leases
from pscb_lib.running.processes.locks import NAME, Locked, is_held, locked

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
