"""The front sheet and the answer: was it quorate, who came, and who was not there for what."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import count_of, listed, part_of, spell, times
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import Front, Lead
from pscb_lib.page.words import front
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.attendance import places
from pscb_lib.reports.attendance.known import ITEM, REPORT, Known
from pscb_lib.reports.attendance.page.tables import TARGETS, meets

NOT_SUPPLIED = "Attendance was not supplied: it is not known who came to the Board's meetings."
EQUALITY = "Agencies and meetings are counted, and no person is named."
MOST_NAMED = 3


def front_sheet(context: Context, known: Known) -> Front:
    """The front sheet: the Board decides on agencies that stay away, and on its quorum."""
    asks = [words for is_asked, words in (
        (known.seldom, "require an answer from each agency that often stayed away"),
        (known.not_quorate, "confirm what was decided without a quorum"),
    ) if is_asked]
    return front.front_sheet(context, REPORT, item=ITEM, equality=EQUALITY,
                             asks=listed(asks) or "note who came to its meetings")


def answer(shown: Shown, known: Known, year: ReportingPeriod) -> Lead:
    """Answer whether meetings were quorate, which agencies were not represented, and for what."""
    require_shown(shown)
    if not known.is_supplied:
        return Lead(NOT_SUPPLIED)
    if not known.board:
        return Lead(f"The Board held no meeting in {year.title}.")
    return Lead(joined(f"**{_say_met(known, year)} {_say_seldom(known)}**", _say_taken(shown),
                       _say_decided(known)))


def _say_met(known: Known, year: ReportingPeriod) -> str:
    number, without = len(known.board), len(known.not_quorate)
    met = f"The Board met {times(number)} in {year.title}"
    if known.board[0].quorate is None:
        return f"{met}; it has set no quorum."
    if not without:
        how = "quorate" if number == 1 else "quorate each time"
        return f"{met}, {how}: at least {known.quorum}% of members were represented."
    fewer = f"fewer than {known.quorum}% of members were represented"
    if without == number:
        return f"{met}, {'not quorate' if number == 1 else 'never quorate'}: {fewer}."
    were = "was" if without == 1 else "were"
    return f"{met}; {count_of(without, 'meeting')} {were} not quorate: {fewer}."


def _say_seldom(known: Known) -> str:
    """The agencies that were represented at less than half of the meetings."""
    seldom = [one for one in known.agencies if 2 * one.represented[0] < one.represented[1]]
    if not seldom:
        return "Every agency was represented at half of its meetings or more."
    first, *rest = seldom[:MOST_NAMED]
    more = len(seldom) - len(rest) - 1
    said = [f"{known.short(first.agency)} was represented at {_at(*first.represented)}",
            *(f"{known.short(one.agency)} at {_at(*one.represented)}" for one in rest),
            *([f"{count_of(more, 'other agency', 'other agencies')} at less than half"]
              if more else [])]
    return f"{listed(said)}."


def _at(number: int, whole: int) -> str:
    if whole == 1:
        return "the one meeting" if number else "no meeting"
    return part_of(number, whole, "meetings")


def _say_taken(shown: Shown) -> str:
    came, taken = (shown.get(*place) for place in (places.ALL_IN_PERSON, places.ALL_REPRESENTED))
    if not came.denominator:
        return ""
    return (f"Over all meetings, {came.text} of the members in post came in person "
            f"({_against(came, places.IN_PERSON)}); with deputies, {taken.text} of the seats were "
            f"represented ({_against(taken, places.REPRESENTED)}).")


def _against(figure: ShownFigure, column: str) -> str:
    return f"local target {TARGETS[column]}%: {'met' if meets(figure, column) else 'not met'}"


def _say_decided(known: Known) -> str:
    """The meeting with papers at which most agencies were not represented."""
    with_papers = [one for one in known.board if one.papers and one.missing_agencies]
    if not with_papers:
        return ""
    most = max(with_papers, key=lambda one: len(one.missing_agencies))
    number = len(most.missing_agencies)
    agencies = (known.short(most.missing_agencies[0]) if number == 1
                else f"{spell(number)} agencies")
    noted = f" ({spell(most.for_information)} for information)" if most.for_information else ""
    return (f"On {say_day(most.on)}, when the Board had {count_of(most.papers, 'paper')} before "
            f"it{noted}, {agencies} {'was' if number == 1 else 'were'} not represented.")
