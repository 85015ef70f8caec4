"""About a report: its sources, the rows used, rejected and left out, and its last block."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.page.blocks import Callout, Column, Data, End, Group, List, Table, cell
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Checked

MOST_LISTED = 20
FEW, ALL_BUT_FEW = "few", "all but a few"


def warn_of_rejected(context: Context, *returns: Checked) -> Callout | None:
    """Warn the reader if more rows were rejected than the Board's settings allow."""
    rejected = sum(checked.rows["rejected"] for checked in returns)
    allowed = context.settings.rejected_rows_allowed
    if rejected <= allowed:
        return None
    return Callout("Not to be relied on.", f"{rejected:,} of the rows sent could not be used; "
                   f"{allowed:,} are allowed. Figures below may lack them.")


def say_invented(*returns: Checked) -> Callout | None:
    """The note on rows used that were invented to show the paper; None if there are none."""
    sources = [source for checked in returns for source in checked.frame["source"]]
    invented = sum(source.startswith("illustrative") for source in sources)
    if not invented:
        return None
    which = "All" if invented == len(sources) else f"{invented:,} of"
    return Callout("Illustrative figures.", f"{which} {len(sources):,} rows are invented to show "
                   "the paper: no row is, or is made from, a real child's.")


def tabulate_sources(context: Context, *returns: Checked) -> Table:
    """Tabulate every return that was read: rows read = used + rejected + left out.

    The restricted set has a line for each file. The other sets have a line for each kind of
    return, with rejected and left-out rows as one number: a row left out may be one stillbirth.
    If that number is small it is printed as "few", the number used is hidden, and there is no
    total.
    """
    if context.audience == "restricted":
        headings = ["Return", "Rows read", "Used", "Rejected", "Left out"]
        lines: list[list[str | int]] = [
            [source.file, source.read, source.used, source.rejected, source.left_out]
            for checked in returns for source in checked.sources]
    else:
        headings = ["Return", "Rows read", "Used", "Rejected or left out"]
        lines = [[_name(one), one.rows["read"], *_used_and_unused(context, one)] for one in returns
                 if one.sources]
    if len(lines) > 1 and not any(FEW in line for line in lines):
        sums = [sum(int(line[place]) for line in lines) for place in range(1, len(headings))]
        lines = [*lines, ["All returns", *sums]]
    columns = [Column(headings[0], width=3), *(Column(name, "end") for name in headings[1:])]
    rows = [[cell(f"{value:,}" if isinstance(value, int) else value) for value in line]
            for line in lines]
    return Table("sources", "Returns read, and what became of every row", columns,
                 [Group(None, rows)], Data(headings, lines), note=left_out(context, *returns))


def _name(checked: Checked) -> str:
    names = [_title(source.file) for source in checked.sources]
    folders = {Path(source.file).parent.name for source in checked.sources} - {""}
    kind = f"{_title(folders.pop())}, " if folders else ""
    return kind + (names[0] if len(names) == 1 else f"{len(names)} files")


def _used_and_unused(context: Context, checked: Checked) -> tuple[int | str, int | str]:
    """The numbers of rows used and not used; both are hidden if the second is small."""
    unused = _unused(checked)
    is_few = unused in context.settings.masked
    return (ALL_BUT_FEW, FEW) if is_few else (checked.rows["used"], unused)


def _unused(checked: Checked) -> int:
    return checked.rows["read"] - checked.rows["used"]


def _title(file: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=\d)", " ", Path(file).stem)
    return words.replace("_", " ").capitalize()


def left_out(context: Context, *returns: Checked) -> str | None:
    """The reasons why rows were left out, with their numbers in the restricted set only.

    The other sets give no reason for a return with few unused rows, which could identify a child.
    """
    is_restricted = context.audience == "restricted"
    reasons: Counter[str] = Counter()
    for checked in returns:
        if is_restricted or _unused(checked) not in context.settings.masked:
            reasons.update(checked.reasons)
    said = [f"{count:,} {reason}" if is_restricted else reason
            for reason, count in reasons.items()]
    return f"Left out: {'; '.join(said)}." if said else None


def list_rejected(context: Context, *returns: Checked) -> List:
    """List the rows that could not be used, at most twenty, and how many more there are.

    The other sets than the restricted one give no number: a row may be one child.
    """
    findings = [finding for checked in returns for finding in checked.findings
                if finding.reaction is Reaction.REJECTED]
    if findings and context.audience != "restricted":
        return List(["Not every row could be used. The Q&E group's set lists what to correct."])
    said = [str(finding) for finding in findings[:MOST_LISTED]]
    if len(findings) > MOST_LISTED:
        said.append(f"and {len(findings) - MOST_LISTED} more.")
    return List(said or ["Every row could be used."])


def end_report(context: Context, report: str, ratings: dict[str, int] | None = None) -> End:
    """The last block of a report, which shows the runner that the notebook ran to its end."""
    return End(report, context.period.label, context.audience, ratings or {})
