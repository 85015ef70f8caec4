"""A deliberately leaky report, run by the command, is refused, each leak named."""

import json
import re
import shutil
from pathlib import Path

import pytest
from papers import PAPERS, pscb
from projects import make_project, write_notebook

from pscb_lib.disclosure.outsider.finished import read_finished
from pscb_lib.disclosure.outsider.known import paper_of
from pscb_lib.disclosure.outsider.leak import Leak, label_of
from pscb_lib.disclosure.outsider.leaks import find_leaks
from pscb_lib.disclosure.outsider.sets import audit_set

FIGURES = '''from dataclasses import replace
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.page import blocks, charts
from pscb_lib.page.charts import vector
from pscb_lib.disclosure import figures
from pscb_lib.page.tables.counts import figure_cell, tabulate_counts
kinds = figures.counts("kinds", {"Neglect": 3, "Physical": 14, "Sexual": 9, "Emotional": 12})
share = figures.proportion("shares", "Neglect", 3, 38)
before = figures.counts("before", {"Neglect": 11, "Physical": 8, "Sexual": 19, "Emotional": 12})
series = [figures.count("series", "Referrals", number, f"Q{quarter}")
          for quarter, number in enumerate((12, 3, 15, 11), 1)]
areas = [figures.count("areas", "North", 3, "Quarter 1"),
         figures.count("areas", "North", 7, "Quarter 2")]
frame = figures.frame([*kinds, *before, share, *series, *areas])'''
SHOWN = '''shown = disclosure.show(frame, context.audience)
raw = disclosure.show(frame, "restricted")
blocks.Figures(shown)'''
TABLE = '''def table(id, heads, *cells):
    columns = [blocks.Column(head) for head in heads]
    return blocks.Table(id, id, columns, [blocks.Group(None, [list(cells)])],
                        blocks.Data(["name"], [[cells[0][0]["text"]]]))'''
BARS = '''def bar(kind, drawn, alt):
    count = float(drawn.get("kinds", kind).value or 0)
    corners = [(0, 1), (13 * count, 1), (13 * count, 13), (0, 13)]
    return blocks.picture(vector.picture(187, 14, [vector.shape(corners, "#2b5c8a")]), alt)
def bars(id, drawn):
    kinds = [row for row in shown.rows("kinds") if row != "Total"]
    rows = [[blocks.cell(kind), figure_cell(shown.get("kinds", kind)),
             bar(kind, drawn, f"{kind}: {shown.get('kinds', kind).text}")] for kind in kinds]
    columns = [blocks.Column(head) for head in ("Kind", "Children", "Bar")]
    return blocks.Table(id, "Kinds", columns, [blocks.Group(None, rows)],
                        blocks.Data(["Kind"], [[kind] for kind in kinds]))
def chart(drawn):
    kinds = {row: drawn.get("kinds", row) for row in drawn.rows("kinds") if row != "Total"}
    return charts.plot_bars(kinds, id="chart", headline="All kinds")'''
HIDDEN = "Not shown: small numbers"
SOUND = ('tabulate_counts(shown, "kinds", "Kinds of abuse", "Kind")',
         'bars("sound", shown)')
LEAKY = (
    f'''table("percentage", ["Kind", "Children", "Share"], blocks.cell("Neglect"),
          blocks.cell("{HIDDEN}"), blocks.cell("7.9%"))''',
    'bars("bar", raw)',
    'replace(chart(shown), svg=chart(raw).svg)',
    '''table("line", ["What", "Trend"], blocks.cell("Referrals"), blocks.picture(
          charts.draw_trend([raw.get("series", "Referrals", f"Q{n}") for n in (1, 2, 3, 4)]),
          "Referrals over four quarters"))''',
    f'''table("year", ["Area", "Quarter 1", "Quarter 2", "Year to date"], blocks.cell("North"),
          blocks.cell("{HIDDEN}"), blocks.cell("7"), blocks.cell("10"))''',
    '''table("alt", ["Kind", "Bar"], blocks.cell("Neglect"),
          bar("Neglect", shown, "Neglect: 3"))''',
    'blocks.Prose("Neglect was found for three children.")',
)
DISCLOSE = "make it from what disclosure.show returns"
DRAW = "draw it from what disclosure.show returns"
EXPECTED = [
    pytest.param(Leak("report.html", "table percentage, column Share", "shares: Neglect",
                      "a hidden percentage stands there", DISCLOSE), id="a percentage left in"),
    pytest.param(Leak("report.pdf", "table percentage, column Share", "shares: Neglect",
                      "a hidden percentage stands there", DISCLOSE),
                 id="a percentage left in, in the PDF"),
    pytest.param(Leak("report.html", "picture of bar", "kinds: Neglect",
                      "a bar is drawn for a hidden figure", DRAW), id="a bar drawn from raw data"),
    pytest.param(Leak("report.html", "picture of chart", "kinds: Neglect",
                      "a bar is drawn for a hidden figure", DRAW),
                 id="a bar of a chart drawn from raw data"),
    pytest.param(Leak("report.html", "picture of line", "series: Referrals, Q2",
                      "a line has 4 points where 3 figures are shown", DRAW),
                 id="a line through a hidden point"),
    pytest.param(Leak("report.ipynb", "table areas", "North, Quarter 1",
                      "can be worked out from what is shown",
                      "run the cycle again, all reports together, so that one plan hides what "
                      "ties it"), id="a year-to-date column"),
    pytest.param(Leak("report.html", "table alt, picture in column Bar", "kinds: Neglect",
                      "a hidden count stands there", DISCLOSE), id="an alt text"),
    pytest.param(Leak("report.pdf", "table alt, picture in column Bar", "kinds: Neglect",
                      "a hidden count stands there", DISCLOSE), id="an alt text in the PDF"),
    pytest.param(Leak("report.html", "<p>", "kinds: Neglect", "a hidden count stands there",
                      DISCLOSE), id="a sentence"),
    pytest.param(Leak("report.pdf", "P", "kinds: Neglect", "a hidden count stands there",
                      DISCLOSE), id="a sentence in the PDF"),
    pytest.param(Leak("report.ipynb", "metadata, pscb, note", "kinds: Neglect",
                      "a hidden count stands there", DISCLOSE), id="metadata"),
]


