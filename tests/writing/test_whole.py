"""Files are there whole or not at all, and nothing in the package writes them another way."""

from __future__ import annotations

import ast
import errno
import os
import stat
import subprocess
import sys

import pytest
from mounts import needs_mounts, small_disk
from papers import ROOT

from pscb_lib.reading.findings import InputError
from pscb_lib.writing.holders import place_of_process
from pscb_lib.writing.whole import (
    clear_left,
    refusing,
    whole,
    whole_folder,
    write_bytes,
    write_once,
    write_text,
)

PACKAGE = ROOT / "pscb_lib"
METHODS = {"write_text", "write_bytes", "touch", "to_csv", "to_excel", "savefig", "symlink_to",
           "hardlink_to"}
FUNCTIONS = {"os.open", "os.replace", "os.rename", "os.link", "os.symlink", "nbformat.write",
             "shutil.copy", "shutil.copyfile", "shutil.copy2", "shutil.copytree", "shutil.move",
             "json.dump", "tempfile.mkstemp", "tempfile.NamedTemporaryFile", "open", "io.open"}
OWN = {  # what is no file that a reader may find half written
    "commands/streams.py": {"os.open"},  # what replaces a closed stream
    "reading/files/formats/quiet.py": {"open"},  # nowhere, for a library that prints
    "page/charts/plotted.py": {"savefig"},  # into memory
    "running/processes/kernels.py": {"os.open"},  # the log of a kernel, in its private folder
    "running/params_book/checking.py": {"shutil.copytree"},  # a copy to try, in a private folder
    "running/publishing/publish.py": {"os.rename"},  # a whole folder of a failed run
    "running/publishing/replacing.py": {"os.rename"},  # a whole set
    "running/sampling.py": {"shutil.copyfile"},  # into a folder that is renamed when it is whole
    "running/starting.py": {"os.rename"},  # what is whole, into a folder that was empty
}


