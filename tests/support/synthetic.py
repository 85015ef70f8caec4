"""A sample of invented children, made once for all tests, and a sample with planted faults."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

from tools.synthetic.sample import write_sample
from tools.synthetic.span import open_span

CHILDREN, FAULTS, SEED = 3000, 200, 7
Cells = dict[str, str]


@dataclass(frozen=True)
class Written:
    """The files of a sample, read only with the csv, xml and openpyxl libraries."""

    folder: Path

    def rows(self, name: str) -> list[Cells]:
        """Return the rows of a csv file."""
        with (self.folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def children(self, name: str) -> list[ElementTree.Element]:
        """Return the children of a census."""
        return ElementTree.parse(self.folder / name).findall("Children/Child")

    def cases(self, name: str) -> Iterator[tuple[str, ElementTree.Element]]:
        """Yield each case of a census with the child's id."""
        for child in self.children(name):
            for case in child.findall("CINdetails"):
                yield child.findtext("ChildIdentifiers/LAchildID"), case

    def sheets(self) -> dict[str, list[tuple]]:
        """The rows of each list of Annex A, its heading first."""
        book = openpyxl.load_workbook(self.folder / "annex_a.xlsx", read_only=True)
        return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def british(cell: str) -> date | None:
    """Return a day written dd/mm/yyyy, with or without a time after it."""
    return date(int(cell[6:10]), int(cell[3:5]), int(cell[:2])) if cell else None


def iso(text: str | None) -> date | None:
    """Return a day written yyyy-mm-dd."""
    return date.fromisoformat(text) if text else None


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """A sample without a fault."""
    folder = tmp_path_factory.mktemp("sound") / "sample"
    write_sample(folder, CHILDREN, SEED, open_span("2014-15"))
    return Written(folder)


@pytest.fixture(scope="session")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The same sample with faults planted, and their key in ``faults.csv``."""
    folder = tmp_path_factory.mktemp("faulty") / "sample"
    write_sample(folder, CHILDREN, SEED, open_span("2014-15"), FAULTS)
    return Written(folder)
