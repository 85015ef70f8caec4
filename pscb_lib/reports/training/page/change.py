"""Did practice change? Paired confidence at three stages, and answers beside what was asked."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.board.programme import lead_of
from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, part_of
from pscb_lib.page import charts
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Chart,
    Column,
    Data,
    Group,
    Prose,
    Question,
    Table,
    cell,
)
from pscb_lib.page.tables.counts import plain_counts
from pscb_lib.reports.training import places
from pscb_lib.reports.training.page.lead import ITEM
from pscb_lib.reports.training.returned_feedback import LATER, MANAGER

HALF = 50
OTHERS = "Confidence and changed practice do not come from the same forms"
SAME = "Confidence and changed practice come from the same forms."
HEADLINES = {"learnt": ("Confidence rose on the day", "Confidence fell on the day",
                        "Confidence did not move on the day"),
             "held": ("Confidence rose in three months", "Confidence fell in three months",
                      "Confidence was kept for three months")}
PLACES = {"learnt": LEFT, "held": RIGHT}
TOO_FEW = "Fewer than ten forms are scored at both times, so that no change is shown."


def plot_change(shown: Shown, table: str) -> Chart | Prose:
    """Plot each scale's mean at both stages of a pair, with how many forms scored both."""
    columns = [places.STAGES[stage] for stage in places.PAIRS[table]]
    scales = [row for row in require_shown(shown).rows(table) if row != places.ALL_SCALES
              and shown.get(table, row, columns[0]).value is not None]
    if not scales:
        return Prose(f"{columns[0]} and {columns[1].lower()}: {TOO_FEW}", place=PLACES[table])
    series = {row: {column: shown.get(table, row, column) for column in columns}
              for row in scales}
    return charts.plot_slope(
        series, id=table, headline=_headline(shown, table, columns), place=PLACES[table],
        subtitle=f"Mean score of 1 to 10, pairs of staff's answers: {_say_n(shown, table, scales)}",
        high=70, is_close=True, columns=("Scale", *columns))


def _say_n(shown: Shown, table: str, scales: list[str]) -> str:
    """How many pairs of scores there are: the same number on each scale, or from which to which."""
    pairs = [shown.get(table, row, places.PAIRED) for row in scales]
    if any(one.value is None for one in pairs):
        return "n not shown"
    numbers = sorted({one.count for one in pairs})
    asked = shown.get(places.ANSWERED, places.STAGES[places.PAIRS[table][1]])
    of = "" if asked.value is None else f" of {asked.counts[1]:,} forms"
    return f"n {' to '.join(f'{one:,}' for one in dict.fromkeys((numbers[0], numbers[-1])))}{of}"


def _headline(shown: Shown, table: str, columns: list[str]) -> str:
    first, second = (shown.get(table, places.ALL_SCALES, column) for column in columns)
    rose, fell, same = HEADLINES[table]
    if first.value is None or second.value is None or first.text == second.text:
        return same
    return rose if second.value > first.value else fell


def tabulate_stages(shown: Shown) -> Table:
    """Tabulate what was asked at each stage: forms sent and answered, and practice changed."""
    columns = [Column("When it was asked", width=1.7),
               Column("Answered, of those asked", "end", 1.6),
               Column("Changed practice, of those who answered", "end", 1.6)]
    stages = [row for row in require_shown(shown).rows(places.ANSWERED)
              if shown.get(places.ANSWERED, row).state != NOT_SUPPLIED]
    rows = [[cell(row), cell(_part(shown.get(places.ANSWERED, row))), cell(_changed(shown, row))]
            for row in stages]
    data = [[row, *plain_counts(shown.get(places.ANSWERED, row)),
             *(plain_counts(shown.get(places.PRACTICE, row, places.CHANGED))
               if shown.has(places.PRACTICE, row, places.CHANGED) else (None, None))]
            for row in stages]
    return Table("stages", "Who was asked, and whether practice changed", columns,
                 [Group(None, rows)], Data(["stage", "answered", "asked", "changed", "told"], data),
                 note="Those who answer may be those who changed most. “Not yet” is no change.",
                 empty="No feedback was supplied.", place=LEFT)


def _part(figure: ShownFigure) -> str:
    if figure.value is None:
        return figure.text
    number, whole = figure.counts
    share = f" ({figure.text})" if whole >= places.FEWEST else ""
    return f"{number:,} of {whole:,}{share}"


def _changed(shown: Shown, row: str) -> str:
    if not shown.has(places.PRACTICE, row, places.CHANGED):
        return "not asked"
    return _part(shown.get(places.PRACTICE, row, places.CHANGED))


def say_whose(shown: Shown) -> Prose | None:
    """Say whether those whose confidence moved are those who said whether practice changed."""
    pair = require_shown(shown).get("learnt", places.ALL_SCALES, places.PAIRED)
    means = (shown.get("learnt", places.ALL_SCALES, places.STAGES[stage])
             for stage in places.PAIRS["learnt"])
    if not shown.has(*places.BOTH) or any(one.value is None for one in means):
        return None
    both = shown.get(*places.BOTH)
    if both.hidden:
        return Prose(f"{OTHERS}.", place=RIGHT)
    number, told = both.counts
    if number == told == pair.count:
        return Prose(SAME, place=RIGHT)
    if 0 < number < told:  # by those without: those with could be taken for those who changed
        without = told - number
        return Prose(f"{OTHERS}: {part_of(without, told, 'answers')} on changed practice "
                     f"{'lacks' if without == 1 else 'lack'} a score before or after.",
                     place=RIGHT)
    more = _say_rest(pair.count - number) if number == told else ""
    return Prose(f"{OTHERS}: {part_of(number, told, 'answers')} on changed practice "
                 f"have scores both before and after{more}.", place=RIGHT)


def _say_rest(number: int) -> str:
    """How many pairs of scores have no answer on practice beside those that do."""
    return (f", and {count_of(number, 'other pair')} of scores {'has' if number == 1 else 'have'} "
            "no such answer")


def ask_practice(context: Context, shown: Shown) -> Question | None:
    """Ask how more answers will come after three months, where fewer than half of those asked did.
    """
    own, manager = (shown.get(places.ANSWERED, places.STAGES[stage]) for stage in (LATER, MANAGER))
    if own.value is None or own.value >= HALF:
        return None
    also = f", and {manager.text} of those sent to managers" if _is_share(manager) else ""
    return Question("practice_asked", f"{_say_answered(own)} after three months{also}: how will "
                    "the Board know that practice changed?", lead_of(context, ITEM), place=RIGHT)


def _is_share(answered: ShownFigure) -> bool:
    """Whether enough forms were sent for a share of them."""
    return answered.value is not None and answered.counts[1] >= places.FEWEST


def _say_answered(own: ShownFigure) -> str:
    number, whole = own.counts
    if _is_share(own):
        return f"{own.text} of forms sent to staff were answered"
    if whole == 1:
        return "The one form sent to staff was not answered"
    return (f"{capital(part_of(number, whole, 'forms'))} sent to staff "
            f"{'was' if number == 1 else 'were'} answered")
