"""What editors and file managers leave is no decision: it changes no input and fails no run."""

from __future__ import annotations

import shutil

import pytest
from papers import ROOT, pscb
from projects import write_notebook
from sent import COUNT, write_csv
from warm_batches import CYCLE, batch, needs_fork, one_set

from pscb_lib.reading.debris import is_debris

LEFT = [
    ".~lock.indicators.csv#", "~$indicators.csv", "~$audits.xlsx", ".DS_Store", "._indicators.csv",
    "Thumbs.db", "desktop.ini", "Desktop.ini", ".indicators.csv.new", "indicators.csv.new",
    "indicators.csv~", ".indicators.csv.swp", "indicators.csv.swp", "#indicators.csv#",
    "indicators.csv.bak", "indicators.csv.part", "~WRL0001.tmp", "lu2041ab.tmp", "5A3B1C00",
    "data_set.csv~", "data_set.csv.crdownload", ".pscb-0a1b2c3d-17-00ff00ff.new", "~indicators.tmp",
    "programme_log.csv.bak", "._programme_log.csv", "programme_log.csv~"]
KEPT = ["indicators.csv", "police.xlsx", "2014-15-h1.csv", "#1 police.csv", "news.csv", "old.csv",
        "my.old.csv", "NEW RETURN.XLSX", "thumbs.csv", "settings.yaml", "ABCDEF12.csv",
        "20141015"]


@pytest.mark.parametrize("name", LEFT)
def test_what_a_program_left_is_told_by_its_name(name):
    assert is_debris(name)


@pytest.mark.parametrize("name", KEPT)
def test_what_a_person_may_send_is_not_taken_for_it(name):
    assert not is_debris(name)


@needs_fork
def test_debris_beside_decisions_and_returns_makes_no_set_again(small_project):
    one_set(small_project)
    write_notebook(small_project / "notebooks" / "small.ipynb", returns=["programme_log"])
    log = small_project / "returns" / "programme_log.csv"
    shutil.copy(ROOT / "pscb_lib" / "samples" / "programme_log.csv", log)
    assert batch(small_project).stdout.startswith("2 made, 0 failed, 0 unchanged")
    for folder in ("params", f"params/{CYCLE}", "returns", "notebooks"):
        for name in LEFT:
            (small_project / folder / name).write_bytes(b"\x00\x05not a table")
    for path in (f"params/{CYCLE}/._small.yaml", f"params/{CYCLE}/small.yaml~",
                 "notebooks/._small.ipynb", "notebooks/~$small.ipynb"):
        (small_project / path).write_bytes(b"\x00\x05Mac OS X")
    done = batch(small_project)
    assert done.stdout.startswith("0 made, 0 failed, 1 unchanged"), done.stderr


def test_a_check_of_a_folder_passes_debris_over_without_a_word(tmp_path):
    write_csv(tmp_path / "police.csv", COUNT)
    for name in LEFT:
        (tmp_path / name).write_bytes(b"\x00\x05not a table")
    done = pscb("check", tmp_path)
    rows = "Rows: 1 read = 1 used + 0 rejected + 0 left out"
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, f"one file, 0 not used. {rows}")
