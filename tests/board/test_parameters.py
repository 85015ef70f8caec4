"""A misspelt parameter ends in an error under any tool, and never in defaults."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from papermill import inspect_notebook
from papers import ROOT

from pscb_lib.board.parameters import parameters_in, refuse_unknown
from pscb_lib.reading.findings import InputError

DECLARING = ('period: str = "2014-15 Q3"  # financial year and quarter\nas_of: str = "2015-01-31"\n'
             'masked: str = ""')
SET_UP = "from pscb_lib.board.context import open_context\ncontext = open_context(period, as_of)"


def papermill(*arguments, cwd, **environment):
    """Run the method notebook as a user does, from another folder."""
    return subprocess.run(
        [sys.executable, "-m", "papermill", ROOT / "notebooks" / "method.ipynb", "out.ipynb",
         "--no-progress-bar", *map(str, arguments)], cwd=cwd, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment})


@pytest.mark.parametrize(("injected", "message"), [
    pytest.param('# Parameters\nperoid = "2014-15 Q2"\n',
                 "parameters: peroid (nearest: period) is no parameter of this notebook; "
                 "use period, as_of", id="one"),
    pytest.param('# Parameters\nas_of = "2014-12-31"\nPeriod = "x"\nasof = "y"\n',
                 "parameters: Period (nearest: period), asof (nearest: as_of) are no parameters of "
                 "this notebook; use period, as_of", id="two beside a good one"),
    pytest.param('# Parameters\nzzz = 1\n', "parameters: zzz is no parameter of this notebook; use "
                 "period, as_of", id="nothing near"),
])
def test_a_parameter_that_the_notebook_has_not_is_refused(injected, message):
    with pytest.raises(InputError) as refusal:
        refuse_unknown(["", DECLARING, injected, SET_UP])
    assert str(refusal.value) == message


@pytest.mark.parametrize("cells", [
    pytest.param([], id="outside a kernel"),
    pytest.param(["", DECLARING, SET_UP], id="Run All"),
    pytest.param(["", DECLARING, '# Parameters\nperiod = "2014-15 Q2"\nmasked = "x"', SET_UP],
                 id="parameters that it has"),
    pytest.param(["", DECLARING, '# Parameters\nkey = "2014-10"\naudience = "board"'],
                 id="what the runner may add"),
    pytest.param(["", DECLARING, "# Parameters\nperoid = 1", DECLARING, "# Parameters\nas_of = 1"],
                 id="corrected, and run again"),
    pytest.param(["", "# Parameters\n" + DECLARING, SET_UP], id="a declaring cell of that heading"),
    pytest.param(["", "%matplotlib inline", "# Parameters\nx ="], id="cells that are no Python"),
])
def test_any_other_run_goes_on(cells):
    refuse_unknown(cells)


def test_papermill_with_a_misspelt_parameter_stops_in_one_line(tmp_path):
    done = papermill("--cwd", ROOT, "-p", "peroid", "2014-15 Q2", cwd=tmp_path)
    assert done.returncode != 0
    assert done.stderr.strip().splitlines()[-1] == (
        "InputError: parameters: peroid (nearest: period) is no parameter of this notebook; use "
        "period, as_of, returns_folder, audience")


@pytest.mark.slow
def test_papermill_in_any_folder_runs_where_the_project_is_named(tmp_path):
    elsewhere = tmp_path / "el se" / "where"
    elsewhere.mkdir(parents=True)
    done = papermill("-y", "as_of: 2015-01-31", cwd=elsewhere, PSCB_PROJECT=str(ROOT))
    assert done.returncode == 0, done.stderr
    cells = json.loads((elsewhere / "out.ipynb").read_text(encoding="utf-8"))["cells"]
    assert ['as_of = "2015-01-31"\n'] in [cell["source"][1:] for cell in cells]


@pytest.mark.parametrize("notebook", sorted((ROOT / "notebooks").glob("*.ipynb")),
                         ids=lambda path: path.stem)
def test_the_parameters_of_a_notebook_are_those_that_papermill_finds(notebook):
    found = inspect_notebook(str(notebook))
    assert {one.name: (one.default, one.help) for one in parameters_in(notebook).values()} == {
        name: (one["default"], one["help"]) for name, one in found.items()}
