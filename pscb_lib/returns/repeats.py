"""Count a case once: two rows with one reference are the same row, or both are in doubt."""

from __future__ import annotations

from dataclasses import replace

import pandas

from pscb_lib.findings import Finding
from pscb_lib.records import Checked

SAME_ROW = "the same row standing in the file again"
PLACE = ("file", "row")


def reject_repeats(checked: Checked, reference: str) -> Checked:
    """Leave a repeated row out once, and reject rows that share a *reference* and differ.

    *checked* is one file; the finding names both rows and the columns in which they differ,
    never a value.
    """
    frame, source = checked.frame, checked.sources[0]
    content = [name for name in frame.columns if name not in PLACE]
    again = frame.astype(str).duplicated(subset=content)
    kept = frame[~again]
    unsure = kept[kept[reference].duplicated(keep=False)]
    findings = [_finding(rows, content) for _, rows in unsure.groupby(reference, sort=False)]
    reasons = {**checked.reasons, **({SAME_ROW: int(again.sum())} if again.any() else {})}
    account = replace(source, used=len(kept) - len(unsure), left_out=sum(reasons.values()),
                      rejected=source.rejected + len(unsure))
    return Checked(kept.drop(unsure.index).reset_index(drop=True),
                   (*checked.findings, *findings), (account,), reasons)


def _finding(rows: pandas.DataFrame, content: list[str]) -> Finding:
    differing = [name for name in content if rows[name].astype(str).nunique() > 1]
    numbers = " and ".join(str(number) for number in rows["row"])
    return Finding(
        rows["file"].iloc[0], f"rows {numbers} have one case reference and are not the same",
        "correct the reference or take the wrong row out", int(rows["row"].iloc[0]),
        " and ".join(differing))
