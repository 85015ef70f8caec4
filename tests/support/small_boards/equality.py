"""The returns of equality and involvement of a small board: few children of most groups."""

from __future__ import annotations

from random import Random

from pscb_lib.reports.equality.places import GROUPS, LATER, REFERRED
from small_boards.board import Board
from small_boards.rows import SAMPLES, Rows, read, write

YEARS, MOST = ("2013-14", "2014-15"), 60


def make_equality(board: Board) -> None:
    """Write counts that add up, each later step some of those referred, and who was asked."""
    chance = Random(board.seed)
    rows = [row for year in YEARS for row in _counts(chance, year)]
    write(board.returns / "equality_counts.csv", rows, SAMPLES / "equality_counts.csv")
    asked = read(SAMPLES / "involvement.csv")
    for row in asked:
        row["asked_n"] = str(chance.randint(0, 20))
    write(board.returns / "involvement.csv", asked, SAMPLES / "involvement.csv")


def _counts(chance: Random, year: str) -> Rows:
    """Each child at random in one group of each characteristic, and perhaps at each later step."""
    children = [{name: chance.choice(groups[:chance.randint(2, len(groups))])
                 for name, groups in GROUPS.items()} for _ in range(chance.randint(0, MOST))]
    reached = {REFERRED: children} | {
        step: [one for one in children if chance.random() < 0.3] for step in LATER}
    return [{"agency": "Children's social care", "period": year, "step": step,
             "characteristic": name, "group": group, "source": "illustrative",
             "n": str(sum(one[name] == group for one in those))}
            for step, those in reached.items() for name, groups in GROUPS.items()
            for group in groups]
