"""The records of a small board: episodes, deaths and private fostering, with odd structure."""

from __future__ import annotations

from collections import Counter

from small_boards.board import Board
from small_boards.quarters import AREA
from small_boards.rows import SAMPLES, Rows, read, write

NEIGHBOUR = "Cambridgeshire"
NONE = [{"nil_return": "yes", "source": "illustrative"}]  # of a half-year without an episode
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
    """Write a few arrangements with their visits."""
    name, visits = "private_fostering.csv", "private_fostering_visits.csv"
    some = board.chance.sample(read(SAMPLES / name), board.chance.randint(2, 9))
    chosen = {row["arrangement_id"] for row in some}
    for one in (name, visits):
        rows: Rows = [row for row in read(SAMPLES / one) if row["arrangement_id"] in chosen]
        write(board.returns / one, rows, SAMPLES / one)
