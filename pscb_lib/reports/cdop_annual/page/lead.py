"""The answer: what came of what the panel recommended, what it found most often, and the deaths."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, spell, times
from pscb_lib.page.blocks import Lead
from pscb_lib.page.words.shown import joined, lead, require_told, say, say_count, told
from pscb_lib.reports.cdop_annual.page.found import most_modifiable_said
from pscb_lib.reports.cdop_annual.page.words import (
    RECOMMENDATIONS,
    Made,
    area_of,
    is_undone,
    is_unproven,
    span_of,
    year_of,
)
from pscb_lib.reports.cdop_annual.places import (
    EVIDENCED,
    LEARNING,
    NO_EVIDENCE,
    NOT_DONE,
    NOTIFIED,
    PANEL,
    WORDINGS,
)


def answer(shown: Shown, made: Made) -> Lead:
    """Return the answer: what came of recommendations, what was found, and the year's deaths."""
    owed = came_of(made, span_of(shown)) if made else joined(_made(shown), learning(shown))
    notified = _notified(shown)
    return lead(owed and f"**{owed}**", _open_since(made), most_modifiable_said(shown),
                notified and f"{capital(notified)}.")


def came_of(made: Made, span: str) -> str:
    """Say of how many recommendations not each was carried out, or shown to work."""
    undone, unproven = (len([one for one in made if is_so(one)])
                        for is_so in (is_undone, is_unproven))
    whose = f"that reviews completed in {span} made"
    if len(made) == 1:
        came = ("not always carried out" if undone else
                "carried out, and not always shown to work" if unproven else
                "carried out and shown to work")
        return f"The one recommendation {whose} is {came}."
    if not undone and not unproven:
        all_ = "Both" if len(made) == 2 else f"All {spell(len(made))}"
        return f"{all_} recommendations {whose} are carried out and shown to work."
    more = " more" if undone else ""
    said = [f"{spell(number)}{what}" for number, what in (
        (undone, f" {_are(undone)} not always carried out"),
        (unproven, f"{more} {_are(unproven)} not always shown to work")) if number]
    return f"Of {spell(len(made))} recommendations {whose}, {listed(said)}."


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


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


def _open_since(made: Made) -> str | None:
    """Say since when what was recommended is not carried out, and that it has no date."""
    undone = [one for one in made if is_undone(one)]
    if not undone:
        return None
    which = "It" if len(made) == 1 else "The first" if len(undone) == 1 else (
        f"The oldest of the {spell(len(undone))}")
    none = "it has no date" if len(undone) == 1 else "none has a date"
    return (f"{which} has been open since {min(one.undone_since for one in undone)}, and {none} "
            f"([](#{RECOMMENDATIONS})).")


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
