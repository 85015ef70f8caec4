"""What is no file where ours should be is named in one line: no traceback, no endless wait."""

from __future__ import annotations

import json
import os
import shutil
import socket

import pytest
from papers import ROOT
from projects import write_notebook
from warm_batches import CYCLE, DAY, batch, begin, holds, needs_fork, one_set, warm

from pscb_lib.writing.holders import holder_of

pytestmark = needs_fork

PLACES = {
    "settings": "params/settings.yaml", "a register": "params/indicators.csv",
    "the record": "params/ledger.csv", "a cycle's file": f"params/{CYCLE}/small.yaml",
    "a notebook": "notebooks/small.ipynb", "a return": "returns/programme_log.csv",
    "the summary": f"outputs/{CYCLE}/summary.json", "the lock": f"outputs/{CYCLE}/.lock",
    "a manifest": f"outputs/{CYCLE}/board/small/manifest.json", "a set": f"outputs/{CYCLE}/board",
    "the work": "outputs/.work", "the ledger of returns": "returns/accepted/ledger.csv"}


def make_folder(path):
    path.mkdir()
    (path / "inside").touch()


def make_socket(path):
    short = f"/tmp/s{os.getpid()}"
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(short)
    shutil.move(short, path)


MADE = {"a folder": make_folder, "a named pipe": os.mkfifo, "a socket": make_socket}

QUICK = [("a named pipe", "a return"), ("a named pipe", "the lock"), ("a folder", "the summary"),
         ("a socket", "a notebook")]


@pytest.fixture
def project(small_project):
    one_set(small_project)
    write_notebook(small_project / "notebooks" / "small.ipynb", returns=["programme_log"])
    shutil.copy(ROOT / "pscb_lib" / "samples" / "programme_log.csv", small_project / "returns")
    return small_project


@pytest.mark.parametrize(("kind", "place"), [
    pytest.param(kind, place, id=f"{kind} as {place}",
                 marks=[] if (kind, place) in QUICK else pytest.mark.slow)
    for kind in MADE for place in PLACES])
def test_a_batch_names_it_or_goes_on(project, kind, place):
    path = project / PLACES[place]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    MADE[kind](path)
    started = begin("batch", "--as-of", DAY, cwd=project)
    assert holds(lambda: not started.process.is_alive(), seconds=60), "it waits without end"
    done = started.end()
    assert done.returncode in (0, 1, 2)
    assert "Traceback" not in done.stderr and "Error" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("name", [
    f"{CYCLE}.here.not-a-number.x", f"{CYCLE}.here.-1.x", f"{CYCLE}.here.{10**30}.x",
    f"{CYCLE}.here.\u00b2.x", "a.b.c.d", "....", f"{CYCLE}.\n.1.x"], ids=ascii)
def test_odd_names_among_the_working_files_stop_no_batch(project, name):
    (project / "outputs" / ".work" / name).mkdir(parents=True)
    (project / "outputs" / CYCLE).mkdir()
    (project / "outputs" / CYCLE / f".lock.{name}").touch()
    assert batch(project).returncode == 0


@pytest.mark.parametrize("pid", ["abc", *(pytest.param(each, marks=pytest.mark.slow) for each in (
    -1, 0, None, 10**30, 1.5, [], True))], ids=ascii)
def test_odd_numbers_in_a_lock_are_one_line(project, pid):
    folder = project / "outputs" / CYCLE
    folder.mkdir(parents=True)
    lock = {**holder_of(os.getpid()).as_plain(), "pid": pid, "since": "x"}
    (folder / ".lock").write_text(json.dumps(lock), encoding="utf-8")
    done = warm("batch", "--as-of", DAY, cwd=project)
    assert done.returncode in (0, 2, 4) and "Traceback" not in done.stderr
