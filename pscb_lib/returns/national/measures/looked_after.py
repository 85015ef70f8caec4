"""Looked-after children: at a date, starting, ceasing, and with three or more placements.

Made from episodes of SSDA903 or Annex A. Short breaks under legal status V3 or V4 are in no
figure here.
"""

from __future__ import annotations

from datetime import date

from pscb_lib.board.settings import Settings
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Record
from pscb_lib.returns.national.measures.behind import behind, by_child, each_once
from pscb_lib.returns.national.measures.referrals import Records
from pscb_lib.returns.national.measures.timescales import is_open

SHORT_BREAKS = ("V3", "V4")
STARTED = "S"
CONTINUES = "X1"  # the episode ends and the next one begins
NEW_PLACEMENT = ("S", "P", "B")  # L, T and U stay with the same carer
TEMPORARY = ("T0", "T1", "T2", "T3", "T4")
MANY = 3


def looked_after(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """LA1, looked-after children at date, "not V3/V4 short breaks", each child once."""
    return [behind(one, "began_on", "ended_on", "legal_status")
            for one in _now(records, period.end)]


def starters(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """LA2, children who started to be looked after: "first episode RNE = S", each once."""
    return each_once(behind(one, "began_on", "legal_status") for one in episodes(records)
                     if one["reason_new"] == STARTED and period.contains(one["began_on"]))


def ceasers(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """LA2, children who ceased to be looked after: "final REC", that is not X1, each once."""
    return each_once(behind(one, "began_on", "ended_on", "reason_ended")
                     for one in episodes(records)
                     if one["ended_on"] and period.contains(one["ended_on"])
                     and one["reason_ended"] != CONTINUES)


def many_placements(
    records: Records, period: ReportingPeriod, settings: Settings
) -> list[Record]:
    """LA3, three or more placements in the year, of the children looked after at date.

    "Placements counted per SSDA903 rules": the one open on the year's first day and each new one
    since. A change only of legal status (L), or of placement with the same carer (T, U), is not a
    new placement, nor is a temporary one (T0 to T4) or the return from it.
    """
    year, children = period.rolling_year, by_child(episodes(records), "began_on")
    rows = []
    for one in _now(records, period.end):
        number = one.get("placements")
        if number is None:
            number = count_placements(children[one["child_id"]], year.start, year.end)
        rows.append(behind({**one, "placements": number}, "placements", counted=number >= MANY))
    return rows


def count_placements(ordered: list[Record], first: date, last: date) -> int:
    """Return the number of placements of one child open in a year; *ordered* are its episodes."""
    lasting = [one for one in ordered if one["placement"] not in TEMPORARY]
    placements: list[list[Record]] = []
    for place, one in enumerate(lasting):
        if place and not _is_new(lasting[place - 1], one):
            placements[-1].append(one)
        else:
            placements.append([one])
    return sum(parts[0]["began_on"] <= last and any(
        one["ended_on"] is None or one["ended_on"] > first for one in parts)
        for parts in placements)


def _is_new(before: Record, one: Record) -> bool:
    is_back = before["ended_on"] != one["began_on"] and before["place"] == one["place"]
    if one["reason_new"] == STARTED:
        return True
    return one["reason_new"] in NEW_PLACEMENT and not is_back


def episodes(records: Records) -> list[Record]:
    """Return the episodes by their first day, without short breaks."""
    kept = [one for one in records["episodes"] if one["legal_status"] not in SHORT_BREAKS]
    return sorted(kept, key=lambda one: one["began_on"])


def _now(records: Records, on: date) -> list[Record]:
    return each_once(one for one in episodes(records)
                     if is_open(on, one["began_on"], one["ended_on"]))
