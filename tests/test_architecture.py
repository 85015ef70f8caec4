"""Imports point down: a wing uses those below it, and no report uses another."""

from __future__ import annotations

import ast
import re
import sys

import nbformat
import pytest
from papers import ROOT

from tools.structure import graphs
from tools.structure.imports import (
    WINGS,
    graph_of,
    imported,
    is_upwards,
    modules_of,
    ours,
    parsed,
    tops,
)

PACKAGE = ROOT / "pscb_lib"
FOR_NOTEBOOKS = WINGS[:WINGS.index("running")]
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)
MOST_ROOMS, MOST_FLOORS = 12, 10


def offenders(paths, is_wrong) -> list[str]:
    """Every import of *paths* that *is_wrong*, as file:line."""
    return [f"{path.relative_to(ROOT).as_posix()}:{line} imports {'.'.join(parts)}"
            for path in paths for line, parts in ours(ast.walk(parsed(path)))
            if is_wrong(path.relative_to(PACKAGE).parts, parts)]


def test_every_module_lies_in_a_wing_and_every_folder_says_what_lives_there():
    data = {"frameworks", "published", "samples", "starter"}
    assert {path.relative_to(PACKAGE).parts[0] for path in MODULES} == {*WINGS, *data}
    folders = {path.parent for path in MODULES}
    assert [folder.name for folder in folders
            if not ast.get_docstring(parsed(folder / "__init__.py"))] == []


def test_a_module_imports_nothing_from_above():
    assert offenders(MODULES, lambda own, parts: is_upwards(own[0], parts[0])) == []


def test_no_modules_import_each_other_in_a_circle():
    assert graphs.circles(graph_of(modules_of(ROOT))) == []


def test_the_top_is_small_enough_to_draw():
    top = tops(graph_of(modules_of(ROOT), with_deferred=True))
    assert len(graphs.rooms(top)) <= MOST_ROOMS
    assert graphs.floors(top) <= MOST_FLOORS


@pytest.mark.parametrize("wing", WINGS)
def test_a_wing_says_where_to_start_reading(wing):
    said = ast.get_docstring(parsed(PACKAGE / wing / "__init__.py"))
    assert "Start with" in " ".join(said.split())
    assert {*re.findall(r":mod:`~?pscb_lib\.([\w.]+)`", said)} <= {*modules_of(ROOT)}


def test_no_report_imports_another():
    assert offenders(MODULES, lambda own, parts: own[0] == "reports" == parts[0]
                     and parts[1:2] != [own[1]]) == []


def test_what_the_framework_rules_needs_the_standard_library_alone():
    found = [f"{path.relative_to(ROOT).as_posix()}:{line} imports {name}"
             for path in sorted((PACKAGE / "framework").rglob("*.py"))
             if "statistics" not in path.parts for line, name in imported(ast.walk(parsed(path)))
             if name.split(".")[0] not in {*sys.stdlib_module_names, "pscb_lib"}]
    assert found == []


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")),
                         ids=lambda path: path.stem)
def test_a_notebook_imports_nothing_that_runs_or_publishes(path):
    cells = nbformat.read(path, as_version=4).cells
    wings = {parts[0] for cell in cells if cell.cell_type == "code"
             for _, parts in ours(ast.walk(ast.parse(cell.source)))}
    assert wings - {*FOR_NOTEBOOKS} == set()


def test_nothing_below_the_command_line_asks_for_the_time():
    found = [f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
             for path in MODULES for node in ast.walk(parsed(path))
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
             and node.func.attr in {"today", "now", "utcnow"}]
    assert found == []


def test_what_starts_first_in_a_run_of_the_tests_is_there(pytestconfig):
    (ours,) = (one for one in pytestconfig.pluginmanager.get_plugins() if hasattr(one, "FIRST"))
    files = {path.stem for path in (ROOT / "tests").rglob("test_*.py")}
    assert {*ours.FIRST, *ours.APART} - files == set()
