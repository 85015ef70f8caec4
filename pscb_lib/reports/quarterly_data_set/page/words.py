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
from pscb_lib.page.words.shown import amount, lead, told
from pscb_lib.page.words.targets import say_sources
from pscb_lib.reports.quarterly_data_set import places

REVISED_HIDDEN = "What was sent again is not shown, because of small numbers."
HERE = " shown here"  # in a sentence that is not about what is hidden from its reader
COUNTED = (*Rag, Absence.NOT_SUPPLIED)
COLOURS = (Rag.GREEN, Rag.AMBER, Rag.RED)  # only these are lost with a hidden figure


def answer(assessments: Sequence[Assessment]) -> Lead:
    """Return the answer: how many are red or not supplied, which ones, and what really changed.

    Where a number is hidden, the answer says that it is about those shown here.
    """
    is_part = any(point.hidden for one in assessments for point in one.points)
    here, of_those = (HERE, f", of those{HERE}") if is_part else ("", "")
    ratings, urgent = count_ratings(assessments), needs_attention(assessments)
    rated = sum(ratings[name] for name in ("green", "amber", "red"))
    red, amber = (spell(ratings[name], "none") for name in ("red", "amber"))
    first = (f"**{capital(red)} of {rated} rated indicators{here} "
             f"{'is' if red == 'one' else 'are'} red, {amber} amber; "
             f"{_say_missing(ratings['not_supplied'])}.**" if rated else
             f"**No indicator{here} is rated; {_say_missing(ratings['not_supplied'])}.**")
    if not urgent:
        return lead(first)
    others = [small(one.indicator.title) for one in urgent[1:] if one.rating is Rag.RED]
    also = "Also red" if urgent[0].rating is Rag.RED else "Red"
    rest = f"{also}{of_those}: {listed(others)}." if others else None
    said = summary(urgent[0])
    return lead(first, f"First{of_those[1:]}, {small(said)}" if is_part else said,
                _say_changed(urgent, of_those), rest)


def _say_changed(urgent: Sequence[Assessment], of_those: str) -> str | None:
    """Say which figures really changed for the worse; where some are hidden, not that none did."""
    worse = [one for one in urgent if one.variation.verdict is Kind.CONCERN]
    if not worse:
        return None if of_those else "No real change for the worse is seen."
    if worse == [urgent[0]] and not of_those:
        return "It alone shows a real change for the worse."
    titles = [small(one.indicator.title) for one in worse]
    return f"Really changed for the worse{of_those}: {listed(titles)}."


def _say_missing(number: int) -> str:
    if not number:
        return "all were supplied"
    return f"{spell(number)} {'was' if number == 1 else 'were'} not supplied"


def tally(assessments: Sequence[Assessment], before: Sequence[Assessment],
          thresholds: Thresholds) -> Tally:
    """Return the ratings as five numbers, each with its change since the quarter before.

    Where an indicator is hidden in one of the two quarters, no change in a colour is told.
    """
    now, then = count_ratings(assessments), count_ratings(before)
    since = before[0].quarters[-1].name
    is_whole = not (now["suppressed"] or then["suppressed"])
    items = [{"rating": name, "label": rating.value, "count": f"{now[name]}",
              "change": f"{_signed(now[name] - then[name])} since {since}"
                        if is_whole or rating not in COLOURS else f"of those{HERE}"}
             for rating in COUNTED for name in [rating.name.lower()]]
    others = [f"{count_of(now[each.name.lower()], 'indicator')} {words}" for each, words in (
        (Absence.NO_CASES, "had no cases in the quarter"),
        (Absence.SUPPRESSED, "not rated here, because small numbers are not shown"),
        (Absence.NOT_COLLECTED, "not collected")) if now[each.name.lower()]]
    return Tally(items, " ".join([say_thresholds(thresholds),
                                 *(f"{capital(other)}." for other in others)]))


def list_not_supplied(assessments: Iterable[Assessment]) -> List:
    """List who did not send what, since when."""
    return List([f"**{one.indicator.agency}**: {small(one.indicator.title)}, {say_absence(one)}."
                 for one in assessments if one.figure.state == "not supplied"]
                or ["Every figure was supplied."])


def list_revisions(shown: Shown, register: Iterable[Indicator],
                   quarters: Sequence[ReportingPeriod]) -> List:
    """List which earlier quarters were sent again, with the old and the new figure."""
    shown = require_shown(shown)
    revised = [(one, quarter) for one in register for quarter in quarters
               if shown.has(places.REVISED, one.id, quarter.label)]
    if not revised:
        return List(["No earlier figure has been sent again."])
    said = [_say_revision(shown, one, quarter) for one, quarter in revised]
    return List([*filter(None, said)] or [REVISED_HIDDEN])


@told
def _say_revision(shown: Shown, one: Indicator, quarter: ReportingPeriod) -> str:
    then, now = (shown.get(table, one.id, quarter.label)
                 for table in (places.REVISED, INDICATORS))
    return f"{one.title}: {quarter.title}, reported as {amount(then)}, is now {amount(now)}."


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


def say_targets(register: Sequence[Indicator]) -> Prose | None:
    """Say who set the targets and the timescales; the spreadsheet cites each."""
    said = say_sources(register)
    return Prose(f"{said} The spreadsheet says for each in what.") if said else None


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
