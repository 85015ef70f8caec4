"""A public set is a draft until an officer signs it off, and a draft again once it differs."""

from __future__ import annotations

import csv
import json
import re
import shutil
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest
from papers import CYCLE, pscb
from projects import contents, make_project, write_notebook

from pscb_lib.disclosure.outsider.finished import read_finished

DRAFT, RELEASED = "Draft: not signed off for release", "For publication"
BY, ON = "Head of Information Governance", "2015-03-10"
CELLS = '''from pscb_lib.disclosure import figures
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.page import blocks
from pscb_lib.page.tables.counts import tabulate_counts
letters = {"Neglect": "abc", "Physical": "abcdefghijklmn", "Sexual": "abcdefghi"}
counted = figures.counts("kinds", {name: len(text) for name, text in letters.items()})
shown = disclosure.show(figures.frame(counted), context.audience)
blocks.Figures(shown)''', 'tabulate_counts(shown, "kinds", "Kinds of abuse", "Kind")'
TELLS = 'blocks.Prose("Neglect was found for three children.")'


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A project with all sets of a sound report and of one that tells a hidden count."""
    root = make_project(tmp_path_factory.mktemp("release") / "a project", "small", "leaky")
    write_notebook(root / "notebooks" / "small.ipynb", *CELLS)
    write_notebook(root / "notebooks" / "leaky.ipynb", *CELLS, TELLS,
                   audiences=["restricted", "public"])
    settings = root / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "[restricted, board]", "[restricted, board, public]"), encoding="utf-8")
    done = pscb("batch", "--as-of", "2015-01-31", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture
def project(made, tmp_path) -> Path:
    """The project without the report that tells a hidden count, for one test to change."""
    root = tmp_path / "a project"
    shutil.copytree(made, root)
    for place in (root / "outputs" / CYCLE).glob("*/leaky"):
        shutil.rmtree(place)
    return root


def release(project: Path, report: str = "small", on: str = ON, **given):
    return pscb("release", report, "--by", BY, "--on", on, cwd=project, **given)


def public(project: Path) -> Path:
    return project / "outputs" / CYCLE / "public" / "small"


def said_of(project: Path) -> str:
    """What ``pscb verify`` says of the public set."""
    done = pscb("verify", "outputs", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    return next(line for line in done.stdout.splitlines() if "public/small" in line)


def texts(folder: Path) -> list[tuple[str, str]]:
    """Every text of the set's files but its manifest, with the file that has it."""
    return [(one.file, one.text) for one in read_finished(folder).sentences
            if one.file != "manifest.json"]


def test_a_reader_of_any_file_of_a_draft_sees_that_it_is_one(made):
    folder = made / "outputs" / CYCLE / "public" / "small"
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert page.count(DRAFT) == 5  # a banner, head and foot, and the margins of print
    assert DRAFT in "".join(text for file, text in texts(folder) if file == "report.pdf")
    cells = json.loads((folder / "report.ipynb").read_text(encoding="utf-8"))["cells"]
    front = next(cell for cell in cells if cell["id"] == "front-sheet")["outputs"][0]["data"]
    assert DRAFT in "".join(front["text/html"])
    cover = openpyxl.load_workbook(folder / "tables.xlsx")["Cover"]
    assert DRAFT in [cell.value for cell in cover["A"]]
    board = (folder.parents[1] / "board" / "small" / "report.html").read_text(encoding="utf-8")
    assert DRAFT not in board
    index = (made / "outputs" / CYCLE / "index.html").read_text(encoding="utf-8")
    assert index.count(DRAFT) == 2


def test_a_release_takes_the_mark_off_and_changes_nothing_else(project):
    folder = public(project)
    draft = Path(shutil.copytree(folder, project / "draft"))
    others = contents(folder.parents[1] / "board")
    done = release(project)
    assert (done.returncode, done.stderr) == (0, "")
    banner = f'<p class="unchecked"><strong>{DRAFT}</strong></p>\n'
    for name in ("report.ipynb", "report.html", "tables/kinds.csv"):
        before = (draft / name).read_bytes().decode()
        assert before.replace(banner, "").replace(DRAFT, RELEASED) == (
            folder / name).read_bytes().decode()
    assert DRAFT not in "".join(text for _, text in texts(folder))
    assert contents(folder.parents[1] / "board") == others
    index = (folder.parents[1] / "index.html").read_text(encoding="utf-8")
    assert f"Released, signed off by {BY} on {ON}" in index


