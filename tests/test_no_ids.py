"""No module knows an id of the Board's register: what it needs of an indicator is its role."""

from __future__ import annotations

import ast
import re

import pytest
from papers import ROOT

from pscb_lib.board.indicators import read_indicators
from tools.structure.imports import parsed

MODULES = sorted((ROOT / "pscb_lib").rglob("*.py"))
IDS = {one.id for one in read_indicators(ROOT / "params" / "indicators.csv")}
ID = re.compile(rf"(?<![A-Za-z0-9])({'|'.join(sorted(IDS))})(?![A-Za-z0-9])")
# The name of a yearly return to the department, which is also the Board's id of its indicator.
OTHER_MEANINGS = {("page/words/glossary.py", "PF1")}
DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def strings(tree):
    """The line and text of each string constant that is no docstring."""
    said = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, DOCUMENTED)
            and node.body and isinstance(node.body[0], ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def found_in(path):
    name = path.relative_to(ROOT / "pscb_lib").as_posix()
    return [f"{name}:{line} has {id}" for line, text in strings(parsed(path))
            for id in ID.findall(text) if (name, id) not in OTHER_MEANINGS]


def test_no_module_has_an_id_of_the_register():
    assert len(IDS) > 40
    assert [one for path in MODULES for one in found_in(path)] == []


@pytest.mark.parametrize(("code", "expected"), [
    pytest.param('X = {"CP5": 1}', ["CP5"], id="a constant"),
    pytest.param('X = f"{1} CP5, Q3"', ["CP5"], id="a part of a text"),
    pytest.param('X = "CP50"', [], id="another word"),
    pytest.param('def f():\n    """As CP5."""', [], id="a docstring"),
])
def test_an_id_in_code_is_found(code, expected):
    assert [id for _, text in strings(ast.parse(code)) for id in ID.findall(text)] == expected


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")),
                         ids=lambda path: path.stem)
def test_no_notebook_has_one(path):
    assert ID.findall(path.read_text(encoding="utf-8")) == []
