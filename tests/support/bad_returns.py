"""Write a return with a fault, read it, and return its rows or its error."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from contextlib import chdir
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from missing_rows import SOUND
from openpyxl import Workbook
from papers import ROOT

from pscb_lib.board.context import Context, open_context
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.reading.rows import Checked
from pscb_lib.returns.kinds import find_returns

PERIODS = {"data_set": "2014-15 Q3", "deaths": "2013-14", "missing_episodes": "2014-15 H1",
           "allegations": "2014-15 H1", **dict.fromkeys(
               ("common_assessments", "early_help_after", "early_help_cost"), "2014-15 H1")}
COUNT = {
    "agency": "Cambridgeshire Constabulary", "indicator": "MS1", "period": "2014-15 Q3",
    "numerator": "79", "denominator": "", "actual": "", "status": "",
    "submitted_on": "20/01/2015", "source": "illustrative",
}
PERCENT = COUNT | {"agency": "Children's social care", "indicator": "MS10", "numerator": "31",
                   "denominator": "52"}
DEATH = dict.fromkeys(
    ("death_id", "kind", "lscb_of_residence", "date_of_birth", "date_of_death", "notified_on",
     "sex", "ethnicity", "place_of_event", "place_of_death", "expected", "rapid_response",
     "coroner", "inquest_concluded_on", "cp_status", "statutory_order", "looked_after",
     "referred_for_case_review", "scr", "waiting_for", "panel_completed_on", "category",
     "modifiable", "score_child", "score_family", "score_surroundings", "score_services",
     "learning_theme", "recommendations", "recommendations_done", "recommendations_evidenced",
     "source"), "") | {
    "death_id": "CDOP-1", "kind": "death", "lscb_of_residence": "Peterborough",
    "date_of_birth": "29/02/2000", "date_of_death": "01/03/2013", "notified_on": "02/03/2013",
    "modifiable": "yes", "source": "illustrative",
}
EPISODE = SOUND | {"ethnicity": "White"}
ROWS = {"data_set": COUNT, "deaths": DEATH, "missing_episodes": EPISODE}


@dataclass(frozen=True)
class Outcome:
    """The outcome of reading a file: its frame and row counts, or the line that refuses it."""

    checked: Checked | None
    refusal: str | None

    def said(self, reaction: Reaction) -> list[str]:
        """Return the findings of one reaction, without the name of the file."""
        return [str(finding).removeprefix(finding.file).lstrip(",: ")
                for finding in self.checked.findings if finding.reaction is reaction]

    @property
    def rejected(self) -> list[str]:
        """Return the rejected findings."""
        return self.said(Reaction.REJECTED)

    @property
    def normalised(self) -> list[str]:
        """Return the normalised findings."""
        return self.said(Reaction.NORMALISED)

    @property
    def noted(self) -> list[str]:
        """Return the noted findings."""
        return self.said(Reaction.NOTED)

    @property
    def used(self) -> int:
        """Check that the row counts add up; return the number of rows used."""
        rows = self.checked.rows
        assert rows["read"] == rows["used"] + rows["rejected"] + rows["left_out"]
        assert rows["used"] == len(self.checked.frame)
        return rows["used"]

    def column(self, name: str) -> list[object]:
        """Return a column of the frame."""
        return list(self.checked.frame[name])


def context_of(kind: str, period: str | None = None) -> Context:
    """Return the context of the shipped project in a period of this kind of return."""
    label = period or PERIODS[kind]
    day = max(date(2015, 1, 31), parse_period(label).end)
    with chdir(ROOT):
        return open_context(label, day.isoformat(), "pscb_lib/samples", "restricted")


def lines_of(kind: str, *changes: Mapping[str, object]) -> list[list[object]]:
    """Return a header and one valid row for each of *changes*, with those cells changed."""
    rows = [{**ROWS[kind], **change} for change in changes]
    names = list(dict.fromkeys(name for row in rows or [ROWS[kind]] for name in row))
    return [names, *([row.get(name, "") for name in names] for row in rows)]


def as_csv(lines: Iterable[Sequence[object]]) -> str:
    """Return lines as csv text."""
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(lines)
    return written.getvalue()


def as_book(lines: Iterable[Sequence[object]]) -> Workbook:
    """Return lines as a workbook of one sheet."""
    book = Workbook()
    book.active.title = "Return"
    for line in lines:
        book.active.append([None if cell == "" else cell for cell in line])
    return book


def read(folder: Path, kind: str, content: str | bytes | Workbook, period: str | None = None
         ) -> Outcome:
    """Write a file of this content and read it as a return of this kind."""
    path = folder / ("return.xlsx" if isinstance(content, Workbook) else "return.csv")
    if isinstance(content, Workbook):
        content.save(path)
    else:
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return check(path, kind, period)


def read_rows(folder: Path, kind: str, *changes: Mapping[str, object],
              period: str | None = None) -> Outcome:
    """Write one row for each of *changes* as csv and read them."""
    return read(folder, kind, as_csv(lines_of(kind, *changes)), period)


def check(path: Path, kind: str, period: str | None = None) -> Outcome:
    """Check one file as a return of this kind, as ``pscb check`` does."""
    try:
        return Outcome(find_returns()[kind].check(path, context_of(kind, period)), None)
    except InputError as refusal:
        return Outcome(None, str(refusal))


def read_folder(folder: Path, kind: str, read_all, period: str | None = None) -> Outcome:
    """Read all files in *folder* as a report does."""
    context = replace(context_of(kind, period), returns=folder)
    try:
        return Outcome(read_all(context), None)
    except InputError as refusal:
        return Outcome(None, str(refusal))
