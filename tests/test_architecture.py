"""Imports point down: a module imports only from floors below its own, or its own."""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parent.parent
FLOORS = {
    0: ("rag", "periods", "spellings", "workdays", "findings", "cells", "style", "ages",
        "months", "plans"),
    1: ("reading", "records", "registers", "settings", "context", "statistics", "history",
        "secrecy", "appending"),
    2: ("agencies", "indicators", "questions", "meetings", "programme", "frequency", "schedule",
        "planner", "section11", "audits", "actions", "smart", "comparators", "commentary",
        "ledger", "cycles", "agenda", "rebases"),
    3: ("returns", "national"),
    4: ("measures",),
    5: ("equations", "counted", "masking", "disclosure", "rendering", "blocks", "margins",
        "assessment", "canvas", "cleaning"),
    6: ("charts", "usual_range", "words", "tables"),
    7: ("jobs", "outcomes", "inputs", "processes", "workers", "kernels", "leases", "locks",
        "reports", "execution", "manifest", "publish", "checking", "feedback", "forms", "importing",
        "importing_content", "importing_files", "benchmark_update", "accepting", "calendars",
        "forward_plan", "new_cycle", "planning", "published_sets", "cycle_masking",
        "auditing", "replacing"),
    8: ("standing", "sets", "warm", "batch", "overview", "samples"),
    9: ("console", "board", "boards", "boards_overview", "boards_said", "cluster", "cli",
        "commands", "__main__"),
}
FLOOR_OF = {name: floor for floor, names in FLOORS.items() for name in names}
MODULES = sorted(path for path in (ROOT / "pscb_lib").rglob("*.py")
                 if path.stem != "__init__" and "samples" not in path.parts)


def imported(tree: ast.AST) -> set[str]:
    """The names below pscb_lib that a module imports: floor by floor, not file by file."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pscb_lib"):
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
    return found - {"__version__"}


def unit(path: Path) -> str:
    return path.relative_to(ROOT / "pscb_lib").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_nothing_from_above(path):
    names = imported(ast.parse(path.read_text(encoding="utf-8")))
    above = {name for name in names if FLOOR_OF[name] > FLOOR_OF[unit(path)]}
    assert above == set()


@pytest.mark.parametrize("name", FLOORS[0])
def test_the_ground_floor_needs_the_standard_library_alone(name):
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in MODULES
             if unit(path) == name]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    modules = {alias.name for node in nodes if isinstance(node, ast.Import)
               for alias in node.names}
    modules |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    import sys

    assert trees
    outside = {module for module in modules
               if module.split(".")[0] not in {*sys.stdlib_module_names, "pscb_lib"}}
    assert outside == set()


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")),
                         ids=lambda path: path.stem)
def test_a_notebook_imports_nothing_that_runs_or_publishes(path):
    cells = nbformat.read(path, as_version=4).cells
    names = set().union(*(imported(ast.parse(cell.source)) for cell in cells
                          if cell.cell_type == "code"))
    assert {name for name in names if FLOOR_OF[name] >= 7} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_below_the_command_line_asks_for_the_time(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node.func.attr for node in ast.walk(tree)
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    assert {"today", "now", "utcnow"} & set(calls) == set()
