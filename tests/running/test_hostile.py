"""Hostile names, values, paths, YAML and notebooks: one line each, before a kernel starts."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from warm_batches import CYCLE, needs_fork, warm

pytestmark = needs_fork

NOTEBOOK, YAML = "notebooks/small.ipynb", f"params/{CYCLE}/small.yaml"
GOOD = 'period: "2014-15 Q3"\nas_of: "2015-01-31"\nreturns_folder: "returns"\n'
LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{new}: &{new} [*{old}, *{old}, *{old}]\n" for old, new in pairwise("abcdefghi"))
ARGUMENTS = {
    "a parameter named like code": ("-p", "a=1\nimport os; os.system('touch outside/x')", "1"),
    "a parameter named like an attribute": ("-p", "__class__", "1"),
    "a parameter named like a format": ("-p", "{period.__class__}", "1"),
    "a parameter without a name": ("-p", "", "1"),
    "a parameter in other letters": ("-p", "PERIOD", "2014-15 Q3"),
    "a parameter with control characters": ("-p", "\x1b]0;x\x07", "1"),
    "the runner's own figures": ("-p", "masked", "/etc/passwd"),
    "the set as a parameter": ("-p", "audience", "restricted"),
    "a period that is code": ("-p", "period", '2014-15 Q3"; import os; x = "'),
    "a period that is a format": ("-p", "period", "{0.__class__.__mro__}"),
    "a day that is code": ("-p", "as_of", "2015-01-31\nimport os"),
    "a day that is a word": ("-p", "as_of", "today"),
    "a day that is none": ("-p", "as_of", "9999-99-99"),
    "a day of control characters": ("-p", "as_of", "\x1b[2J2015-01-31"),
    "returns that are a file": ("-p", "returns_folder", "/etc/passwd"),
    "returns of control characters": ("-p", "returns_folder", "returns\x1b[2J"),
    "a report above the notebooks": ("../small",),
    "a report by its whole path": ("/etc/passwd",),
    "a report with a line's end": ("small\nmade: all",),
    "a report with control characters": ("\x1b[31msmall",),
    "a report that is a pattern": ("*",),
    "a cycle that is the folder above": ("--cycle", ".."),
    "a cycle that is this folder": ("--cycle", "."),
    "a cycle by way of the folder above": ("--cycle", f"../params/{CYCLE}"),
    "a cycle by its whole path": ("--cycle", "/tmp"),
    "a cycle with a line's end": ("--cycle", f"{CYCLE}\n"),
    "a cycle with control characters": ("--cycle", "\x1b[2J"),
    "outputs that are a file": ("--out", YAML),
    "outputs that are a link to itself": ("--out", "loop"),
    "outputs with a name that is too long": ("--out", "x" * 300),
    "outputs where decisions are kept": ("--out", "params"),
    "outputs where notebooks are kept": ("--out", "notebooks/out"),
    "outputs that are the project": ("--out", "."),
    "outputs in a folder of the system": ("--out", "/proc/none"),
}
FILES = {
    "YAML of aliases in aliases": (YAML, LAUGHS),
    "YAML that merges by an alias": (YAML, "x: &x\n  as_of: 1\n<<: *x\n"),
    "YAML that names a thing twice": (YAML, f'{GOOD}as_of: "2015-02-01"\n'),
    "YAML with a tag that calls": (YAML, GOOD.replace(
        '"2015-01-31"', "!!python/object/apply:os.system ['touch outside/x']")),
    "YAML with a tag that imports": (YAML, GOOD.replace('"2015-01-31"', "!!python/name:os.system")),
    "YAML of many megabytes": (YAML, GOOD + "# x\n" * 10**6),
    "YAML that nests without end": (YAML, "a: " + "[" * 5_000),
    "YAML of control characters": (YAML, "period: \x00\x1b[2J"),
    "YAML with a list for a value": (YAML, GOOD + "x: [1, 2]\n"),
    "YAML that is a list": (YAML, "- period\n- as_of\n"),
    "YAML of several documents": (YAML, f"{GOOD}---\n{GOOD}"),
    "YAML that is not text": (YAML, b"\xff\xfe\x00"),
    "a notebook that is no JSON": (NOTEBOOK, "{'cells': __import__('os')}"),
    "a notebook that is a text": (NOTEBOOK, '"cells"'),
    "a notebook that nests without end": (NOTEBOOK, "[" * 100_000),
    "a notebook without cells": (NOTEBOOK, '{"metadata": {}}'),
    "a notebook of a return that is a path": (NOTEBOOK, ["../../os"]),
    "a notebook of a return that is code": (NOTEBOOK, ["os; import os"]),
    "a notebook of a return that is a number": (NOTEBOOK, 5),
    "a notebook of control characters": (NOTEBOOK, "\x1b[2J"),
}


@pytest.fixture
def project(small_project):
    """The small project, a folder outside of its outputs, and a link that leads to itself."""
    (small_project / "outside").mkdir()
    (small_project / "loop").symlink_to("loop")
    return small_project


def tree(project: Path) -> dict[str, int]:
    """Return every file below the project with its size."""
    return {path.relative_to(project).as_posix(): path.lstat().st_size
            for path in project.rglob("*") if path.is_symlink() or path.is_file()}


def refused(project: Path, *arguments: str) -> str:
    """Check that a command writes nothing; return the one line with which it refuses."""
    before = tree(project)
    done = warm("run", *arguments, cwd=project)
    assert done.returncode in (1, 2)
    line = done.stderr.removesuffix("\n")
    assert line.startswith("pscb: ") and line.isprintable() and len(line) < 1_000
    assert done.stdout == "" and tree(project) == before
    return line


@pytest.mark.parametrize("arguments", ARGUMENTS.values(), ids=ARGUMENTS)
def test_a_hostile_command_line_is_refused(project, arguments):
    assert "; " in refused(project, *arguments)


@pytest.mark.parametrize(("file", "content"), FILES.values(), ids=FILES)
def test_a_hostile_file_is_refused_by_name(project, file, content):
    path = project / file
    if isinstance(content, list | int):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notebook["metadata"]["pscb"]["returns"] = content
        content = json.dumps(notebook)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert Path(file).stem.removesuffix("small") in refused(project)


@pytest.mark.parametrize("file", [
    pytest.param(YAML, id="a cycle's file that is a link to a file of the system"),
    pytest.param(NOTEBOOK, id="a notebook that is a link to a file of the system"),
])
def test_a_link_is_followed_and_its_content_is_not_shown(project, file):
    (project / "secret").write_text("secret: [canary", encoding="utf-8")
    (project / file).unlink()
    (project / file).symlink_to(project / "secret")
    assert "canary" not in refused(project)


def test_a_report_whose_file_has_a_hostile_name_is_refused(project):
    for folder, suffix in ((f"params/{CYCLE}", "yaml"), ("notebooks", "ipynb")):
        shutil.copy(project / folder / f"small.{suffix}", project / folder / f"\x1b[2J.{suffix}")
    assert refused(project) == (
        "pscb: params/2014-15-q3, column name, value '\\x1b[2J': a report's name has small "
        "letters, digits and underscores; rename the file and its notebook")
