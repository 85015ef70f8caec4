"""The page of each audience: its papers with one line of answer, and never a set above its own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from lxml import etree
from page_checks import FORBIDDEN, check_inert
from papers import CYCLE, pscb
from projects import make_project, write_notebook

from pscb_lib.disclosure.outsider.closed.pages import strange_in_page
from pscb_lib.disclosure.outsider.gathered import audit_gathered
from pscb_lib.page.rendering.portal import Download

LEAD = 'blocks.Lead("**Three agencies have replied.** Two have not.")'
YEAR = "2014-15"
USES = "from pscb_lib.page import blocks"
CHART = """from pscb_lib.disclosure import figures, showing
from pscb_lib.page import charts
counted = figures.counts("days", {"Monday": 30, "Friday": 40})
shown = showing.show(figures.frame(counted), context.audience)
charts.plot_bars({day: shown.get("days", day) for day in ("Monday", "Friday")}, id="days",
                 headline="Friday has most")"""
PLACES = {"restricted": ["restricted"], "board": ["board"], "public": ["public"]}
ADDRESS = re.compile(r'href="([^"#]+)"')


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A project whose report ``small`` has all sets, and ``inner`` none for the public."""
    root = make_project(tmp_path_factory.mktemp("portal") / "a project", "small", "inner")
    write_notebook(root / "notebooks" / "small.ipynb", USES, LEAD)
    write_notebook(root / "notebooks" / "inner.ipynb", USES, LEAD,
                   audiences=["restricted", "board"])
    settings = root / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "[restricted, board]", "[restricted, board, public]"), encoding="utf-8")
    done = pscb("run", "--audience", "restricted,board,public", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def pages(root: Path, audience: str) -> dict[str, str]:
    outputs = root / "outputs"
    return {path.relative_to(outputs).as_posix(): path.read_text(encoding="utf-8")
            for path in (outputs / CYCLE / audience / "index.html", outputs / f"{audience}.html",
                         outputs / f"{audience}-{YEAR}.html")}


@pytest.fixture
def released(made, tmp_path) -> Path:
    root = Path(shutil.copytree(made, tmp_path / "a project"))
    done = pscb("release", "small", "--by", "Head of Governance", "--on", "2015-03-10", cwd=root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.mark.parametrize("audience", ["restricted", "board"])
def test_each_paper_has_its_answer_and_its_files_with_their_sizes(made, audience):
    for place, page in pages(made, audience).items():
        folder = (made / "outputs" / place).parent
        assert "Three agencies have replied." in page and "Two have not." not in page
        addresses = ADDRESS.findall(page)
        assert {Path(one).name for one in addresses} >= {"report.html", "report.pdf"}
        assert [one for one in addresses if not (folder / one).is_file()] == []
        size = next((folder / one).stat().st_size for one in addresses if one.endswith(".pdf"))
        assert f">{round(size / 1000)} kB<" in page


@pytest.mark.parametrize("audience", PLACES)
def test_a_page_names_and_links_no_other_set(made, audience):
    for place, page in pages(made, audience).items():
        start = Path(place).parent
        reached = [(start / one).as_posix() for one in ADDRESS.findall(page)]
        assert all(re.match(rf"{CYCLE}/{audience}/|{audience}-{YEAR}\.html", one)
                   for one in reached), reached
        assert not any(".." in one for one in reached)
        others = {"restricted": "Q&amp;E group and officers only",
                  "board": "Board members only"}
        for other, marking in others.items():
            assert (marking in page) == (other == audience)
    assert "inner/report.html" in pages(made, "board")["board.html"]
    assert "inner" not in "".join(pages(made, "public").values()).lower()


def test_the_public_page_has_released_papers_alone(made, released):
    for page in pages(made, "public").values():
        assert "report.html" not in page and "not released yet" in page
        assert "Three agencies" not in page
    for page in pages(released, "public").values():
        assert "report.html" in page and "Three agencies have replied." in page
        assert "For publication" in page and "released yet" not in page


def test_a_page_says_what_is_to_come_and_when(made, tmp_path):
    root = Path(shutil.copytree(made, tmp_path / "a project"))
    shutil.rmtree(root / "outputs" / CYCLE / "board" / "inner")
    assert pscb("run", "small", cwd=root).returncode == 0
    page = pages(root, "board")[f"{CYCLE}/board/index.html"]
    assert "For the Board on 3 March 2015" in page
    assert "<li>Small report: due on 24 February 2015</li>" in page


@pytest.mark.parametrize("audience", PLACES)
def test_a_page_runs_and_loads_nothing(made, audience):
    for page in pages(made, audience).values():
        assert [one for one in check_inert(page) if "<a> points to" not in one] == []
        assert not any(f"<{name}" in page for name in FORBIDDEN)


def test_each_figure_is_listed_by_its_headline_with_its_files(tmp_path):
    root = make_project(tmp_path / "a project", "small")
    write_notebook(root / "notebooks" / "small.ipynb", CHART, audiences=["restricted"])
    assert pscb("run", "--format", "html,figures", cwd=root).returncode == 0
    for place, page in pages(root, "restricted").items():
        list_of_figures = etree.fromstring(page, etree.HTMLParser()).find(".//details")
        said = " ".join("".join(list_of_figures.itertext()).split())
        assert re.fullmatch(
            "Figures as pictures of Small report, .+ Figure 1. Friday has most "
            r"PNG of Figure 1. Friday has most \d+ kB "
            r"SVG of Figure 1. Friday has most \d+ kB", said)
        files = [link.get("href") for link in list_of_figures.iter("a")]
        assert [Path(one).name for one in files] == ["figure-1-days.png", "figure-1-days.svg"]
        assert all(((root / "outputs" / place).parent / one).is_file() for one in files)
        assert [*strange_in_page(page, etree.fromstring(page, etree.HTMLParser()))] == []
    assert pscb("run", "--format", "html", cwd=root).returncode == 0
    assert not any("<details" in page for page in pages(root, "restricted").values())


def test_the_page_of_a_year_says_what_was_asked_and_each_change_once(tmp_path):
    root = make_project(tmp_path / "a project", "small", "inner")
    table = ('blocks.Table("difference", "What changed", [blocks.Column("What changed")], '
             '[blocks.Group(None, [[blocks.cell("They came.")]])], blocks.Data('
             '["question", "outcome"], [["Who came?", "They came."], ["Who left?", None]]))')
    for name in ("small", "inner"):
        write_notebook(root / "notebooks" / f"{name}.ipynb", USES, LEAD, table,
                       'blocks.Question("why", "Why did two not reply?", "Named Nurse")',
                       audiences=["restricted"])
    assert pscb("run", "--audience", "restricted", cwd=root).returncode == 0
    page = pages(root, "restricted")[f"restricted-{YEAR}.html"]
    assert page.count("<li>Why did two not reply? Named Nurse</li>") == 2
    assert page.count("<li>Who came? They came.</li>") == 1 and "Who left?" not in page


@pytest.mark.parametrize("audience", ["board", "public"])
def test_a_page_is_one_that_the_audit_knows(made, audience):
    folder = made / "outputs" / CYCLE / audience
    papers = sorted(path.parent for path in folder.glob("*/report.ipynb"))
    assert audit_gathered([folder / "index.html"], papers) == []


def test_the_same_sets_give_the_same_pages(made, tmp_path):
    root = Path(shutil.copytree(made, tmp_path / "a project"))
    before = {audience: pages(root, audience) for audience in PLACES}
    assert pscb("run", cwd=root).returncode == 0
    assert {audience: pages(root, audience) for audience in PLACES} == before


@pytest.mark.parametrize(("size", "said"), [
    (12, "1 kB"), (88_252, "88 kB"), (999_999, "1000 kB"), (1_234_567, "1.2 MB")])
def test_a_size_is_said_as_people_read_it(size, said):
    assert Download("small/report.pdf", size).size == said
