"""The answer: what came of what the panel recommended, who owes what, and the year's work."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, part_of, times
from pscb_lib.page.blocks import Lead
from pscb_lib.page.words.shown import joined, lead, require_told, say, say_count, told
from pscb_lib.reports.cdop_annual.page.words import (
    RECOMMENDATIONS,
    Made,
    area_of,
    span_of,
    year_of,
)
from pscb_lib.reports.cdop_annual.places import (
    COMPLETED,
    EVIDENCED,
    LEARNING,
    NO_EVIDENCE,
    NOT_DONE,
    NOTIFIED,
    PANEL,
    RESPONDED,
    WORDINGS,
)

ALL = 100  # per cent


def answer(shown: Shown, made: Made) -> Lead:
    """Return the answer: what came of the recommendations, who owes what, and the year's work."""
    owed = joined(_made(shown), learning(shown))
    work = joined(_notified(shown), _completed(shown), between="; ")
    return lead(owed and f"**{owed}**", _owners(made),
                _responded(shown), work and f"{capital(work)}.")


@told
def _responded(shown: Shown) -> str:
    """Say how many unexpected deaths had the response of regulation 6, if not all had."""
    responded = shown.get(*RESPONDED)
    require_told(responded)
    if not responded.denominator or responded.value == ALL or responded.denominator == 1:
        return ""
    return (f"{capital(part_of(*responded.counts, 'unexpected deaths'))} had the coordinated "
            "response of regulation 6.")


@told
def _made(shown: Shown) -> str:
    """Say how many different recommendations were made, and how often."""
    made, wordings = require_shown(shown).get(LEARNING, TOTAL, TOTAL), shown.get(*WORDINGS)
    require_told(made, wordings)
    if not made.value:
        return f"Reviews completed in {span_of(shown)} made no recommendation."
    said = f"Reviews completed in {span_of(shown)} made"
    if made.count == wordings.count:
        return f"{said} {count_of(made.count, 'recommendation')}, each once." if (
            made.count > 1) else f"{said} one recommendation."
    if wordings.count == 1:
        return f"{said} one recommendation, {times(made.count)}."
    return (f"{said} {count_of(wordings.count, 'different recommendation')}, {times(made.count)} "
            "in all.")


@told
def learning(shown: Shown) -> str:
    """Say how often what was recommended is shown to work, is not yet, and was not carried out."""
    made, left, unproven, evidenced = (
        require_shown(shown).get(LEARNING, TOTAL, name)
        for name in (TOTAL, NOT_DONE, NO_EVIDENCE, EVIDENCED))
    require_told(made, left, unproven, evidenced)
    if not made.value:
        return ""
    if left.value == made.value:
        return "None of it was carried out."
    if evidenced.value == made.value:
        return "Each time it was shown to work."
    worked = f"shown to work {times(evidenced.count)}" if evidenced.value else (
        "never shown to work")
    said = [worked] + [f"{words} {times(one.count)}" for words, one in (
        ("carried out without evidence yet", unproven), ("not carried out", left)) if one.value]
    return f"What they recommended was {listed(said)}."


def _owners(made: Made) -> str | None:
    """Say how many owners have not carried out what was recommended, and since when."""
    undone = [one for one in made if one.undone]
    if not undone:
        return None
    owners, since = {one.owner for one in undone}, min(one.undone_since for one in undone)
    have = (f"{capital(count_of(len(owners), 'owner'))} {'has' if len(owners) == 1 else 'have'} "
            f"{'a recommendation' if len(undone) == 1 else 'recommendations'}")
    return (f"{have} not always carried out ([](#{RECOMMENDATIONS})), "
            f"{'the oldest ' if len(undone) > 1 else ''}since {since}, with no date given.")


@told
def _notified(shown: Shown) -> str:
    now = shown.get(NOTIFIED, year_of(shown), PANEL)
    verb = "was" if now.value == 1 else "were"
    return joined(f"{say_count(now, 'death')} {verb} notified in {year_of(shown)}",
                  _own_of(shown) if now.value else None, between=", ")


@told
def _own_of(shown: Shown) -> str:
    """Say how many of the deaths notified were of this area's children."""
    now, area = shown.get(NOTIFIED, year_of(shown), PANEL), area_of(shown)
    own = shown.get(NOTIFIED, year_of(shown), area)
    require_told(now, own)
    if now.value == 1:
        return f"{'' if own.value else 'not '}of a {area} child"
    return f"{say(own)} of them of {area} children"


@told
def _completed(shown: Shown) -> str:
    now = shown.get(COMPLETED, year_of(shown), PANEL)
    verb = "was" if now.value == 1 else "were"
    return joined(f"{say_count(now, 'review')} {verb} completed",
                  _own_completed(shown) if now.value else None, between=", ")


@told
def _own_completed(shown: Shown) -> str:
    area = area_of(shown)
    return f"{say(shown.get(COMPLETED, year_of(shown), area))} from {area}"
