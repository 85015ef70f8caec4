"""What a run publishes: the summary, the files, the PDFs, the notebooks, the same bytes twice."""

from __future__ import annotations

import csv
import hashlib
import json

import openpyxl
import pytest
from heard import minutes_of
from papers import FORMATS, PAPERS, REPORTS, cold
from pdf_checks import check_pdf

# What the readers of each set asked for; the planner of the restricted set is as long as it is.
MOST_PAGES = [
    pytest.param("restricted", "quarterly_data_set", 12, id="12 pages of indicators for Q&E"),
    pytest.param("restricted", "cdop_annual", 8, id="8 pages of child deaths for Q&E"),
    pytest.param("restricted", "missing_children", 6, id="6 pages of missing children for Q&E"),
    pytest.param("board", "quarterly_data_set", 6, id="6 pages of indicators for the Board"),
    pytest.param("board", "cdop_annual", 6, id="6 pages of child deaths for the Board"),
    pytest.param("board", "missing_children", 5, id="5 pages of missing children for the Board"),
    pytest.param("board", "audit_programme", 3, id="2 pages of the programme for the Board were "
                 "asked for: 3, as what is overdue alone fills the first"),
    pytest.param("public", "quarterly_data_set", 6, id="6 pages of indicators for the public"),
    pytest.param("public", "cdop_annual", 5, id="5 pages of child deaths for the public"),
    pytest.param("public", "missing_children", 5, id="5 pages of missing children for the public"),
]
MOST_MINUTES = 12  # by ear, with its long tables folded


def test_the_run_succeeds_and_says_what_each_paper_holds(published, sample):
    lines = [line.split() for line in published.printed.splitlines()]
    assert published.code == 0, published.errors
    assert [line[:1] for line in lines[:1]] == [["Report"]]
    assert ["quarterly_data_set", "2014-15", "Q3", "restricted", "16", "4", "4", "17",
            str(2 + len(sample.awaited)), "492", "3", "78"] in lines
    assert sum(line[0] == "Open" for line in lines) == len(PAPERS)


@pytest.mark.parametrize(("audience", "report"), PAPERS)
def test_a_set_is_whole_and_its_manifest_true(published, audience, report):
    folder = published.file(audience, report, "")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    found = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
             for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json"}
    assert {"report.ipynb", "report.html", "report.pdf", "report.docx", "tables.xlsx"} <= set(found)
    assert manifest["outputs"] == found
    assert manifest["parameters"]["audience"] == audience


@pytest.mark.parametrize(("audience", "report"), PAPERS)
def test_a_pdf_is_tagged(published, audience, report):
    assert check_pdf(published.file(audience, report, "report.pdf")) == []


@pytest.mark.parametrize(("audience", "report", "pages"), MOST_PAGES)
def test_a_paper_is_as_short_as_its_readers_asked(published, audience, report, pages):
    import pikepdf

    with pikepdf.open(published.file(audience, report, "report.pdf")) as pdf:
        assert len(pdf.pages) <= pages


@pytest.mark.parametrize(("audience", "report"), PAPERS)
def test_a_paper_is_heard_in_twelve_minutes(published, audience, report):
    assert minutes_of(published.file(audience, report, "report.html")) <= MOST_MINUTES


@pytest.mark.parametrize("report", REPORTS)
def test_a_published_notebook_holds_no_time_path_or_machine(published, report):
    text = published.file("board", report, "report.ipynb").read_text(encoding="utf-8")
    assert str(published.folder) not in text
    assert "papermill" not in json.loads(text)["metadata"]
    assert "start_time" not in text


def test_a_table_goes_out_as_csv_and_as_a_sheet_with_the_same_figures(published, sample):
    path = published.file("board", "quarterly_data_set", "tables/indicators.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    book = openpyxl.load_workbook(published.file("board", "quarterly_data_set", "tables.xlsx"))
    (cells,) = [sheet[table.ref] for sheet in book for table in sheet.tables.values()
                if table.name.endswith("_indicators")]
    heads = [cell.value for cell in cells[0]]
    sheet = [row[heads.index("Indicator")].value for row in cells[1:]]
    hidden = [one for one in sample.assessed("board") if one.figure.hidden]
    assert len(rows) == len(sample.register) + len(sample.awaited) - len(hidden)
    assert sheet == [row["indicator"] for row in rows]
    assert {row["id"]: row["actual"] for row in rows}["FD3"] == "674"


@pytest.mark.slow
def test_two_runs_give_the_same_bytes_in_another_zone_locale_and_hash_seed(published, tmp_path):
    again = cold("run", "--out", tmp_path, "--audience", "board", "--format",
                 ",".join(FORMATS), TZ="Asia/Tokyo", LANG="C", LC_ALL="C", PYTHONHASHSEED="17")
    assert again.returncode == 0, again.stderr
    first = published.folder / "2014-15-q3" / "board"
    second = tmp_path / "2014-15-q3" / "board"
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(second) for path in second.rglob("*") if path.is_file())
    differing = [file.as_posix() for file in files
                 if (first / file).read_bytes() != (second / file).read_bytes()]
    assert differing == []
