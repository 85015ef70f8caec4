"""Check rows against each other, and leave out rows that do not belong to a report.

The rules find what a single row cannot show: repeats, overlaps, ids that differ in leading
zeros, two scales in one column. They are applied in order, each to the rows that are left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from typing import cast

from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.reading.rows.nouns import Broken, Checked, FileRule, Reason, Source

Place = tuple[str, int]
Shown = Callable[[int, Sequence[str]], str | None]


def show_nothing(row: int, columns: Sequence[str]) -> None:
    """Return no cells: when several files are checked together, their cells are not kept."""


@dataclass
class Outcomes:
    """The rows to reject and to leave out, by file and row number, with the findings."""

    rejected: set[Place] = field(default_factory=set)
    left_out: dict[Place, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def check_together(
    checked: Checked, rules: Iterable[FileRule], show: Shown = show_nothing,
    sheet: str | None = None,
) -> Checked:
    """Apply *rules* in order; *show* returns the cells of a row as they were written.

    There is one finding for each rejected row, and one for each group of rows that is kept.
    """
    records = checked.records
    for rule in rules:
        outcomes = Outcomes()
        for broken in rule.find(records):
            file = broken.file or checked.sources[0].file
            _judge(outcomes, rule, broken, file, show, sheet)
        after = _apply(checked, outcomes)
        if after is not checked:
            checked, records = after, after.records
    return checked


def leave_out_rows(checked: Checked, reason: Reason) -> Checked:
    """Leave out the rows for which *reason* returns a reason, and count them by reason."""
    outcomes = Outcomes()
    records = checked.records
    said = [*map(reason, records)]
    for place in compress(range(len(said)), said):
        record = records[place]
        outcomes.left_out[record["file"], record["row"]] = cast("str", said[place])
    return _apply(checked, outcomes)


def name_rows(rows: Sequence[int]) -> str:
    """Rows as a phrase: "rows 2 and 3", at most twenty of them."""
    shown = [str(row) for row in rows[:20]]
    if len(rows) > 20:
        return f"rows {', '.join(shown)} and {len(rows) - 20} more"
    last = f" and {shown[-1]}" if len(shown) > 1 else ""
    return f"row{'s' if last else ''} {', '.join(shown[:-1] if last else shown)}{last}"


def _judge(outcomes: Outcomes, rule: FileRule, broken: Broken, file: str, show: Shown,
           sheet: str | None) -> None:
    if broken.reaction is Reaction.REJECTED:
        reported = broken.rows
        outcomes.rejected |= {(file, row) for row in broken.rows}
    else:
        reported = broken.rows[:1]
    outcomes.left_out |= {(file, row): rule.says for row in broken.left_out}
    for row in reported:
        value = show(row, broken.columns) if broken.value is None else broken.value
        outcomes.findings.append(Finding(
            file, broken.says or rule.says, rule.remedy, row,
            " and ".join(broken.columns) or None, value, sheet, broken.reaction))


def _apply(checked: Checked, outcomes: Outcomes) -> Checked:
    if not (outcomes.findings or outcomes.left_out):
        return checked
    import pandas

    left_out = {place: why for place, why in outcomes.left_out.items()
                if place not in outcomes.rejected}
    frame = checked.frame
    places = list(zip(frame["file"], frame["row"], strict=True))
    kept = pandas.Series([place not in outcomes.rejected and place not in left_out
                          for place in places], frame.index, dtype=bool)
    reasons = Counter(checked.reasons) + Counter(left_out.values())
    return replace(
        checked, frame=frame[kept].reset_index(drop=True), reasons=dict(reasons),
        findings=(*checked.findings, *outcomes.findings),
        sources=_counted(checked, outcomes.rejected, left_out))


def _counted(checked: Checked, rejected: Iterable[Place], left_out: Iterable[Place]
             ) -> tuple[Source, ...]:
    out, aside = (Counter(file for file, _ in places) for places in (rejected, left_out))
    return tuple(replace(source, used=source.used - out[source.file] - aside[source.file],
                         rejected=source.rejected + out[source.file],
                         left_out=source.left_out + aside[source.file])
                 for source in checked.sources)
