"""Files as an agency sends them, and the command's check of them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path

import openpyxl
from papers import pscb

COUNT = {
    "agency": "Cambridgeshire Constabulary", "indicator": "MS1", "period": "2014-15 Q3",
    "numerator": "79", "denominator": "", "actual": "", "status": "",
    "submitted_on": "20/01/2015", "source": "illustrative",
}
EPISODE = {
    "episode_id": "E1", "child_id": "00123", "dob": "02/05/2000", "sex": "Girl",
    "ethnicity": "White", "from": "home", "placing_la": "", "placement_type": "Home",
    "status": "M", "recorded_by": "both", "left_at": "12/05/2014 18:00",
    "returned_at": "13/05/2014 07:00", "missing_confirmed_on": "", "swc_at": "",
    "rhi_needed": "yes", "rhi_offered": "no", "rhi_accepted": "no", "rhi_completed_at": "",
    "rhi_independent": "", "covers_episode_ids": "", "rhi_reason": "", "rhi_change": "",
    "cse_risk": "low", "strategy_mtg_at": "", "source": "illustrative",
}
NO_WORKBOOK = ("is not a workbook that can be opened; open it in Excel, remove any password and "
               "save it as xlsx")


def write_csv(path: Path, *rows: dict[str, str]) -> Path:
    """Write rows under their header."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_sheet(path: Path, rows: Iterable[Iterable[object]]) -> Path:
    """Write rows into the only sheet of a workbook."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def checked_json(*arguments: object) -> dict:
    """Return the JSON that the check prints."""
    done = pscb("check", "--format", "json", *arguments)
    found = json.loads(done.stdout)
    assert done.returncode == found["exit_code"]
    return found


def reactions(found: dict) -> list[str]:
    """Return the reactions in the order of the findings."""
    return [finding["reaction"] for finding in found["findings"]]
