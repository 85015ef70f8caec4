"""A cleaned notebook: no trace of a run, and all that was written by hand."""

from __future__ import annotations

import json
import subprocess

import nbformat
import pytest

from pscb_lib.reading.findings import InputError
from pscb_lib.running.cleaning import clean_notebook, restore_parameters

STYLED = "<style>\n#T_9f3 td {color: red}\n</style>\n<table></table>"
RAN = {"execution": {"iopub.execute_input": "2015-01-31T09:00:00Z"}, "collapsed": True}


def code(id, tags, data):
    output = nbformat.v4.new_output("execute_result", data, execution_count=7)
    return nbformat.v4.new_code_cell("show()", id=id, execution_count=7, outputs=[output],
                                     metadata={**RAN, **({"tags": tags} if tags else {})})


@pytest.fixture
def dirty(tmp_path):
    """A notebook that was run: counts, outputs and metadata in every cell."""
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell("# Method", id="title", metadata=RAN),
               code("parameters", ["parameters"], {"text/plain": "1"}),
               code("headline", [], {"text/plain": "2"}),
               code("kept-table", ["nbval-check-output"], {"text/plain": "3",
                                                           "text/html": STYLED})],
        metadata={"papermill": {"duration": 1.5}, "pscb": {"returns": ["data_set"]},
                  "language_info": {"name": "python", "version": "3.11.7"}})
    path = tmp_path / "method.ipynb"
    nbformat.write(notebook, path)
    return path


@pytest.fixture
def cleaned(dirty):
    """The same notebook after cleaning, as plain JSON."""
    assert clean_notebook(dirty) is True
    return json.loads(dirty.read_text(encoding="utf-8"))


def test_cleaning_twice_is_cleaning_once(dirty):
    clean_notebook(dirty)
    once = dirty.read_bytes()
    assert clean_notebook(dirty) is False
    assert dirty.read_bytes() == once
    assert once.endswith(b"}\n") and b"\r" not in once


def test_cells_keep_their_ids_and_sources(cleaned):
    assert [(cell["id"], "".join(cell["source"])) for cell in cleaned["cells"]] == [
        ("title", "# Method"), ("parameters", "show()"), ("headline", "show()"),
        ("kept-table", "show()")]


def test_tags_are_the_only_metadata_of_a_cell(cleaned):
    assert [cell["metadata"] for cell in cleaned["cells"]] == [
        {}, {"tags": ["parameters"]}, {}, {"tags": ["nbval-check-output"]}]


def test_a_notebook_keeps_its_kernel_and_the_returns_it_needs(cleaned):
    assert cleaned["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"}, "pscb": {"returns": ["data_set"]}}


def test_outputs_and_counts_are_gone(cleaned):
    assert [(cell["outputs"], cell["execution_count"]) for cell in cleaned["cells"][1:3]] == [
        ([], None), ([], None)]


def test_an_output_that_is_compared_stays_without_a_trace_of_its_run(cleaned):
    kept = cleaned["cells"][3]
    [output] = kept["outputs"]
    assert (kept["execution_count"], output["execution_count"]) == (1, 1)
    assert "".join(output["data"]["text/plain"]) == "3"
    assert "".join(output["data"]["text/html"]) == "<table></table>"


def _git(folder, *words):
    subprocess.run(["git", "-c", "user.name=Officer", "-c", "user.email=officer@example.org",
                    *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def changed(tmp_path):
    """A committed notebook whose parameters were changed, as papermill and an officer do it."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    path = folder / "report.ipynb"
    declared = nbformat.v4.new_code_cell('period: str = "2014-15 Q3"', id="parameters",
                                         metadata={"tags": ["parameters"]})
    notebook = nbformat.v4.new_notebook(cells=[declared])
    nbformat.write(notebook, path)
    clean_notebook(path)
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-q", "-m", "Add a report")
    declared.source = 'period: str = "2013-14 Q1"'
    notebook.cells.append(nbformat.v4.new_code_cell(
        'audience = "public"', id="injected", metadata={"tags": ["injected-parameters"]}))
    nbformat.write(notebook, path)
    return path


def test_parameters_are_restored_so_that_git_is_clean(changed):
    assert restore_parameters(changed)
    clean_notebook(changed)
    _git(changed.parent, "diff", "--exit-code")
    assert not restore_parameters(changed)


def test_parameters_that_git_does_not_have_are_refused(dirty):
    with pytest.raises(InputError) as refused:
        restore_parameters(dirty)
    assert str(refused.value) == ("method.ipynb: its parameters are not in git; "
                                  "commit the notebook, or write them by hand")
