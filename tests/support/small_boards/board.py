"""A small board: its folder, its odd structure, and the runs to make."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

ODD = ("one agency", "one child", "total in a cell", "zero and all", "tiny partner", "plain")
EVERY, CORRECTED = "every report", "those corrected"


@dataclass
class Board:
    """A project in the folder *root*; each of ``runs`` is a cycle and which reports to make.

    ``reports`` names the reports of a run of every report, where these are not all of the cycle.
    """

    root: Path
    seed: int
    reports: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()
    runs: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.odd = tuple(self.chance.sample(ODD, self.chance.choice((1, 2, 2))))
        self.smaller = self.chance.uniform(10, 20)

    @property
    def returns(self) -> Path:
        """The folder of the agencies' returns."""
        return self.root / "returns"
