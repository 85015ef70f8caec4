"""Imports point down: a wing uses those below it, and no report uses another."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "pscb_lib"
WINGS = ("framework", "reading", "disclosure", "board", "page", "returns", "reports", "running",
         "commands")
FOR_NOTEBOOKS = WINGS[:WINGS.index("running")]
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The line and the full name of every import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def ours(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """The line and the parts below ``pscb_lib`` of every import of the package."""
    for line, name in imported(tree):
        if name.startswith("pscb_lib."):
            yield line, name.split(".")[1:]


def parsed(path: Path) -> ast.AST:
    return ast.parse(path.read_text(encoding="utf-8"))


def offenders(paths, is_wrong) -> list[str]:
    """Every import of *paths* that *is_wrong*, as file:line."""
    return [f"{path.relative_to(ROOT).as_posix()}:{line} imports {'.'.join(parts)}"
            for path in paths for line, parts in ours(parsed(path))
            if is_wrong(path.relative_to(PACKAGE).parts, parts)]


def test_every_module_lies_in_a_wing_and_every_folder_says_what_lives_there():
    assert {path.relative_to(PACKAGE).parts[0] for path in MODULES} == {*WINGS, "samples"}
    folders = {path.parent for path in MODULES}
    assert [folder.name for folder in folders
            if not ast.get_docstring(parsed(folder / "__init__.py"))] == []


def test_a_module_imports_nothing_from_above():
    def is_above(own, parts):
        return own[0] in WINGS and (
            parts[0] not in WINGS or WINGS.index(parts[0]) > WINGS.index(own[0]))

    assert offenders(MODULES, lambda own, parts: parts != ["__version__"] and is_above(
        own, parts)) == []


def test_no_report_imports_another():
    assert offenders(MODULES, lambda own, parts: own[0] == "reports" == parts[0]
                     and parts[1:2] != [own[1]]) == []


def test_what_the_framework_rules_needs_the_standard_library_alone():
    found = [f"{path.relative_to(ROOT).as_posix()}:{line} imports {name}"
             for path in sorted((PACKAGE / "framework").rglob("*.py"))
             if "statistics" not in path.parts for line, name in imported(parsed(path))
             if name.split(".")[0] not in {*sys.stdlib_module_names, "pscb_lib"}]
    assert found == []


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")),
                         ids=lambda path: path.stem)
def test_a_notebook_imports_nothing_that_runs_or_publishes(path):
    cells = nbformat.read(path, as_version=4).cells
    wings = {parts[0] for cell in cells if cell.cell_type == "code"
             for _, parts in ours(ast.parse(cell.source))}
    assert wings - {*FOR_NOTEBOOKS} == set()


def test_nothing_below_the_command_line_asks_for_the_time():
    found = [f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
             for path in MODULES for node in ast.walk(parsed(path))
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
             and node.func.attr in {"today", "now", "utcnow"}]
    assert found == []
