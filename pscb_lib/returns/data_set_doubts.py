"""Figures that can be right and look wrong: used as they are, with the request to confirm.

A count ten times the mean of the four quarters before it may be a slip of a key; a return that
repeats the last quarter in every figure may be last quarter's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from pscb_lib.findings import Reaction
from pscb_lib.periods import ReportingPeriod
from pscb_lib.records import Broken, FileRule, Record, Records, Source

TIMES, QUARTERS = 10, 4
FEWEST = 3  # figures that a return must have before being alike says anything
Sent = dict[tuple[str, str, ReportingPeriod], Record]


def make_doubts(period: ReportingPeriod, sources: Iterable[Source]) -> tuple[FileRule, ...]:
    """The rules about a report's own *period*, across all files of the return."""
    hashes = {source.file: source.sha256[:12] for source in sources}
    return (
        FileRule(f"is {TIMES} times the mean of the four quarters before it or more",
                 "please confirm", lambda records: _find_leaps(_latest(records), period)),
        FileRule("every figure is that of the quarter before: is it the same file?",
                 "please confirm", lambda records: _find_same(_latest(records), period, hashes)),
    )


def _latest(records: Records) -> Sent:
    """Of the figures for one period the one sent last."""
    sent: Sent = {}
    for record in records:
        key = record["agency"], record["indicator"], record["period"]
        before = sent.get(key)
        if before is None or before["submitted_on"] <= record["submitted_on"]:
            sent[key] = record
    return sent


def _find_leaps(sent: Sent, period: ReportingPeriod) -> Iterator[Broken]:
    for (agency, indicator, of), record in sent.items():
        past = [sent.get((agency, indicator, period.back(3 * step)))
                for step in range(1, QUARTERS + 1)]
        counts = [one["numerator"] for one in (record, *past) if one is not None]
        if of != period or len(counts) <= QUARTERS or not all(type(one) is int for one in counts):
            continue
        mean = Fraction(sum(counts[1:]), QUARTERS)
        if mean and counts[0] >= TIMES * mean:
            yield Broken((record["row"],), ("numerator",), Reaction.NOTED, file=record["file"],
                         value=f"{counts[0]} and a mean of {float(mean):g}")


def _find_same(sent: Sent, period: ReportingPeriod, hashes: dict[str, str]) -> Iterator[Broken]:
    for agency in dict.fromkeys(agency for agency, _, _ in sent):
        now = _figures(sent, agency, period)
        before = _figures(sent, agency, period.previous)
        if len(now) < FEWEST or now.keys() != before.keys():
            continue
        if all(_counts(now[name]) == _counts(before[name]) for name in now):
            first, other = next(iter(now.values())), next(iter(before.values()))
            files = dict.fromkeys((first["file"], other["file"]))
            yield Broken(
                (first["row"],), ("numerator",), Reaction.NOTED, file=first["file"],
                says=f"every figure is that of {period.previous.label}: is it the same file?",
                value=" and ".join(f"{file} {hashes.get(file, '')}" for file in files))


def _figures(sent: Sent, agency: str, period: ReportingPeriod) -> dict[str, Record]:
    return {indicator: record for (who, indicator, of), record in sent.items()
            if who == agency and of == period and record["numerator"] is not None}


def _counts(record: Record) -> tuple[object, object]:
    return record["numerator"], record["denominator"]
