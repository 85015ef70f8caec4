"""Figures of one quarter that cannot all be right: they are used, and the analyst is told.

The register's words tell which counts are the same, and which are some of others
(:mod:`pscb_lib.reports.quarterly_data_set.measures.alike`). Agencies send each figure by itself.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas

from pscb_lib.board.indicators import INDICATORS, Indicator
from pscb_lib.framework.english import listed
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.quarterly_data_set.measures.alike import (
    Counts,
    Named,
    find_pairs,
    nouns_of,
    number_at,
)
from pscb_lib.returns.sums import of_quarter, sent_last


def list_contradictions(register: Iterable[Indicator], period: ReportingPeriod,
                        returned: pandas.DataFrame) -> list[str]:
    """What cannot all be right of the figures *returned* for *period*, as they were sent last.

    One line for all numbers that were sent of one count, and one for a part that is more than its
    whole, whoever else sent the two.
    """
    register = [*register]
    counts, nouns = _counts(register, period, returned), nouns_of(register)
    numbers: dict[str, dict[Named, int]] = {}
    more: dict[tuple[str, str], str] = {}
    for part, whole, is_same in find_pairs(register):
        some, all_of_them = (number_at(counts, named, period) for named in (part, whole))
        if some is None or all_of_them is None:
            continue
        if is_same and some != all_of_them:
            numbers.setdefault(nouns[part], {}).update({part: some, whole: all_of_them})
        if not is_same and some > all_of_them:
            more.setdefault((nouns[part], nouns[whole]), f"{nouns[part]}: {some:,} in {part[0]}, "
                            f"more than {nouns[whole]}: {all_of_them:,} in {whole[0]}")
    return [*(_say_same(noun, sent) for noun, sent in numbers.items()), *more.values()]


def _counts(register: Iterable[Indicator], period: ReportingPeriod, returned: pandas.DataFrame
            ) -> Counts:
    sent = sent_last(returned.sort_values("submitted_on", kind="stable"))
    figures = {one.id: of_quarter(one, period, sent) for one in register}
    return {(INDICATORS, id, period.label): (one.number, one.denominator)
            for id, one in figures.items() if not one.state}


def _say_same(noun: str, sent: dict[Named, int]) -> str:
    """The numbers that were sent of one count, each with those indicators that have it."""
    by_number: dict[int, list[str]] = {}
    for (id, _), number in sorted(sent.items()):
        by_number.setdefault(number, []).append(id)
    said = [f"{number:,} in {listed(ids)}" for number, ids in by_number.items()]
    return f"{noun}: {listed(said)}, and it is one count"
