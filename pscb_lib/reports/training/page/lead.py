"""The front sheet and the answer: practice changed, places not taken, and training validated."""

from __future__ import annotations

from pscb_lib.board.agencies import read_agencies, short_names
from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import NOT_SUPPLIED, TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, part_of
from pscb_lib.page.blocks import Front, Lead
from pscb_lib.page.words import front
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.training import places
from pscb_lib.reports.training.returned_feedback import LATER

REPORT, ITEM = "training", 6
CAME_TARGET = 90  # per cent of places booked to which somebody came (local)
EQUALITY = "The paper counts staff and agencies, and no child."
NO_FEEDBACK = "It is not known whether practice changed: no feedback was supplied."
FEW_ANSWERED = "How many answered three months later is not shown, because of small numbers."
NO_PLACES = "Who was booked and came was not supplied."
NO_AGENCIES = "Agencies' own training was not supplied."
LATER_LABEL = places.STAGES[LATER]


def names_of(context: Context) -> dict[str, str]:
    """The shortest name in use of each agency, for a picture."""
    return short_names(read_agencies(context.params / "agencies.csv"), context.as_of)


def most_absent(shown: Shown) -> str | None:
    """The agency with the most places where nobody came and no notice was given; None if none."""
    absent = {row: shown.get(places.TAKEN, row, places.NO_SHOW).value or 0
              for row in require_shown(shown).rows(places.TAKEN) if row != TOTAL}
    most = max(absent, key=absent.__getitem__, default=None)
    return most if most is not None and absent[most] else None


def front_sheet(context: Context) -> Front:
    """The front sheet: the Board decides how practice is asked about, and who must take part."""
    return front.front_sheet(
        context, REPORT, item=ITEM, equality=EQUALITY,
        asks="require an answer from agencies that stay away, and decide how change will be known")


def answer(context: Context, shown: Shown) -> Lead:
    """Say whether practice changed, who did not come, and whose own training was validated."""
    require_shown(shown)
    return Lead(joined(_say_practice(shown), _say_change(shown), _say_absent(context, shown),
                       _say_validated(shown)))


def _say_practice(shown: Shown) -> str:
    answered, changed = shown.get(places.ANSWERED, LATER_LABEL), shown.get(*places.OWN_CHANGE)
    if answered.state == NOT_SUPPLIED:
        return f"**{NO_FEEDBACK}**"
    if answered.hidden:
        return f"**{FEW_ANSWERED}**"
    number, sent = answered.counts
    if not sent:
        return "**Nobody was asked yet whether practice changed.**"
    share = f" ({answered.text})" if sent >= places.FEWEST else ""
    asked = (f"The one form sent three months later was {'' if number else 'not '}answered"
             if sent == 1 else
             f"Of {sent:,} forms sent three months later {number:,} "
             f"{'was' if number == 1 else 'were'} answered{share}")
    if changed.value is None:
        return f"**{asked}: too few to say whether practice changed.**"
    yes, told = changed.counts
    return f"**{asked}; {yes:,} of {told:,} told of changed practice.**"


def _say_change(shown: Shown) -> str:
    """How confidence moved on the day and in the months after, in pairs of answers."""
    pair = shown.get("learnt", places.ALL_SCALES, places.PAIRED)
    moved = _say_moved(shown, "learnt")
    if not moved:
        return ""
    first = (f"Confidence in {pair.text} pairs of answers, before and after an event, {moved} of "
             "10.")
    later = _say_moved(shown, "held")
    held = shown.get("held", places.ALL_SCALES, places.PAIRED) if later else None
    if held is None or held.value is None:
        return first
    return joined(first, f"In {held.text} pairs of staff's answers, after it and three months "
                         f"later, it {later}.")


def _say_moved(shown: Shown, table: str) -> str | None:
    """How all scales together moved from one stage to the next; None if that is not shown."""
    before, after = (shown.get(table, places.ALL_SCALES, places.STAGES[stage])
                     if shown.has(table, places.ALL_SCALES, places.STAGES[stage]) else None
                     for stage in places.PAIRS[table])
    if before is None or after is None or before.value is None or after.value is None:
        return None
    if before.text == after.text:
        return f"stayed at {before.text}"
    return f"{'rose' if after.value > before.value else 'fell'} from {before.text} to {after.text}"


def _say_absent(context: Context, shown: Shown) -> str:
    absent, came = shown.get(*places.ALL_NO_SHOW), shown.get(*places.ALL_CAME)
    if absent.value is None:
        return NO_PLACES
    booked = came.counts[1]
    if not booked:
        return "No place was booked."
    if not absent.count:
        return f"Nobody stayed away from {count_of(booked, 'place')} booked without notice."
    if booked == 1:
        return "At the one place booked nobody came or gave notice."
    most = most_absent(shown)
    met = "met" if (came.value or 0) >= CAME_TARGET else "not met"
    taken = (f"Of {booked:,} places booked, {came.text} were taken up (local target {CAME_TARGET}%:"
             f" {met}); at {absent.count:,} nobody came or gave notice")
    share = shown.get(places.TAKEN, most, places.NO_SHOW) if most else absent
    by = (f", {share.text} of them booked by {names_of(context).get(most, most)}"
          if most and share.count < absent.count else "")
    few = f"At {part_of(absent.count, booked, 'places')} booked nobody came or gave notice"
    return f"{taken if booked >= places.FEWEST else few}{by}."


def _say_validated(shown: Shown) -> str:
    validated, reported = shown.get(*places.VALIDATED), shown.get(*places.REPORTED)
    if validated.state == NOT_SUPPLIED:
        return NO_AGENCIES
    number, agencies = validated.counts
    missing = reported.counts[1] - reported.counts[0]
    unsaid = f"; {count_of(missing, 'other')} sent no figures" if missing else ""
    if agencies == 1:
        had = "had its" if number else "did not have its"
        return f"The one agency that sent figures {had} own training validated{unsaid}."
    return (f"{capital(part_of(number, agencies, 'agencies'))} had their own training "
            f"validated{unsaid}.")
