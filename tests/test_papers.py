"""What a run publishes: the summary, the files, the PDFs, the notebooks, the same bytes twice."""

from __future__ import annotations

import csv
import hashlib
import json

import openpyxl
import pytest
from papers import REPORTS, SETS, pscb
from pdf_checks import check_pdf

MOST_PAGES = {"quarterly_data_set": 6, "cdop_annual": 8, "missing_children": 5,
              "audit_programme": 4, "method": 4}


def test_the_run_succeeds_and_says_what_each_paper_holds(published):
    lines = [line.split() for line in published.printed.splitlines()]
    assert published.code == 0, published.errors
    assert [line[:1] for line in lines[:1]] == [["Report"]]
    assert ["quarterly_data_set", "2014-15", "Q3", "restricted", "16", "4", "4", "17", "2", "479",
            "3", "78"] in lines
    assert sum(line[0] == "Open" for line in lines) == len(REPORTS) * len(SETS)


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("audience", SETS)
def test_a_set_is_whole_and_its_manifest_true(published, audience, report):
    folder = published.file(audience, report, "")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    found = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
             for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json"}
    assert {"report.ipynb", "report.html", "report.pdf", "tables.xlsx"} <= set(found)
    assert manifest["outputs"] == found
    assert manifest["parameters"]["audience"] == audience


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("audience", SETS)
def test_a_pdf_is_tagged_and_of_readable_length(published, audience, report):
    import pikepdf

    path = published.file(audience, report, "report.pdf")
    assert check_pdf(path) == []
    with pikepdf.open(path) as pdf:
        longest = MOST_PAGES[report] + (6 if audience == "restricted" else 0)
        assert len(pdf.pages) <= longest


@pytest.mark.parametrize("report", REPORTS)
def test_a_published_notebook_holds_no_time_path_or_machine(published, report):
    text = published.file("board", report, "report.ipynb").read_text(encoding="utf-8")
    assert str(published.folder) not in text
    assert "papermill" not in json.loads(text)["metadata"]
    assert "start_time" not in text


def test_a_table_goes_out_as_csv_and_as_a_sheet_with_the_same_figures(published):
    path = published.file("board", "quarterly_data_set", "tables/indicators.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    book = openpyxl.load_workbook(published.file("board", "quarterly_data_set", "tables.xlsx"))
    sheet = [row[2].value for row in book["indicators"].iter_rows(min_row=2)]
    assert len(rows) == 44
    assert sheet == [row["indicator"] for row in rows]
    assert {row["id"]: row["actual"] for row in rows}["FD3"] == "674"


def test_two_runs_give_the_same_bytes_in_another_zone_locale_and_hash_seed(published, tmp_path):
    again = pscb("run", "--out", tmp_path, "--audience", "board", TZ="Asia/Tokyo", LANG="C",
                 LC_ALL="C", PYTHONHASHSEED="17")
    assert again.returncode == 0, again.stderr
    first = published.folder / "2014-15-q3" / "board"
    second = tmp_path / "2014-15-q3" / "board"
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(second) for path in second.rglob("*") if path.is_file())
    differing = [file.as_posix() for file in files
                 if (first / file).read_bytes() != (second / file).read_bytes()]
    assert differing == []
