"""Contacts, referrals and children in need, for the quarterly data set.

Definitions are those of the children in need census and of the Department's published
statistics, as the register of indicators (``params/indicators.csv``) has them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pscb_lib.board.settings import Settings
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.reading.rows import Record
from pscb_lib.returns.national.measures.behind import behind, by_child, each_once
from pscb_lib.returns.national.measures.timescales import is_open

Records = Mapping[str, Sequence[Record]]
MONTHS_BEFORE = 12


def contacts(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """FD1, contacts: "contacts received in period"."""
    return [behind(one, "received_on") for one in records["contacts"]
            if period.contains(one["received_on"])]


def referrals(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """FD3, referrals: "accepted in period; not counted if the case is already open"."""
    return [behind(one, "referred_on") for one, _ in _accepted(records, period)]


def re_referrals(records: Records, period: ReportingPeriod, settings: Settings) -> list[Record]:
    """FD5, re-referrals: "where a previous referral of the same child falls within 12 months
    before". Twelve months to the day is within; another referral on the same day is not a
    previous one. If a list gives the number of earlier referrals, that number is used.
    """
    return [behind(one, "referred_on", counted=_is_repeated(one, earlier))
            for one, earlier in _accepted(records, period)]


def no_further_action(
    records: Records, period: ReportingPeriod, settings: Settings
) -> list[Record]:
    """FD6, referrals closed with no further action: "ReferralNFA = true", of referrals."""
    return [behind(one, "referred_on", counted=bool(one["no_further_action"]))
            for one, _ in _accepted(records, period)]


def children_in_need(
    records: Records, period: ReportingPeriod, settings: Settings
) -> list[Record]:
    """CN1, children in need at date: "open CIN episodes", each child once.

    A referral that ended with no further action opened no episode.
    """
    return each_once(behind(one, "began_on", "ended_on") for one in records["needs"]
                     if is_open(period.end, one["began_on"], one["ended_on"]))


def _accepted(
    records: Records, period: ReportingPeriod
) -> list[tuple[Record, list[Record]]]:
    """Return referrals of *period* not on an open case, each with the child's earlier ones."""
    found = []
    for ordered in by_child(records["referrals"], "referred_on").values():
        for one in ordered:
            on = one["referred_on"]
            earlier = [other for other in ordered if other["referred_on"] < on]
            if period.contains(on) and not any(_is_case(other, on) for other in earlier):
                found.append((one, earlier))
    return sorted(found, key=lambda pair: pair[0]["referred_on"])


def _is_case(earlier: Record, on: date) -> bool:
    """Whether the case of an earlier referral is still open; False in a list without closures."""
    if "closed_on" not in earlier or earlier["no_further_action"]:
        return False
    return earlier["closed_on"] is None or earlier["closed_on"] > on


def _is_repeated(one: Record, earlier: list[Record]) -> bool:
    if one.get("earlier_in_year") is not None:
        return one["earlier_in_year"] > 0
    return any(months_after(other["referred_on"], MONTHS_BEFORE) >= one["referred_on"]
               for other in earlier)
