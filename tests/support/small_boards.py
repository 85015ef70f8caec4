"""Boards of a tenth to a twentieth of the sample's size, with odd structure, to be attacked.

A board is a project: the shipped notebooks and decisions, its own returns drawn from the sample,
its own population, and its own published years, which are those of its quarters. All is made from
one seed.
"""

from __future__ import annotations

import csv
import random
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "pscb_lib" / "samples"
FIRST, NEXT = "2014-15-q3", "2014-15-q4"
AREA = "Peterborough"
PERIODS = {
    FIRST: {"quarterly_data_set": ("2014-15 Q3", "2015-01-31"),
            "missing_children": ("2014-15 H1", "2015-01-31"),
            "cdop_annual": ("2013-14", "2015-01-31"),
            "private_fostering": ("2013-14", "2015-01-31"),
            "audit_programme": ("2014-15 Q3", "2015-01-31"),
            "method": ("2014-15 Q3", "2015-01-31")},
    NEXT: {"quarterly_data_set": ("2014-15 Q4", "2015-05-15"),
           "missing_children": ("2014-15 H2", "2015-05-15"),
           "audit_programme": ("2014-15 Q4", "2015-05-15")},
}
AGENCIES = ("audit_programme", "method")
ODD = ("one agency", "one child", "total in a cell", "zero and all", "tiny partner", "plain")
EVERY, CORRECTED = "every report", "those corrected"
Rows = list[dict[str, str]]


@dataclass
class Board:
    """A project's folder, its odd structure, and the runs to make: a cycle and which reports."""

    root: Path
    seed: int
    odd: tuple[str, ...]
    chance: random.Random = field(repr=False)
    runs: list[tuple[str, str]] = field(default_factory=list)
    reports: tuple[str, ...] = ()  # all, where none is named


def make_board(root: Path, seed: int, *, reports: tuple[str, ...] = ()) -> Board:
    """Make the project of one board in the folder *root*; with *reports* it has one run of these.
    """
    chance = random.Random(seed)
    odd = tuple(chance.sample(ODD, chance.choice((1, 2, 2))))
    board = Board(root, seed, odd, chance, reports=reports)
    by = chance.uniform(10, 20)
    shutil.copytree(ROOT / "params", root / "params", ignore=shutil.ignore_patterns(FIRST))
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    _plan_papers(root, with_agencies=not seed % 10)
    for name in ("audits.csv", "actions.csv", "section11.csv", "programme_log.csv"):
        copy(root, name, list)
    quarters = _data_set(board, by)
    _publish(board, quarters, by)
    _missing(board)
    _deaths(board)
    _private(board)
    board.runs.append((FIRST, EVERY))
    kind = chance.random()
    if reports:
        return board
    if kind < 0.6:
        board.runs.append((FIRST, CORRECTED))
    if 0.3 < kind < 0.8:
        board.runs.append((NEXT, EVERY))
    return board


def _plan_papers(root: Path, with_agencies: bool) -> None:
    """Plan the papers of both cycles; those that count no children in one board of ten."""
    for cycle, papers in PERIODS.items():
        folder = root / "params" / cycle
        folder.mkdir()
        for report, (period, as_of) in papers.items():
            if with_agencies or report not in AGENCIES:
                (folder / f"{report}.yaml").write_text(
                    f'period: "{period}"\nas_of: "{as_of}"\nreturns_folder: "returns"\n',
                    encoding="utf-8")


def copy(root: Path, name: str, change: Callable[[Rows], Rows]) -> None:
    """Write a file of the sample, changed, to the board's returns."""
    write(root / "returns" / name, change(read(SAMPLES / name)), SAMPLES / name)


