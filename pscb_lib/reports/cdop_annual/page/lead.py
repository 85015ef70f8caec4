"""The answer: what came of what the panel recommended, what it found most often, and the deaths."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.english import capital, listed, spell
from pscb_lib.page.blocks import Lead
from pscb_lib.page.words.shown import joined, lead, require_told, say, say_count, told
from pscb_lib.reports.cdop_annual.page.found import most_modifiable_said
from pscb_lib.reports.cdop_annual.page.learnt import evidenced_said, made_said
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
    NOTIFIED,
    PANEL,
)


def answer(shown: Shown, made: Made) -> Lead:
    """Return the answer: what came of recommendations, what was found, and the year's deaths."""
    owed = came_of(made, span_of(shown)) if made else made_said(shown)
    notified = _notified(shown)
    return lead(owed and f"**{owed}**", _open_since(made) if made else evidenced_said(shown),
                most_modifiable_said(shown), notified and f"{capital(notified)}.")


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
