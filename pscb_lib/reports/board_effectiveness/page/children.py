"""Complaints and near misses: three years together, and the year's own for the group alone."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, part_of
from pscb_lib.page.blocks import Column, Data, Group, Prose, Question, Table, cell
from pscb_lib.page.words.shown import paragraph, say_count, told
from pscb_lib.reports.board_effectiveness import places
from pscb_lib.reports.board_effectiveness.known import Known, Row
from pscb_lib.reports.board_effectiveness.page.words import day_of
from pscb_lib.reports.board_effectiveness.rows import COMPLAINTS, NEAR_MISSES

KEPT = "A single year is for the group alone, because each is one child."


def say_pooled(shown: Shown, known: Known) -> Prose | None:
    """Say how many complaints and near misses there were in three years, and how soon dealt with.
    """
    require_shown(shown)
    return paragraph(
        _say_complaints(shown, known) if known.supplied[COMPLAINTS] else
        "Complaints were not supplied.",
        _say_near_misses(shown, known) if known.supplied[NEAR_MISSES] else
        "Near misses were not supplied.", KEPT)


def _say_young(log: str, since: str) -> str:
    return (f"The log of {log} runs since {since}: the Board is told of it when it has three "
            "years.")


@told
def _say_complaints(shown: Shown, known: Known) -> str:
    if not shown.has(places.COMPLAINTS_POOLED, places.RECEIVED):
        return _say_young("complaints", known.since[COMPLAINTS])
    received, twenty, ten = (shown.get(places.COMPLAINTS_POOLED, row) for row in (
        places.RECEIVED, places.IN_TWENTY, places.IN_TEN))
    if received.value == 0:
        return "No complaint was received in three years: do families know how to complain?"
    first = f"{capital(say_count(received, 'complaint'))} {_were(received)} received in three years"
    if twenty.hidden or ten.hidden:
        return f"{first}."
    if received.value == 1:
        return f"{first}."
    return (f"{first}; {part_of(*ten.counts, 'complaints')} {_are(ten.counts[0])} answered within "
            f"ten working days, and {part_of(*twenty.counts, 'complaints')} within 20.")


@told
def _say_near_misses(shown: Shown, known: Known) -> str:
    if not shown.has(places.NEAR_MISSES_POOLED, places.TOLD):
        return _say_young("near misses", known.since[NEAR_MISSES])
    all_told, soon = (shown.get(places.NEAR_MISSES_POOLED, row) for row in (
        places.TOLD, places.CONSIDERED))
    if all_told.value == 0:
        return "No near miss was reported in three years: do agencies report them?"
    first = f"{capital(say_count(all_told, 'near miss', 'near misses'))} {_were(all_told)} reported"
    if soon.hidden or all_told.value == 1:
        return f"{first}."
    return (f"{first}, and {part_of(*soon.counts, 'near misses')} {_are(soon.counts[0])} "
            "considered within a month.")


def ask_children(shown: Shown, known: Known) -> Question | None:
    """Ask why near misses waited longer than a month. None where that is hidden, or none did.

    Of a log shorter than three years the year's are asked for, in the restricted set alone.
    """
    table = next((one for one in (places.NEAR_MISSES_POOLED, places.NEAR_MISSES)
                  if require_shown(shown).has(one, places.CONSIDERED)), None)
    if table is None:
        return None
    soon = shown.get(table, places.CONSIDERED)
    if soon.value is None:
        return None
    number, whole = soon.counts
    if number == whole:
        return None
    late = count_of(whole - number, "near miss", "near misses")
    return Question("children_asked", f"Why did {late} wait longer than a month to be considered, "
                    "and what was done for the child meanwhile?", known.review_group)


def _were(figure: ShownFigure) -> str:
    return "was" if figure.value == 1 else "were"


def _are(number: int) -> str:
    return "was" if number == 1 else "were"


def tabulate_complaints(shown: Shown, known: Known) -> Table | None:
    """Tabulate the year's complaints, in the restricted set alone."""
    require_shown(shown)
    return _tabulate("complaints", "Complaints of the year, for the group alone", known.complaints,
                     {"complaint_id": "Complaint", "about": "About", "received_on": "Received",
                      "due_on": "Due", "answered_on": "Answered", "upheld": "Upheld"})


def tabulate_near_misses(shown: Shown, known: Known) -> Table | None:
    """Tabulate the year's near misses, in the restricted set alone."""
    require_shown(shown)
    return _tabulate("near_misses", "Near misses of the year, for the group alone",
                     known.near_misses,
                     {"near_miss_id": "Near miss", "what": "What", "told_by": "Told by",
                      "happened_on": "Happened", "considered_on": "Considered",
                      "decision": "Decision"})


def _tabulate(id: str, caption: str, rows: Sequence[Row], names: dict[str, str]) -> Table | None:
    if not rows:
        return None
    lines = [[cell(day_of(row[name]) if name.endswith("_on") else capital(str(row[name] or "–")))
              for name in names] for row in rows]
    return Table(id, caption, [Column(head) for head in names.values()], [Group(None, lines)],
                 Data([*names], [[row[name] or None for name in names] for row in rows]))
