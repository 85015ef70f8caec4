"""Write the sample returns of the budget and of contributions: every row is invented.

Run by ``python -m tools.samples.generate_budget``; the same bytes every time. One year's lines,
with a serious case review that cost more than planned, a month whose figures were never sent, and
a partner that has not paid. No amount is, or is made from, a real Board's.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from random import Random

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.budget import returned, returned_contributions

SEED = 20140401
FOLDER = Path(__file__).parents[2] / "pscb_lib" / "samples"
YEAR = ReportingPeriod(date(2014, 4, 1), 12)
MONTHS = YEAR.split(1)
NOT_SENT = 8  # December
REVIEWS, TRAINING, CHARGES = (
    "Serious case reviews", "Training and events", "Charges for training")
OPENING, BEGUN = Decimal("31250.00"), 6  # the month in which a review begins to cost more
QUARTERS = (0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1)
LINES = {  # the budget of the year, and in which months it is to be spent
    "Staff": ("68400.00", (1,) * 12),
    "Independent chair": ("18000.00", QUARTERS),
    REVIEWS: ("12000.00", (0, 0, 0, 0, 1, 2, 2, 2, 1, 2, 1, 1)),
    "Child death reviews": ("9500.00", QUARTERS),
    TRAINING: ("9600.00", (0, 1, 2, 1, 0, 1, 2, 2, 0, 1, 2, 2)),
    "Support costs": ("6500.00", (0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1)),
    "Procedures and website": ("4200.00", (3, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0)),
    "Audit": ("3000.00", (0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0)),
    "Publicity": ("1800.00", (0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1, 0)),
}
EXTRA = (0, 0, 0, 0, 0, 0, 900, 1450, 800, 620, 430, 0)  # what the unplanned review costs, by month
PUT_OFF = (0, 0, 0, 0, 0, 0, -500, -600, 0, 0, 280, 150)  # training put off to spring
NOTES = {REVIEWS: "review F needed a second author from October",
         TRAINING: "two courses were put off, one of them to spring"}
PARTNERS = {  # agreed, paid, when, and what it gives in kind
    "City council": ("62000.00", "62000.00", "2014-05-30", "rooms for meetings and training"),
    "Health commissioners": ("34000.00", "34000.00", "2014-06-20", ""),
    "Police": ("15000.00", "15000.00", "2014-06-12", "two trainers for four days"),
    "Hospital trust": ("5000.00", "5000.00", "2014-11-18", ""),
    "Community health trust": ("4950.00", "4950.00", "2014-07-25", "a trainer for three days"),
    "National Probation Service": ("1500.00", "0.00", "", ""),
    "Schools": ("1500.00", "1000.00", "2014-09-29", "rooms for training"),
    "Cafcass": ("550.00", "550.00", "2014-08-08", ""),
}
INVOICED = {"National Probation Service": date(2014, 7, 1)}
PENCE = Decimal("0.01")


def main(folder: Path = FOLDER) -> None:
    """Write the two returns to *folder*."""
    _write(folder / returned.RETURN.folder_or_file,
           [field.name for field in returned.FIELDS], budget_rows(Random(SEED)))
    _write(folder / returned_contributions.RETURN.folder_or_file,
           ["year", "partner", "agreed", "invoiced_on", "received", "received_on", "in_kind",
            "source"], contribution_rows())


def budget_rows(random: Random) -> Iterator[dict[str, object]]:
    """Yield the rows of every month: each line of spend and income, and the reserve."""
    spend = {line: _spent(line, Decimal(budget), shape, random)
             for line, (budget, shape) in LINES.items()}
    for at, month in enumerate(MONTHS):
        rows = [*(_row(line, "spend", *each[at]) for line, each in spend.items()),
                *_income(at, random)]
        for row in [*rows, _reserve(rows)]:
            yield {"month": month.label, **row, "source": "illustrative"} | (
                dict.fromkeys(returned.SINCE, "") if at == NOT_SENT else {})


def _spent(line: str, budget: Decimal, shape: Sequence[int], random: Random
           ) -> list[tuple[Decimal, ...]]:
    """Return for each month the budget, profile, actual and forecast of one line."""
    profile = [_pence(budget * sum(shape[:at + 1]) / sum(shape)) for at in range(len(MONTHS))]
    spent, found = Decimal(0), []
    for at, planned in enumerate(profile):
        step = planned - (profile[at - 1] if at else 0)
        spent += _pence(step * (10_000 + random.randrange(-300, 300)) / 10_000) + _moved(line, at)
        still = budget - planned + _still(line, at)
        found.append((budget, planned, spent, spent + still))
    return found


def _moved(line: str, at: int) -> Decimal:
    return Decimal({REVIEWS: EXTRA, TRAINING: PUT_OFF}.get(line, (0,) * 12)[at])


def _still(line: str, at: int) -> Decimal:
    """What is known to come besides the profile, once the review has begun."""
    later = {REVIEWS: EXTRA, TRAINING: PUT_OFF}.get(line, ())
    return Decimal(sum(later[at + 1:])) if at >= BEGUN else Decimal(0)


def _row(line: str, kind: str, budget: Decimal, profile: Decimal, actual: Decimal,
         forecast: Decimal) -> dict[str, object]:
    committed = _pence((forecast - actual) / 5) if kind == "spend" else ""
    note = NOTES.get(line, "") if abs(forecast - budget) > budget / 20 else ""
    return {"line": line, "kind": kind, "opening": "", "budget_year": budget,
            "profile_to_date": profile, "actual_to_date": actual, "committed": committed,
            "forecast_year": forecast, "note": note}


def _income(at: int, random: Random) -> Iterator[dict[str, object]]:
    """Yield what partners pay, as it came, and charges for training."""
    agreed = sum(Decimal(one[0]) for one in PARTNERS.values())
    came = sum((Decimal(paid) for _, paid, on, _ in PARTNERS.values()
                if on and date.fromisoformat(on) <= MONTHS[at].end), Decimal("0.00"))
    planned = agreed if at > 2 else _pence(agreed * at / 2)
    yield _row("Partners' contributions", "income", agreed, planned, came, agreed)
    shape = LINES[TRAINING][1]
    budget = Decimal("4000.00")
    profile = _pence(budget * sum(shape[:at + 1]) / sum(shape))
    actual = _pence(profile * (9_500 + random.randrange(400)) / 10_000)
    yield _row(CHARGES, "income", budget, profile, actual, actual + budget - profile)


def _reserve(rows: Sequence[dict[str, object]]) -> dict[str, object]:
    """Return the reserve: its opening, with income and without spend."""
    signs = {"income": 1, "spend": -1}
    balances = {name: OPENING + sum(signs[str(row["kind"])] * Decimal(str(row[name]))
                                    for row in rows) for name in returned.BALANCES}
    return {"line": "Reserve", "kind": "reserve", "opening": OPENING, "committed": "",
            "note": "", **balances}


def contribution_rows() -> Iterator[dict[str, object]]:
    """Yield a row for each partner."""
    for partner, (agreed, paid, on, kind) in PARTNERS.items():
        yield {"year": YEAR.label, "partner": partner, "agreed": agreed,
               "invoiced_on": INVOICED.get(partner, date(2014, 5, 6)), "received": paid,
               "received_on": on, "in_kind": kind, "source": "illustrative"}


def _pence(amount: Decimal) -> Decimal:
    return amount.quantize(PENCE, ROUND_HALF_UP)


def _write(path: Path, names: Sequence[str], rows: Iterable[dict[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
