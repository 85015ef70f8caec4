"""A fault fails only the report or set that it belongs to."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner
from papers import ROOT, pscb
from projects import YAML, make_project, write_notebook

from pscb_lib.board.jobs import Batch, Job
from pscb_lib.board.notebooks import RESTRICTED
from pscb_lib.board.settings import Limits
from pscb_lib.commands.verify import verify
from pscb_lib.running.inputs import read_inputs
from pscb_lib.running.masking_plan import plan_masking
from pscb_lib.running.publishing.key import Seal
from pscb_lib.running.publishing.manifest import (
    NAME,
    read_manifest,
    verify_set,
    write_manifest,
)
from pscb_lib.running.publishing.others import hash_of_others, read_others
from pscb_lib.running.publishing.replacing import PREVIOUS, replace_set
from pscb_lib.writing.holders import is_still, start_of
from pscb_lib.writing.locks import Locked, locked

CYCLE, PERIOD = "2014-15-q3", {"period": "2014-15 Q3", "as_of": "2015-01-31"}
LIMITS = Limits(4096, 600)


def publish(folder):
    folder.mkdir(parents=True)
    (folder / "report.html").write_text("page", encoding="utf-8")
    write_manifest(folder, {"parameters": PERIOD}, folder.parent.name, [], Seal(b"", ""))
    return folder


def write_json(path, content):
    path.write_text(json.dumps(content), encoding="utf-8")


@pytest.mark.parametrize("content", [
    pytest.param({"parameters": None}, id="no parameters"),
    pytest.param({"parameters": []}, id="parameters in a list"),
    pytest.param({"parameters": {"as_of": 5}}, id="a day that is a number"),
    pytest.param({"outputs": 5}, id="a number of outputs"),
    pytest.param({"outputs": ["report.html"]}, id="outputs in a list"),
    pytest.param({"returns": {"a.csv": 5}}, id="a return that is a number"),
    pytest.param({"returns": {"a.csv": {"rejected": "6"}}}, id="rows in words"),
])
def test_a_manifest_that_was_edited_into_another_structure_cannot_be_read(tmp_path, content):
    folder = publish(tmp_path / CYCLE / "board" / "small")
    write_json(folder / NAME, content)
    assert read_manifest(folder) == {}
    assert verify_set(folder) == [f"{NAME}: is missing or cannot be read"]
    assert len(hash_of_others(read_others(tmp_path), "2014-15-q4", "2015-01-31")) == 64


@pytest.mark.parametrize("below", [".", CYCLE, f"{CYCLE}/board"])
def test_a_set_without_its_manifest_does_not_verify(tmp_path, below):
    publish(tmp_path / CYCLE / "board" / "sound")
    (publish(tmp_path / CYCLE / "board" / "small") / NAME).unlink()
    done = CliRunner().invoke(verify, [str(tmp_path / below)])
    place = (tmp_path / CYCLE / "board" / "small").relative_to(tmp_path / below).as_posix()
    assert done.exit_code == 1
    assert f"{place}/{NAME}: is missing or cannot be read\n" in done.output


def test_a_missing_parameter_and_an_edited_period_fail_only_their_reports(tmp_path):
    project = make_project(tmp_path / "a project", "edited", "incomplete", "sound")
    edited = publish(project / "outputs" / CYCLE / "restricted" / "edited")
    write_json(edited / NAME, {"parameters": {"period": "2014-15 Q2"}})
    (project / "params" / CYCLE / "incomplete.yaml").write_text(
        YAML.replace('returns_folder: "returns"\n', ""), encoding="utf-8")
    settings = project / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "[restricted, board]", "[restricted]"), encoding="utf-8")
    done = pscb("batch", "--as-of", "2015-01-31", "--project", project)
    assert (done.returncode, done.stderr.splitlines()[4:]) == (1, [
        "FAILED  restricted: edited: 2014-15-q3/restricted/edited, column period, value "
        "'2014-15 Q3': the set of 2014-15 Q2 is there; make a cycle for this period or name "
        "another --out",
        "FAILED  restricted: incomplete: incomplete.yaml, column returns_folder: the parameter is "
        "missing; add returns_folder: and its value"])
    summary = json.loads((project / "outputs" / CYCLE / "summary.json").read_text("utf-8"))
    assert [line["state"] for line in summary["sets"]] == ["failed", "failed", "made"]


def test_rejected_rows_of_unchanged_sets_are_reported_again(small_project):
    settings = small_project / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "[restricted, board]", "[board]"), encoding="utf-8")
    write_notebook(small_project / "notebooks" / "small.ipynb", returns=["programme_log"])
    log = small_project / "returns" / "programme_log.csv"
    shutil.copy(ROOT / "pscb_lib" / "samples" / log.name, log)
    with log.open("a", encoding="utf-8") as file:
        file.write("".join(f"{item},2013-14,,,,,,,,illustrative\n" for item in range(90, 96)))
    first, second = (pscb("batch", "--as-of", "2015-01-31", "--project", small_project)
                     for _ in range(2))
    assert second.stdout.startswith("0 made, 0 failed, 1 unchanged")
    assert (first.returncode, second.returncode) == (3, 3)
    last = second.stderr.splitlines()[-1]
    assert last == first.stderr.splitlines()[-1]
    assert last.startswith("REJECTED  small: 6 rows could not be used, ")


def test_any_failure_of_masking_is_reported_in_one_line(small_project):
    notebook = small_project / "notebooks" / "small.ipynb"
    write_notebook(notebook, returns=["programme_log"])
    (small_project / "params" / "settings.yaml").write_bytes(b"\xff")
    batch = Batch(small_project, small_project / "outputs", CYCLE, (), LIMITS)
    failure = plan_masking(batch, [Job("small", "board", notebook, PERIOD)])
    assert isinstance(failure, str) and failure and "\n" not in failure


@pytest.mark.parametrize("gone", [False, True], ids=["to a folder", "to what is gone"])
@pytest.mark.parametrize("name", ["small", f"small{PREVIOUS}"])
def test_a_link_in_the_place_of_a_set_is_replaced(tmp_path, gone, name):
    elsewhere, target = tmp_path / "elsewhere", tmp_path / "board" / "small"
    target.parent.mkdir()
    if not gone:
        elsewhere.mkdir()
    target.with_name(name).symlink_to(elsewhere, target_is_directory=True)
    for text in ("one", "two"):
        new = tmp_path / text
        new.mkdir()
        (new / "page").write_text(text, encoding="utf-8")
        replace_set(new, target)
        assert (target / "page").read_text(encoding="utf-8") == text
        assert [path.name for path in target.parent.iterdir()] == ["small"]


def test_a_previous_set_replaces_a_link_to_a_missing_folder(tmp_path):
    target, new = publish(tmp_path / "board" / "small"), tmp_path / "new"
    new.mkdir()
    target.rename(target.with_name(target.name + PREVIOUS))
    target.symlink_to(tmp_path / "gone", target_is_directory=True)
    replace_set(new, target)
    assert [path.name for path in target.parent.iterdir()] == ["small"]
    assert not target.is_symlink()


def test_a_folder_with_a_dot_in_its_name_is_not_read_as_a_file(small_project):
    notebook = small_project / "notebooks" / "small.ipynb"
    write_notebook(notebook, returns=["data_set"])
    inside = small_project / "returns" / "data_set" / "archive.2014"
    for folder in (inside, small_project / "params" / "old.2014"):
        folder.mkdir(parents=True)
    (inside / "a.csv").write_text("a", encoding="utf-8")
    files = read_inputs(Job("small", RESTRICTED, notebook, {"returns_folder": "returns"}),
                        small_project)
    assert [name for name in files if "2014" in name] == ["returns/data_set/archive.2014/a.csv"]


@pytest.mark.skipif(os.name != "posix", reason="limits are POSIX's")
def test_a_lower_present_limit_is_kept():
    code = ("import resource; from pscb_lib.running.processes.processes import _limit;"
            "resource.setrlimit(resource.RLIMIT_CPU, (300, 300));"
            "_limit(resource.RLIMIT_CPU, 600); print(resource.getrlimit(resource.RLIMIT_CPU))")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("(300, 300)\n", "")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system keeps the clock's time")
def test_a_lock_holds_even_if_the_clock_is_set(tmp_path, monkeypatch):
    with locked(tmp_path):
        monkeypatch.setattr("psutil.Process.create_time", lambda process: 0.0)
        with pytest.raises(Locked):
            with locked(tmp_path):
                pass


def test_a_later_process_of_the_same_number_is_another():
    mine = start_of(os.getpid())
    assert is_still(os.getpid(), mine)
    assert not is_still(os.getpid(), mine + "0" if isinstance(mine, str) else mine - 1000)
