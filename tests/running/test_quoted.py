"""A return of which a paper quotes a figure is an input of it, as its own returns are."""

from __future__ import annotations

from papers import ROOT

from pscb_lib.board.jobs import Job
from pscb_lib.running.inputs import read_inputs


def test_what_a_paper_quotes_is_an_input_of_it():
    job = Job("missing_children", "restricted", ROOT / "notebooks" / "missing_children.ipynb",
              {"returns_folder": "pscb_lib/samples", "period": "2014-15 H1", "as_of": "2015-01-31"})
    returns = {name.split("/")[1] for name in read_inputs(job, ROOT) if name.startswith("returns/")}
    assert returns == {"commentary", "data_set", "missing_episodes"}
