"""Warn of group disclosure: shown lines with all their cases in one category.

No count of such a line is small, and yet it discloses the category of everyone in it
(:mod:`pscb_lib.disclosure.secrecy.one_category`). So does a percentage of 0 or 100. A person
judges the warning; the set is not refused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pscb_lib.disclosure.counted import MASKED_FOR
from pscb_lib.disclosure.figures import NOBODY, TOTAL, Value, masked_figures_in
from pscb_lib.disclosure.outsider.found import Finished
from pscb_lib.disclosure.outsider.leak import Leak
from pscb_lib.disclosure.secrecy.one_category import lines_in_one_category

Lines = dict[str, dict[str, Value | None]]
REMEDY = "see whether that tells of everyone in it, and combine categories or drop the split"


def find_groups(found: Finished) -> list[Leak]:
    """Warnings of lines with all their cases in one category, and of such percentages."""
    warnings = list(_whole_shares(found))
    for (table, _), lines in _tables(found).items():
        full = {line: parts for line, parts in lines.items() if None not in parts.values()}
        for line, category in lines_in_one_category(full).items():
            warnings.append(Leak("report.ipynb", f"table {table}", line,
                                 f"all of it is {category}", REMEDY))
    return sorted(set(warnings))


def _whole_shares(found: Finished) -> Iterator[Leak]:
    """Warnings of shown percentages of 0 or 100, of those that this audience's set masks."""
    for one in () if found.figures is None else masked_figures_in(found.figures):
        is_masked = one.describes in MASKED_FOR[found.front["audience"]]
        if (one.unit == "percent" and is_masked and not one.hidden and one.readers != NOBODY
                and one.denominator and one.numerator in (0, one.denominator)):
            yield Leak("report.ipynb", f"table {one.table}",
                       ", ".join(filter(None, (one.row, one.column))),
                       "all of it is in it" if one.numerator else "none of it is in it", REMEDY)


def _tables(found: Finished) -> dict[tuple[str, str], Lines]:
    """The masked counts of each table with a total, by row and by column, without the totals."""
    if found.figures is None:
        return {}
    masked = MASKED_FOR[found.front["audience"]]
    counts = [one for one in masked_figures_in(found.figures)
              if one.unit == "count" and one.readers != NOBODY and one.describes in masked]
    summed = {one.table for one in counts if TOTAL in (one.row, one.column)}
    tables: dict[tuple[str, str], Lines] = defaultdict(lambda: defaultdict(dict))
    for one in counts:
        for way, line, part in (("row", one.row, one.column), ("column", one.column, one.row)):
            if one.table in summed and part != TOTAL and part:
                tables[one.table, way][line][part] = one.actual
    return tables
