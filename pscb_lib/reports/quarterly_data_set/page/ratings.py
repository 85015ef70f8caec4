"""How the indicators stand: the strip of ratings, those that moved, Greens that miss targets."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.framework.english import capital, count_of, listed, part_of, small, spell
from pscb_lib.framework.rag import Absence, Rag, Thresholds
from pscb_lib.page import blocks
from pscb_lib.page.assessment import Assessment, count_ratings
from pscb_lib.page.blocks import Column, Data, Group, Place, Prose, Table, Tally
from pscb_lib.page.rendering.numbering import slug
from pscb_lib.page.words.indicators import names_of
from pscb_lib.page.words.lawful import against_law, is_unlawful, misses_target, of_missed
from pscb_lib.page.words.ratings import percent
from pscb_lib.page.words.shown import paragraph
from pscb_lib.page.words.standing import MANY, quarters_met
from pscb_lib.reports.quarterly_data_set.page.lead import is_in_part

COUNTED = (Rag.RED, Rag.AMBER, Rag.GREEN, Rag.NOT_APPLICABLE, Absence.NOT_SUPPLIED,
           Absence.NO_CASES, Absence.SUPPRESSED, Absence.NOT_COLLECTED, Absence.DOES_NOT_APPLY,
           Absence.YEAR_NOT_FULL, Absence.NO_RATE)
LABELS: dict[Rag | Absence, str] = {Rag.NOT_APPLICABLE: "N/A, no target",
                                    Absence.SUPPRESSED: "Not shown"}
COLOURS = (Rag.GREEN, Rag.AMBER, Rag.RED)
ORDER: dict[Rag | Absence, int] = {rating: place for place, rating in enumerate(COLOURS)}
KEPT_UP = 9  # at most so many Greens are named
FIRST_HELD = "This is the first quarter of which figures are held."
Moved = tuple[Assessment, Rag | Absence]  # an indicator and the rating that it had


def tally(assessments: Sequence[Assessment], place: Place | None = None, note: str = "") -> Tally:
    """Return the ratings, and the reasons for having none, as one strip of all indicators."""
    now = count_ratings(assessments)
    always = (*Rag, Absence.NOT_SUPPLIED)
    items = [{"rating": rating.name.lower(), "label": LABELS.get(rating, rating.value),
              "count": f"{now[rating.name.lower()]}", "change": ""} for rating in COUNTED
             if rating in always or now[rating.name.lower()]]
    return Tally(items, note, place=place)


def say_scale(thresholds: Thresholds) -> str:
    """What share of its target makes a figure green, amber or red."""
    green, amber = percent(thresholds.green), percent(thresholds.amber)
    return f"Green from {green} of target, Amber from {amber}"


def say_missed_greens(assessments: Sequence[Assessment]) -> str:
    """Say how many of the Greens did not meet their target; nothing if all did."""
    greens = [one for one in assessments if one.rating is Rag.GREEN]
    short = sum(map(misses_target, greens))
    if not short or len(greens) < 2:
        return "the one Green missed it" if short else ""
    return f"{part_of(short, len(greens), 'Greens')} missed it"


def say_greens(assessments: Sequence[Assessment], place: Place | None = None) -> Prose | None:
    """Name the Greens that did not meet their target in any of the quarters; None without one.

    A figure of 95% of its target is green: so Greens may miss their target for years. Those of
    which the law allows no exception are named too.
    """
    greens = [one for one in assessments if one.rating is Rag.GREEN]
    never = [one for one in greens if _is_never_met(one)]
    by_law = [one for one in greens if one not in never and is_unlawful(one)]
    return paragraph(_never(never), against_law(by_law), place=place)


def _never(never: Sequence[Assessment]) -> str | None:
    if not never:
        return None
    names = names_of(never)
    titles = [f"[{small(one.indicator.title, names)}](#{row_id(one)})"
              f"{f' (not lawful{of_missed(one)})' if is_unlawful(one) else ''}"
              for one in never[:KEPT_UP]]
    return (f"**Green, never on target in {spell(MANY)} quarters or more:** "
            f"{listed(titles)}.")


def _is_never_met(one: Assessment) -> bool:
    met = quarters_met(one)
    return met is not None and met[0] == 0 and met[1] >= MANY


def row_id(one: Assessment) -> str:
    """The id of the row of an indicator in the table of all indicators."""
    return f"indicators--{slug(one.indicator.title)}"


def tabulate_moved(assessments: Sequence[Assessment], before: Sequence[Assessment],
                   place: Place | None = None) -> Table:
    """Tabulate the indicators whose rating is worse or better than the quarter before: was and is.

    In the first quarter that is held there is nothing to compare with. One that is hidden in either
    quarter is not named. One without a rating in either is in the data alone: the page says
    elsewhere what was not supplied.
    """
    moved = list_moved(assessments, before)
    then, now = before[0].quarters[-1].name, assessments[0].quarters[-1].name
    groups = {"Worse": [one for one in moved if _way(one) > 0],
              "Better": [one for one in moved if _way(one) < 0]}
    is_part = is_in_part(assessments)
    rows = [Group(label,
                  [[blocks.cell(one.indicator.title), blocks.rating(was),
                    blocks.rating(one.rating)] for one, was in members])
            for label, members in groups.items() if members]
    data = [[one.indicator.id, one.indicator.title, was.value, one.rating.value]
            for one, was in moved]
    number = sum(map(len, groups.values()))
    is_first = is_first_held(assessments)
    caption = "Ratings that changed colour" if is_part or is_first else (
        f"{capital(count_of(number, 'rating'))} changed colour")
    return Table("moved", f"{caption} since {then}",
                 [Column("Indicator", width=2), Column(then), Column(now)], rows,
                 Data(["id", "indicator", "was", "now"], data),
                 empty=f"{FIRST_HELD} There is none before it to compare with." if is_first else
                 f"No rating changed colour since {then}.", place=place)


def is_first_held(assessments: Sequence[Assessment]) -> bool:
    """Whether no quarter before this one has a figure, be it shown or hidden."""
    return not any(point.value is not None or point.hidden
                   for one in assessments for point in one.points[:-1])


def list_moved(assessments: Sequence[Assessment], before: Sequence[Assessment]) -> list[Moved]:
    """The indicators whose rating changed, each with the one that it had, the worst now first."""
    then = {one.indicator.id: one.rating for one in before}
    moved = [(one, was) for one in assessments
             for was in [then.get(one.indicator.id, Absence.NOT_COLLECTED)]
             if one.rating is not was and Absence.SUPPRESSED not in (one.rating, was)]
    return sorted(moved, key=lambda each: -ORDER.get(each[0].rating, -1))


def _way(moved: Moved) -> int:
    """How far a rating fell: above 0 for the worse, 0 where one of the two is no colour."""
    one, was = moved
    if one.rating not in ORDER or was not in ORDER:
        return 0
    return ORDER[one.rating] - ORDER[was]
