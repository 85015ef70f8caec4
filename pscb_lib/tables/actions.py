"""Actions as tables: how far they have come, how old they are, what lacks evidence."""

from __future__ import annotations

from pscb_lib.actions import Action
from pscb_lib.blocks import Cell, Column, Data, Group, Table, cell, picture, strong
from pscb_lib.charts import draw_bar
from pscb_lib.disclosure import Shown, require_shown
from pscb_lib.measures.actions import is_unproven
from pscb_lib.returns.audit_programme import Known
from pscb_lib.tables.counts import figure_cell, plain_value, tabulate_counts
from pscb_lib.tables.days import plain_day, short_day
from pscb_lib.words.readers import only_restricted

DATA_COLUMNS = ["action_id", "arising_from", "action", "agency", "owner", "measure", "due_on",
                "completed_on", "implemented_on"]


@only_restricted
def tabulate_progress(shown: Shown) -> Table:
    """How many actions have come as far as each status, with bars on one scale."""
    figures = {row: shown.get("actions", row) for row in require_shown(shown).rows("actions")}
    largest = float(max((one.value for one in figures.values() if one.value), default=1))
    rows = [[cell(row), figure_cell(one),
             picture(draw_bar(one, largest), f"{row}: {one.text}")]
            for row, one in figures.items()]
    columns = [Column("Come as far as", width=2), Column("Actions", "end"), Column("Bar", width=3)]
    return Table("actions", "How far the actions have come", columns, [Group(None, rows)],
                 Data(["status", "actions"], [[row, plain_value(one)]
                                              for row, one in figures.items()]))


@only_restricted
def tabulate_ages(shown: Shown) -> Table:
    """How long actions have been open, or complete without evidence."""
    return tabulate_counts(shown, "actions_age", "Age of what is not at its end", "Age")


@only_restricted
def tabulate_unproven(shown: Shown, known: Known) -> Table:
    """Actions complete without evidence of an outcome, the oldest first."""
    unproven = sorted(filter(is_unproven, known.actions), key=lambda action: action.completed_on)
    columns = [Column("Action", width=3.6), Column("Completed", "end", 1.1),
               Column("Implemented", "end", 1.1), Column("Measure", width=2)]
    return Table("unproven", "Complete, with no evidence of an outcome: oldest first", columns,
                 [Group(None, [_line(action) for action in unproven])],
                 Data(DATA_COLUMNS, [_plain(action) for action in unproven]),
                 empty="Every complete action has evidence of an outcome.")


def _line(action: Action) -> list[Cell]:
    return [strong(action.text, f"{action.agency} · {action.owner}"),
            cell(short_day(action.completed_on)), cell(short_day(action.implemented_on)),
            cell(action.measure or "None")]


def _plain(action: Action) -> list[str | None]:
    source = action.recommendation and action.recommendation.source
    days = (action.due_on, action.completed_on, action.implemented_on)
    return [action.action_id, source, action.text, action.agency, action.owner, action.measure,
            *map(plain_day, days)]
