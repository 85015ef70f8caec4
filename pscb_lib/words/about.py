"""About a report: where its figures come from, what became of every row, and its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from pscb_lib.blocks import Column, Data, End, Group, List, Table, cell
from pscb_lib.context import Context
from pscb_lib.findings import Reaction
from pscb_lib.records import Checked
from pscb_lib.words.numbers import capital, count_of

MOST_LISTED = 20


def tabulate_sources(context: Context, *returns: Checked) -> Table:
    """Tabulate every return that was read: rows read = used + rejected + left out.

    The restricted set has a line for each file, the others one for each kind of return.
    """
    headings = ["Return", "Rows read", "Used", "Rejected", "Left out"]
    files = [[source.file, source.read, source.used, source.rejected, source.left_out]
             for checked in returns for source in checked.sources]
    lines = files if context.audience == "restricted" else [_together(one) for one in returns]
    if len(lines) > 1:
        sums = [sum(line[place] for line in lines) for place in range(1, len(headings))]
        lines = [*lines, ["All returns", *sums]]
    columns = [Column(headings[0], width=3), *(Column(name, "end") for name in headings[1:])]
    rows = [[cell(f"{value:,}" if isinstance(value, int) else value) for value in line]
            for line in lines]
    return Table("sources", "Returns read, and what became of every row", columns,
                 [Group(None, rows)], Data(headings, files), note=left_out(context, *returns))


def _together(checked: Checked) -> list[str | int]:
    names = [_title(source.file) for source in checked.sources]
    name = names[0] if len(names) == 1 else f"{len(names)} files"
    return [name, *checked.rows.values()]


def _title(file: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=\d)", " ", Path(file).stem)
    return words.replace("_", " ").capitalize()


def left_out(context: Context, *returns: Checked) -> str | None:
    """Say why rows were left out; how many for each reason, in the restricted set alone."""
    reasons = {reason: count for checked in returns for reason, count in checked.reasons.items()}
    if context.audience != "restricted":
        return f"Left out: {'; '.join(reasons)}." if reasons else None
    said = "; ".join(f"{count:,} {reason}" for reason, count in reasons.items())
    return f"Left out: {said}." if reasons else None


def list_rejected(context: Context, *returns: Checked) -> List:
    """List the rows that could not be used, at most twenty, with their number.

    Outside the restricted set they are counted: a row, like its value, may be one child.
    """
    findings = [finding for checked in returns for finding in checked.findings
                if finding.reaction is Reaction.REJECTED]
    if findings and context.audience != "restricted":
        rows = len({(finding.file, finding.row) for finding in findings})
        return List([f"{capital(count_of(rows, 'row'))} could not be used. The Q&E group's set "
                     "lists what to correct."])
    said = [str(finding) for finding in findings[:MOST_LISTED]]
    if len(findings) > MOST_LISTED:
        said.append(f"and {len(findings) - MOST_LISTED} more.")
    return List(said or ["Every row could be used."])


def end_report(context: Context, report: str, returns: Sequence[Checked],
               ratings: dict[str, int] | None = None) -> End:
    """Close a report: the block by which the runner knows that it ran to its end."""
    names = ("read", "used", "rejected", "left_out")
    rows = {name: sum(checked.rows[name] for checked in returns) for name in names}
    return End(report, context.period.label, context.audience, ratings or {}, rows)
