"""Commands started cold, as by a user or a scheduler; other tests fork them from a server."""

from __future__ import annotations

import pytest
from papers import ROOT, cold, pscb
from projects import contents
from sent import COUNT, write_csv
from warm_batches import DAY


@pytest.mark.parametrize("words", [
    ("list",), ("due", "--on", DAY), ("due", "--on", "31/02/2015"), ("run", "--audiance", "board"),
    ("check", "pscb_lib/samples/section11.csv")], ids=" ".join)
def test_a_command_prints_the_same_cold_and_forked(words):
    started, forked = cold(*words), pscb(*words)
    assert (started.returncode, started.stdout, started.stderr) == (
        forked.returncode, forked.stdout, forked.stderr)


@pytest.mark.slow
@pytest.mark.parametrize("words", [("run",), ("batch", "--as-of", DAY)], ids=" ".join)
def test_papers_are_made_by_a_batch_that_starts_cold(small_project, words):
    done = cold(*words, cwd=small_project, PYTHONPATH=str(ROOT))
    assert done.returncode == 0, done.stderr
    assert sorted(line.partition("  ")[2] for line in done.stderr.splitlines()[-2:]) == [
        "board: small: made", "restricted: small: made"]
    assert (small_project / "outputs/2014-15-q3/board/small/report.pdf").exists()


@pytest.mark.slow
def test_papers_are_the_same_without_fork_and_on_a_windows_console(small_project):
    words = ("run", "--audience", "board")
    assert pscb(*words, "--out", "forked", cwd=small_project).returncode == 0
    done = cold(*words, "--out", "spawned", cwd=small_project, PYTHONPATH=str(ROOT),
                PSCB_PROCESSES="spawn", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0, done.stderr
    assert contents(small_project / "spawned") == contents(small_project / "forked")


def test_outside_a_project_it_says_where_to_start(tmp_path):
    done = cold("list", cwd=tmp_path, PYTHONPATH=str(ROOT))
    assert done.returncode == 2
    assert "no folder from here upwards holds params/indicators.csv" in done.stderr


def test_it_prints_on_a_console_with_windows_letters_only(tmp_path):
    path = write_csv(tmp_path / "police.csv", COUNT | {"agency": "Ł of Peterborough \x1b[31m"})
    done = cold("check", path, PYTHONIOENCODING="cp1252")
    assert done.returncode == 1 and not done.stderr
    assert "'\\u0141 of Peterborough" in done.stdout and "\x1b" not in done.stdout
