"""A run warns of a row with all its children in one category, and prints no number."""

from __future__ import annotations

import shutil

from papers import ROOT, pscb
from projects import MASKED, make_project, write_notebook

WARDS = '''from json import loads
from pscb_lib.disclosure import figures
from pscb_lib.page.blocks import Figures
from pscb_lib.returns.opening import open_paper
context = open_context(period, as_of, returns_folder, audience, masked)
def measure(context):
    counted = loads(open("returns/wards.json").read())  # T12 of the worked examples
    return figures.frame(row for column, of_each in counted.items()
                         for row in figures.counts("wards", of_each, column=column))
Figures(open_paper(context, measure))'''


def test_the_run_warns_of_a_ward_whose_deaths_were_all_modifiable(tmp_path):
    project = make_project(tmp_path / "a project", "small")
    shutil.copy(ROOT / "pscb_lib" / "samples" / "programme_log.csv", project / "returns")
    (project / "returns" / "wards.json").write_text(
        '{"Modifiable": {"Ward A": 7, "Ward B": 6}, "Not modifiable": {"Ward A": 0, "Ward B": 9}, '
        '"Total": {"Ward A": 7, "Ward B": 15}}', encoding="utf-8")
    write_notebook(project / "notebooks" / "small.ipynb", WARDS,
                   parameters=MASKED, returns=("programme_log",))
    done = pscb("run", "small", "--audience", "restricted,board", "--format", "html", cwd=project)
    assert done.returncode == 0, done.stderr
    tail = ("see whether that tells of everyone in it, and combine categories or drop the split; "
            "profile dfe: the rule as published hides small counts alone, so a person decides")
    assert [line for line in done.stderr.splitlines() if line.startswith("WARNING")] == [
        f"WARNING  board: small: report.ipynb, table wards, {label}: all of it is {category}; "
        f"{tail}" for label, category in (("Not modifiable", "Ward B"), ("Ward A", "Modifiable"))]
