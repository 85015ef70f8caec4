"""A return that an agency sends again after a correction."""

from __future__ import annotations

from collections.abc import Mapping

from small_boards.board import Board
from small_boards.rows import SAMPLES, read, write

FEW = 3  # a file of no more rows loses none
CHANGES = {
    "missing_children": ("missing_episodes/2014-15-h1.csv", {
        "cse_risk": ("none", "low", "medium", "high"), "status": ("M", "A"),
        "rhi_reason": ("To be with family", "Drink or drugs", "Trouble at school"),
        "from": ("home", "own_cla")}),
    "cdop_annual": ("deaths.csv", {
        "place_of_death": ("home", "hospice"), "sex": ("male", "female"),
        "ethnicity": ("White", "Asian", "Mixed"), "waiting_for": ("inquest", "post-mortem"),
        "expected": ("yes", "no")}),
}
FIGURES = "quarterly_data_set"


def correct(board: Board) -> tuple[str, ...]:
    """Change a return or two; return the reports that read them."""
    chosen = board.chance.sample(sorted([*CHANGES, FIGURES]), board.chance.choice((1, 2)))
    for report in chosen:
        if report == FIGURES:
            _correct_figures(board)
        else:
            _correct_records(board, *CHANGES[report])
    return tuple(chosen)


def _correct_records(board: Board, name: str, changes: Mapping[str, tuple[str, ...]]) -> None:
    """Leave out a record, or change a cell of one."""
    chance, rows = board.chance, read(board.returns / name)
    if not rows:
        return
    one = chance.choice(rows)
    if len(rows) > FEW and chance.random() < 0.3:
        rows.remove(one)
    else:
        column = chance.choice(sorted(changes))
        one[column] = chance.choice(changes[column])
    write(board.returns / name, rows, SAMPLES / name)


def _correct_figures(board: Board) -> None:
    """Change two figures of the last year by one or two."""
    chance = board.chance
    path = chance.choice(sorted((board.returns / "data_set").glob("*.csv")))
    rows = read(path)
    late = [row for row in rows if row["period"] >= "2014" and row["numerator"].isdigit()]
    for row in chance.sample(late, min(2, len(late))):
        number = max(0, int(row["numerator"]) + chance.choice((-1, 1, 2)))
        whole = int(row["denominator"]) if row["denominator"] else number
        row["numerator"] = str(min(number, whole))
    write(path, rows, SAMPLES / "data_set" / path.name)