def named(call: ast.Call) -> str:
    """The function that a call names, such as os.replace; a method without what it is of."""
    match call.func:
        case ast.Attribute(value=ast.Name(id=owner), attr=name) if f"{owner}.{name}" in FUNCTIONS:
            return f"{owner}.{name}"
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def is_to_write(call: ast.Call, name: str) -> bool:
    """Whether a call of this name writes a file or gives it its place."""
    if name == "open":
        modes = [one.value for one in [*call.args, *(word.value for word in call.keywords)]
                 if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        return any({*mode} & {*"wax+"} and {*mode} <= {*"rwaxbt+"} for mode in modes)
    if name in ("write_text", "write_bytes"):
        return isinstance(call.func, ast.Attribute)
    if name == "Workbook":  # into memory, or the one function that writes it whole
        return not isinstance(call.args[0], ast.Name)
    return name in METHODS | FUNCTIONS


def other_ways(source: str) -> set[str]:
    """The calls in a module that write a file."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return {named(call) for call in calls if is_to_write(call, named(call))}


def test_no_other_module_writes_a_file():
    found = {path.relative_to(PACKAGE).as_posix(): other_ways(path.read_text(encoding="utf-8"))
             for path in PACKAGE.rglob("*.py") if path.parent.name != "writing"}
    found["page/rendering/workbooks.py"] -= {"Workbook"}
    assert {name: ways for name, ways in found.items() if ways} == OWN


@pytest.mark.parametrize("source", [
    "path.write_text('x')", "path.write_bytes(b'')", "open('x', 'w')", "path.open('a')",
    "path.open(mode='xb')", "os.replace(a, b)", "os.open(p, 1)", "shutil.copy(a, b)",
    "frame.to_csv(p)", "nbformat.write(n, p)", "xlsxwriter.Workbook(str(path))", "path.touch()"])
def test_each_other_way_is_found(source):
    assert len(other_ways(source)) == 1


@pytest.mark.parametrize("source", ["path.open('rb')", "open(p)", "write_text(path, 'x')",
                                    "'a'.replace('a', 'b')", "path.open(encoding='utf-8')"])
def test_what_only_reads_is_not_found(source):
    assert other_ways(source) == set()


def test_a_failure_leaves_the_old_file_and_nothing_beside(tmp_path):
    path = tmp_path / "plan.html"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), whole(path) as beside:
        beside.write_text("ha")
        raise ZeroDivisionError
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("plan.html", "old")]


def test_a_file_keeps_its_permissions_and_a_new_one_has_those_of_any_file(tmp_path):
    umask = os.umask(0o027)
    try:
        write_text(tmp_path / "new", "x")
        (tmp_path / "old").touch()
        (tmp_path / "old").chmod(0o604)
        write_text(tmp_path / "old", "x")
        write_bytes(tmp_path / "given", b"x", 0o600)
    finally:
        os.umask(umask)
    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()}
    assert modes == {"new": 0o640, "old": 0o604, "given": 0o600}


@pytest.mark.parametrize("make", [
    pytest.param(lambda path: path.mkdir(), id="folder"),
    pytest.param(lambda path: os.mkfifo(path), id="pipe"),
    pytest.param(lambda path: path.symlink_to("/dev/null"), id="device")])
def test_what_is_no_file_is_not_replaced(tmp_path, make):
    make(tmp_path / "plan.ics")
    before = (tmp_path / "plan.ics").lstat()
    with pytest.raises(InputError) as raised, refusing(tmp_path / "plan.ics"):
        write_bytes(tmp_path / "plan.ics", b"x")
    assert str(raised.value) == (
        "plan.ics: cannot be written (is not a file); close it in other programs, and check the "
        "disk space and who may write there")
    assert (tmp_path / "plan.ics").lstat() == before


def test_what_a_killed_process_left_is_removed_and_what_a_live_one_writes_is_not(tmp_path):
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                           capture_output=True, text=True).stdout.strip()
    ours = place_of_process()
    for name in (f"{ours}-{ended}-aa", f"{ours}-{os.getppid()}-bb", "0123abcd-1-cc",
                 "0123abcd-1-dd", "x"):
        (tmp_path / f".pscb-{name}.new").write_text("half")
    os.utime(tmp_path / ".pscb-0123abcd-1-dd.new", (0, 0))  # of another machine, long ago
    (tmp_path / f".pscb-{ours}-{ended}-ee.new").mkdir()
    write_text(tmp_path / "file", "x")
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([
        f".pscb-{ours}-{os.getppid()}-bb.new", ".pscb-0123abcd-1-cc.new", ".pscb-x.new", "file"])


def test_a_run_clears_what_killed_processes_left_in_any_folder_of_a_project(tmp_path):
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                           capture_output=True, text=True).stdout.strip()
    accepted = tmp_path / "returns" / "accepted"
    accepted.mkdir(parents=True)
    ours = place_of_process()
    for name in (f"{ours}-{ended}-aa", f"{ours}-{os.getppid()}-bb", "0123abcd-1-cc", "x"):
        (accepted / f".pscb-{name}.new").write_text("half")
    clear_left(tmp_path)
    assert sorted(one.name for one in accepted.iterdir()) == sorted([
        f".pscb-{ours}-{os.getppid()}-bb.new", ".pscb-0123abcd-1-cc.new", ".pscb-x.new"])


def test_of_two_the_first_writes_a_file_once(tmp_path):
    for text in ("first", "second"):
        write_once(tmp_path / "key", text, 0o600)
    assert (tmp_path / "key").read_text() == "first"
    assert [one.name for one in tmp_path.iterdir()] == ["key"]


def test_a_file_that_is_written_once_is_never_there_by_half(tmp_path, monkeypatch):
    def refuse(file):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space left on device"):
        write_once(tmp_path / "key", "secret", 0o600)
    assert [*tmp_path.iterdir()] == []


def test_a_folder_is_there_whole_or_not_at_all(tmp_path):
    with pytest.raises(ZeroDivisionError), whole_folder(tmp_path / "cycle", 0o755) as new:
        (new / "one").write_text("x")
        raise ZeroDivisionError
    assert [*tmp_path.iterdir()] == []
    with whole_folder(tmp_path / "cycle", 0o755) as new:
        (new / "one").write_text("x")
    assert [one.name for one in tmp_path.rglob("*")] == ["cycle", "one"]


@needs_mounts
def test_a_full_disk_leaves_the_old_file(tmp_path):
    with small_disk(tmp_path / "disk", 2**16) as disk:
        (disk / "plan.html").write_text("old")
        with pytest.raises(InputError, match="No space left on device"), refusing(
                disk / "plan.html"):
            write_bytes(disk / "plan.html", b"x" * 2**20)
        assert [(one.name, one.read_text()) for one in disk.iterdir()] == [("plan.html", "old")]
