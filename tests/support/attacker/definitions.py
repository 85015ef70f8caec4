"""Read the definitions of a report's figures: what is part of what, and what counts the same.

A file has ``lines`` (:mod:`attacker.lines`), ``totals`` (labels of rows and columns that add up
others), ``dated`` tables (their labels say the period), ``same`` (a place, and a name for what it
counts in any paper of the report), ``weights`` (episodes, and the column of children by how often
they went), ``residents`` and ``published`` (:mod:`attacker.known`), ``rolling`` and ``adds``
(:mod:`attacker.series`), and ``secret`` (counts of children that no paper prints, but that follow
from printed ones). A report without figures of children says ``nothing: why``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from attacker.lines import TOTAL, Line, parse

REPORTS = Path(__file__).parents[2] / "reports"
KEYS = {"lines", "totals", "dated", "same", "weights", "residents", "published", "rolling", "adds",
        "secret", "nothing"}


@dataclass(frozen=True)
class Definitions:
    """What is known of the figures of one report."""

    lines: tuple[Line, ...] = ()
    totals: tuple[str, ...] = (TOTAL,)
    dated: frozenset[str] = frozenset()
    same: dict[str, str] = field(default_factory=dict)
    weights: tuple[tuple[str, str], ...] = ()
    residents: tuple[str, ...] = ()
    published: dict[str, str] = field(default_factory=dict)
    rolling: tuple[str, ...] = ()
    adds: dict[str, str] = field(default_factory=dict)
    secret: tuple[str, ...] = ()


def read_definitions(report: str, reports: Path = REPORTS) -> Definitions:
    """Read the file of a report.

    Raises FileNotFoundError if it has none, and ValueError for a key or a line that means nothing.
    """
    given = yaml.safe_load((reports / report / "definitions.yaml").read_text(encoding="utf-8"))
    if unknown := set(given) - KEYS:
        raise ValueError(f"{report}: no such key: {', '.join(sorted(unknown))}")
    return Definitions(
        tuple(map(parse, given.get("lines", ()))), tuple(given.get("totals", (TOTAL,))),
        frozenset(given.get("dated", ())), dict(given.get("same", {})),
        tuple((one["episodes"], one["children"]) for one in given.get("weights", ())),
        tuple(given.get("residents", ())), dict(given.get("published", {})),
        tuple(given.get("rolling", ())), dict(given.get("adds", {})),
        tuple(given.get("secret", ())))
