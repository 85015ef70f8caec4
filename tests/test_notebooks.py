"""The shape of every notebook: thin, answer first, without outputs, told by its file name."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from papers import ROOT

from pscb_lib.returns.kinds import find_returns
from pscb_lib.running.cleaning import KEEPS_OUTPUTS, clean_notebook

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PARAMETERS = ["period", "as_of", "returns_folder", "audience", "masked"]
HUMAN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MOST_LINES = 8


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture
def notebook(path):
    return nbformat.read(path, as_version=4)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_its_first_heading_is_its_title(notebook):
    assert notebook.cells[0].source.startswith("# ")
    titles = [cell.id for cell in notebook.cells
              if cell.cell_type == "markdown" and re.search(r"^# ", cell.source, re.MULTILINE)]
    assert titles == ["title"]


def test_its_parameters_are_annotated_and_commented(notebook):
    cell = next(cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", []))
    lines = [re.fullmatch(r'(\w+): str = ".*"  # .+', line) for line in cell.source.splitlines()]
    assert all(lines)
    declared = notebook.metadata.pscb  # without a return there is nothing to mask
    masks = declared.returns or declared.get("quotes")
    # Of a report with several papers, with a person's statement, or with blocks of others.
    may_be = ("key", "statement", "carried", "blocks")
    names = [line[1] for line in lines if line[1] not in may_be]
    assert names == PARAMETERS[:None if masks else -1]


def test_its_metadata_declare_its_returns_and_its_sets(notebook):
    has_statement = {"statement_by"} if "statement: str" in notebook.cells[1].source else set()
    declared = set(notebook.metadata.pscb)
    assert declared - {"quotes"} == {"returns", "audiences"} | has_statement
    assert set(notebook.metadata.pscb.get("quotes", ())) <= set(find_returns())


def test_it_holds_no_logic(notebook):
    forbidden = (ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.If, ast.Lambda, ast.Try)
    found = [cell.id for cell in code_cells(notebook)
             for node in ast.walk(ast.parse(cell.source)) if isinstance(node, forbidden)]
    assert found == []
    assert [cell.id for cell in code_cells(notebook)
            if len(cell.source.splitlines()) > MOST_LINES] == []


def test_its_cells_are_named_for_a_reader(notebook):
    ids = [cell.id for cell in notebook.cells]
    assert len(ids) == len(set(ids))
    assert [id for id in ids if not HUMAN.fullmatch(id) or re.fullmatch(r"[0-9a-f]{8}", id)] == []


def test_it_is_committed_without_outputs(notebook):
    assert [cell.id for cell in code_cells(notebook)
            if cell.outputs and KEEPS_OUTPUTS not in cell.metadata.get("tags", [])] == []


def test_its_prose_holds_no_typed_figure_of_the_period(notebook):
    prose = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    assert [cell.id for cell in prose if re.search(r"\d+ of \d+", cell.source)] == []


def test_it_ends_with_the_end_block(notebook):
    assert notebook.cells[-1].id == "end"
    assert "about.end_report(" in notebook.cells[-1].source


def test_cleaning_it_changes_nothing(path, tmp_path):
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    assert clean_notebook(copy) is False
    assert copy.read_bytes() == path.read_bytes()


def test_what_nbval_must_not_compare_is_found_from_every_folder(pytestconfig):
    sanitizer = Path(pytestconfig.option.nbval_sanitize_with)
    assert sanitizer.is_absolute() and sanitizer.is_file()


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["notebooks", "tests/files"])
def test_nbval_runs_from_every_folder(folder):
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "--nbval-lax",
         ROOT / "notebooks" / "method.ipynb"], cwd=ROOT / folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
