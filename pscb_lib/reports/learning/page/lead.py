"""The front sheet and the answer: whom learning reached, and how many used it."""

from __future__ import annotations

from fractions import Fraction

from pscb_lib.board.context import Context
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, part_of, spell, times
from pscb_lib.framework.months import say_day
from pscb_lib.page.blocks import Front, Lead
from pscb_lib.page.words import front
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.learning import places
from pscb_lib.reports.learning.known import Known

FEWEST_COMPARED = 2  # points about which staff were asked
NO_POINT = "No learning point was agreed in the year."
NOT_SUPPLIED = "Learning was not supplied: it is not known what reached the agencies' staff."
EQUALITY = ("The paper counts staff and agencies. The review or audit that "
            "a point arises from says whom it is about.")


def front_sheet(context: Context, known: Known) -> Front:
    """The front sheet: the Board decides on agencies that are silent, and on what is not used."""
    asks = [words for is_asked, words in (
        (known.silent or known.seldom_reached,
         "require an answer where few staff were told or reached"),
        (known.seldom_used, "decide how learning becomes practice"),
    ) if is_asked]
    return front.front_sheet(context, "learning", item=None, equality=EQUALITY,
                             asks=listed(asks) or "note what was learnt, and ask who has used it",
                             presented_by=known.training_lead)


def answer(shown: Shown, known: Known) -> Lead:
    """Say whom learning reached, how many used it, and whether good practice is spread."""
    require_shown(shown)
    if not known.is_supplied:
        return Lead(joined(NOT_SUPPLIED, _say_reviews(shown, known)))
    if not known.points:
        return Lead(joined(NO_POINT, _say_reviews(shown, known)))
    least = _say_least(shown, known)
    if least:
        return Lead(joined(f"**{least}**", _say_times(shown), _say_silent(known), _say_bare(known)))
    told = joined(_say_reached(shown, known), _say_used(shown, known))
    return Lead(joined(f"**{told}**", _say_silent(known), _say_bare(known),
                       _say_good_practice(shown)))


def _say_least(shown: Shown, known: Known) -> str | None:
    """Say which point the smallest part of the staff asked had used; None if few were asked of."""
    asked = [one for one in known.points if one.asked]
    if len(asked) < FEWEST_COMPARED:
        return None
    least = min(asked, key=lambda one: Fraction(one.used, one.asked))
    figure = shown.get(places.POINTS, least.point, places.USED)
    number, every = figure.counts
    if number == every:
        return None
    by = ("the one member of staff asked had not used it" if every == 1
          else f"{part_of(number, every, 'staff')} asked had used it")
    share = f" ({figure.text})" if number else ""
    return f"“{least.point}” is the learning point used least: {by}{share}."


def _say_bare(known: Known) -> str | None:
    """Say how many other areas' reviews apply here without an action, and since when."""
    days = sorted(one.considered_on for one in known.reviews
                  if one.applies and not one.action_ids and one.considered_on)
    if not days:
        return None
    if len(days) == 1:
        return ("One other area's review applies here and has had no action since "
                f"{say_day(days[0])}.")
    first = "" if days[0] == days[-1] else "the first "
    return (f"{capital(spell(len(days)))} other areas' reviews apply here and have had no action"
            f"{',' if first else ''} {first}since {say_day(days[0])}.")


def _say_reached(shown: Shown, known: Known) -> str:
    points, reached = len(known.points), shown.get(*places.ALL_REACHED)
    agreed = f"{count_of(points, 'learning point')} {'was' if points == 1 else 'were'} agreed"
    number, staff = reached.counts
    if not staff:
        return (f"{capital(agreed)}. No agency has said how many of its staff were reached."
                if known.silent else f"{capital(agreed)}. No staff were named who need to know.")
    share = f" ({reached.text})" if number else ""
    if points > 1:
        return f"{capital(agreed)}. {_say_times(shown)}"
    return (f"{capital(agreed)}. Of the staff who need it, "
            f"{part_of(number, staff, '').strip()}{share} {'was' if number == 1 else 'were'} "
            "reached.")


def _say_times(shown: Shown) -> str:
    """How many staff were to be reached, over all points, and were."""
    reached = shown.get(*places.ALL_REACHED)
    number, staff = reached.counts
    if not staff:
        return "No agency has said how many of its staff were reached."
    share = f" ({reached.text})" if number else ""
    return (f"Of {staff:,} staff to be reached, each counted once for each point, agencies reached "
            f"{number:,}{share}.")


def _say_used(shown: Shown, known: Known) -> str:
    knew, used = shown.get(*places.ALL_KNEW), shown.get(*places.ALL_USED)
    if knew.value is None:
        return "No staff were asked whether they knew it or had used it."
    (number, asked), (using, _) = knew.counts, used.counts
    if len(known.points) > 1:
        return (f"Asked {asked:,} times, staff knew the point {number:,} times and had used it "
                f"{using:,} times ({used.text}).")
    return (f"Of {count_of(asked, 'member')} of staff asked, {number:,} knew it and {using:,} had "
            f"used it ({used.text}).")


def _say_silent(known: Known) -> str:
    if not known.silent:
        return "Every agency told its staff."
    named, agencies = listed([*map(known.short, known.silent)]), len(known.silent)
    number = sum(len(one.silent) for one in known.points)
    have, their = ("has", "its") if agencies == 1 else ("have", "their")
    often = "" if number == agencies else f", {times(number)} in all"
    return f"{named} {have} not said that {their} staff were told{often}."


def _say_good_practice(shown: Shown) -> str:
    number, points = shown.get(*places.GOOD_PRACTICE).counts
    if points == 1:
        return "It is good practice." if number else "It is not good practice but a fault."
    are = "is" if number == 1 else "are"
    return f"{capital(part_of(number, points, 'points'))} {are} good practice."


def _say_reviews(shown: Shown, known: Known) -> str:
    if not known.reviews:
        return ""
    number, chosen = shown.get(*places.CONSIDERED).counts
    if chosen == 1:
        return f"The one review of another area was {'' if number else 'not '}considered."
    return (f"{capital(part_of(number, chosen, 'reviews'))} of other areas "
            f"{'was' if number == 1 else 'were'} considered.")
