"""What the law requires of the authority: to see each child in time. What was missed, what kept."""

from __future__ import annotations

from dataclasses import dataclass

from pscb_lib.disclosure.figures import Place
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, listed, part_of, spell
from pscb_lib.framework.rag import Rag, Thresholds
from pscb_lib.page.tables.rated import MISSED, rating_of
from pscb_lib.page.words.shown import joined, require_told, say_done, told
from pscb_lib.reports.private_fostering import places

LAW = 100  # per cent: the Regulations have no exceptions
NOT_ALLOWED = ", against the law"


@dataclass(frozen=True)
class Duty:
    """One duty: its figure, whom it is owed to, and how it is kept and missed in a sentence."""

    place: Place
    whom: str  # after "child" or "children"
    kept: str
    missed: str  # after was or were
    asked: str

    def late(self, shown: Shown) -> int:
        """For how many children it was missed; none where that is not shown."""
        figure = require_shown(shown).get(*self.place)
        return 0 if figure.value is None else figure.counts[1] - figure.counts[0]


def duties(shown: Shown) -> tuple[Duty, ...]:
    """The duties to children, in the order in which they fall due."""
    return (
        Duty(places.SEEN_IN_TIME, whose_time_is_over(shown), "seen within seven working days",
             "not seen within the seven working days that the law allows",
             "not seen in seven working days"),
        Duty(places.EVERY_SIX, "whose arrangement began in the year",
             "seen at least every six weeks", f"not seen for over six weeks{NOT_ALLOWED}",
             "not seen for over six weeks"),
        Duty(places.EVERY_TWELVE, "whose arrangement began earlier",
             "seen at least every 12 weeks", f"not seen for over 12 weeks{NOT_ALLOWED}",
             "not seen for over 12 weeks"),
    )


def whose_time_is_over(shown: Shown) -> str:
    """Which children the first visits are of: all that were notified, or those due by now."""
    over, notified = (require_shown(shown).get(*place)
                      for place in (places.OVER, places.NOTIFIED))
    is_all = not (over.hidden or notified.hidden) and over.value == notified.value
    return "notified" if is_all else "notified whose seven working days are over"


def say_missed(shown: Shown, thresholds: Thresholds) -> str:
    """Say each duty that was missed, with its rating, and what that means for the children."""
    return joined(*(_missed(one, shown, thresholds) for one in duties(shown) if one.late(shown)))


@told
def _missed(one: Duty, shown: Shown, thresholds: Thresholds) -> str:
    figure = shown.get(*one.place)
    require_told(figure)
    found, (number, whole) = rating_of(figure, LAW, thresholds), figure.counts
    rating = f" ({found.value}{f', {MISSED}' if found is Rag.GREEN else ''})" if found else ""
    if not number or whole == 1:
        said = _kept(one, figure)
    else:
        late = whole - number
        verb = "was" if late == 1 else "were"
        said = f"{part_of(late, whole, f'children {one.whom}')} {verb} {one.missed}"
    return f"{capital(said or '')}{rating}{_meaning(one, whole - number)}."


def _meaning(one: Duty, late: int) -> str:
    if one.place != places.SEEN_IN_TIME:
        return ""
    safe = "the child was" if late == 1 else "they were"
    return f", so that nobody had seen by then whether {safe} safe"


def _kept(one: Duty, figure: ShownFigure) -> str | None:
    return say_done(figure, f"child {one.whom}", f"children {one.whom}", one.kept)


def say_kept(shown: Shown) -> str:
    """Say the duties to the year's children that were kept in full, and who was seen alone."""
    kept = (_kept(one, shown.get(*one.place)) for one in duties(shown)[:2] if not one.late(shown))
    alone = say_done(shown.get(*places.SEEN_ALONE), "child visited", "children visited",
                     "seen alone at least once")
    said = joined(*kept, alone, between="; ")
    return f"{capital(said)}." if said else ""


@told
def say_unseen(shown: Shown) -> str:
    """Of the children who were not seen in time, how many were visited but not seen."""
    visited, seen = (require_shown(shown).get(*place)
                     for place in (places.IN_TIME, places.SEEN_IN_TIME))
    require_told(visited, seen)
    if visited.value is None or visited.counts == seen.counts:
        return ""
    unseen, late = visited.counts[0] - seen.counts[0], seen.counts[1] - seen.counts[0]
    if late == 1:
        who = "The child was"
    elif unseen == late:
        who = "Both were" if late == 2 else f"All {spell(late)} were"
    else:
        who = f"{capital(spell(unseen))} of the {spell(late)} {'was' if unseen == 1 else 'were'}"
    return f"{who} visited in time, but not seen then."


def ask_late(shown: Shown) -> str:
    """Ask after the children whose visits were late, by number as far as it is shown."""
    found = [f"{count_of(one.late(shown), 'child', 'children')} {one.asked}"
             for one in duties(shown) if one.late(shown)]
    late = f": {listed(found)}; and" if found else ", and"
    return f"What held up the late visits{late} is each child now visited in time?"