def read(path: Path) -> Rows:
    """The rows of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: Rows, like: Path) -> None:
    """Write rows with the heading of another file."""
    with like.open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, head, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _data_set(board: Board, by: float) -> dict[tuple[str, str], tuple[int, int | None]]:
    """Write the quarterly figures, scaled: equal numbers stay equal. Return the last sent."""
    files = sorted((SAMPLES / "data_set").glob("*.csv"))
    if "one agency" in board.odd:
        files = [SAMPLES / "data_set" / board.chance.choice((
            "childrens-social-care.csv", "safeguarding-team.csv"))]
    last: dict[tuple[str, str], tuple[int, int | None]] = {}
    for path in files:
        rows = _by_quarter(read(path))
        for row in rows:
            if row["numerator"].isdigit():
                _rescale(board, row, by)
                whole = int(row["denominator"]) if row["denominator"] else None
                last[row["indicator"], row["period"]] = int(row["numerator"]), whole
        write(board.root / "returns" / "data_set" / path.name, rows, path)
    return last


def _by_quarter(rows: Rows) -> Rows:
    """The rows with those of three months as one, so that it equals the whole of its shares."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        year, _, month = row["period"].partition("-")
        if not (month.isdigit() and len(row["period"]) == len("2012-04")) or int(month) > 12:
            found[str(len(found)), ""] = row
            continue
        start, quarter = int(year) - (int(month) < 4), (int(month) - 4) % 12 // 3 + 1
        period = f"{start}-{(start + 1) % 100:02} Q{quarter}"
        if (one := found.get((row["indicator"], period))):
            row = {**one, "numerator": str(int(one["numerator"]) + int(row["numerator"]))}
        found[row["indicator"], period] = {**row, "period": period}
    return [row for row in found.values() if row["numerator"].isdigit() or row["status"]]


def _rescale(board: Board, row: dict[str, str], by: float) -> None:
    def scaled(text: str) -> int:
        own = random.Random(f"{board.seed} {text} {row['period']}")
        return round(int(text) / by * own.uniform(0.8, 1.2) + own.uniform(-0.4, 0.4))

    number = max(0, scaled(row["numerator"]))
    if row["denominator"]:
        whole = max(0, scaled(row["denominator"]))
        odd = board.chance.random() if "zero and all" in board.odd else 1
        number = 0 if odd < 0.15 else whole if odd < 0.3 else min(number, whole)
        row["denominator"] = str(whole)
    row["numerator"], row["actual"] = str(number), ""


def _publish(board: Board, quarters: dict, by: float) -> None:
    """Write the population and the published years that the board's own quarters make."""
    path = board.root / "params" / "populations.csv"
    people = {}
    rows = read(path)
    for row in rows:
        if row["area"] == AREA:
            people[row["year"]] = round(int(row["population_0_17"]) / by)
            row["population_0_17"] = str(people[row["year"]])
    write(path, rows, ROOT / "params" / "populations.csv")
    path = board.root / "params" / "benchmarks.csv"
    kept = []
    for row in read(path):
        if row["area"] != AREA:
            kept.append(row)
        elif row["year"] < "2014":
            kept += _published(row, quarters, people)
    write(path, kept, ROOT / "params" / "benchmarks.csv")


def _published(row: dict[str, str], quarters: dict, people: dict[str, int]) -> Rows:
    """The row with the board's own year, or none; small numbers are hidden as the release does."""
    own = [quarters.get((row["indicator"], f"{row['year']} Q{one}")) for one in (1, 2, 3, 4)]
    is_stock = row["indicator"] in ("CN1", "CP5", "CP9", "CP11", "LA1", "LA3")
    used = own[-1:] if is_stock else own
    if None in used:
        return []
    number = sum(one[0] for one in used)
    is_rate = row["indicator"] in ("FD3", "CN1", "CP1", "CP5", "LA1")
    whole = people[row["year"][:4]] if is_rate else sum(one[1] or 0 for one in used)
    if not whole:
        return []
    new = {**row, "denominator": str(whole) if row["denominator"] else "",
           "numerator": str(number) if row["numerator"] else "",
           "value": f"{number * (10_000 if is_rate else 100) / whole:.1f}"}
    if 0 < number < 6:
        new |= {"value": "c"} | ({"numerator": "c"} if row["numerator"] else {})
    return [new]


