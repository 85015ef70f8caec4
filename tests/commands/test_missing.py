"""Whatever a project's folders hold, a command ends in plain lines and never in a traceback.

The commands are found by click and tried with every state of the project's folders; the words that
follow each are such as a user gives. A command that is new has none, and ends in its usage.
"""

from __future__ import annotations

import shutil

import pytest
from click.testing import CliRunner
from papers import pscb
from projects import make_project, write_notebook

from pscb_lib.board.decisions import find_registers
from pscb_lib.commands.cli import main
from pscb_lib.returns.kinds import find_returns

CYCLE = "2014-15-q3"
ON, BY = ("--on", "2015-02-11"), ("--by", "A post")
STEP = ("10", "--period", "2014-15 Q3", *BY, *ON)
WORDS = {
    "accept": ("returns/one.csv", "--from", "Police", "--on", "2015-01-20"),
    "answer": ("MA4", "In May.", *BY, *ON), "audit": ("outputs",), "check": ("returns",),
    "ask": ("Why?", "--report", "small", "--owner", "A post", "--due", "2015-03-31", *ON),
    "batch": ("--as-of", "2015-01-31"), "correct": ("MA4", "--answer", "In June.", *BY, *ON),
    "doctor": ("--on", "2015-01-31"), "due": ("--on", "2015-01-31"),
    "benchmarks": ("update", "returns/one.csv", "--released-on", "2024-10-31"),
    "import": ("cin", "returns/one.csv", "--period", "2014-15"),
    "mask": ("returns/one.csv", "--out", "masked"), "new-cycle": ("2014-15-q4",),
    "pack": ("--meeting", "2015-03-03"), "params": ("--to", "params.xlsx"),
    "plan": ("--year", "2014-15"), "present": (*STEP, "--tabled"), "receive": STEP,
    "release": ("small", *BY, *ON), "retain": ("--on", "2017-01-31"),
    "scrutinise": (*STEP, "--tabled", "--because", "It is late."),
    "template": ("audits",), "verify": ("outputs",), "year-end": ("--year", "2014-15"),
}
ALSO = {  # other ways to give the same command
    "accept": (("returns", "--on", "2015-01-20", "--yes", "--receipts", "made"),
               ("returns", "--from", "Board's office", "--on", "2015-01-20")),
    "import": (("sql", "--url", "sqlite:///returns/one.csv", "--period", "2014-15"),),
    "template": (("data_set", "--all-agencies"), ("data_set", "--agency", "Police"),
                 ("missing_episodes", "--all-agencies"),
                 ("deaths", "--agency", "Board's office", "--out", "made")),
}
FILES = ("settings.yaml", *(one.file for one in find_registers()))


def remove(path):
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def as_folder(path):
    remove(path)
    path.mkdir()


def as_file(path):
    remove(path)
    path.write_bytes(b"\x00\xff strange")


def as_empty(path):
    remove(path)
    path.touch()


def strange_outputs(path):
    (path / CYCLE / "board" / "small").mkdir(parents=True)
    (path / CYCLE / "board" / "small" / "manifest.json").write_text("[1]", encoding="utf-8")
    (path / CYCLE / "restricted" / "small" / "manifest.json").mkdir(parents=True)
    (path / CYCLE / "public").write_bytes(b"\0")


FOLDERS = ("params", "returns", "outputs", "notebooks", f"params/{CYCLE}")
STATES = [(name, change) for name in FOLDERS for change in (remove, as_folder, as_file)]
STATES += [("outputs", strange_outputs)]
STATES += [(f"params/{name}", change) for name in FILES
           for change in (remove, as_folder, as_file, as_empty)]
QUICK = [(name, change) for name, change in STATES
         if name in ("params", "returns", "params/settings.yaml", "params/meetings.csv")]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A project whose one report reads every kind of return, and that has none."""
    root = make_project(tmp_path_factory.mktemp("missing") / "whole", "small")
    write_notebook(root / "notebooks" / "small.ipynb", returns=tuple(find_returns()))
    return root


def ways():
    """Yield every command with the words that a user gives it, in each way that there is."""
    for command in main.commands:
        for words in (WORDS.get(command, ()), *ALSO.get(command, ())):
            yield command, words


def try_commands(whole, folder, name, change, monkeypatch):
    """Try every command in a project whose *name* was changed; return those that failed us."""
    failed = []
    for command, words in ways():
        root = folder / "project"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(whole, root)
        (root / "outputs").mkdir()
        (root / "returns" / "one.csv").write_text("a,b\n1,2\n", encoding="utf-8")
        change(root / name)
        monkeypatch.chdir(root)
        done = CliRunner().invoke(main, [command, *words])
        if (not isinstance(done.exception, SystemExit | None) or "Traceback" in done.output
                or "a fault of the suite" in done.output or "Errno" in done.output):
            failed.append((command, words, done.exit_code, repr(done.exception),
                           done.output[-300:]))
    return failed


@pytest.mark.parametrize(("name", "change"), QUICK[::4])
def test_no_command_ends_in_a_traceback(whole, tmp_path, monkeypatch, name, change):
    assert try_commands(whole, tmp_path, name, change, monkeypatch) == []


@pytest.mark.slow
@pytest.mark.parametrize(("name", "change"), STATES)
def test_no_command_ends_in_a_traceback_in_any_state(whole, tmp_path, monkeypatch, name, change):
    assert try_commands(whole, tmp_path, name, change, monkeypatch) == []


def test_all_registers_that_are_missing_are_named_at_once(small_project):
    for name in ("meetings.csv", "agencies.csv", "settings.yaml"):
        (small_project / "params" / name).unlink()
    for command in ("plan", "run", "template", "params"):
        done = pscb(command, *WORDS.get(command, ()), cwd=small_project)
        assert (done.returncode, done.stderr) == (2, (
            "pscb: params: agencies.csv, meetings.csv and settings.yaml are missing; restore "
            "them from a copy, or begin a project with pscb init\n"))


def test_a_folder_in_the_place_of_a_register_is_named(small_project):
    as_folder(small_project / "params" / "indicators.csv")
    done = pscb("due", *WORDS["due"], cwd=small_project)
    assert (done.returncode, done.stderr) == (2, (
        "pscb: params: indicators.csv is missing; restore it from a copy, or begin a project with "
        "pscb init\n"))


def test_all_returns_that_are_missing_are_named_at_once(small_project):
    write_notebook(small_project / "notebooks" / "small.ipynb",
                   returns=("audits", "actions", "programme_log"))
    done = pscb("run", cwd=small_project)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, (
        "pscb: returns: actions.csv, audits.csv and programme_log.csv are missing; put there what "
        "was sent, as csv, xlsx, xls or ods, or keep them with pscb accept"))


def test_a_report_without_its_return_stops_no_other(tmp_path):
    root = make_project(tmp_path / "project", "small", "other")
    write_notebook(root / "notebooks" / "other.ipynb", returns=("audits",))
    done = pscb("run", "--audience", "board", "--format", "html", cwd=root)
    assert (root / "outputs" / CYCLE / "board" / "small" / "report.html").is_file()
    assert done.returncode == 3
    said = [line for line in done.stderr.splitlines() if line.startswith("AWAITED  restr")]
    assert said == [
        "AWAITED  restricted: other: not made; awaiting: returns: audits.csv is missing; put there "
        "what was sent, as csv, xlsx, xls or ods, or keep it with pscb accept"]
