"""What one set of one paper must hide, worked out with the cycle's other papers.

The runner writes a plan for each set that is not the restricted one, beside its notebook while
it runs; it holds places in the paper and never a figure.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.reading.findings import InputError


@dataclass(frozen=True)
class Plan:
    """The places (table, row, column) to hide among the figures that have this SHA-256."""

    hidden: frozenset[tuple[str, str, str]]
    figures: str


def write_plan(plan: Plan, path: Path) -> None:
    """Write a plan, its places in order."""
    content = {"figures": plan.figures, "hidden": sorted(plan.hidden)}
    path.write_text(json.dumps(content, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def read_plan(path: Path) -> Plan:
    """Read a plan; InputError where the file is none."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Plan(frozenset(map(tuple, content["hidden"])), content["figures"])
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise InputError.at(path.name, f"is no disclosure plan ({type(fault).__name__})",
                            "leave the parameter plan to the runner", column="plan") from None
