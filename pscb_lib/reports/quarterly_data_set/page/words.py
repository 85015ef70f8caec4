"""The sentences of the quarterly data set, all made from shown figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pscb_lib.board.indicators import INDICATORS, Indicator
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.disclosure.summaries import MARKS, ReturnSummary
from pscb_lib.framework.english import capital, count_of, listed, small, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Absence, Rag, Thresholds
from pscb_lib.framework.statistics.variation import Kind
from pscb_lib.page.assessment import Assessment, count_ratings, needs_attention
from pscb_lib.page.blocks import Callout, Lead, List, Prose, Tally
from pscb_lib.page.words.indicators import say_absence, say_target, summary
from pscb_lib.page.words.ratings import say_thresholds
from pscb_lib.page.words.shown import amount
from pscb_lib.reports.quarterly_data_set import places

COUNTED = (*Rag, Absence.NOT_SUPPLIED)


def answer(assessments: Sequence[Assessment]) -> Lead:
    """Return the answer: how many are red or not supplied, which ones, and what really changed."""
    ratings = count_ratings(assessments)
    rated = sum(ratings[name] for name in ("green", "amber", "red"))
    red, amber = (spell(ratings[name], "none") for name in ("red", "amber"))
    first = (f"{capital(red)} of {rated} rated indicators {'is' if red == 'one' else 'are'} red, "
             f"{amber} amber; {_say_missing(ratings['not_supplied'])}.")
    urgent = needs_attention(assessments)
    if not urgent:
        return Lead(f"**{first}**")
    others = [small(one.indicator.title) for one in urgent[1:] if one.rating is Rag.RED]
    also = "Also red" if urgent[0].rating is Rag.RED else "Red"
    rest = f"{also}: {listed(others)}." if others else None
    said = (f"**{first}**", summary(urgent[0]), _say_changed(urgent), rest)
    return Lead(" ".join(filter(None, said)))


def _say_changed(urgent: Sequence[Assessment]) -> str:
    """Say which shown figures really changed for the worse; hidden ones may have changed too."""
    worse = [one for one in urgent if one.variation.verdict is Kind.CONCERN]
    if not worse:
        return "No real change for the worse is seen."
    if worse == [urgent[0]]:
        return "It alone shows a real change for the worse."
    titles = [small(one.indicator.title) for one in worse]
    return f"Really changed for the worse: {listed(titles)}."


def _say_missing(number: int) -> str:
    if not number:
        return "all were supplied"
    return f"{spell(number)} {'was' if number == 1 else 'were'} not supplied"


def tally(assessments: Sequence[Assessment], before: Sequence[Assessment],
          thresholds: Thresholds) -> Tally:
    """Return the ratings as five numbers, each with its change since the quarter before.

    An indicator that is hidden in one of the two quarters is not counted in a change.
    """
    now, (then, still) = count_ratings(assessments), map(count_ratings, _shown_in_both(
        before, assessments))
    since = before[0].quarters[-1].name
    items = [{"rating": rating.name.lower(), "label": rating.value,
              "count": f"{now[rating.name.lower()]}",
              "change": f"{_signed(still[rating.name.lower()] - then[rating.name.lower()])} "
                        f"since {since}"} for rating in COUNTED]
    others = [f"{count_of(now[each.name.lower()], 'indicator')} {words}" for each, words in (
        (Absence.NO_CASES, "had no cases in the quarter"),
        (Absence.SUPPRESSED, "not rated here, because small numbers are not shown"),
        (Absence.NOT_COLLECTED, "not collected")) if now[each.name.lower()]]
    return Tally(items, " ".join([say_thresholds(thresholds),
                                 *(f"{capital(other)}." for other in others)]))


def _shown_in_both(before: Sequence[Assessment], now: Sequence[Assessment]
                   ) -> tuple[list[Assessment], list[Assessment]]:
    hidden = {one.indicator.id for one in (*before, *now) if one.rating is Absence.SUPPRESSED}
    both = ([one for one in each if one.indicator.id not in hidden] for each in (before, now))
    earlier, later = both
    return earlier, later


def list_not_supplied(assessments: Iterable[Assessment]) -> List:
    """List who did not send what, since when."""
    return List([f"**{one.indicator.agency}**: {small(one.indicator.title)}, {say_absence(one)}."
                 for one in assessments if one.figure.state == "not supplied"]
                or ["Every figure was supplied."])


def list_revisions(shown: Shown, register: Iterable[Indicator],
                   quarters: Sequence[ReportingPeriod]) -> List:
    """List which earlier quarters were sent again, with the old and the new figure."""
    shown, said = require_shown(shown), []
    for one in register:
        for quarter in quarters:
            if shown.has(places.REVISED, one.id, quarter.label):
                then = shown.get(places.REVISED, one.id, quarter.label)
                now = shown.get(INDICATORS, one.id, quarter.label)
                said.append(f"{one.title}: {quarter.title}, reported as {amount(then)}, is now "
                            f"{amount(now)}.")
    return List(said or ["No earlier figure has been sent again."])


def list_definitions(register: Sequence[Indicator], all_years: Iterable[Indicator]) -> List:
    """List which indicators have a new definition or target this year, and what changed."""
    ids = {one.id: one for one in register}
    changed = [one for one in all_years if one.valid_to and one.id in ids
               and one.valid_to.end < ids[one.id].valid_from.start]
    return List([_say_change(one, ids[one.id]) for one in changed]
                or ["No definition or target has changed."])


def _say_change(before: Indicator, now: Indicator) -> str:
    said = [f"{now.title}, from {now.valid_from.title}:"]
    if now.definition != before.definition:
        said.append(now.definition)
    if now.required != before.required:
        said.append(f"target {say_target(now)} (before: {say_target(before)}).")
    return " ".join(said)


def say_targets(register: Sequence[Indicator]) -> Prose:
    """Say which targets are statutory and which are this Board's own."""
    with_target = [one for one in register if one.target is not None]
    statutory = sum(one.is_statutory for one in with_target)
    return Prose(f"Of {len(with_target)} targets {spell(statutory)} are statutory; the "
                 "percentages of the others are illustrative and set by no Board. The register "
                 "cites the source of each.")


def illustrative(returned: ReturnSummary) -> Callout | None:
    """Say how many of the rows used are published, by whom, and how many are invented."""
    published, invented = (sum(count or 0 for source, count in returned.sources.items()
                               if source.startswith(mark)) for mark in MARKS[:2])
    if not invented:
        return None
    named = listed(sorted({source.removeprefix("published: ").split(",")[0]
                           for source in returned.sources if source.startswith("published")}))
    rows = sum(count or 0 for count in returned.sources.values())
    return Callout("Illustrative figures.", f"{published:,} of {rows:,} rows are "
                   f"published{f' ({named})' if named else ''}; {invented:,} are invented to show "
                   "the paper.")


def _signed(change: int) -> str:
    return f"{change:+d}".replace("-", "−") if change else "0"
