"""About a report: where its figures come from, what became of every row, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pscb_lib.blocks import Column, Data, End, Group, List, Table, cell
from pscb_lib.context import Context
from pscb_lib.findings import Reaction
from pscb_lib.records import Checked

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
                 [Group(None, rows)], Data(headings, files), note=left_out(*returns))


def _together(checked: Checked) -> list[str | int]:
    names = [source.file for source in checked.sources]
    name = names[0] if len(names) == 1 else f"{len(names)} files, {names[0]} to {names[-1]}"
    return [name, *checked.rows.values()]


def left_out(*returns: Checked) -> str | None:
    """Say why rows were left out, with the number for each reason."""
    reasons = [f"{count:,} {reason}" for checked in returns
               for reason, count in checked.reasons.items()]
    return f"Left out: {'; '.join(reasons)}." if reasons else None


def list_rejected(context: Context, *returns: Checked) -> List:
    """List the rows that could not be used, at most twenty, with their number.

    Outside the restricted set a cell's value is left out: it may be a small number.
    """
    findings = [finding for checked in returns for finding in checked.findings
                if finding.reaction is Reaction.REJECTED]
    if context.audience != "restricted":
        findings = [replace(finding, value=None) for finding in findings]
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
