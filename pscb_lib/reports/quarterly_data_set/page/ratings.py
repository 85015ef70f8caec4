"""What the ratings of the quarter say: the answer, the tally, and which of them moved."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.framework.english import capital, count_of, listed, small, spell
from pscb_lib.framework.rag import Absence, Rag, Thresholds
from pscb_lib.framework.statistics.variation import Kind
from pscb_lib.page.assessment import Assessment, count_ratings, needs_attention
from pscb_lib.page.blocks import Lead, Prose, Tally
from pscb_lib.page.words.indicators import names_of, summary
from pscb_lib.page.words.ratings import say_thresholds
from pscb_lib.page.words.shown import lead

HERE = " shown here"  # in a sentence that is not about what is hidden from its reader
COUNTED = (*Rag, Absence.NOT_SUPPLIED)
COLOURS = (Rag.GREEN, Rag.AMBER, Rag.RED)  # only these are lost with a hidden figure


def answer(assessments: Sequence[Assessment]) -> Lead:
    """Return the answer: how many are red or not supplied, which ones, and what really changed.

    Each indicator is named once. Where a number is hidden, the answer says that it is about those
    shown here.
    """
    is_part = any(point.hidden for one in assessments for point in one.points)
    of_those = f", of those{HERE}" if is_part else ""
    first, urgent = _say_numbers(assessments, HERE if is_part else ""), needs_attention(assessments)
    if not urgent:
        return lead(first)
    names = names_of(assessments)
    said = summary(urgent[0])
    return lead(first, f"First{of_those[1:]}, {small(said, names)}" if is_part else said,
                _say_changed(urgent, of_those, names), _say_red(urgent, of_those, names))


def _say_numbers(assessments: Sequence[Assessment], here: str) -> str:
    ratings = count_ratings(assessments)
    rated = sum(ratings[name] for name in ("green", "amber", "red"))
    missing = _say_missing(ratings["not_supplied"])
    if not rated:
        return f"**No indicator{here} is rated; {missing}.**"
    if rated == 1:
        colour = next(name for name in ("green", "amber", "red") if ratings[name])
        return f"**The one rated indicator{here} is {colour}; {missing}.**"
    verbs = ["is" if ratings[name] < 2 else "are" for name in ("red", "amber")]
    again = "" if verbs[0] == verbs[1] else f"{verbs[1]} "
    return (f"**Of {spell(rated)} rated indicators{here}, {spell(ratings['red'], 'none')} "
            f"{verbs[0]} red and {spell(ratings['amber'], 'none')} {again}amber; {missing}.**")


def _say_changed(urgent: Sequence[Assessment], of_those: str, names: Sequence[str]) -> str | None:
    """Say what else really changed for the worse; where some are hidden, not that nothing did."""
    worse = [one for one in urgent if _is_worse(one)]
    if not worse:
        return None if of_those else "No real change for the worse is seen."
    others = [f"{small(one.indicator.title, names)} ({one.rating.value})" for one in worse
              if one is not urgent[0]]
    if not others:
        return None
    is_another = len(others) < len(worse)
    kind = ({True: "Another real change", False: "A real change"} if len(others) == 1 else
            {True: "Other real changes", False: "Real changes"})[is_another]
    return f"{kind} for the worse{of_those}: {listed(others)}."


def _say_red(urgent: Sequence[Assessment], of_those: str, names: Sequence[str]) -> str | None:
    """Name the red ones that are not named yet."""
    others = [small(one.indicator.title, names) for one in urgent[1:]
              if one.rating is Rag.RED and not _is_worse(one)]
    also = "Also red" if any(one.rating is Rag.RED and (one is urgent[0] or _is_worse(one))
                             for one in urgent) else "Red"
    return f"{also}{of_those}: {listed(others)}." if others else None


def _is_worse(one: Assessment) -> bool:
    return one.variation.verdict is Kind.CONCERN


def _say_missing(number: int) -> str:
    if not number:
        return "all were supplied"
    return f"{spell(number)} {'was' if number == 1 else 'were'} not supplied"


def tally(assessments: Sequence[Assessment], before: Sequence[Assessment],
          thresholds: Thresholds) -> Tally:
    """Return the ratings as five numbers, each with those that joined it and that left it.

    Where an indicator is hidden in one of the two quarters, neither is told of a colour.
    """
    now, then = count_ratings(assessments), count_ratings(before)
    since = before[0].quarters[-1].name
    is_whole = not (now["suppressed"] or then["suppressed"])
    items = [{"rating": name, "label": rating.value, "count": f"{now[name]}",
              "change": _say_moves(rating, assessments, before)
                        if is_whole or rating not in COLOURS else f"of those{HERE}"}
             for rating in COUNTED for name in [rating.name.lower()]]
    others = [f"{count_of(now[each.name.lower()], 'indicator')} {words}" for each, words in (
        (Absence.NO_CASES, "had no cases in the quarter"),
        (Absence.SUPPRESSED, "not rated here, because small numbers are not shown"),
        (Absence.NOT_COLLECTED, "not collected")) if now[each.name.lower()]
        and (each is Absence.SUPPRESSED or not now["suppressed"])]  # others may be hidden too
    return Tally(items, " ".join([f"Joined and left since {since}.", say_thresholds(thresholds),
                                 *(f"{capital(other)}." for other in others)]))


def _say_moves(rating: Rag | Absence, assessments: Sequence[Assessment],
               before: Sequence[Assessment]) -> str:
    """How many joined a rating and left it, as a net change of none may hide many."""
    now, then = ({one.indicator.id for one in each if one.rating is rating}
                 for each in (assessments, before))
    moves = [f"{spell(len(ids))} {verb}" for ids, verb in ((now - then, "joined"),
                                                           (then - now, "left")) if ids]
    return capital(", ".join(moves)) or "Unchanged"


def say_moved(assessments: Sequence[Assessment], before: Sequence[Assessment]) -> Prose | None:
    """Name the indicators whose rating is another than the quarter before, the worst now first.

    One that is hidden in either quarter is not named. Returns None if none is.
    """
    then = {one.indicator.id: one.rating for one in before}
    names, moved = names_of(assessments), dict[tuple[Rag | Absence, Rag | Absence], list[str]]()
    for one in assessments:
        was = then.get(one.indicator.id, Absence.NOT_COLLECTED)
        if one.rating is not was and Absence.SUPPRESSED not in (one.rating, was):
            moved.setdefault((one.rating, was), []).append(small(one.indicator.title, names))
    order = [*reversed(COLOURS), Rag.NOT_APPLICABLE, *Absence]
    said = [f"**{was.value} to {now.value}:** {'; '.join(titles)}."
            for (now, was), titles in sorted(moved.items(), key=lambda one: [
                order.index(rating) for rating in one[0]])]
    return Prose(" ".join(said)) if said else None
