"""The figures of who goes, and when: a year earlier, by age and sex, by day and by hour."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Mapping, Sequence

from pscb_lib.disclosure.figures import RESTRICTED, TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import count_of, listed, small
from pscb_lib.page import charts
from pscb_lib.page.blocks import LEFT, RIGHT, Chart, Prose
from pscb_lib.page.charts import kept
from pscb_lib.page.words.shown import joined, most, require_told, told
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.small import NIGHT_OR_UNKNOWN, UNDER_14
from pscb_lib.reports.missing_children.measures.times import NO_TIME

SHORT = {day: day[:3] for day in day_name}
UNTIMED = (NO_TIME, NIGHT_OR_UNKNOWN)
YOUNG = (UNDER_14, *tuple(places.AGE_BANDS)[:2])


def plot_who(shown: Shown) -> Chart | Prose:
    """Plot children by age and sex."""
    bands = [row for row in require_shown(shown).rows(places.AGES) if row != TOTAL]
    girls, boys = (places.SEXES[sex] for sex in ("Girl", "Boy"))
    sides = [({band: shown.get(places.AGES, band, sex) for band in reversed(bands)
               if shown.has(places.AGES, band, sex)}, _total(shown, sex)) for sex in (girls, boys)]
    (left, said_left), (right, said_right) = sides
    return charts.plot_pyramid(
        (said_left, left), (said_right, right), id="who", place=RIGHT,
        columns=("Age", girls, boys), said=_aloud(sides),
        headline=_who(shown, bands) or "Children by age and sex",
        subtitle="Each child once, by age; the youngest band is the widest")


def _aloud(sides: Sequence[tuple[Mapping[str, ShownFigure], str]]) -> str:
    """The children by sex and age, the youngest first: Girls, 53: 27 under 14, 15 aged 14 or 15.
    """
    told_of = {name: listed([_aged(*each) for each in reversed([*side.items()])])
               for side, name in sides if side}
    said = [f"{', '.join(name.split())}: {ages}" for name, ages in told_of.items()]
    return f"{'. '.join(said)}."


def _aged(band: str, figure: ShownFigure) -> str:
    age = f"aged {band.replace(' and ', ' or ')}" if band[0].isdigit() else small(band)
    return f"{age} {kept.say(figure)}" if figure.value is None else f"{figure.text} {age}"


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
    sex, number = (("girl", girls) if girls.count >= boys.count else ("boy", boys))
    under = sum(one.count for one in young)
    if not all_.value:
        return ""
    if all_.value == 1:
        return f"The one child is a {sex} {small(UNDER_14) if under else 'of 14 or over'}"
    ones = f"is a {sex}" if number.value == 1 else f"are {sex}s"
    return (f"{number.count:,} of {all_.count:,} {ones}; {under:,} {'is' if under == 1 else 'are'} "
            f"{small(UNDER_14)}")


def plot_days(shown: Shown) -> Chart | Prose:
    """Plot episodes by day of going."""
    days = {row: shown.get(places.WEEKDAYS, row) for row in require_shown(shown).rows(
        places.WEEKDAYS) if row != TOTAL}
    return charts.plot_columns(days, id="days", place=LEFT, short=SHORT, picked=_busiest(days),
                               headline=_on_days(shown, days) or "When children go",
                               subtitle="Episodes by the day the child went",
                               columns=("Day", "Episodes"))


def _busiest(days: Mapping[str, ShownFigure]) -> list[str]:
    """The two days with the most episodes, if they are told and no third has as many."""
    if len(days) < 3 or any(one.value is None for one in days.values()):
        return []
    counts = sorted((one.count for one in days.values()), reverse=True)
    return [day for day, one in days.items() if one.count >= counts[1]] if (
        counts[1] > counts[2]) else []


@told
def _on_days(shown: Shown, days: Mapping[str, ShownFigure]) -> str:
    total, busiest = shown.get(places.WEEKDAYS, TOTAL), _busiest(days)
    require_told(total)
    if not busiest:
        return ""
    number = sum(days[day].count for day in busiest)
    return f"{listed(busiest)}: {number:,} of {total.text}"


def plot_hours(shown: Shown) -> Chart | Prose | None:
    """Plot episodes by hour of going; none if no time is known."""
    hours = {row: shown.get(places.HOURS, row) for row in require_shown(shown).rows(places.HOURS)
             if row != TOTAL}
    if not any(one.value for row, one in hours.items() if row not in UNTIMED):
        return None
    hours = dict(sorted(hours.items(), key=lambda item: item[0] in UNTIMED))
    return charts.plot_bars(hours, id="hours", place=RIGHT,
                            headline=_at_hour(shown) or "When children go",
                            subtitle="Episodes by hour of going, six hours to a bar",
                            columns=("Hour", "Episodes"))


@told
def _at_hour(shown: Shown) -> str:
    hour, total = most(shown, places.HOURS, but=NO_TIME), shown.get(places.HOURS, TOTAL)
    require_told(total)
    if hour is None or hour in UNTIMED or not shown.has(places.HOURS, hour):
        return ""
    return f"{hour}: {shown.get(places.HOURS, hour).text} of {total.text}"


def plot_when(shown: Shown) -> Chart | Prose | None:
    """Plot episodes by weekday and hour at once, in the restricted set; none if no time is known.
    """
    if require_shown(shown).audience != RESTRICTED:
        return None
    hours = [row for row in shown.rows(places.WHEN) if row not in (*UNTIMED, TOTAL)]
    cells = {hour: {day: shown.get(places.WHEN, hour, day) for day in day_name} for hour in hours}
    known = {f"{day}, {small(hour)}": one.count for hour, line in cells.items()
             for day, one in line.items() if one.value}
    if not known:
        return None
    return charts.plot_heat_map(cells, id="when", headline=_most_often(known),
                                subtitle="Episodes by day and hour of going", label="Hour",
                                note=_say_untimed(shown))


def _most_often(known: Mapping[str, int]) -> str:
    """The day and hour at which most go, of all whose time is known."""
    most_, of_all = max(known.values()), sum(known.values())
    at = [when for when, number in known.items() if number == most_]
    return (f"{at[0]}: {most_:,} of {of_all:,} whose time is known" if len(at) == 1 else
            "When children go, by day and hour")


def _say_untimed(shown: Shown) -> str | None:
    untimed = shown.get(places.WHEN, NO_TIME, TOTAL)
    return f"Without {count_of(untimed.count, 'episode')} of unknown time." if untimed.value else (
        None)
