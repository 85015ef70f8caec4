"""Nothing that reads a return runs without a limit: what takes more is refused by name."""

from __future__ import annotations

import shutil

import pytest
from papers import ROOT, pscb
from projects import write_notebook
from sent import COUNT
from warm_batches import CYCLE, batch, needs_fork, one_set

ROWS = 1_000_000  # which take many times the seconds that the tests allow
SHORT = 2 * ROWS  # of two columns
TOOK = ("took longer than three seconds to read; copy the table alone into a new file, or ask for "
        "it in parts; the setting limits has what one file may take")
GOOD = "planner.csv"
HEADER, ROW = ",".join(COUNT), ",".join(COUNT.values())


@pytest.fixture
def project(small_project):
    """A project that gives each return three seconds."""
    settings = small_project / "params" / "settings.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('seconds: "600"', 'seconds: "3"'), encoding="utf-8")
    shutil.copy(ROOT / "pscb_lib" / "samples" / "programme_log.csv", small_project / GOOD)
    return small_project


def write_slow(path, header=HEADER, row=ROW, rows=ROWS):
    """Write a return of many rows, with their numbers."""
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{header}\n")
        file.writelines(f"{row.format(number=number)}\n" for number in range(rows))
    return path


def test_check_refuses_the_slow_file_by_name_and_lists_the_others(project):
    slow = write_slow(project / "sent" / "slow.csv")
    done = pscb("check", slow, GOOD, "--format", "json", cwd=project)
    assert done.returncode == 2
    assert TOOK.partition(";")[0] in done.stdout
    assert '"programme_log"' in done.stdout


def test_accept_refuses_the_slow_file_by_name_and_keeps_the_others(project):
    slow = write_slow(project / "sent" / "slow.csv")
    done = pscb("accept", slow, GOOD, "--from", "Police", "--on", "2015-01-20", cwd=project)
    assert (done.returncode, done.stderr) == (1, f"pscb: sent/slow.csv: {TOOK}\n")
    assert len(list((project / "returns" / "accepted").glob("*.csv"))) == 2  # and the ledger


def test_retain_names_the_slow_file_and_keeps_it_and_deletes_the_others(project):
    with (project / "params" / "settings.yaml").open("a", encoding="utf-8") as settings:
        settings.write('retention: {data_set: "6"}\n')
    slow = write_slow(project / "returns" / "data_set" / "slow.csv")
    quick = write_slow(slow.with_name("quick.csv"), rows=2)
    done = pscb("retain", "--on", "2016-01-31", "--by", "Business Manager", "--yes", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "slow.csv: data_set, of no known day; it stays until somebody looks" in done.stdout
    assert "1 deleted, as params/ledger.csv records" in done.stdout
    assert slow.exists() and not quick.exists()


@pytest.mark.parametrize("words", [
    pytest.param(("import", "ssda903"), id="import", marks=pytest.mark.slow),
    pytest.param(("benchmarks", "update"), id="benchmarks update", marks=pytest.mark.slow),
    pytest.param(("mask", "--out", "masked"), id="mask"),
])
def test_a_command_of_one_table_is_refused_with_the_file_named(project, words):
    header = "CHILD,DOB,MIS_START,MIS_END,MISSING" if words[0] == "import" else "area,count"
    row = ",".join(["{number}"] * len(header.split(",")))
    slow = write_slow(project / "sent" / "slow.csv", header, row, SHORT)
    period = ("--period", "2014-15 Q3") if words[0] == "import" else ()
    done = pscb(*words, slow, *period, cwd=project)
    assert (done.returncode, done.stderr) == (1, f"pscb: slow.csv: {TOOK}\n")


@pytest.mark.slow
@needs_fork
def test_a_batch_refuses_the_report_of_the_slow_file_and_makes_the_others(project):
    one_set(project)
    settings = project / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        'seconds: "3"', 'seconds: "10"'), encoding="utf-8")
    write_slow(project / "returns" / "data_set" / "slow.csv", rows=2 * ROWS)
    write_notebook(project / "notebooks" / "large.ipynb", returns=("data_set",))
    cycle = project / "params" / CYCLE
    shutil.copy(cycle / "small.yaml", cycle / "large.yaml")
    done = batch(project)
    assert done.returncode == 1
    assert "large: slow.csv: took longer than 10 seconds to read; copy" in done.stderr
    assert "1 made, 2 failed" in done.stdout
