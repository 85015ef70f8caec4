"""Where a cycle's agenda lies, ``params/<cycle>/agenda.csv``, and which cycle a paper is of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells

AGENDA = "agenda.csv"


def cycle_of(params: Path, name: str, period: ReportingPeriod) -> Path | None:
    """The folder of the cycle whose paper *name* has this *period*, the last if there are two."""
    files = sorted(params.glob(f"*/{name}.yaml"), reverse=True)
    return next((path.parent for path in files if _has_period(path, period)), None)


def day_in(cycle: Path, name: str) -> date | None:
    """The day ``as_of`` of a cycle's paper *name*; None if its file has none."""
    try:
        return cells.day(str(read_yaml(cycle / f"{name}.yaml").get("as_of", "")))
    except ValueError:  # a wrong file fails when its paper is run
        return None


def _has_period(path: Path, period: ReportingPeriod) -> bool:
    try:
        return parse_period(str(read_yaml(path).get("period", ""))) == period
    except ValueError:  # a wrong file fails when its paper is run
        return False
