"""The answer: are they found, was each child seen in time and alone, and are they content?"""

from __future__ import annotations

from pscb_lib.disclosure.figures import NOT_SUPPLIED, Place
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Thresholds
from pscb_lib.page.blocks import Lead
from pscb_lib.page.tables.rated import rating_of
from pscb_lib.page.words.shown import (
    joined,
    lead,
    require_told,
    say,
    say_count,
    say_done,
    say_numerator,
    told,
)
from pscb_lib.reports.private_fostering import places

LAW = 100  # per cent: the Regulations have no exceptions
NOT_SAID = "What the children said was not returned."


def answer(shown: Shown, year: ReportingPeriod, thresholds: Thresholds) -> Lead:
    """Say how many children are known, how they were visited and rated, and what was found."""
    known = joined(_notified(shown, year), _running(shown, year), between="; ")
    said = joined(known and f"**{known}.**", _visited(shown, thresholds), say_reached(shown, year),
                  _suitable(shown))
    return lead(said, said and joined(_content(shown), _not_shown(shown)))


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


@told
def say_reached(shown: Shown, year: ReportingPeriod) -> str:
    """Say how many people the year's awareness work reached, or that it is not known."""
    events, people = (require_shown(shown).get(places.YEARS, year.title, column)
                      for column in (places.EVENTS, places.REACHED))
    if events.state == NOT_SUPPLIED:
        return "Awareness work was not supplied."
    if events.value == 0:
        return "No awareness event was held."
    reached = say_count(people, "person", "people")
    return f"{capital(say_count(events, 'awareness event'))} reached {reached}."


def _visited(shown: Shown, thresholds: Thresholds) -> str:
    """How many were visited in time, with the rating against the law, and seen alone.

    A first visit counts though the child was not seen: how many were is said where it differs.
    """
    def rated(place: Place, one: str, many: str, done: str) -> str | None:
        figure = shown.get(*place)
        said, found = say_done(figure, one, many, done), rating_of(figure, LAW, thresholds)
        return f"{said} ({found.value})" if said and found else said

    said = joined(
        rated(places.IN_TIME, f"child {whose_time_is_over(shown)}",
              f"children {whose_time_is_over(shown)}", "visited within seven working days"),
        _not_seen(shown),
        rated(places.EVERY_SIX, "child whose arrangement began in the year",
              "children whose arrangement began in the year", "visited at least every six weeks"),
        say_done(shown.get(*places.SEEN_ALONE), "child visited", "children visited",
                 "seen alone at least once"), between="; ")
    return f"{capital(said)}." if said else ""


@told
def _not_seen(shown: Shown) -> str:
    """How many were seen at a visit in time, where it is not all who were visited."""
    visited, seen = shown.get(*places.IN_TIME), shown.get(*places.SEEN_IN_TIME)
    require_told(visited, seen)
    if visited.value is None or visited.counts == seen.counts:
        return ""
    return f"{say_numerator(seen)} of them {'was' if seen.counts[0] == 1 else 'were'} seen then"


def whose_time_is_over(shown: Shown) -> str:
    """Which children the first visits are of: all that were notified, or those due by now."""
    over, notified = (shown.get(*place) for place in (places.OVER, places.NOTIFIED))
    is_all = not (over.hidden or notified.hidden) and over.value == notified.value
    return "notified" if is_all else "notified whose seven working days are over"


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


def _not_shown(shown: Shown) -> str:
    """Which answers about the children are hidden from this reader, why, and who has them."""
    hidden = [words for place, words in (
        (places.SUITABLE, "how many arrangements were found suitable"),
        (places.CONTENT, "how many children were content")) if shown.get(*place).hidden]
    if not hidden:
        return ""
    verb = "is" if len(hidden) == 1 else "are"
    return (f"{capital(listed(hidden))} {verb} not shown, because of small numbers, which could "
            "identify a child; Q&E has the figures.")
