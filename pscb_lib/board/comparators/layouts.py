"""Read the files that the Department for Education publishes, in either of two layouts.

Explore education statistics has a row for each year and area and a column for each measure; the
local authority interactive tool (LAIT) has a row for each year, area and measure. Both name a
year by the March in which it ends. The layout is recognised from the header.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pscb_lib.board.comparators import explore, lait
from pscb_lib.board.comparators.lines import Found, Wanted
from pscb_lib.board.comparators.mapping import EXPLORE, LAIT, Measure
from pscb_lib.reading.files import read_table
from pscb_lib.reading.findings import InputError

COLUMNS = {EXPLORE: explore.COLUMNS, LAIT: lait.COLUMNS}
NAMES = {EXPLORE: "explore education statistics", LAIT: "local authority interactive tool"}
READERS = {EXPLORE: explore.read_explore, LAIT: lait.read_lait}


def read_published_file(path: Path, measures: Mapping[str, Measure], wanted: Wanted) -> Found:
    """Read the figures of the mapped *measures* for the areas and years *wanted*.

    A row that is not wanted is not read, whatever its cells say. Raises InputError if the file has
    neither layout, or if a figure that is wanted is neither a number nor a mark, or stands twice.
    """
    table = read_table(path, ())
    for faults in table.faults.values():
        raise InputError.of(faults[0])
    layout = next((name for name, columns in COLUMNS.items()
                   if {*columns} <= {*table.columns}), None)
    if layout is None:
        either = " nor ".join(", ".join(columns) for columns in COLUMNS.values())
        raise InputError.at(table.file, "is not a known published file: it has neither the "
                            f"columns {either}", "download it from explore education "
                            "statistics, or from the local authority interactive tool")
    return READERS[layout](table, [one for one in measures.values() if layout in one.columns],
                           wanted)
