"""Which agencies came less than they should, or than before, and whose reports did not come.

Agencies are compared if they were invited ten times or more, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import part_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.tables.rated import FEWEST_RATED
from pscb_lib.page.words.shown import joined, require_told, told
from pscb_lib.reports.child_protection_conferencing import places

ATTENDANCE = 80  # per cent of invitations, the Board's own
FALL = 20  # percentage points, from which a fall is said in the answer
SAID = 2  # falls
HALF = 50  # per cent
MANY = 10  # one in so many without a report is said in the answer

Came = tuple[str, ShownFigure]  # an agency, and its share of the invitations


def invited(shown: Shown, table: str, quarter: ReportingPeriod) -> Iterator[Came]:
    """Yield each agency with its share of the quarter's invitations, as far as it has one."""
    for one in require_shown(shown).rows(table):
        if one != TOTAL and shown.has(table, one, quarter.label):
            figure = shown.get(table, one, quarter.label)
            if figure.value is not None:
                yield one, figure


def often(came: Iterator[Came]) -> list[Came]:
    """Those invited often enough for a share, lowest first."""
    return sorted((one for one in came if one[1].counts[1] >= FEWEST_RATED), key=_share)


def _share(one: Came) -> float:
    return float(one[1].value or 0)


def absent(shown: Shown, quarter: ReportingPeriod) -> list[Came]:
    """The agencies that came to less than the target, most seldom first."""
    return [one for one in often(invited(shown, places.ATTENDED, quarter))
            if _share(one) < ATTENDANCE]


def silent(shown: Shown, quarter: ReportingPeriod) -> list[Came]:
    """The agencies whose report came in time for less than half of the invitations."""
    return [one for one in often(invited(shown, places.REPORTED, quarter)) if _share(one) < HALF]


def say_fallen(shown: Shown, quarter: ReportingPeriod) -> str:
    """Say which agencies came much less than in the quarter before, the largest fall first."""
    before = dict(often(invited(shown, places.ATTENDED, quarter.previous)))
    falls = [(one, now, before[one]) for one, now in absent(shown, quarter) if one in before]
    falls = [each for each in falls if _points(*each[1:]) >= FALL]
    said = [f"{one} came to {now.numerator:,} of {now.denominator:,} conferences, after "
            f"{then.numerator:,} of {then.denominator:,} in the quarter before."
            for one, now, then in sorted(falls, key=lambda each: -_points(*each[1:]))[:SAID]]
    return joined(*said)


def _points(now: ShownFigure, then: ShownFigure) -> float:
    return float(then.value or 0) - float(now.value or 0)


@told
def say_unsent(shown: Shown, quarter: ReportingPeriod) -> str:
    """Say for how many invitations no report came in time, if it is one in ten or more."""
    if not require_shown(shown).has(places.REPORTED, TOTAL, quarter.label):
        return ""
    figure = shown.get(places.REPORTED, TOTAL, quarter.label)
    require_told(figure)
    if figure.value is None or figure.counts[1] < FEWEST_RATED:
        return ""
    sent, whole = figure.counts
    if MANY * (whole - sent) < whole:
        return ""
    return f"Agencies sent no report in time for {part_of(whole - sent, whole, 'invitations')}."


def providers_to_ask(shown: Shown, quarter: ReportingPeriod) -> Sequence[str]:
    """The providers of probation that stayed away, most often first; if any, without a report."""
    away = sorted(((one, figure) for one, figure in invited(shown, places.ATTENDED, quarter)
                   if places.is_probation(one) and figure.counts[0] < figure.counts[1]),
                  key=lambda each: each[1].counts[0] - each[1].counts[1])
    sent = dict(invited(shown, places.REPORTED, quarter))
    without = [one for one, _ in away
               if one not in sent or sent[one].counts[0] < sent[one].counts[1]]
    return without or [one for one, _ in away]
