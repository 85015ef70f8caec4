"""The records of a small board, drawn from the sample's, with odd structure."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from small_boards.board import Board
from small_boards.quarters import AREA
from small_boards.rows import SAMPLES, Rows, read, write

NEIGHBOUR = "Cambridgeshire"
NONE = [{"nil_return": "yes", "source": "illustrative"}]  # of a half-year without an episode
HALF_YEAR = "half_year"
OFTEN = 12  # as many children are those who went most often


def make_missing(board: Board) -> None:
    """Write the episodes of a few children, of one who went very often, or of one kind."""
    chance = board.chance
    files = {path: read(path) for path in sorted((SAMPLES / "missing_episodes").glob("*.csv"))}
    times = Counter(row["child_id"] for rows in files.values() for row in rows)
    chosen = set(chance.sample(sorted(times), chance.randint(5, 14)))
    if "one child" in board.odd:
        often = [child for child, _ in times.most_common(OFTEN)]
        chosen = {chance.choice(often), *chance.sample(sorted(times), chance.randint(1, 5))}
    for path, rows in files.items():
        kept = [row for row in rows if row["child_id"] in chosen]
        if "total in a cell" in board.odd:
            kept = [row for row in kept if row["from"] == "home"] or kept
        write(board.returns / "missing_episodes" / path.name, kept or NONE, path)


def make_deaths(board: Board) -> None:
    """Write a few deaths; of a tiny partner in the panel one to three."""
    chance, rows = board.chance, read(SAMPLES / "deaths.csv")
    chosen = chance.sample(rows, chance.randint(14, 30))
    if "tiny partner" in board.odd:
        one = chance.choice((AREA, NEIGHBOUR))
        others = [row for row in rows if row["lscb_of_residence"] != one]
        chosen = [row for row in chosen if row["lscb_of_residence"] == one]
        chosen += chance.sample(others, chance.randint(1, 3))
    if "total in a cell" in board.odd:
        value = chance.choice(("yes", "no"))
        chosen = [{**row, "expected": value} if row["expected"] else row for row in chosen]
    write(board.returns / "deaths.csv", sorted(chosen, key=lambda row: row["death_id"]),
          SAMPLES / "deaths.csv")


def make_private(board: Board) -> None:
    """Write a few arrangements with their visits, and some awareness work or none."""
    name, visits = "private_fostering.csv", "private_fostering_visits.csv"
    some = board.chance.sample(read(SAMPLES / name), board.chance.randint(2, 9))
    chosen = {row["arrangement_id"] for row in some}
    for one in (name, visits):
        rows: Rows = [row for row in read(SAMPLES / one) if row["arrangement_id"] in chosen]
        write(board.returns / one, rows, SAMPLES / one)
    name = "private_fostering_awareness.csv"
    held = [row for row in read(SAMPLES / name) if board.chance.random() < 0.5]
    write(board.returns / name, held or NONE, SAMPLES / name)


def make_conferences(board: Board) -> None:
    """Write the conferences of a few families, and who came to them."""
    files = _files("conferences")
    families = sorted({row["family_id"] for rows in files.values() for row in rows})
    chosen = {*board.chance.sample(families, board.chance.randint(12, 40))}
    kept = {row["conference_id"] for rows in files.values() for row in rows
            if row["family_id"] in chosen}
    _write_those(board, "conferences", "family_id", chosen)
    _write_those(board, "conference_attendance", "conference_id", kept)


def make_allegations(board: Board) -> None:
    """Write a few allegations; of one sector alone where a total stands in a cell."""
    files = _files("allegations")
    every = [row for rows in files.values() for row in rows]
    if "total in a cell" in board.odd:
        sector = board.chance.choice(sorted({row["sector"] for row in every}))
        every = [row for row in every if row["sector"] == sector]
    ids = sorted({row["case_id"] for row in every})
    chosen = {*board.chance.sample(ids, min(len(ids), board.chance.randint(8, 40)))}
    _write_those(board, "allegations", "case_id", chosen)


def make_early_help(board: Board) -> None:
    """Write a few families' assessments and what became of them; every service's cost."""
    files = _files("common_assessments")
    ids = sorted({row["assessment_id"] for rows in files.values() for row in rows})
    chosen = {*board.chance.sample(ids, board.chance.randint(20, 70))}
    for name in ("common_assessments", "early_help_after"):
        _write_those(board, name, "assessment_id", chosen)
    for path, rows in _files("early_help_cost").items():
        write(board.returns / "early_help_cost" / path.name, rows, path)


def _files(name: str) -> dict[Path, Rows]:
    return {path: read(path) for path in sorted((SAMPLES / name).glob("*.csv"))}


def _write_those(board: Board, name: str, column: str, chosen: set[str]) -> None:
    """Write each file of a return with the rows whose *column* is among those *chosen*."""
    for path, rows in _files(name).items():
        kept = [row for row in rows if row[column] in chosen]
        write(board.returns / name / path.name, kept or _nil(rows), path)


def _nil(rows: Rows) -> Rows:
    """The one row of a nil return, for the half-year that the file's rows name, if they do."""
    return [NONE[0] | ({HALF_YEAR: rows[0][HALF_YEAR]} if HALF_YEAR in rows[0] else {})]
