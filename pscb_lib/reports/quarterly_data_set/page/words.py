"""The sentences of the quarterly data set, all made from shown figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pscb_lib.board.indicators import INDICATORS, Indicator
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.disclosure.summaries import MARKS, ReturnSummary
from pscb_lib.framework.english import listed
from pscb_lib.framework.months import month_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import Callout, List, Place
from pscb_lib.page.words.indicators import say_target
from pscb_lib.page.words.shown import amount, told
from pscb_lib.reports.quarterly_data_set import places

REVISED_HIDDEN = "What was sent again is not shown, because of small numbers."


def list_revisions(shown: Shown, register: Iterable[Indicator],
                   quarters: Sequence[ReportingPeriod], place: Place | None = None) -> List:
    """List which earlier quarters were sent again, with the old and the new figure."""
    shown = require_shown(shown)
    revised = [(one, quarter) for one in register for quarter in quarters
               if shown.has(places.REVISED, one.id, quarter.label)]
    if not revised:
        return List(["No earlier figure has been sent again."], place=place)
    said = [_say_revision(shown, one, quarter, quarter == quarters[-1])
            for one, quarter in revised]
    return List([*filter(None, said)] or [REVISED_HIDDEN], place=place)


@told
def _say_revision(shown: Shown, one: Indicator, quarter: ReportingPeriod, is_new: bool) -> str:
    then, now = (shown.get(table, one.id, quarter.label)
                 for table in (places.REVISED, INDICATORS))
    if is_new:  # no paper has had the quarter of this one
        return (f"{one.title}: first sent as {amount(then)}, corrected to {amount(now)} before "
                "this paper.")
    return f"{one.title}: {quarter.title}, reported as {amount(then)}, is now {amount(now)}."


def list_definitions(register: Sequence[Indicator], all_years: Iterable[Indicator],
                     place: Place | None = None) -> List:
    """List which indicators have a new definition or target this year, and what changed."""
    ids = {one.id: one for one in register}
    changed = [one for one in all_years if one.valid_to and one.id in ids
               and one.valid_to.end < ids[one.id].valid_from.start]
    return List([_say_change(one, ids[one.id]) for one in changed]
                or ["No definition or target has changed."], place=place)


def _say_change(before: Indicator, now: Indicator) -> str:
    first = now.valid_from.first
    said = [f"{now.title}, from {month_of(first)} {first.year}:"]
    if now.definition != before.definition:
        said.append(now.definition)
    if now.required != before.required:
        said.append(f"the target is {say_target(now)} ({say_target(before)} before).")
    return " ".join(said)


def say_provenance(returned: ReturnSummary) -> Callout | None:
    """Say how many of the rows used are published, by whom, and how many are invented."""
    published, invented = (sum(count or 0 for source, count in returned.sources.items()
                               if source.startswith(mark)) for mark in MARKS[:2])
    if not invented:
        return None
    named = listed(sorted({source.removeprefix("published: ").split(",")[0]
                           for source in returned.sources if source.startswith("published")}))
    rows = sum(count or 0 for count in returned.sources.values())
    return Callout("Illustrative figures.", f"{published:,} of {rows:,} rows of figures are "
                   f"published{f' ({named})' if named else ''}; {invented:,} are invented.")

