"""The disclosure plan: what one set of a paper must hide, given the cycle's other papers.

The runner writes a plan for each board and public set, beside its notebook while it runs. A plan
has places in the paper and never a figure.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.reading.findings import InputError


@dataclass(frozen=True)
class Plan:
    """The places (table, row, column) to hide, and the SHA-256 of the figures they are for."""

    hidden: frozenset[tuple[str, str, str]]
    figures: str


def write_plan(plan: Plan, path: Path) -> None:
    """Write a plan, with its places sorted."""
    content = {"figures": plan.figures, "hidden": sorted(plan.hidden)}
    path.write_text(json.dumps(content, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def read_plan(path: Path) -> Plan:
    """Read a plan. Raises InputError if the file is not a disclosure plan."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Plan(frozenset(map(tuple, content["hidden"])), content["figures"])
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise InputError.at(path.name, f"is not a disclosure plan ({type(fault).__name__})",
                            "leave the parameter plan to the runner", column="plan") from None