def _missing(board: Board) -> None:
    """Write the episodes of a few children, of one who went very often, or of one kind."""
    chance = board.chance
    files = sorted((SAMPLES / "missing_episodes").glob("*.csv"))
    times: Counter[str] = Counter()
    for path in files:
        times.update(row["child_id"] for row in read(path))
    often = [child for child, _ in times.most_common(12)]
    most = chance.randint(5, 14)
    chosen = set(chance.sample(sorted(times), most))
    if "one child" in board.odd:
        chosen = {chance.choice(often), *chance.sample(sorted(times), chance.randint(1, 5))}
    for path in files:
        rows = [row for row in read(path) if row["child_id"] in chosen]
        if "total in a cell" in board.odd:
            rows = [row for row in rows if row["from"] == "home"] or rows
        write(board.root / "returns" / "missing_episodes" / path.name, rows, path)


def _deaths(board: Board) -> None:
    chance = board.chance

    def few(rows: Rows) -> Rows:
        chosen = chance.sample(rows, chance.randint(14, 30))
        if "tiny partner" in board.odd:
            one = chance.choice((AREA, "Cambridgeshire"))
            other = [row for row in rows if row["lscb_of_residence"] != one]
            chosen = [row for row in chosen if row["lscb_of_residence"] == one]
            chosen += chance.sample(other, chance.randint(1, 3))
        if "total in a cell" in board.odd:
            value = chance.choice(("yes", "no"))
            chosen = [{**row, "expected": value} if row["expected"] else row for row in chosen]
        return sorted(chosen, key=lambda row: row["death_id"])

    copy(board.root, "deaths.csv", few)


def _private(board: Board) -> None:
    chosen: set[str] = set()

    def few(rows: Rows) -> Rows:
        some = board.chance.sample(rows, board.chance.randint(2, 9))
        chosen.update(row["arrangement_id"] for row in some)
        return [row for row in rows if row["arrangement_id"] in chosen]

    copy(board.root, "private_fostering.csv", few)
    copy(board.root, "private_fostering_visits.csv",
         lambda rows: [row for row in rows if row["arrangement_id"] in chosen])


def correct(board: Board) -> tuple[str, ...]:
    """Change a return or two, as an agency's correction does; return the reports that read them."""
    ways = {"missing_children": _correct_missing, "cdop_annual": _correct_deaths,
            "quarterly_data_set": _correct_figures}
    chosen = board.chance.sample(sorted(ways), board.chance.choice((1, 2)))
    for report in chosen:
        ways[report](board)
    return tuple(chosen)


def _correct_missing(board: Board) -> None:
    changes = {"cse_risk": ("none", "low", "medium", "high"), "status": ("M", "A"),
               "rhi_reason": ("To be with family", "Drink or drugs", "Trouble at school"),
               "from": ("home", "own_cla")}
    _change(board, "missing_episodes/2014-15-h1.csv", changes)


def _correct_deaths(board: Board) -> None:
    changes = {"place_of_death": ("home", "hospice"), "sex": ("male", "female"),
               "ethnicity": ("White", "Asian", "Mixed"), "waiting_for": ("inquest", "post-mortem"),
               "expected": ("yes", "no")}
    _change(board, "deaths.csv", changes)


def _change(board: Board, name: str, changes: dict[str, tuple[str, ...]]) -> None:
    path = board.root / "returns" / name
    rows = read(path)
    if not rows:
        return
    if len(rows) > 3 and board.chance.random() < 0.3:
        rows.remove(board.chance.choice(rows))
    else:
        column = board.chance.choice(sorted(changes))
        board.chance.choice(rows)[column] = board.chance.choice(changes[column])
    write(path, rows, SAMPLES / name)


def _correct_figures(board: Board) -> None:
    path = board.chance.choice(sorted((board.root / "returns" / "data_set").glob("*.csv")))
    rows = read(path)
    late = [row for row in rows if row["period"] >= "2014" and row["numerator"].isdigit()]
    for row in board.chance.sample(late, min(2, len(late))):
        number = int(row["numerator"]) + board.chance.choice((-1, 1, 2))
        most = int(row["denominator"]) if row["denominator"] else number
        row["numerator"] = str(min(max(0, number), most))
    write(path, rows, SAMPLES / "data_set" / path.name)