def test_the_ledger_names_who_signed_and_which_set(project):
    manifest = public(project) / "manifest.json"
    said = release(project).stdout
    with (project / "params" / "ledger.csv").open(encoding="utf-8", newline="") as file:
        line = list(csv.DictReader(file))[-1]
    assert {name: value for name, value in line.items() if value} == {
        "on": ON, "event": "released", "by": BY, "report": "small", "period": "2014-15 Q3",
        "set_sha256": sha256(manifest.read_bytes()).hexdigest(), "source": "pscb release"}
    assert said.splitlines()[-1] == (
        f"{ON}  {CYCLE}/public/small: signed off by {BY}, set {line['set_sha256'][:12]}")
    assert said_of(project) == f"{CYCLE}/public/small: released, signed off by {BY} on {ON}"
    assert f"  outputs/{CYCLE}/public/small: released, signed off by {BY} on {ON}" in pscb(
        "list", cwd=project).stdout.splitlines()


def test_a_set_that_is_made_again_the_same_stays_released_and_another_is_a_draft(project):
    release(project)
    before = contents(public(project))
    assert pscb("run", "small", "--audience", "public", cwd=project).returncode == 0
    assert contents(public(project)) == before
    write_notebook(project / "notebooks" / "small.ipynb", *CELLS, 'blocks.Prose("Seen.")')
    assert pscb("run", "small", "--audience", "public", cwd=project).returncode == 0
    assert said_of(project) == f"{CYCLE}/public/small: draft: not signed off for release"
    assert release(project).returncode == 0
    assert said_of(project) == f"{CYCLE}/public/small: released, signed off by {BY} on {ON}"


def test_a_release_makes_no_set_new_for_the_next_batch(project):
    (project / "params" / CYCLE / "leaky.yaml").unlink()
    release(project, on="2015-01-31")
    done = pscb("batch", "--as-of", "2015-01-31", cwd=project)
    assert "3 unchanged" in done.stdout
    assert said_of(project).endswith(f"released, signed off by {BY} on 2015-01-31")


def test_a_release_that_was_interrupted_is_finished_by_the_next(project):
    """The ledger is written first: until the files are replaced, the set is still a draft."""
    drafts = public(project).parent
    before = shutil.copytree(drafts, project / "before")
    release(project)
    ledger = (project / "params" / "ledger.csv").read_text(encoding="utf-8")
    shutil.rmtree(drafts)
    shutil.move(before, drafts)
    assert said_of(project) == f"{CYCLE}/public/small: draft: not signed off for release"
    assert release(project).returncode == 0
    assert (project / "params" / "ledger.csv").read_text(encoding="utf-8") == ledger


def test_a_set_that_tells_what_it_hides_is_not_released(made):
    done = release(made, "leaky")
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(
        rf"pscb: {CYCLE}/public/leaky: reveals what it hides: {CYCLE}/public/leaky/report.html, "
        r"<p>, kinds: Neglect: a hidden count stands there; make it from what disclosure.show "
        r"returns; see pscb audit\n", done.stderr)
    assert "released" not in (made / "params" / "ledger.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(("report", "on", "says"), [
    ("none", ON, f"{CYCLE}/public/none: there is no such set; make it with pscb run, or name "
     "another --cycle or --out"),
    ("small", "2015-01-30", "--on, value '2015-01-30': the set is of 2015-01-31; name a later day"),
])
def test_what_cannot_be_released_is_refused(project, report, on, says):
    done = release(project, report, on)
    assert (done.returncode, done.stderr) == (1, f"pscb: {says}\n")


def test_an_edited_or_a_released_set_is_refused(project):
    page = public(project) / "report.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Neglect", "neglect"),
                    encoding="utf-8")
    assert release(project).stderr == (
        f"pscb: {CYCLE}/public/small: is not as it was made: report.html: was edited; make it "
        "again with pscb run\n")
    pscb("run", "small", "--audience", "public", cwd=project)
    release(project)
    assert release(project).stderr == (
        f"pscb: {CYCLE}/public/small: was signed off by {BY} on {ON}; nothing is recorded twice\n")
