"""The answer: was each child seen in time, how many are known, are they suitable and content?"""

from __future__ import annotations

from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Thresholds
from pscb_lib.page.blocks import Lead
from pscb_lib.page.words.shown import (
    joined,
    lead,
    require_told,
    say,
    say_count,
    say_done,
    told,
)
from pscb_lib.reports.private_fostering import places
from pscb_lib.reports.private_fostering.page.awareness import no_school
from pscb_lib.reports.private_fostering.page.duties import say_kept, say_missed, say_unseen

NOT_SAID = "What the children said was not returned."


def answer(shown: Shown, year: ReportingPeriod, thresholds: Thresholds) -> Lead:
    """Say which children were not seen in time, then how many are known and what was found."""
    missed = say_missed(shown, thresholds)
    known = joined(_notified(shown, year), _running(shown, year), between="; ")
    first = missed or known and f"{known}."
    said = joined(first and f"**{first}**", say_unseen(shown), say_kept(shown),
                  f"{known}." if known and missed else None, _awareness(shown, year),
                  _suitable(shown))
    return lead(said, said and _content(shown))


@told
def _notified(shown: Shown, year: ReportingPeriod) -> str:
    arrangements = say_count(require_shown(shown).get(*places.NOTIFIED),
                             "private fostering arrangement")
    before = _year_before(shown, year)
    return (f"In {year.title} the authority was notified of {arrangements}"
            f"{f', against {before}' if before else ''}")


@told
def _year_before(shown: Shown, year: ReportingPeriod) -> str:
    before = shown.get(places.YEARS, year.previous.title, places.NOTIFICATIONS)
    return f"{say(before)} a year earlier" if before.hidden or before.value is not None else ""


@told
def _running(shown: Shown, year: ReportingPeriod) -> str:
    running = shown.get(*places.CLOSING)
    require_told(shown.get(*places.NOTIFIED))
    verb = "was" if running.value == 1 else "were"
    return f"{say(running)} {verb} running on {say_day(year.end)}"


def _awareness(shown: Shown, year: ReportingPeriod) -> str:
    """Say that awareness work was not done, or not returned, and that no school notified."""
    events = require_shown(shown).get(places.YEARS, year.title, places.EVENTS)
    return joined("Awareness work was not supplied." if events.state == NOT_SUPPLIED else
                  "No awareness event was held." if events.value == 0 else None,
                  "No school notified one in three years." if no_school(shown) else None)


def _suitable(shown: Shown) -> str:
    said = say_done(shown.get(*places.SUITABLE), "arrangement decided", "arrangements decided",
                    "found suitable")
    if not said:
        return ""
    few = [count_of(number, *verbs) + what for what, verbs, number in (
        (" requirements", ("has", "have"), _found(shown, "yes with requirements")),
        (" prohibited", ("was", "were"), _found(shown, "prohibited"))) if number]
    return joined(f"{capital(said)}.", f"{capital(listed(few))}." if few else None)


def _found(shown: Shown, what: str) -> int:
    """How many were found to be so; none outside the restricted set, which alone has it."""
    place = places.SUITABILITY, places.FOUND[what], ""
    return shown.get(*place).count if shown.has(*place) else 0


def _content(shown: Shown) -> str:
    figure = shown.get(*places.CONTENT)
    if figure.state == NOT_SUPPLIED:
        return NOT_SAID
    said = say_done(figure, "child who said what living there is like",
                    "children who said what living there is like", "content")
    return f"{capital(said)}." if said else ""


def say_hidden(shown: Shown) -> str:
    """Which answers about the children are hidden from this reader, why, and who has them."""
    hidden = [words for place, words in (
        (places.SUITABLE, "how many arrangements were found suitable"),
        (places.CONTENT, "how many children were content")) if shown.get(*place).hidden]
    if not hidden:
        return ""
    verb = "is" if len(hidden) == 1 else "are"
    return (f"{capital(listed(hidden))} {verb} not shown, because of small numbers, which could "
            "identify a child; Q&E has the figures.")
