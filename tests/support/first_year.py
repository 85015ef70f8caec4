"""What the first year's page says, and what people do between its commands."""

from __future__ import annotations

import csv
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
from papers import ROOT

PAGE = ROOT / "docs" / "first_year.md"
NOTHING = {"numerator": "", "denominator": "", "status": "not supplied"}
SAMPLE = ROOT / "pscb_lib" / "samples" / "data_set"
BLOCK = re.compile(r"^```(\w+).*\n((?s:.*?))^```$", re.MULTILINE)
EXITS = re.compile(r"# exits (\d)$")
LEFT_OUT = "..."
DECIDED = "the Board, 2 June 2015"


@dataclass(frozen=True)
class Step:
    """A command of the page: its words, its exit code, and the lines that the page shows of it."""

    words: tuple[str, ...]
    code: int
    printed: tuple[str, ...]

    @property
    def line(self) -> str:
        """The command as it is written."""
        return shlex.join(self.words)


def read_steps() -> list[Step]:
    """The commands of the page in order. A block of text shows what the command above it prints."""
    steps: list[Step] = []
    for kind, block in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if kind == "text":
            steps[-1] = Step(steps[-1].words, steps[-1].code, tuple(block.splitlines()))
            continue
        for line in block.splitlines():
            code = EXITS.search(line)
            steps.append(Step(tuple(shlex.split(line, comments=True)),
                              int(code[1]) if code else 0, ()))
    return steps


def unlike(shown: tuple[str, ...], printed: str) -> str:
    """The first line that the page shows and the command does not print there, or nothing.

    Lines stand one after another, except where the page has three dots for those it leaves out.
    """
    lines, after_gap = iter(line.rstrip() for line in printed.splitlines()), False
    for line in shown:
        if line.strip() == LEFT_OUT:
            after_gap = True
        elif after_gap:
            if line not in lines:  # takes the lines up to it
                return line
            after_gap = False
        elif line != next(lines, None):
            return line
    return "" if after_gap else next(lines, "")


def decide(workbook: Path) -> None:
    """Write into the workbook of decisions who has fixed the days of the meetings."""
    book = openpyxl.load_workbook(workbook)
    meetings = book["meetings"]
    place = 1 + [cell.value for cell in meetings[1]].index("source")
    for row in range(2, meetings.max_row + 1):
        if meetings.cell(row, 1).value:
            meetings.cell(row, place).value = DECIDED
    book.save(workbook)


def fill(forms: Path, post: Path, period: str, on: date) -> None:
    """Fill each form with the sample's invented numbers of a *period*, and save it in *post*."""
    post.mkdir()
    invented = {row["indicator"]: row for path in sorted(SAMPLE.glob("*.csv"))
                for row in rows_of(path) if row["period"] == period}
    for path in sorted(forms.glob("*.xlsx")):
        book = openpyxl.load_workbook(path)
        for row in _open_rows(book["Return"]):
            theirs = invented.get(row["indicator"].value, NOTHING)
            for name in ("numerator", "denominator"):
                if theirs[name]:
                    row[name].value = int(theirs[name])
            row["status"].value = theirs["status"] or None
            row["submitted_on"].value, row["source"].value = on, "case system"
        book.save(post / path.name)


def fill_with_nothing(form: Path, post: Path) -> None:
    """Write into a form of the office that there is nothing to report, and save it in *post*."""
    post.mkdir(exist_ok=True)
    book = openpyxl.load_workbook(form)
    sheet = book["Return"]
    place = 1 + [cell.value for cell in sheet[1]].index("nil_return")
    sheet.cell(3, place).value = "yes"  # below the example
    book.save(post / form.name)


def send_again(sent: Path, folder: Path, indicator: str, numerator: int, on: date) -> None:
    """Save a form as the agency sends it again, with one figure put right."""
    folder.mkdir()
    book = openpyxl.load_workbook(sent)
    for row in _open_rows(book["Return"]):
        row["submitted_on"].value = on
        if row["indicator"].value == indicator:
            row["numerator"].value = numerator
    book.save(folder / sent.name)


def sent_before(form: Path, indicator: str, quarter: str) -> object:
    """What a form says that the agency sent for an indicator in an earlier quarter."""
    [row] = [one for one in _open_rows(openpyxl.load_workbook(form)["Return"])
             if one["indicator"].value == indicator]
    return row[quarter].value


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _open_rows(sheet) -> Iterator[dict]:
    """The cells of each row that an agency fills, by the names of their columns."""
    names = [cell.value for cell in sheet[1]]
    for cells in sheet.iter_rows(min_row=2):
        row = dict(zip(names, cells, strict=True))
        if row["indicator"].value and not row["example"].value:
            yield row
