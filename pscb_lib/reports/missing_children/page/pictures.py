"""The figures of the report on missing children, each with its headline from the same figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, small, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import charts, style
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import Step
from pscb_lib.page.tables.folded import is_mostly_hidden
from pscb_lib.page.words.indicators import say_actual, say_target
from pscb_lib.page.words.shown import (
    joined,
    most,
    moved,
    require_told,
    told,
)
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.indicators import IN_TIME as INDICATOR
from pscb_lib.reports.missing_children.measures.small import AT_RISK, NIGHT_OR_UNKNOWN, UNDER_14
from pscb_lib.reports.missing_children.measures.times import NO_TIME
from pscb_lib.reports.missing_children.page.words import NO_INTERVIEWS, NO_RECORD, NOT_SUPPLIED

LEFT, RIGHT = (1, 2), (2, 2)
SMALL = range(1, 6)  # a loss that a public paper does not draw
SHORT = {day: day[:3] for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
                                  "Saturday", "Sunday")} | {
    "Midnight to 6am": "12am –6am", "6am to 3pm": "6am –3pm", "3pm to 6pm": "3pm –6pm",
    "6pm to 9pm": "6pm –9pm", "9pm to midnight": "9pm –12"}
UNTIMED = (NO_TIME, NIGHT_OR_UNKNOWN)
YOUNG = (UNDER_14, *tuple(places.AGE_BANDS)[:2])
RISKS = (AT_RISK, "Medium", "High")


def plot_interviews(shown: Shown, rated: Sequence[Assessment], period: ReportingPeriod
                    ) -> Chart | Prose:
    """Plot the way from all episodes to the interviews in time, and what is lost at each step."""
    if require_shown(shown).get(*places.ALL_OWED).state == NOT_SUPPLIED:
        return Prose(NO_INTERVIEWS)
    steps = _steps(shown)
    id, subtitle = "from_episode_to_interview", _rated(rated, period)
    all_, owed = (shown.get(*place) for place in (places.ALL_EPISODES, places.ALL_OWED))
    in_time = _reached(shown, places.IN_TIME)
    if _is_told(shown, steps):
        headline = (f"From {count_of(all_.count, 'episode')} to "
                    f"{count_of(in_time.count, 'interview')} in time")
        return charts.plot_waterfall(steps, id=id, headline=headline, subtitle=subtitle,
                                     columns=("Step", "Returns"))
    reached = {label: _reached(shown, label) for label in (
        places.OFFERED, places.ACCEPTED, places.WAS_HELD, places.IN_TIME)}
    returns = "returns" if owed.value is None else f"of {count_of(owed.count, 'return')}"
    return charts.plot_bars(reached, id=id, headline=f"How many {returns} reached each step",
                            subtitle=subtitle, columns=("Step", "Returns"),
                            whole=None if owed.value is None else max(owed.count, 1))


def _steps(shown: Shown) -> list[Step]:
    owed, placing, none = (shown.get(*place) for place in places.OWED_TO)
    offered, held, in_time = (_reached(shown, label) for label in (
        places.OFFERED, places.WAS_HELD, places.IN_TIME))
    return [Step("Episodes", shown.get(*places.ALL_EPISODES), "start"),
            Step("For the placing authority", placing, "left"),
            Step("None needed, or not yet back", none, "left"),
            Step("Interviews owed", owed, "kept"),
            Step("Not offered", _less(owed, offered), "lost"),
            Step("Offered, not held", _less(offered, held), "lost"),
            Step("Late, or time not known", _less(held, in_time), "late"),
            Step("Held within 72 hours", in_time, "good")]


def _is_told(shown: Shown, steps: Sequence[Step]) -> bool:
    """Whether every step may be drawn: none is hidden, they add up, no loss is small in public.

    Rounded counts need not add up.
    """
    if any(step.figure.value is None for step in steps):
        return False
    total, placing, none, owed, *losses, in_time = (step.figure.count for step in steps)
    adds_up = total - placing - none == owed and owed - sum(losses) == in_time
    return adds_up and min(losses) >= 0 and (
        shown.audience != "public" or not any(step.figure.count in SMALL for step in steps))


def _reached(shown: Shown, label: str) -> ShownFigure:
    """How many returns reached a step, from its share of all that are owed an interview."""
    figure = shown.get(places.INTERVIEWS, label, places.RETURNS)
    return ShownFigure(figure.numerator, None, None, "count", figure.state, figure.hidden)


def _less(before: ShownFigure, after: ShownFigure) -> ShownFigure:
    """The difference of two figures, hidden if either is."""
    lost = None if before.value is None or after.value is None else before.count - after.count
    return ShownFigure(lost, None, None, "count", after.state, before.hidden or after.hidden)


def _rated(rated: Sequence[Assessment], period: ReportingPeriod) -> str:
    """What the waterfall ends in, against the target, a year earlier and to the next rating."""
    said = f"{period.title}."
    one = next((one for one in rated if one.indicator.id == INDICATOR), None)
    if one is None or one.figure.value is None or not one.indicator.required:
        return said
    return (f"{said} {one.rating.value}: {say_actual(one)}, target {say_target(one.indicator)}. "
            f"{_to_better(one)}".rstrip())


def _to_better(one: Assessment) -> str:
    change = one.cases_to(better=True)
    if change is None:
        return ""
    more, rating = change
    return f"{capital(spell(abs(more)))} more in time would be {rating.value}."


def plot_half_years(shown: Shown, period: ReportingPeriod) -> Chart | Prose | None:
    """Plot episodes and children over three half-years, as far as they are known by half-year."""
    heads = {places.THEN: period.same_last_year.title, places.NOW: period.title}
    before = period.previous.title
    lines = {"episodes": {heads[places.THEN]: _all_then(shown),
                          before: shown.get(places.YEAR_OF_EPISODES, TOTAL, before),
                          heads[places.NOW]: shown.get(*places.ALL_EPISODES)}}
    for name, row in (("missing", places.MISSING), ("children", places.CHILDREN_NOW[1])):
        lines[name] = {heads[when]: shown.get(places.LAST_YEAR, row, when) for when in heads}
    lines = {name: line for name, line in lines.items()
             if sum(one.value is not None for one in line.values()) > 1}
    if not lines:
        return None
    titles = (heads[places.THEN], before, heads[places.NOW])
    return charts.plot_slope(lines, id="half_years", place=LEFT,
                             headline=_trend(lines, heads) or "Episodes and children",
                             subtitle="Episodes, those of them missing, and children",
                             points=titles, short={title: _brief(title) for title in titles},
                             columns=("Counted", *titles))


def _all_then(shown: Shown) -> ShownFigure:
    """All episodes a year earlier: the sum of those of each status, hidden if one is."""
    parts = [shown.get(places.LAST_YEAR, status, places.THEN)
             for status in places.STATUSES.values()]
    is_hidden = any(one.hidden for one in parts)
    known = [one.count for one in parts if one.value is not None]
    whole = sum(known) if len(known) == len(parts) else None
    state = next((one.state for one in parts if one.value is None), "")
    return ShownFigure(whole, None, None, "count", state, is_hidden)


def _brief(title: str) -> str:
    """A half-year in a few letters: Apr–Sep 2014, Oct–Mar 2014."""
    first, _, last = title.partition(" to ")
    return f"{first[:3]}–{last[:3]} {last[-4:]}"


def _trend(lines: Mapping[str, Mapping[str, ShownFigure]], heads: Mapping[str, str]) -> str:
    """Say what became of episodes: Episodes rose from 147 to 172 in a year."""
    then, now = (lines.get("episodes", {}).get(heads[when])
                 for when in (places.THEN, places.NOW))
    if then is None or now is None or then.value is None or now.value is None:
        return ""
    return f"Episodes {moved(then, now)}"


def plot_who(shown: Shown) -> Chart | Prose:
    """Plot children by age and sex."""
    bands = [row for row in require_shown(shown).rows(places.AGES) if row != TOTAL]
    girls, boys = (places.SEXES[sex] for sex in ("Girl", "Boy"))
    sides = [({band: shown.get(places.AGES, band, sex) for band in reversed(bands)
               if shown.has(places.AGES, band, sex)}, _total(shown, sex)) for sex in (girls, boys)]
    (left, said_left), (right, said_right) = sides
    return charts.plot_pyramid(
        (said_left, left), (said_right, right), id="who", place=RIGHT, label="Age",
        headline=_who(shown, bands) or "Children by age and sex",
        subtitle="Children, each counted once, by age")


def _total(shown: Shown, sex: str) -> str:
    return joined(sex, _text(shown, TOTAL, sex))


@told
def _text(shown: Shown, row: str, column: str) -> str:
    figure = shown.get(places.AGES, row, column)
    require_told(figure)
    return figure.text


@told
def _who(shown: Shown, bands: Sequence[str]) -> str:
    """Say how many are of the commoner sex, and how many under 14, in whatever bands they are."""
    girls, boys, all_ = (shown.get(places.AGES, TOTAL, column) for column in (
        places.SEXES["Girl"], places.SEXES["Boy"], TOTAL))
    young = [shown.get(places.AGES, band, TOTAL) for band in bands if band in YOUNG]
    require_told(girls, boys, all_, *young)
    sex, number = (("girls", girls) if girls.count >= boys.count else ("boys", boys))
    return (f"{number.count:,} of {all_.count:,} are {sex}; {sum(one.count for one in young):,} "
            f"are {small(UNDER_14)}")


def plot_times(shown: Shown) -> Chart | Prose:
    """Plot episodes by day and by hour of going."""
    days, hours = ({row: shown.get(table, row) for row in require_shown(shown).rows(table)
                    if row not in (TOTAL, *UNTIMED)} for table in (places.WEEKDAYS, places.HOURS))
    groups = {"Day": days}
    if any(one.value for one in hours.values()):
        groups["Hour"] = hours
    return charts.plot_columns(groups, id="times", place=LEFT, short=SHORT,
                               headline=_when(shown) or "When children go", note=_untimed(shown),
                               subtitle="Episodes by day and, where known, by hour of going",
                               columns=("Day or hour", "Episodes"))


def _when(shown: Shown) -> str:
    day, hour = (most(shown, table, but=NO_TIME) for table in (places.WEEKDAYS, places.HOURS))
    hour = None if hour in UNTIMED else hour
    said = joined(day and f"on a {day}", hour, between=", ")
    return said and f"Most {said}"


def _untimed(shown: Shown) -> str | None:
    rows = [row for row in UNTIMED if shown.has(places.HOURS, row)]
    known = [f"{row}: {one.text}" for row in rows if (one := shown.get(places.HOURS, row)).value]
    return f"Not drawn: {'; '.join(known)}." if known else None


def plot_repeats(shown: Shown) -> Chart | Prose | None:
    """Plot the children who go most often as dots: those with a strategy meeting, and those not."""
    met = require_shown(shown).get(*places.MET)
    if met.value is None:
        return None
    held, children = met.counts
    sides = {"had a strategy meeting": held, "did not": children - held}
    figures = {label: ShownFigure(count, None, None, "count", "", False)
               for label, count in sides.items() if count}
    lacking = children - held
    return charts.plot_people(
        figures, id="repeats_met", place=RIGHT, unmet=["did not"],
        headline=f"{lacking} of {children} had no strategy meeting" if lacking else
        f"All {children} had a strategy meeting",
        subtitle="Children who went three or more times in 90 days",
        columns=("Strategy meeting", "Children"))


def plot_changed(shown: Shown) -> Chart | Prose | None:
    """Plot what changed after the interview, the most frequent first."""
    figures = {row: shown.get(places.CHANGED, row)
               for row in require_shown(shown).rows(places.CHANGED) if row != TOTAL}
    if any(one.state == NOT_SUPPLIED for one in figures.values()) or is_mostly_hidden(
            figures.values()):
        return None
    ordered = dict(sorted(figures.items(), key=lambda item: -float(item[1].value or 0)))
    return charts.plot_bars(ordered, id="what_changed", place=LEFT, picked=[places.NOTHING],
                            colour=style.RED, headline=_nothing(shown) or
                            "What changed after the interview",
                            subtitle="Interviews by the main change recorded",
                            columns=("Main change", "Interviews"))


@told
def _nothing(shown: Shown) -> str:
    held, nothing = (shown.get(places.CHANGED, row) for row in (TOTAL, places.NOTHING))
    require_told(held, nothing)
    if not nothing.value:
        return "A change is recorded after every interview"
    return f"After {nothing.text} of {held.text} interviews no change is recorded"


def plot_recorded(shown: Shown) -> Chart | Prose:
    """Plot missing episodes by whose record they are in."""
    if require_shown(shown).get(places.RECORDED, places.BOTH).state == NOT_SUPPLIED:
        return Prose(NO_RECORD)
    labels = (places.COUNCIL, places.BOTH, places.POLICE)
    return charts.plot_stack(
        {label: shown.get(places.RECORDED, label) for label in labels}, id="recorded",
        place=LEFT, headline=_lacking(shown) or "Missing episodes by whose record they are in",
        subtitle="Missing episodes by who recorded them, absences apart",
        fills={places.COUNCIL: style.SOFT, places.BOTH: style.LINE, places.POLICE: style.RED},
        columns=("Recorded", "Missing episodes"))


@told
def _lacking(shown: Shown) -> str:
    council, police = (shown.get(places.RECORDED, row) for row in (places.COUNCIL, places.POLICE))
    require_told(council, police)
    if not (council.value or police.value):
        return "Council and police hold the same missing episodes"
    if police.count >= council.count:
        return f"The council lacks {police.text} missing episodes that the police hold"
    return f"The police lack {council.text} missing episodes that the council holds"




def plot_risks(shown: Shown) -> Chart | Prose | None:
    """Plot missing children by their risk of sexual exploitation when last assessed."""
    figures = {row: shown.get(places.EXPLOITATION, row)
               for row in require_shown(shown).rows(places.EXPLOITATION) if row != TOTAL}
    if any(one.state == NOT_SUPPLIED for one in figures.values()) or is_mostly_hidden(
            figures.values()):
        return None
    at_risk = [row for row in figures if row in RISKS]
    return charts.plot_columns(figures, id="risks", place=RIGHT, picked=at_risk,
                               headline=_at_risk(figures, at_risk) or
                               "Missing children by risk of sexual exploitation",
                               subtitle="Children assessed, by risk of sexual exploitation",
                               columns=("Risk when last assessed", "Children"))


@told
def _at_risk(figures: Mapping[str, ShownFigure], at_risk: Sequence[str]) -> str:
    require_told(*figures.values())
    number, all_ = (sum(figures[row].count for row in rows) for rows in (at_risk, figures))
    return f"{number:,} of {all_:,} assessed are at medium or high risk" if all_ else ""
