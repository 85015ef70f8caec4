"""What the quarter is rated on: the register's indicators, then the Board's own measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from pscb_lib.board.indicators import Role, SetBy
from pscb_lib.disclosure.figures import TOTAL, Place
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Absence, Rag, Thresholds, rate
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.tables.rated import FEWEST_RATED
from pscb_lib.page.words.indicators import say_target
from pscb_lib.page.words.shown import share
from pscb_lib.page.words.standing import meets
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.reports.child_protection_conferencing.page.came import (
    ATTENDANCE,
    providers_to_ask,
)

INITIAL, REVIEWS = "initial", "reviews"
ALL = 100  # per cent
RATINGS = (Rag.RED, Rag.AMBER, Rag.GREEN, Rag.NOT_APPLICABLE)
ORDER = (SetBy.LAW, SetBy.GUIDANCE, SetBy.LOCAL)


@dataclass(frozen=True)
class Measured:
    """One measure: its figure, rating and target, and what is asked of whom if it is Red."""

    label: str
    figure: ShownFigure
    rating: Rag | Absence | None
    target: str
    set_by: SetBy | None
    lead: str = ""
    question: str = ""
    tells: str = ""  # what the answer says of it in a sentence of its own
    is_met: bool = True  # its target; a Green may miss it by 5%


def measured(shown: Shown, rated: Sequence[Assessment], quarter: ReportingPeriod,
             thresholds: Thresholds) -> list[Measured]:
    """Return the measures of the quarter: Red, Amber, Green, then those without a rating.

    The Red ones stand by law, by guidance, then others.
    """
    register = [Measured(one.indicator.title, one.figure, one.rating, say_target(one.indicator),
                         one.indicator.target_source.set_by if one.indicator.target_source
                         else None, _lead_of(one, shown, quarter), one.indicator.question,
                         INITIAL if one.indicator.role is Role.CONFERENCES_IN_TIME else "",
                         one.figure.value is None or meets(one, Fraction(one.figure.value)))
                for one in rated]
    late = next(((one.indicator.lead, one.indicator.question) for one in rated
                 if one.indicator.role is Role.REVIEWS_IN_TIME), ("", ""))
    every = [*register, *_own(require_shown(shown), quarter, thresholds, late)]
    return sorted(every, key=_rank)


def _lead_of(one: Assessment, shown: Shown, quarter: ReportingPeriod) -> str:
    """Who answers for an indicator; of probation, the providers of which somebody stayed away."""
    is_probation = one.indicator.role is Role.PROBATION_ATTENDED
    return (listed(providers_to_ask(shown, quarter)) if is_probation else "") or one.indicator.lead


def _rank(one: Measured) -> tuple[int, int]:
    place = RATINGS.index(one.rating) if one.rating in RATINGS else len(RATINGS)
    return place, ORDER.index(one.set_by) if one.set_by and not place else 0


def reds(measures: Sequence[Measured]) -> list[Measured]:
    """Return the measures that are rated Red, of ten or more: fewer say little."""
    return [one for one in measures if one.rating is Rag.RED
            and (one.figure.denominator or 0) >= FEWEST_RATED]


def say_red(one: Measured) -> str:
    """Say a measure that is Red with its two counts and its target."""
    return f"{one.label}: Red, {share(one.figure)}, target {one.target}"


def _own(shown: Shown, quarter: ReportingPeriod, thresholds: Thresholds, late: tuple[str, str]
         ) -> Iterator[Measured]:
    lead, question = late
    due = (places.REVIEWED, places.HELD_IN_TIME, ""), places.REVIEWS_DUE
    yield replace(_rate("Children's reviews due in the quarter, held in time", part(shown, *due),
                        ALL, SetBy.GUIDANCE, thresholds), tells=REVIEWS, lead=lead,
                  question=question)
    yield replace(_rate("Conferences that were quorate", shown.get(*places.QUORATE), ALL,
                        SetBy.LOCAL, thresholds), lead=lead,
                  question="Who was missing, and why did the conference go ahead?")
    if shown.has(places.ATTENDED, TOTAL, quarter.label):
        came, sent = (shown.get(table, TOTAL, quarter.label)
                      for table in (places.ATTENDED, places.REPORTED))
        yield _rate("Invitations at which the agency came", came, ATTENDANCE, SetBy.LOCAL,
                    thresholds)
        yield Measured("Invitations with a report in time", sent, None, "none", None)
    yield Measured("Children old enough who took part",
                   part(shown, places.TOOK_A_PART, places.OLD_ENOUGH), None, "none", None)
    yield Measured("Conferences for which a parent had the report in time",
                   shown.get(*places.PARENT_READ), None, "none", None)


def _rate(label: str, figure: ShownFigure, target: int, set_by: SetBy, thresholds: Thresholds
          ) -> Measured:
    few = figure.value is None or figure.counts[1] < FEWEST_RATED
    rating = None if few or figure.value is None else rate(figure.value, target,
                                                           thresholds=thresholds)
    return Measured(label, figure, rating, f"{target}%", set_by,
                    is_met=figure.value is None or figure.value >= target)


def part(shown: Shown, some: Place, all_: Place) -> ShownFigure:
    """Return the share of two counts: hidden if one is, and without a value if there is none."""
    number, whole = (require_shown(shown).get(*place) for place in (some, all_))
    if number.hidden or whole.hidden or number.value is None or not whole.value:
        hidden = number.hidden or whole.hidden
        state = "" if hidden else whole.state or "no cases"
        return ShownFigure(None, None, 0 if state == "no cases" else None, "percent", state,
                           hidden)
    return ShownFigure(Fraction(100 * number.count, whole.count), number.count, whole.count,
                       "percent", "", False)
