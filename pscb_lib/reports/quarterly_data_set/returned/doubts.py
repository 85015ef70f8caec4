"""Figures that may be right but look wrong: they are used, and the agency is asked to confirm.

A count ten times the mean of the four quarters before it may be a typing error; a return that
repeats the last quarter in every figure may be last quarter's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Broken, FileRule, Record, Records, Source

TIMES, QUARTERS = 10, 4
FEWEST = 3  # with fewer figures, equal ones may be chance
Sent = dict[tuple[str, str, ReportingPeriod], Record]


def make_doubts(period: ReportingPeriod, sources: Iterable[Source]) -> tuple[FileRule, ...]:
    """Return the doubts about a report's own *period*, across all files of the return."""
    hashes = {source.file: source.sha256[:12] for source in sources}

    def find(records: Records) -> Iterator[Broken]:
        sent = _latest(records)
        yield from _find_leaps(sent, period)
        yield from _find_same(sent, period, hashes)

    return (FileRule("looks wrong and can be right", "please confirm", find),)


def _latest(records: Records) -> Sent:
    """Return, of the figures for one period, the one sent last."""
    last: dict[tuple[str, str, ReportingPeriod], tuple[date, int]] = {}
    sent_on = records.column("submitted_on")
    for place, key in enumerate(records.tuples("agency", "indicator", "period")):
        if key not in last or last[key][0] <= sent_on[place]:
            last[key] = sent_on[place], place
    return {key: records[place] for key, (_, place) in last.items()}


def _find_leaps(sent: Sent, period: ReportingPeriod) -> Iterator[Broken]:
    for (agency, indicator, of), record in sent.items():
        past = [sent.get((agency, indicator, period.back(3 * step)))
                for step in range(1, QUARTERS + 1)]
        counts = [one["numerator"] for one in (record, *past) if one is not None]
        if of != period or len(counts) <= QUARTERS or not all(type(one) is int for one in counts):
            continue
        mean = Fraction(sum(counts[1:]), QUARTERS)
        if mean and counts[0] >= TIMES * mean:
            yield Broken(
                (record["row"],), ("numerator",), Reaction.NOTED, file=record["file"],
                says=f"is {TIMES} times the mean of the four quarters before it or more",
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
