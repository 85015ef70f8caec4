"""Write the sample returns of allegations: four years of half-years, all of them invented.

No national figures are collected. The cases closed in each quarter, and how many of them in one
month, are those that the sample's quarterly data set has from October 2012, but for one quarter, in
which a case more is in the record. Advice grows most in 2014-15, when early years settings asked
about disqualification by association.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from random import Random

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.framework.workdays import add_working_days, is_working_day
from pscb_lib.reports.allegations.returned import FOLDER
from pscb_lib.reports.allegations.returned.record import ADVICE, MET, NOT_MET, make_fields
from tools.samples.allegations_details import describe

SEED = 1226
COLUMNS = [field.name for field in make_fields(date(2015, 5, 15))]
YEARS = ("2011-12", "2012-13", "2013-14", "2014-15")
CLOSED = {  # by quarter: in one month, in three, in twelve, and all
    "2011-12 Q1": (9, 11, 12, 12), "2011-12 Q2": (8, 9, 10, 10), "2011-12 Q3": (10, 12, 13, 13),
    "2011-12 Q4": (9, 10, 11, 11), "2012-13 Q1": (9, 11, 12, 12), "2012-13 Q2": (10, 11, 12, 12),
    "2012-13 Q3": (8, 10, 11, 11), "2012-13 Q4": (9, 11, 12, 12), "2013-14 Q1": (11, 14, 15, 15),
    "2013-14 Q2": (11, 12, 12, 12), "2013-14 Q3": (10, 11, 12, 12), "2013-14 Q4": (11, 12, 12, 13),
    "2014-15 Q1": (8, 9, 10, 10), "2014-15 Q2": (9, 10, 10, 11), "2014-15 Q3": (9, 10, 11, 11),
    "2014-15 Q4": (8, 9, 9, 10),
}
LASTING = ((3, 28), (33, 88), (98, 330), (520, 560))  # days, by the limit that is kept
STILL_OPEN = ("2014-07-22", "2014-12-09", "2015-01-27", "2015-03-03", "2015-03-12", "2015-03-25")
TRANSFERRED = (("2012-06-18", "2012-07-02"), ("2013-11-05", "2013-11-14"),
               ("2014-06-10", "2014-06-20"))
OTHERS = {  # by half-year: advice only, and referred without meeting the threshold
    "2011-12 H1": (16, 9), "2011-12 H2": (17, 8), "2012-13 H1": (17, 10), "2012-13 H2": (18, 9),
    "2013-14 H1": (19, 10), "2013-14 H2": (21, 11), "2014-15 H1": (31, 12), "2014-15 H2": (34, 12),
}


def generate(folder: Path) -> None:
    """Write the half-years to *folder*, the same bytes every time."""
    rng = Random(SEED)
    cases = [*_closed(rng), *_others(rng),
             *({"kind": MET, "received_on": date.fromisoformat(day)} for day in STILL_OPEN),
             *({"kind": MET, "received_on": date.fromisoformat(day),
                "transferred_on": date.fromisoformat(gone)} for day, gone in TRANSFERRED)]
    cases.sort(key=lambda case: (case["received_on"], case["kind"], str(case.get("closed_on"))))
    for number, case in enumerate(cases, 1):
        case["case_id"] = f"LADO-{number:04}"
        describe(case, rng)
    folder.mkdir(parents=True, exist_ok=True)
    for half in [half for year in YEARS for half in parse_period(year).split(6)]:
        rows = [_as_known(case, half.end) for case in cases if _stands_in(case, half)]
        _write(folder / f"{half.label.lower().replace(' ', '-')}.csv", _spoil(half.label, rows))


def _closed(rng: Random) -> list[dict]:
    """The cases closed in each quarter, so many of them in each time."""
    cases = []
    for label, reached in CLOSED.items():
        quarter, before = parse_period(label), 0
        for number, (least, most) in zip(reached, LASTING, strict=True):
            for _ in range(number - before):
                closed = _day(rng, quarter)
                lasted = least + int(rng.random() * (most - least + 1))
                received = _weekday(closed - timedelta(days=lasted))
                cases.append({"kind": MET, "received_on": received, "closed_on": closed})
            before = number
    return cases


def _others(rng: Random) -> list[dict]:
    return [{"kind": kind, "received_on": _day(rng, parse_period(label))}
            for label, numbers in OTHERS.items()
            for kind, number in zip((ADVICE, NOT_MET), numbers, strict=True)
            for _ in range(number)]


def _day(rng: Random, period: ReportingPeriod) -> date:
    """A working day of the period."""
    days = (period.end - period.start).days + 1
    while not is_working_day(day := period.start + timedelta(days=int(rng.random() * days))):
        pass
    return day


def _weekday(day: date) -> date:
    """The same day, or the working day after it: cases do not come at weekends."""
    return day if is_working_day(day) else add_working_days(day, 1)


def _stands_in(case: dict, half: ReportingPeriod) -> bool:
    """Whether it was received in the half-year, or was open at its start."""
    received = case["received_on"]
    ended = case.get("closed_on") or case.get("transferred_on")
    was_open = case["kind"] == MET and (ended is None or ended >= half.start)
    return half.contains(received) or received < half.start and was_open


def _as_known(case: dict, on: date) -> dict:
    """The case without what happened after a day; what its end tells is not known before it."""
    known = {name: value for name, value in case.items()
             if not isinstance(value, date) or value <= on}
    if "closed_on" not in known:
        for name in ("outcome", "employment_outcome", "learning", "dbs_duty", "dbs_referred_on"):
            known.pop(name, None)
    return known


def _spoil(half: str, rows: list[dict]) -> list[dict]:
    """The rows with a fault of this half-year, as a busy office sends them."""
    if half == "2013-14 H2":
        rows = [*rows, rows[4]]
    if half == "2014-15 H1":
        faulty = next(row for row in rows if row["kind"] == NOT_MET)
        faulty["first_meeting_on"] = add_working_days(faulty["received_on"], 3)
    return rows


def _write(path: Path, rows: list[dict]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)


def _cell(value: object) -> object:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


if __name__ == "__main__":
    generate(Path(__file__).parents[2] / "pscb_lib" / "samples" / FOLDER)
