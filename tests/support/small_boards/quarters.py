"""Quarterly figures of a small board, its population, and the years published of it."""

from __future__ import annotations

import random

from small_boards.board import Board
from small_boards.rows import ROOT, SAMPLES, Rows, read, write

AREA = "Peterborough"
STOCKS = ("CN1", "CP5", "CP9", "CP11", "LA1", "LA3")  # at the end of the year, not its sum
IDS = {row["role"]: row["id"] for row in read(ROOT / "params" / "indicators.csv")}
RATES = ("FD3", "CN1", "CP1", "CP5", "LA1")
HIDDEN = range(1, 6)  # by the release
NOT_YET = "2014-15"  # the first year that is not published by the papers' day
ONE_AGENCY = ("childrens-social-care.csv", "safeguarding-team.csv")
Quarters = dict[tuple[str, str], tuple[int, int]]  # of an indicator and a quarter


def make_data_set(board: Board) -> Quarters:
    """Write the quarterly figures, scaled so that equal numbers stay equal; return the last sent.
    """
    files = sorted((SAMPLES / "data_set").glob("*.csv"))
    if "one agency" in board.odd:
        files = [SAMPLES / "data_set" / board.chance.choice(ONE_AGENCY)]
    last: Quarters = {}
    for path in files:
        rows = _by_quarter(read(path))
        for row in rows:
            if row["numerator"].isdigit():
                number, whole = _rescale(board, row)
                last[row["indicator"], row["period"]] = number, whole or 0
        write(board.returns / "data_set" / path.name, rows, path)
    return last


def _by_quarter(rows: Rows) -> Rows:
    """The rows with those of three months as one, so that it equals the whole of its shares."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        quarter = _quarter_of(row["period"])
        if not quarter:
            found[str(len(found)), ""] = row
            continue
        if (one := found.get((row["indicator"], quarter))):
            row = {**one, "numerator": str(int(one["numerator"]) + int(row["numerator"]))}
        found[row["indicator"], quarter] = {**row, "period": quarter}
    return [row for row in found.values() if row["numerator"].isdigit() or row["status"]]


def _quarter_of(period: str) -> str:
    """The quarter of a month, such as 2012-04; empty for other periods."""
    year, _, month = period.partition("-")
    if not month.isdigit() or int(month) > 12:
        return ""
    start, quarter = int(year) - (int(month) < 4), (int(month) - 4) % 12 // 3 + 1
    return f"{start}-{(start + 1) % 100:02} Q{quarter}"


def _rescale(board: Board, row: dict[str, str]) -> tuple[int, int | None]:
    def scaled(text: str) -> int:
        own = random.Random(f"{board.seed} {text} {row['period']}")
        number = int(text) / board.smaller * own.uniform(0.8, 1.2) + own.uniform(-0.4, 0.4)
        return max(0, round(number))

    number, whole = scaled(row["numerator"]), None
    if row["denominator"]:
        whole = scaled(row["denominator"])
        odd = board.chance.random() if "zero and all" in board.odd else 1
        number = 0 if odd < 0.15 else whole if odd < 0.3 else min(number, whole)
        row["denominator"] = str(whole)
    row["numerator"], row["actual"] = str(number), ""
    return number, whole


def publish_years(board: Board, quarters: Quarters) -> None:
    """Write the population and the published years that the board's own quarters make."""
    populations, benchmarks = (board.root / "params" / name
                               for name in ("populations.csv", "benchmarks.csv"))
    rows = read(populations)
    own = [row for row in rows if row["area"] == AREA]
    for row in own:
        row["population_0_17"] = str(round(int(row["population_0_17"]) / board.smaller))
    write(populations, rows, ROOT / "params" / populations.name)
    people = {row["year"]: int(row["population_0_17"]) for row in own}
    kept: Rows = []
    for row in read(benchmarks):
        if row["area"] != AREA:
            kept.append(row)
        elif row["year"] < NOT_YET:
            kept += _published(row, quarters, people)
    write(benchmarks, kept, ROOT / "params" / benchmarks.name)


def _published(row: dict[str, str], quarters: Quarters, people: dict[str, int]) -> Rows:
    """The row with the board's own year, or none; small numbers are hidden as the release does."""
    id = IDS[row["indicator"]]
    wanted = (4,) if id in STOCKS else (1, 2, 3, 4)
    places = [(id, f"{row['year']} Q{one}") for one in wanted]
    if not all(place in quarters for place in places):
        return []
    number, whole = (sum(quarters[place][one] for place in places) for one in (0, 1))
    is_rate = id in RATES
    whole = people[row["year"][:4]] if is_rate else whole
    if not whole:
        return []
    said = {"value": f"{number * (10_000 if is_rate else 100) / whole:.1f}",
            "numerator": str(number), "denominator": str(whole)}
    if number in HIDDEN:
        said |= {"value": "c", "numerator": "c"}
    return [{**row, **{name: text for name, text in said.items() if row[name]}}]
