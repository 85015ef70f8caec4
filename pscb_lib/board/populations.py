"""Residents aged 0 to 17 of each area, by mid-year estimate: ``params/populations.csv``."""

from __future__ import annotations

from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field


def read_populations(path: Path, area: str) -> dict[int, int]:
    """Residents aged 0 to 17 of *area* by the year of the mid-year estimate."""
    fields = (Field("year", cells.whole_number), Field("area", cells.text),
              Field("population_0_17", cells.whole_number))
    return {record["year"]: record["population_0_17"]
            for record in read_register(path, fields) if record["area"] == area}


REGISTER = Register("populations.csv", lambda path: read_populations(path, area=""))
