"""A paper that carries blocks of others: made after them, from what its readers have already."""

from __future__ import annotations

import json

import pytest
from projects import PARAMETERS, make_project, write_notebook
from warm_batches import CYCLE, batch, needs_fork, warm

pytestmark = needs_fork

LEAD = "from pscb_lib.page.blocks import Lead\nLead('It rose.')"
SHOWN = "It rose."
CARRY = ("from pscb_lib.page.blocks import Heading, Several\n"
         "from pscb_lib.page.carried import of_part, read_carried\n"
         'Several([Heading("Weak", 2), *of_part(read_carried(carried), "weak")])')
BLOCKS = '''
carried: str = ""  # the runner's
blocks: str = ""  # the blocks'''
YAML = '''period: "2014-15 Q3"
as_of: "2015-01-31"
returns_folder: "returns"
blocks: |
  weak | {paper} | {period} | {block}
'''


@pytest.fixture
def project(tmp_path):
    """A project with the report small, and the report yearly, which carries what small says."""
    root = make_project(tmp_path / "a project", "small", "yearly")
    write_notebook(root / "notebooks" / "small.ipynb", LEAD)
    write_notebook(root / "notebooks" / "yearly.ipynb", CARRY, parameters=PARAMETERS + BLOCKS)
    choose(root)
    settings = root / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "[html, pdf, tables]", "[html]"), encoding="utf-8")
    return root


def choose(root, paper="small", period="2014-15 Q3", block="lead"):
    (root / "params" / CYCLE / "yearly.yaml").write_text(
        YAML.format(paper=paper, period=period, block=block), encoding="utf-8")


def folder(root, audience, name="yearly"):
    return root / "outputs" / CYCLE / audience / name


def manifest(root, audience, name="yearly"):
    return json.loads((folder(root, audience, name) / "manifest.json").read_text("utf-8"))


def test_in_one_run_it_is_made_after_the_paper_that_it_carries(project):
    done = warm("run", cwd=project)
    assert done.returncode == 0, done.stderr
    assert SHOWN in (folder(project, "board") / "report.html").read_text("utf-8")
    assert {audience: manifest(project, audience)["sets"] for audience in ("restricted", "board")
            } == {audience: {f"{CYCLE}/{audience}/small": manifest(project, audience, "small")[
                "manifest"]} for audience in ("restricted", "board")}


def test_a_paper_that_asks_nothing_has_no_first_question(project):
    choose(project, block="question")
    done = warm("run", cwd=project)
    assert done.returncode == 0, done.stderr
    assert SHOWN not in (folder(project, "board") / "report.html").read_text("utf-8")


@pytest.mark.parametrize(("period", "is_earlier"), [
    pytest.param("2014-15 Q4", False, id="another quarter of the year"),
    pytest.param("2015-16 Q1", True, id="the next year"),
])
def test_what_is_of_an_earlier_year_says_so(project, period, is_earlier):
    yaml = project / "params" / CYCLE / "yearly.yaml"
    text = yaml.read_text("utf-8").replace("2014-15 Q3", period, 1)
    yaml.write_text(text.replace("2015-01-31", "2015-07-31"), "utf-8")
    done = warm("run", cwd=project)
    assert done.returncode == 0, done.stderr
    said = (folder(project, "board") / "report.html").read_text("utf-8")
    assert ("(an earlier year)" in said) == is_earlier


def test_it_waits_for_a_paper_that_is_not_made_and_says_how_to_make_it(project):
    done = warm("run", "yearly", "--audience", "board", cwd=project)
    assert (done.returncode, done.stderr) == (3, (
        "AWAITED  board: yearly: not made; yearly.yaml, column blocks, value 'lead': the board set "
        f"of small for 2014-15 Q3 is not made; make it with pscb run small --cycle {CYCLE} "
        "--audience board\n"))


@pytest.mark.parametrize(("choice", "said"), [
    pytest.param({"block": "trend"}, f"value 'trend': {CYCLE}/restricted/small has no such block; "
                 "use lead", id="a block that the paper does not have"),
    pytest.param({"paper": "smal"}, "value 'lead': there is no report smal (nearest: small); "
                 "correct its name", id="a report that is misspelt"),
    pytest.param({"block": "lead | Early help and the front dor | data"}, "value 'weak | small | "
                 "2014-15 Q3 | lead | Early help and the front dor | data': Early help and the "
                 "front dor is no priority of the year (nearest: Early help and the front door); "
                 "write one of params/indicators.csv", id="a priority that is misspelt"),
])
def test_what_is_not_there_is_named_with_its_file_and_remedy(project, choice, said):
    choose(project, **choice)
    done = warm("run", cwd=project)
    assert done.returncode == 1
    assert f"restricted: yearly: yearly.yaml, column blocks, {said}" in done.stderr


@pytest.mark.slow
def test_it_is_made_again_with_the_paper_that_it_carries_and_else_left(project):
    assert batch(project).returncode == 0
    assert batch(project).stdout.startswith("0 made, 0 failed, 4 unchanged")
    write_notebook(project / "notebooks" / "small.ipynb", LEAD.replace("rose", "fell"))
    assert batch(project).stdout.startswith("4 made, 0 failed, 0 unchanged")
    assert SHOWN.replace("rose", "fell") in (
        folder(project, "restricted") / "report.html").read_text("utf-8")


@pytest.mark.slow
def test_readers_without_a_set_of_the_paper_get_nothing_of_it(project):
    write_notebook(project / "notebooks" / "small.ipynb", LEAD, audiences=["restricted"])
    assert warm("run", cwd=project).returncode == 0
    assert "It rose." in (folder(project, "restricted") / "report.html").read_text("utf-8")
    assert "It rose." not in (folder(project, "board") / "report.html").read_text("utf-8")
    assert "sets" not in manifest(project, "board")