@pytest.fixture(scope="module")
def leaky(tmp_path_factory) -> Path:
    """The cycle's folder of a project whose report leaks in every way."""
    root = make_project(tmp_path_factory.mktemp("leaky") / "project", "small")
    path = root / "notebooks" / "small.ipynb"
    write_notebook(path, FIGURES, SHOWN, TABLE, BARS, *SOUND, *LEAKY)
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["metadata"]["pscb"]["note"] = "Neglect: 3"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    done = pscb("run", "--audience", "restricted,board", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "outputs" / "2014-15-q3"


@pytest.fixture(scope="module")
def leaks(leaky) -> list[Leak]:
    return audit_set(leaky / "board" / "small", leaky / "restricted" / "small")


@pytest.mark.parametrize("expected", EXPECTED)
def test_each_leak_is_named(leaks, expected):
    assert expected in leaks


def test_nothing_else_is_called_a_leak(leaks):
    found = {(leak.place.removeprefix("cell "), leak.tells) for leak in leaks}
    assert {place for place, _ in found if "kinds" in place or "sound" in place} == set()


def test_no_leak_prints_a_hidden_number(leaks):
    lines = [str(leak) for leak in leaks]
    assert not any(number in line.replace("middle-3", "") for line in lines
                   for number in ("7.9", " 3 of 38", ": 3;", "three"))


def test_the_command_refuses_it_and_prints_a_line_for_each(leaky, leaks):
    done = pscb("audit", leaky.parent)
    assert done.returncode == 1
    assert f"LEAK     2014-15-q3/board/small/{leaks[0]}" in done.stdout.splitlines()
    assert f"1 sets read; {len(leaks)} leaks, 0 warnings" in done.stdout


def test_a_restricted_set_of_other_figures_is_refused(leaky, tmp_path):
    other = tmp_path / "small"
    shutil.copytree(leaky / "restricted" / "small", other)
    path = other / "report.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'("Physical",\s+"",\s+)14', r"\g<1>15", text), encoding="utf-8")
    assert Leak("report.ipynb", "", "", "the restricted set beside it is of other figures, so that "
                "no leak can be told by it", "run the report again in all its sets"
                ) in audit_set(leaky / "board" / "small", other)


@pytest.mark.parametrize("audience", ["board", "public"])
def test_every_hidden_figure_is_found_in_the_restricted_files(published, audience):
    folder = published.file(audience, "cdop_annual", "report.html").parent
    restricted = folder.parents[1] / "restricted" / "cdop_annual"
    raw, masked = read_finished(restricted), read_finished(folder)
    paper = paper_of(masked, raw.figures)
    hidden = {label_of(one) for one in paper.figures if one.is_hidden}
    assert len(hidden) > 10
    assert {leak.label for leak in find_leaks(raw, paper)} == hidden


@pytest.mark.parametrize(("audience", "report"), PAPERS)
def test_a_shipped_paper_has_only_what_its_writers_make(published, audience, report):
    folder = published.file(audience, report, "report.html").parent
    assert read_finished(folder).strange == set()


@pytest.mark.parametrize(("audience", "report"), [
    paper for paper in PAPERS if paper[0] != "restricted"])
def test_no_shipped_paper_leaks(published, audience, report):
    cycle = published.file(audience, report, "report.html").parents[2]
    assert audit_set(cycle / audience / report, cycle / "restricted" / report) == []
