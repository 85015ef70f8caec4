"""Everything that is overdue, by kind and by age, and what is asked of those who owe it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, listed, small
from pscb_lib.framework.months import say_day
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Block,
    Cell,
    Column,
    Data,
    Group,
    Place,
    Question,
    Table,
    cell,
    strong,
)
from pscb_lib.page.charts import plot_bars
from pscb_lib.page.tables.days import plain_day, short_day
from pscb_lib.page.words.readers import not_public
from pscb_lib.page.words.shown import say_count
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.overdue import Kind, Overdue, find_overdue
from pscb_lib.reports.audit_programme.places import ALL_OVERDUE

NOTHING = "Nothing is overdue."
FEWEST_DRAWN = 4  # tasks: fewer are seen at once in their table


@not_public
def plot_kinds(shown: Shown, known: Known) -> Block | None:
    """Plot how many tasks of each kind are overdue; None if they are few, or of one kind."""
    if not _is_drawn(shown):
        return None
    total = shown.get(ALL_OVERDUE, TOTAL)
    weeks = _weeks(find_overdue(known)[0], known.on)
    oldest = f", the oldest by {count_of(weeks, 'week')}" if weeks else ""
    return plot_bars(_kinds(shown), id="overdue_kinds", place=LEFT, columns=("Kind", "Overdue"),
                     headline=f"{capital(say_count(total, 'task'))} are overdue{oldest}",
                     subtitle="Tasks past the day when they were due, by kind")


def _kinds(shown: Shown) -> dict[str, ShownFigure]:
    """The kinds of which a task is overdue."""
    every = {kind.value: require_shown(shown).get(ALL_OVERDUE, kind.value) for kind in Kind}
    return {kind: one for kind, one in every.items() if one.value}


def _is_drawn(shown: Shown) -> bool:
    kinds = _kinds(shown)
    return len(kinds) > 1 and shown.get(ALL_OVERDUE, TOTAL).count >= FEWEST_DRAWN


def _beside(shown: Shown) -> Place | None:
    """Where a question stands: beside the picture of the kinds, if there is one."""
    return RIGHT if _is_drawn(shown) else None


@not_public
def tabulate_overdue(shown: Shown, known: Known) -> Table:
    """Tabulate what is overdue, the oldest first, with who must act."""
    overdue = find_overdue(known)
    total = require_shown(shown).get(ALL_OVERDUE, TOTAL)
    columns = [Column("What is overdue", width=4), Column("What it is", width=1.9),
               Column("Who must act", width=3.3), Column("Was due", "end", 1.5),
               Column("Full weeks late", "end", 1.3)]
    lines = [_line(those, known) for those in _alike(overdue)]
    data = [[one.owed, one.about, one.owed_by, plain_day(one.since), _weeks(one, known.on)]
            for one in overdue]
    caption = (f"{capital(say_count(total, 'task'))} "
               f"{'is' if total.value == 1 else 'are'} overdue, oldest first")
    return Table("overdue", caption, columns, [Group(None, lines)],
                 Data(["kind", "about", "from", "since", "weeks"], data), empty=NOTHING)


def _alike(overdue: Iterable[Overdue]) -> Iterable[list[Overdue]]:
    """Put together what several agencies owe alike since one day."""
    alike: dict[tuple[Kind, str, str, date], list[Overdue]] = {}
    for one in overdue:
        alike.setdefault((one.kind, one.about, one.owed, one.since), []).append(one)
    return alike.values()


def _line(those: list[Overdue], known: Known) -> list[Cell]:
    one = those[0]
    about = one.about if len(those) == 1 else (
        f"{capital(count_of(len(those), one.about))}")
    owners = listed([_short(each, known) for each in those])
    return [strong(about), cell(one.owed), cell(owners), cell(short_day(one.since)),
            cell(f"{_weeks(one, known.on):,}")]


def _short(one: Overdue, known: Known) -> str:
    """Who owes it, an agency by its short name."""
    return one.owed_by.replace(one.agency, known.short(one.agency)) if one.agency else one.owed_by


def _weeks(one: Overdue, on: date) -> int:
    return (on - one.since).days // 7


@not_public
def ask_for_reports(shown: Shown, known: Known) -> Question | None:
    """Ask when the overdue reports will come. Returns None if none is overdue."""
    overdue = require_shown(shown).get(ALL_OVERDUE, Kind.REPORT.value)
    owners = _owners(known, Kind.REPORT)
    if not owners:
        return None
    return Question("late_reports", f"What keeps the {say_count(overdue, 'report')} that "
                    f"{'is' if overdue.value == 1 else 'are'} overdue, and on what day will "
                    f"{'it' if overdue.value == 1 else 'each'} come?", owners,
                    place=_beside(shown))


@not_public
def ask_for_returns(shown: Shown, known: Known) -> Question | None:
    """Ask when the missing Section 11 returns will come. Returns None if none is overdue."""
    overdue = require_shown(shown).get(ALL_OVERDUE, Kind.SELF_AUDIT.value)
    owners = _owners(known, Kind.SELF_AUDIT)
    if not owners:
        return None
    weeks = max(_weeks(one, known.on) for one in find_overdue(known)
                if one.kind is Kind.SELF_AUDIT)
    return Question("late_returns", f"Why {'is' if overdue.value == 1 else 'are'} "
                    f"{say_count(overdue, 'Section 11 return')} still missing after "
                    f"{count_of(weeks, 'week')}, and who will sign "
                    f"{'it' if overdue.value == 1 else 'them'}?", owners)


@not_public
def ask_for_oldest(shown: Shown, known: Known) -> Question | None:
    """Ask for the oldest overdue task, unless a question of its kind is asked already."""
    require_shown(shown)
    oldest = next(iter(find_overdue(known)), None)
    if oldest is None or oldest.kind in (Kind.REPORT, Kind.SELF_AUDIT):
        return None
    return Question("oldest", f"What keeps “{oldest.about}” ({small(oldest.owed)}), due since "
                    f"{say_day(oldest.since)}, and on what day will it be done?",
                    _short(oldest, known), place=_beside(shown))


def _owners(known: Known, kind: Kind) -> str:
    return listed(list(dict.fromkeys(_short(one, known) for one in find_overdue(known)
                                     if one.kind is kind)))
