"""A figure and a table lead to their sheet of the workbook, where that is made beside the paper."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import openpyxl
import pikepdf
import pytest
from lxml import etree
from specimen import specimen

from pscb_lib.disclosure.outsider.finished import read_finished
from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.running.publishing.publish import write_files

SHEET = re.compile(r"tables\.xlsx#'([^']+)'!A1")
FORMATS = ("html", "pdf", "word")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a paper with every kind of block, its workbook among them."""
    made = tmp_path_factory.mktemp("set")
    write_files(specimen(), made, (*FORMATS, "tables"))
    return made


def links_in_page(path: Path) -> list[tuple[str, str]]:
    """The address and the words of each link to another file."""
    page = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))
    return [(link.get("href"), link.text) for link in page.iter("a") if link.get("href")[0] != "#"]


def links_in_pdf(path: Path) -> list[tuple[str, str]]:
    """The address of each link to another file, and what a screen reader says of it."""
    with pikepdf.open(path) as pdf:
        links = [link for page in pdf.pages for link in page.get("/Annots", ())]
        return [(str(link["/A"]["/URI"]), str(link["/Contents"])) for link in links if "/A" in link]


def links_in_word(path: Path) -> list[tuple[str, str]]:
    """The address and the words of each link to another file."""
    with zipfile.ZipFile(path) as parts:
        related, body = (etree.fromstring(parts.read(f"word/{name}"))
                         for name in ("_rels/document.xml.rels", "document.xml"))
    targets = {one.get("Id"): one.get("Target") for one in related if one.get("TargetMode")}
    return [(targets[value], "".join(link.itertext())) for link in body.iter("{*}hyperlink")
            for name, value in link.items() if name.endswith("}id")]


READERS: dict[str, Any] = {"report.html": links_in_page, "report.pdf": links_in_pdf,
                           "report.docx": links_in_word}


@pytest.mark.parametrize("name", READERS)
def test_each_numbered_figure_and_table_leads_to_its_sheet(folder: Path, name: str) -> None:
    found = READERS[name](folder / name)
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    sheets = {unquote(SHEET.fullmatch(address)[1]): said for address, said in found}
    assert {*sheets} == {name for name in book.sheetnames if re.match(r"(Figure|Table) \d", name)}
    assert sheets == {one: f"Spreadsheet: “{one}”" for one in sheets}
    titles = {block["caption"] for block in read_paper(specimen()).blocks if block.get("number")
              and block["kind"] in ("chart", "table")}
    assert {book[sheet]["A1"].value.partition(": ")[2] for sheet in sheets} == titles


def test_without_the_workbook_nothing_leads_to_it(tmp_path: Path) -> None:
    write_files(specimen(), tmp_path, FORMATS)
    assert [READERS[name](tmp_path / name) for name in READERS] == [[], [], []]


def test_the_links_are_all_that_the_audit_lets_lead_out_of_a_file(folder: Path, tmp_path: Path
                                                                   ) -> None:
    assert {where for where in read_finished(folder).strange if where[0] in READERS} == set()
    page = (folder / "report.html").read_text(encoding="utf-8")
    (tmp_path / "report.html").write_text(page.replace("Figure%201&#39;!A1", "Figure%201&#39;!B7"),
                                          encoding="utf-8")
    with pikepdf.open(folder / "report.pdf") as pdf:
        link = next(link for page in pdf.pages for link in page["/Annots"] if "/A" in link)
        link["/A"]["/URI"] = pikepdf.String("http://example.org/7")
        pdf.save(tmp_path / "report.pdf")
    with (zipfile.ZipFile(folder / "report.docx") as parts,
          zipfile.ZipFile(tmp_path / "report.docx", "w") as made):
        for part in parts.infolist():
            content = parts.read(part).replace(b"Figure%201'!A1", b"Figure%201'!B7")
            made.writestr(zipfile.ZipInfo(part.filename), content)
    (tmp_path / "report.ipynb").write_bytes((folder / "report.ipynb").read_bytes())
    strange = read_finished(tmp_path).strange
    assert {("report.html", "an attribute of <a>"), ("report.pdf", "a text"),
            ("report.docx", "word/_rels/document.xml.rels")} <= strange
