"""Make the registers that a new board starts with from the example's: ``python -m tools.starter``.

What is the example's alone is left out or replaced: its agencies, posts, meetings, years.
``pscb init`` fills in what begins with a dollar sign.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARAMS, STARTER = ROOT / "params", ROOT / "pscb_lib" / "starter"
EMPTY = ("benchmarks.csv", "cleared_texts.csv", "ledger.csv", "meetings.csv",
         "open_reviews.csv", "populations.csv", "rebases.csv", "statistical_neighbours.csv",
         "voluntary_standards.csv")
AS_IT_IS = ("benchmark_measures.csv", "cdop_national.csv", "section11_standards.csv")
SINCE, FIRST = "$since", "$first_year"
WORDS = {  # what the example alone says, and what any board does
    "; the authority moved to them in April 2014": "",
    "; break: June 2014, when the two took over from the Probation Trust": "",
    "November 2014, then November 2016": "November $starts, then November $starts_again",
    "November 2014": "November $starts", "2014-11": "$starts-11", "PSCB": "Board",
}
SETTINGS = ("board", "group", "group_short", "contact", "cycle", "area", "authority", "region",
            "panel")
NOT_STATED = ("follow_up_basis", "quorum")  # until the Board states it
OF_THE_SAMPLE = "; the sample's are"
Row = dict[str, str]


def make() -> dict[str, str]:
    """The files of ``pscb_lib/starter/`` that are made, by name."""
    return {
        "indicators.csv": _table("indicators.csv", _indicators()),
        "audit_programme.csv": _table("audit_programme.csv", (
            {name: _reworded(cell) for name, cell in row.items()} | {"valid_from": FIRST}
            for row in _rows(PARAMS / "audit_programme.csv"))),
        **{name: _table(name, ()) for name in EMPTY},
        **{name: (PARAMS / name).read_text(encoding="utf-8") for name in AS_IT_IS},
        "settings.yaml": "".join(_settings()),
    }


def _indicators() -> Iterator[Row]:
    """The definitions in force, with the usual name of the agency that sends each."""
    names = {row["example"].split(";")[0]: row["name"] for row in _rows(STARTER / "agencies.csv")}
    for row in _rows(PARAMS / "indicators.csv"):
        if not row["valid_to"]:
            yield {name: _reworded(cell) for name, cell in row.items()} | {
                "valid_from": SINCE, "agency": names[row["agency"]], "lead": "",
                "review_meetings": "", "target_year": FIRST if row["target"] else ""}


def _settings() -> Iterator[str]:
    """The lines of the settings, with the Board's own to be filled in."""
    for line in (PARAMS / "settings.yaml").read_text(encoding="utf-8").splitlines(keepends=True):
        name = line.partition(":")[0]
        if name in SETTINGS:
            line = re.sub(r'^(\w+): ("[^"]*"|[^#]*?)(?=  #)', rf"\1: ${name}", line)
        elif name in NOT_STATED:
            line = f"# {line}"
        elif name == "# first_cycle":
            line = re.sub(r"^# first_cycle: \S+", "first_cycle: $cycle", line)
        elif name == "later_editions":
            line = line.replace(": yes", ": no").replace(OF_THE_SAMPLE, "")
        yield _reworded(line) if line.startswith("#") else line


def _reworded(cell: str) -> str:
    for theirs, ours in WORDS.items():
        cell = cell.replace(theirs, ours)
    return cell


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _table(name: str, rows: Iterable[Row]) -> str:
    with (PARAMS / name).open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, head, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


if __name__ == "__main__":
    for file_name, text in make().items():
        (STARTER / file_name).write_text(text, encoding="utf-8", newline="\n")
