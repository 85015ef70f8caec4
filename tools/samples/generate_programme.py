"""Write the sample returns of the audit programme, the same bytes every time.

Run by ``python -m tools.samples.generate_programme``. All rows are invented and say so in their
``source`` column. The texts are in ``calibration/``; a seeded generator gives the dates and grades.
The faults are those of real returns: two forms of date, grades in lower case, older names of
agencies, blanks, and three rows that break a rule.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from pscb_lib.framework.audit_summary.audits import RegisteredAudit
from pscb_lib.framework.workdays import is_working_day
from tools.samples.dealing import chance
from tools.samples.programme_events import log_rows
from tools.samples.section11_answers import answer_rows, earlier_rows

SEED = 20150131
LAST_DAY = date(2015, 1, 30)
FOLDER = Path(__file__).parents[2] / "pscb_lib" / "samples"
CALIBRATION = Path(__file__).parent / "calibration"
AUDIT_COLUMNS = (*RegisteredAudit.__dataclass_fields__, "source")
STEPS = ("completed_on", "implemented_on", "evidenced_on", "closed_on")
BESIDE = ("evidence_kind", "superseded_by", "not_accepted_by", "not_accepted_because",
          "reopened_on", "reopened_because", "note")
ACTION_COLUMNS = ("action_id", "arising_from", "finding", "recommendation", "text", "measure",
                  "agency", "owner", "agreed_on", "due_on", "revised_due_on", *STEPS, "outcome",
                  *BESIDE, "source")
# An action "signed off" is closed without evidence of an outcome.
STEPS_TAKEN = {"agreed": 0, "completed": 1, "implemented": 2, "outcome evidenced": 3,
               "closed": 4, "signed off": 4}
Cells = dict[str, object]


def main(folder: Path = FOLDER) -> None:
    """Write the six returns to *folder*."""
    random = Random(SEED)
    write(folder / "programme_log.csv", log_rows(random), random)
    write(folder / "section11.csv", answer_rows(random), random, earlier_rows())
    write(folder / "audits.csv", audit_rows(random), random)
    add(folder / "audits.csv", read_words("audits_repeated.csv"))
    shutil.copyfile(CALIBRATION / "audit_nil_returns.csv", folder / "audit_nil_returns.csv")
    write(folder / "actions.csv", action_rows(random), random)
    write(folder / "action_checks.csv", check_rows(), random)
    (folder / "action_updates").mkdir(exist_ok=True)
    write(folder / "action_updates" / "education.csv", read_words("action_updates.csv"), random)


def audit_rows(random: Random) -> Iterator[Cells]:
    """Add dates to the audits of ``calibration/audits.csv``: when received, and what followed."""
    for given in read_words("audits.csv"):
        row = {name: given.get(name, "") for name in AUDIT_COLUMNS} | {"source": "illustrative"}
        if given["came"]:
            received = on_working_day(date.fromisoformat(given["due_on"]), int(given["came"]))
            row |= {"received_on": received, "scrutinised_on": scrutiny_after(received)}
            row |= _followed(received, given["follow_up"], given["spread"], random)
        yield row


def action_rows(random: Random) -> Iterator[Cells]:
    """Add dates to the actions of ``calibration/actions.csv``, up to each one's status."""
    for given in read_words("actions.csv"):
        row = {name: given.get(name, "") for name in ACTION_COLUMNS} | {"source": "illustrative"}
        if taken := STEPS_TAKEN[given["reached"]]:
            completed = on_working_day(date.fromisoformat(given["due_on"]), int(given["days_late"]))
            steps = zip(STEPS, _steps(completed, random), strict=True)
            row |= dict(islice(steps, taken))
        yield row


def check_rows() -> Iterator[Cells]:
    """Say of each check of an action that it is invented."""
    return ({**given, "source": "illustrative"} for given in read_words("action_checks.csv"))


def read_words(name: str) -> list[Cells]:
    """Read one file of ``calibration/``."""
    with (CALIBRATION / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: Iterable[Cells], random: Random, more: Iterable[Cells] = ()) -> None:
    """Write rows as UTF-8 CSV with plain line ends; each row has one of two forms of date.

    The rows of *more* come last, and have one form.
    """
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow(_dated(row, "%d/%m/%Y" if chance(40, random) else "%Y-%m-%d"))
        writer.writerows(_dated(row, "%Y-%m-%d") for row in more)


def _dated(row: Cells, form: str) -> Cells:
    return {name: value.strftime(form) if isinstance(value, date) else value
            for name, value in row.items()}


def add(path: Path, rows: Iterable[Cells]) -> None:
    """Add rows to a file as they are, with no chance in them, so that no other row changes."""
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(row.values() for row in rows)


def on_working_day(day: date, later: int) -> date:
    """Return the day *later* days on, or the next working day after that."""
    day += timedelta(days=later)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def scrutiny_after(received: date) -> date | str:
    """Return the first Q&E meeting a week or more after *received*, or blank if there was none."""
    held = (date(2014, 5, 14), date(2014, 9, 10), date(2014, 11, 12), date(2014, 12, 10))
    return next((day for day in held if (day - received).days >= 7), "")


def _followed(received: date, follow_up: str, spread: str, random: Random) -> Cells:
    due = on_working_day(received, 182)
    days = {
        "action_plan_on": on_working_day(received, 10 + random.randrange(20)),
        "follow_up_on": on_working_day(due, -random.randrange(10)) if follow_up == "came" else "",
        "spread_on": on_working_day(received, 30 + random.randrange(30)) if spread == "yes" else "",
    }
    happened = {name: day for name, day in days.items() if day and day <= LAST_DAY}
    return {**happened, "follow_up_due_on": due if follow_up else ""}


def _steps(completed: date, random: Random) -> list[date]:
    """Return the days of completion, implementation, evidence and closing, up to the last day."""
    steps = [completed]
    for shortest, longest in ((10, 30), (60, 110), (5, 12)):
        wait = shortest + random.randrange(longest - shortest)
        steps.append(min(on_working_day(steps[-1], wait), LAST_DAY))
    return steps


if __name__ == "__main__":
    main()
