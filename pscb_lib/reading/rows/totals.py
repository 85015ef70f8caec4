"""Rows of totals: left out, and compared with the sum of the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pscb_lib.reading.cells import shape_of, value_of, whole_number
from pscb_lib.reading.files import Table
from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.reading.rows.nouns import Checked, Field

TOTALS = "a row of totals"


def account_for_totals(checked: Checked, table: Table, fields: Sequence[Field]) -> Checked:
    """Leave out the rows of totals, and reject a total that is not the sum of the rows."""
    if not table.totals:
        return checked
    findings = list(_differing(table, fields))
    wrong = {finding.row for finding in findings}
    findings += [Finding(table.file, "is a row of totals, and is left out", "send rows only", row,
                         sheet=table.sheet or None, reaction=Reaction.NORMALISED)
                 for row, _ in table.totals if row not in wrong]
    rejected = len(wrong)
    left_out = len(table.totals) - rejected
    reasons = {**checked.reasons, **({TOTALS: left_out} if left_out else {})}
    source = checked.sources[0]
    source = replace(source, read=source.read + len(table.totals),
                     rejected=source.rejected + rejected, left_out=source.left_out + left_out)
    return replace(checked, findings=(*checked.findings, *findings), sources=(source,),
                   reasons=reasons)


def _differing(table: Table, fields: Sequence[Field]) -> Iterator[Finding]:
    counts = {field.name for field in fields if shape_of(field.parse).kind == "whole number"}
    places = [(place, name) for place, name in enumerate(table.columns) if name in counts]
    for place, name in places:
        own = _sum(cells[place] for cells in table.cells)
        for number, cells in table.totals:
            said = _count(cells[place])
            if None not in (own, said) and own != said:
                yield Finding(
                    table.file, "the total is not the sum of the rows",
                    "see that no row is missing, and correct one of them", number, name,
                    f"{cells[place]} and a sum of {own}", table.sheet or None)


def _sum(column: Iterator[str]) -> int | None:
    """The sum of a column of counts; None if a cell is not a count."""
    counts = [_count(cell) for cell in column if cell.strip()]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _count(cell: str) -> int | None:
    try:
        count: int = value_of(whole_number(cell))
    except ValueError:
        return None
    return count
