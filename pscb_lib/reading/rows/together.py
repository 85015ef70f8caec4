"""Check rows against each other, and leave out what does not belong to a report.

One mechanism for whatever no single row can show: repeats, overlaps, ids that differ in
leading zeros, two scales in one column. Rules are applied in order, each to the rows that
those before it have left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

import pandas

from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.reading.rows.nouns import Broken, Checked, FileRule, Reason, Source

Place = tuple[str, int]
Shown = Callable[[int, Sequence[str]], str | None]


def show_nothing(row: int, columns: Sequence[str]) -> None:
    """Where several files are looked at together, no cell is at hand."""


@dataclass
class Fates:
    """What becomes of rows, by their place."""

    rejected: set[Place] = field(default_factory=set)
    left_out: dict[Place, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def check_together(
    checked: Checked, rules: Iterable[FileRule], show: Shown = show_nothing,
    sheet: str | None = None,
) -> Checked:
    """Apply *rules* in order; *show* gives the cells of a row as they were written.

    A finding is made for each rejected row, at its own cell, and one for each group of rows
    that is kept; all of them name the rows of the group.
    """
    for rule in rules:
        fates = Fates()
        for broken in rule.find(checked.records):
            file = broken.file or checked.sources[0].file
            _judge(fates, rule, broken, file, show, sheet)
        checked = _apply(checked, fates)
    return checked


def leave_out_rows(checked: Checked, reason: Reason) -> Checked:
    """Take out the rows for which *reason* gives one, and count them by it."""
    fates = Fates()
    for record in checked.records:
        if said := reason(record):
            fates.left_out[record["file"], record["row"]] = said
    return _apply(checked, fates)


def name_rows(rows: Sequence[int]) -> str:
    """Rows as a phrase: "rows 2 and 3", at most twenty of them."""
    shown = [str(row) for row in rows[:20]]
    if len(rows) > 20:
        return f"rows {', '.join(shown)} and {len(rows) - 20} more"
    last = f" and {shown[-1]}" if len(shown) > 1 else ""
    return f"row{'s' if last else ''} {', '.join(shown[:-1] if last else shown)}{last}"


def _judge(fates: Fates, rule: FileRule, broken: Broken, file: str, show: Shown,
           sheet: str | None) -> None:
    if broken.reaction is Reaction.REJECTED:
        told = broken.rows
        fates.rejected |= {(file, row) for row in broken.rows}
    else:
        told = broken.rows[:1]
    fates.left_out |= {(file, row): rule.says for row in broken.left_out}
    for row in told:
        value = show(row, broken.columns) if broken.value is None else broken.value
        fates.findings.append(Finding(
            file, broken.says or rule.says, rule.remedy, row,
            " and ".join(broken.columns) or None, value, sheet, broken.reaction))


def _apply(checked: Checked, fates: Fates) -> Checked:
    if not (fates.findings or fates.left_out):
        return checked
    left_out = {place: why for place, why in fates.left_out.items()
                if place not in fates.rejected}
    frame = checked.frame
    places = list(zip(frame["file"], frame["row"], strict=True))
    kept = pandas.Series([place not in fates.rejected and place not in left_out
                          for place in places], frame.index, dtype=bool)
    reasons = Counter(checked.reasons) + Counter(left_out.values())
    return replace(
        checked, frame=frame[kept].reset_index(drop=True), reasons=dict(reasons),
        findings=(*checked.findings, *fates.findings),
        sources=_account(checked, fates.rejected, left_out))


def _account(checked: Checked, rejected: Iterable[Place], left_out: Iterable[Place]
             ) -> tuple[Source, ...]:
    out, aside = (Counter(file for file, _ in places) for places in (rejected, left_out))
    return tuple(replace(source, used=source.used - out[source.file] - aside[source.file],
                         rejected=source.rejected + out[source.file],
                         left_out=source.left_out + aside[source.file])
                 for source in checked.sources)
