"""Lines shown that are all in one category: a warning for a person, not a refusal.

No count of such a line is small, and yet it tells of everyone in it (:mod:`..secrecy.groups`).
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pscb_lib.auditing.finished import Finished
from pscb_lib.auditing.leaks import Leak
from pscb_lib.masking import MASKED_FOR
from pscb_lib.measures.figures import NOBODY, TOTAL
from pscb_lib.secrecy.groups import lines_in_one_category


def find_groups(found: Finished, name: Path | str = "") -> list[Leak]:
    """The lines of shown tables of counts that have all their cases in one of their categories."""
    if found.figures is None:
        return []
    masked = MASKED_FOR[found.front["audience"]]
    tables: dict[str, dict[str, dict[str, int | None]]] = defaultdict(lambda: defaultdict(dict))
    for one in found.figures.itertuples():
        if one.unit == "count" and one.readers != NOBODY and one.describes in masked:
            for line, part, way in ((one.row, one.column, "row"), (one.column, one.row, "column")):
                if part != TOTAL and line:
                    tables[f"{one.table}\0{way}"][line][part] = one.actual
    warnings = []
    for key, lines in tables.items():
        full = {line: parts for line, parts in lines.items() if None not in parts.values()
                and _has_total(found, key.split("\0")[0])}
        for line, category in lines_in_one_category(full).items():
            warnings.append(Leak(f"{name}report.ipynb", f"table {key.split(chr(0))[0]}", line,
                                 f"all of it is {category}",
                                 "see whether that tells of everyone in it; combine categories"))
    return sorted(set(warnings))


def _has_total(found: Finished, table: str) -> bool:
    own = found.figures[found.figures["table"] == table]
    return TOTAL in {*own["row"], *own["column"]}
