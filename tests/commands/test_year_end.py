"""``pscb year-end``: what is missing for the annual report, and nothing when nothing is."""

from __future__ import annotations

import shutil

import pytest
from papers import ROOT
from projects import make_project, write_notebook
from warm_batches import CYCLE, needs_fork, warm

pytestmark = needs_fork

PARTS = "weak", "services", "missing", "reviews", "section11", "training", "members", "money"
PARTS += "priorities", "voice"
PRIORITIES = ("Early help and the front door", "Children who need protection",
              "Children at particular risk", "Looked after, well and learning", "A safe workforce")
WRITE = "write plain paragraphs, with an empty line between them"
BLOCKS = f"""from pscb_lib.page.blocks import Question, Several
Several([Question(f"ask-{{one}}", f"What of {{one}}?")
         for one in (*{PARTS}, *(f"changed-{{number}}" for number in range({len(PRIORITIES)})))])"""
FOLDER = "params/2014-15/statements/"
ASKED = ("2014-10-01,asked,Q&E,annual_report,,,,MA90,,What changed for children?,Independent Chair,"
         "2015-01-01,,,,,illustrative\n")


@pytest.fixture
def project(tmp_path):
    """A project with one paper of the year, and the annual report that draws on it."""
    root = make_project(tmp_path / "a project", "small")
    write_notebook(root / "notebooks" / "small.ipynb", BLOCKS)
    shutil.copy(ROOT / "notebooks" / "annual_report.ipynb", root / "notebooks")
    (root / FOLDER).mkdir(parents=True)
    choose(root, *map(chosen, PARTS), *(
        f"changed | small | 2014-15 Q3 | ask-changed-{number} | {one} | data | impact"
        for number, one in enumerate(PRIORITIES)))
    return root


def chosen(part):
    return f"{part} | small | 2014-15 Q3 | ask-{part}"


def choose(root, *lines):
    (root / "params" / "2014-15" / "annual_report.yaml").write_text("\n".join([
        'period: "2014-15"', 'as_of: "2015-08-31"', 'returns_folder: "returns"', "blocks: |",
        *(f"  {line}" for line in lines), ""]), encoding="utf-8")


def write(root, name):
    (root / FOLDER / name).write_text("It is said here.\n", encoding="utf-8")


def year_end(root):
    done = warm("year-end", "--year", "2014-15", cwd=root)
    return done.returncode, done.stdout


def test_nothing_is_missing(project):
    assert warm("run", cwd=project).returncode == 0
    write(project, "annual_report.md")
    write(project, "annual_report.young-people.md")
    assert year_end(project) == (0, "Nothing is missing for the annual report of 2014-15.\n")


def test_papers_texts_contents_and_answers_are_each_named_with_what_to_do(project):
    choose(project, *(chosen(part) for part in PARTS if part != "money"))
    with (project / "params" / "ledger.csv").open("a", encoding="utf-8") as file:
        file.write(ASKED)
    code, said = year_end(project)
    assert code == 3
    assert said.splitlines() == [
        "Papers not made:",
        f"  {CYCLE}: none is made; make it with pscb run --cycle {CYCLE}",
        "Statements not written:",
        f"  the statement of the chair of the Board is awaited; write it in {FOLDER}"
        f"annual_report.md: {WRITE}",
        "  the chair's acknowledgement that no evidence of impact was found for "
        f"{'; '.join(PRIORITIES)} is awaited; write it in {FOLDER}annual_report.no-impact.md: "
        f"{WRITE}",
        f"  the page written with young people is awaited; write it in {FOLDER}"
        f"annual_report.young-people.md: {WRITE}",
        "Contents that guidance asks for, without a source:",
        "  Money: choose a block for the part money in annual_report.yaml, usually of budget",
        "Recommendations of last year's report without an answer:",
        "  MA90, Independent Chair, due 2015-01-01: What changed for children?",
    ]


def test_a_year_without_the_report_s_own_file_says_which_to_write(project):
    (project / "params" / "2014-15" / "annual_report.yaml").unlink()
    code, said = year_end(project)
    assert code == 3
    assert said.endswith("  params/2014-15/annual_report.yaml is not written; write it with "
                         "pscb new-cycle 2014-15, and choose the blocks\n")
