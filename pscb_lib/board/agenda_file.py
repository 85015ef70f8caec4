"""Where a cycle's agenda lies, ``params/<cycle>/agenda.csv``, and which cycle a paper is of."""

from __future__ import annotations

from pathlib import Path

from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period

AGENDA = "agenda.csv"


def cycle_of(params: Path, name: str, period: ReportingPeriod) -> Path | None:
    """The folder of the cycle whose paper *name* has this *period*, the last if there are two."""
    files = sorted(params.glob(f"*/{name}.yaml"), reverse=True)
    return next((path.parent for path in files if _has_period(path, period)), None)


def _has_period(path: Path, period: ReportingPeriod) -> bool:
    try:
        return parse_period(str(read_yaml(path).get("period", ""))) == period
    except ValueError:  # a wrong file fails when its paper is run
        return False
