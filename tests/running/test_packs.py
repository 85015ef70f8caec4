"""The pack of a meeting: its papers in one document, and what is lacking named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from papers import CYCLE, pscb
from pdf_checks import check_pdf
from projects import contents, make_project, write_notebook

from pscb_lib.disclosure.outsider.finished_pdf import read_pdf
from pscb_lib.disclosure.outsider.found import Finished

LEAD = 'blocks.Lead("**Three agencies have replied.** Two have not.")'
USES = "from pscb_lib.page import blocks"
TABLE = ('blocks.Table("one", "One table", [blocks.Column("Place"), blocks.Column("Number")], '
         '[blocks.Group(None, [[blocks.cell("North"), blocks.cell("12")]])], '
         'blocks.Data(["place", "number"], [["North", 12]]))')
CELLS = '''from pscb_lib.disclosure import figures
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.page import blocks
from pscb_lib.page.tables.counts import tabulate_counts
letters = {"Neglect": "abc", "Physical": "abcdefghijklmn", "Sexual": "abcdefghi"}
counted = figures.counts("kinds", {name: len(text) for name, text in letters.items()})
shown = disclosure.show(figures.frame(counted), context.audience)
blocks.Figures(shown)''', 'tabulate_counts(shown, "kinds", "Kinds of abuse", "Kind")'
BOARD, PUBLIC = "board-pack-2015-03-03.pdf", "public-pack-2015-03-03.pdf"
AGENDA = "group,report,agenda_item,paper\nPSCB,small,7,NSCB 15/05\nPSCB,inner,6,NSCB 15/04\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A project whose reports ``small`` and ``inner`` have the same ids, and all sets but one."""
    root = make_project(tmp_path_factory.mktemp("packs") / "a project", "small", "inner")
    for name in ("small", "inner"):
        write_notebook(root / "notebooks" / f"{name}.ipynb", USES, LEAD, TABLE, audiences=[
            "restricted", "board", *(["public"] if name == "small" else [])])
    (root / "params" / CYCLE / "agenda.csv").write_text(AGENDA, encoding="utf-8")
    done = pscb("run", "--audience", "restricted,board,public", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture
def project(made, tmp_path) -> Path:
    """The project, for one test to change."""
    return Path(shutil.copytree(made, tmp_path / "a project"))


def pack(root: Path, audience: str = "board", meeting: str = "2015-03-03", code: int = 0):
    done = pscb("pack", "--audience", audience, "--meeting", meeting, cwd=root)
    assert done.returncode == code, done.stdout + done.stderr
    return done


def folder_of(root: Path, audience: str = "board") -> Path:
    return root / "outputs" / CYCLE / audience / "pack-2015-03-03"


def read(path: Path) -> Finished:
    found = Finished(path.parent)
    read_pdf(path, path.name, found)
    return found


def test_a_pack_is_one_tagged_document_with_bookmarks_and_its_papers_in_order(project):
    done = pack(project)
    assert done.stdout == f"2 of 2 papers, {CYCLE}/board/pack-2015-03-03/{BOARD}\n"
    path = folder_of(project) / BOARD
    with pikepdf.open(path) as pdf:
        assert check_pdf(path) == []
        with pdf.open_outline() as outline:
            assert [one.title for one in outline.root] == [
                "Agenda", "Contents", "Small report", "Small report"]
        pages = len(pdf.pages)
    found = read(path)
    said = "\n".join(one.text for one in found.sentences)
    assert "Papers for the meeting of 3 March 2015" in said
    assert f"{pages} of {pages}" in said
    assert found.strange == set()
    [items, rows] = [[row for row in found.rows if row.table.startswith(caption)]
                     for caption in ("Papers of this meeting", "One table")]
    assert [row.labels[0] for row in items] == ["6", "7"]  # the officer's own order
    assert ["Paper NSCB 15/04" in row.cells[0].text for row in items] == [True, False]
    assert all("Three agencies have replied." in row.cells[0].text for row in items)
    assert [row.cells[-1].text for row in items] == ["4", "5"]
    captions = [one.text for one in found.sentences if one.place == "a table"]
    assert len(rows) == captions.count("Table 1. One table") == 2  # each paper has its own Table 1


def test_a_pack_has_what_the_programme_has_for_the_meeting_beside_its_papers(project):
    pack(project)
    rows = [row for row in read(folder_of(project) / BOARD).rows
            if row.table.startswith("Also on the programme")]
    named = {row.labels[0]: row.cells for row in rows}
    assert "Quarterly data set" in named["10"][0].text  # nothing of it is made in this project
    assert named["10"][1].text == "Q&E Group Chair" and named["10"][-1].text == "–"


def test_the_same_sets_give_the_same_pack(project):
    pack(project)
    before = contents(folder_of(project))
    pack(project)
    assert contents(folder_of(project)) == before


def test_a_pack_is_verified_and_audited_with_the_sets(project):
    pack(project)
    done = pscb("verify", "outputs", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("5 sets and one pack verified, 0 files are not as published\n")
    done = pscb("audit", "outputs", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    path = folder_of(project) / BOARD
    path.write_bytes(path.read_bytes() + b"%")
    done = pscb("verify", "outputs", cwd=project)
    assert done.returncode == 1
    assert f"board/pack-2015-03-03/{BOARD}: was edited" in done.stderr
    assert pscb("audit", "outputs", cwd=project).returncode == 1


def test_a_pack_says_which_paper_has_been_made_again(project):
    pack(project)
    notebook = project / "notebooks" / "small.ipynb"
    notebook.write_text(notebook.read_text(encoding="utf-8").replace("Two have", "Four have"),
                        encoding="utf-8")
    assert pscb("run", "small", cwd=project).returncode == 0
    done = pscb("verify", "outputs", cwd=project)
    assert done.returncode == 0
    assert (f"{CYCLE}/board/pack-2015-03-03: its paper {CYCLE}/board/small has been made again "
            "since: make the pack again\n") in done.stdout


def test_a_paper_that_is_lacking_is_named_and_left_out(project):
    board = project / "outputs" / CYCLE / "board"
    shutil.rmtree(board / "small")
    done = pack(project, code=1)
    assert done.stderr == f"LACKING  {CYCLE}/board/small: not made yet\n"
    assert done.stdout.startswith("1 of 2 papers")
    rows = [row for row in read(folder_of(project) / BOARD).rows
            if row.table.startswith("Papers of this meeting")]
    assert "Not in this pack: not made yet" in rows[1].cells[0].text
    assert rows[1].cells[-1].text == "–"


def test_a_paper_that_is_withdrawn_or_was_edited_is_named_and_left_out(project):
    board = project / "outputs" / CYCLE / "board"
    write_notebook(project / "notebooks" / "small.ipynb", audiences=["restricted"])
    assert pack(project, code=1).stderr == f"LACKING  {CYCLE}/board/small: withdrawn\n"
    page = board / "inner" / "report.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Three", "Four"), encoding="utf-8")
    before = contents(folder_of(project))
    done = pack(project, code=1)
    assert done.stderr == ("pscb: --meeting, value '2015-03-03': has no paper in the board set; "
                           "make them with pscb run, or name another meeting\n")
    assert contents(folder_of(project)) == before


def test_a_public_pack_is_a_draft_until_its_papers_are_released(project):
    assert pack(project, "public").stderr == (
        f"DRAFT  {CYCLE}/public/small: not signed off for release\n")
    draft = "\n".join(one.text for one in read(folder_of(project, "public") / PUBLIC).sentences)
    assert "Draft: not signed off for release" in draft and "Inner" not in draft
    done = pscb("release", "small", "--by", "Head of Governance", "--on", "2015-03-10", cwd=project)
    assert done.returncode == 0, done.stderr
    assert pack(project, "public").stderr == ""
    said = "\n".join(one.text for one in read(folder_of(project, "public") / PUBLIC).sentences)
    assert "Draft" not in said and "For publication" in said
    page = (project / "outputs" / CYCLE / "public" / "index.html").read_text(encoding="utf-8")
    assert f'href="pack-2015-03-03/{PUBLIC}"' in page


def test_a_day_without_a_meeting_is_refused_with_the_nearest(project):
    done = pack(project, meeting="2015-03-04", code=1)
    assert done.stderr == ("pscb: --meeting, value '2015-03-04': is no day on which Board meets; "
                           "the nearest is 2015-03-03; name a day of params/meetings.csv\n")


def test_a_hidden_figure_on_a_page_that_lists_papers_is_found(project):
    write_notebook(project / "notebooks" / "small.ipynb", *CELLS)
    assert pscb("run", "small", "--audience", "restricted,board", cwd=project).returncode == 0
    page = project / "outputs" / CYCLE / "board" / "index.html"
    assert pscb("audit", "outputs", cwd=project).returncode == 0
    page.write_text(page.read_text(encoding="utf-8").replace(
        "</main>", "<p>Neglect was found for three children.</p>\n</main>"), encoding="utf-8")
    done = pscb("audit", "outputs", cwd=project)
    assert done.returncode == 1
    assert re.search(rf"LEAK +{CYCLE}/board/index.html, <p>, kinds: Neglect: ", done.stdout)


def test_a_pack_names_no_set_above_its_own(project):
    pack(project)
    for path in folder_of(project).iterdir():
        assert b"restricted" not in path.read_bytes()
